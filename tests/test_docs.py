"""The documentation site builds without a warning, tells of every command and column, and loads nothing from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from test_help import PARSERS, examples

from pipeline.cli import Parser
from pipeline.tables.schema import Table, load_schema

ROOT = Path(__file__).parents[1]
WARNING = re.compile(r"^(?:WARNING|ERROR)\b.*", re.MULTILINE)
LOADED = re.compile(r"<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)=\"?(?:https?:)?//", re.IGNORECASE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(ROOT / "mkdocs.yml"), "--site-dir", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, WARNING.findall(done.stderr)) == (0, []), done.stderr
    return out


def read_page(path: Path) -> str:
    """The words of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8"))).split())


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.prog)
def test_every_command_is_told_with_its_options_and_examples(parser: Parser, site: Path) -> None:
    page = read_page(site / "commands.html")
    told = [option for action in parser._actions for option in action.option_strings if option not in {"-h", "--help", "--debug"}]
    assert parser.prog in page
    assert [words for words in (*told, *(" ".join(example.split()) for example in examples(parser))) if words not in page.replace("\\ ", "")] == []


@pytest.mark.parametrize("table", load_schema().tables, ids=lambda table: table.name)
def test_every_column_is_told(table: Table, site: Path) -> None:
    page = read_page(site / "columns.html")
    told = [(column.name, " ".join(column.description.replace("`", "").split())) for column in table.columns]
    assert [name for name, description in told if name not in page or description not in page] == []


def test_every_guide_has_a_page(site: Path) -> None:
    assert [path.name for path in (ROOT / "docs").glob("*.md") if not (site / f"{path.stem}.html").is_file()] == []


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 10
    assert [page.name for page in pages if LOADED.search(page.read_text(encoding="utf-8"))] == []
