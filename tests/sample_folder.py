"""A small output folder written by hand: two events, three sentences, one of them in Russian, and words that try to break out of a page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.tables import DocumentRow, EntityRow, EventParticipantRow, EventRow, MentionRow, ParticipantRow, Tables, write_tables

TEXT_EN = (
    "Mayor Olga Brandt met with Governor Pavel Sorin in Lindhafen on 4 May 2023. The mayor <b>will open</b> a ferry line </script><script>alert(1)</script>."
)
TEXT_RU = "Павел Сорин встретился с Ольгой Брандт 4 мая."
MEETING = TEXT_EN[: TEXT_EN.index(".") + 1]
OPENING = TEXT_EN[TEXT_EN.index("The mayor") :]
SKIPPED = ("skipped", "language kk")
HOSTILE = "ferry line </script><script>alert(1)</script>"


def sample_tables() -> Tables:
    """The tables of the folder, whole and consistent."""
    meeting = EventRow(
        "ev-meet-01",
        "meeting",
        "occurred",
        *("2023-05-04", "2023-05-04", "day", "text", "2023-05-04"),
        who=("Olga Brandt",),
        whom=("Pavel Sorin",),
        participants=("Olga Brandt", "Pavel Sorin"),
        place="Lindhafen",
        country="DE",
        languages=("en", "ru"),
        n_mentions=2,
        n_documents=2,
        n_sources=2,
        sources=("harbour.example", "port.example"),
        first_published="2023-05-05",
        last_published="2023-05-06",
        confidence=0.9,
        quote=MEETING,
        doc_ids=("a", "b"),
    )
    opening = EventRow(
        "ev-open-02", "opening", "planned", what=HOSTILE, who=("Olga Brandt",), participants=("Olga Brandt",), n_mentions=1, n_documents=1, languages=("en",)
    )
    return Tables(
        events=(meeting, opening),
        mentions=(
            _mention("m-1", meeting, "a", "en", TEXT_EN, MEETING, "met"),
            _mention("m-2", meeting, "b", "ru", TEXT_RU, TEXT_RU, "встретился"),
            _opening(opening),
        ),
        participants=(
            _participant("m-1", "ev-meet-01", "a", "p1", "who", 1, "Mayor Olga Brandt", "Olga Brandt"),
            _participant("m-1", "ev-meet-01", "a", "p2", "whom", 2, "Governor Pavel Sorin", "Pavel Sorin"),
            _participant("m-2", "ev-meet-01", "b", "p2", "who", 1, "Павел Сорин", "Pavel Sorin"),
            _participant("m-2", "ev-meet-01", "b", "p1", "whom", 2, "Ольгой Брандт", "Olga Brandt"),
            _participant("m-3", "ev-open-02", "a", "p1", "who", 1, "The mayor", "Olga Brandt"),
        ),
        event_participants=(
            EventParticipantRow("ev-meet-01", "p1", "who", 1, "Olga Brandt", "person", "mayor", n_mentions=2),
            EventParticipantRow("ev-meet-01", "p2", "whom", 2, "Pavel Sorin", "person", "governor", n_mentions=2),
            EventParticipantRow("ev-open-02", "p1", "who", 1, "Olga Brandt", "person"),
        ),
        entities=(
            EntityRow("p1", "person", "Olga Brandt", "Olga Brandt", "Ольга Брандт", n_documents=2, n_events=2),
            EntityRow("p2", "person", "Pavel Sorin", "Pavel Sorin", "Павел Сорин", n_documents=2, n_events=1),
        ),
        documents=(
            DocumentRow(
                "a",
                "a.txt",
                "harbour.example",
                "https://harbour.example/a?x=1&y=2",
                "Talks <i>held</i>",
                "en",
                "2023-05-05",
                "record",
                "",
                len(TEXT_EN),
                "ok",
                None,
                2,
            ),
            DocumentRow("b", "b.txt", "port.example", "javascript:alert(1)", None, "ru", "2023-05-06", "record", "", len(TEXT_RU), "ok", None, 1),
            DocumentRow("c", "c.txt", None, None, None, "kk", None, None, "", 9, *SKIPPED),
        ),
        texts=(("a", TEXT_EN), ("b", TEXT_RU), ("c", "қысқа сөз")),
        evidence=(
            _evidence("m-1", "ev-meet-01", "a", [("who", "Olga Brandt", "subject", "Mayor Olga Brandt", 0, 17)], ["the same type, day and people"]),
            _evidence("m-2", "ev-meet-01", "b", [], ["the same type, day and people"]),
            _evidence("m-3", "ev-open-02", "a", [("what", HOSTILE, "object", HOSTILE, -1, -1)], []),
        ),
    )


def write_sample(folder: Path, *, without: str = "", status: str = "") -> Path:
    """The folder, written; `without` leaves one event out, `status` changes that of the first."""
    tables = sample_tables()
    if status:
        tables = replace(tables, events=(replace(tables.events[0], status=status), *tables.events[1:]))
    kept = {
        name: tuple(row for row in getattr(tables, name) if row.event_id != without) for name in ("events", "mentions", "participants", "event_participants")
    }
    folder.mkdir(parents=True, exist_ok=True)
    write_tables(replace(tables, **kept), folder)
    return folder


def _mention(mention_id: str, event: EventRow, doc_id: str, lang: str, text: str, sentence: str, trigger: str) -> MentionRow:
    start = text.index(sentence)
    at = text.index(trigger, start)
    dates = (event.date_start, event.date_end, event.date_precision, event.date_source, None)
    return MentionRow(
        *(mention_id, event.event_id, doc_id, lang, event.event_type, event.status, None, *dates, event.place, event.country, event.what),
        *(None, None, None, sentence, start, start + len(sentence), trigger, at, at + len(trigger), "meeting.verb"),
    )


def _opening(event: EventRow) -> MentionRow:
    return replace(_mention("m-3", event, "a", "en", TEXT_EN, OPENING, "open"), rule="opening.verb", background=True)


def _participant(mention_id: str, event_id: str, doc_id: str, entity_id: str, role: str, side: int, text: str, name: str) -> ParticipantRow:
    start = (TEXT_EN if doc_id == "a" else TEXT_RU).index(text)
    return ParticipantRow(event_id, mention_id, doc_id, entity_id, role, side, text, start, start + len(text), name, "person", resolved_by="name")


def _evidence(mention_id: str, event_id: str, doc_id: str, slots: list[tuple[str, str, str, str, int, int]], merge: list[str]) -> dict[str, object]:
    keys = ("slot", "value", "clause", "text", "start", "end")
    filled = [dict(zip(keys, slot, strict=True)) for slot in slots]
    return {"mention_id": mention_id, "event_id": event_id, "doc_id": doc_id, "rule": "meeting.verb", "slots": filled, "merge": merge}
