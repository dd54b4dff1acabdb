"""Why each mention is what the tables say: the lines of evidence.jsonl."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.merge import Card, Choice, Local, MergedEvent, Told, telling_record
from pipeline.records import Evidence


@dataclass(frozen=True, slots=True)
class EvidenceRows:
    """What evidence.jsonl holds: made when it is written, while others make the workbook."""

    events: tuple[MergedEvent, ...]
    cards: Mapping[Local, Card]

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        return (_evidence(told, event, self.cards) for event in self.events for told in event.told)


def name_place(told: Told | None, cards: Mapping[Local, Card]) -> str:
    """What the tables call the place that a mention tells; empty without a mention."""
    if told is None:
        return ""
    card = cards.get((told.mention.doc_id, told.mention.place_key))
    return card.name if card else told.mention.place


def _evidence(told: Told, event: MergedEvent, cards: Mapping[Local, Card]) -> dict[str, object]:
    mention = told.mention
    values = _values(told, cards)
    trigger = Evidence("trigger", mention.rule, mention.trigger, mention.trigger_start, mention.trigger_end)
    telling = next((telling_record(telling) for telling in event.tellings if telling.key == told.mention_id), None)
    return {
        "mention_id": told.mention_id,
        "event_id": event.event_id,
        "doc_id": mention.doc_id,
        "rule": mention.rule,
        "slots": [_slot(e, values.get((e.slot, e.text), e.text)) for e in (trigger, *mention.evidence)],
        "merge": list(event.reasons),
        **({"chosen": [_chosen(choice) for choice in event.choices if choice.told]} if told is event.told[0] else {}),
        **({"telling": telling} if telling else {}),
    }


def _chosen(choice: Choice) -> dict[str, str]:
    return {"slot": choice.slot, "mention_id": choice.told.mention_id if choice.told else "", "reason": choice.reason}


def _values(told: Told, cards: Mapping[Local, Card]) -> dict[tuple[str, str], str]:
    """What the tables make of the words that fill a slot."""
    mention = told.mention
    names = {(p.role, p.text): cards[mention.doc_id, p.key].name for p in mention.participants}
    date = {("date", mention.date.text): mention.date.edtf or mention.date.value} if mention.date else {}
    places = {("place", e.text): name_place(told, cards) for e in mention.evidence if e.slot == "place"}
    return {**names, **date, **places}


def _slot(evidence: Evidence, value: str) -> dict[str, object]:
    return {"slot": evidence.slot, "value": value, "clause": evidence.clause, "text": evidence.text, "start": evidence.start, "end": evidence.end}
