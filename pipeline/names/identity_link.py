"""Across articles and scripts: which entities are one. People by blocks and weighted likeness, all else by keys that both languages share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.names.identity import IdentityWords, describe_text
from pipeline.names.identity_clusters import cluster_people
from pipeline.names.identity_compare import Reason, compare_people, make_person, score_of
from pipeline.names.identity_keys import description_key, entity_key
from pipeline.names.identity_person import parse_person
from pipeline.names.leaders import find_held
from pipeline.names.positions import Description
from pipeline.records import LocalEntity

Ref = tuple[str, str]  # doc_id, key


def link_entities(entities: Iterable[LocalEntity], words: IdentityWords) -> dict[Ref, str]:
    """(doc_id, key) of every entity -> the name of its group, which is that of the group's first member; the order of `entities` does not matter."""
    ordered = sorted(entities, key=lambda e: (e.doc_id, e.key))
    people = [e for e in ordered if is_named_person(e)]
    groups = [*cluster_people(people, words), *_by_key([e for e in ordered if not is_named_person(e)], words)]
    return {(e.doc_id, e.key): name for group in groups for name in (_group_name(group),) for e in group}


def is_named_person(entity: LocalEntity) -> bool:
    """Whether the entity is a person known by name, not by an office alone."""
    return entity.entity_type == "person" and not (entity.position and entity.name.lower().startswith(entity.position.lower()))


def _group_name(group: Sequence[LocalEntity]) -> str:
    doc_id, key = min((e.doc_id, e.key) for e in group)
    return f"{doc_id}\t{key}"


def _by_key(entities: Iterable[LocalEntity], words: IdentityWords) -> list[list[LocalEntity]]:
    groups: dict[str, list[LocalEntity]] = {}
    known: dict[tuple[str, ...], str] = {}
    for entity in entities:
        key = entity.shared
        if key is None:
            told = (entity.name, entity.entity_type, entity.position, entity.affiliation, entity.country)
            if told not in known:
                known[told] = shared_key(entity, words)
            key = known[told]
        groups.setdefault(key or f"\t{entity.doc_id}\t{entity.key}", []).append(entity)
    return list(groups.values())


def with_keys(entities: Iterable[LocalEntity], words: IdentityWords) -> tuple[LocalEntity, ...]:
    """The entities, each with the key that all articles share for it; people known by name have none."""
    return tuple(entity if is_named_person(entity) else replace(entity, shared=shared_key(entity, words)) for entity in entities)


def shared_key(entity: LocalEntity, words: IdentityWords) -> str:
    """The key that all articles share for a body, place, group or office without a name; empty if the article does not tell which one it is."""
    if entity.shared is not None:
        return entity.shared
    if entity.entity_type != "person":
        return entity_key(entity.name, entity.entity_type, words, country=entity.country, within=entity.affiliation)
    return office_key(entity.position, entity.affiliation, words)


def office_key(position: str, affiliation: str, words: IdentityWords, *, anywhere: bool = False) -> str:
    """The key of an office that one person holds at a time; empty for others, and where no place or body tells which one it is.

    `anywhere`: the key of any office, told with its place or not.
    """
    office = describe_text(f"{position} {affiliation}", words)
    if anywhere:
        return f"{'+'.join(sorted(office.concepts))}:{'+'.join(sorted(office.others))}"
    return _key_of(office, words)


def held_keys(name: str, published: str, words: IdentityWords) -> frozenset[str]:
    """The keys of the offices that a person of the name is known to have held on an ISO day (`resources/identity/leaders.yml`)."""
    held = find_held([parse_person(name, words.given, words.sounds)], published, words.leaders, words.sounds)
    return frozenset(_key_of(office, words) for office in held)


def _key_of(office: Description, words: IdentityWords) -> str:
    one = office.concepts & (words.concepts.unique | words.concepts.single) and not office.concepts & words.concepts.ranks
    return description_key("office", office, office.places) if one else ""


def explain_link(a: LocalEntity, b: LocalEntity, words: IdentityWords) -> tuple[float, tuple[Reason, ...]]:
    """The score of two entities and what it is made of; `words.weights.link` and above is one entity. Not a probability: the weights' sum."""
    if is_named_person(a) and is_named_person(b):
        reasons = compare_people(make_person(a, words), make_person(b, words), words)
        return score_of(reasons), reasons
    key, other = shared_key(a, words), shared_key(b, words)
    same = bool(key) and key == other and is_named_person(a) == is_named_person(b)
    reason = Reason("key", f"same: {key}" if same else f"different: {key or a.name} | {other or b.name}", 1.0 if same else 0.0)
    return reason.weight, (reason,)
