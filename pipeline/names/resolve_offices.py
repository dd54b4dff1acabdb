"""Within one article: the offices that actors tell, and the place of "Governor Belov" where only "the governor of Tula Region" tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.names.identity import IdentityWords, describe_text
from pipeline.names.positions import Description
from pipeline.records import Actor


def office_of(actor: Actor, words: IdentityWords) -> Description | None:
    """The office that an actor tells, with its place; None if it tells none."""
    if not actor.position:
        return None
    description = describe_text(f"{actor.position} {actor.affiliation}", words)
    return description if description.concepts else None


def place_offices(actors: Sequence[Actor], owner: Mapping[int, str], numbers: Sequence[int], words: IdentityWords) -> dict[str, Description]:
    """Person -> office with the place that the article tells of that office elsewhere.

    Only for offices that lie within a country, with one holder and one place in the whole article, never told in one sentence: "Governor Belov met
    the governor of Tula Region" are two. `numbers` gives the sentence of every token.
    """
    offices = {i: office for i, actor in enumerate(actors) if not actor.plural and (office := office_of(actor, words)) is not None}
    placed = {}
    for concept in sorted(words.concepts.local):
        told = {i: office for i, office in offices.items() if office.concepts == {concept}}
        holders = {owner[i] for i in told if i in owner}
        places = {office.places for office in told.values() if office.places}
        if len(holders) == len(places) == 1 and _stand_apart(actors, told, owner, numbers):
            placed[holders.pop()] = replace(min(told.items())[1], places=places.pop())
    return placed


def _stand_apart(actors: Sequence[Actor], told: Mapping[int, Description], owner: Mapping[int, str], numbers: Sequence[int]) -> bool:
    """Whether no sentence tells the office both with the name of its holder and without."""
    named = {numbers[actors[i].start] for i in told if i in owner}
    return named.isdisjoint(numbers[actors[i].start] for i in told if i not in owner)
