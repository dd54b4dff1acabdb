"""Short names of people so well known that no article tells more: "Biden", "Путин"; and full names without an office that several people bear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from pipeline.names.identity import IdentityWords
from pipeline.names.identity_compare import Person, compare_people, match
from pipeline.names.identity_group import Group
from pipeline.names.transliterate import read_variants


def best_known(groups: Collection[Group], words: IdentityWords) -> Group | None:
    """The group that nearly all articles mean by the name that all of them bear (`famous` in the weights), or none."""
    best = max(groups, key=lambda group: (len(group.entities), group.entities[0].doc_id), default=None)
    if best is None or len(best.entities) < words.weights.famous_articles:
        return None
    return best if len(best.entities) >= words.weights.famous_share * sum(len(group.entities) for group in groups) else None


def join_famous(groups: Sequence[Group], words: IdentityWords) -> list[Group]:
    """The groups, those of a surname alone joined to the best known full name, unless something that is told of them speaks against it. Those told with
    an office come first: they tell who is the best known."""
    full: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for reading in {r for person in group.people if person.name.is_full for r in read_variants(person.name.surname, words.sounds)}:
            full[reading].append(group)
    short = [group for group in groups if not any(person.name.is_full or person.name.initials for person in group.people)]
    joined = set()
    for group in sorted(short, key=lambda group: not any(person.office.concepts for person in group.people)):
        famous = _famous(group, full, words)
        if famous is not None:
            famous.entities.extend(group.entities)
            joined.add(id(group))
    return [group for group in groups if id(group) not in joined]


def _famous(group: Group, full: Mapping[str, Sequence[Group]], words: IdentityWords) -> Group | None:
    """The full name that a surname alone stands for: the best known of those with the office that is told, or of all where none holds it. Who is
    spelled so is no rival of who is only read so: "Bush" is no "Боос"."""
    near = {id(other): other for reading in read_variants(group.people[0].name.surname, words.sounds) for other in full.get(reading, ())}
    rivals = [other for other in near.values() if all(_agrees(person, other, words) for person in group.people)]
    spelled = [other for other in rivals if match(group.people[0].name.surname, other.people[0].name.surname, words) == "same"] or rivals
    return best_known([other for other in spelled if _shares_office(group, other, words)] or spelled, words)


def _shares_office(group: Group, other: Group, words: IdentityWords) -> bool:
    """Whether the surname and the full name are told with the same office: who holds none, or another, is no rival then."""
    told = (reason for person in group.people for known in other.people for reason in compare_people(person, known, words))
    return any(reason.feature == "office" and reason.grade == "same" for reason in told)


def _agrees(person: Person, group: Group, words: IdentityWords) -> bool:
    """Whether nothing told of the person contradicts all that is told of the group."""
    grades = [{reason.grade for reason in compare_people(person, other, words)} for other in group.people]
    return any("different" not in told and told & {"same", "reading"} for told in grades)
