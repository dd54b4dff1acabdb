"""Keeps verdicts in `reviews.csv` of the output folder: a run reads it, and never writes or removes it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import astuple, fields
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.review.records import Verdict, check_verdict
from pipeline.tables.atomic import replace_file
from pipeline.tables.cells import format_line, restore
from pipeline.tables.read import find_anchor, read_table

NAME = "reviews.csv"
COLUMNS = tuple(field.name for field in fields(Verdict))


def load_reviews(path: Path | None) -> tuple[Verdict, ...]:
    """The verdicts of the file, none where it is None or not there; UsageError with the line where it is no file of verdicts."""
    if path is None or not path.is_file():
        return ()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="", strict=True)
            if not {"event_id", "slot", "verdict"} <= set(reader.fieldnames or ()):
                raise UsageError(f"{path}: has no columns event_id, slot and verdict; allowed are {', '.join(COLUMNS)}")
            return tuple(_parse_row(row, where=f"{path}, line {reader.line_num}") for row in reader)
    except (csv.Error, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not a CSV file in UTF-8 ({error})") from error


def keep_verdict(path: Path, verdict: Verdict | None, *, event_id: str, slot: str) -> tuple[Verdict, ...]:
    """Puts the verdict in the place of that on the same cell; None takes that back. Returns the verdicts as written, sorted."""
    others = [kept for kept in load_reviews(path) if (kept.event_id, kept.slot) != (event_id, slot)]
    verdicts = tuple(sorted([*others, *([check_verdict(verdict)] if verdict is not None else [])], key=lambda kept: (kept.event_id, kept.slot)))
    _write(path, verdicts)
    return verdicts


def forget_gone(folder: Path) -> None:
    """Takes out of the folder's verdicts those on events that its tables no longer hold, with the words in them."""
    verdicts = load_reviews(folder / NAME)
    mentions = read_table(folder, "mentions") if verdicts else []
    known = {row["event_id"] for row in mentions} | {row["mention_id"] for row in mentions}
    kept = [verdict for verdict in verdicts if not known.isdisjoint((verdict.event_id, find_anchor(verdict.event_id)))]
    if len(kept) < len(verdicts):
        _write(folder / NAME, kept)


def _write(path: Path, verdicts: Iterable[Verdict]) -> None:
    with replace_file(path) as draft:
        draft.write_text("".join(_format(verdicts)), encoding="utf-8", newline="")


def _format(verdicts: Iterable[Verdict]) -> Iterable[str]:
    yield format_line(COLUMNS)
    yield from (format_line(astuple(verdict)) for verdict in verdicts)


def _parse_row(row: dict[str, str], *, where: str) -> Verdict:
    try:
        return check_verdict(Verdict(**{column: restore(row.get(column) or "").strip() for column in COLUMNS}))
    except UsageError as error:
        raise UsageError(f"{where}: {error}") from error
