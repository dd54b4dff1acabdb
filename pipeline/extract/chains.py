"""Actors that stand joined to each other right before a verb, where the tree lost them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate import Token, feature
from pipeline.extract.view import View, case_of, is_verb
from pipeline.records import EntityMention

LANDS = frozenset({"city", "region", "country"})


def joined_before(view: View, end: int) -> list[EntityMention]:
    """Actors in the nominative that stand right before token `end`, joined to each other, without a preposition before the first; nearest first."""
    chain = _chain_before(view, end)
    while chain and any(True for _ in left_of(view, chain[-1].actor.start)):
        first = chain.pop()
        if chain and view.lang == "en" and any(t.pos_ == "CCONJ" for t in view.tokens if first.actor.end <= t.i < chain[-1].actor.start):
            return []  # "to Vienna and Graz": the preposition governs them all
    return [m for m in chain if _may_be_nominative(view, m, end) and not _is_land_of_city(view, m)]


def _may_be_nominative(view: View, mention: EntityMention, end: int) -> bool:
    """Whether an actor before the verb at token `end` may be its subject; of bodies the tagger often takes the nominative for another case."""
    root = view.doc[mention.actor.root]
    if _acts_in_relative(view, root, end) or _belongs_to_subject(view, root, end):
        return False
    acting = mention.actor.form == "name" and mention.actor.start < root.i and view.lemma(view.doc[mention.actor.start]) in view.grammar.lists["acting"]
    case = case_of(view, view.doc[mention.actor.end - 1] if acting else root)  # «врио губернатора Анна Линд»
    case = "Nom" if _is_office_as_adjective(view, mention) else case
    if (mention.actor.entity_type != "organization" and mention.actor.form != "parties") or case in {"", "Nom"}:
        return case in {"", "Nom"}
    verb = next((t for t in view.tokens if t.i == end), None)
    plural = verb is not None and feature(verb, "Number") == "Plur"
    return case == "Acc" or (case == "Gen" and plural and view.lang == "ru" and not any(True for _ in left_of(view, mention.actor.start)))


def _is_office_as_adjective(view: View, mention: EntityMention) -> bool:
    """Whether the tree takes a Russian office in its dictionary form, which it does not know, for an adjective of the land behind: «хоким области»."""
    office = view.doc[mention.actor.start]
    held = view.lang == "ru" and mention.actor.entity_type == "person" and mention.actor.form == "position"
    return held and office.dep_ == "amod" and office.head.i == mention.actor.root and view.lemma(office) == office.text.lower() in view.grammar.lists["offices"]


def _acts_in_relative(view: View, root: Token, end: int) -> bool:
    """Whether somebody right before the verb at token `end` acts in a relative clause that ends there: «рынок, куда ехали гости, открылся»."""
    clause = root.head
    inside = root.dep_ == "nsubj" and is_verb(clause) and clause.dep_ == "acl:relcl" and clause.i < root.i < end
    return inside and all(t.i < end for t in clause.subtree) and clause.head.i < clause.i


def _belongs_to_subject(view: View, root: Token, end: int) -> bool:
    """Whether a Russian actor only tells whose the thing is that does what the verb at token `end` tells: «вертолёт НАСА взлетел»."""
    thing = root.head
    owned = view.lang == "ru" and root.dep_ == "nmod" and thing.dep_ == "nsubj" and thing.i < root.i and thing.i not in view.actor_at
    noun = thing.pos_ == "NOUN" or thing.i == view.tokens[0].i  # «Марсоход», with its capital a name to the tagger
    return owned and noun and feature(thing, "Animacy") == "Inan" and end <= thing.head.i + 1


def _is_land_of_city(view: View, mention: EntityMention) -> bool:
    """Whether an English land only tells where the city before it lies: "travel to Graz, Austria to meet the mayor"."""
    k = view.position[mention.actor.start]
    city = view.actor_at.get(view.tokens[k - 2].i) if k > 1 and view.tokens[k - 1].text == "," else None
    return view.lang == "en" and city is not None and city.actor.entity_type in LANDS and mention.actor.entity_type in LANDS


def _chain_before(view: View, end: int) -> list[EntityMention]:
    """Actors that stand right before token `end`, nearest first, joined to each other; a comma alone joins only after a conjunction did."""
    chain: list[EntityMention] = []
    joined = False
    for mention in reversed([m for m in view.actors if m.actor.end <= end]):
        between = [t for t in view.tokens if mention.actor.end <= t.i < end]
        if not all(_may_stand_between(view, t, first=not chain) for t in between) or (chain and not between):
            break
        joined = joined or any(t.pos_ == "CCONJ" for t in between)
        if chain and not joined:
            break
        chain.append(mention)
        end = mention.actor.start
    return chain


def _may_stand_between(view: View, token: Token, *, first: bool) -> bool:
    if first:
        return token.pos_ in {"AUX", "ADV", "PART"} or token.text == ","
    return view.lemma(token) in view.grammar.lists["joiners"]


def left_of(view: View, start: int) -> Iterator[Token]:
    """The preposition right before the actor at token `start`, or nothing."""
    k = view.position.get(start, 0) - 1
    while view.lang == "en" and k >= 0 and view.tokens[k].dep_ in {"amod", "nummod"} and _starts_at(view, view.tokens[k].head, start):
        k -= 1  # "as one of two official City Delegates"
    if k >= 0 and (view.tokens[k].pos_ == "ADP" or view.tokens[k].text == "with"):
        yield view.tokens[k]


def _starts_at(view: View, token: Token, start: int) -> bool:
    """Whether a token is the root of the actor that starts at token `start`."""
    mention = view.actor_at.get(token.i)
    return mention is not None and mention.actor.start == start and mention.actor.root == token.i
