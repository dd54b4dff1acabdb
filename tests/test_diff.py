"""Two output folders against each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_folder import write_sample

from pipeline.errors import UsageError
from pipeline.evaluate import diff_folders, format_diff

# how the new folder is written: (ids new, changed slots by id, ids gone, unchanged)
CASES = [
    ({}, {}, [], {}, [], 2),
    ({}, {"without": "ev-open-02"}, [], {}, ["ev-open-02"], 1),
    ({"without": "ev-meet-01"}, {}, ["ev-meet-01"], {}, [], 1),
    ({}, {"status": "planned"}, [], {"ev-meet-01": [("status", "occurred", "planned")]}, [], 1),
]


@pytest.mark.parametrize(("old", "new", "added", "changed", "gone", "unchanged"), CASES)
def test_diff(
    tmp_path: Path, old: dict[str, str], new: dict[str, str], added: list[str], changed: dict[str, list[tuple[str, str, str]]], gone: list[str], unchanged: int
) -> None:
    diff = diff_folders(write_sample(tmp_path / "old", **old), write_sample(tmp_path / "new", **new))
    assert [row["event_id"] for row in diff.new] == added
    assert [row["event_id"] for row in diff.gone] == gone
    assert {change.event_id: [(slot.slot, slot.old, slot.new) for slot in change.slots] for change in diff.changed} == changed
    assert diff.unchanged == unchanged


def test_format(tmp_path: Path) -> None:
    printed = format_diff(diff_folders(write_sample(tmp_path / "old", without="ev-open-02"), write_sample(tmp_path / "new", status="negated")))
    lines = printed.splitlines()
    assert lines[0] == "1 new, 1 changed, 0 gone, 0 unchanged"
    assert lines[1].startswith("+ ev-open-02")
    assert lines[2].startswith("~ ev-meet-01")
    assert lines[3] == "    status: occurred -> negated"


def test_no_tables(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no events.csv"):
        diff_folders(tmp_path, tmp_path)
