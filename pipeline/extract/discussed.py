"""Tells what was only the topic of talks: «стороны обсудили открытие консульства», "they talked about the launch of a ferry line"."""

from __future__ import annotations

from pipeline.annotate import Token
from pipeline.extract.slots import Candidate
from pipeline.extract.status import find_status
from pipeline.extract.view import View, is_passive, is_verb

CLIMB = 5  # words between an event's noun and the verb of talk
BELOW = frozenset({"obj", "nsubj", "nsubj:pass", "nmod", "obl", "conj", "appos"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
TALKS = frozenset({"meeting", "call"})
ABOUT = frozenset({"о", "об", "обо", "about", "on", "upon"})


def is_discussed(view: View, candidate: Candidate) -> bool:
    """Whether a noun hangs below a verb of talk as what the talk was about, with no day of its own and no word that it lies ahead."""
    if candidate.trigger.rule.type in TALKS:
        return False
    inside = words_discussed(view, candidate)
    dated = any(d.start <= view.doc[i].idx < d.end for d in view.dates for i in inside)
    return bool(inside) and not dated and find_status(view, candidate.predicate)[0] == "occurred"


def words_discussed(view: View, candidate: Candidate) -> frozenset[int]:
    """The positions of the words that tell of an event which a talk was about, below its noun; none if the noun is no topic."""
    if candidate.trigger.rule.trigger.pos != "noun" or candidate.predicate.light is not None:
        return frozenset()
    noun = candidate.trigger.head
    verb = _verb_above(noun)
    if verb is None:
        return frozenset()
    top = next(t for t in (noun, *noun.ancestors) if t.head.i == verb.i)
    talks = [e.rule for e in view.grammar.triggers.get(view.lemma(verb), ()) if e.rule.joins and e.rule.type in TALKS]
    if top.dep_ in SUBJECTS:  # not «семинар был посвящён», «итогом стало подписание»
        talks = [rule for rule in talks if "subject" in rule.who or (is_passive(verb) and "of_talks" not in rule.needs)]
    return frozenset(token.i for token in noun.subtree) if talks and not _is_occasion(top) else frozenset()


def _verb_above(token: Token) -> Token | None:
    """The verb that a noun depends on, through other nouns."""
    for _ in range(CLIMB):
        if token.dep_ not in BELOW or token.head.i == token.i:
            return None
        token = token.head
        if is_verb(token):
            return token
    return None


def _is_occasion(top: Token) -> bool:
    """Whether the words tell when or where the talk took place: "discussed trade during the visit", «на открытии обсудили торговлю»."""
    cases = {c.text.lower() for c in top.children if c.dep_ == "case"}
    return top.dep_ == "obl" and not cases & ABOUT
