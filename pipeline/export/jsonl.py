"""Writes one JSON object an event, with its participants and mentions within it: for programs that read no tables."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pipeline.export.content import Content, Values
from pipeline.tables.atomic import replace_file
from pipeline.tables.schema import Table

Record = dict[str, object]


def write(content: Content, target: Path) -> None:
    """One event a line, in the order of `events.csv`; lists are arrays, days ISO text, and cells that are not known are left out."""
    tables = {table.name: table for table in content.schema.tables}
    documents = {record["doc_id"]: record for record in _records(content, tables["documents"])}
    people = _group(_records(content, tables["event_participants"]), "event_id")
    named = _group(_records(content, tables["participants"]), "mention_id", without=("event_id", "doc_id"))
    told: dict[object, list[Record]] = defaultdict(list)
    for mention in _records(content, tables["mentions"]):
        told[mention["event_id"]].append(_nest(mention, named, documents))
    with replace_file(target) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        for event in _records(content, tables["events"]):
            nested = {**event, "participants": people[event["event_id"]], "mentions": told[event["event_id"]]}
            file.write(json.dumps(nested, ensure_ascii=False) + "\n")


def _nest(mention: Record, named: Mapping[object, list[Record]], documents: Mapping[object, Record]) -> Record:
    document = {key: documents[mention["doc_id"]][key] for key in ("doc_id", "title", "url", "source", "published") if key in documents[mention["doc_id"]]}
    kept = {key: value for key, value in mention.items() if key not in {"event_id", "doc_id"}}
    return {**kept, "document": document, "participants": named[mention["mention_id"]]}


def _records(content: Content, table: Table) -> list[Record]:
    return [_record(row, table) for row in content.rows[table.name]]


def _record(row: Values, table: Table) -> Record:
    pairs = ((column, value) for column, value in zip(table.columns, row, strict=True) if value is not None)
    return {column.name: _value(value, column.type, table.joined_by) for column, value in pairs}


def _value(value: object, kind: str, joined_by: str) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value.split(joined_by) if kind == "list" and isinstance(value, str) else value


def _group(records: list[Record], key: str, without: tuple[str, ...] = ()) -> Mapping[object, list[Record]]:
    groups: dict[object, list[Record]] = defaultdict(list)
    for record in records:
        groups[record[key]].append({name: value for name, value in record.items() if name != key and name not in without})
    return groups
