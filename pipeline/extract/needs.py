"""What a rule demands before its match counts as an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.annotate import feature
from pipeline.extract.slots import Candidate
from pipeline.extract.status import find_status, is_reported_future
from pipeline.extract.view import View, plain
from pipeline.records import EntityMention

HEADLINE = 200  # characters: a sentence that begins before may be a headline, told in the present
HUMAN = frozenset({"person", "group", "organization", "country", "region", "city"})


def missing_need(view: View, candidate: Candidate) -> str:
    """The name of the first condition of the rule that does not hold; empty if all do."""
    rule = candidate.trigger.rule
    if rule.what.required and candidate.what is None:
        return "what"
    if _is_habitual(view, candidate) or _is_hypothetical(view, candidate) or _is_timeless(view, candidate):
        return "no general talk"
    return next((need for need in rule.needs if not CHECKS[need](view, candidate)), "")


def _is_habitual(view: View, candidate: Candidate) -> bool:
    """Whether an adverb of habit stands with a present-tense verb: "meetings are held every year"."""
    verb = candidate.predicate.verb or candidate.trigger.head
    if feature(verb, "Tense") == "Past" and not any(
        c.dep_ in {"aux", "aux:pass"} and feature(c, "Tense") == "Pres" and c.lemma_ == "be" for c in verb.children
    ):
        return False
    heads = {verb.i, candidate.trigger.head.i}
    for k in range(len(view.tokens)):
        words = view.tokens[k : k + view.grammar.habitual.match_at(view.lemmas, k)]
        if any(token.head.i in heads for token in words):
            return True
    return False


def _is_hypothetical(view: View, candidate: Candidate) -> bool:
    """Whether an auxiliary says that it may or might be so."""
    verb = candidate.predicate.verb or candidate.trigger.head
    if is_reported_future(view, verb):
        return False
    return any(
        plain(c.text) in view.grammar.cues.hypothetical or view.lemma(c) in view.grammar.cues.hypothetical
        for c in verb.children
        if c.dep_ in {"aux", "advmod", "aux:pass"}
    )


def _is_timeless(view: View, candidate: Candidate) -> bool:
    """Whether an English verb in the plain present tells what is generally so: no headline, no day, nobody named."""
    verb = candidate.predicate.verb
    if verb is None or view.lang != "en" or feature(verb, "Tense") != "Pres" or feature(verb, "VerbForm") != "Fin":
        return False
    headline = view.span.start_char < HEADLINE or any(d.type in {"DATE", "TIME"} for d in view.dates)
    return not headline and find_status(view, candidate.predicate)[0] == "occurred"


def _arguments(view: View, candidate: Candidate, *functions: str) -> list[EntityMention]:
    return [view.actor_at[a.token.i] for a in candidate.arguments if a.token.i in view.actor_at and a.functions & set(functions)]


def _has_human_subject(view: View, candidate: Candidate) -> bool:
    return any(m.actor.entity_type in HUMAN for m in _arguments(view, candidate, "subject", "agent"))


def _has_light(view: View, candidate: Candidate) -> bool:
    """A verb that holds the occasion, plans it or calls it off."""
    return candidate.predicate.light is not None or find_status(view, candidate.predicate)[0] in {"planned", "negated"}


def _has_fitting_subject(view: View, candidate: Candidate) -> bool:
    """No thing as subject or object: "the plant met the demand"; a pronoun, or no subject that was found, may stand for people."""
    subjects = [a.token for a in candidate.arguments if "subject" in a.functions]
    things = [a.token for a in candidate.arguments if "object" in a.functions and not view.mentions_at(a.token) and a.token.pos_ == "NOUN"]
    if things and not any(f.role == "whom" for f in candidate.fillers):
        return False
    first = min(subjects, key=lambda t: t.i, default=None)
    return first is None or first.pos_ == "PRON" or bool(view.mentions_at(first))


def _is_topical(view: View, candidate: Candidate) -> bool:
    """Whether those who talk are people, or are left out by a passive; a thing that "discusses" tells of no talk."""
    subjects = [a.token for a in candidate.arguments if "subject" in a.functions]
    return all(t.pos_ == "PRON" or view.mentions_at(t) for t in subjects)


def _has_people_subject(view: View, candidate: Candidate) -> bool:
    """People whom the document knows by name or office: "she" alone, of whom nothing is told, is no visitor."""
    return any(m.actor.entity_type in {"person", "group"} and m.resolved_by for m in _arguments(view, candidate, "subject", "agent"))


def _has_parties(view: View, candidate: Candidate) -> bool:
    """Two sides, unless the document is one that nobody signs alone; first persons sign papers of their own."""
    if any(plain(c.text) in {"i", "я", "my"} for c in candidate.trigger.head.children):
        return False
    if candidate.what is None or _has_sides(view, candidate):
        return True
    kinds = view.grammar.lists
    alone = any(f.mention.actor.entity_type == "person" for f in candidate.fillers)
    weak = alone and any(lemma in kinds["weak_documents"] for lemma in candidate.what.lemmas)
    return not weak and not any(lemma in kinds["unilateral"] for lemma in candidate.what.lemmas)


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
    """Something that makes a noun a real occasion: a verb that holds it, people who take part, or a name of its own with a place or a day attached."""
    if find_status(view, candidate.predicate)[0] in {"planned", "negated"} or candidate.predicate.light is not None or candidate.fillers:
        return True
    named = candidate.what is not None and any(t.pos_ == "PROPN" for t in view.doc[candidate.what.start : candidate.what.end])
    return named and (candidate.place is not None or _is_dated(view, candidate))


def _is_dated(view: View, candidate: Candidate) -> bool:
    """Whether a date depends on the trigger or on a participle of it."""
    inside = {t.i for t in candidate.trigger.head.subtree}
    return any(d.type == "DATE" and any(d.start <= view.doc[i].idx < d.end for i in inside) for d in view.dates)


def _has_official_partner(view: View, candidate: Candidate) -> bool:
    """Whether the other side is a person with an office, named: not "residents", not a country."""
    return any(f.role == "whom" and f.mention.actor.entity_type == "person" and f.mention.actor.position for f in candidate.fillers)


CHECKS: Mapping[str, Callable[[View, Candidate], bool]] = {
    "who": lambda _, c: any(f.role == "who" for f in c.fillers),
    "who_or_what": lambda _, c: c.what is not None or any(f.role == "who" for f in c.fillers),
    "whom": lambda _, c: any(f.role == "whom" for f in c.fillers),
    "participant": lambda _, c: bool(c.fillers),
    "sides": _has_sides,
    "parties": _has_parties,
    "light": _has_light,
    "fitting_subject": _has_fitting_subject,
    "topical": _is_topical,
    "place": _has_place,
    "people_subject": _has_people_subject,
    "human_subject": _has_human_subject,
    "human_object": _has_human_object,
    "anchor": _has_anchor,
    "official_partner": _has_official_partner,
}
