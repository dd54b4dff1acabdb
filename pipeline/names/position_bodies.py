"""The body or place of an office told by its kind alone: "the head of the company", "глава партии", "мэр города" of one named before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.annotate import Doc
from pipeline.names.identity import IdentityWords
from pipeline.names.positions import find_concept
from pipeline.records import EntityMention, PositionFact


@dataclass(frozen=True, slots=True)
class Told:
    """A body or place that the article names."""

    name: str
    entity_type: str
    key: str
    country: str
    start: int  # characters


def list_told(mentions: Iterable[EntityMention], keys: Mapping[tuple[str, str], str], doc: Doc) -> tuple[Told, ...]:
    """All bodies and places that are told, those of offices and groups included."""
    found = []
    for actor, key in ((m.actor, m.key) for m in mentions):
        if actor.form == "name" and actor.entity_type not in {"person", "group"}:
            found.append(Told(actor.name, actor.entity_type, key, actor.country, doc[actor.start].idx))
        if actor.affiliation and (own := keys.get((actor.affiliation, actor.affiliation_type), "")):
            found.append(Told(actor.affiliation, actor.affiliation_type, own, actor.country, doc[max(actor.affiliation_start, actor.start)].idx))
    return tuple(found)


def find_told_body(fact: PositionFact, told: Sequence[Told], words: IdentityWords) -> PositionFact:
    """The fact with the only body or place of that kind that the article names before it; unchanged where there is none or several."""
    kind = "" if fact.organization else _kind(fact.position, words)
    if not kind:
        return fact
    fitting = [body for body in told if body.start < fact.start and _is_of_kind(body, kind, words)]
    if len({body.key for body in fitting}) != 1:
        return fact
    return replace(fact, organization=fitting[0].name, organization_key=fitting[0].key)


def _kind(position: str, words: IdentityWords) -> str:
    """The meaning of the last word of an office if that is a small word for a body or place: "глава партии" -> party."""
    *before, last = position.split()
    if not before or not last.islower():
        return ""
    meaning = find_concept(last, words.concepts) or ""
    return meaning if meaning in words.holding.places or meaning in words.holding.kinds else ""


def _is_of_kind(body: Told, kind: str, words: IdentityWords) -> bool:
    """Whether a body's name tells that kind; a place has its type, and the tables know where it lies."""
    if kind in words.holding.places:
        return body.entity_type == words.holding.places[kind] and bool(body.country)
    return body.entity_type == "organization" and any(find_concept(word, words.concepts) == kind for word in body.name.split())
