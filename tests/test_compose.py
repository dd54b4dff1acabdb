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
