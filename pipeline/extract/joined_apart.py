"""Tells who stands beside others in a sentence, and is not coordinated with them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate import Token
from pipeline.extract.predicate import Argument
from pipeline.extract.view import View

HUMAN = frozenset({"person", "group"})
PLACED = frozenset({"in", "at", "on"})


def of_pair(view: View, argument: Argument, found: Sequence[Token]) -> Sequence[Token]:
    """Those joined to one behind "between", up to the first behind "and": "building on talks between A and B, C and D agreed"."""
    first = [t for t in found if t.i > argument.token.i and any(c.pos_ == "CCONJ" for c in _before_actor(view, t))]
    last = min((t.i for t in first), default=-1)
    return [t for t in found if t.i <= last] if "between" in argument.functions and last >= 0 else found


def _before_actor(view: View, token: Token) -> Sequence[Token]:
    """The word right before the actor of a word; nothing at the beginning of a sentence."""
    mention = view.actor_at.get(token.i)
    k = view.position.get(mention.actor.start, 0) if mention is not None else 0
    return view.tokens[k - 1 : k] if k else ()


def acts_there(view: View, argument: Argument, token: Token, together: Sequence[Token]) -> bool:
    """Whether somebody stands behind the place before a clause, and not beside it: "At the White House, Anna Lind and Ivo Kos met".

    `together`: the words that the tree joins to the place.
    """
    mention = view.actor_at.get(token.i)
    placed = argument.functions <= PLACED and mention is not None and mention.actor.entity_type in HUMAN
    return placed and token not in together
