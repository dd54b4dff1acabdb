"""Chooses the year, month or day that an incomplete date leaves open: the nearest that fits what is said and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from pipeline.dates.forms import Form
from pipeline.dates.moments import (
    DAY,
    Moment,
    add_months,
    century_of,
    day_of,
    decade_of,
    half_of,
    month_of,
    quarter_of,
    range_of,
    season_of,
    week_of,
    year_of,
)

Cost = Callable[[Moment, date], float]  # how unlikely a moment is, seen from a day
AGAINST_TENSE = 36.0  # a day against the tense of the clause counts as much as so many with it
AGAINST_TENSE_COARSE = 12.0  # the same for months and seasons
AHEAD_WITHOUT_TENSE = 2.0  # news tell more of what was than of what will be
BACK_IN_STORY = 1.5  # a story told without a day of publication moves on


def in_year(form: Form, year: int) -> Moment | None:
    """The part of `year` that the form names: a day, a range of days, a month, quarter, half or season, else the year; None if there is no such day."""
    month, day, last = form.number("month"), form.number("day"), form.number("day2")
    try:
        if month is not None and "weekday" in form.parts and "nth_of" in form.parts:
            return _nth_weekday(year, month, form.number("weekday") or 1, form.number("nth_of") or 1)
        if month is not None and day is not None:
            first = day_of(date(year, month, day))
            return first if last is None else range_of(first, day_of(date(year, month, last)))
        return _in_year(form, year)
    except (ValueError, OverflowError):
        return None


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> Moment | None:
    """ "The first Tuesday of June"; the last where the number is negative."""
    days = month_of(year, month).interval
    assert days is not None
    found = [day for offset in range(days.days) if (day := days.first + offset * DAY).isoweekday() == weekday]
    index = number - 1 if number > 0 else number
    return day_of(found[index]) if index < len(found) else None


def _in_year(form: Form, year: int) -> Moment | None:
    month, month2 = form.number("month"), form.number("month2")
    if month is not None and month2 is not None:
        return range_of(month_of(year - 1 if month > month2 else year, month), month_of(year, month2))
    if month is not None:
        return month_of(year, month)
    if form.word("season"):
        return season_of(year, form.word("season"))
    quarter, half = part_number(form, "quarter"), part_number(form, "half")
    if quarter is not None:
        return quarter_of(year, quarter)
    return year_of(year) if half is None else half_of(year, half)


def part_number(form: Form, name: str) -> int | None:
    """The number of a quarter or half, which patterns tell as `quarter: 2` or as an ordinal with `as: quarter`."""
    if form.word("as") == name:
        return form.number("nth") or form.number("halves")
    return form.number(name)


def absolute(form: Form) -> Moment | None:
    """The moment of a form that tells its century, decade or year; None for others."""
    if form.number("bc") is not None:
        return _before_christ(form, form.number("bc") or 1)
    if form.number("ordinal") is not None:
        return century_of(form.number("ordinal") or 1)
    if form.number("decade") is not None:
        return decade_of(form.number("decade") or 0)
    if form.number("decades") is not None:
        return decade_of((2000 if (form.number("decades") or 0) < 30 else 1900) + (form.number("decades") or 0))
    year, last = form.number("year"), form.number("year2")
    if year is not None and last is not None:
        return range_of(year_of(year), year_of(last))
    return None if year is None else in_year(form, year)


def _before_christ(form: Form, year: int) -> Moment:
    whole = year_of(1 - year)
    month, season = form.number("month"), form.word("season")
    suffix = f"-{month:02}" if month is not None else f"-{season}" if season else ""
    return Moment("month" if month is not None else "season" if season else "year", whole.value + suffix, whole.edtf, None)


def is_open(form: Form) -> bool:
    """Whether the form names a part of a year, month or week that it doesn't tell."""
    return any(name in form.parts for name in ("month", "season", "quarter", "half", "nth", "halves", "weekday", "day"))


