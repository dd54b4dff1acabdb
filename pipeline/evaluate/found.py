"""Reads the events that an output folder tells of each document, in the form that annotated events are held against."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from pipeline.evaluate.records import Days, FoundEvent
from pipeline.tables.read import check_folder, read_table

Row = dict[str, str]
Forms = dict[str, list[str]]  # entity to the forms of its name


def load_found(folder: Path) -> dict[str, tuple[FoundEvent, ...]]:
    """doc_id to the events told there. An event that one document tells has the slots of its row in events.csv, another those of its mentions there."""
    check_folder(folder)
    rows = {row["event_id"]: row for row in read_table(folder, "events")}
    forms = _load_forms(folder)
    mentions = _group_mentions(read_table(folder, "mentions"))
    documents = Counter(event_id for _, event_id in mentions)
    found: dict[str, list[FoundEvent]] = defaultdict(list)
    for (doc_id, event_id), told in mentions.items():
        alone = documents[event_id] == 1 and event_id in rows
        found[doc_id].append(_build_event(told, source=[rows[event_id]] if alone else told, forms=forms))
    return {doc_id: tuple(events) for doc_id, events in found.items()}


def _group_mentions(mentions: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    grouped: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for mention in mentions:
        grouped[mention["doc_id"], mention["event_id"]].append(mention)
    return grouped


def _load_forms(folder: Path) -> dict[str, Forms]:
    """mention_id to its participants, each with the words of the text and every name that the tables know of it."""
    names = {row["entity_id"]: list(_entity_names(row)) for row in read_table(folder, "entities")}
    people: dict[str, Forms] = defaultdict(dict)
    for number, row in enumerate(read_table(folder, "participants")):
        entity = row["entity_id"] or row["text"] or f"row {number}"
        told = [name for name in (row["name"], row["text"]) if name]
        people[row["mention_id"]].setdefault(entity, []).extend([*told, *names.get(row["entity_id"], [])])
    return people


def _entity_names(row: Row) -> Iterable[str]:
    yield from (row[column] for column in row if column.startswith("name") and row[column])
    yield from filter(None, row["aliases"].split("|"))


def _build_event(told: list[Row], *, source: list[Row], forms: dict[str, Forms]) -> FoundEvent:
    participants: Forms = {}
    for mention in told:
        for entity, names in forms.get(mention["mention_id"], {}).items():
            participants.setdefault(entity, []).extend(names)
    return FoundEvent(
        event_id=told[0]["event_id"],
        event_type=_most_told(source, "event_type"),
        status=_most_told(source, "status"),
        participants=tuple(map(tuple, participants.values())),
        date=_best_date(source),
        place=_first_told(source, "place"),
        what=_first_told(source, "what"),
        spans=tuple((int(mention["char_start"]), int(mention["char_end"])) for mention in told),
        sentence=_first_told(told, "sentence"),
        confidence=max((float(row["confidence"]) for row in source if row.get("confidence")), default=None),
    )


def _most_told(rows: list[Row], column: str) -> str:
    return Counter(row[column] for row in rows).most_common(1)[0][0]


def _first_told(rows: list[Row], column: str) -> str:
    return next((row[column] for row in rows if row.get(column)), "")


def _best_date(rows: list[Row]) -> Days | None:
    """A single day rather than a longer time, then the earliest."""
    dates = [(row["date_start"], row["date_end"] or row["date_start"]) for row in rows if row["date_start"]]
    return min(dates, key=lambda date: (date[0] != date[1], date[0]), default=None)
