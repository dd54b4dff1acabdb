"""Reads what analysts said of events (`reviews.csv`, with the tables beside it) as annotated documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.evaluate.found import load_found
from pipeline.evaluate.records import FoundEvent, GoldDocument, GoldEvent
from pipeline.review import ROW, Verdict, load_reviews
from pipeline.review.records import NAMED, parse_told, split_names
from pipeline.tables.read import find_anchor, read_table

Slots = Mapping[str, Verdict]
Forms = Mapping[str, tuple[str, ...]]  # a name without case -> every name of its entity


def load_reviewed(path: Path) -> tuple[GoldDocument, ...]:
    """The documents of events that were accepted, fixed or rejected; UsageError if the file or the tables beside it can't be read.

    Events found right are annotated as the tables have them, fixed ones with the cells as fixed, rejected ones are not; events of these documents that
    nobody judged count neither way.
    """
    folder = path.parent
    said = _by_event(folder, load_reviews(path))
    judged = {event_id for event_id, slots in said.items() if ROW in slots or any(verdict.verdict != "accept" for verdict in slots.values())}
    languages = {row["doc_id"]: row["lang"] for row in read_table(folder, "documents")}
    forms, sides = _load_forms(folder), _load_sides(folder)
    documents = []
    for doc_id, events in sorted(load_found(folder).items()):
        if any(event.event_id in judged for event in events):
            kept = [event for event in events if not _is_rejected(said.get(event.event_id, {}))]
            gold = tuple(_annotate(event, said.get(event.event_id, {}), forms, sides, optional=event.event_id not in judged) for event in kept)
            documents.append(GoldDocument(doc_id, languages.get(doc_id, ""), gold))
    return tuple(documents)


def _by_event(folder: Path, reviews: Iterable[Verdict]) -> dict[str, dict[str, Verdict]]:
    ids = {row["mention_id"]: row["event_id"] for row in read_table(folder, "mentions")}
    said: dict[str, dict[str, Verdict]] = defaultdict(dict)
    for verdict in reviews:
        known = verdict.event_id in ids.values()
        event_id = verdict.event_id if known else ids.get(find_anchor(verdict.event_id), "")
        said[event_id][verdict.slot] = verdict
    return dict(said)


def _is_rejected(slots: Slots) -> bool:
    return ROW in slots and slots[ROW].verdict == "reject"


def _load_forms(folder: Path) -> Forms:
    forms: dict[str, tuple[str, ...]] = {}
    for row in read_table(folder, "entities"):
        names = tuple(filter(None, (row["name"], row["name_en"], row["name_ru"], *row["aliases"].split("|"))))
        forms.update((name.casefold(), names) for name in names)
    return forms


def _load_sides(folder: Path) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """event_id -> the names of all who took part, as the tables beside the file have them."""
    rows = read_table(folder, "events")
    return {row["event_id"]: tuple((name,) for name in split_names(row["participants"])) for row in rows}


def _annotate(event: FoundEvent, slots: Slots, forms: Forms, sides: Mapping[str, tuple[tuple[str, ...], ...]], *, optional: bool) -> GoldEvent:
    fixed = replace(event, **dict(change for slot, verdict in slots.items() for change in _changes(slot, verdict)))  # type: ignore[arg-type]
    people = sides[event.event_id] if any(slot in NAMED for slot in slots) else event.participants
    return GoldEvent(
        event_type=fixed.event_type,
        status=fixed.status,
        statuses_ok=(),
        participants=tuple(forms.get(names[0].casefold(), names) if len(names) == 1 else names for names in people),
        participants_ok=(),
        date=fixed.date,
        dates_ok=(),
        places=(fixed.place,) if fixed.place else (),
        documents=(fixed.what,) if fixed.what else (),
        asks_what=bool(fixed.what),
        evidence=fixed.sentence,
        spans=fixed.spans,
        optional=optional,
    )


def _changes(slot: str, verdict: Verdict) -> Iterable[tuple[str, object]]:
    """Field and value of a FoundEvent that a fixed or emptied cell changes; names come from the tables."""
    if verdict.verdict == "accept" or slot in (ROW, *NAMED):
        return ()
    if slot == "date":
        told = parse_told(verdict.value) if verdict.verdict == "fix" else None
        return ((slot, (told.first, told.last) if told is not None else None),)
    return ((slot, verdict.value if verdict.verdict == "fix" else ""),) if verdict.verdict == "fix" or slot in ("place", "what") else ()
