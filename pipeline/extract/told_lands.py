"""Finds the lands whose occasion or document it is: «саммит Дании и Чехии», «словацко-венгерское соглашение», "the Slovak-Hungarian treaty"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate import Token
from pipeline.extract.coordination import conjuncts
from pipeline.extract.triggers import Trigger
from pipeline.extract.view import DASHES, View, case_of
from pipeline.records import EntityMention

TYPES = frozenset({"meeting", "signing", "conference"})

SIDES = frozenset({"country", "organization"})

JOINT = "adjective of both"

Told = tuple[EntityMention, str, str]  # who, role, clause


def told_lands(view: View, trigger: Trigger, noun: Token) -> Iterator[Told]:
    """The countries that take part by the words of the noun of an occasion or a document alone."""
    if trigger.rule.type not in TYPES:
        return
    second = "who" if trigger.rule.type == "conference" else "whom"
    joint = [m for m in view.actors if is_joint(view, m) and _belongs(view, view.doc[m.actor.root], {trigger.head.i, noun.i})]
    yield from ((m, second if k else "who", JOINT) for k, m in enumerate(joint))
    if view.lang == "ru" and trigger.rule.name == "conference-noun":
        yield from _lands_of_summit(view, trigger)
    if view.lang == "ru" and trigger.rule.trigger.pos == "noun" and trigger.rule.type != "signing":
        yield from ((m, second if k else "who", "pair of sides") for k, m in enumerate(_pair_behind(view, trigger.head)))


def _pair_behind(view: View, noun: Token) -> tuple[EntityMention, ...]:
    """The two sides told with a dash right behind an occasion: «саммит Россия — ЕС», «встреча на высшем уровне Россия — НАТО»."""
    k = view.position[noun.i] + 1
    level = view.grammar.lists["levels"]
    k += next((end - start for start, end in level.matches(view.lemmas) if start == k), 0)
    first = next((m for m in view.actors if k < len(view.tokens) and m.actor.start == view.tokens[k].i and m.actor.entity_type in SIDES), None)
    if first is None or first.actor.end >= len(view.doc) or view.doc[first.actor.end].text not in DASHES:
        return ()
    other = next((m for m in view.actors if m.actor.start == first.actor.end + 1 and m.actor.entity_type in SIDES), None)
    return (first, other) if other is not None else ()


def _belongs(view: View, word: Token, nouns: set[int]) -> bool:
    """Whether the word of two lands stands before one of the nouns, or before a commission that sits: «заседание российско-чешской комиссии»."""
    head = word.head
    if view.lang == "en":
        return head.i > word.i and head.i in nouns
    if word.i + 1 in nouns:  # whatever the tree says of «подписано чешско-словацкое соглашение»
        return True
    return head.i > word.i and (head.i in nouns or head.dep_ == "nmod" and head.head.i in nouns)


def is_joint(view: View, mention: EntityMention) -> bool:
    """Whether a land is told in one word with another: «словацко-венгерский», "Slovak-Hungarian"."""
    actor = mention.actor
    if actor.entity_type != "country" or actor.end > actor.start + 1 and view.lang == "ru":
        return False
    word = view.doc[actor.start : actor.end].text
    return "-" in word and (view.doc[actor.root].pos_ == "ADJ" if view.lang == "ru" else " " not in word and word != actor.name)


def _lands_of_summit(view: View, trigger: Trigger) -> Iterator[Told]:
    """The countries that hold a summit: «саммит Дании, Чехии и Словакии»; one alone owns it, or is where it is held."""
    first = next((m for m in view.actors if m.actor.start == trigger.head.i + 1 and m.actor.entity_type == "country"), None)
    if first is None or case_of(view, view.doc[first.actor.root]) != "Gen":
        return
    lands = [view.actor_at[t.i] for t in conjuncts(view, view.doc[first.actor.root]) if t.i in view.actor_at]
    further = {m.key: m for m in lands if m.actor.entity_type == "country"}
    yield from ((m, "who", "holds the summit") for m in (first, *further.values()) if further)
