"""Finds the people of whom a delegation told before is made up, "It included Anna Lind", or who speak for a side: «чешскую сторону представлял посол»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotate import Token
from pipeline.extract.view import DASHES, View, is_passive, plain
from pipeline.records import EntityMention

STANDING = frozenset({"it", "its", "она", "ее", "нее"})  # for the delegation of the sentence before
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def find_made_up(views: Sequence[View], number: int) -> list[EntityMention]:
    """The people by name whom a sentence tells to belong to a delegation, or to head it; nobody where somebody is named before the verb."""
    view = views[number]
    split = _splits_at(view)
    if split is None or find_sides(view):
        return []
    before = view.tokens[: view.position[split.i]]
    told = any(view.lemma(t) in view.grammar.lists["parts"] for t in before)
    if not told and not (any(plain(t.text) in STANDING for t in before[:3]) and number and _has_delegation(views[number - 1])):
        return []
    if any(m.actor.start < split.i for m in _people(view)):
        return []
    return [m for m in _people(view) if m.actor.start > split.i]


def find_sides(view: View) -> list[EntityMention]:
    """The people who speak for the sides of talks: «чешскую сторону представлял посол, венгерскую - министр», "the Czech side was represented by X"."""
    verb = next((t for t in view.tokens if t.dep_ == "root"), None)
    lists = view.grammar.lists
    if verb is None or view.lemma(verb) not in lists["speaking_for"]:
        return []
    told = "nsubj:pass" if view.lang == "en" else "obj"
    sides = any(c.dep_ == told and view.lemma(c) in lists["sides_told"] for c in verb.children)
    return [m for m in view.actors if sides and is_person(m)]


def _splits_at(view: View) -> Token | None:
    """The verb, or the dash in its place, behind which the people stand of whom something is made up."""
    lists = view.grammar.lists
    verb = next((t for t in view.tokens if t.dep_ == "root"), None)
    if verb is None:
        return None
    if view.lemma(verb) in lists["comprising"]:
        return verb
    made = [view.lemma(c) for c in verb.children if c.dep_ == "compound:prt"]
    if view.lang == "en":  # "was made up of", "Among its members were"
        among = view.lemma(verb) == "be" and any(t in lists["members_told"] for t in view.lemmas[: view.position[verb.i]])
        return verb if among or (made and view.lemma(verb) == "make" and is_passive(verb)) else None
    dash = next((t for t in view.tokens if plain(t.text) in DASHES), None)
    opening = view.lemmas[: view.position[dash.i]] if dash is not None else ()
    return dash if any(lemma in lists["members_told"] for lemma in opening) else None


def _has_delegation(view: View) -> bool:
    """Whether a delegation is what a sentence tells of: its subject."""
    words = view.grammar.lists["parts"]
    return any(t.dep_ in SUBJECTS and view.lemma(t) in words for t in view.tokens)


def _people(view: View) -> Iterator[EntityMention]:
    return (m for m in view.actors if m.actor.entity_type == "person" and m.actor.form == "name")


def is_person(mention: EntityMention) -> bool:
    """Whether an actor is one person, told by name or office."""
    return mention.actor.entity_type == "person" and mention.actor.form in {"name", "position"} and not mention.actor.plural
