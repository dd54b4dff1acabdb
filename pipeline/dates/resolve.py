"""Places a form on the calendar and writes its TIMEX3 value: absolute, else against the day of publication or the date told before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pipeline.dates.context import Context
from pipeline.dates.durations import CLOCK_LETTERS
from pipeline.dates.forms import Form
from pipeline.dates.moments import DAY, Moment, day_of, shift, unit_of
from pipeline.dates.place import Cost, absolute, candidates, choose, is_open, news_cost, same_year_cost, story_cost, weekday_cost, within

AHEAD = 20  # years that a year of two figures may lie ahead
SATURDAY = 5
ANY_YEAR = 2001  # no leap year
DIRECTIONS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A form with its place: the moment (None where nothing told gives it one), its value, and what it was counted from."""

    value: str
    moment: Moment | None = None
    anchor: date | None = None
    source: str = ""
    type: str = "DATE"


def resolve_form(form: Form, context: Context) -> Placed | None:
    """Where the form belongs; None for a day that no calendar has."""
    try:
        placed = _place(form, context)
    except (ValueError, OverflowError):
        return None
    return None if placed is None else _with_clock(form, placed, context)


def _place(form: Form, context: Context) -> Placed | None:
    if "years" in form.parts:
        return _place(_with_century(form, context), context)
    if "days" in form.parts:
        return _place(_beside(form), context)
    moment = absolute(form)
    if moment is not None:
        return Placed(moment.value, moment)
    if "year" in form.parts:
        return None
    if "direction" in form.parts:
        return _counted(form, context)
    if "which" in form.parts and form.word("span"):
        return _framed(form, context)
    if "nth_of" in form.parts and "weekday" not in form.parts:
        return _day_of_several(form.number("nth_of") or 1, context)
    return _open(form, context) if is_open(form) else Placed("XXXX-XX-XX")


