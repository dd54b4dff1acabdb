"""Who fills the slots of an event: each once, as the sides that they are, with those who lead or sign for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.leaders import LEADS, leaders_of
from pipeline.extract.phrases import Phrase
from pipeline.extract.predicate import Predicate
from pipeline.extract.view import View
from pipeline.records import EntityMention


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: the actor, its role, and why."""

    mention: EntityMention
    role: str
    clause: str


def is_host_city(view: View, predicate: Predicate, filler: Filler) -> bool:
    """Whether a city is only where an occasion is held: "Vienna hosted talks between the ministers", «Казань приняла форум»."""
    verb = predicate.light or predicate.verb
    hosted = verb is not None and predicate.trigger.rule.trigger.pos == "noun" and view.lemma(verb) in view.grammar.lists["hosts"]
    return hosted and filler.role == "who" and filler.mention.actor.entity_type == "city" and filler.clause.startswith(("subject", "agent"))


def as_sides(fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Those who did it together, with nobody else, as sides to each other."""
    if any(f.role == "whom" for f in fillers):
        return fillers
    first = next((f for f in fillers if f.role == "who"), None)
    return tuple(replace(f, role="whom") if f.role == "who" and f is not first else f for f in fillers)


def _with_signatories(fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The parties of a document before the persons who sign for them, where both are told: "X and Y signed an agreement between two universities"."""
    sides = [f for f in fillers if f.role in {"who", "whom"}]
    bodies, persons = [[f for f in sides if (f.mention.actor.entity_type == "person") == human] for human in (False, True)]
    if len(bodies) < 2 or not persons:
        return fillers
    parties = (replace(f, role="whom" if k else "who") for k, f in enumerate(bodies))
    return (*parties, *(replace(f, role="signatory") for f in persons), *(f for f in fillers if f not in sides))


def without_office(fillers: tuple[Filler, ...], what: Phrase | None, clause: str) -> tuple[Filler, ...]:
    """An office that somebody is appointed to takes no part itself."""
    if what is None or not (clause.startswith("attribute") or any(f.mention.actor.form == "name" for f in fillers)):
        return fillers
    kept = tuple(f for f in fillers if f.mention.actor.form != "position" or not what.start <= f.mention.actor.root < what.end)
    leaving = clause.startswith(("possessor", "object")) and not any(f.role == "who" for f in kept)  # «не принял отставку премьера»
    return fillers if leaving else kept


def one_each(fillers: Iterator[Filler]) -> Iterator[Filler]:
    """Each entity once, in the first role that it was found in."""
    seen: set[str] = set()
    for filler in fillers:
        if filler.mention.key not in seen:
            seen.add(filler.mention.key)
            yield filler


def with_leaders(view: View, fillers: Sequence[Filler]) -> tuple[Filler, ...]:
    """The fillers and who leads a group among them: "a delegation headed by X", «делегация во главе с X»."""
    taken, leaders = {f.mention.key for f in fillers}, list[Filler]()
    for filler in sorted(fillers, key=lambda f: -f.mention.actor.start):  # who leads is told behind the group, not behind its host
        led = [leader for leader in leaders_of(view, filler.mention) if leader.key not in taken]
        taken.update(leader.key for leader in led)
        role = "head_of_delegation" if filler.role == "who" else filler.role
        leaders.extend(Filler(leader, role, f"{LEADS}{filler.mention.actor.name}") for leader in led)
    return (*fillers, *sorted(leaders, key=lambda f: f.mention.actor.start))


def _without_session(fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The fillers without the body that two sides hold a session of: "the meeting of the Joint Commission between Slovakia and Hungary"."""
    sides = {f.mention.key for f in fillers if f.clause.startswith("between")}
    return tuple(f for f in fillers if len(sides) < 2 or not f.clause.startswith("possessor") or f.mention.actor.entity_type != "organization")


def _appointed_by_name(fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The fillers without what a Russian text tells behind the name of the appointed of what he was before: «назначена Анна Линд, до этого проректор»."""
    named = [f.mention.actor for f in fillers if f.role == "who" and f.mention.actor.form == "name" and f.mention.actor.entity_type == "person"]
    first = min((a.end for a in named if a.lang == "ru"), default=-1)
    past = [f for f in fillers if f.role == "who" and first >= 0 and f.mention.actor.start > first and f.mention.actor not in named]
    return tuple(f for f in fillers if f not in past or f.mention.actor.entity_type == "group")


def of_type(event_type: str, fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The fillers as those of a signing or of a session stand to each other."""
    if event_type == "signing":
        return _with_signatories(fillers)
    if event_type == "appointment":
        return _appointed_by_name(fillers)
    return _without_session(fillers) if event_type == "conference" else fillers
