"""Groups the people of all articles: blocks of names that sound alike, likeness within a block, short names last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from pipeline.names.given import full_id, given_id
from pipeline.names.identity import IdentityWords
from pipeline.names.identity_compare import Person, compare_people, letters, make_person, score_of
from pipeline.names.identity_famous import best_known, join_famous
from pipeline.names.identity_group import Group
from pipeline.names.identity_misprints import find_against, find_misprints
from pipeline.names.identity_person import PersonName
from pipeline.names.similar import block_keys
from pipeline.names.transliterate import KEPT, fold, read_variants
from pipeline.records import LocalEntity

ALL_PAIRS = 40  # entries of a block up to which every pair is compared
WINDOW = 12  # neighbours that are compared in larger blocks, in alphabetical order

Signature = tuple[str, ...]
Key = tuple[str, str]
Blocks = dict[Key, list[Group]]


def cluster_people(entities: Iterable[LocalEntity], words: IdentityWords) -> list[list[LocalEntity]]:
    """Groups of entities that are one person. Full names with an office or country are grouped first; then full names without, initials, and
    surnames alone join the only group that they fit, or are grouped among themselves."""
    clusters: list[Group] = []
    made: list[Group] = []  # of the last level
    blocks: Blocks = defaultdict(list)
    for level in _levels(_entries(entities, words)):
        _add_to_blocks(blocks, made, _short_keys, words)
        made = _group(_attach(level, blocks, words) if blocks else level, words)
        clusters.extend(made)
    return [cluster.entities for cluster in join_famous(clusters, words)]


def _entries(entities: Iterable[LocalEntity], words: IdentityWords) -> list[Group]:
    """One entry for all entities of which the same is told, in an order that depends on that alone."""
    entries: dict[Signature, Group] = {}
    told: dict[tuple[str, ...], tuple[Signature, Person]] = {}
    for entity in entities:
        key = (entity.name, entity.gender, entity.country, entity.position, entity.affiliation)
        if key not in told:
            person = make_person(entity, words)
            told[key] = (_sign(person, words), person)
        signature, person = told[key]
        entries.setdefault(signature, Group([person])).entities.append(entity)
    return [entries[signature] for signature in sorted(entries)]


def _sign(person: Person, words: IdentityWords) -> Signature:
    name, office = person.name, person.office
    given = given_id(name.given, words.given, words.sounds) or fold(name.given, words.sounds)
    parts = (fold(name.surname, words.sounds), given, fold(name.patronymic, words.sounds), "".join(name.initials), " ".join(name.others), name.generation)
    described = ("+".join(sorted(office.concepts)), "+".join(office.places), "+".join(sorted(office.others)))
    return (*parts, person.gender, person.country, *described)


def _levels(entries: Sequence[Group]) -> Iterator[list[Group]]:
    """Entries by how surely they tell a person."""
    ranks = [_rank(entry.people[0]) for entry in entries]
    for rank in range(4):
        yield [entry for entry, r in zip(entries, ranks, strict=True) if r == rank]


def _rank(person: Person) -> int:
    if person.name.is_full:
        return 0 if person.country or person.office.concepts else 1
    return 2 if person.name.initials else 3


def _add_to_blocks(blocks: Blocks, groups: Iterable[Group], keys: Callable[[Person, IdentityWords], Iterable[Key]], words: IdentityWords) -> None:
    """Puts groups under every key that a like name would share with them."""
    for group in groups:
        for key in {key for person in group.people for key in keys(person, words)}:
            blocks[key].append(group)


def _full_keys(person: Person, words: IdentityWords) -> Iterator[Key]:
    """Keys of a full name: the sounds of surname and given name, roughly, in both orders where the order is not sure."""
    name = person.name
    for surname, given in [(name.surname, name.given)] + ([(name.given, name.surname)] if not name.order_sure else []):
        firsts = {key for word in (given, *name.others) for key in _given_keys(word, words)} if given else {""}
        yield from ((key, first) for key in block_keys(surname, words.sounds) for first in firsts)


def _short_keys(person: Person, words: IdentityWords) -> Iterator[Key]:
    """Keys that a short name shares with every person whom it may be: the sounds of the surname in every reading, each with one more likeness.

    A surname alone is never enough to be linked (see the weights), so that common surnames do not make large blocks.
    """
    likenesses = frozenset(_likenesses(person, words))
    for surname, given in _orders(person.name):
        own = likenesses | {f"g:{key}" for word in (given, *person.name.others) if word for key in _given_keys(word, words)}
        yield from ((reading, likeness) for reading in read_variants(surname, words.sounds) for likeness in own)


def _orders(name: PersonName) -> Iterator[tuple[str, str]]:
    """Surname and given name, in both orders where the order is not sure."""
    yield name.surname, name.given
    if name.given and not name.order_sure:
        yield name.given, name.surname


def _likenesses(person: Person, words: IdentityWords) -> Iterator[str]:
    """What may link a person besides the words of the name: initials, meanings and places of the office."""
    yield from (f"i:{letter}" for letter in letters(person.name, words)[0])
    office = person.office
    yield from (f"o:{concept}" for concept in (office.concepts & words.concepts.heads or office.concepts))
    yield from (f"p:{code}" for code in office.places)


@lru_cache(maxsize=KEPT)
def _given_keys(given: str, words: IdentityWords) -> frozenset[str]:
    """Keys of a given name by its own sounds and by those of its usual spelling: "Volodymyr" is found as "Vladimir" too."""
    known = full_id(given, words.given, words.sounds)
    return block_keys(given, words.sounds) | (block_keys(known, words.sounds) if known else frozenset())


def _attach(entries: Sequence[Group], blocks: Blocks, words: IdentityWords) -> list[Group]:
    """Gives each entry to the only cluster that it fits, or the best known of them by far; the others are returned. All choose before any is given."""
    chosen = [_only_fit(entry.people[0], blocks, words) for entry in entries]
    rest = []
    for entry, cluster in zip(entries, chosen, strict=True):
        if cluster is None:
            rest.append(entry)
        else:
            cluster.entities.extend(entry.entities)
    return rest


def _only_fit(person: Person, blocks: Mapping[Key, Sequence[Group]], words: IdentityWords) -> Group | None:
    near = {id(group): group for key in _short_keys(person, words) for group in blocks.get(key, ())}
    scored = [(_best(person, group, words), group) for group in near.values()]
    fitting = [group for score, group in scored if score >= words.weights.attach]
    return fitting[0] if len(fitting) == 1 else best_known(fitting, words)


def _best(person: Person, group: Group, words: IdentityWords) -> float:
    """The best score with any entry of the group, none if an entry contradicts."""
    scores = [score_of(compare_people(person, other, words)) for other in group.people]
    return max(scores) if min(scores) > 0 else 0.0


def _group(entries: Sequence[Group], words: IdentityWords) -> list[Group]:
    """The entries of one level grouped by likeness, best pairs first; a group never holds two that contradict each other, but for misprints."""
    pairs = sorted({(a, b) for a, b in _pairs(entries, words)})
    scored = {(a, b): score_of(compare_people(entries[a].people[0], entries[b].people[0], words)) for a, b in pairs}
    owner = list(range(len(entries)))
    members = {n: [n] for n in owner}
    misprinted: set[int] = set()
    for (a, b), score in sorted(scored.items(), key=lambda item: (-item[1], item[0])):
        first, second = sorted((owner[a], owner[b]))
        if score < words.weights.link or first == second:
            continue
        here, there = ([n for n in members[owned] if n not in misprinted] for owned in (first, second))
        against = find_against(here, there, entries, words)
        found = find_misprints(against, entries, words)
        if against and not found:
            continue
        misprinted |= found
        for n in members[second]:
            owner[n] = first
        members[first].extend(members.pop(second))
    return [_join([entries[n] for n in group], [entries[n] for n in group if n not in misprinted]) for group in members.values()]


def _join(entries: Sequence[Group], trusted: Sequence[Group]) -> Group:
    """One group: what `trusted` entries tell of the person, and the articles of all."""
    return Group([person for entry in trusted for person in entry.people], [entity for entry in entries for entity in entry.entities])


def _pairs(entries: Sequence[Group], words: IdentityWords) -> Iterator[tuple[int, int]]:
    """Numbers of entries that share a block; in large blocks each meets its neighbours only."""
    numbers = {id(entry): n for n, entry in enumerate(entries)}
    blocks: Blocks = defaultdict(list)
    _add_to_blocks(blocks, entries, _full_keys, words)
    for block in blocks.values():
        members = [numbers[id(entry)] for entry in block]
        if len(members) <= ALL_PAIRS:
            yield from combinations(members, 2)
        else:
            yield from ((a, b) for i, a in enumerate(members) for b in members[i + 1 : i + 1 + WINDOW])
