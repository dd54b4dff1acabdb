"""Reads the day of publication that a record or a page names in one of the usual notations."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

EARLIEST = 1900

_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:\D.*)?", re.DOTALL)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T.*)?")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?:\D.*)?", re.DOTALL)


def parse_published(value: str) -> str:
    """The ISO day of an ISO 8601, `28.05.2022` or RFC 2822 time stamp, as written there (no time zone is applied); empty if it is none."""
    value = value.strip()
    for pattern in (_ISO, _COMPACT, _DAY_FIRST):
        match = pattern.fullmatch(value)
        if match is not None:
            return format_day(int(match["year"]), int(match["month"]), int(match["day"]))
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def format_day(year: int, month: int, day: int) -> str:
    """The ISO day, or empty where there is no such day or no press yet."""
    try:
        return date(year, month, day).isoformat() if year >= EARLIEST else ""
    except ValueError:
        return ""
