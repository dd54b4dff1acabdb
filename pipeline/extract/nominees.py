"""Lists of people put forward for offices, a phrase each, without a verb: "Anna Lind, of Ohio, to be Governor of the Port, vice Peter Dunn, resigned"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate import Token
from pipeline.extract.predicate import Argument
from pipeline.extract.view import View, is_finite
from pipeline.records import EntityMention

BULLETS = frozenset("-–—•*·")


def list_nominee(view: View, head: Token) -> tuple[Argument, ...]:
    """Who is put forward, for which office; who left it, where `head` tells so behind "vice"; nobody where the sentence is no item of such a list."""
    infinitive = next((k for k in range(2, len(view.tokens)) if _opens_office(view, k)), 0)
    nominee = _opening_name(view, infinitive) if infinitive else None
    if nominee is None:
        return ()
    named = _leaver(view, head) if head.i > view.tokens[infinitive].i else nominee
    if named is None:
        return ()
    who, office = view.doc[named.actor.root], _office(view, infinitive)
    return (Argument(who, frozenset({"subject"}), "order"), Argument(office, frozenset({"attribute"}), "order"))


def is_done(view: View, order: Token) -> bool:
    """Whether an English order has been signed, or somebody is thanked for what was done: "signed an order appointing Anna Lind"."""
    lists = view.grammar.lists
    signed = order.dep_ == "obj" and view.lemma(order) in lists["unilateral"] and view.lemma(order.head) in lists["decreeing"]
    return signed or any(view.lemma(t) in lists["thanking"] for t in order.ancestors)


def is_taken_back(view: View) -> bool:
    """Whether an item of a list tells when the proposal was made that is withdrawn now: ", which was sent to the Senate on May 3"."""
    return next(view.grammar.lists["sent_before"].matches(view.lemmas), None) is not None


def _opens_office(view: View, k: int) -> bool:
    """Whether "to be" stands at word `k`, behind a comma or a bracket."""
    return view.lang == "en" and view.tokens[k].text == "be" and view.tokens[k - 1].text == "to" and view.tokens[k - 2].text in {",", ")"}


def _opening_name(view: View, k: int) -> EntityMention | None:
    """The person with whose name the sentence opens, if no verb tells anything between it and word `k`."""
    first = next((t for t in view.tokens[:k] if t.text not in BULLETS), view.tokens[0])
    mention = view.actor_at.get(first.i)
    if mention is None or mention.actor.entity_type != "person" or mention.actor.form != "name" or mention.actor.start != first.i:
        return None
    behind = view.doc[mention.actor.end] if mention.actor.end < len(view.doc) else first
    return mention if behind.text in {",", "("} and not any(is_finite(t) for t in view.tokens[:k]) else None


def _office(view: View, k: int) -> Token:
    """The noun of the office behind "to be" at word `k`: that of an actor told by it, else the one that the tree hangs on the verb."""
    behind = view.tokens[k + 1 : k + 3]
    told = next((m for t in behind if (m := view.actor_at.get(t.i)) is not None and m.actor.form == "position"), None)
    if told is not None:
        return view.doc[told.actor.root]
    return next((c for c in view.tokens[k].children if c.dep_ == "attr"), behind[-1] if behind else view.tokens[k])


def _leaver(view: View, verb: Token) -> EntityMention | None:
    """The person named between "vice" and a comma before the word that tells how the office became vacant."""
    k = view.position[verb.i]
    named = [m for m in view.actors if m.actor.entity_type == "person" and m.actor.form == "name" and m.actor.end <= verb.i]
    last: Sequence[EntityMention] = sorted(named, key=lambda m: m.actor.end)[-1:]
    told = view.tokens[k - 1].text == "," and bool(last) and "vice" in _words_before(view, last[0])
    return last[0] if told else None


def _words_before(view: View, mention: EntityMention) -> tuple[str, ...]:
    k = view.position[mention.actor.start]
    return tuple(view.lemmas[max(0, k - 1) : k + 1])