def _with_century(form: Form, context: Context) -> Form:
    """ "27.11.22": the last century in which the year is not long after that of publication, or the year 2000."""
    near = context.published.year if context.published is not None else context.told.first.year if context.told is not None else 2000
    century = near // 100 * 100
    years = form.number("years") or 0
    first = form.number("year")
    year = max(y for y in (century - 100 + years, century + years, century + 100 + years) if y <= near + AHEAD)
    parts = {name: value for name, value in form.parts.items() if name != "years"}
    return replace(form, parts={**parts, "year": year if first is None else first // 100 * 100 + years})


def _beside(form: Form) -> Form:
    """ "The eve of 9 May" is the eighth: some days before or after a day of the calendar."""
    year = form.number("year")
    day = date(year or ANY_YEAR, form.number("month") or 1, form.number("day") or 1) + (form.number("days") or 0) * DAY
    parts = {name: value for name, value in form.parts.items() if name != "days"}
    return replace(form, parts={**parts, "month": day.month, "day": day.day, **({} if year is None else {"year": day.year})})


def _counted(form: Form, context: Context) -> Placed:
    """ "two weeks ago", "twelve days later"."""
    unit, direction, number = form.word("unit"), form.number("direction") or 1, form.parts.get("number")
    base = context.base(form.word("base"), unit)
    if not isinstance(number, (int, float)) or base is None:
        return Placed(DIRECTIONS[direction] if "number" not in form.parts else "XXXX-XX-XX")
    if unit in CLOCK_LETTERS:
        return Placed(f"{base[0]}TXX", day_of(base[0]), *base, type="TIME")
    plus = form.parts.get("plus", 0)
    number += plus if isinstance(plus, (int, float)) else 0
    if unit == "year" and not float(number).is_integer():
        unit, number = "month", number * 12
    day = shift(base[0], unit, direction * int(number))
    moment = day_of(day) if unit in {"day", "week"} else unit_of(unit, day)
    return Placed(moment.value, moment, *base)


def _day_of_several(number: int, context: Context) -> Placed | None:
    """ "The second day of the visit" after the days of the visit were told, counted from their end where the number is negative; None where they weren't."""
    stretch = context.stretch
    if stretch is None or stretch.interval is None or not 1 <= abs(number) <= stretch.interval.days:
        return None
    day = stretch.first + (number - 1) * DAY if number > 0 else stretch.interval.after + number * DAY
    return Placed(day.isoformat(), day_of(day), stretch.first, "text")


def _framed(form: Form, context: Context) -> Placed | None:
    """ "last week", "May this year", "the end of the month"."""
    span, which = form.word("span"), form.number("which") or 0
    told_lately = context.base("past", span) if form.word("base") == "text" and form.tense == "past" and span == "day" else None
    base = told_lately or context.base(form.word("base"), span)  # «Форум пройдёт 5 мая. В тот же день открыли мост»: not the day that lies ahead
    if base is not None and span == "weekend" and which == 0 and form.tense == "past" and base[0].weekday() < SATURDAY:
        which = -1
    if base is None:
        return _unknown(form) if is_open(form) else Placed(DIRECTIONS[max(-1, min(1, which))] if span == "day" else UNKNOWN.get(span, "XXXX-XX-XX"))
    if span in {"hour", "minute", "second"}:
        return Placed(DIRECTIONS[max(-1, min(1, which))])
    moment = within(form, unit_of(span, shift(base[0], span, which)))
    return None if moment is None else Placed(moment.value, moment, *base)


UNKNOWN = {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "decade": "XXX", "century": "XX"}


def _open(form: Form, context: Context) -> Placed | None:
    """A part of an untold year, month or week: "on Thursday", "15 September", "last May"."""
    unit = "day" if "weekday" in form.parts or "day" in form.parts else "month"
    base = context.base("text" if form.word("base") == "text" else "either", unit)
    if base is None or "any" in form.parts:
        return _unknown(form)
    which = form.number("which")
    moment = choose(candidates(form, base[0]), base[0], which=which, cost=_cost(form, context, base[1]))
    return None if moment is None else Placed(moment.value, moment, *base)


def _cost(form: Form, context: Context, source: str) -> Cost:
    if form.number("which") == 0:
        return same_year_cost
    if source == "text" and context.told is not None:
        return story_cost(context.told)
    return weekday_cost(form.tense) if "weekday" in form.parts and "month" not in form.parts else news_cost(form.tense)


def _unknown(form: Form) -> Placed:
    """TIMEX3 values with the parts that are known."""
    month, day, weekday = form.number("month"), form.number("day"), form.number("weekday")
    if month is not None:
        return Placed(f"XXXX-{month:02}" + (f"-{day:02}" if day is not None else ""))
    if weekday is not None:
        return Placed(f"XXXX-WXX-{weekday}")
    if form.word("season"):
        return Placed(f"XXXX-{form.word('season')}")
    return Placed(f"XXXX-XX-{day:02}" if day is not None else "XXXX")


def _with_clock(form: Form, placed: Placed, context: Context) -> Placed:
    """Adds the time of day that the form tells; a bare time takes the day told last, else that of publication."""
    clock = _clock(form)
    if not clock:
        return placed
    if placed.moment is None and placed.value == "XXXX-XX-XX":
        base = context.base("recent" if form.tense == "past" else "clock", "day")
        placed = placed if base is None else Placed(base[0].isoformat(), day_of(base[0]), *base)
    if placed.moment is not None and placed.moment.precision != "day":
        return placed
    return replace(placed, value=placed.value + clock, type="TIME")


def _clock(form: Form) -> str:
    hour = form.number("hour")
    if hour is None:
        return f"T{form.word('daypart')}" if form.word("daypart") else ""
    if form.word("ampm"):
        hour = hour % 12 + (12 if form.word("ampm") == "PM" else 0)
    return f"T{hour:02}:{form.number('minute') or 0:02}{form.word('zone') or _offset(form)}"


def _offset(form: Form) -> str:
    """ "+03" for "UTC+3"."""
    sign, hours = form.number("sign"), form.number("offset")
    return "" if sign is None or hours is None else f"{'+' if sign > 0 else '-'}{hours:02}"
