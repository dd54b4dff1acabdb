"""TIMEX3 values of lengths of time and of what recurs."""

from __future__ import annotations

from dataclasses import replace

from pipeline.dates.forms import Form, Part

LETTERS = {"day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE"}
CLOCK_LETTERS = {"hour": "H", "minute": "M", "second": "S"}
WEEKDAY_SETS = "XXXX-WXX-{}"


def duration_value(form: Form) -> str:
    """ "P2M", "PT30M", "P1Y6M", "PXD" for a number that isn't told."""
    days, clock = "", ""
    for index in ("", "2"):
        unit = form.word(f"unit{index}")
        number = _number(form, index)
        days += f"{number}{LETTERS[unit]}" if unit in LETTERS else ""
        clock += f"{number}{CLOCK_LETTERS[unit]}" if unit in CLOCK_LETTERS else ""
    return f"P{days}T{clock}" if clock else f"P{days}"


def set_value(form: Form) -> str:
    """ "P1Y" for "annual", "XXXX-WXX-2" for "every Tuesday"."""
    weekday, month, season, daypart = form.number("weekday"), form.number("month"), form.word("season"), form.word("daypart")
    if weekday is not None:
        return WEEKDAY_SETS.format(weekday)
    if month is not None:
        return f"XXXX-{month:02}"
    if season:
        return f"XXXX-{season}"
    if daypart:
        return f"XXXX-XX-XXT{daypart}"
    unit, number = form.word("span") or form.word("unit") or "day", form.parts.get("number", 1 if form.word("span") else "X")
    return duration_value(replace(form, parts={"unit": unit, "number": number}))


def _number(form: Form, index: str) -> str:
    value: Part | None = form.parts.get(f"number{index}")
    plus = form.parts.get("plus")
    if not isinstance(value, (int, float)):
        return "X"
    total = value + (plus if isinstance(plus, (int, float)) else 0)
    return f"{total:g}"
