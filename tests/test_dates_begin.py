"""Where date expressions may begin: nothing that a pattern matches is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dates.begin import find_openings
from pipeline.dates.words import load_date_words

DATES = load_date_words()
ENGLISH = "on in the last next mid- several times a per week two years ago 3 15th 1990s 2012 2012-11-24 00:00 10 a.m. may jan. monday spring q3 first quarter"
RUSSIAN = "в во с по 3-5 прошлом минувший вторник накануне сентября мая 28-го числа 2022 году г. 90-х нач. два раза в неделю полтора года xx век весной сегодня"
WORDS = [*ENGLISH.split(), *RUSSIAN.split(), ",", ".", "-", "–", "(", ")", "№", "$17", "12%", "8:30"]


@pytest.mark.parametrize(
    ("source", "openings"),
    [
        ("may", {"may"}),
        ("(?:early )?may", {"ear", "may"}),
        (r"\d{1,2}(?:th)? of", {"00t", "00 ", "0th", "0 o"}),
        (r"(?P<year>19\d\d|20\d\d)", {"000"}),
        (r"ма[йяею]", {"май", "мая", "мае", "маю"}),
        (r"(?<!\w)(?:q|кв\.?)\s?[1-4]", {"q 0", "q0", "кв.", "кв ", "кв0"}),
        (r"\w+ times", {""}),
        (r"x[^a]", {"x"}),
        (r"a+b", {"ab", "aab", "aaa"}),
        (r"(?:an?|the) day", {"a d", "an ", "the"}),
        (r"[а-ӿ]x", {""}),
        (r"[a-c]", {"a", "b", "c"}),
    ],
)
def test_the_letters_that_a_match_begins_with(source: str, openings: set[str]) -> None:
    assert find_openings(source) == openings


@pytest.mark.parametrize(
    ("source", "openings"),
    [
        (r"(?:the|an?)\s+(?:next|last) day", {"nex", "las", " ne", " la", "  n", "  l", "   "}),
        (r"(?:the )?(?:\d+th|first)", {"0th", "00t", "000", "fir"}),
        (r"(?:[a-z]+ )?may", {"may"}),
        (r"\w+ times", {"", " ti", "tim"}),
        (r"(?:the(?: year)?|on) ?", {"", "yea"}),
        (r"on the day", set()),
    ],
)
def test_letters_behind_an_article_are_those_of_matches_that_begin_with_it(source: str, openings: set[str]) -> None:
    assert find_openings(source, behind="the ") == openings


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), st.sampled_from(["en", "ru"]))
def test_nothing_that_matches_is_left_out(text: str, lang: str) -> None:
    language = DATES.languages[lang]
    told = dict(language.begins.find(text))
    for number, pattern in enumerate(language.patterns):
        assert all(number in told.get(match.start(), ()) for match in pattern.regex.finditer(text)), pattern.regex.pattern


@pytest.mark.parametrize(("lang", "text"), [("en", "the delegation arrived with books and left."), ("ru", "делегация прибыла с книгами и уехала.")])
def test_hardly_a_pattern_is_tried_where_no_date_is(lang: str, text: str) -> None:
    language = DATES.languages[lang]
    tried = sum(len(numbers) for _, numbers in language.begins.find(text))
    assert tried < len(text.split()) * len(language.patterns) / 5
