"""Across articles: offices without a name lead to the holder that is named in time, offices without a body to the body told elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.merge import fill_bodies, make_cards
from pipeline.merge.identities import UserIdentities, local_id
from pipeline.names import IdentityWords, load_identity_words
from pipeline.records import Analysis, Article, DateMention, EventMention, Interval, LocalEntity, Participant, PositionFact


@pytest.fixture(scope="module")
def identity_words() -> IdentityWords:
    return load_identity_words()


def named(doc_id: str, day: str, name: str, office: str, place: str, *, status: str = "current") -> Analysis:
    """An article that names somebody with an office and, if it is told, the place."""
    person = LocalEntity(doc_id, "e1", "person", name, "en", (name,), "", office, place, 0, 9)
    body = (LocalEntity(doc_id, "a1", "country", place, "en", (place,), "", "", "", 20, 24),) if place else ()
    fact = PositionFact(doc_id, "e1", office, place, "a1" if place else "", status, 0, 9)
    return Analysis(Article(doc_id, "text", published=day), entities=(person, *body), positions=(fact,))


def unnamed(doc_id: str, day: str, office: str, place: str, *, year: str = "") -> Analysis:
    """An article that tells an office alone, taking part in an event of that year if one is given."""
    entity = LocalEntity(doc_id, "e1", "person", f"{office} of {place}", "en", (), "", office, place, 0, 9)
    participant = Participant("who", 1, "e1", "", 0, 9, entity.name, "person", office, place, "", "position")
    dates = _year(year) if year else None
    mention = EventMention(doc_id, "en", "visit", "r", "occurred", "", "s", 0, 1, "t", 0, 1, participants=(participant,), date=dates)
    return Analysis(Article(doc_id, "text", published=day), mentions=(mention,), entities=(entity,))


def _year(year: str) -> DateMention:
    return DateMention(0, 1, year, "DATE", year, Interval(date(int(year), 1, 1), date(int(year) + 1, 1, 1)))


HOLDERS = [
    ("named the day before", [named("a", "2023-03-01", "Anna Lind", "president", "Chile")], unnamed("z", "2023-03-02", "president", "Chile"), "Anna Lind"),
    ("named later", [named("a", "2023-03-05", "Anna Lind", "president", "Chile")], unnamed("z", "2023-03-02", "president", "Chile"), ""),
    ("named long ago", [named("a", "2019-03-05", "Anna Lind", "president", "Chile")], unnamed("z", "2023-03-02", "president", "Chile"), ""),
    ("another country", [named("a", "2023-03-01", "Anna Lind", "president", "Peru")], unnamed("z", "2023-03-02", "president", "Chile"), ""),
    ("a former holder", [named("a", "2023-03-01", "Anna Lind", "president", "Chile", status="former")], unnamed("z", "2023-03-02", "president", "Chile"), ""),
    (
        "two holders in a year",
        [named("a", "2022-06-01", "Anna Lind", "president", "Chile"), named("b", "2023-03-01", "Marek Novak", "president", "Chile")],
        unnamed("z", "2023-03-02", "president", "Chile"),
        "",
    ),
    (
        "two holders, one known to hold it that day",
        [named("a", "2011-11-30", "Dmitry Medvedev", "president", "Russia"), named("b", "2012-03-05", "Vladimir Putin", "president", "Russia")],
        unnamed("z", "2012-04-02", "president", "Russia"),
        "Dmitry Medvedev",
    ),
    (
        "two holders, both known to have held it, but not that day",
        [named("a", "2008-11-30", "Boris Yeltsin", "president", "Russia"), named("b", "2009-03-05", "Vladimir Putin", "president", "Russia")],
        unnamed("z", "2009-04-02", "president", "Russia"),
        "",
    ),
    (
        "an event of long ago",
        [named("a", "2023-03-01", "Anna Lind", "president", "Chile")],
        unnamed("z", "2023-03-02", "president", "Chile", year="2008"),
        "",
    ),
    ("many hold it", [named("a", "2023-03-01", "Anna Lind", "senator", "Chile")], unnamed("z", "2023-03-02", "senator", "Chile"), ""),
]


@pytest.mark.parametrize(("why", "articles", "asked", "name"), HOLDERS, ids=[case[0] for case in HOLDERS])
def test_holders_of_offices(why: str, articles: list[Analysis], asked: Analysis, name: str, identity_words: IdentityWords) -> None:
    cards = make_cards([*articles, asked], words=identity_words, language="en")
    office = cards["z", "e1"]
    assert office.name == (name or f"{asked.entities[0].position} of {asked.entities[0].affiliation}"), why
    if name:
        assert office.entity_id == cards["a", "e1"].entity_id
        assert office.doc_ids == ("a", "z")
        assert office.aliases == (name,)


BODIES = [
    ("one body elsewhere", [named("a", "2023-03-01", "Anna Lind", "president", "Chile")], "Chile"),
    ("another office", [named("a", "2023-03-01", "Anna Lind", "minister of culture", "Chile")], ""),
    ("two bodies", [named("a", "2023-03-01", "Anna Lind", "president", "Chile"), named("b", "2023-03-01", "Anna Lind", "president", "Peru")], ""),
]


@pytest.mark.parametrize(("why", "articles", "body"), BODIES, ids=[case[0] for case in BODIES])
def test_bodies_of_offices(why: str, articles: list[Analysis], body: str, identity_words: IdentityWords) -> None:
    asked = named("z", "2023-03-02", "Anna Lind", "president", "")
    analyses = [*articles, asked]
    groups = dict.fromkeys([(a.article.doc_id, "e1") for a in analyses], "n1") | {(a.article.doc_id, "a1"): f"place {a.article.doc_id}" for a in articles}
    (fact,) = fill_bodies(analyses, groups, identity_words)[-1].positions
    assert (fact.organization, fact.organization_doc) == (body, "a" if body else ""), why


REACHES = [  # day of the article that names the holder, of the one that asks, whether the holder is found
    ("2023-03-02", "2023-03-02", True),
    ("2023-03-03", "2023-03-02", False),
    ("2022-03-01", "2023-03-02", True),  # 366 days before
    ("2022-02-28", "2023-03-02", False),
    ("", "2023-03-02", False),
    ("2023-03-01", "", False),
]


@pytest.mark.parametrize(("named_on", "asked_on", "found"), REACHES)
def test_how_long_a_holder_is_remembered(named_on: str, asked_on: str, found: bool, identity_words: IdentityWords) -> None:
    cards = make_cards(
        [named("a", named_on, "Anna Lind", "president", "Chile"), unnamed("z", asked_on, "president", "Chile")], words=identity_words, language="en"
    )
    assert (cards["z", "e1"].name == "Anna Lind") is found


PASTS = [  # what an article tells of the office, whether its holder of today is meant
    ({}, True),
    ({"background": True}, False),
    ({"date": DateMention(0, 1, "then", "DATE", "")}, True),
    ({"date": DateMention(0, 1, "then", "DATE", "", Interval(date(2022, 2, 27), date(2022, 3, 1)))}, True),  # ends 366 days before
    ({"date": DateMention(0, 1, "then", "DATE", "", Interval(date(2022, 2, 26), date(2022, 2, 28)))}, False),
]


@pytest.mark.parametrize(("slots", "found"), PASTS)
def test_an_office_told_of_another_time(slots: dict[str, object], found: bool, identity_words: IdentityWords) -> None:
    asked = unnamed("z", "2023-03-02", "president", "Chile")
    asked = replace(asked, mentions=tuple(replace(mention, **slots) for mention in asked.mentions))  # type: ignore[arg-type]
    cards = make_cards([named("a", "2023-03-01", "Anna Lind", "president", "Chile"), asked], words=identity_words, language="en")
    assert (cards["z", "e1"].name == "Anna Lind") is found


def test_an_office_of_somebody_named_is_theirs(identity_words: IdentityWords) -> None:
    articles = [named("a", "2023-03-01", "Anna Lind", "president", "Chile"), named("z", "2023-03-02", "Marek Novak", "president", "Chile")]
    assert make_cards(articles, words=identity_words, language="en")["z", "e1"].name == "Marek Novak"


def test_a_card_is_named_by_its_first_article_and_counts_all(identity_words: IdentityWords) -> None:
    articles = [unnamed(doc, day, "president", "Chile") for doc, day in (("a", ""), ("c", "2023-03-02"), ("b", "2023-03-02"))]
    cards = make_cards(articles, words=identity_words, language="en")
    assert {card.entity_id for card in cards.values()} == {local_id(articles[2].entities[0])}
    assert (cards["a", "e1"].doc_ids, cards["a", "e1"].aliases) == (("a", "b", "c"), ("president of Chile",))


def test_the_country_told_most_often_is_that_of_the_card(identity_words: IdentityWords) -> None:
    articles = []
    for doc, country in (("a", "PE"), ("b", "CL"), ("c", "CL"), ("d", "")):
        told = named(doc, "2023-03-01", "Anna Lind", "president", "Chile")
        articles.append(replace(told, entities=(replace(told.entities[0], country=country), *told.entities[1:])))
    cards = make_cards(articles, words=identity_words, language="en", decided=UserIdentities(merge=(("Anna Lind",),)))
    assert {cards[doc, "e1"].country for doc in "abcd"} == {"CL"}


def test_entities_that_no_table_shows_have_no_names(identity_words: IdentityWords) -> None:
    told = named("a", "2023-03-01", "Anna Lind", "president", "Chile")
    shown, hidden = make_cards([told], words=identity_words, language="en"), make_cards([replace(told, positions=())], words=identity_words, language="en")
    assert [(cards["a", "e1"].name, cards["a", "a1"].name) for cards in (shown, hidden)] == [("Anna Lind", "Chile"), ("", "")]
    assert hidden["a", "e1"].aliases == ("Anna Lind",)


def test_a_body_that_another_article_names_is_shown(identity_words: IdentityWords) -> None:
    body = LocalEntity("b", "a1", "organization", "Amber Fund", "en", ("Amber Fund",), "", "", "", 20, 24)
    told = named("a", "2023-03-01", "Anna Lind", "director", "")
    fact = replace(told.positions[0], organization="Amber Fund", organization_key="a1", organization_doc="b")
    articles = [replace(told, positions=(fact,)), Analysis(Article("b", "text", published="2023-03-01"), entities=(body,))]
    assert make_cards(articles, words=identity_words, language="en")["b", "a1"].name == "Amber Fund"


def test_an_office_with_its_body_keeps_it(identity_words: IdentityWords) -> None:
    analyses = [named("a", "2023-03-01", "Anna Lind", "president", "Chile"), named("z", "2023-03-02", "Anna Lind", "president", "Peru")]
    groups = {("a", "e1"): "n1", ("z", "e1"): "n1", ("a", "a1"): "chile", ("z", "a1"): "peru"}
    assert [a.positions[0].organization for a in fill_bodies(analyses, groups, identity_words)] == ["Chile", "Peru"]
