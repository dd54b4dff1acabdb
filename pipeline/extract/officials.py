"""Tells whether those are officials whom a rule sends, brings together or has look at something."""

from __future__ import annotations

from pipeline.annotate import Token, feature
from pipeline.extract.phrases import Phrase
from pipeline.extract.slots import Candidate
from pipeline.extract.view import View


def has_officials(view: View, candidate: Candidate) -> bool:
    """Whether several who each hold an office alone, of more than one land, come together: «совещание министров обороны СНГ»."""
    heads = view.grammar.lists["heads"]
    told = [f.mention.actor for f in candidate.fillers if f.mention.actor.plural and not f.mention.actor.country]
    return any(a.affiliation and view.lemma(view.doc[a.root]) in heads for a in told)


def has_envoys(view: View, candidate: Candidate) -> bool:
    """Whether those who are sent are officials, or a group of those who are: a delegation, a mission, observers."""
    kinds = view.grammar.lists["missioned"]
    told = [f.mention.actor for f in candidate.fillers if f.role == "who"]
    return any(a.position if a.entity_type == "person" else any(view.lemma(t) in kinds for t in view.doc[a.start : a.end]) for a in told)


def is_shown(view: View, noun: Token) -> bool:
    """Whether a noun tells of what is performed, and not what opens with it: «побывал на матче», «на открытии соревнований», not «на открытии музея»."""
    things = view.grammar.lists["openings"]
    return view.lemma(noun) in view.grammar.lists["shows"] and not any(c.dep_ == "nmod" and view.lemma(c) in things for c in noun.children)


def is_cabinet_meeting(view: View, candidate: Candidate) -> bool:
    """Whether English talks are a sitting of a government or court alone: "chaired a meeting of the Cabinet"."""
    if view.lang != "en" or candidate.trigger.rule.type != "meeting" or candidate.predicate.kind == "verb":
        return False
    of_organ = any(a.functions == {"possessor"} and view.lemma(a.token) in view.grammar.lists["organs"] for a in candidate.arguments)
    return of_organ and not any(a.functions & {"with", "between", "among"} for a in candidate.arguments)


def is_daily_work(view: View, candidate: Candidate, what: Phrase) -> bool:
    """Whether a session is that of a court, parliament or government alone."""
    organs = view.grammar.lists["organs"]
    told = [t for t in view.doc[what.start : what.end] if feature(t, "Number") != "Plur"]  # not of «Совет глав правительств»
    of_organ = any(view.lemma(t) in organs for t in told) or any(view.lemma(c) in organs for c in candidate.trigger.head.children)
    return of_organ and not _is_joint(view, candidate)


def _is_joint(view: View, candidate: Candidate) -> bool:
    """Whether a session is told to be a joint one, and the organs of two lands sit there: «совместное заседание коллегий МИД Чада и Лаоса»."""
    together = any(view.lemma(c) in view.grammar.lists["jointly"] for c in candidate.trigger.head.children if c.dep_ == "amod")
    return together and len({m.actor.country for m in view.actors if m.actor.country and m.actor.start > candidate.trigger.head.i}) > 1


def has_official_partner(view: View, candidate: Candidate) -> bool:
    """Whether the other side is a person with an office, named, or an equal of who acts: not "residents", not a country; on a day told also several."""
    others = [f.mention.actor for f in candidate.fillers if f.role == "whom"]
    people = [a for a in others if a.entity_type == "person"]
    if view.lang == "en" and any(d.type in {"DATE", "TIME"} for d in view.dates):  # "spoke today with foreign ministers of the islands"
        heads = [view.lemma(view.doc[a.root]) for a in others if a.entity_type == "group" and a.plural]
        if any(lemma in view.grammar.lists["positions"] for lemma in heads):
            return True
    return any(a.position or (a.form == "name" and _is_peer(view, a.start)) for a in people)


def _is_peer(view: View, start: int) -> bool:
    """Whether the word before a name, or its first, tells that its bearer holds an equal office: "her colleague Marek Novak"."""
    k = view.position.get(start, 0)
    return any(lemma in view.grammar.lists["peers"] for lemma in view.lemmas[max(0, k - 1) : k + 3])
