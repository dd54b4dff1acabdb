"""Which articles are one text or one story: reprints, translations, articles of the same people; and how often they count as sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.merge import Card
from pipeline.merge.event import make_event
from pipeline.merge.kin import find_kin
from pipeline.merge.shingles import find_reprints
from pipeline.records import Analysis, Article, DateMention, EventMention, Interval, LocalEntity

RELEASE = (
    "The mayors of Narva and Pskov opened a footbridge over the river on Friday. The bridge took four years to build and cost 12.5 million euros. "
    "Both cities will share the upkeep. The first to cross it were pupils of two schools, who had painted flags for the day. "
    "A market with crafts and food went on until evening, and a choir from each bank sang in turn."
)
OTHER = (
    "The port of Narva handled 340 thousand tonnes in the first quarter, a tenth more than a year ago. Most of it was timber and gravel. "
    "The harbour master expects a second crane in summer. Until then, ships of more than ninety metres have to wait for the one that there is."
)
TEXTS = [  # texts by name, pairs that are one text
    ({"a": RELEASE, "b": RELEASE.replace("Friday", "4 May") + " Photo: press service."}, [("a", "b")]),
    ({"a": RELEASE, "b": RELEASE[:250]}, [("a", "b")]),
    ({"a": RELEASE, "b": OTHER}, []),
    ({"a": "The mayors met.", "b": "The mayors met."}, []),
    ({"b": RELEASE, "a": RELEASE + " More.", "c": OTHER}, [("a", "b")]),
]


@pytest.mark.parametrize(("texts", "pairs"), TEXTS)
def test_reprints(texts: dict[str, str], pairs: list[tuple[str, str]]) -> None:
    assert list(find_reprints(texts)) == pairs


def entity(doc_id: str, key: str) -> LocalEntity:
    return LocalEntity(doc_id, key, "person", key, "en", (), "", "", "", 0, 1)


def analysis(doc_id: str, lang: str, text: str, *people: str, published: str = "2023-05-03", day: str = "2023-05-02") -> Analysis:
    interval = Interval(date.fromisoformat(day), date.fromisoformat(day))
    told = DateMention(0, 1, day, "DATE", day, interval, "day", day)
    return Analysis(Article(doc_id, text, lang=lang, published=published), entities=tuple(entity(doc_id, key) for key in people), dates=(told,))


def card(key: str) -> Card:
    return Card(f"n-{key}", "person", key, key, key, (), "", ())


EN = analysis("en", "en", "Talks on 250 wagons for 12.5 million.", "weber", "lind", "sorokin")
RU = analysis("ru", "ru", "Переговоры о 250 вагонах на 12,5 млн.", "weber", "lind", "sorokin")
KIN = [  # two articles, whether they are one text, whether one story
    (EN, RU, True, True),
    (replace(EN, article=replace(EN.article, published="")), replace(RU, article=replace(RU.article, published="")), True, True),
    (EN, replace(RU, article=replace(RU.article, published="2023-09-03")), False, False),
    (EN, analysis("ru", "ru", "Другая встреча: 30 школ, 17 больниц, 99 дорог.", "weber", "lind", day="2023-04-02"), False, True),
    (EN, analysis("ru", "ru", "Переговоры о 250 вагонах на 12,5 млн.", "novak", "orlov", "belov"), False, False),
    (EN, analysis("b", "en", "More on the talks.", "weber", "lind", "sorokin"), False, True),
    (
        analysis("en", "en", "Talks.", "weber", "lind", published=""),
        analysis(
            "ru",
            "ru",
            "Встреча: 30 школ, 17 больниц, 99 дорог, 41 мост, 55 парков, 63 вокзала.",
            "weber",
            "lind",
            "orlov",
            "belov",
            published="",
            day="2019-04-02",
        ),
        False,
        True,
    ),
]


FORM = "The fire brigade of the town received a grant for hoses, ladders and helmets, as it had asked for in spring. "
KIN += [
    (analysis("a", "en", FORM + "It comes to 31 thousand.", "weber"), analysis("b", "en", FORM + "It comes to 31 thousand.", "weber"), True, False),
    (
        analysis("a", "en", FORM + "It comes to 31 thousand.", "weber"),
        analysis("b", "en", FORM + "It comes to 47 thousand.", "lind", day="2023-04-20"),
        False,
        False,
    ),
    (analysis("a", "en", FORM, "weber"), analysis("b", "en", FORM, "weber", published="2023-07-03"), False, False),
]


@pytest.mark.parametrize(("first", "second", "text", "story"), KIN)
def test_kin(first: Analysis, second: Analysis, text: bool, story: bool) -> None:
    cards = {(e.doc_id, e.key): card(e.key) for a in (first, second) for e in a.entities}
    kin = find_kin([first, second], cards)
    names = [a.article.doc_id for a in (first, second)]
    assert (kin.text_of(names[0]) == kin.text_of(names[1])) is text
    assert bool(kin.stories.get(names[0], frozenset()) & kin.stories.get(names[1], frozenset())) is story


SOURCES = [  # source of each article, its text and the words that tell the event; how many count
    ([("wire", "a", "They met in Oslo."), ("city", "b", "Both met again.")], 2),
    ([("wire", "a", "They met in Oslo."), ("city", "a", "Both met again.")], 1),
    ([("wire", "a", "They met in Oslo."), ("wire", "b", "Both met again.")], 1),
    ([("wire", "a", "They met in Oslo."), ("city", "b", "They met in Oslo")], 1),
    ([("", "a", "They met in Oslo."), ("", "b", "Both met again.")], 2),
    ([("", "a", "They met."), ("", "b", "They met.")], 2),
    ([("", "a", "They met in Oslo."), ("", "a", "Both met again."), ("city", "b", "The two met.")], 2),
    ([("wire", "a", "They met in Oslo."), ("city", "a", "Both met again."), ("city", "b", "The two met."), ("port", "c", "Talks in Oslo.")], 2),
]


@pytest.mark.parametrize(("articles", "count"), SOURCES)
def test_independent_sources(articles: list[tuple[str, str, str]], count: int) -> None:
    told = [
        (EventMention(f"d{k}", "en", "meeting", "r", "occurred", "", words, 0, 9, "met", 0, 3), Article(f"d{k}", words, source=source))
        for k, (source, _, words) in enumerate(articles)
    ]
    texts = {f"d{k}": text for k, (_, text, _) in enumerate(articles)}
    assert make_event(told, text_of=texts.__getitem__).n_sources == count
