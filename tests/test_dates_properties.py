"""What holds for any date and any text: found again with the same value, offsets that fit, no error."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate import Doc, Span, make_doc
from pipeline.dates import find_dates, load_date_words
from pipeline.dates.moments import Moment, add_months, day_of, range_of, shift, unit_of

WORDS = load_date_words()
EN_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
RU_MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]

EN_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
RU_DAYS = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"]
RU_IN_MONTHS = ["январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре", "декабре"]
ORDINALS = ["first", "second", "third", "fourth"]
RU_ORDINALS = ["первом", "втором"]
DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 31))

FORMATS: list[tuple[str, Callable[[date], str]]] = [
    ("en", lambda d: f"{EN_MONTHS[d.month - 1]} {d.day}, {d.year}"),
    ("en", lambda d: f"{d.day} {EN_MONTHS[d.month - 1]} {d.year}"),
    ("en", lambda d: f"the {d.day}th of {EN_MONTHS[d.month - 1]}, {d.year}"),
    ("en", lambda d: f"{EN_MONTHS[d.month - 1].upper()}\u00a0{d.day},\u00a0{d.year}"),
    ("en", lambda d: f"{d.month}/{d.day}/{d.year}"),
    ("en", lambda d: d.isoformat()),
    ("ru", lambda d: f"{d.day} {RU_MONTHS[d.month - 1]} {d.year} года"),
    ("ru", lambda d: f"{d.day}-го {RU_MONTHS[d.month - 1].upper()} {d.year} г."),
    ("en", lambda d: f"{EN_DAYS[d.weekday()]}, {EN_MONTHS[d.month - 1]} {d.day}, {d.year}"),
    ("en", lambda d: f"{EN_DAYS[d.weekday()]} {d.day} {EN_MONTHS[d.month - 1]} {d.year}"),
    ("en", lambda d: f"{EN_MONTHS[d.month - 1][:3]}. {d.day}, {d.year}" if d.month != 5 else f"May {d.day}, {d.year}"),
    ("ru", lambda d: f"{d:%d.%m.%Y}"),
    ("ru", lambda d: f"{d:%d/%m/%Y}"),
    ("ru", lambda d: f"{RU_DAYS[d.weekday()]}, {d.day} {RU_MONTHS[d.month - 1]} {d.year} года"),
    ("ru", lambda d: f"{d.day:02} {RU_MONTHS[d.month - 1]} {d.year}"),
    ("ru", lambda d: d.isoformat()),
]
UNITS: list[tuple[str, str, Callable[[date], str]]] = [
    ("en", "month", lambda d: f"{EN_MONTHS[d.month - 1]} {d.year}"),
    ("en", "month", lambda d: f"the end of {EN_MONTHS[d.month - 1]} {d.year}"),
    ("en", "quarter", lambda d: f"the {ORDINALS[(d.month - 1) // 3]} quarter of {d.year}"),
    ("en", "quarter", lambda d: f"Q{(d.month + 2) // 3} {d.year}"),
    ("en", "half", lambda d: f"the {ORDINALS[(d.month - 1) // 6]} half of {d.year}"),
    ("en", "year", lambda d: f"the year {d.year}"),
    ("en", "decade", lambda d: f"the {d.year // 10}0s"),
    ("ru", "month", lambda d: f"{RU_IN_MONTHS[d.month - 1]} {d.year} года"),
    ("ru", "month", lambda d: f"начале {RU_MONTHS[d.month - 1]} {d.year} г."),
    ("ru", "quarter", lambda d: f"{(d.month + 2) // 3}-м квартале {d.year} года"),
    ("ru", "half", lambda d: f"{RU_ORDINALS[(d.month - 1) // 6]} полугодии {d.year} года"),
    ("ru", "year", lambda d: f"{d.year} году"),
    ("ru", "decade", lambda d: f"{d.year // 10}0-х годах"),
]
SPANS: list[tuple[str, Callable[[date, date], str]]] = [
    ("en", lambda a, b: f"from {a.day} {EN_MONTHS[a.month - 1]} {a.year} to {b.day} {EN_MONTHS[b.month - 1]} {b.year}"),
    ("en", lambda a, b: f"{EN_MONTHS[a.month - 1]} {a.day}, {a.year} - {EN_MONTHS[b.month - 1]} {b.day}, {b.year}"),
    ("ru", lambda a, b: f"с {a.day} {RU_MONTHS[a.month - 1]} {a.year} года по {b.day} {RU_MONTHS[b.month - 1]} {b.year} года"),
    ("ru", lambda a, b: f"с {a:%d.%m.%Y} по {b:%d.%m.%Y}"),
]
COUNTED: list[tuple[str, int, str, Callable[[int], str]]] = [
    ("en", -1, "day", lambda n: f"{n} days ago"),
    ("en", -1, "year", lambda n: f"{n} years ago"),
    ("en", 1, "month", lambda n: f"{n} months from now"),
    ("ru", -1, "day", lambda n: f"{n} дней назад"),
    ("ru", -1, "month", lambda n: f"{n} месяцев тому назад"),
    ("ru", -1, "year", lambda n: f"{n} лет назад"),
]
AROUND = {"en": ("They met in Graz on ", ", and left.", "", " it was."), "ru": ("Встреча прошла ", " в Омске.", "", " было тихо.")}
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
    doc = make_doc(tokens := re.findall(r"\w+|[^\w\s]|\s+", text), spaces=[False] * len(tokens))
    doc.sentences = [Span(doc, 0, len(doc), lang)] if len(doc) else []
    return doc


def around(lang: str, words: str, place: int) -> str:
    """The words within a sentence, or at its beginning."""
    return AROUND[lang][place * 2] + words + AROUND[lang][place * 2 + 1]


@given(day=DAYS, style=st.sampled_from(FORMATS), place=st.integers(0, 1), published=st.one_of(st.none(), DAYS))
def test_a_printed_date_is_found_again(day: date, style: tuple[str, Callable[[date], str]], place: int, published: date | None) -> None:
    lang, write = style
    (mention,) = find_dates(bare_doc(around(lang, write(day), place), lang), published=published, words=WORDS)
    assert (mention.value, mention.precision, mention.edtf, mention.anchor) == (day.isoformat(), "day", day.isoformat(), "")
    assert mention.interval is not None
    assert (mention.interval.first, mention.interval.last) == (day, day)


@given(day=DAYS, style=st.sampled_from(UNITS), place=st.integers(0, 1))
def test_a_printed_unit_is_found_again(day: date, style: tuple[str, str, Callable[[date], str]], place: int) -> None:
    lang, unit, write = style
    (mention,) = find_dates(bare_doc(around(lang, write(day), place), lang), published=None, words=WORDS)
    moment = unit_of(unit, day)
    assert (mention.value, mention.precision, mention.edtf, mention.interval) == (moment.value, unit, moment.edtf, moment.interval)


@given(first=DAYS, days=st.integers(1, 500), style=st.sampled_from(SPANS), place=st.integers(0, 1))
def test_a_printed_range_is_found_again(first: date, days: int, style: tuple[str, Callable[[date, date], str]], place: int) -> None:
    lang, write = style
    last = first + timedelta(days)
    found = find_dates(bare_doc(around(lang, write(first, last), place), lang), published=None, words=WORDS)
    assert [(m.value, m.role) for m in found] == [(first.isoformat(), "start"), (last.isoformat(), "end")]


@given(published=DAYS, number=st.integers(2, 90), style=st.sampled_from(COUNTED))
def test_what_is_counted_from_publication(published: date, number: int, style: tuple[str, int, str, Callable[[int], str]]) -> None:
    lang, direction, unit, write = style
    (mention,) = find_dates(bare_doc(around(lang, write(number), 0), lang), published=published, words=WORDS)
    assert mention.interval == unit_of(unit, shift(published, unit, direction * number)).interval
    assert (mention.anchor, mention.anchor_source) == (published.isoformat(), "published")


@given(day=DAYS, published=DAYS, lang=st.sampled_from(["en", "ru"]))
def test_a_day_without_a_year_is_the_nearest(day: date, published: date, lang: str) -> None:
    words = f"{EN_MONTHS[day.month - 1]} {day.day}" if lang == "en" else f"{day.day} {RU_MONTHS[day.month - 1]}"
    (mention,) = find_dates(bare_doc(around(lang, words, 0), lang), published=published, words=WORDS)
    assert mention.interval is not None
    assert (mention.interval.first.month, mention.interval.first.day) == (day.month, day.day)
    assert abs((mention.interval.first - published).days) <= (366 if (day.month, day.day) != (2, 29) else 2 * 366)
    (unknown,) = find_dates(bare_doc(around(lang, words, 0), lang), published=None, words=WORDS)
    assert (unknown.interval, unknown.value) == (None, f"XXXX-{day.month:02}-{day.day:02}")


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
