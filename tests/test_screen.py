"""What the screen lets pass: every sentence that has a trigger, whatever form it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.annotate import annotate, annotator_of
from pipeline.extract import has_trigger, may_trigger
from pipeline.records import Block

if TYPE_CHECKING:
    from pipeline.flow import Kit

PASS = [
    ("en", "The mayors MET in Porvoo."),
    ("en", "The consul was visiting\u00a0Kazan."),
    ("en", "Both si\u00adgned it."),
    ("en", "They held phone talks."),
    ("ru", "Мэр встре\u00adтился с консулом."),
    ("ru", "ПОДПИСАН МЕМОРАНДУМ"),
    ("ru", "В Казани открылся бизнес-форум."),
    ("ru", "Губернатор провёл переговоры с послом."),
]
STOP = [
    ("en", "The harvest was good."),
    ("en", ""),
    ("en", "2021-05-05 …"),
    ("ru", "Погода была хорошей, урожай тоже."),
]


@pytest.mark.parametrize(("lang", "sentence", "expected"), [*((*case, True) for case in PASS), *((*case, False) for case in STOP)])
def test_words(lang: str, sentence: str, expected: bool, kit: Kit) -> None:
    grammar = kit.extract.book.grammars[lang]
    assert may_trigger(sentence, grammar, annotator_of(lang, kit.models).possible_lemmas) is expected


def test_every_example_of_every_rule_passes(kit: Kit) -> None:
    for rule in kit.extract.book.rules:
        for lang, examples in (("en", rule.examples.en), ("ru", rule.examples.ru)):
            for example in examples:
                doc = annotate(example.text, (Block(0, len(example.text), lang),), kit.models)
                assert has_trigger(doc, kit.extract.book), example.text
                assert may_trigger(example.text, kit.extract.book.grammars[lang], annotator_of(lang, kit.models).possible_lemmas), example.text


def test_a_word_of_another_part_of_speech_is_no_trigger(kit: Kit) -> None:
    text = "The open sea was calm."
    assert not has_trigger(annotate(text, (Block(0, len(text), "en"),), kit.models), kit.extract.book)
