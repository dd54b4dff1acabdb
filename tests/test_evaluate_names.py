"""Names: alike up to inflection, short forms and titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate.names import find_words, is_same_word, load_matcher, match_text

SAME_NAMES = [
    ("Pavel Sorin", "Pavel Sorin"),
    ("Pavel Sorin", "Sorin"),
    ("Pavel Sorin", "Governor Pavel Sorin of Northland"),
    ("Николай Сорин", "Николаем Сориным"),
    ("Сорин П.Е.", "Сорин"),
    ("Mayor Olga Brandt", "Brandt"),
    ("Пётр Сёмин", "Петр Семин"),
    ("Government of Northland Region", "Northland government"),
]
OTHER_NAMES = [
    ("Pavel Sorin", "Pavel"),
    ("Pavel Sorin", "Maria Keller"),
    ("Minister Olga Brandt", "Minister"),
    ("Иван Ли", "Иван Ким"),
    ("", "Pavel"),
    ("Pavel", ""),
]
SAME_WORDS = [("Сорин", "Сориным", True), ("город", "города", True), ("Ли", "Лим", False), ("порт", "портсигарами", False), ("мост", "мосту", True)]
TEXTS = [("Agreement on ferries", "Agreement on ferries", 1.0), ("Agreement on ferries", "treaty", 0.0), ("a b c d", "a b", 2 / 3), ("", "x", 0.0)]


@pytest.mark.parametrize(("gold", "form"), SAME_NAMES)
def test_same_name(gold: str, form: str) -> None:
    assert load_matcher().is_same_name(gold, form)


@pytest.mark.parametrize(("gold", "form"), OTHER_NAMES)
def test_other_name(gold: str, form: str) -> None:
    assert not load_matcher().is_same_name(gold, form)


@pytest.mark.parametrize(("one", "other", "same"), SAME_WORDS)
def test_same_word(one: str, other: str, same: bool) -> None:
    assert is_same_word(one, other) is same
    assert is_same_word(other, one) is same


@pytest.mark.parametrize(("one", "other", "score"), TEXTS)
def test_match_text(one: str, other: str, score: float) -> None:
    assert match_text(one, other) == pytest.approx(score)


@given(st.text())
def test_a_name_is_itself(name: str) -> None:
    assert load_matcher().is_same_name(name, name) is bool(find_words(name))
    assert match_text(name, name) == (1.0 if find_words(name) else 0.0)
