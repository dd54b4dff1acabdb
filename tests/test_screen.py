"""What the screen lets pass: every sentence that has a trigger, whatever form it stands in."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pipeline.annotate import annotate, annotator_of
from pipeline.extract import find_namesakes, find_telling, may_trigger
from pipeline.flow import analyse
from pipeline.records import Article, Block
from pipeline.rules import expand_text

if TYPE_CHECKING:
    from pipeline.flow import Kit

PASS = [
    ("en", "The mayors MET in Porvoo."),
    ("en", "The consul was visiting\u00a0Kazan."),
    ("en", "Both si\u00adgned the memorandum."),
    ("en", "They held phone talks."),
    ("en", "The Culture Days of Slovakia began."),
    ("en", "The mayor spoke by phone with the envoy."),
    ("en", "At the ribbon-cutting ceremony the hospital opened."),
    ("en", "Anna Lind (of Ohio), to be Mayor of Alta."),
    ("ru", "Мэр встре\u00adтился с консулом."),
    ("ru", "ПОДПИСАН МЕМОРАНДУМ"),
    ("ru", "В Казани открылся бизнес-форум."),
    ("ru", "В Казани прошли Эко-дни Чехии."),
    ("ru", "Губернатор провёл переговоры с послом."),
]
STOP = [
    ("en", "The harvest was good."),
    ("en", "The players signed the shirts."),
    ("en", "The next day the rain stopped."),  # no title
    ("en", "He recalled the wet summer."),  # from no post
    ("en", "She was honored by the result."),  # with what, if not the word itself?
    ("en", "It was known throughout the world."),  # of "world congress" the first word alone
    ("en", "The parties focused on fishing."),  # only joins what is told elsewhere
    ("en", "The roof, he said, was to be green."),  # of ", to be" the words alone
    ("en", "The Senate and the Congress argued about prices."),  # a congress that sits is no forum
    ("en", ""),
    ("en", "2021-05-05 …"),
    ("ru", "Погода была хорошей, урожай тоже."),
    ("ru", "На другой день дождь кончился."),
]


@pytest.mark.parametrize(("lang", "sentence", "expected"), [*((*case, True) for case in PASS), *((*case, False) for case in STOP)])
def test_words(lang: str, sentence: str, expected: bool, kit: Kit) -> None:
    grammar = kit.extract.book.grammars[lang]
    assert may_trigger(sentence, grammar, annotator_of(lang, kit.models).possible_lemmas) is expected


def test_every_example_of_every_rule_passes(kit: Kit) -> None:
    for rule in kit.extract.book.rules:
        for lang, examples in (("en", rule.examples.en), ("ru", rule.examples.ru)):
            for text in (text for example in examples for text in expand_text(example.text)):
                assert find_telling(annotate(text, (Block(0, len(text), lang),), kit.models), kit.extract.book), text
                assert may_trigger(text, kit.extract.book.grammars[lang], annotator_of(lang, kit.models).possible_lemmas), text


def test_a_word_of_another_part_of_speech_is_no_trigger(kit: Kit) -> None:
    text = "The open sea was calm."
    assert not find_telling(annotate(text, (Block(0, len(text), "en"),), kit.models), kit.extract.book)


PLAIN = {  # with it few of a text's sentences have a trigger, so that names are looked at
    True: " Урожай был хорош, и погода держалась до конца месяца. Вода в реке была тёплой. Люди отдыхали у моря.",
    False: " The harvest was good, and so was the weather of the whole month. The water was warm. People rested by the sea.",
}
LATER = [
    "Asked about the harvest, Karro was silent. He went home. He met with Mayor Anna Lind on Friday.",
    "Tiit Karro is the governor of the county. On Friday Karro met with the mayor of Brest.",
    "Тийт Карро возглавляет уезд. В пятницу Карро встретился с мэром Бреста.",
    "Slovakia and Hungary grow grain on the river. The Participants intend to meet in May in Turku.",
    "В Бресте открылся международный пресс-центр для гостей.",
    "Мэр Бреста Анна Линд ждала гостей. В пятницу она встретилась с губернатором.",
]
NEVER = [
    "The mayor said that he would go to great lengths. The harvest was good.",
    "They signed nothing. The committee will receive your letters.",
    "Мэр сказал, что дождь пойдёт. Урожай собрали.",
]


@pytest.mark.parametrize("text", LATER)
def test_what_an_event_owes_to_other_sentences_is_not_missed(text: str, kit: Kit) -> None:
    text += PLAIN["а" in text]
    found = analyse(Article("d", text), replace(kit, thorough=False, prefilter=True))
    assert found.mentions
    assert found == analyse(Article("d", text), replace(kit, thorough=False, prefilter=False))


@pytest.mark.parametrize("text", NEVER)
def test_a_text_without_events_is_over_once_it_is_screened(text: str, kit: Kit) -> None:
    seconds: Counter[str] = Counter()
    text += PLAIN["а" in text]
    assert not analyse(Article("d", text), replace(kit, thorough=False, prefilter=True), seconds).mentions
    assert "annotate_text" not in seconds


def test_namesakes_stand_on_both_sides(kit: Kit) -> None:
    text = "Tiit Karro left. In May Karro met Lind."
    doc = annotate(text, (Block(17, len(text), "en"),), kit.models)
    assert find_namesakes(text, doc.sentences) == {"karro"}
