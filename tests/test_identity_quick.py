"""What makes linking quick changes nothing: blocks that grow, keys that are kept, and looks at the first word of a name alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from random import Random

import pytest

from pipeline.names import IdentityWords, is_named_person, link_entities, load_identity_words, shared_key, with_keys
from pipeline.names import identity_clusters as clusters
from pipeline.names.identity_famous import join_famous
from pipeline.names.identity_group import Group
from pipeline.names.identity_places import LONGEST, _known_place, _stems
from pipeline.names.positions import KNOWN_WORDS, _count_known, plain_spelling
from pipeline.records import LocalEntity

GIVEN = ("", "Anna", "Oleg", "Иван", "Ирина", "Daniyar", "Данияр", "A.", "О.")
SURNAMES = ("Lind", "Линд", "Akhmetov", "Ахметов", "Ахметова", "Popov", "Попов", "Hasanov", "Гасанов")
OFFICES = ("", "", "mayor of Porvoo", "мэр Порвоо", "губернатор Курской области", "minister of economy", "посол")
COUNTRIES = ("", "", "FI", "RU", "KZ")


@pytest.fixture(scope="module")
def words() -> IdentityWords:
    return load_identity_words()


def draw_people(seed: int) -> list[LocalEntity]:
    draw = Random(seed)  # noqa: S311 - any people will do

    def person(number: int) -> LocalEntity:
        name = f"{draw.choice(GIVEN)} {draw.choice(SURNAMES)}".strip()
        return LocalEntity(f"d{number:03}", "e1", "person", name, "", (name,), draw.choice(COUNTRIES), draw.choice(OFFICES), "", 0, 1)

    return [person(number) for number in range(draw.choice((5, 40, 150)))]


def cluster_anew(entities: Sequence[LocalEntity], words: IdentityWords) -> list[list[str]]:
    """The groups where each level makes the blocks of all groups before it anew."""
    made: list[Group] = []
    for level in clusters._levels(clusters._entries(entities, words)):
        blocks: clusters.Blocks = defaultdict(list)
        clusters._add_to_blocks(blocks, made, clusters._short_keys, words)
        made.extend(clusters._group(clusters._attach(level, blocks, words), words))
    return [[entity.doc_id for entity in group.entities] for group in join_famous(made, words)]


@pytest.mark.parametrize("seed", range(12))
def test_blocks_that_grow_group_as_those_made_anew(seed: int, words: IdentityWords) -> None:
    people = draw_people(seed)
    assert [[entity.doc_id for entity in group] for group in clusters.cluster_people(people, words)] == cluster_anew(people, words)


THINGS = [  # type, name, office, what it belongs to, country
    ("organization", "Ministry of Economy", "", "Finland", ""),
    ("organization", "Министерство экономики Финляндии", "", "", "FI"),
    ("organization", "the Ministry of Economy", "", "", ""),
    ("organization", "Porvoo Shipyard", "", "", ""),
    ("city", "Порвоо", "", "", "FI"),
    ("city", "Porvoo", "", "", ""),
    ("country", "Finland", "", "", ""),
    ("region", "Astrakhan Region", "", "", "RU"),
    ("group", "Finnish delegation", "", "Finland", "FI"),
    ("person", "president of Finland", "president", "Finland", "FI"),
    ("person", "the minister", "the minister", "", ""),
]


def test_keys_that_are_kept_link_as_those_looked_up(words: IdentityWords) -> None:
    things = [
        LocalEntity(f"t{round_}", f"e{n}", kind, name, "", (name,), country, position, within, 0, 1)
        for round_ in range(2)
        for n, (kind, name, position, within, country) in enumerate(THINGS)
    ]
    entities = [*draw_people(3), *things]
    keyed = with_keys(entities, words)
    assert link_entities(keyed, words) == link_entities(entities, words)
    assert [entity.shared for entity in keyed] == [None if is_named_person(entity) else shared_key(entity, words) for entity in entities]
    assert {entity.shared for entity in keyed} > {None, "", "country:FI"}


def test_bodies_known_everywhere_are_found_as_by_looking_at_every_size(words: IdentityWords) -> None:
    draw = Random(1)  # noqa: S311
    known = sorted(words.concepts.known)
    for _ in range(3000):
        told = f"{draw.choice(known).title()} {draw.choice(('', 'и', 'of', 'Mission', '«', '-'))} {draw.choice(known)}".split()[: draw.randint(1, 8)]
        sizes = range(min(KNOWN_WORDS, len(told)), 0, -1)
        every = next((n for n in sizes if told[0][:1].isupper() and plain_spelling(" ".join(told[:n])) in words.concepts.known), 0)
        assert _count_known(told, words.concepts) == every, told


def test_places_are_found_as_by_looking_at_every_size(words: IdentityWords) -> None:
    draw = Random(2)  # noqa: S311
    names = sorted(name for pair in words.places.names.values() for name in pair if name)
    for _ in range(3000):
        stems = _stems(f"{draw.choice(names)} {draw.choice(('', 'Province', 'и', 'мэрия'))} {draw.choice(names)}", words.places.kinds, words.sounds)
        for i in range(len(stems) + 1):
            sized = ((n, tuple(stem for _, stem in stems[i : i + n])) for n in range(min(LONGEST, len(stems) - i), 0, -1))
            every = next(((n, words.places.index[key]) for n, key in sized if words.places.index.get(key)), (0, ""))
            assert _known_place(stems, i, words.places) == every, stems
