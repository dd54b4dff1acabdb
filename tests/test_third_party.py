"""THIRD_PARTY.md tells every package that requirements name, in the version of the lock, with a licence that lets it be used."""

from __future__ import annotations

import re

import pytest
from test_repository import ROOT, read_pins, read_requirements

FILES = sorted(path.name for path in ROOT.glob("requirements*.in"))
LISTED = dict(re.findall(r"^\| ([a-z0-9-]+) \| (\S+) \|", (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8"), re.MULTILINE))
UNFREE = re.compile(r"(?<!L)GPL|AGPL|SSPL|Proprietary|Commercial", re.IGNORECASE)


@pytest.mark.parametrize("file", FILES)
def test_every_requirement_is_listed_as_it_is_locked(file: str) -> None:
    pins = read_pins("requirements-dev.lock")
    assert {name: LISTED.get(name) for name in read_requirements(file)} == {name: pins[name] for name in read_requirements(file)}


def test_no_licence_binds_the_program() -> None:
    page = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    needed = page.partition("## What extras")[0]
    assert [line for line in needed.splitlines() if line.startswith("|") and UNFREE.search(line) and " OR " not in line] == []
