"""Adds whom a sentence names and no rule took for a participant, where a fitted model finds it likely that they took part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.annotate import Token, feature
from pipeline.extract.chance import ChanceWeights, chance_of
from pipeline.extract.confidence import MUTUAL
from pipeline.extract.fillers import Filler
from pipeline.extract.participants import make_participants
from pipeline.extract.view import View, is_quoted, plain, preposition_of
from pipeline.records import EntityMention, EventMention, Evidence, LocalEntity

MOST_LINKS, MOST_UP, MOST_DOWN, MOST_NEAR = 6, 4, 3, 5  # links of the tree: more are told alike, or not told
MOST_VERBS, MOST_COMMAS, MOST_PEOPLE = 3, 4, 3
MOST_EVENTS, MOST_TIMES, MOST_SENTENCE = 2, 4, 3  # the same for what a document tells of somebody
LANDS = frozenset({"country", "region"})
MOST = 40  # actors of a sentence: one that has more is a list of names
LONGEST_GAP = 12  # characters between two actors that are told as they stand: ", ", " and ", " of the "


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is told in a document: how often, where first (word, sentence), and in which events (number, type) they take part."""

    times: Mapping[str, int]
    first: Mapping[str, tuple[int, int]]
    events: Mapping[str, Set[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Scene:
    """A mention in its sentence, with the keys of all who take part in its event so far, or in another of its kind that the sentence tells."""

    view: View
    mention: EventMention
    trigger: Token
    known: frozenset[str]
    cast: Cast


def with_likely_participants(scene: Scene, entities: Mapping[str, LocalEntity], weights: ChanceWeights) -> EventMention:
    """The mention of a scene with whom its sentence names besides, if that is likely enough."""
    mention = scene.mention
    best: dict[str, tuple[float, EntityMention]] = {}
    for actor, features in list_bystanders(scene, entities):
        if (chance := chance_of(features, weights)) >= max(weights.least, best.get(actor.key, (0.0,))[0]):
            best[actor.key] = chance, actor
    for chance, actor in sorted(best.values(), key=lambda entry: entry[1].actor.start):
        mention = _with(replace(scene, mention=mention), actor, chance, entities)
    return mention


def find_scenes(views: Sequence[View], mentions: Sequence[EventMention]) -> Iterator[Scene | None]:
    """The scene of each mention; None for one that stands in no sentence of its own, as the entries of lists do."""
    at = {view.span.start_char: view for view in views}
    known: dict[int, set[str]] = {}
    beside: dict[tuple[int, str], set[str]] = {}  # who takes part in what one sentence tells: "held calls with A and B"
    cast = _find_cast(views, mentions)
    for mention in mentions:
        known.setdefault(mention.cluster, set()).update(p.key for p in mention.participants)
        beside.setdefault((mention.start, mention.event_type), set()).update(p.key for p in mention.participants)
    for mention in mentions:
        view = at.get(mention.start)
        trigger = next((t for t in view.tokens if t.idx >= mention.trigger_start), None) if view is not None else None
        others = known[mention.cluster] | beside[mention.start, mention.event_type]
        yield Scene(view, mention, trigger, frozenset(others), cast) if view is not None and trigger is not None else None


def _find_cast(views: Sequence[View], mentions: Sequence[EventMention]) -> Cast:
    first: dict[str, tuple[int, int]] = {}
    for number, view in enumerate(views):
        for actor in sorted(view.actors, key=lambda m: m.actor.start):
            first.setdefault(actor.key, (actor.actor.start, number))
    events: dict[str, set[tuple[int, str]]] = {}
    for mention in mentions:
        for person in mention.participants:
            events.setdefault(person.key, set()).add((mention.cluster, mention.event_type))
    return Cast(Counter(actor.key for view in views for actor in view.actors), first, events)


def list_bystanders(scene: Scene, entities: Mapping[str, LocalEntity]) -> Iterator[tuple[EntityMention, tuple[str, ...]]]:
    """Whom the sentence names and the event lacks, with features; not where it took place, nor those whom a clause of its own parts from it."""
    taken = [(p.start, p.end) for p in scene.mention.participants if p.start >= 0]
    for actor in scene.view.actors if len(scene.view.actors) <= MOST else ():
        start, end = _span(scene.view, actor)
        named = any(first <= start and end <= last for first, last in taken)
        known = actor.key in scene.known or actor.key == scene.mention.place_key or _places_town(scene.view, actor)
        if actor.key in entities and not known and not named and not _is_parted(scene, actor) and not _is_apposed(scene.view, actor):
            nearest = _nearest(scene, actor)
            yield (
                actor,
                (
                    *_of_kind(scene, actor),
                    *_of_tree(scene, actor),
                    *_of_words(scene, actor),
                    *_of_event(scene, actor, entities),
                    *_of_nearest(scene, actor, nearest),
                    *_of_cast(scene, actor),
                    *_of_neighbours(scene, actor),
                ),
            )


def _is_apposed(view: View, actor: EntityMention) -> bool:
    """Whether an English office only tells what the person named before it is: "Anna Lind, Coordinator for Rivers at the Danube Council"."""
    office = view.doc[actor.actor.root]
    holder = view.actor_at.get(office.head.i) if view.lang == "en" and actor.actor.form == "position" and office.dep_ == "appos" else None
    return holder is not None and holder.actor.entity_type == "person" and holder.actor.form == "name" and holder.actor.end <= actor.actor.start


def _places_town(view: View, actor: EntityMention) -> bool:
    """Whether a land only tells where the town before it is: "in Graz, Austria"."""
    before = next((m for m in view.actors if m.actor.end == actor.actor.start - 1), None) if actor.actor.entity_type in LANDS else None
    return before is not None and before.actor.entity_type == "city" and view.doc[actor.actor.start - 1].text == ","


def _with(scene: Scene, actor: EntityMention, chance: float, entities: Mapping[str, LocalEntity]) -> EventMention:
    """The mention with one more participant, who stands on no side that somebody else stands on unless the tree puts both next to each other."""
    role, side = _part_of(scene, actor)
    clause = f"taken as likely ({chance:.2f})"
    person = replace(make_participants(scene.view, [Filler(actor, role, clause)], entities)[0], side=side)
    evidence = Evidence(role, clause, person.text, person.start, person.end)
    return replace(scene.mention, participants=(*scene.mention.participants, person), evidence=(*scene.mention.evidence, evidence))


def _part_of(scene: Scene, actor: EntityMention) -> tuple[str, int]:
    """The role and side of one more participant: of those who talk or sign a side of their own, else what the nearest participant is."""
    mention, nearest = scene.mention, _nearest(scene, actor)
    sides = {p.role: p.side for p in mention.participants}
    same = next((p for p in mention.participants if nearest is not None and p.key == nearest.key), None)
    if mention.event_type in MUTUAL and ("who" in sides or (scene.known and not sides)):
        return "whom", max(sides.values(), default=1) + 1
    if same is not None:
        return same.role, same.side
    return ("attendee", 0) if "who" in sides or scene.known else ("who", 1)


def _span(view: View, actor: EntityMention) -> tuple[int, int]:
    words = view.doc[actor.actor.start : actor.actor.end]
    return words.start_char, words.end_char


def _kind(actor: EntityMention) -> str:
    return f"{actor.actor.entity_type} told by {actor.actor.form}"


def _of_kind(scene: Scene, actor: EntityMention) -> Iterator[str]:
    kind, mention = _kind(actor), scene.mention
    yield kind
    yield f"{mention.event_type}: {kind}"
    yield f"{mention.event_type} in {mention.lang}"
    yield f"rule {mention.rule}"
    yield f"rule {mention.rule}: {kind}"
    yield f"{mention.event_type} {mention.status}: {kind}"
    yield f"status {mention.status}"
    if actor.actor.position:
        yield "has an office"
    if actor.actor.affiliation:
        yield "has a body"


def _of_tree(scene: Scene, actor: EntityMention) -> Iterator[str]:
    view, mention, root = scene.view, scene.mention, scene.view.doc[actor.actor.root]
    up, down = _path(root, scene.trigger)
    first = up[0].dep_ if up else "none"
    preposition = preposition_of(view, root)
    yield f"up {' '.join(t.dep_ for t in up[:MOST_UP])}"
    yield f"is {first}"
    yield f"down {' '.join(t.dep_ for t in down[:MOST_DOWN])}"
    yield f"{min(MOST_LINKS, len(up) + len(down))} links"
    yield from sorted({f"below {t.dep_}" for t in up[1:]} | {f"over {t.dep_}" for t in down})
    yield f"behind {preposition or 'no preposition'} in {mention.lang}"
    yield f"{mention.event_type}: behind {preposition or 'no preposition'}"
    yield f"rule {mention.rule}: behind {preposition or 'no preposition'}"
    yield f"rule {mention.rule}: is {first}"
    yield f"{feature(root, 'Case') or 'no case'} as {first}"


def _is_parted(scene: Scene, actor: EntityMention) -> bool:
    """Whether a clause of its own parts the actor from the trigger: "the mayor said that the consul came", "opened the house where he had lived"."""
    up, down = _path(scene.view.doc[actor.actor.root], scene.trigger)
    told_that = any(t.dep_ == "acl" and any(c.dep_ == "mark" and c.text == "that" for c in t.children) for t in down)  # "the advice that she receive"
    return told_that or any(t.dep_ == "ccomp" for t in (*up[1:], *down)) or any(t.dep_ == "acl:relcl" for t in up[1:])


def _path(root: Token, trigger: Token) -> tuple[list[Token], list[Token]]:
    """The words from `root` up to, not including, the lowest word above both, and those from there down to `trigger`."""
    above, below = [root, *root.ancestors], [trigger, *trigger.ancestors]
    shared = {t.i for t in above} & {t.i for t in below}
    up = list(takewhile(lambda t: t.i not in shared, above))
    return up, list(takewhile(lambda t: t.i not in shared, below))


def _of_words(scene: Scene, actor: EntityMention) -> Iterator[str]:
    root, event_type = actor.actor.root, scene.mention.event_type
    first, last = sorted((root, scene.trigger.i))
    between = [t for t in scene.view.tokens if first < t.i < last]
    side = "before" if root < scene.trigger.i else "behind"
    yield f"{min(MOST_VERBS, sum(t.pos_ == 'VERB' for t in between))} verbs between"
    yield f"{min(MOST_COMMAS, sum(t.text in {',', ';'} for t in between))} commas between"
    yield f"{side} the trigger"
    yield f"{event_type}: {_kind(actor)} {side} the trigger"


def _of_event(scene: Scene, actor: EntityMention, entities: Mapping[str, LocalEntity]) -> Iterator[str]:
    mention, kind = scene.mention, actor.actor.entity_type
    own = {p.key for p in mention.participants}
    yield f"{min(MOST_PEOPLE, len(own))} take part"
    yield f"{mention.event_type}: {min(MOST_PEOPLE, len(own))} take part"
    yield f"{mention.event_type}: {min(MOST_PEOPLE, len(scene.known))} take part by now"
    if len(own) < 2 and mention.event_type in MUTUAL:
        yield "lacks a side"
        yield f"lacks a side: {_kind(actor)}"
    if mention.place:
        yield f"placed: {kind}"
    name = entities[actor.key].name.lower()
    if name in {p.affiliation.lower() for p in mention.participants}:
        yield "body of a participant"
    if name in {m.actor.affiliation.lower() for m in scene.view.actors}:
        yield "body of somebody"
    others = {m.key for m in scene.view.actors if m.key not in own and m.key != actor.key and m.actor.entity_type == kind}
    yield f"{min(MOST_PEOPLE, len(others))} others of the kind"


def _of_cast(scene: Scene, actor: EntityMention) -> Iterator[str]:
    """What part somebody has in the document."""
    cast, kind = scene.cast, scene.mention.event_type
    others = {event for event in cast.events.get(actor.key, ()) if event[0] != scene.mention.cluster}
    yield f"in {min(MOST_EVENTS, len(others))} other events"
    yield f"in {min(MOST_EVENTS, sum(told == kind for _, told in others))} other events of the type"
    yield f"{kind}: in {'no' if not others else 'some'} other event"
    yield f"told {min(MOST_TIMES, cast.times[actor.key])} times"
    start, number = cast.first[actor.key]
    yield "first told here" if start == actor.actor.start else "told before"
    yield f"first in sentence {min(MOST_SENTENCE, number)}"


def _of_neighbours(scene: Scene, actor: EntityMention) -> Iterator[str]:
    """The words beside somebody, and the marks around."""
    view, start, end = scene.view, actor.actor.start, actor.actor.end
    yield f"behind word {plain(view.doc[start - 1].text) if start > view.span.start else 'none'}"
    yield f"before word {plain(view.doc[end].text) if end < view.span.end else 'none'}"
    before = view.span.text[: view.doc[start].idx - view.span.start_char]
    yield "in a quotation" if is_quoted(before) else "in no quotation"
    yield "in brackets" if before.count("(") > before.count(")") else "in no brackets"


def _nearest(scene: Scene, actor: EntityMention) -> EntityMention | None:
    """The participant that stands nearest in the tree."""
    own = {p.key for p in scene.mention.participants}
    told = [m for m in scene.view.actors if m.key in own and m.key != actor.key]
    return min(told, key=lambda m: (_links(scene.view, actor, m), m.actor.start), default=None)


def _links(view: View, one: EntityMention, other: EntityMention) -> int:
    return sum(map(len, _path(view.doc[one.actor.root], view.doc[other.actor.root])))


def _of_nearest(scene: Scene, actor: EntityMention, nearest: EntityMention | None) -> Iterator[str]:
    if nearest is None:
        yield "no participant in the sentence"
        return
    links = _links(scene.view, actor, nearest)
    yield f"{min(MOST_NEAR, links)} links to the nearest participant"
    yield f"{_kind(actor)} near {nearest.actor.entity_type}"
    if links == 1 and scene.view.doc[actor.actor.root].dep_ == "conj":
        yield "joined to a participant"
    (_, end), (start, _) = sorted((_span(scene.view, actor), _span(scene.view, nearest)))
    gap = scene.view.doc.text[end:start].strip().lower()
    yield f"between: {gap if len(gap) < LONGEST_GAP else 'more'}"
    yield "of the kind of the nearest" if nearest.actor.entity_type == actor.actor.entity_type else "of another kind than the nearest"
