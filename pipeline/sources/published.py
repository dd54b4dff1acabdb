"""Reads the day of publication that a record or a page names in one of the usual notations."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

EARLIEST = 1900

_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:\D.*)?", re.DOTALL)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T.*)?")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?:\D.*)?", re.DOTALL)


def parse_published(value: str, zone: str | None = None) -> str:
    """The ISO day of an ISO 8601, `28.05.2022` or RFC 2822 time stamp; empty if it is none.

    The day as written there; with the name of a time zone and a stamp that has an offset, the day that it was in that zone.
    """
    value = value.strip()
    if zone is not None and (stamp := _parse_stamp(value)) is not None:
        return stamp.astimezone(ZoneInfo(zone)).date().isoformat()
    for pattern in (_ISO, _COMPACT, _DAY_FIRST):
        match = pattern.fullmatch(value)
        if match is not None:
            return format_day(int(match["year"]), int(match["month"]), int(match["day"]))
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def _parse_stamp(value: str) -> datetime | None:
    """The moment of a stamp that tells its offset; None for one that does not."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            stamp = parse(value)
        except (ValueError, TypeError, IndexError):
            continue
        return stamp if stamp.tzinfo is not None else None
    return None


def format_day(year: int, month: int, day: int) -> str:
    """The ISO day, or empty where there is no such day or no press yet."""
    try:
        return date(year, month, day).isoformat() if year >= EARLIEST else ""
    except ValueError:
        return ""
