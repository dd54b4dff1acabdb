"""Corrects the tables by what analysts said: fixed cells hold what they should, and `review_status` tells how a row was judged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from pipeline.review.records import NAMED, REVIEWED, ROW, Verdict, parse_told, split_names
from pipeline.tables import EntityRow, EventParticipantRow, EventRow, Tables
from pipeline.tables.read import find_anchor

ROLES = {"who": ("who", "head_of_delegation"), "whom": ("whom",)}  # roles that a cell of names holds
ORDER = ("who", "whom", "signatory", "witness", "head_of_delegation", "attendee")
EMPTIED = {"date": ("date_start", "date_end", "date_precision", "date_source", "date_edtf"), "place": ("place", "country"), "what": ("what",)}
PLACES = ("city", "region", "country")

Slots = Mapping[str, Verdict]  # slot -> what was said of it


@dataclass(frozen=True, slots=True)
class Names:
    """Entities by each of their names, and those that only analysts name."""

    known: Mapping[str, EntityRow]
    added: dict[str, EntityRow]

    def find(self, name: str, kind: str) -> EntityRow:
        """The entity of that name; a new one of that kind where the tables hold none."""
        key = name.casefold()
        if key not in self.known and key not in self.added:
            self.added[key] = EntityRow(f"n{sha256(f'reviewed {key}'.encode()).hexdigest()[:12]}", kind, name)
        return self.known.get(key) or self.added[key]


def apply_reviews(tables: Tables, reviews: Sequence[Verdict]) -> Tables:
    """The tables with the verdicts in them; those on events that are gone change nothing.

    A verdict holds for the event of its id, else for the one that has the mention which that id is made from: ids change when documents are added.
    """
    said = _by_event(tables, reviews)
    if not said:
        return tables
    names = Names(_index_names(tables.entities), {})
    people: dict[str, tuple[EventParticipantRow, ...]] = {}
    for event_id, rows in _group(tables.event_participants).items():
        people[event_id] = tuple(rows)
    events = []
    for event in tables.events:
        slots = said.get(event.event_id, {})
        if any(slot in NAMED for slot in slots):
            people[event.event_id] = tuple(_correct_people(event.event_id, people.get(event.event_id, ()), slots, names))
        events.append(_correct_event(event, slots, people.get(event.event_id, ()), names) if slots else event)
    joined = tuple(row for event in events for row in people.get(event.event_id, ()))
    entities = _count_events((*tables.entities, *names.added.values()), tables.event_participants, joined)
    return replace(tables, events=tuple(events), event_participants=joined, entities=entities)


def review_status(slots: Slots) -> str | None:
    """How the row was judged: rejected, fixed, accepted, or None where cells alone were found right."""
    row = slots.get(ROW)
    if row is not None and row.verdict == "reject":
        return REVIEWED["reject"]
    if any(verdict.verdict != "accept" for verdict in slots.values()):
        return REVIEWED["fix"]
    return REVIEWED["accept"] if row is not None else None


def _by_event(tables: Tables, reviews: Iterable[Verdict]) -> dict[str, dict[str, Verdict]]:
    ids = {event.event_id for event in tables.events}
    anchors = {mention.mention_id: mention.event_id for mention in tables.mentions}
    said: dict[str, dict[str, Verdict]] = defaultdict(dict)
    # the verdict on the very id comes last and stays, then the latest
    for verdict in sorted(reviews, key=lambda verdict: (verdict.event_id in ids, verdict.reviewed)):
        event_id = verdict.event_id if verdict.event_id in ids else anchors.get(find_anchor(verdict.event_id))
        if event_id is not None:
            said[event_id][verdict.slot] = verdict
    return dict(said)


def _index_names(entities: Iterable[EntityRow]) -> dict[str, EntityRow]:
    """Entities by their names without case; canonical names before others, those of more events before those of fewer."""
    ranked = sorted(entities, key=lambda row: (-row.n_events, row.entity_id))
    index: dict[str, EntityRow] = {}
    for names_of in (lambda row: (row.name, row.name_en, row.name_ru), lambda row: row.aliases):
        for row in ranked:
            for name in filter(None, names_of(row)):
                index.setdefault(name.casefold(), row)
    return index


def _group(rows: Iterable[EventParticipantRow]) -> dict[str, list[EventParticipantRow]]:
    grouped: dict[str, list[EventParticipantRow]] = defaultdict(list)
    for row in rows:
        grouped[row.event_id].append(row)
    return grouped


def _correct_people(event_id: str, rows: tuple[EventParticipantRow, ...], slots: Slots, names: Names) -> Iterator[EventParticipantRow]:
    """The participants once their cells are right; who was there before keeps office and count of mentions."""
    judged = {slot: slots[slot] for slot in NAMED if slot in slots and slots[slot].verdict != "accept"}
    gone = {role for slot in judged for role in ROLES[slot]}
    before = {row.entity_id: row for row in rows if row.role in gone}
    yield from (row for row in rows if row.role not in gone)
    for slot, verdict in judged.items():
        kinds = [row.entity_type for row in rows if row.role in ROLES[slot]] or ["person"]
        wanted = split_names(verdict.value) if verdict.verdict == "fix" else ()
        found = (names.find(name, kinds[min(number, len(kinds) - 1)]) for number, name in enumerate(wanted))
        for number, entity in enumerate(dict.fromkeys(found)):
            side = 1 if slot == "who" else 2 + number
            blank = EventParticipantRow(event_id, entity.entity_id, slot, side, entity.name, entity.entity_type, country=entity.country, n_mentions=0)
            yield replace(before.get(entity.entity_id, blank), role=slot, side=side)


def _correct_event(event: EventRow, slots: Slots, people: Sequence[EventParticipantRow], names: Names) -> EventRow:
    changes: dict[str, object] = {"review_status": review_status(slots)}
    for slot, verdict in slots.items():
        if verdict.verdict == "reject" and slot in EMPTIED:
            changes |= dict.fromkeys(EMPTIED[slot])
        elif verdict.verdict == "fix" and slot not in NAMED:
            changes |= _correct_cell(slot, verdict.value, event, names)
    if any(slot in NAMED for slot in slots):
        changes |= {slot: _names_of(people, roles) for slot, roles in ROLES.items()} | {"participants": _names_of(people, ORDER)}
    return replace(event, **changes)  # type: ignore[arg-type]


def _correct_cell(slot: str, value: str, event: EventRow, names: Names) -> dict[str, object]:
    if slot == "date":
        told = parse_told(value)
        days = {"date_start": told.first, "date_end": told.last, "date_precision": told.precision, "date_edtf": told.edtf}
        return days | {"date_source": event.date_source if event.date_source != "published" else None}
    if slot == "place":
        known = names.known.get(value.casefold())
        place = known if known is not None and known.entity_type in PLACES else None
        return {"place": place.name, "country": place.country} if place is not None else {"place": value}
    return {slot: value}


def _names_of(people: Sequence[EventParticipantRow], roles: Sequence[str]) -> tuple[str, ...]:
    ranked = sorted((row for row in people if row.role in roles), key=lambda row: (ORDER.index(row.role), row.side or 0))
    return tuple(dict.fromkeys(row.name for row in ranked))


def _count_events(entities: Iterable[EntityRow], before: Iterable[EventParticipantRow], after: Iterable[EventParticipantRow]) -> tuple[EntityRow, ...]:
    """The entities with as many events more or fewer as they took part in before and after."""
    changed = Counter(entity for _, entity in {(row.event_id, row.entity_id) for row in after})
    changed.subtract(Counter(entity for _, entity in {(row.event_id, row.entity_id) for row in before}))
    return tuple(replace(row, n_events=row.n_events + changed[row.entity_id]) if changed[row.entity_id] else row for row in entities)
