"""Tells for whom told before "the parties", "the two mayors" and "the three ministers" of a sentence stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.annotate import feature
from pipeline.extract.fillers import Filler
from pipeline.extract.slots import Candidate
from pipeline.extract.view import View, preposition_of, told_number
from pipeline.records import Actor, LocalEntity

BETWEEN = frozenset({"between", "между"})


def open_parties_of(view: View, candidate: Candidate, known: Sequence[Filler]) -> str:
    """Whether participants stand for some told before: "the parties", "they", or for the lands they come from: "the two states"."""
    unknown = [f.mention.actor for f in candidate.fillers if f not in known and (f.mention.actor.plural or f.mention.actor.form == "parties")]
    if not unknown:
        return ""
    lemmas = {view.lemma(view.doc[actor.root]) for actor in unknown}
    if any(lemma in view.grammar.lists["guests"] for lemma in lemmas) and len(unknown) == 1:
        return "guests"
    return next((kind for kind in ("country", "region", "city") if any(lemma in view.grammar.lists[kind] for lemma in lemmas)), "people")


def tells_strangers(view: View) -> bool:
    """Whether a document is told to be one between parties that the text does not name: "a memorandum between the chambers"."""
    beside = (t for t in view.tokens if t.pos_ == "NOUN" and feature(t, "Number") == "Plur" and preposition_of(view, t) in BETWEEN)
    unknown = (t for t in beside if t.i not in view.actor_at and not any(view.lemma(t) in view.grammar.lists[name] for name in ("country", "region", "city")))
    return any(not any(below.pos_ in {"NUM", "PRON", "DET"} for below in t.subtree) for t in unknown)  # not "the parliaments of the two states"


def find_told_group(view: View, parties: str, entities: Mapping[str, LocalEntity]) -> LocalEntity | None:
    """Whom "the guests" mean if nothing that they did was told: the one group of some land that was named before."""
    groups = [e for e in entities.values() if e.entity_type == "group" and (e.country or e.affiliation) and 0 <= e.start < view.span.start_char]
    return groups[0] if parties == "guests" and len(groups) == 1 else None


def open_office_of(view: View, candidate: Candidate, known: Sequence[Filler]) -> str:
    """The office of those who stand for some told before: "minister" of "the two ministers"."""
    roots = [
        view.doc[f.mention.actor.root] for f in candidate.fillers if f not in known and (f.mention.actor.form == "parties" or is_bare_office(f.mention.actor))
    ]
    return next((view.lemma(t) for t in roots if view.lemma(t) in view.grammar.lists["offices"]), "")


def find_office_holders(view: View, candidate: Candidate, office: str, entities: Mapping[str, LocalEntity]) -> tuple[LocalEntity, ...]:
    """Who was told by an office before; nobody where another number of them is told."""
    found = _told_with(view, office, entities) if office else []
    return tuple(found) if count_parties(view, candidate) in {0, len(found)} and (view.lang == "en" or _hold_apart(found)) else ()


def is_told_again(view: View, filler: Filler, entities: Mapping[str, LocalEntity]) -> bool:
    """Whether a Russian office in the plural stands for people told before: «встреча мэров»."""
    return is_bare_office(filler.mention.actor) and _hold_apart(_told_with(view, view.lemma(view.doc[filler.mention.actor.root]), entities))


def _hold_apart(people: Sequence[LocalEntity]) -> bool:
    """Whether each of several people holds an office somewhere else."""
    homes = {(e.affiliation, e.country) for e in people if e.affiliation}
    return len(people) > 1 and len(homes) == len(people)


def is_bare_office(actor: Actor) -> bool:
    """Whether a Russian office in the plural is told without a land or body: «мэры»."""
    return actor.lang == "ru" and actor.plural and actor.form == "position" and actor.entity_type == "group" and not actor.affiliation


def _told_with(view: View, office: str, entities: Mapping[str, LocalEntity]) -> list[LocalEntity]:
    people = (e for e in entities.values() if e.entity_type == "person" and e.start < view.span.start_char)
    return sorted((e for e in people if office in e.position.lower().split()), key=lambda e: e.start)


def count_parties(view: View, candidate: Candidate) -> int:
    """How many "the three ministers" are; 0 where nothing tells."""
    open_actors = (f.mention.actor for f in candidate.fillers if f.mention.actor.form == "parties")
    return next((number for a in open_actors for t in view.doc[a.start : a.end] if (number := told_number(t))), 0)
