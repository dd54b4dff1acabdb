"""Sentences whose words are hidden, or written with letters of another script: they tell what they seem to, where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.visible import make_visible

if TYPE_CHECKING:
    from pipeline.records import Analysis

EN = "Mayor Olga Belova met with Consul Igor Laptev in Kazan on 3 May 2021."
RU = "Мэр Ольга Белова встретилась с консулом Игорем Лаптевым в Казани 3 мая 2021 года."
LOOKS = str.maketrans("аеорсухМОКТ", "aeopcyxMOKT")
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
WRITTEN = [
    (EN, lambda text: "\u200b".join(text)),
    (EN, lambda text: text.replace(" ", " \u200e").replace("a", "a\u2060")),
    (EN, lambda text: f"\u202e{text}\u202c"),
    (EN, lambda text: text.replace(" ", " \0")),
    (EN, lambda text: text.translate(str.maketrans("aeopcyx", "аеорсух"))),
    (EN, lambda text: text.translate(WIDE)),
    (RU, lambda text: "\u00ad".join(text)),
    (RU, lambda text: text.translate(LOOKS)),
    (RU, lambda text: unicodedata.normalize("NFD", text)),
    (RU, lambda text: text.replace("о", "о\u0301", 3)),
    (RU, lambda text: text.replace("с ", "c ", 1)),
]
SEEN = [
    ("o\ufb03ce", "office"),
    ("Cбербaнк", "Сбербанк"),
    ("Вместе c мэром", "Вместе с мэром"),
    ("B Москве", "В Москве"),
    ("за\u0301мок", "замок"),
    ("и\u0306од", "йод"),
    ("\u0301a", "\u0301a"),
]
UNTOUCHED = ["", EN, RU, "IT-компания, COVID-19 и Wi-Fi", "VIPы", "план B на завтра", "№ 5 ½ … x²", "iPhone'ом", "a\r\nb\tc\u00a0d\x85"]


@pytest.mark.parametrize(("text", "write"), WRITTEN)
def test_the_same_row(text: str, write: Callable[[str], str], read: Callable[[str], Analysis]) -> None:
    written = write(text)
    [plain], [found] = read(text).mentions, read(written).mentions
    assert [p.name for p in found.participants] == [p.name for p in plain.participants]
    assert (found.event_type, found.place, found.country) == (plain.event_type, plain.place, plain.country)
    assert (found.date and found.date.value) == (plain.date and plain.date.value) == "2021-05-03"
    assert written[found.start : found.end] == found.sentence
    assert written[found.trigger_start : found.trigger_end] == found.trigger
    assert all(written[p.start : p.end] == p.text for p in found.participants)
    assert found.date is not None
    assert written[found.date.start : found.date.end] == found.date.text


@pytest.mark.parametrize(("text", "seen"), SEEN)
def test_what_a_reader_sees(text: str, seen: str) -> None:
    visible = make_visible(text)
    assert (text if visible is None else visible.text) == seen


@pytest.mark.parametrize("text", UNTOUCHED)
def test_ordinary_texts_stay(text: str) -> None:
    visible = make_visible(text)
    assert visible is None or visible.text == text


@given(st.text(alphabet=st.sampled_from("abcАБВеий \u00ad\u200b\u0301\u0306\ufb03Ｍ\n.\0\U0001d400😀")))
def test_every_character_has_its_place(text: str) -> None:
    visible = make_visible(text)
    if visible is not None:
        assert len(visible.text) == len(visible.starts) == len(visible.ends)
        assert all(0 <= start < end <= len(text) for start, end in zip(visible.starts, visible.ends, strict=True))
        assert list(visible.starts) == sorted(visible.starts)