def candidates(form: Form, base: date) -> Iterator[Moment]:
    """What an incomplete form may mean around `base`, in order of time."""
    if "month" not in form.parts and "day" in form.parts:
        yield from _days(form, base)
    elif "month" not in form.parts and "weekday" in form.parts:
        monday = week_of(base).first + ((form.number("weekday") or 1) - 1) * DAY
        yield from (day_of(monday + weeks * 7 * DAY) for weeks in (-2, -1, 0, 1, 2))
    else:
        yield from _years(form, base)


def _days(form: Form, base: date) -> Iterator[Moment]:
    for months in (-2, -1, 0, 1, 2):
        month = add_months(base.replace(day=1), months)
        try:
            yield day_of(month.replace(day=form.number("day") or 1))
        except ValueError:
            continue


def _years(form: Form, base: date) -> Iterator[Moment]:
    found = [moment for year in range(base.year - 2, base.year + 3) if (moment := in_year(form, year)) is not None]
    weekday = form.number("weekday")
    fitting = [moment for moment in found if weekday is None or moment.first.isoweekday() == weekday]
    yield from fitting or found


def choose(moments: Iterable[Moment], base: date, *, which: int | None, cost: Cost) -> Moment | None:
    """The candidate that "last" (-1), "next" (1), "this" (0) names, seen from `base`; without such a word the one of least cost."""
    found = [moment for moment in moments if moment.interval is not None]
    if which is not None and which < 0:
        return max((m for m in found if m.interval and m.interval.after <= base), key=lambda m: m.first, default=None)
    if which is not None and which > 0:
        return min((m for m in found if m.first > base), key=lambda m: m.first, default=None)
    return min(found, key=lambda m: cost(m, base), default=None)


def news_cost(tense: str) -> Cost:
    """How far a moment is from the day of publication, days against the tense counting more."""

    def cost(moment: Moment, base: date) -> float:
        distance = _distance(moment, base)
        ahead = distance > 0
        if (tense == "past" and ahead) or (tense == "future" and distance < 0):
            return abs(distance) * (AGAINST_TENSE if moment.precision in {"day", "range"} else AGAINST_TENSE_COARSE)
        if ahead and not tense:  # a present tells of either side: "the fair opens in June"
            return distance * (AHEAD_WITHOUT_TENSE if moment.precision in {"day", "range"} else AGAINST_TENSE_COARSE)
        return abs(distance)

    return cost


def weekday_cost(tense: str) -> Cost:
    """The day itself, else the nearest one in the direction of the tense; news without a tense look back."""

    def cost(moment: Moment, base: date) -> float:
        distance = _distance(moment, base)
        against = distance < 0 if tense == "future" else distance > 0
        return abs(distance) + (100 if against and tense != "present" else 0)

    return cost


def same_year_cost(moment: Moment, base: date) -> float:
    """For "this": the same year or week."""
    assert moment.interval is not None
    week = moment.precision == "day" and week_of(moment.first) == week_of(base)
    return abs(moment.interval.last.year - base.year) * 1000 + (0 if week else abs(_distance(moment, base)))


def story_cost(told: Moment) -> Cost:
    """How far a moment is from the date told before, going back counting more; what lies within a year or season told is nearest."""

    def cost(moment: Moment, base: date) -> float:
        if told.interval is not None and moment.interval is not None and told.interval.first <= moment.first and moment.interval.after <= told.interval.after:
            return 0
        distance = _distance(moment, base)
        return distance if distance >= 0 else -distance * BACK_IN_STORY

    return cost


def _distance(moment: Moment, base: date) -> int:
    assert moment.interval is not None
    if moment.interval.first <= base < moment.interval.after:
        return 0
    return (moment.interval.first - base).days if moment.interval.first > base else (moment.interval.last - base).days


def within(form: Form, frame: Moment) -> Moment | None:
    """The part of a known year, month or week that the form names ("May last year", "Monday last week"); the frame itself if none."""
    weekday, day = form.number("weekday"), form.number("day")
    if frame.interval is None or not is_open(form):
        return frame
    if weekday is not None and frame.precision == "week":
        return day_of(frame.first + (weekday - 1) * DAY)
    if day is not None and frame.precision == "month":
        return in_year(Form(0, 0, "point", form.lang, {"month": frame.first.month, "day": day}), frame.first.year)
    return in_year(form, frame.interval.last.year)
