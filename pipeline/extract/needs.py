"""What a rule demands before its match counts as an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.annotate import feature
from pipeline.extract.slots import Candidate
from pipeline.extract.status import find_status
from pipeline.extract.view import View
from pipeline.records import EntityMention

HUMAN = frozenset({"person", "group", "organization", "country", "region", "city"})


def missing_need(view: View, candidate: Candidate) -> str:
    """The name of the first condition of the rule that does not hold; empty if all do."""
    rule = candidate.trigger.rule
    if rule.what.required and candidate.what is None:
        return "what"
    if _is_habitual(view, candidate):
        return "no general talk"
    return next((need for need in rule.needs if not CHECKS[need](view, candidate)), "")


def _is_habitual(view: View, candidate: Candidate) -> bool:
    """Whether an adverb of habit stands with a present-tense verb: "meetings are held every year"."""
    verb = candidate.predicate.verb or candidate.trigger.head
    if feature(verb, "Tense") == "Past" and not any(
        c.dep_ in {"aux", "aux:pass"} and feature(c, "Tense") == "Pres" and c.lemma_ == "be" for c in verb.children
    ):
        return False
    return any(view.grammar.habitual.match_at(view.lemmas, k) for k, token in enumerate(view.tokens) if token.head.i in {verb.i, candidate.trigger.head.i})


def _arguments(view: View, candidate: Candidate, *functions: str) -> list[EntityMention]:
    return [view.actor_at[a.token.i] for a in candidate.arguments if a.token.i in view.actor_at and a.functions & set(functions)]


def _has_human_subject(view: View, candidate: Candidate) -> bool:
    return any(m.actor.entity_type in HUMAN for m in _arguments(view, candidate, "subject", "agent"))


def _has_people_subject(view: View, candidate: Candidate) -> bool:
    return any(m.actor.entity_type in {"person", "group"} for m in _arguments(view, candidate, "subject", "agent"))


def _has_place(view: View, candidate: Candidate) -> bool:
    """A place that is named, or an institution that can be visited."""
    facilities = view.grammar.lists["openings"]
    return candidate.place is not None or any("object" in a.functions and view.lemma(a.token) in facilities for a in candidate.arguments)


def _has_human_object(view: View, candidate: Candidate) -> bool:
    objects = _arguments(view, candidate, "object")
    return any(m.actor.entity_type in {"person", "group"} or m.actor.form in {"position", "pronoun"} for m in objects)


def _has_sides(view: View, candidate: Candidate) -> bool:
    return len({f.mention.key for f in candidate.fillers}) > 1 or any(f.mention.actor.plural or f.mention.actor.form == "parties" for f in candidate.fillers)


def _has_anchor(view: View, candidate: Candidate) -> bool:
    """Something that makes a noun a real occasion: a verb that holds it, people who take part, a place, a date or a name of its own."""
    named = candidate.what is not None and any(t.pos_ == "PROPN" for t in view.doc[candidate.what.start : candidate.what.end])
    dated = any(d.type == "DATE" for d in view.dates)
    if find_status(view, candidate.predicate)[0] in {"planned", "negated"}:
        return True
    return candidate.predicate.light is not None or bool(candidate.fillers) or (named and (dated or candidate.place is not None))


def _has_official_partner(view: View, candidate: Candidate) -> bool:
    """Whether the other side is a person with an office, named: not "residents", not a country."""
    return any(f.role == "whom" and f.mention.actor.entity_type == "person" and f.mention.actor.position for f in candidate.fillers)


CHECKS: Mapping[str, Callable[[View, Candidate], bool]] = {
    "who": lambda _, c: any(f.role == "who" for f in c.fillers),
    "whom": lambda _, c: any(f.role == "whom" for f in c.fillers),
    "participant": lambda _, c: bool(c.fillers),
    "sides": _has_sides,
    "place": _has_place,
    "people_subject": _has_people_subject,
    "human_subject": _has_human_subject,
    "human_object": _has_human_object,
    "anchor": _has_anchor,
    "official_partner": _has_official_partner,
}
