"""Sentences that are cut off anywhere: finding actors never fails, and finds them inside the sentence."""

from __future__ import annotations

import pytest

from pipeline.annotate import Models, annotate
from pipeline.names import find_actors, load_name_words
from pipeline.records import Block

WORDS = load_name_words()
SENTENCES = [
    ("en", "Former First Deputy Prime Minister and acting Governor of Tver region Oleg Sorokin, Vice President Deputy General Secretary H.E. Dr. Anna Lind"),
    (
        "en",
        "the heads of ministries of Slovakia headed by the Consul General of Slovakia in Kazan Marek Novak, Jr., and the Russian, Slovak and Czech presidents",
    ),
    ("ru", "и.о. первого заместителя председателя правительства Тверской области - министр экономики О.П. Сорокин, экс-глава АО «Волга» и генеральный консул"),
    ("ru", "делегация Словакии во главе с Чрезвычайным и Полномочным Послом господином Новаком М. и президенты России и Словакии Сорокин и Новак"),
]


@pytest.mark.parametrize(("lang", "sentence"), SENTENCES)
def test_every_beginning_and_end_of_a_sentence(models: Models, lang: str, sentence: str) -> None:
    words = sentence.split()
    for cut in range(1, len(words)):
        for text in (" ".join(words[:cut]), " ".join(words[cut:])):
            doc = annotate(text, (Block(0, len(text), lang),), models)
            assert all(0 <= actor.start <= actor.name_start < actor.name_end <= actor.end <= len(doc) for actor in find_actors(doc, WORDS))
