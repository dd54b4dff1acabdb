"""Tells what only words of others make of an event: rumours of it, a ban on it, a feat told with an office that was held before."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from pipeline.annotate import Token
from pipeline.extract.functions import RELATIVES
from pipeline.extract.slots import Candidate
from pipeline.extract.view import View, is_verb, plain

STEPS = 3  # nouns above the event
BELOW = frozenset({"nmod", "obl", "acl", "obj", "xcomp", "csubj"})
BEHIND = 3  # words behind an office in which a clause may begin that tells what the first of its holders did


def _is_rumoured(view: View, candidate: Candidate) -> bool:
    """Whether a noun above says that it is rumoured or forbidden: «слухи об отставке мэра», «запрет вести переговоры», "a ban on talks with"."""
    token: Token = candidate.predicate.verb or candidate.trigger.head
    for _ in range(STEPS):
        if token.dep_ not in BELOW or token.head.i == token.i:
            return False
        token = token.head
        if not is_verb(token) and view.lemma(token) in view.grammar.lists["hearsay"]:
            return True
    return False


def _is_first_to(view: View, candidate: Candidate) -> bool:
    """Whether a holder of an office was the first of them to do something: "became the first mayor to visit the islands", «стал первым мэром, который»."""
    what = candidate.what
    if candidate.trigger.rule.type != "appointment" or what is None or not view.grammar.lists["firsts"] & {*what.lemmas}:
        return False
    words = [t for t in view.tokens if what.start <= t.i < what.end + BEHIND]
    return any(view.lemma(t) in RELATIVES or (plain(t.text) == "to" and is_verb(after)) for t, after in pairwise(words))


HEARSAY: tuple[Callable[[View, Candidate], bool], ...] = (_is_rumoured, _is_first_to)
