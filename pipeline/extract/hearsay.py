"""Tells what only words of others make of an event: rumours of it, a ban on it, a feat told with an office that was held before."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from pipeline.annotate import Token, feature
from pipeline.extract.as_such import QUOTES
from pipeline.extract.functions import RELATIVES
from pipeline.extract.slots import Candidate
from pipeline.extract.view import View, is_verb, plain, preposition_of

STEPS = 3  # nouns above the event
BELOW = frozenset({"nmod", "obl", "acl", "obj", "xcomp", "csubj"})
YEARS = frozenset({"лет", "год", "года"})
ON_AIR = frozenset({"в", "in", "on", "during"})
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


def _is_anniversary(view: View, candidate: Candidate) -> bool:
    """Whether it happened long ago, so many years being told since: «исполнится сто лет со дня открытия музея»."""
    day = candidate.trigger.head.head
    since = view.lang == "ru" and view.lemma(day) == "день" and preposition_of(view, day) in {"с", "со"}
    return since and candidate.trigger.head.dep_ == "nmod" and any(t.text.lower() in YEARS for t in view.tokens)


def _is_crowd_there(view: View, candidate: Candidate) -> bool:
    """Whether people of a kind come together, none of whom is sent or heads anything: «на площади собрались тысячи активистов движения»."""
    actors = [f.mention.actor for f in candidate.fillers]
    roots = [t for a in actors for t in view.doc[a.start : a.end] if feature(t, "Animacy") == "Anim" and t.pos_ == "NOUN"]
    gathers = view.lang == "ru" and candidate.trigger.rule.name == "meeting-gather" and bool(roots)
    kinds = view.grammar.lists
    sent = any(view.lemma(t) in kinds[name] for t in roots for name in ("delegates", "heads"))
    return gathers and not sent and all(a.entity_type == "group" and a.plural for a in actors)


def _is_trend(view: View, candidate: Candidate) -> bool:
    """Whether ever more people do it: «всё больше добровольцев подписывает контракты»."""
    if candidate.predicate.light or view.dates:
        return False
    return any(True for _ in view.grammar.lists["trends"].matches([plain(t.text) for t in view.tokens]))


def _is_broadcast(view: View, candidate: Candidate) -> bool:
    """Whether people talk on the air: «в программе «Час» ведущий обсудит с экспертами», "will discuss it with guests of his studio"."""
    if candidate.trigger.rule.type not in {"meeting", "call"}:
        return False
    shows = (t for t in view.tokens if view.lemma(t) in view.grammar.lists["broadcasts"] and t.i not in view.actor_at)
    verb, studios = candidate.predicate.verb or candidate.trigger.head, view.grammar.lists["studios"]
    sides = {t.i for a in candidate.arguments if "with" in a.functions for t in a.token.subtree}
    quoted = {t.i - 1 for t in view.tokens if t.text in QUOTES}
    return any(t.i in sides or (t.head.i == verb.i and preposition_of(view, t) in ON_AIR and (t.i in quoted or view.lemma(t) in studios)) for t in shows)


HEARSAY: tuple[Callable[[View, Candidate], bool], ...] = (_is_rumoured, _is_first_to, _is_anniversary, _is_crowd_there, _is_trend, _is_broadcast)
