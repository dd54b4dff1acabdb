"""Tells who acts in the clause that follows from those of the clause that an event is told in."""

from __future__ import annotations

from itertools import takewhile

from pipeline.annotate import Token, feature
from pipeline.extract.view import View, is_verb, plain

OTHERWISE = frozenset({"а", "но", "but", "while", "whereas"})  # what begins a clause that tells of somebody else
NOT = frozenset({"не", "not", "only", "только"})


def opens_next_clause(view: View, token: Token, trigger: Token) -> bool:
    """Whether an actor behind the trigger is the first word of another clause: «мэр встретился с послом, а ректор Петров уехал»."""
    mention = view.actor_at.get(token.i)
    start = view.position.get(mention.actor.start if mention is not None else token.i, 0)
    first = view.position.get(trigger.i, start)
    if start - first < 2 or plain(view.tokens[start - 1].text) not in OTHERWISE or view.tokens[start - 2].text != ",":
        return False
    if any(plain(t.text) in NOT for t in view.tokens[max(first - 1, 0) : start]):
        return False  # "met not the mayor, but the rector"
    rest = takewhile(lambda t: t.text not in {",", ";", "."}, view.tokens[start + 1 :])
    return any(is_verb(t) and feature(t, "VerbForm") == "Fin" for t in rest)
