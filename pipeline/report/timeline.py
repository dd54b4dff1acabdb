"""Draws the events over time as an SVG of bars, in the finest unit of time that keeps the chart readable."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from pipeline.report.records import Happening

MOST_BARS = 60
OUTLIERS = 50  # one event in so many at either end may fall into the bars "earlier" and "later"
WIDTH, HEIGHT, FLOOR, MARGIN = 1000, 190, 160, 40  # of the drawing; the bars' baseline; room for the scale
WIDEST_BAR = 40
FIRST_MONTH = 12  # January of the year 1, in months since year 0


@dataclass(frozen=True, slots=True)
class Unit:
    """A length of time that one bar stands for."""

    name: str
    months: int
    days: int  # at most


@dataclass(frozen=True, slots=True)
class Bar:
    """The events that began in one unit of time; `first` or `last` is empty where the bar is open to that side."""

    label: str
    first: str
    last: str
    occurred: int
    other: int

    @property
    def total(self) -> int:
        """All events of the bar."""
        return self.occurred + self.other


UNITS = (Unit("month", 1, 31), Unit("quarter", 3, 92), Unit("year", 12, 366), Unit("decade", 120, 3653))


def draw_timeline(happenings: tuple[Happening, ...]) -> str:
    """SVG and a note of what is not drawn; only the note where no event is dated. Text in it is escaped."""
    dated = [event for event in happenings if event.first]
    if not dated:
        return '<p class="note">No event is dated.</p>'
    unit = choose_unit(dated)
    drawn = [event for event in dated if _days(event) <= unit.days]
    bars = tuple(fill_bars(drawn, unit)) if drawn else ()
    return f"{_draw_bars(bars)}{_note(len(happenings) - len(dated), len(dated) - len(drawn), unit)}"


def choose_unit(dated: list[Happening]) -> Unit:
    """The finest unit in which all but the outliers need at most `MOST_BARS` bars."""
    first, last = _core(dated)
    return next((unit for unit in UNITS if last // unit.months - first // unit.months < MOST_BARS), UNITS[-1])


def fill_bars(drawn: list[Happening], unit: Unit) -> Iterator[Bar]:
    """The bars from left to right, empty ones too, with one for all that is earlier and one for all that is later."""
    first, last = (month // unit.months for month in _core(drawn))
    last = min(last, first + MOST_BARS - 1)
    occurred: Counter[int] = Counter()
    other: Counter[int] = Counter()
    for event in drawn:
        index = min(max(_month(event.first) // unit.months, first - 1), last + 1)
        (occurred if event.occurred else other)[index] += 1
    for index in range(first - 1, last + 2):
        bar = Bar(_label(index, unit), _first_day(index, unit), _last_day(index, unit), occurred[index], other[index])
        if first <= index <= last:
            yield bar
        elif bar.total:
            yield _open_bar(bar, earlier=index < first)


def _core(dated: list[Happening]) -> tuple[int, int]:
    months = sorted(_month(event.first) for event in dated)
    cut = len(months) // OUTLIERS
    return months[cut], months[-1 - cut]


def _open_bar(bar: Bar, *, earlier: bool) -> Bar:
    if earlier:
        return Bar("earlier", "", bar.last, bar.occurred, bar.other)
    return Bar("later", bar.first, "", bar.occurred, bar.other)


def _days(event: Happening) -> int:
    return (date.fromisoformat(event.last) - date.fromisoformat(event.first)).days + 1


def _month(day: str) -> int:
    """Months since year 0."""
    year, month, _ = day.split("-")
    return int(year) * 12 + int(month) - 1


def _first_day(index: int, unit: Unit) -> str:
    year, month = divmod(max(index * unit.months, FIRST_MONTH), 12)
    return f"{year:04d}-{month + 1:02d}-01"


def _last_day(index: int, unit: Unit) -> str:
    year, month = divmod(max((index + 1) * unit.months - 1, FIRST_MONTH), 12)
    return f"{year:04d}-{month + 1:02d}-{monthrange(year, month + 1)[1]:02d}"


def _label(index: int, unit: Unit) -> str:
    year, month = divmod(index * unit.months, 12)
    return {"month": f"{year}-{month + 1:02d}", "quarter": f"{year} Q{month // 3 + 1}", "year": f"{year}", "decade": f"{year}s"}[unit.name]


def _draw_bars(bars: tuple[Bar, ...]) -> str:
    if not bars:
        return ""
    highest = max(bar.total for bar in bars)
    step = (WIDTH - MARGIN) / len(bars)
    every = max(1, round(len(bars) / 12))
    parts = [f'<svg id="timeline" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="Events over time">']
    parts.append(f'<path class="axis" d="M{MARGIN} {FLOOR}H{WIDTH}M{MARGIN} 10H{WIDTH}"/>')
    parts += [f'<text class="scale" x="{MARGIN - 6}" y="14">{highest}</text>', f'<text class="scale" x="{MARGIN - 6}" y="{FLOOR + 4}">0</text>']
    for number, bar in enumerate(bars):
        left = MARGIN + number * step
        parts.append(_draw_bar(bar, left, step, (FLOOR - 10) / highest))
        if number % every == 0:
            parts.append(f'<text class="label" x="{left + step / 2:.1f}" y="{FLOOR + 20}">{escape(bar.label)}</text>')
    return "".join([*parts, "</svg>"])


def _draw_bar(bar: Bar, left: float, step: float, scale: float) -> str:
    width = min(step * 0.8, WIDEST_BAR)
    x = left + (step - width) / 2
    occurred, other = bar.occurred * scale, bar.other * scale
    told = f"{escape(bar.label)}: {bar.total} events" + (f", {bar.other} of them planned, proposed or negated" if bar.other else "")
    opening = f'<g class="bar" data-from="{bar.first}" data-to="{bar.last}"'
    opening += f' tabindex="0" role="button" aria-label="{told}">' if bar.total else ">"
    return (
        f'{opening}<title>{told}</title><rect class="space" x="{left:.1f}" y="10" width="{step:.1f}" height="{FLOOR - 10}"/>'
        f'<rect class="occurred" x="{x:.1f}" y="{FLOOR - occurred:.1f}" width="{width:.1f}" height="{occurred:.1f}"/>'
        f'<rect class="other" x="{x:.1f}" y="{FLOOR - occurred - other:.1f}" width="{width:.1f}" height="{other:.1f}"/></g>'
    )


def _note(undated: int, longer: int, unit: Unit) -> str:
    told = [f"{undated} undated" if undated else "", f"{longer} known only to a time longer than a {unit.name}" if longer else ""]
    missing = ", ".join(filter(None, told))
    return (
        f'<p class="note">One bar is a {unit.name}, by the first day{f"; not drawn: {missing}" if missing else ""}. Choose a bar to list what began then.</p>'
    )
