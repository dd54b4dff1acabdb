"""Who is told by a name in apposition: "the ministers Anna Lind and Ivo Kos", "gave the prize to architect Ivo Kos", "победителям — Анне и Олегу"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.annotate import Token, feature
from pipeline.extract.coordination import conjuncts
from pipeline.extract.predicate import Argument, Predicate
from pipeline.extract.view import View, is_verb, plain
from pipeline.records import EntityMention

ACTING = frozenset({"subject", "object", "with", "agent", "recipient", "to", "between"})
GIVEN_TO = frozenset({"to", "on", "upon"})
HANGING = frozenset({"appos", "conj"})
LISTING = frozenset({":", "-", "–", "—"})  # whom a plural stands for follows
DESCRIBED = 14  # words that tell what somebody is
SHORTEST = 3  # letters of a word that tells what somebody is


def named_behind(view: View, found: Sequence[Argument]) -> list[Argument]:
    """The arguments, with the first of those whom the sentence names right behind a plural in its stead: they are all whom it stands for."""
    own = {a.token.i for a in found}
    named = (_as_named(view, a, own) if a.functions & ACTING and a.token.pos_ != "PRON" else a for a in found)
    return [argument for argument in named if argument is not None]


def _as_named(view: View, argument: Argument, own: set[int]) -> Argument | None:
    """None for a plural whose names are arguments by themselves."""
    first = _first_listed(view, argument.token) or (_first_named(view, argument.token) if view.lang == "en" else _first_holder(view, argument.token))
    if first is None:
        described = _named_apart(view, argument.token) if view.lang == "en" else None
        return argument if described is None or described.actor.root in own else replace(argument, token=view.doc[described.actor.root])
    root = view.doc[first.actor.root]
    others = {view.actor_at[t.i].key for t in conjuncts(view, root) if t.i in view.actor_at} - {first.key}
    if first.actor.root in own:
        return None if others and _first_listed(view, argument.token) is not None else argument
    return replace(argument, token=root) if others else argument


def _named_apart(view: View, token: Token) -> EntityMention | None:
    """Who the only holder of a nameless office is told to be behind a comma, with another office: "the oldest member of the corps, Consul Ivo Kos"."""
    office = view.actor_at.get(token.i)
    if office is None or office.actor.form != "position" or office.actor.entity_type != "person" or office.actor.plural:
        return None
    k = view.position[office.actor.end - 1] + 1
    named = next((m for m in view.actors if k < len(view.tokens) and view.tokens[k].text == "," and m.actor.start == view.tokens[k].i + 1), None)
    if named is None or named.actor.form != "name" or named.actor.entity_type != "person" or not named.actor.position:
        return None
    behind = view.position[named.actor.end - 1] + 1
    listed = any(t.pos_ == "CCONJ" for t in view.tokens[behind : behind + 2])
    return named if not listed and view.doc[office.actor.root].text.islower() else None


def _first_listed(view: View, token: Token) -> EntityMention | None:
    """The first person named behind a plural and a dash or colon: "to the winners of the contest: Anna Lind and"."""
    mention = view.actor_at.get(token.i)
    if mention is None or not mention.actor.plural or mention.actor.entity_type != "group" or mention.actor.end >= len(view.doc):
        return None
    named = next((m for m in view.actors if m.actor.start >= mention.actor.end), None)
    between = [t for t in view.tokens if named is not None and mention.actor.end <= t.i < named.actor.start]
    if named is None or named.actor.form != "name" or named.actor.entity_type != "person":
        return None
    return named if len(between) == 1 and between[0].text in LISTING else None


def _first_holder(view: View, token: Token) -> EntityMention | None:
    """The first person named right behind a Russian office in the plural, which may look like a genitive: «приняла послов Игоря Павлова и Яна Новака»."""
    named = next((m for m in view.actors if m.actor.start == token.i + 1), None)
    told = feature(token, "Number") == "Plur" and view.lemma(token) in view.grammar.lists["heads"] and token.i not in view.actor_at
    return named if told and named is not None and named.actor.form == "name" and named.actor.entity_type == "person" else None


def _first_named(view: View, token: Token) -> EntityMention | None:
    """The first person named behind a plural, with no more than its complement and a comma between: "the co-chairs of the board, Anna Lind and"."""
    mention = view.actor_at.get(token.i)
    several = mention.actor.plural and mention.actor.form in {"parties", "position"} if mention is not None else feature(token, "Number") == "Plur"
    end = mention.actor.end if mention is not None else token.i + 1
    named = next((m for m in view.actors if m.actor.start >= end and m.actor.form == "name" and m.actor.entity_type == "person"), None)
    if named is None or (mention is not None and not several):
        return None
    between = [t for t in view.tokens if end <= t.i < named.actor.start]
    if not between:
        return named if several or view.doc[named.actor.root].dep_ in HANGING else None
    broken = any(is_verb(t) or t.pos_ == "CCONJ" for t in between[:-1])
    if broken or not several or between[-1].text != "," or (len(between) > 1 and plain(between[0].text) != "of"):
        return None
    root = view.doc[named.actor.root]
    tied = mention is not None or (root.dep_ in HANGING and token.is_ancestor(root))
    return named if tied else None


def called_recipients(view: View, predicate: Predicate, found: Sequence[Argument]) -> Iterator[Argument]:
    """Who is given an award, where the tree takes what somebody is for a verb, or hangs it on the award: "to architect Ivo Kos"."""
    if view.lang != "en" or predicate.trigger.rule.type != "award" or predicate.kind != "verb":
        return
    if any(a.functions & {"recipient", "to", "on"} and view.mentions_at(a.token) for a in found):
        return
    behind = (m for m in view.actors if m.actor.start >= predicate.trigger.end and m.actor.form == "name" and m.actor.entity_type == "person")
    for mention in behind:
        k = view.position[mention.actor.start]
        told, before = view.tokens[k - 1], plain(view.tokens[k - 2].text)
        if (
            plain(told.text) in GIVEN_TO
            or before in GIVEN_TO
            and told.text.islower()
            and told.text.isalpha()
            and len(told.text) >= SHORTEST
            and told.pos_ in {"NOUN", "VERB", "ADJ", "PROPN"}
            or _is_given_described(view, predicate, k)
        ):
            yield Argument(view.doc[mention.actor.root], frozenset({"recipient"}), "order")
            return


def _is_given_described(view: View, predicate: Predicate, k: int) -> bool:
    """Whether an award is given to the person at word `k`, told behind what he is: "on the Polish historian", "to the oldest of the choir, the bass"."""
    commas = 0
    for j in range(k - 1, max(view.position[predicate.trigger.end - 1], k - DESCRIBED), -1):
        token = view.tokens[j]
        if plain(token.text) in GIVEN_TO:
            return k - j > 2 and view.tokens[j + 1].pos_ != "PROPN"
        commas += token.text == ","
        joined = token.pos_ == "CCONJ" or is_verb(token) and token.dep_ not in {"amod", "acl"} or token.pos_ == "PUNCT" and token.text not in {",", "-"}
        if joined or commas > 1 or token.pos_ == "ADP" and (not commas or plain(token.text) != "of"):
            return False
    return False
