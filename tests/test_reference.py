"""The reference of rule and source files is what the schemas say, and each key of them says what it means."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from pipeline.extract.near import NEEDS
from pipeline.reference import describe_rules, describe_sources, write_reference
from pipeline.rules.schema import FUNCTIONS, Function, Need

DOCS = Path(__file__).parents[1] / "docs"
TEXTS = {"reference-rules.md": describe_rules(), "reference-sources.md": describe_sources()}


@pytest.mark.parametrize("name", TEXTS)
def test_the_reference_is_up_to_date(name: str, tmp_path: Path) -> None:
    [written] = [path for path in write_reference(tmp_path) if path.name == name]
    assert (DOCS / name).read_text(encoding="utf-8") == written.read_text(encoding="utf-8") == TEXTS[name], "run make reference"


@pytest.mark.parametrize("name", TEXTS)
def test_every_key_has_a_meaning(name: str) -> None:
    rows = [line for line in TEXTS[name].splitlines() if line.startswith("| `")]
    assert [row for row in rows if re.search(r"\|\s*\|$", row)] == []


@pytest.mark.parametrize("name", TEXTS)
def test_links_lead_to_headings(name: str) -> None:
    headings = {heading.strip("# ").lower() for heading in TEXTS[name].splitlines() if heading.startswith("## ")}
    assert {*re.findall(r"\(#([^)]*)\)", TEXTS[name])} <= headings


ROWS = [
    ("reference-rules.md", "| `type` | text (needed) |"),
    ("reference-rules.md", "| `pos` | `verb` or `noun` (needed) |"),
    ("reference-rules.md", "| `place` | list of [functions](#functions); default in, at |"),
    ("reference-rules.md", "| `lists` | names, each with [Words](#words) |"),
    ("reference-rules.md", '| `presence` | "in the presence of X"'),
    ("reference-rules.md", "| `sides` | two sides, or a group |"),
    ("reference-sources.md", "| `documents` | number; default 5 |"),
    ("reference-sources.md", "| `characters` | two numbers; default 100, 100000 |"),
    ("reference-sources.md", "| `since` | text | First day in office |"),
]


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_a_key_tells_what_it_holds(name: str, row: str) -> None:
    assert row in TEXTS[name]


def test_every_function_and_need_is_told() -> None:
    assert (tuple(FUNCTIONS), {*get_args(Need)} - {*NEEDS}) == (get_args(Function), set())
