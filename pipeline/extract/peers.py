"""English people told only as the equals of somebody: "his counterparts". Near talks told before they are those who took part there."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate import Token
from pipeline.extract.fillers import Filler
from pipeline.extract.view import View
from pipeline.records import Participant


def peers_of(view: View, known: Sequence[Filler]) -> frozenset[str]:
    """The keys of those who are told as "his counterparts" or "their colleagues" and no more."""
    told = (f.mention for f in known if f.mention.actor.plural and not f.mention.actor.affiliation and not f.mention.actor.country)
    return frozenset(m.key for m in told if view.lang == "en" and _is_equal(view, view.doc[m.actor.root]) and m.actor.end - m.actor.start <= 2)


def _is_equal(view: View, noun: Token) -> bool:
    return view.lemma(noun) in view.grammar.lists["peers"] and any(c.dep_ == "nmod:poss" for c in noun.children)


def without_peers(people: Sequence[Participant], peers: frozenset[str]) -> tuple[Participant, ...]:
    """The participants but for those who are only told as equals."""
    return tuple(p for p in people if p.key not in peers)
