"""What stands around a mention: who else is named in its sentence, and where in its document it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.annotate import Doc
from pipeline.records import EntityMention, EventMention

KINDS = {"person": "person", "organization": "body", "group": "body", "country": "land", "region": "land", "city": "land"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Counts of those who are told in a mention's sentence and have no part in any event told there, and the mention's place.

    `start` and `length` are in characters: where the sentence begins, and how long the article is.
    """

    people: int = 0  # told by name
    offices: int = 0  # told by office alone
    bodies: int = 0  # with groups
    lands: int = 0  # with cities
    pronouns: int = 0
    mentions: int = 1  # events told in the sentence
    start: int = 0
    length: int = 0


def find_surroundings(doc: Doc, actors: Sequence[EntityMention], mentions: Sequence[EventMention]) -> Iterator[Surroundings]:
    """One for each of the mentions of a document, in their order; those of one sentence share theirs."""
    known: dict[int, Surroundings] = {}
    for mention in mentions:
        if mention.start not in known:
            same = [other for other in mentions if other.start == mention.start]
            known[mention.start] = _around(doc, [a for a in actors if mention.start <= doc[a.actor.start].idx < mention.end], same, len(doc.text))
        yield known[mention.start]


def _around(doc: Doc, actors: Sequence[EntityMention], mentions: Sequence[EventMention], length: int) -> Surroundings:
    taken = {p.start for m in mentions for p in m.participants if p.start >= 0}
    keys = {p.key for m in mentions for p in m.participants} | {m.place_key for m in mentions}
    free = [a.actor for a in actors if a.key not in keys and not any(_start(doc, a) <= start < _end(doc, a) for start in taken)]
    kinds = [("pronoun" if a.form == "pronoun" else "office" if (a.form, a.entity_type) == ("position", "person") else KINDS[a.entity_type]) for a in free]
    people, offices, bodies, lands, pronouns = (kinds.count(kind) for kind in ("person", "office", "body", "land", "pronoun"))
    return Surroundings(people, offices, bodies, lands, pronouns, len(mentions), mentions[0].start, length)


def _start(doc: Doc, mention: EntityMention) -> int:
    return doc[mention.actor.start].idx


def _end(doc: Doc, mention: EntityMention) -> int:
    last = doc[mention.actor.end - 1]
    return last.idx + len(last)
