"""The likeliest place of an event that no sentence places: a town or land told elsewhere in its document, if a fitted model finds it likely enough.

Which of them it is follows from where it is told, whose office it belongs to, and what else happened there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract.chance import ChanceWeights, chance_of
from pipeline.extract.likely_date import Telling
from pipeline.extract.view import View, preposition_of
from pipeline.records import EntityMention, EventMention, LikelyPlace, LocalEntity

PLACES = frozenset({"city", "region", "country"})
PLACELESS = frozenset({"call", "appointment"})
MOST_GAP, MOST_TIMES, MOST_CITIES, MOST_NUMBER, MOST_SENTENCE = 4, 4, 4, 3, 4  # above these, numbers are told alike
OPENING = 40  # characters that open a text, where its dateline would stand
STEM = 5  # letters by which a name is found in the dateline: «Томска»
FEWEST, SHARED = 4, 0.4  # events of a digest, and the share of them that somebody takes part in who makes it none
MOST_TOLD = 60  # tellings of places in one document: a text that has more is a directory


@dataclass(frozen=True, slots=True)
class Town:
    """A town or land of a document, as an actor or as that of somebody's office, with the sentences and actors that tell it."""

    key: str
    name: str
    entity_type: str
    country: str
    of_office: bool
    told: list[tuple[int, EntityMention]] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The number of the first sentence that tells it."""
        return self.told[0][0]


@dataclass(frozen=True, slots=True)
class Scenery:
    """What the likelihood of a place depends on besides the mention."""

    telling: Telling
    views: Sequence[View]
    towns: Sequence[Town]
    entities: Mapping[str, LocalEntity]
    line: str  # of the dateline


def make_scenery(telling: Telling, views: Sequence[View], entities: Mapping[str, LocalEntity]) -> Scenery:
    """The towns and lands of a document in the order in which they are told."""
    named = {(e.name, e.entity_type): e for e in entities.values()}
    towns: dict[tuple[str, str], Town] = {}
    for number, view in enumerate(views):
        for mention in view.actors:
            for name, kind, of_office in _places_of(mention, entities):
                entity = named.get((name, kind))
                known = (entity.key, entity.country) if entity is not None else ("", mention.actor.country)
                town = towns.setdefault((name, kind), Town(known[0], name, kind, known[1], of_office))
                town.told.append((number, mention))
    day = next((day for days in telling.there.values() for day in days if day.role == "dateline"), None)
    text = views[0].doc.text if views else ""
    line = text[text.rfind("\n", 0, day.start) + 1 : day.start] if day is not None else text[:OPENING]
    many = sum(len(town.told) for town in towns.values()) > MOST_TOLD or _is_digest(telling.mentions)
    told = [] if many else list(towns.values())
    return Scenery(telling, views, told, entities, line.lower())


def _is_digest(mentions: Sequence[EventMention]) -> bool:
    """Whether a document tells of several events that have next to nobody in common: news of one day, each from elsewhere."""
    events = {m.cluster for m in mentions}
    in_common = Counter(key for key, _ in {(p.key, m.cluster) for m in mentions for p in m.participants})
    return len(events) >= FEWEST and max(in_common.values(), default=0) < SHARED * len(events)


def _places_of(mention: EntityMention, entities: Mapping[str, LocalEntity]) -> Iterator[tuple[str, str, bool]]:
    """Name and kind of the place that an actor is, or that its office belongs to; the last tells which."""
    actor = mention.actor
    if actor.entity_type in PLACES and actor.form == "name" and mention.key in entities:
        yield entities[mention.key].name, entities[mention.key].entity_type, False
    elif actor.affiliation_type in PLACES - {"country"}:
        yield actor.affiliation, actor.affiliation_type, True


def with_likely_place(mention: EventMention, scenery: Scenery, weights: ChanceWeights) -> EventMention:
    """The mention; one of an event that no sentence places with the place that it most likely happened at, where one is likely enough."""
    chances = [(chance_of(features, weights), -k, town) for k, (town, features) in enumerate(list_places(mention, scenery))]
    chance, _, town = max(chances, default=(0.0, 0, None), key=lambda entry: entry[:2])
    if town is None or chance < weights.least:
        return mention
    _, actor = _nearest(mention, town, scenery)
    words = scenery.views[0].doc[actor.actor.start : actor.actor.end]
    return replace(mention, likely_place=LikelyPlace(town.name, town.key, town.country, words.text, words.start_char, words.end_char))


def list_places(mention: EventMention, scenery: Scenery) -> Iterator[tuple[Town, tuple[str, ...]]]:
    """The towns and lands of the document, with features; none for what is at no place, or is placed by a sentence of its own."""
    if mention.event_type in PLACELESS or any(m.place and (m is mention or m.cluster == mention.cluster) for m in scenery.telling.mentions):
        return
    for town in scenery.towns:
        features = (*_of_telling(mention, town, scenery), *_of_people(mention, town, scenery), *_of_events(mention, town, scenery))
        yield town, (*features, *_of_document(mention, town, scenery))


def _nearest(mention: EventMention, town: Town, scenery: Scenery) -> tuple[int, EntityMention]:
    """Where a town is told nearest to the mention: how many sentences behind it, and the actor."""
    own = scenery.telling.number(mention.start)
    number, actor = min(town.told, key=lambda told: (abs(told[0] - own), told[1].actor.start))
    return max(-MOST_GAP, min(MOST_GAP, number - own)), actor


def _of_telling(mention: EventMention, town: Town, scenery: Scenery) -> Iterator[str]:
    gap, actor = _nearest(mention, town, scenery)
    kind, source = town.entity_type, "office" if town.of_office else "name"
    yield from (kind, source, f"{kind} by {source}", f"{mention.event_type} {kind}", f"gap {gap}", f"{kind} gap {gap}", f"{mention.event_type} gap {gap}")
    yield f"told {min(MOST_TIMES, len(town.told))}"
    if not town.of_office:
        near, root = min(1, abs(gap)), scenery.views[0].doc[actor.actor.root]
        behind = {preposition_of(scenery.views[n], scenery.views[n].doc[m.actor.root]) or "none" for n, m in town.told}
        yield from (f"behind {preposition}" for preposition in sorted(behind))
        yield f"nearest behind {preposition_of(scenery.views[scenery.telling.number(root.idx)], root) or 'none'} gap {near}"
        yield from (f"is {root.dep_}", f"is {root.dep_} gap {near}")


def _of_people(mention: EventMention, town: Town, scenery: Scenery) -> Iterator[str]:
    people = [p for p in mention.participants if p.affiliation == town.name]
    for person in people:
        office = person.position.split()[0].lower() if person.position else "none"
        yield from (f"of {person.role}", f"of {person.role} {mention.event_type}", f"of {office}", f"of {office} {town.entity_type}")
        yield from (f"of side {person.side} {mention.event_type}", f"of {person.role} {office}")
    if not people:
        yield "of nobody here"
    yield "takes part" if town.key and town.key in {p.key for p in mention.participants} else "takes no part"
    yield "in a participant's land" if town.country and town.country in {p.country for p in mention.participants} else "in nobody's land"


def _of_events(mention: EventMention, town: Town, scenery: Scenery) -> Iterator[str]:
    own, number = scenery.telling.number(mention.start), scenery.telling.number
    placed = sorted((m for m in scenery.telling.mentions if m.place), key=lambda m: (abs(number(m.start) - own), m.start))
    here = [m for m in placed if _is_there(m, town)]
    yield "others placed" if placed else "none placed"
    if not here:
        yield "place of no event"
        return
    gap = max(-MOST_GAP, min(MOST_GAP, number(here[0].start) - own))
    yield from (f"place of {here[0].event_type} for {mention.event_type}", f"place of event gap {gap}")
    yield "same status" if here[0].status == mention.status else "other status"
    if placed[0] is here[0]:
        yield "place of nearest event"


def _is_there(mention: EventMention, town: Town) -> bool:
    return mention.place_key == town.key if town.key and mention.place_key else mention.place == town.name


def _of_document(mention: EventMention, town: Town, scenery: Scenery) -> Iterator[str]:
    kinds = Counter(other.entity_type for other in scenery.towns)
    if town.name[:STEM].lower() in scenery.line:
        yield "in the dateline"
    if town.entity_type == "city":
        yield f"{min(MOST_CITIES, kinds['city'])} cities"
    order = [other for other in scenery.towns if other.entity_type == town.entity_type]
    yield f"{town.entity_type} number {min(MOST_NUMBER, order.index(town))}"
    yield f"first in sentence {min(MOST_SENTENCE, town.first)}"
    yield f"mention in sentence {min(MOST_SENTENCE, scenery.telling.number(mention.start))}"
    yield from (f"{mention.event_type} in {mention.lang}", f"status {mention.status}", f"rule {mention.rule}", "recalled" if mention.background else "news")
