"""Which mention of an event tells each slot, and why; what a telling keeps of the mentions of one document; groups and near-duplicate texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from test_merge import ARTICLE, LATER, MEETING, OLDER, A, B, day

from pipeline.merge import Card
from pipeline.merge.choose import Choice, Told, choose_amount, choose_date, choose_place, choose_status, choose_title
from pipeline.merge.event import make_event
from pipeline.merge.groups import group_pairs
from pipeline.merge.ids import make_id
from pipeline.merge.kin import Kin
from pipeline.merge.shingles import find_reprints, find_shingles
from pipeline.merge.telling import Document, Place, Side, describe_document, make_telling
from pipeline.merge.within import Group
from pipeline.records import Article, EventMention

LATEST = replace(ARTICLE, doc_id="e", published="2023-05-09")
UNDATED = replace(ARTICLE, doc_id="b", published="")


def tell(number: int, article: Article = ARTICLE, **slots: object) -> Told:
    """A mention of that number in the order of the text."""
    mention = replace(MEETING, doc_id=article.doc_id, trigger_start=number, trigger_end=number + 3, **slots)  # type: ignore[arg-type]
    return Told(f"m{number}", mention, article)


def chosen(choice: Choice) -> tuple[str, str]:
    return choice.told.mention_id if choice.told is not None else "", choice.reason


ONE, TWO, WEEK = day("2023-05-01"), day("2023-05-02"), day("2023-05-01", 7)
DATES = [  # dates told and their sources, the mention chosen, the reason
    ([], "", ""),
    ([(None, "")], "", ""),
    ([(ONE, "text")], "m0", "the only one told"),
    ([(ONE, "text"), (ONE, "text")], "m0", "told alike by 2 mentions"),
    ([(ONE, "context"), (TWO, "text")], "m1", "told by 1 of 2, the most precise"),
    ([(WEEK, "text"), (TWO, "text")], "m1", "the most precise of 2"),
    ([(ONE, "text"), (TWO, "text")], "m0", "told by 1 of 2, the most precise"),
    ([(ONE, "text"), (TWO, "text"), (TWO, "text")], "m1", "told by 2 of 3, the most precise"),
    ([(WEEK, "text"), (TWO, "text"), (TWO, "text"), (None, "")], "m1", "told by 2 of 3, the most precise"),
    ([(WEEK, "text"), (TWO, "context")], "m0", "the most precise of 2"),
]
STATUSES = [  # statuses told in one publication, that of the dated mention, the mention chosen
    (["planned", "occurred"], "", "m1"),
    (["planned", "negated", "occurred"], "", "m2"),
    (["planned", "negated"], "", "m1"),
    (["proposed", "planned"], "", "m1"),
    (["occurred", "planned"], "planned", "m1"),
    (["occurred", "planned", "negated"], "planned", "m2"),
    (["proposed", "occurred"], "planned", "m1"),
    (["occurred", "planned"], "occurred", "m0"),
]
TITLES = [  # kind, titles and their languages, the mention chosen, the reason
    ("signing", [("pact", "en"), ("pact on salt", "en")], "m1", "the fullest of 2"),
    ("signing", [("pact on salt", "en"), ("pact on flax", "en")], "m0", "the fullest of 2"),
    ("meeting", [("salt", "en"), ("salt and flax", "en")], "m0", "the first of 2"),
    ("call", [("salt", "en"), ("salt and flax", "en")], "m0", "the first of 2"),
    ("signing", [("pact", "en"), ("пакт о соли", "ru")], "m0", "the only one told"),
    ("signing", [("пакт о соли", "ru"), ("pact", "en"), ("pact on salt", "en")], "m2", "the fullest of 2 in the language of the tables"),
    ("signing", [("пакт", "ru"), ("пакт о соли", "ru")], "m1", "the fullest of 2"),
    ("signing", [("pact", "en"), ("pact", "en")], "m0", "told alike by 2 mentions"),
    ("signing", [("", "en")], "", ""),
    ("signing", [("salt " * 30, "en"), ("flax " * 31, "en")], "m0", "the fullest of 2"),  # no title is fuller than thirty words
    ("signing", [("salt " * 29, "en"), ("flax " * 30, "en")], "m1", "the fullest of 2"),
]


@pytest.mark.parametrize(("dates", "mention", "reason"), DATES)
def test_date(dates: list[tuple[object, str]], mention: str, reason: str) -> None:
    assert chosen(choose_date([tell(k, date=told, date_source=source) for k, (told, source) in enumerate(dates)])) == (mention, reason)


@pytest.mark.parametrize(("statuses", "dated", "mention"), STATUSES)
def test_status_within_a_publication(statuses: list[str], dated: str, mention: str) -> None:
    told = [tell(k, status=status) for k, status in enumerate(statuses)]
    assert chosen(choose_status(told, tell(9, status=dated) if dated else None)) == (mention, "the latest told, published 2023-05-03")


def test_status_of_the_latest_publication() -> None:
    told = [tell(0, OLDER, status="occurred"), tell(1, LATEST, status="negated"), tell(2, UNDATED, status="planned")]
    assert chosen(choose_status(told, None)) == ("m1", "the latest told, published 2023-05-09")
    assert chosen(choose_status([tell(0, UNDATED, status="planned"), tell(1, UNDATED)], None)) == ("m1", "the latest told")
    assert chosen(choose_status([tell(0), tell(1)], None)) == ("m0", "told alike by 2 mentions")


@pytest.mark.parametrize(("kind", "titles", "mention", "reason"), TITLES)
def test_title(kind: str, titles: list[tuple[str, str]], mention: str, reason: str) -> None:
    told = [tell(k, replace(ARTICLE, lang=lang), event_type=kind, what=title) for k, (title, lang) in enumerate(titles)]
    assert chosen(choose_title(told, "en")) == (mention, reason)


VOTES = [  # amounts told, the mention chosen, the reason
    ([], "", ""),
    ([None, 5.0], "m1", "the only one told"),
    ([5.0, 5.0], "m0", "told alike by 2 mentions"),
    ([5.0, 7.0], "m0", "the first of 2"),
    ([5.0, 7.0, 7.0], "m1", "told most often, 2 of 3"),
]


@pytest.mark.parametrize(("amounts", "mention", "reason"), VOTES)
def test_amount_and_place_told_most_often(amounts: list[float | None], mention: str, reason: str) -> None:
    told = [tell(k, amount=amount, currency="EUR", place=f"Port {amount}" if amount else "") for k, amount in enumerate(amounts)]
    assert chosen(choose_amount(told)) == (mention, reason)
    assert chosen(choose_place(told, lambda t: t.mention.place)) == (mention, reason)


def test_amounts_of_two_currencies_are_two() -> None:
    assert chosen(choose_amount([tell(0, amount=5.0, currency="EUR"), tell(1, amount=5.0, currency="USD")])) == ("m0", "the first of 2")


ORDERS = [(LATEST, ARTICLE), (UNDATED, LATEST), (ARTICLE, replace(ARTICLE, doc_id="a"))]  # two articles, the second comes first


@pytest.mark.parametrize(("first", "second"), ORDERS)
def test_mentions_are_in_the_order_of_publication(first: Article, second: Article) -> None:
    event = make_event([(replace(MEETING, doc_id=a.doc_id), a) for a in (first, second)])
    assert [t.article for t in event.told] == [second, first]


AGREEING = [  # slots of two mentions that are no conflict
    ({"date": ONE}, {"date": WEEK}),
    ({"status": "planned"}, {"status": "occurred"}),
    ({"amount": 5.0, "currency": "EUR"}, {"amount": None}),
    ({"place": "Kazan"}, {"place": ""}),
    ({"place": "Kazan"}, {"place": "Tatarstan"}),
]


@pytest.mark.parametrize(("first", "second"), AGREEING)
def test_no_conflict(first: dict[str, object], second: dict[str, object]) -> None:
    mentions = [(replace(MEETING, **first), ARTICLE), (replace(LATER, **second), ARTICLE)]  # type: ignore[arg-type]
    kinds = {"Kazan": "city", "Tatarstan": "region"}
    assert make_event(mentions, place_of=lambda told: (told.mention.place, kinds.get(told.mention.place, ""))).conflicts == ()


def test_a_conflict_on_places_needs_cities_told() -> None:
    mentions = [(replace(m, place=place), ARTICLE) for m, place in ((MEETING, "Kazan"), (LATER, "Omsk"))]
    assert make_event(mentions).conflicts == ()
    assert make_event(mentions, place_of=lambda told: (told.mention.place, "city")).conflicts == ("place: Kazan | Omsk",)


LONG = "Mayors of both towns met on the quay at noon on Friday."
CARDS = {
    ("d", "a"): Card("n1", "person", "A", "A", "A", (), "PL", ("d",)),
    ("d", "b"): Card("n2", "organization", "B", "B", "B", (), "CZ", ("d",)),
    ("d", "k"): Card("n3", "city", "Ogre", "Ogre", "Огре", (), "LV", ("d",)),
}
DOCUMENT = Document("d", date(2023, 5, 3), "en")


def describe(*mentions: EventMention, length: int = 200) -> object:
    return make_telling("m1", Group(mentions), DOCUMENT, CARDS, length=length)


TELLINGS = [  # mentions, slot of the telling, value
    ((MEETING, LATER), "key", "m1"),
    ((MEETING, LATER), "actors", frozenset({"n1"})),
    ((MEETING, LATER), "others", frozenset({"n2"})),
    ((replace(MEETING, participants=(replace(A, role="head_of_delegation"), replace(B, role="witness"))),), "everyone", frozenset({"n1"})),
    ((replace(MEETING, participants=(replace(A, role="attendee"),)),), "everyone", frozenset()),
    ((replace(MEETING, participants=(A, B)),), "sides", (Side("n1", "PL"), Side("n2", "CZ", "body"))),
    ((replace(MEETING, participants=(replace(A, resolved_by="position", name="the mayor"),)),), "sides", (Side("n1", "PL", "loose", "the mayor"),)),
    ((replace(MEETING, participants=(replace(A, position="mayor", affiliation="Ogre"),)),), "sides", (Side("n1", "PL", "name", "mayor Ogre"),)),
    ((replace(MEETING, participants=(replace(A, affiliation="Ogre"),)),), "sides", (Side("n1", "PL"),)),
    ((replace(MEETING, participants=(replace(A, position="mayor"),)), LATER), "sides", (Side("n1", "PL", "name", "mayor"), Side("n2", "CZ", "body"))),
    ((replace(MEETING, status="planned"), LATER), "status", "occurred"),
    ((replace(MEETING, status="proposed"), replace(LATER, status="planned")), "status", "planned"),
    ((replace(MEETING, status="proposed"), replace(LATER, status="negated")), "status", "negated"),
    ((replace(MEETING, date=WEEK, date_source="text"), replace(LATER, date=TWO, date_source="text")), "interval", TWO.interval),
    ((replace(MEETING, date=TWO, date_source="text"), replace(LATER, date=ONE, date_source="text")), "interval", ONE.interval),
    ((replace(MEETING, date=ONE, date_source="published"),), "interval", None),
    ((replace(MEETING, date=replace(ONE, interval=None), date_source="text"),), "interval", None),
    ((MEETING, replace(LATER, place="Ogre", place_key="k", country="LV")), "place", Place("n3", "city", "LV")),
    ((replace(MEETING, place="Riga", place_key="r", country="LV"),), "place", Place()),
    ((replace(MEETING, what="pact", document_type="other"), replace(LATER, what="pact on salt", document_type="treaty")), "title", "pact on salt"),
    ((replace(MEETING, what="pact", document_type="other"), replace(LATER, what="pact on salt", document_type="treaty")), "document_type", "treaty"),
    ((MEETING, replace(LATER, amount=5.0, currency="EUR")), "amount", (5.0, "EUR")),
    ((MEETING,), "amount", None),
    ((MEETING,), "sentences", frozenset()),
    (
        (replace(MEETING, sentence="They met at the quay on Friday noon."),),
        "sentences",
        frozenset({make_id("s", "they met at the quay on friday noon")}),
    ),  # eight words
    ((replace(MEETING, sentence="They met at the quay on Friday."),), "sentences", frozenset()),
    ((replace(LATER, trigger_start=50), MEETING), "spot", 0.25),
]


@pytest.mark.parametrize(("mentions", "slot", "value"), TELLINGS)
def test_telling(mentions: Sequence[EventMention], slot: str, value: object) -> None:
    assert getattr(describe(*mentions), slot) == value


def test_a_telling_of_a_text_that_is_not_kept() -> None:
    assert make_telling("m1", Group((replace(MEETING, trigger_start=0),)), DOCUMENT, CARDS, length=0).spot == 0.0


def test_a_telling_is_of_its_day_and_its_countries() -> None:
    telling = make_telling("m1", Group((replace(MEETING, date=TWO, date_source="text"),)), DOCUMENT, CARDS, length=9)
    assert (telling.day, telling.countries) == (date(2023, 5, 2), frozenset({"PL", "CZ"}))
    assert replace(telling, interval=None).day == date(2023, 5, 3)


def test_what_is_compared_of_a_document() -> None:
    kin = Kin({"d": "c"}, {"d": frozenset({"c+d"})})
    assert describe_document(Article("d", "x", lang="ru", published="2023-05-03"), kin) == Document("d", date(2023, 5, 3), "ru", "c", frozenset({"c+d"}))
    assert describe_document(Article("e", "x", lang="ru"), kin) == Document("e", None, "ru")


GROUPS = [  # pairs, groups
    ([], []),
    ([(3, 1)], [[1, 3]]),
    ([(1, 1)], [[1]]),
    ([(5, 4), (2, 3), (3, 4), (8, 7)], [[2, 3, 4, 5], [7, 8]]),
]


@pytest.mark.parametrize(("pairs", "groups"), GROUPS)
def test_groups_of_what_pairs_connect(pairs: list[tuple[int, int]], groups: list[list[int]]) -> None:
    assert group_pairs(pairs) == groups


SHINGLES = [("", []), ("Both met.", []), ("Both MET there!", ["both met there"]), ("Both met there again", ["both met there", "met there again"])]


@pytest.mark.parametrize(("text", "shingles"), SHINGLES)
def test_shingles(text: str, shingles: list[str]) -> None:
    assert sorted(find_shingles(text)) == shingles


WORDS = [f"ship{n}" for n in range(60)]
COPIES = [  # two texts, whether they are one
    (WORDS[:8], WORDS[:8], True),
    (WORDS[:7], WORDS[:7], False),  # too short to tell
    (WORDS[:42], [*WORDS[:32], *(f"other{n}" for n in range(10))], True),  # 30 runs of 40
    (WORDS[:42], [*WORDS[:31], *(f"other{n}" for n in range(11))], False),  # 29 of 40
    (WORDS, WORDS[:36], True),  # cut
]


@pytest.mark.parametrize(("first", "second", "same"), COPIES)
def test_near_duplicates(first: Sequence[str], second: Sequence[str], same: bool) -> None:
    assert list(find_reprints({"a": " ".join(first), "b": " ".join(second)})) == ([("a", "b")] if same else [])
