"""What the user decides about who is who: `identities.yml` (join, part, rename) and a table of Wikidata ids. Read at every run, never written."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.merge.ids import make_id
from pipeline.records import LocalEntity
from pipeline.resources import load_yaml_file

Local = tuple[str, str]  # doc_id, key
NAME = "identities.yml"
SHAPE = "merge: lists of names or entity ids; split: entries with entity and documents; rename: a name or id and its new name, or new names in en and ru"


@dataclass(frozen=True, slots=True)
class Split:
    """The mentions of an entity in these documents are somebody else."""

    entity: str
    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class UserIdentities:
    """The user's decisions; an entity is told by any name that it was found under, or by the id of any of its mentions, so that ids of old stay good."""

    merge: tuple[tuple[str, ...], ...] = ()
    split: tuple[Split, ...] = ()
    rename: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # entity -> language ("" for both) -> name
    wikidata: Mapping[str, frozenset[str]] = field(default_factory=dict)  # folded name -> ids


def load_identities(path: Path | None, wikidata: Path | None = None) -> UserIdentities:
    """The content of the two files; nothing where a path is None. UsageError with what is allowed for a file that is not of this shape."""
    data: Any = load_yaml_file(path) if path is not None else {}
    ids = _read_wikidata(wikidata) if wikidata is not None else {}
    try:
        known = {"merge": [], "split": [], "rename": {}, **(data or {})}
        if set(known) != {"merge", "split", "rename"}:
            raise ValueError(f"unknown part {', '.join(sorted(set(known) - {'merge', 'split', 'rename'}))}")
        merge = tuple(tuple(_text(name) for name in _list(row)) for row in _list(known["merge"]))
        split = tuple(Split(_text(row["entity"]), frozenset(_text(doc) for doc in _list(row["documents"]))) for row in _list(known["split"]))
        rename = {_text(old): new if isinstance(new, dict) else {"": _text(new)} for old, new in (known["rename"] or {}).items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{path}: not of the shape of {NAME} ({error}); allowed is {SHAPE}") from error
    return UserIdentities(merge, split, rename, ids)


def hash_identities(paths: Iterable[Path | None]) -> str:
    """A checksum of the files that exist."""
    return sha256(b"\x00".join(path.read_bytes() for path in paths if path is not None)).hexdigest()


def _list(value: object) -> list[Any]:
    if value is not None and not isinstance(value, list):
        raise ValueError(f"{value!r} is no list")
    return value or []


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no name")
    return value.strip()


def _read_wikidata(path: Path) -> dict[str, frozenset[str]]:
    """Folded name -> Wikidata ids, of a CSV with a column `wikidata` (ids or their URLs); all other columns hold names, several joined by `|`."""
    found: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if "wikidata" not in (reader.fieldnames or ()):
            raise UsageError(f"{path}: has no column wikidata; allowed is a CSV with that column, its other columns hold names")
        for row in reader:
            names = (name for column, cell in row.items() if column != "wikidata" and isinstance(cell, str) for name in cell.split("|"))
            for name in names:
                if name.strip():
                    found[_fold(name)].add(row["wikidata"].strip().rsplit("/", 1)[-1])
    return {name: frozenset(ids) for name, ids in found.items()}


def _fold(name: str) -> str:
    return " ".join(name.lower().replace("ё", "е").split())


def local_id(entity: LocalEntity) -> str:
    """The id that an entity has whose first mention this is."""
    return make_id("n", entity.doc_id, entity.start, entity.end, entity.key)


def decide_links(entities: Sequence[LocalEntity], links: Mapping[Local, str], decided: UserIdentities) -> dict[Local, str]:
    """The groups after the user's decisions: first what is to be parted, then what is to be joined."""
    made = dict(links)
    if not decided.merge and not decided.split:
        return made
    for number, part in enumerate(decided.split):
        groups = _groups(part.entity, _index(entities, made))
        made |= {
            (e.doc_id, e.key): f"{made[e.doc_id, e.key]}\tsplit {number}" for e in entities if made[e.doc_id, e.key] in groups and e.doc_id in part.documents
        }
    for row in decided.merge:
        index = _index(entities, made)
        joined = {group for name in row for group in _groups(name, index)}
        made |= {local: min(joined) for local, group in made.items() if group in joined}
    return made


def _index(entities: Iterable[LocalEntity], links: Mapping[Local, str]) -> dict[str, set[str]]:
    """Id or folded name -> groups."""
    index: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for told in (local_id(entity), *(_fold(name) for name in (entity.name, *entity.aliases))):
            index[told].add(links[entity.doc_id, entity.key])
    return index


def _groups(told: str, index: Mapping[str, set[str]]) -> set[str]:
    return index.get(told) or index.get(_fold(told)) or set()


def new_names(group: Iterable[LocalEntity], decided: UserIdentities) -> Mapping[str, str]:
    """Language -> the name that the user gives an entity; empty for most."""
    if not decided.rename:
        return {}
    told = {form for e in group for form in (local_id(e), *(_fold(name) for name in (e.name, *e.aliases)))}
    return next((names for old, names in decided.rename.items() if old in told or _fold(old) in told), {})


def find_wikidata(cards: Mapping[str, Iterable[str]], decided: UserIdentities) -> Iterator[tuple[str, str]]:
    """(entity id, Wikidata id) for entities of which the user's table names one alone, and no other entity with it. `cards` tells the names of each."""
    found = {entity: frozenset(i for name in names for i in decided.wikidata.get(_fold(name), ())) for entity, names in cards.items()}
    single = {entity: next(iter(ids)) for entity, ids in found.items() if len(ids) == 1}
    times = Counter(single.values())
    yield from ((entity, wikidata) for entity, wikidata in single.items() if times[wikidata] == 1)
