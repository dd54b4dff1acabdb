"""The chart of events over time."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.records import Happening
from pipeline.report.timeline import MOST_BARS, choose_unit, draw_timeline, fill_bars

# days of events: unit, labels of the bars, events in them
CASES = [
    (["2023-05-04"], "month", ["2023-05"], [1]),
    (["2023-05-04", "2023-05-31", "2023-07-01"], "month", ["2023-05", "2023-06", "2023-07"], [2, 0, 1]),
    (["2010-02-01", "2019-12-31"], "quarter", ["2010 Q1", "2019 Q4"], [1, 1]),
    (["1980-01-01", "2023-01-01"], "year", ["1980", "2023"], [1, 1]),
    (["1703-05-27", "2023-01-01"], "decade", ["1700s", "2020s"], [1, 1]),
    (["0001-01-01"], "month", ["1-01"], [1]),
    (["9000-01-01", "9999-12-31"], "decade", ["9000s", "later"], [1, 1]),
    (["1950-01-01", *["2023-05-04"] * 60, "2023-06-01"], "month", ["earlier", "2023-05", "later"], [1, 60, 1]),
]
NOTES = [
    ([("", "")], "No event is dated."),
    ([("2023-05-04", "2023-05-04"), ("", "")], "not drawn: 1 undated."),
    ([("2023-05-04", "2023-05-04"), ("2023-01-01", "2023-12-31")], "not drawn: 1 known only to a time longer than a month."),
]


def _events(days: list[str]) -> list[Happening]:
    return [Happening(day, day, occurred=True) for day in days]


@pytest.mark.parametrize(("days", "unit", "labels", "counts"), CASES)
def test_bars(days: list[str], unit: str, labels: list[str], counts: list[int]) -> None:
    events = _events(days)
    bars = list(fill_bars(events, choose_unit(events)))
    assert choose_unit(events).name == unit
    shown = [bar for bar in bars if bar.total or unit == "month"]
    assert [bar.label for bar in shown] == labels
    assert [bar.total for bar in shown] == counts


@pytest.mark.parametrize(("days", "note"), NOTES)
def test_note(days: list[tuple[str, str]], note: str) -> None:
    assert note in draw_timeline(tuple(Happening(first, last, occurred=True) for first, last in days))


def test_planned_events_are_told_apart() -> None:
    svg = draw_timeline((Happening("2023-05-04", "2023-05-04", occurred=True), Happening("2023-05-05", "2023-05-05", occurred=False)))
    assert "2023-05: 2 events, 1 of them planned, proposed or negated" in svg


@given(st.lists(st.dates(), min_size=1, max_size=80))
def test_every_event_stands_in_the_bar_of_its_day(days: list[date]) -> None:
    events = _events([day.isoformat() for day in days])
    bars = list(fill_bars(events, choose_unit(events)))
    assert sum(bar.total for bar in bars) == len(events)
    assert len(bars) <= MOST_BARS + 2
    for bar in bars:
        inside = [event for event in events if (not bar.first or event.first >= bar.first) and (not bar.last or event.first <= bar.last)]
        assert len(inside) == bar.total


@given(st.lists(st.dates(), max_size=20))
def test_svg_is_well_formed(days: list[date]) -> None:
    drawing = draw_timeline(tuple(_events([day.isoformat() for day in days])))
    assert ElementTree.fromstring(f"<main>{drawing}</main>").tag == "main"
