"""From analyses to rows: one card for an entity of several documents, roles by majority, dates and documents as told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.merge import Card, load_merge_words, merge_events
from pipeline.names import load_identity_words
from pipeline.records import Analysis, Article, DateMention, EventMention, Evidence, Interval, Participant, PositionFact
from pipeline.tables import Tables, check_tables
from pipeline.tables.compose import Collection, compose_tables

TEXT = "Mayor Olga Belova met Igor Laptev on 3 May 2021. Olga Belova thanked him."
SENTENCE = TEXT[:49].strip()
DAY = DateMention(37, 47, "3 May 2021", "DATE", "2021-05-03", Interval(date(2021, 5, 3), date(2021, 5, 4)), "day", "2021-05-03")
BELOVA = Participant("who", 1, "p1", "Mayor Olga Belova", 0, 17, "Olga Belova", "person", "mayor", "Kazan", "RU", "name", "en")
LAPTEV = Participant("whom", 2, "p2", "Igor Laptev", 22, 33, "Igor Laptev", "person", "", "", "", "name", "en")
MENTION = EventMention(
    "a",
    "en",
    "meeting",
    "meeting-verb",
    "occurred",
    "",
    SENTENCE,
    0,
    len(SENTENCE),
    "met",
    18,
    21,
    (BELOVA, LAPTEV),
    DAY,
    "text",
    confidence=0.8,
    evidence=(Evidence("who", "subject (tree)", "Mayor Olga Belova", 0, 17),),
    cluster=1,
)
CARDS = {
    ("a", "p1"): Card("n1", "person", "Olga Belova", "Olga Belova", "Ольга Белова", ("Olga Belova",), "RU", ("a", "b")),
    ("a", "p2"): Card("n2", "person", "Igor Laptev", "Igor Laptev", "Игорь Лаптев", ("Igor Laptev",), "", ("a",)),
}
ARTICLE = Article("a", TEXT, path="a.txt", source="city.example", url="https://city.example/1", lang="en", published="2021-05-04", published_source="record")
WORDS = load_merge_words(load_identity_words())


def compose(*mentions: EventMention, article: Article = ARTICLE, positions: tuple[PositionFact, ...] = (), dates: tuple[DateMention, ...] = ()) -> Tables:
    analyses = (Analysis(article, mentions, (), positions, dates),)
    tables = compose_tables(Collection((article,), analyses, merge_events(analyses, CARDS, WORDS), CARDS))
    check_tables(tables)
    return tables


COLUMNS = [  # column of the event, value
    ("event_type", "meeting"),
    ("status", "occurred"),
    ("date_start", "2021-05-03"),
    ("date_end", "2021-05-03"),
    ("date_precision", "day"),
    ("date_source", "text"),
    ("date_edtf", "2021-05-03"),
    ("who", ("Olga Belova",)),
    ("whom", ("Igor Laptev",)),
    ("participants", ("Olga Belova", "Igor Laptev")),
    ("languages", ("en",)),
    ("n_mentions", 1),
    ("n_documents", 1),
    ("sources", ("city.example",)),
    ("urls", ("https://city.example/1",)),
    ("first_published", "2021-05-04"),
    ("last_published", "2021-05-04"),
    ("confidence", 0.8),
    ("quote", SENTENCE),
    ("doc_ids", ("a",)),
]


@pytest.mark.parametrize(("column", "value"), COLUMNS)
def test_event(column: str, value: object) -> None:
    (event,) = compose(MENTION).events
    assert getattr(event, column) == value


def test_a_range_keeps_its_last_day() -> None:
    month = replace(DAY, interval=Interval(date(2021, 5, 1), date(2021, 6, 1)), precision="month", edtf="2021-05")
    (event,) = compose(replace(MENTION, date=month)).events
    assert (event.date_start, event.date_end, event.date_edtf) == ("2021-05-01", "2021-05-31", "2021-05")


def test_an_unresolved_date_leaves_the_cells_empty() -> None:
    tables = compose(replace(MENTION, date=replace(DAY, interval=None)))
    assert (tables.events[0].date_start, tables.events[0].date_source, tables.mentions[0].date_text) == ("", "", "3 May 2021")


def test_a_participant_of_two_mentions_is_one_of_the_event() -> None:
    again = replace(MENTION, participants=(replace(BELOVA, role="whom", side=2, text="Olga Belova", start=49, end=60),), start=49, end=73, sentence=TEXT[49:73])
    again = replace(again, trigger="thanked", trigger_start=61, trigger_end=68, date=None, date_source="", confidence=0.5)
    tables = compose(MENTION, again)
    assert [(p.name, p.role, p.side, p.n_mentions) for p in tables.event_participants] == [("Olga Belova", "who", 1, 2), ("Igor Laptev", "whom", 2, 1)]
    assert tables.events[0].quote == SENTENCE


def test_a_participant_from_context_has_no_offsets() -> None:
    tables = compose(replace(MENTION, participants=(BELOVA, replace(LAPTEV, start=-1, end=-1, resolved_by="context"))))
    assert [(p.char_start, p.char_end) for p in tables.participants] == [(0, 17), (None, None)]


def test_two_keys_of_one_card_are_one_participant() -> None:
    tables = compose(replace(MENTION, participants=(BELOVA, replace(BELOVA, role="whom", side=2))))
    assert [(p.name, p.role) for p in tables.participants] == [("Olga Belova", "who")]


def test_entities_are_those_that_something_points_to() -> None:
    assert [(e.entity_id, e.n_documents, e.n_events) for e in compose(MENTION).entities] == [("n1", 2, 1), ("n2", 1, 1)]
    assert compose().entities == ()


def test_positions_name_holder_and_body() -> None:
    (row,) = compose(positions=(PositionFact("a", "p1", "mayor", "Kazan", "", "current", 0, 17),)).positions
    assert (row.entity_id, row.name, row.position, row.organization, row.published) == ("n1", "Olga Belova", "mayor", "Kazan", "2021-05-04")


def test_every_date_found_is_a_row() -> None:
    tables = compose(dates=(DAY, replace(DAY, interval=None, precision="day")))
    assert [(d.text, d.date_start, d.date_precision) for d in tables.dates] == [("3 May 2021", "2021-05-03", "day"), ("3 May 2021", "", "")]


@pytest.mark.parametrize(("mentions", "status", "wanted"), [((MENTION,), "", "ok"), ((), "", "no_events"), ((), "failed", "failed")])
def test_documents(mentions: tuple[EventMention, ...], status: str, wanted: str) -> None:
    (row,) = compose(*mentions, article=replace(ARTICLE, status=status)).documents
    assert (row.status, row.n_mentions, row.n_chars) == (wanted, len(mentions), len(TEXT))


def test_evidence_tells_trigger_and_slots() -> None:
    (record,) = compose(MENTION).evidence
    assert record["rule"] == "meeting-verb"
    slots = record["slots"]
    assert isinstance(slots, list)
    assert [(s["slot"], s["text"], s["clause"]) for s in slots] == [("trigger", "met", "meeting-verb"), ("who", "Mayor Olga Belova", "subject (tree)")]


def test_names_stand_in_the_order_of_their_roles() -> None:
    people = (replace(LAPTEV, role="witness"), replace(BELOVA, role="head_of_delegation"))
    (event,) = compose(replace(MENTION, participants=people)).events
    assert (event.who, event.whom, event.participants) == (("Olga Belova",), (), ("Olga Belova", "Igor Laptev"))


def test_the_role_told_most_often_counts() -> None:
    def told(role: str, start: int) -> EventMention:
        people = (replace(BELOVA, role="who"), replace(LAPTEV, role=role, position="", affiliation="Omsk" if start else ""))
        return replace(MENTION, participants=people, start=0, trigger_start=18 + start, trigger_end=19 + start, trigger=TEXT[18 + start : 19 + start])

    (_, laptev) = compose(told("whom", 0), told("signatory", 1), told("signatory", 2)).event_participants
    assert (laptev.role, laptev.affiliation, laptev.n_mentions) == ("signatory", "Omsk", 3)


def test_the_quote_is_the_surest_then_the_fullest_then_the_first() -> None:
    later = replace(MENTION, start=50, end=73, sentence=TEXT[50:73], trigger="thanked", trigger_start=61, trigger_end=68, date=None, date_source="")
    quotes = [compose(*mentions).events[0].quote for mentions in ((MENTION, later), (replace(MENTION, confidence=0.7), later))]
    assert quotes == [SENTENCE, TEXT[50:73]]
    alone = replace(MENTION, participants=(BELOVA,))
    assert compose(alone, replace(later, participants=(BELOVA, LAPTEV))).events[0].quote == TEXT[50:73]


def test_place_amount_and_title_of_an_event() -> None:
    cards = {("a", "k"): Card("n3", "city", "Kazan", "Kazan", "Казань", (), "RU", ("a",))}
    slots = {"place": "Казань", "country": "RU", "what": "salt", "document_type": "other", "amount": 5.5, "currency": "EUR"}
    known, unknown = (compose_with(replace(MENTION, place_key=key, **slots), cards) for key in ("k", ""))  # type: ignore[arg-type]
    assert [(t.events[0].place, t.mentions[0].place) for t in (known, unknown)] == [("Kazan", "Kazan"), ("Казань", "Казань")]
    event = known.events[0]
    assert (event.country, event.what, event.document_type, event.amount, event.currency) == ("RU", "salt", "other", 5.5, "EUR")
    assert compose_with(replace(MENTION, place_key="k"), cards).mentions[0].place == ""


def compose_with(mention: EventMention, cards: dict[tuple[str, str], Card]) -> Tables:
    analyses = (Analysis(ARTICLE, (mention,)),)
    return compose_tables(Collection((ARTICLE,), analyses, merge_events(analyses, CARDS | cards, WORDS), CARDS | cards))


BODIES = [  # the body of an office as told, what the row says of it
    (PositionFact("a", "p1", "mayor", "Kazan", "k", "current", 0, 17), ("Казань", "n3")),
    (PositionFact("a", "p1", "mayor", "Kazan", "", "current", 0, 17), ("Kazan", "")),
    (PositionFact("a", "p1", "mayor", "Omsk", "k", "current", 0, 17, "b"), ("Омск", "n4")),
]


@pytest.mark.parametrize(("fact", "body"), BODIES)
def test_the_body_of_an_office(fact: PositionFact, body: tuple[str, str]) -> None:
    cards = CARDS | {(doc, "k"): Card(f"n{n}", "city", name, name, name, (), "RU", (doc,)) for doc, n, name in (("a", 3, "Казань"), ("b", 4, "Омск"))}
    analyses = (Analysis(ARTICLE, (), (), (fact,)),)
    tables = compose_tables(Collection((ARTICLE,), analyses, (), cards))
    assert [(row.organization, row.organization_id) for row in tables.positions] == [body]
    assert {row.entity_id for row in tables.entities} == {"n1", body[1]} - {""}


def test_documents_of_an_event_are_counted_once() -> None:
    other = replace(ARTICLE, doc_id="b", source="", url="", published="", lang="ru")
    analyses = (Analysis(ARTICLE, (MENTION,)), Analysis(other, (replace(MENTION, doc_id="b", lang="ru"),)))
    cards = CARDS | {("b", key): card for (_, key), card in CARDS.items()}
    tables = compose_tables(Collection((ARTICLE, other), analyses, merge_events(analyses, cards, WORDS), cards))
    (event,) = tables.events
    assert (event.n_documents, event.n_mentions, event.doc_ids, event.languages) == (2, 2, ("a", "b"), ("en", "ru"))
    assert (event.sources, event.urls, event.first_published, event.last_published) == (("city.example",), (ARTICLE.url,), "2021-05-04", "2021-05-04")


def test_the_length_of_a_text_that_is_not_kept() -> None:
    (row,) = compose(article=replace(ARTICLE, text="", n_chars=999)).documents
    assert row.n_chars == 999


def test_evidence_names_what_the_tables_make_of_the_words() -> None:
    evidence = (Evidence("date", "date", "3 May 2021", 37, 47), Evidence("whom", "object", "Igor Laptev", 22, 33), Evidence("what", "topic", "salt", 0, 4))
    (record,) = compose(replace(MENTION, evidence=evidence, participants=(BELOVA, replace(LAPTEV, text="Igor Laptev")))).evidence
    assert [slot["value"] for slot in record["slots"]] == ["met", "2021-05-03", "Igor Laptev", "salt"]  # type: ignore[attr-defined]
    assert record["chosen"] == [
        {"slot": "status", "mention_id": record["mention_id"], "reason": "the only one told"},
        {"slot": "date", "mention_id": record["mention_id"], "reason": "the only one told"},
    ]


def test_the_first_mention_alone_tells_what_was_chosen_and_compared() -> None:
    again = replace(MENTION, start=50, end=73, sentence=TEXT[50:73], trigger="thanked", trigger_start=61, trigger_end=68)
    first, second = compose(MENTION, again).evidence
    assert [("chosen" in record, "telling" in record) for record in (first, second)] == [(True, True), (False, False)]
    assert first["merge"] == second["merge"] == [f"{first['mention_id']} = {second['mention_id']} (one document): pointer same +2; +2.00"]
