"""Gives every actor of an article the identity of the person, body or place that it stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from pipeline.annotate import Doc
from pipeline.names.identity import IdentityWords, describe_text
from pipeline.names.identity_keys import entity_key
from pipeline.names.leaders import find_held
from pipeline.names.positions import is_short_form
from pipeline.names.resolve_people import Chain, chain_people
from pipeline.names.resolve_references import resolve_references, unnamed_key
from pipeline.records import Actor, EntityMention

QUOTED = re.compile("«[^«»]+»")
AND = frozenset({"and", "и"})
REGION = frozenset({"region"})
BETWEEN = 3  # words between two people at most: "and the First [Lady Anna Lind]"
HOW = {"name": "name", "position": "position", "pronoun": "pronoun", "parties": "group"}


def resolve_actors(doc: Doc, actors: Sequence[Actor], words: IdentityWords, published: str = "") -> tuple[EntityMention, ...]:
    """One mention for each actor, in order; equal keys ("e1", "e2", ... in the order of the text) mean one entity of the article.

    `published` is the ISO day on which people hold the offices that they are known for, empty if it is not known. Offices without a name that stand for
    nobody named are entities of their own. `resolved_by` is empty for a pronoun that stands for nobody known.
    """
    chains = {f"person:{min(chain.actors)}": chain for chain in _chains(doc, actors, words)}
    people = {i: identity for identity, chain in chains.items() for i in chain.actors}
    genders = {identity: chain.gender for identity, chain in chains.items()}
    held = {identity: find_held(chain.names, published, words.leaders, words.sounds) for identity, chain in chains.items()} if published else {}
    references = resolve_references(doc, actors, people, genders, words, held)
    bodies = _name_bodies(actors, words)
    identities = [people.get(i) or references.get(i) or bodies.get(i) or unnamed_key(actor, i, words) for i, actor in enumerate(actors)]
    numbers = {identity: f"e{n}" for n, identity in enumerate(dict.fromkeys(identities), start=1)}
    return tuple(EntityMention(actor, numbers[identity], _how(actor, identity)) for actor, identity in zip(actors, identities, strict=True))


def _how(actor: Actor, identity: str) -> str:
    return "" if actor.form == "pronoun" and identity.startswith("alone:") else HOW[actor.form]


def _chains(doc: Doc, actors: Sequence[Actor], words: IdentityWords) -> list[Chain]:
    named = [i for i, actor in enumerate(actors) if actor.entity_type == "person" and actor.form == "name"]
    return chain_people(actors, named, words, [(i, j) for i, j in pairwise(named) if _are_two(doc, actors[i], actors[j])])


def _are_two(doc: Doc, first: Actor, second: Actor) -> bool:
    """Whether an "and" stands between two people, with no more than an article or a title's first word behind it."""
    return 1 <= second.start - first.end <= BETWEEN and doc[first.end].text.lower() in AND


def _name_bodies(actors: Sequence[Actor], words: IdentityWords) -> dict[int, str]:
    """Keys of places, bodies and groups; a short form ("the Ministry") joins the only longer one that it fits."""
    named = [i for i, actor in enumerate(actors) if actor.entity_type != "person" and actor.form in {"name", "position"}]
    keys = {i: body_key(actors[i], words) for i in named}
    keys |= _called_alike(actors, keys)
    full = {key: actors[i] for i, key in keys.items() if key}
    return {i: key or _longer(actors[i], full, words) or _bare(actors[i], words) for i, key in keys.items()}


def _called_alike(actors: Sequence[Actor], keys: Mapping[int, str]) -> dict[int, str]:
    """Keys of bodies that one kind and one name in quotes make one, whatever is told besides: «ассоциация лесников «Бор»», «ассоциация «Бор»»."""
    called: dict[tuple[str, str], str] = {}
    found = {}
    for i, key in keys.items():
        name = QUOTED.search(actors[i].name) if key and actors[i].entity_type == "organization" else None
        if name is not None:
            found[i] = called.setdefault((actors[i].name.split()[0].casefold(), name[0].casefold()), key)
    return found


def body_key(actor: Actor, words: IdentityWords) -> str:
    """The key of a place, body or group by its name and what it belongs to; empty if that does not tell which one it is."""
    within = actor.affiliation if actor.affiliation != actor.name else ""
    return entity_key(actor.name, actor.entity_type, words, country=actor.country, within=within)


def _longer(actor: Actor, full: Mapping[str, Actor], words: IdentityWords) -> str:
    short = describe_text(actor.name, words)
    if not short.concepts:
        return ""
    within = short.concepts > REGION and not short.places  # «делегация региона»: that of the region told
    short = replace(short, concepts=short.concepts - REGION) if within else short
    fitting = {
        key
        for key, other in full.items()
        if other.entity_type == actor.entity_type
        and is_short_form(short, told := describe_text(other.name, words), words.concepts)
        and (not within or any("-" in place for place in told.places))
    }
    return _fullest(fitting, full, words) if fitting else ""


def _fullest(keys: Set[str], full: Mapping[str, Actor], words: IdentityWords) -> str:
    """The key of the body of whose name all others are short forms, «Омский государственный университет» beside «Омский университет»; empty for none."""
    told = {key: describe_text(full[key].name, words) for key in sorted(keys)}
    longest = max(told, key=lambda key: len(told[key].concepts) + len(told[key].others))
    shorter = all(is_short_form(told[key], told[longest], words.concepts) for key in told)
    return longest if len(told) == 1 or (shorter and full[longest].lang == "ru") else ""


def _bare(actor: Actor, words: IdentityWords) -> str:
    description = describe_text(actor.name, words)
    return f"bare:{actor.entity_type}:{'+'.join(sorted(description.concepts)) or actor.name.lower()}"
