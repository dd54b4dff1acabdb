"""Transliteration, and the one spelling that transcriptions of a sound share."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.names.similar import block_keys, match_words
from pipeline.names.transliterate import find_needles, fold, is_cyrillic, load_sounds, read_variants, to_latin

SOUNDS = load_sounds()
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"

LATIN = [
    ("Дмитрий Жуковский", "Dmitry Zhukovsky"),
    ("Елена Щукина", "Yelena Shchukina"),
    ("Соловьёв", "Solovyov"),
    ("Байжанов", "Bayzhanov"),
    ("Хабаровск", "Khabarovsk"),
    ("Объединение", "Obyedineniye"),
    ("Максим", "Maxim"),
    ("Узбекский", "Uzbeksky"),  # not Uzbexky
    ("АО Юг", "AO Yug"),
    ("Acme Ltd и К", "Acme Ltd i K"),
]

ONE_SOUND = [
    ("Solovyov", "Соловьёв"),
    ("Soloviev", "Соловьев"),
    ("Fedorova", "Фёдорова"),
    ("Zhumabayev", "Жумабаев"),
    ("Jumabaev", "Жумабаев"),
    ("Dzhafarov", "Джафаров"),
    ("Jafarov", "Джафаров"),
    ("Shchukin", "Щукин"),
    ("Zelenskyy", "Зеленский"),
    ("Xenia", "Ксения"),
]

READINGS = [
    ("Zhiqiang", "Чжицян"),
    ("Jianguo", "Цзяньго"),
    ("Schreiber", "Шрайбер"),
    ("Marchetti", "Маркетти"),
    ("Hernandez", "Эрнандес"),
    ("Wright", "Райт"),
    ("Dubois", "Дюбуа"),
    ("Wilson", "Уилсон"),
    ("Hrytsenko", "Гриценко"),
]

APART = [("Karimov", "Касимов"), ("Stepanov", "Степаненко"), ("Novotny", "Новак"), ("Иванов", "Ивановский"), ("Zhukov", "Жуковский"), ("Cooper", "Картер")]


@pytest.mark.parametrize(("russian", "latin"), LATIN)
def test_to_latin(russian: str, latin: str) -> None:
    assert to_latin(russian, SOUNDS) == latin


@pytest.mark.parametrize(("latin", "russian"), ONE_SOUND)
def test_transcriptions_fold_to_one_spelling(latin: str, russian: str) -> None:
    assert fold(latin, SOUNDS) == fold(russian, SOUNDS)


@pytest.mark.parametrize(("latin", "russian"), READINGS)
def test_foreign_spellings_have_the_reading_of_the_russian_one(latin: str, russian: str) -> None:
    assert fold(russian, SOUNDS) in read_variants(latin, SOUNDS)
    assert block_keys(latin, SOUNDS) & block_keys(russian, SOUNDS)


@pytest.mark.parametrize(("a", "b"), APART)
def test_other_names_differ(a: str, b: str) -> None:
    assert match_words(a, b, SOUNDS) == "different"


@given(st.text(CYRILLIC + CYRILLIC.upper() + " -", max_size=30))
def test_no_cyrillic_is_left(text: str) -> None:
    assert not is_cyrillic(to_latin(text, SOUNDS))


@given(st.text(string.ascii_letters + " .,'-", max_size=30))
def test_latin_stays_as_told(text: str) -> None:
    assert to_latin(text, SOUNDS) == text


@given(st.text(CYRILLIC, min_size=1, max_size=12))
def test_a_name_sounds_like_its_transliteration(name: str) -> None:
    assert match_words(name, name, SOUNDS) == "same"
    assert fold(to_latin(name, SOUNDS), SOUNDS) == fold(name, SOUNDS)


NEEDLES = [
    ("tsch|tch", ("tsch", "tch")),
    ("c(?=[ei]|$)", ("c",)),
    ("^h|(?<=[aeiou])h", ("h", "h")),
    ("aux?$", ("au",)),  # the x may be missing
    (r"\bgi", ("gi",)),  # the b is no letter
    ("j+", ("j",)),
    ("[iy]+", ("",)),
    ("th|[iy]", ("th", "")),
    (r"(.)\1+", ("",)),
    ("(?:ab)?c", ("",)),
    ("a{0,2}b", ("",)),
]


@pytest.mark.parametrize(("pattern", "needles"), NEEDLES)
def test_letters_that_a_pattern_cannot_do_without(pattern: str, needles: tuple[str, ...]) -> None:
    assert find_needles(pattern) == needles


@given(st.text(alphabet=f"{CYRILLIC}{string.ascii_lowercase}'", min_size=1, max_size=12))
def test_no_word_is_passed_over_that_a_pattern_matches(word: str) -> None:
    for rules in (SOUNDS.spelling, SOUNDS.folds, *SOUNDS.readings):
        for pattern, _, needles in rules:
            assert pattern.search(word) is None or any(needle in word for needle in needles)


def test_no_letter_of_ascii_has_another_spelling() -> None:
    assert not any(letter.isascii() for letter in SOUNDS.plain)
