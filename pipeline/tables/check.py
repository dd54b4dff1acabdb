"""Holds the rows against the texts and each other before anything is written: a table that lies is worse than none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pipeline.errors import TableError
from pipeline.tables.rows import EventRow, MentionRow, Row, Tables
from pipeline.tables.schema import Table, load_schema

SLOTS = (("date_start", "date_end"), ("place",), ("what",), ("amount", "currency"))  # each told as a whole by one mention
SHOWN = 5
FIXED = "fixed"  # an event whose cells an analyst corrected


def check_tables(tables: Tables) -> None:
    """Raises TableError with the first contradictions found.

    Sentences, triggers and participants' words must stand in the texts at their offsets; each event must have a mention, and each of its slots
    must be told by one; participants of events must be participants of their mentions; ids must be unique, and those pointed to must exist; days must be days.
    """
    problems = [problem for check in CHECKS for problem in check(tables)]
    if problems:
        more = f" (and {len(problems) - SHOWN} more)" if len(problems) > SHOWN else ""
        raise TableError("; ".join(problems[:SHOWN]) + more)


def find_broken_keys(tables: Tables) -> Iterator[str]:
    """Ids given twice, and ids that point nowhere."""
    schema = load_schema()
    rows: dict[str, tuple[Row, ...]] = {table.name: getattr(tables, table.name) for table in schema.tables}
    for table in schema.tables:
        yield from _find_repeated(rows[table.name], table)
        yield from _find_dangling(rows, table)


def find_wrong_values(tables: Tables) -> Iterator[str]:
    """Values that the column does not allow."""
    for table in load_schema().tables:
        for column in (column for column in table.columns if column.values):
            found = {getattr(row, column.name) for row in getattr(tables, table.name)} - {None, "", *column.values}
            yield from (f"{table.name}.{column.name}: {value!r} is none of {', '.join(column.values)}" for value in sorted(found, key=str))


def find_wrong_dates(tables: Tables) -> Iterator[str]:
    """Days that there are not, and intervals that end before they start."""
    for table in load_schema().tables:
        days = [column.name for column in table.columns if column.type == "date"]
        for row in getattr(tables, table.name):
            told = [(name, value) for name in days if (value := getattr(row, name)) and not _is_day(value)]
            yield from (f"{table.name}.{name}: {value!r} is no ISO day" for name, value in told)
            if "date_end" in days and (row.date_start or "") > (row.date_end or ""):
                yield f"{table.name}: {row.date_start!r} to {row.date_end!r} is no interval"


def find_wrong_spans(tables: Tables) -> Iterator[str]:
    """Offsets at which the text reads otherwise."""
    texts = dict(tables.texts)
    for mention in tables.mentions:
        text, where = texts.get(mention.doc_id, ""), f"mention {mention.mention_id} of {mention.doc_id}"
        yield from _compare(text, mention.char_start, mention.char_end, mention.sentence, f"{where}: sentence")
        yield from _compare(text, mention.trigger_start, mention.trigger_end, mention.trigger, f"{where}: trigger")
        if not mention.char_start <= mention.trigger_start <= mention.trigger_end <= mention.char_end:
            yield f"{where}: trigger {mention.trigger!r} lies outside the sentence"
    for row in tables.participants:
        if row.char_start is not None:
            yield from _compare(texts.get(row.doc_id, ""), row.char_start, row.char_end, row.text, f"participant {row.entity_id} of {row.mention_id}")
    for found in tables.dates:
        yield from _compare(texts.get(found.doc_id, ""), found.char_start, found.char_end, found.text, f"date in {found.doc_id}")


def find_wrong_events(tables: Tables) -> Iterator[str]:
    """Events that no mention tells of, or that say what none of their mentions says, unless an analyst says it."""
    told: dict[str, list[MentionRow]] = defaultdict(list)
    for mention in tables.mentions:
        told[mention.event_id].append(mention)
    for event in tables.events:
        mentions = told[event.event_id]
        if not mentions:
            yield f"event {event.event_id} has no mention"
        elif event.review_status == FIXED:
            continue
        elif event.event_type not in {mention.event_type for mention in mentions}:
            yield f"event {event.event_id}: no mention has its type {event.event_type!r}"
        else:
            yield from _find_untold(event, mentions)


def find_wrong_participants(tables: Tables) -> Iterator[str]:
    """Participants of events that no mention of the event names, or whose mentions are counted wrongly."""
    event_of = {mention.mention_id: mention.event_id for mention in tables.mentions}
    named = {(row.event_id, row.entity_id, row.mention_id) for row in tables.participants}
    counts = Counter((event, entity) for event, entity, _ in named)
    fixed = {event.event_id for event in tables.events if event.review_status == FIXED}
    for row in tables.participants:
        if event_of.get(row.mention_id, row.event_id) != row.event_id:
            yield f"participant {row.entity_id} of {row.mention_id}: event {row.event_id} is not that of the mention"
    for joined in tables.event_participants:
        found = counts[joined.event_id, joined.entity_id]
        if not (joined.event_id not in fixed) <= joined.n_mentions <= found:
            yield f"event {joined.event_id}, participant {joined.entity_id}: n_mentions is {joined.n_mentions}, but {found} of its mentions name it"


def _find_repeated(rows: Iterable[Row], table: Table) -> Iterator[str]:
    if table.key:
        counts = Counter(tuple(getattr(row, name) for name in table.key) for row in rows)
        yield from (f"{table.name}: {' '.join(map(str, key))} is there {count} times" for key, count in counts.items() if count > 1)


def _find_dangling(rows: Mapping[str, Iterable[Row]], table: Table) -> Iterator[str]:
    for column, (target, key) in table.references.items():
        known = {getattr(row, key) for row in rows[target]}
        pointed = {getattr(row, column) for row in rows[table.name]} - {None, ""}
        yield from (f"{table.name}.{column}: {value} is not in {target}" for value in sorted(pointed - known))


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _compare(text: str, start: int, end: int | None, words: str | None, where: str) -> Iterator[str]:
    found = text[start:end] if start >= 0 else ""
    if found != words:
        yield f"{where}: offsets {start} to {end} hold {found!r}, not {words!r}"


def _find_untold(event: EventRow, mentions: Iterable[MentionRow]) -> Iterator[str]:
    for slot in SLOTS:
        value = tuple(getattr(event, name) or None for name in slot)
        if any(value) and value not in {tuple(getattr(mention, name) or None for name in slot) for mention in mentions}:
            yield f"event {event.event_id}: no mention has its {slot[0]} {value[0]!r}"


CHECKS = (find_broken_keys, find_wrong_values, find_wrong_dates, find_wrong_spans, find_wrong_events, find_wrong_participants)
