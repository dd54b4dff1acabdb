"""Finds who is told only with the thing that an event is about: whose mission opens, who made an exhibition ready, whose letter of honour is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.annotate import Token, feature
from pipeline.extract.coordination import conjuncts
from pipeline.extract.fillers import Filler
from pipeline.extract.functions import arguments_of
from pipeline.extract.phrases import Phrase
from pipeline.extract.predicate import Argument
from pipeline.extract.triggers import Trigger
from pipeline.extract.view import View, preposition_of


def find_missions(view: View, trigger: Trigger, what: Phrase | None) -> Iterator[Filler]:
    """The embassy or consulate that opens, by nobody told: its country opens it."""
    inside = range(what.start, what.end) if what is not None and trigger.rule.type == "opening" else range(0)
    for mention in view.actors:
        noun, lists = view.lemma(view.doc[mention.actor.root]), view.grammar.lists
        owned = bool(mention.actor.country) if noun in lists["missions"] else bool(mention.actor.affiliation) and noun in lists["branches"]
        if owned and mention.actor.root in inside and mention.actor.form == "name":
            yield Filler(mention, "who", "opens")


def whose_award(view: View, trigger: Trigger, head: Argument | None, found: Sequence[Filler]) -> Iterator[Filler]:
    """The body or official whose letter of honour somebody got, where nobody is told to have given it: «награждён Почётной грамотой министерства»."""
    if trigger.rule.type != "award" or head is None or view.lang != "ru" or any(f.role == "whom" for f in found):
        return
    if view.lemma(head.token) in view.grammar.lists["honour_letters"]:
        told = (m for c in head.token.children if c.dep_ == "nmod" and not preposition_of(view, c) for m in view.mentions_at(c))
        yield from (Filler(m, "whom", "whose award") for m in told if m.actor.entity_type in {"organization", "person"})


def find_makers(view: View, noun: Token) -> Iterator[Argument]:
    """Who made ready what opens: «открылась выставка, подготовленная музеем»."""
    for child in (*noun.children, *_lost_participles(noun)):
        if child.dep_ in {"acl", "amod"} and view.lemma(child) in view.grammar.lists["making"]:
            made_by = [a for a in arguments_of(view, child, found="participle") if "agent" in a.functions]
            for maker in made_by or _right_behind(view, child):
                yield maker
                yield from (replace(maker, token=token) for token in conjuncts(view, maker.token))


def _lost_participles(noun: Token) -> list[Token]:
    """The participles that the tree hung on a noun below this one, but which agree with this one alone: «форум по сокращению бедности, организованный»."""
    below = [c for t in noun.subtree if t.i != noun.i for c in t.children if c.dep_ == "acl" and c.head.i > noun.i]
    return [c for c in below if _agree(c, noun) and not _agree(c, c.head)]


def _agree(participle: Token, noun: Token) -> bool:
    return all(feature(participle, name) == feature(noun, name) != "" for name in ("Case", "Gender", "Number"))


def _right_behind(view: View, participle: Token) -> Iterator[Argument]:
    """Who stands right behind a participle in the instrumental, wherever the tree hung him: «организованный хокимиятом области совместно с банком»."""
    behind = next((m for m in view.actors if m.actor.start == participle.i + 1), None)
    if behind is not None and feature(view.doc[behind.actor.start], "Case") == "Ins":
        yield Argument(view.doc[behind.actor.root], frozenset({"agent"}), "order")
