"""Across articles: offices without a name lead to the holder that is named in time, offices without a body to the body told elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.merge import fill_bodies, make_cards
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
