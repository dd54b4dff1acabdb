"""Compares the events of two output folders: new, changed and gone, by event_id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.evaluate.format import shorten_sentence
from pipeline.tables.read import check_folder, find_anchor, read_table

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class SlotChange:
    """One cell of events.csv that differs."""

    slot: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class EventChange:
    """An event of both folders whose cells differ; `row` is the new one."""

    event_id: str
    row: Row
    slots: tuple[SlotChange, ...]


@dataclass(frozen=True, slots=True)
class FolderDiff:
    """What the new folder tells otherwise than the old one, sorted by event_id."""

    new: tuple[Row, ...]
    changed: tuple[EventChange, ...]
    gone: tuple[Row, ...]
    unchanged: int
    joined: Mapping[str, str] = field(default_factory=dict)  # id of an event that is gone to that of the one its first mention is told of now


def diff_folders(old: Path, new: Path) -> FolderDiff:
    """The events new, changed and gone. Columns that one folder lacks are not compared; UsageError for a folder without tables."""
    before, after = _load_events(old), _load_events(new)
    common = sorted(before.keys() & after.keys())
    gone = sorted(before.keys() - after.keys())
    homes = {row["mention_id"]: row["event_id"] for row in read_table(new, "mentions")}
    changed = tuple(_iter_changes(before, after, common))
    return FolderDiff(
        new=tuple(after[event_id] for event_id in sorted(after.keys() - before.keys())),
        changed=changed,
        gone=tuple(before[event_id] for event_id in gone),
        unchanged=len(common) - len(changed),
        joined={event_id: homes[anchor] for event_id in gone if (anchor := find_anchor(event_id)) in homes},
    )


def format_diff(diff: FolderDiff) -> str:
    """A summary line, then one line an event (`+` new, `-` gone, `~` changed), with a line for each cell that changed."""
    lines = [f"{len(diff.new)} new, {len(diff.changed)} changed, {len(diff.gone)} gone, {diff.unchanged} unchanged"]
    lines += [f"+ {_describe(row)}" for row in diff.new]
    lines += [f"- {_describe(row)}{_tell_home(row, diff)}" for row in diff.gone]
    for change in diff.changed:
        lines.append(f"~ {_describe(change.row)}")
        lines += [f"    {slot.slot}: {_cell(slot.old)} -> {_cell(slot.new)}" for slot in change.slots]
    return "\n".join(lines)


def _tell_home(row: Row, diff: FolderDiff) -> str:
    home = diff.joined.get(row["event_id"])
    return f"  (now part of {home})" if home else ""


def _load_events(folder: Path) -> dict[str, Row]:
    return {row["event_id"]: row for row in read_table(check_folder(folder), "events")}


def _iter_changes(before: dict[str, Row], after: dict[str, Row], common: list[str]) -> Iterator[EventChange]:
    for event_id in common:
        old, new = before[event_id], after[event_id]
        slots = tuple(SlotChange(slot, old[slot], new[slot]) for slot in new if slot in old and old[slot] != new[slot])
        if slots:
            yield EventChange(event_id, new, slots)


def _describe(row: Row) -> str:
    told = (row["event_id"], row["date_edtf"] or row["date_start"], row["event_type"], row["status"], row["participants"], row["what"])
    return shorten_sentence("  ".join(value for value in told if value), length=160)


def _cell(value: str) -> str:
    return shorten_sentence(value, length=100) or "(empty)"
