"""Makes participants and evidence of what filled the slots of a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.extract.fillers import Filler
from pipeline.extract.slots import Candidate
from pipeline.extract.view import View
from pipeline.records import EntityMention, Evidence, LocalEntity, Participant


def make_participants(view: View, fillers: Sequence[Filler], entities: Mapping[str, LocalEntity]) -> tuple[Participant, ...]:
    """The participants of a mention; sides are numbered in the order in which they are named, a head of delegation shares the side of the first."""
    sides = _sides(fillers)
    return tuple(_participant(view, filler, side, entities[filler.mention.key]) for filler, side in zip(fillers, sides, strict=True))


def _sides(fillers: Sequence[Filler]) -> Iterator[int]:
    """who is side 1, each of whom a side of its own; who signs stands on that of the body signed for; attendees and witnesses stand on none (0)."""
    side, parties, signed = 1, [f for f in fillers if f.role in {"who", "whom"}], 0
    for filler in fillers:
        side += filler.role == "whom"
        signed += filler.role == "signatory"
        yield {"who": 1, "whom": side, "head_of_delegation": 1, "signatory": _signed_side(filler, parties, signed)}.get(filler.role, 0)


def _signed_side(signatory: Filler, parties: Sequence[Filler], number: int) -> int:
    """The side of the party that a person speaks for; where none is told, persons and parties go together in their order."""
    body = signatory.mention.actor.affiliation.lower()
    own = next((k for k, f in enumerate(parties, 1) if body and body == f.mention.actor.name.lower()), 0)
    return own or min(number, len(parties))


def _participant(view: View, filler: Filler, side: int, entity: LocalEntity) -> Participant:
    actor = filler.mention.actor
    span = view.doc[actor.start : actor.end]
    return Participant(
        role=filler.role,
        side=side,
        key=filler.mention.key,
        text=span.text,
        start=span.start_char,
        end=span.end_char,
        name=entity.name,
        entity_type=entity.entity_type,
        position=actor.position or entity.position,
        affiliation=actor.affiliation or entity.affiliation,
        country=entity.country,
        resolved_by=filler.mention.resolved_by,
        lang=entity.lang,
    )


def slot_evidence(view: View, candidate: Candidate) -> tuple[Evidence, ...]:
    """Why each slot is what it is."""
    rows = [Evidence(f.role, f.clause, *_words(view, f.mention)) for f in candidate.fillers]
    if candidate.place is not None:
        rows.append(Evidence("place", candidate.place_clause, *_words(view, candidate.place)))
    if candidate.place is None and candidate.place_phrase is not None:
        span = view.doc[candidate.place_phrase.start : candidate.place_phrase.end]
        rows.append(Evidence("place", "a building as described", span.text, span.start_char, span.end_char))
    if candidate.what is not None:
        span = view.doc[candidate.what.start : candidate.what.end]
        rows.append(Evidence("what", candidate.what_clause, span.text, span.start_char, span.end_char))
    return tuple(rows)


def _words(view: View, mention: EntityMention) -> tuple[str, int, int]:
    span = view.doc[mention.actor.start : mention.actor.end]
    return span.text, span.start_char, span.end_char
