"""Surnames told alone of people so well known that no article tells more: "Biden", "Путин"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.names.identity import IdentityWords
from pipeline.names.identity_compare import Person, compare_people
from pipeline.names.identity_group import Group
from pipeline.names.transliterate import read_variants


def join_famous(groups: Sequence[Group], words: IdentityWords) -> list[Group]:
    """The groups, those of a surname alone joined to the full name that nearly all articles mean by it (`famous` in the weights), unless something
    that is told of them speaks against it."""
    full: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for reading in {r for person in group.people if person.name.is_full for r in read_variants(person.name.surname, words.sounds)}:
            full[reading].append(group)
    kept = []
    for group in groups:
        famous = _famous(group, full, words) if not any(person.name.is_full or person.name.initials for person in group.people) else None
        if famous is None:
            kept.append(group)
        else:
            famous.entities.extend(group.entities)
    return kept


def _famous(group: Group, full: Mapping[str, Sequence[Group]], words: IdentityWords) -> Group | None:
    """The full name that a surname alone stands for."""
    surname = group.people[0].name.surname
    near = {id(other): other for reading in read_variants(surname, words.sounds) for other in full.get(reading, ())}
    best = max(near.values(), key=lambda other: (len(other.entities), other.entities[0].doc_id), default=None)
    if best is None or len(best.entities) < words.weights.famous_articles:
        return None
    holders = [other for other in near.values() if _shares_office(group, other, words)]
    rivals = holders if any(other is best for other in holders) else list(near.values())
    if len(best.entities) < words.weights.famous_share * sum(len(other.entities) for other in rivals):
        return None
    return best if all(_agrees(person, best, words) for person in group.people) else None


def _shares_office(group: Group, other: Group, words: IdentityWords) -> bool:
    """Whether the surname and the full name are told with the same office: who holds none, or another, is no rival then."""
    told = (reason for person in group.people for known in other.people for reason in compare_people(person, known, words))
    return any(reason.feature == "office" and reason.grade == "same" for reason in told)


def _agrees(person: Person, group: Group, words: IdentityWords) -> bool:
    """Whether nothing told of the person contradicts all that is told of the group."""
    grades = [{reason.grade for reason in compare_people(person, other, words)} for other in group.people]
    return any("different" not in told and told & {"same", "reading"} for told in grades)
