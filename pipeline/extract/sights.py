"""Whether somebody is told to have seen a place: by its name, or by what stands there."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate import Token
from pipeline.extract.slots import Candidate
from pipeline.extract.view import View, plain, preposition_of
from pipeline.records import Actor

PLACES = frozenset({"city", "region", "country", "organization"})
WITHIN = frozenset({"in", "at", "on", "в", "на"})  # where something is done, not what is seen
SENT = ("missioned", "guests", "parts", "envoys")


def has_sight(view: View, candidate: Candidate) -> bool:
    """Whether an institution or a named place is told to be what was seen: "was shown around the port", not "inspected the guard in Riga"."""
    facilities, seen = view.grammar.lists["openings"], frozenset(candidate.trigger.rule.place)
    if candidate.place is not None and candidate.trigger.end - candidate.trigger.start > 1 and not any("with" in a.functions for a in candidate.arguments):
        return True  # "dropped in on the miners in Riga"
    told = [t for a in candidate.arguments if a.functions & seen for t in _seen(view, a.token)]
    return any(view.lemma(t) in facilities or (preposition_of(view, t) not in WITHIN and _is_place(view, t)) for t in told)


def _is_place(view: View, token: Token) -> bool:
    return any(m.actor.entity_type in PLACES for m in view.mentions_at(token))


def _seen(view: View, token: Token) -> Iterator[Token]:
    """A noun, or what it is only a part or the work of: «ознакомился с работой порта»."""
    yield token
    if view.lemma(token) in view.grammar.lists["introducing"]:
        yield from (c for c in token.children if c.dep_ == "nmod")


def has_guest(view: View, candidate: Candidate) -> bool:
    """Whether the first side is people whom the document knows by name or office, or who are sent: no tourists."""
    guests = (f.mention for f in candidate.fillers if f.role == "who" and f.mention.resolved_by)
    return any(m.actor.entity_type == "person" or _is_sent(view, m.actor) for m in guests)


def comes_to_land(view: View, candidate: Candidate) -> bool:
    """Whether an official or a delegation goes to "the region", "our city", which an English text is about."""
    kinds, lands = view.grammar.lists, ("region", "city", "country")
    told = [a.token for a in candidate.arguments if a.functions & {"to", "into", "object"} and a.token.i not in view.actor_at]
    definite = any(plain(c.text) in {"the", "our"} for t in told if any(view.lemma(t) in kinds[kind] for kind in lands) for c in t.children)
    going = [m.actor for a in candidate.arguments if a.functions & {"subject", "agent"} for m in view.mentions_at(a.token)]
    sent = any(a.entity_type == "group" and a.affiliation and view.lemma(view.doc[a.root]) in kinds["missioned"] for a in going)
    return definite and (sent or any(a.entity_type == "person" and a.form == "name" and a.position and (a.country or a.affiliation) for a in going))


def _is_sent(view: View, actor: Actor) -> bool:
    lemma = view.lemma(view.doc[actor.root])
    return actor.entity_type == "group" and any(lemma in view.grammar.lists[name] for name in SENT)
