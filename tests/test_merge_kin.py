"""Which articles are one text or one story: reprints, translations, articles of the same people; and how often they count as sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from pipeline.merge import Card
from pipeline.merge.event import make_event
from pipeline.merge.kin import Profile, Shared, find_kin, is_reprint, is_story, is_translation, make_profile
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


def profile(lang: str = "en", *, after: int | None = 0, length: int = 100, people: str = "", marks: str = "") -> Profile:
    """An article published so many days after 3 May 2023; a letter a person or mark."""
    published = None if after is None else date(2023, 5, 3) + timedelta(days=after)
    return Profile(lang, published, length, frozenset(people), frozenset(marks))


BORDERS = [  # a function, two articles, the share of their marks, whether they are it
    (is_reprint, profile(marks="a"), profile(marks="a"), 0.9, True),
    (is_reprint, profile(marks="a"), profile(marks="a"), 0.89, False),
    (is_reprint, profile(), profile(marks="a"), 0.0, True),
    (is_reprint, profile(marks="a"), profile(marks="a", after=30), 1.0, True),
    (is_reprint, profile(marks="a"), profile(marks="a", after=31), 1.0, False),
    (is_reprint, profile(marks="a"), profile(marks="a", after=None), 1.0, True),
    (is_translation, profile(marks="abcde"), profile("ru", marks="abcde"), 0.5, True),
    (is_translation, profile(marks="abcde"), profile("ru", marks="abcde"), 0.49, False),
    (is_translation, profile(marks="abcd"), profile("ru", marks="abcd"), 1.0, False),
    (is_translation, profile(marks="abcde"), profile(marks="abcde"), 1.0, False),
    (is_translation, profile(marks="abcde"), profile("ru", marks="abcde", length=50), 1.0, True),
    (is_translation, profile(marks="abcde"), profile("ru", marks="abcde", length=49), 1.0, False),
    (is_translation, profile(marks="abcde"), profile("ru", marks="abcde", after=-31), 1.0, False),
    (is_story, profile(people="ab"), profile(people="abcd"), 0.0, True),
    (is_story, profile(people="a"), profile(people="a"), 1.0, False),
    (is_story, profile(people="abcd"), profile(people="abxy"), 0.0, True),  # half of four
    (is_story, profile(people="abcde"), profile(people="abvxyz"), 0.0, False),
    (is_story, profile(people="ab"), profile(people="ab", after=5), 0.0, True),
    (is_story, profile(people="ab"), profile(people="ab", after=-6), 0.0, False),
    (is_story, profile(people="ab", after=None), profile(people="ab"), 0.3, True),
    (is_story, profile(people="ab"), profile(people="ab", after=None), 0.29, False),
]


@pytest.mark.parametrize(("judge", "first", "second", "share", "wanted"), BORDERS)
def test_at_the_borders(judge: Callable[[Profile, Profile, float], bool], first: Profile, second: Profile, share: float, wanted: bool) -> None:
    assert judge(first, second, share) is wanted
    assert judge(second, first, share) is wanted


SHARES = [  # marks of articles by name, share that a and b have in common
    ({"a": "xy", "b": "xyz"}, 1.0),
    ({"a": "xyz", "b": "xuvw"}, 1 / 3),
    ({"a": "", "b": "x"}, 0.0),
    ({"a": "xy", "b": "xz", "c": "x", "d": "x"}, 0.5),  # four articles may have a mark, and it still counts in full
    ({"a": "xy", "b": "xz"} | {f"c{n}": "x" for n in range(14)}, 1 / 3),  # sixteen have it: half as much
]


@pytest.mark.parametrize(("marks", "share"), SHARES)
def test_rare_marks_count_more(marks: dict[str, str], share: float) -> None:
    shared = Shared.of({name: profile(marks=own) for name, own in marks.items()})
    assert shared("a", "b") == shared("b", "a") == pytest.approx(share)


def test_marks_of_an_article() -> None:
    month = DateMention(0, 1, "May", "DATE", "2023-05", Interval(date(2023, 5, 1), date(2023, 6, 1)), "month", "2023-05")
    yearly = DateMention(0, 1, "7 December", "DATE", "XXXX-12-07")
    nothing = DateMention(0, 1, "soon", "DATE", "")
    told = analysis("a", "en", "From 3 piers, 12,5 tonnes and 340.", "lind")
    made = make_profile(replace(told, dates=(month, yearly, nothing)), {("a", "lind"): replace(card("lind"), entity_type="city")})
    assert made.marks == {"n-lind", "day 2023-05-01month", "day XXXX-12-07", "number 12.5", "number 340"}
    assert (made.people, made.length, made.published) == (frozenset(), 34, date(2023, 5, 3))


def test_a_mark_that_too_many_have_finds_no_pairs() -> None:
    pair = [analysis(doc_id, lang, f"Talks {doc_id}.", "weber", "lind") for doc_id, lang in (("a", "en"), ("b", "ru"))]
    for others, found in ((38, True), (39, False)):
        crowd = [analysis(f"c{n}", "en", f"Nothing {n}.", "weber", published=f"{1900 + n}-01-01", day=f"{1900 + n}-01-01") for n in range(others)]
        analyses = [*pair, *(replace(a, entities=(*a.entities, entity(a.article.doc_id, "lind"))) for a in crowd)]
        cards = {(e.doc_id, e.key): card(e.key) for a in analyses for e in a.entities}
        analyses = [replace(a, dates=()) for a in analyses]
        assert ("a+b" in find_kin(analyses, cards).stories.get("a", frozenset())) is found
