"""Countries, regions and cities as the parties that people speak for: "the two states", and the country that was visited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.draft import Draft
from pipeline.extract.guests import as_participant
from pipeline.records import LocalEntity, Participant

SIDED = frozenset({"signing", "meeting", "call"})


def lands_of(people: Sequence[Participant], draft: Draft) -> list[Participant]:
    """The countries, regions or cities for which people speak, or the only two that the document names; else the people themselves."""
    lands = [e for e in draft.lands if e.entity_type == draft.open_parties]
    found = list(dict.fromkeys(e for p in people for e in lands if _comes_from(p, e)))[:4]
    found = lands if len(found) < 2 and len(lands) == 2 else found
    return [_as_party(people[0], e, side=k) for k, e in enumerate(found, 1)] if len(found) > 1 else list(people)


def lands_told(draft: Draft) -> list[Participant]:
    """The countries told before "the parties", where the text names two and no more: "Chad and Mali ended their quarrel. The parties signed"."""
    told = draft.open_parties == "people" and not draft.open_office and not draft.mention.participants and draft.mention.event_type in SIDED
    lands = [e for e in draft.lands if told and e.entity_type == "country"]
    before = [e for e in lands if 0 <= e.start < draft.mention.start]
    return [replace(as_participant(e), role="whom" if k else "who", side=k + 1) for k, e in enumerate(before)] if len(before) == len(lands) == 2 else []


def _comes_from(person: Participant, land: LocalEntity) -> bool:
    if land.entity_type == "country":
        return bool(person.country) and person.country == land.country
    return bool(person.affiliation) and person.affiliation.lower() in {land.name.lower(), *(alias.lower() for alias in land.aliases)}


def country_visited(source: Draft, lands: Sequence[LocalEntity]) -> list[Participant]:
    """The country that was visited, as the other side of what was signed there."""
    return [_as_party(source.mention.participants[0], e, side=2) for e in lands if e.key == source.mention.place_key and e.entity_type == "country"]


def _as_party(model: Participant, entity: LocalEntity, *, side: int) -> Participant:
    return replace(
        model,
        key=entity.key,
        text=entity.name,
        name=entity.name,
        entity_type=entity.entity_type,
        position="",
        affiliation="",
        country=entity.country,
        lang=entity.lang,
        role="who" if side == 1 else "whom",
        side=side,
    )
