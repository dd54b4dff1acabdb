"""Finds the day of publication that a text itself tells in its dateline: a line of its own, or a line's start with place and dash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.resources import load_yaml
from pipeline.sources.published import format_day

LONGEST = 160  # characters of a line that may be nothing but a dateline
CENTURY = 100

_LINE = re.compile(r"[^\n\r]*\S[^\n\r]*")


@dataclass(frozen=True, slots=True)
class DatelinePatterns:
    """Compiled `resources/sources/datelines.yml`."""

    months: Mapping[str, int]
    line: tuple[re.Pattern[str], ...]  # match a whole line
    lead: tuple[re.Pattern[str], ...]  # match a line's start
    shown: tuple[re.Pattern[str], ...]  # find a day in what a page shows as its date
    others: re.Pattern[str]  # finds what tells of other days than that of the publication
    first_lines: int  # non-blank lines at either end of a text where a dateline is looked for
    last_lines: int


def load_datelines() -> DatelinePatterns:
    """The patterns of `resources/sources/datelines.yml`, each frame combined with each way to write a date."""
    data = load_yaml("sources/datelines.yml")
    assert isinstance(data, dict)
    months = {name: number for number, names in data["months"].items() for name in names}
    frames = {kind: tuple(_compile(frame, data, months) for frame in data[kind]) for kind in ("line", "lead")}
    line, lead = (tuple(pattern for patterns in frames[kind] for pattern in patterns) for kind in ("line", "lead"))
    shown = tuple(re.compile(rf"(?<!\d){_fill(form, _parts(data, months))}(?!\d)") for form in (*data["forms"], *data["page_forms"]))
    numbers = {name: int(number) for name, number in months.items()}
    return DatelinePatterns(numbers, line, lead, shown, re.compile(data["others"]), data["first_lines"], data["last_lines"])


def find_dateline(text: str, patterns: DatelinePatterns) -> str:
    """The ISO day of the first dateline at the text's start, else of one at its end; empty if there is none."""
    found = (_parse_line(line, patterns, ends=ends) for line, ends in _edge_lines(text, patterns))
    return next((day for day in found if day), "")


def find_day(line: str, patterns: DatelinePatterns) -> str:
    """The ISO day of the first date in a short text that is known to tell one ("28 ноября 2011, понедельник"); empty if there is none."""
    matches = (pattern.search(line) for pattern in patterns.shown)
    return next((day for match in matches if match is not None and (day := _parse_match(match, patterns.months))), "")


def _edge_lines(text: str, patterns: DatelinePatterns) -> Iterator[tuple[str, bool]]:
    lines = (match.group().strip() for match in _LINE.finditer(text))
    count = 0
    for count, line in enumerate(lines, 1):
        yield line, False
        if count == patterns.first_lines:
            break
    rest = text[-2 * LONGEST * patterns.last_lines :].splitlines()
    yield from ((line.strip(), True) for line in [line for line in rest if line.strip()][-patterns.last_lines :])


def _parse_line(line: str, patterns: DatelinePatterns, *, ends: bool) -> str:
    whole = (pattern.fullmatch(line) for pattern in patterns.line) if len(line) <= LONGEST else ()
    start = (pattern.match(line[: 2 * LONGEST]) for pattern in patterns.lead) if not ends else ()
    matches = (match for found in (whole, start) for match in found if match is not None)
    return next((day for match in matches if (day := _parse_match(match, patterns.months))), "")


def _parse_match(match: re.Match[str], months: Mapping[str, int]) -> str:
    month = match["month"]
    number = int(month) if month.isdigit() else months[month.casefold()]
    year = int(match["year"])
    return format_day(year if year >= CENTURY else CENTURY * 20 + year, number, int(match["day"]))


def _compile(frame: str, data: Mapping[str, Mapping[str, str]], months: Mapping[str, int]) -> list[re.Pattern[str]]:
    parts = _parts(data, months)
    return [re.compile(_fill(frame, {**parts, "date": _fill(form, parts)})) for form in data["forms"]]


def _parts(data: Mapping[str, Mapping[str, str]], months: Mapping[str, int]) -> dict[str, str]:
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    return {**data["parts"], "name": rf"(?P<month>(?i:{names}))"}


def _fill(template: str, parts: Mapping[str, str]) -> str:
    return re.sub(r"(?<!\?P)<(\w+)>", lambda match: parts[match[1]], template)
