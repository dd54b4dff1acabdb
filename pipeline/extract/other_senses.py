"""Tells what English words of an event mean besides: shared purposes, calls that are heeded, means to an end, conditions, people who only give way."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.annotate import Token, feature
from pipeline.extract.slots import Candidate
from pipeline.extract.view import View, is_verb, plain, preposition_of

AHEAD = frozenset({"will", "would", "can", "could", "may", "might", "shall", "should", "must", "'ll", "’ll"})
WITHIN = frozenset({"during", "throughout"})


def _verb(candidate: Candidate) -> Token:
    return candidate.predicate.verb or candidate.trigger.head


def _is_shared_purpose(view: View, candidate: Candidate) -> bool:
    """Whether people only "came together" for a cause: with nobody, at no place, on no day that the sentence tells of it."""
    verb = candidate.trigger.head
    if view.lang != "en" or candidate.trigger.rule.name != "meeting-gather" or view.lemma(verb) != "come":
        return False
    dated = any(_verb_above(view.doc[t.i]).i == verb.i for t in view.tokens if any(d.type == "DATE" and d.start <= t.idx < d.end for d in view.dates))
    met = any(f.role == "whom" and f.clause.startswith("with") for f in candidate.fillers)
    return not dated and not met and candidate.place is None and candidate.place_phrase is None


def _verb_above(token: Token) -> Token:
    return next((t for t in token.ancestors if is_verb(t)), token)


def _is_means(view: View, candidate: Candidate) -> bool:
    """Whether a gerund tells by what means something may be reached: "by entering into a compact, the state will be able to"."""
    verb = _verb(candidate)
    if view.lang != "en" or verb.dep_ != "advcl" or not any(plain(c.text) == "by" and c.dep_ in {"mark", "case"} for c in verb.children):
        return False
    return any(c.dep_ == "aux" and plain(c.text) in AHEAD for c in verb.head.children) and not any(t.type == "DATE" for t in view.dates)


def _is_condition(view: View, candidate: Candidate) -> bool:
    """Whether a noun tells on what something else depends: "subject to the conclusion of the agreement"."""
    noun = candidate.trigger.head
    above = noun.head
    depends = view.lemma(above) in view.grammar.lists["depending"] and preposition_of(view, noun) in {"to", "on", "upon"}
    return view.lang == "en" and candidate.predicate.kind == "noun" and above.i < noun.i and depends


def _is_time(view: View, candidate: Candidate) -> bool:
    """Whether a week or day with a name only tells when something else is done: "during National Forest Week, the agencies"."""
    what = candidate.what
    first = view.position.get(what.start, 0) if what is not None else 0
    within = first > 0 and plain(view.tokens[first - 1].text) in WITHIN
    return view.lang == "en" and candidate.trigger.rule.name == "conference-days" and within and candidate.predicate.light is None


def _is_heeded(view: View, candidate: Candidate) -> bool:
    """Whether a call is one to do something: "answered the nation's call"."""
    noun = candidate.trigger.head
    called = view.lang == "en" and candidate.trigger.rule.name == "call-noun" and plain(noun.text) in {"call", "calls"}
    return called and noun.dep_ in {"obj", "obl"} and view.lemma(noun.head) in view.grammar.lists["heeding"]


def _is_giving_way(view: View, candidate: Candidate) -> bool:
    """Whether sides, not people in office, step aside: "both sides should stand down"."""
    fillers = [f for f in candidate.fillers if f.role == "who"]
    return candidate.trigger.rule.type == "appointment" and bool(fillers) and all(f.mention.actor.form == "parties" for f in fillers)


def _is_future_holder(view: View, candidate: Candidate) -> bool:
    """Whether a rule tells how any holder of an office will be appointed: "the new director will be appointed by the council"."""
    verb = candidate.trigger.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    ahead = any(c.dep_ == "aux" and plain(c.text) in AHEAD for c in verb.children)
    if view.lang != "en" or candidate.trigger.rule.type != "appointment" or subject is None or not ahead or view.dates:
        return False
    actor = view.actor_at.get(subject.i)
    unnamed = actor is None or actor.actor.form == "position" and not actor.actor.affiliation
    return unnamed and feature(subject, "Number") != "Plur"


def _is_convened(view: View, candidate: Candidate) -> bool:
    """Whether somebody convenes a chamber for its work: "the leaders will convene the Senate"."""
    verb = candidate.trigger.head
    things = [c for c in verb.children if c.dep_ == "obj"]
    return (
        view.lang == "en"
        and candidate.trigger.rule.type == "meeting"
        and plain(verb.lemma_) in {"convene", "reconvene"}
        and any(view.lemma(t) in view.grammar.lists["houses"] for t in things)
    )


OTHER_SENSES: tuple[Callable[[View, Candidate], bool], ...] = (
    _is_shared_purpose,
    _is_means,
    _is_condition,
    _is_time,
    _is_heeded,
    _is_giving_way,
    _is_future_holder,
    _is_convened,
)
