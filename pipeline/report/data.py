"""Gathers from an output folder what the report's page needs of every event at once: columns for search, filters, charts and network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from pipeline.report.details import gather_chunks, group_rows
from pipeline.report.records import Desk, Json
from pipeline.tables.read import check_folder, read_table

Row = dict[str, str]
CODED = ("event_type", "status", "date_precision", "place", "country", "review_status")  # few values, told by their number
PLAIN = ("event_id", "date_start", "date_end", "date_edtf", "what", "quote")
NUMBERS = ("n_documents", "n_mentions")
LISTS = ("languages", "sources")
PLACES = frozenset({"city", "region", "country"})
DOCUMENTS = ("ok", "no_events", "duplicate", "skipped", "failed")
DISAGREE, UNDATED = 0.3, 0.1  # added to the doubt
LATEST_LAST = "9999"  # undated events sort after all dated ones


def load_desk(folder: Path) -> Desk:
    """All that the page shows, events by date and id; UsageError for a folder without tables."""
    events = sorted(read_table(check_folder(folder), "events"), key=lambda row: (row["date_start"] or LATEST_LAST, row["event_id"]))
    entities = {row["entity_id"]: row for row in read_table(folder, "entities")}
    people = group_rows(read_table(folder, "event_participants"))
    order = {entity_id: number for number, entity_id in enumerate(entities)}
    index: dict[str, Json] = {
        "figures": _count_documents(read_table(folder, "documents")),
        "events": _columns(events),
        "people": [[value for row in people[event["event_id"]] for value in _part(row, order)] for event in events],
        "roles": list(ROLES),
        "entities": _entity_columns(entities.values()),
        "places": _place_entities(events, entities.values()),
    }
    return Desk(index, tuple(gather_chunks(folder, events, people, order)))


ROLES = ("who", "whom", "signatory", "witness", "head_of_delegation", "attendee")


def _part(row: Row, order: dict[str, int]) -> tuple[int, int, int]:
    """Entity, role and side of one participant, as numbers; an entity that the tables don't hold is -1."""
    role = ROLES.index(row["role"]) if row["role"] in ROLES else len(ROLES) - 1
    return order.get(row["entity_id"], -1), role, int(row["side"] or 0)


def _columns(events: list[Row]) -> dict[str, Json]:
    columns: dict[str, Json] = {name: [row[name] for row in events] for name in PLAIN}
    columns |= {name: [int(row[name] or 0) for row in events] for name in NUMBERS}
    columns["doubt"] = [_doubt(row) for row in events]
    columns["confidence"] = [round(float(row["confidence"] or 0), 2) for row in events]
    for name in CODED:
        columns[name] = _encode([[row.get(name, "")] for row in events], single=True)
    for name in LISTS:
        columns[name] = _encode([[part for part in row[name].split("; ") if part] for row in events], single=False)
    return columns


def _doubt(row: Row) -> float:
    """How much an event wants to be looked at: what confidence leaves open, more where sources disagree or no day is known."""
    open_ = 1 - float(row["confidence"] or 0)
    return round(open_ + DISAGREE * bool(row["conflicts"]) + UNDATED * (not row["date_start"]), 3)


def _encode(cells: list[list[str]], *, single: bool) -> Json:
    """The values once, in order of their letters, and of each cell the numbers of its values (of one alone where `single`)."""
    values = sorted({value for cell in cells for value in cell})
    number = {value: position for position, value in enumerate(values)}
    codes: list[Json] = [number[cell[0]] if single else [number[value] for value in cell] for cell in cells]
    return {"values": list[Json](values), "codes": codes}


def _entity_columns(entities: Iterable[Row]) -> dict[str, Json]:
    columns: dict[str, list[Json]] = {name: [] for name in ("id", "type", "en", "ru", "country", "aliases")}
    for row in entities:
        values = (row["entity_id"], row["entity_type"], row["name_en"] or row["name"], row["name_ru"] or row["name"], row["country"], row["aliases"])
        for column, value in zip(columns.values(), values, strict=True):
            column.append(value)
    return dict[str, Json](columns)


def _place_entities(events: list[Row], entities: Iterable[Row]) -> Json:
    """Place as events tell it to the number of the entity with that name; cities before regions before countries."""
    wanted = {row["place"] for row in events} - {""}
    found: dict[str, tuple[str, int]] = {}
    for number, row in enumerate(entities):
        if row["entity_type"] in PLACES and row["name"] in wanted:
            found[row["name"]] = min(found.get(row["name"], ("~", 0)), (row["entity_type"].replace("country", "z"), number))
    return {name: number for name, (_, number) in sorted(found.items())}


def _count_documents(documents: list[Row]) -> dict[str, Json]:
    statuses = Counter(row["status"] for row in documents)
    days = sorted(row["published"] for row in documents if row["published"])
    ends = (days[0], days[-1]) if days else ("", "")
    sources = len({row["source"] for row in documents if row["source"]})
    counted: dict[str, Json] = {status: statuses[status] for status in DOCUMENTS}
    return counted | {"documents": len(documents), "sources": sources, "first": ends[0], "last": ends[1]}
