"""Which offices people named in an article held on the day of its publication, where everybody knows it and the article need not say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from pipeline.names.given import GivenNames
from pipeline.names.identity_person import PersonName, parse_person
from pipeline.names.identity_places import PlaceTable
from pipeline.names.positions import ConceptTable, Description, describe
from pipeline.names.similar import match_words
from pipeline.names.transliterate import SoundTable, read_variants
from pipeline.resources import load_yaml

ALIKE = frozenset({"same", "reading"})


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody's time in an office; `until` is empty for one that lasts. The name in both scripts."""

    office: Description
    names: tuple[PersonName, ...]
    since: str  # ISO days
    until: str
    surnames: frozenset[str]  # as they sound, in all readings


def load_leaders(sounds: SoundTable, given: GivenNames, places: PlaceTable, concepts: ConceptTable) -> tuple[Tenure, ...]:
    """The table `resources/identity/leaders.yml`."""
    data = cast(dict[str, list[list[str]]], load_yaml("identity/leaders.yml"))
    leaders = []
    for office, rows in data.items():
        for *spellings, since, until in rows:
            names = tuple(parse_person(name, given, sounds) for name in spellings)
            leaders.append(Tenure(describe(office, places, concepts, sounds), names, since, until, frozenset(_sound(names, sounds))))
    return tuple(leaders)


def _sound(names: Iterable[PersonName], sounds: SoundTable) -> Iterator[str]:
    return (variant for name in names for variant in read_variants(name.surname, sounds))


def find_held(names: Sequence[PersonName], published: str, leaders: Sequence[Tenure], sounds: SoundTable) -> set[Description]:
    """The offices that a person of these names held on an ISO day; a surname alone will do."""
    told = frozenset(_sound(names, sounds))
    held = (tenure for tenure in leaders if tenure.since <= published <= (tenure.until or "9999") and not told.isdisjoint(tenure.surnames))
    return {tenure.office for tenure in held if any(_is_called(name, leader, sounds) for leader in tenure.names for name in names)}


def _is_called(name: PersonName, leader: PersonName, sounds: SoundTable) -> bool:
    if match_words(name.surname, leader.surname, sounds) not in ALIKE:
        return False
    if name.given:
        return match_words(name.given, leader.given, sounds) in ALIKE
    return not name.initials or name.initials[0][:1].lower() == leader.given[:1].lower()
