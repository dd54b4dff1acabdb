"""A verdict: what an analyst says of one event, or of one of its cells."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.errors import UsageError

ROW = "row"
SLOTS = ("event_type", "status", "date", "who", "whom", "place", "what")
STATUSES = ("occurred", "planned", "proposed", "negated")
VERDICTS = ("accept", "fix", "reject")
REVIEWED = {"accept": "accepted", "fix": "fixed", "reject": "rejected"}  # verdict -> review_status of the row
NAMED = ("who", "whom")  # slots that hold names, joined by "; "
LONGEST = 2000  # characters of a cell
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF number -> first month; the winter of a year begins in the December before
PRECISIONS = {4: "year", 7: "month", 10: "day"}  # by the length of the date

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_TYPE = re.compile(r"[a-z][a-z_]*", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`slot` is one of SLOTS, or ROW for the event as a whole; `value` is what a fixed cell should hold, `was` what it held, `reviewed` when (ISO 8601)."""

    event_id: str
    slot: str
    verdict: str
    value: str = ""
    was: str = ""
    reviewed: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A date as the columns of an event have it: first and last ISO day, inclusive, precision and EDTF."""

    first: str
    last: str
    precision: str
    edtf: str


def check_verdict(verdict: Verdict) -> Verdict:
    """The verdict itself; UsageError with what is allowed if it is none."""
    for problem in _find_problems(verdict):
        raise UsageError(f"verdict on {verdict.event_id or 'no event'}: {problem}")
    return verdict


def parse_told(value: str) -> Told:
    """The days of `2022`, `2022-11`, `2022-23` (autumn), `2022-11-22` or two of them joined by `/`; ValueError if it is none of these."""
    start, slash, end = value.partition("/")
    first, last = _span(start), _span(end if slash else start)
    if last[1] < first[0]:
        raise ValueError("ends before it starts")
    if slash:
        return Told(first[0], last[1], "range", value)
    season = len(value) == 7 and int(value[5:]) in SEASONS
    return Told(first[0], last[1], "season" if season else PRECISIONS[len(value)], value)


def split_names(value: str) -> tuple[str, ...]:
    """The names of a cell, each once."""
    return tuple(dict.fromkeys(name.strip() for name in value.split(";") if name.strip()))


def _find_problems(verdict: Verdict) -> Iterator[str]:
    if not verdict.event_id:
        yield "it names no event"
    if verdict.slot not in (ROW, *SLOTS):
        yield f"no cell {verdict.slot!r}; allowed are {', '.join((ROW, *SLOTS))}"
    if verdict.verdict not in VERDICTS or (verdict.slot == ROW and verdict.verdict == "fix"):
        yield f"no verdict {verdict.verdict!r}; allowed are accept, reject, and fix for a cell"
    if any(len(text) > LONGEST or _CONTROL.search(text) for text in (verdict.event_id, verdict.value, verdict.was, verdict.reviewed)):
        yield f"a text of more than {LONGEST} characters, or with control characters"
    if verdict.verdict == "fix":
        yield from _find_wrong_value(verdict.slot, verdict.value.strip())


def _find_wrong_value(slot: str, value: str) -> Iterator[str]:
    if not value or (slot in NAMED and not split_names(value)):
        yield f"fix {slot} to what? To say that a cell should be empty, reject it"
    elif slot == "status" and value not in STATUSES:
        yield f"no status {value!r}; allowed are {', '.join(STATUSES)}"
    elif slot == "event_type" and _TYPE.fullmatch(value) is None:
        yield f"no event type {value!r}"
    elif slot == "date":
        try:
            parse_told(value)
        except ValueError as error:
            yield f"no date {value!r} ({error}); allowed are 2022, 2022-11, 2022-23 (autumn), 2022-11-22 and two of them joined by /"


def _span(value: str) -> tuple[str, str]:
    if _DATE.fullmatch(value) is None:
        raise ValueError("not a year, month or day")
    numbers = [int(part) for part in value.split("-")]
    if len(numbers) == 3:
        day = date(*numbers).isoformat()
        return day, day
    first, months = _first_month(numbers)
    year, month = divmod(first + months - 1, 12)
    start, end = date(first // 12, first % 12 + 1, 1), date(year, month + 1, calendar.monthrange(year, month + 1)[1])
    return start.isoformat(), end.isoformat()


def _first_month(numbers: list[int]) -> tuple[int, int]:
    """The first month, counted from the year 0, and how many they are."""
    year, part = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if part in SEASONS:
        return (year - (part == 24)) * 12 + SEASONS[part] - 1, 3
    if not 0 <= part <= 12 or (part == 0 and len(numbers) > 1):
        raise ValueError("no such month")
    return year * 12 + max(part, 1) - 1, 1 if part else 12
