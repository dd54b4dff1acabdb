"""What holds for any date and any text: found again with the same value, offsets that fit, no error."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pipeline.annotate.build import SENTENCES
from pipeline.dates import find_dates, load_date_words
from pipeline.dates.moments import Moment, add_months, day_of, range_of, shift, unit_of

WORDS = load_date_words()
EN_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
RU_MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]

FORMATS: list[tuple[str, Callable[[date], str]]] = [
    ("en", lambda d: f"{EN_MONTHS[d.month - 1]} {d.day}, {d.year}"),
    ("en", lambda d: f"{d.day} {EN_MONTHS[d.month - 1]} {d.year}"),
    ("en", lambda d: f"the {d.day}th of {EN_MONTHS[d.month - 1]}, {d.year}"),
    ("en", lambda d: f"{EN_MONTHS[d.month - 1].upper()}\u00a0{d.day},\u00a0{d.year}"),
    ("en", lambda d: f"{d.month}/{d.day}/{d.year}"),
    ("en", lambda d: d.isoformat()),
    ("ru", lambda d: f"{d.day} {RU_MONTHS[d.month - 1]} {d.year} года"),
    ("ru", lambda d: f"{d.day}-го {RU_MONTHS[d.month - 1].upper()} {d.year} г."),
    ("ru", lambda d: f"{d:%d.%m.%Y}"),
    ("ru", lambda d: d.isoformat()),
]
FRAGMENTS = [
    "5",
    "15th",
    "31",
    " ",
    ", ",
    "-",
    "/",
    ".",
    ":",
    "2022",
    "0",
    "9999",
    "31 February 2022",
    "May",
    "last",
    "next",
    "week",
    "years",
    "ago",
    "in",
    "мая",
    "30",
    "февраля",
    "год",
    "года",
    "назад",
    "прошлом",
    "в",
    "на",
    "с",
    "по",
    "BC",
    "a.m.",
    "İ",
    "ß",
    "\u00ad",
    "\u2028",
    "XX века",
    "the day before",
    "million years ago",
    "9999 years later",
]


def bare_doc(text: str, lang: str) -> Doc:
    """One sentence of tokens without any analysis."""
    doc = Doc(Vocab(), words=(tokens := re.findall(r"\w+|[^\w\s]|\s+", text)), spaces=[False] * len(tokens))
    doc.spans[SENTENCES] = [Span(doc, 0, len(doc), label=lang)] if len(doc) else []
    return doc


@given(day=st.dates(date(1900, 1, 1), date(2090, 12, 31)), style=st.sampled_from(FORMATS))
def test_a_printed_date_is_found_again(day: date, style: tuple[str, Callable[[date], str]]) -> None:
    lang, write = style
    text = f"... {write(day)}"
    (mention,) = find_dates(bare_doc(text, lang), published=None, words=WORDS)
    assert (mention.value, mention.precision, mention.edtf) == (day.isoformat(), "day", day.isoformat())
    assert mention.interval is not None
    assert (mention.interval.first, mention.interval.last) == (day, day)


@given(
    text=st.one_of(
        st.text(max_size=60), st.lists(st.sampled_from(FRAGMENTS), max_size=14).map(" ".join), st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)
    ),
    lang=st.sampled_from(["en", "ru"]),
    published=st.one_of(st.none(), st.dates()),
)
def test_offsets_fit_any_text(text: str, lang: str, published: date | None) -> None:
    found = find_dates(bare_doc(text, lang), published=published, words=WORDS)
    assert all(text[m.start : m.end] == m.text and m.text.strip() for m in found)
    assert all(first.end <= last.start for first, last in zip(found, found[1:], strict=False))
    assert all((m.interval is None) == (m.precision == "") or m.value.startswith("BC") for m in found)


@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "half", "year", "decade", "century"])
@given(day=st.dates(date(10, 1, 1), date(9000, 1, 1)))
def test_a_unit_holds_its_days(unit: str, day: date) -> None:
    moment = unit_of(unit, day)
    assert moment.interval is not None
    assert moment.interval.first <= day < moment.interval.after
    assert unit_of(unit, moment.interval.last) == moment


@given(day=st.dates(date(1000, 1, 1), date(3000, 1, 1)), months=st.integers(-500, 500))
def test_months_are_added_and_taken_off(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert add_months(moved.replace(day=1), -months) == day.replace(day=1)


@given(first=st.dates(date(1000, 1, 1), date(3000, 1, 1)), days=st.integers(-30, 400))
def test_a_range_goes_forward(first: date, days: int) -> None:
    last = shift(first, "day", days)
    found: Moment | None = range_of(day_of(first), day_of(last))
    assert (found is None) == (days < 0)
    assert found is None or found.interval is None or found.interval.after - found.interval.first == timedelta(days + 1)
