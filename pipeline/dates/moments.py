"""Calendar units: a year, month, week or season becomes an interval of days with its TIMEX3 value and its EDTF form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.records import Interval

DAY = timedelta(days=1)
MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month; the winter of a year begins in the December before
EDTF_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar. `interval` is None before the year 1, where only the value is known."""

    precision: str
    value: str
    edtf: str
    interval: Interval | None

    @property
    def first(self) -> date:
        """The first day; only for moments with an interval."""
        assert self.interval is not None
        return self.interval.first


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    first = date(index // 12, index % 12 + 1, 1)
    length = (date(first.year + first.month // 12, first.month % 12 + 1, 1) - first).days
    return first.replace(day=min(day.day, length))


def day_of(day: date) -> Moment:
    """One day."""
    return Moment("day", day.isoformat(), day.isoformat(), Interval(day, day + DAY))


def month_of(year: int, month: int) -> Moment:
    """One month."""
    return _months("month", f"{year:04}-{month:02}", date(year, month, 1))


def quarter_of(year: int, quarter: int) -> Moment:
    """A quarter of a year, 1 to 4; EDTF numbers it 33 to 36."""
    return _months("quarter", f"{year:04}-Q{quarter}", date(year, quarter * 3 - 2, 1), f"{year:04}-{32 + quarter}")


def half_of(year: int, half: int) -> Moment:
    """A half of a year, 1 or 2; EDTF numbers it 40 and 41."""
    return _months("half", f"{year:04}-H{half}", date(year, half * 6 - 5, 1), f"{year:04}-{39 + half}")


def season_of(year: int, season: str) -> Moment:
    """A season: SP, SU, FA or WI."""
    first = date(year - 1 if season == "WI" else year, SEASONS[season], 1)
    return _months("season", f"{year:04}-{season}", first, f"{year:04}-{EDTF_SEASONS[season]}")


def year_of(year: int) -> Moment:
    """One year; one before our era (zero and below, 0 being 1 BC) has a value alone."""
    if year < 1:
        return Moment("year", f"BC{1 - year:04}", f"-{-year:04}" if year else "0000", None)
    return _months("year", f"{year:04}", date(year, 1, 1))


def decade_of(year: int) -> Moment:
    """The decade that begins with `year`."""
    return _months("decade", f"{year // 10:03}", date(year // 10 * 10, 1, 1), f"{year // 10:03}X")


def century_of(number: int) -> Moment:
    """The 20th century is 1901 to 2000; its value, as TIMEX3 has it, is 19."""
    return replace(_months("century", f"{number - 1:02}", date(number * 100 - 99, 1, 1), f"{number - 1:02}XX"), precision="range")


def week_of(day: date) -> Moment:
    """The week, from Monday, that holds `day`."""
    first = day - day.weekday() * DAY
    year, week, _ = day.isocalendar()
    return Moment("week", f"{year:04}-W{week:02}", f"{first}/{first + 6 * DAY}", Interval(first, first + 7 * DAY))


def weekend_of(day: date) -> Moment:
    """Saturday and Sunday of the week that holds `day`."""
    week = week_of(day)
    first = week.first + 5 * DAY
    return Moment("range", f"{week.value}-WE", f"{first}/{first + DAY}", Interval(first, first + 2 * DAY))


def range_of(first: Moment, last: Moment) -> Moment | None:
    """From the first day of one to the last day of the other; None where that is no forward stretch."""
    if first.interval is None or last.interval is None or last.interval.after <= first.interval.first:
        return None
    interval = Interval(first.interval.first, last.interval.after)
    return Moment("range", f"{first.value}/{last.value}", f"{_end(first, 0)}/{_end(last, -1)}", interval)


def unit_of(unit: str, day: date) -> Moment:
    """The calendar unit (day, week, weekend, month, quarter, half, year, decade, century) that holds `day`."""
    match unit:
        case "week":
            return week_of(day)
        case "weekend":
            return weekend_of(day)
        case "month":
            return month_of(day.year, day.month)
        case "quarter":
            return quarter_of(day.year, (day.month + 2) // 3)
        case "half":
            return half_of(day.year, (day.month + 5) // 6)
        case "year":
            return year_of(day.year)
        case "decade":
            return decade_of(day.year)
        case "century":
            return century_of((day.year + 99) // 100)
    return day_of(day)


def shift(day: date, unit: str, number: int) -> date:
    """`day` moved by a number of units, back if negative."""
    if unit in MONTHS:
        return add_months(day, number * MONTHS[unit])
    return day + number * (7 if unit in {"week", "weekend"} else 1) * DAY


def _months(precision: str, value: str, first: date, edtf: str = "") -> Moment:
    return Moment(precision, value, edtf or value, Interval(first, add_months(first, MONTHS[precision])))


def _end(moment: Moment, index: int) -> str:
    return moment.edtf.split("/")[index]
