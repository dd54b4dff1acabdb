"""Whose auxiliary an English verb shares: "will tour the port and meet with students", "when she meets the mayor, she will raise"."""

from __future__ import annotations

from pipeline.annotate import Token, feature
from pipeline.extract.predicate import first_conjunct
from pipeline.extract.view import View, plain

WHENEVER = frozenset({"when", "once", "after"})
OWN = frozenset({"aux", "aux:pass", "nsubj", "nsubj:pass", "mark", "cop"})  # with these a verb stands by itself


def sharing(view: View, verb: Token) -> Token:
    """The first of coordinated English verbs where a bare one shares its auxiliary; else the verb itself."""
    bare = feature(verb, "VerbForm") == "Inf" or plain(verb.text) == view.lemma(verb) and feature(verb, "Tense") != "Past"
    if view.lang != "en" or verb.dep_ not in {"conj", "dep"} or not bare or any(c.dep_ in OWN for c in verb.children):
        return verb
    first = first_conjunct(verb) if verb.dep_ == "conj" else verb.head
    return first if any(c.dep_ == "aux" for c in first.children) else verb


def before_future(view: View, verb: Token) -> tuple[str, str] | None:
    """English "when she meets the mayor, she will raise": what a clause in the present tells of a day to come."""
    marks = any(plain(c.text) in WHENEVER for c in verb.children if c.dep_ in {"mark", "advmod"})
    present = view.lang == "en" and verb.dep_ == "advcl" and feature(verb, "Tense") == "Pres" and feature(verb, "VerbForm") == "Fin"
    will = next((c.text for c in verb.head.children if c.dep_ == "aux" and view.grammar.cues.auxiliaries.get(plain(c.text)) == "planned"), "")
    return ("planned", will) if present and marks and will else None
