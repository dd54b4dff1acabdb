"""Writes values as cells of a CSV file, and takes back what was done to keep spreadsheets from running them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

Value = str | int | float | bool | tuple[str, ...] | None

RUN = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")  # what a spreadsheet takes for the start of a formula

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_PLAIN = re.compile(r"""[^=+\-@＝＋－＠\t\r'",\n][^",\r\n]*""")  # neither to be neutralised nor quoted
_QUOTED = re.compile(r'[",\r\n]')


def format_line(values: Iterable[Value], *, joined_by: str = "; ") -> str:
    """A line of CSV by RFC 4180, with a line feed at its end."""
    return ",".join(format_cell(value, joined_by=joined_by) for value in values) + "\n"


def format_cell(value: Value, *, joined_by: str = "; ") -> str:
    """The value as a cell, neutralised and in quotation marks where need be."""
    text = value if isinstance(value, str) else format_value(value, joined_by=joined_by)
    return text if not text or _PLAIN.fullmatch(text) is not None else quote_cell(neutralise(text))


def format_value(value: Value, *, joined_by: str = "; ") -> str:
    """The value as text: empty for None, true or false, whole numbers without a point, never in powers of ten."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format_number(value)
    return joined_by.join(value) if isinstance(value, tuple) else str(value)


def format_number(value: float) -> str:
    """The shortest digits that read back as the same number."""
    digits = format(Decimal(repr(value)), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def neutralise(cell: str) -> str:
    """The cell with an apostrophe before it, if a spreadsheet would run it or if it starts with one already."""
    if cell.startswith("'") or (cell.startswith(RUN) and _NUMBER.fullmatch(cell) is None):
        return f"'{cell}"
    return cell


def restore(cell: str) -> str:
    """What `neutralise` was given."""
    return cell.removeprefix("'")


def quote_cell(cell: str) -> str:
    """The cell in quotation marks where its characters demand it; the same in all versions of Python, unlike csv.writer."""
    if _QUOTED.search(cell) is None:
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'
