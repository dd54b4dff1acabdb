"""Texts all in capitals, or without any: they are read with the capitals that their words have elsewhere, and what is told stands where it stood."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate import see_text
from pipeline.annotate.letters import write_text
from pipeline.explain_text import explain_text
from pipeline.text.letters import tell_letters

if TYPE_CHECKING:
    from pipeline.annotate import Models
    from pipeline.flow import Kit
    from pipeline.records import Analysis

EN = "Mayor Olga Belova met with Consul Igor Laptev in Kazan on 3 May 2021."
RU = "Мэр Ольга Белова встретилась с консулом Игорем Лаптевым в Казани 3 мая 2021 года."
TOLD = [  # text, what its letters are
    (EN, ""),
    (EN.upper(), "capitals"),
    (RU.lower(), "small"),
    ("MAYOR MET.", ""),
    ("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19", ""),
    ("A" * 75 + "b" * 25, "capitals"),
    ("A" * 74 + "b" * 26, ""),
    ("a" * 499 + "B", "small"),
    ("a" * 498 + "B", ""),
    ("A" * 40, "capitals"),
    ("A" * 39, ""),
]
WRITTEN = [  # words in capitals, how they are written
    ("THE MAYOR MET THEM", "The Mayor met them"),
    ("IN TALLINN. THEY SIGNED", "In Tallinn. They signed"),
    ("ON 3 MAY THE EU AND NATO", "On 3 May the EU and NATO"),
    ("WITH A. PETROV AND O'BRIEN", "With A. Petrov and O'Brien"),
    ("LATVIA'S BLN. FORUM", "Latvia's bln. Forum"),
    ("FORUM III OF THE WWF", "Forum III of the WWF"),
    ("МИД РФ", "МИД РФ"),
    ("В КАЗАНИ С И. ЛАПТЕВЫМ", "В Казани с И. Лаптевым"),
    ("КОМПАНИЯ ЗАРНЕКС И БВГ", "Компания Зарнекс и БВГ"),
    ("5 МЛН РУБ. В 2021 Г.", "5 млн руб. в 2021 г."),
    ("he met ANNA and mcLean", "He met Anna and mcLean"),
    ("THE STRAßE", "The STRAßE"),
    ("", ""),
]
ARTICLES = [(EN, "Olga Belova", "Igor Laptev"), (RU, "Ольга Белова", "Игорь Лаптев")]


@pytest.mark.parametrize(("text", "letters"), TOLD)
def test_what_the_letters_of_a_text_are(text: str, letters: str) -> None:
    assert tell_letters(text) == letters


@pytest.mark.parametrize(("text", "written"), WRITTEN)
def test_words_get_their_capitals(text: str, written: str, models: Models) -> None:
    assert write_text(text, models) == written


@pytest.mark.parametrize("change", [str.upper, str.lower])
@pytest.mark.parametrize(("text", "who", "whom"), ARTICLES)
def test_events_of_such_texts(text: str, who: str, whom: str, change: Callable[[str], str], read: Callable[[str], Analysis]) -> None:
    changed = change(text)
    (mention,) = read(changed).mentions
    assert (mention.event_type, [p.name for p in mention.participants]) == ("meeting", [who, whom])
    assert (mention.sentence, mention.start, mention.end) == (changed, 0, len(changed))
    assert changed[mention.trigger_start : mention.trigger_end] == mention.trigger
    assert [changed[p.start : p.end] for p in mention.participants] == [p.text for p in mention.participants]
    assert mention.date is not None
    assert changed[mention.date.start : mention.date.end] == mention.date.text


def test_hidden_characters_among_capitals(read: Callable[[str], Analysis]) -> None:
    text = EN.upper().replace("BEL", "BE\u200bL")
    (mention,) = read(text).mentions
    assert [text[p.start : p.end] for p in mention.participants] == ["MAYOR OLGA BE\u200bLOVA", "CONSUL IGOR LAPTEV"]


def test_texts_of_both_kinds_of_letters_are_left_alone(models: Models) -> None:
    assert see_text(EN, models) is None
    headline = f"{EN.upper()}\n\n{EN} {EN} {EN}"
    assert see_text(headline, models) is None


@given(st.text(max_size=60))
def test_no_character_moves(models: Models, text: str) -> None:
    assert len(write_text(text, models)) == len(text)
    assert write_text(text, models).casefold() == text.casefold()


def test_explain_tells_how_a_text_is_read(kit: Kit) -> None:
    assert explain_text(EN.upper(), kit=kit).startswith(
        "the text is all in capitals, or without any; it is read with capitals where words have them\nlanguage en"
    )
    assert explain_text(EN, kit=kit).startswith("language en")
    hidden = explain_text(EN.lower().replace("met", "m\u200bet"), kit=kit)
    assert [line.split(",")[0].split(";")[0] for line in hidden.splitlines()[:2]] == [
        "the text is all in capitals",
        "the text holds hidden characters or look-alikes of letters",
    ]
