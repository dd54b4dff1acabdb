"""Offices and bodies as sets of meanings that are the same in both languages: "министр экономики" = "minister of economy"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pipeline.names.identity_places import CITY, KIND, PlaceTable, split_places, stem
from pipeline.names.transliterate import KEPT, SoundTable, plain_latin
from pipeline.resources import load_yaml

KNOWN_WORDS = 6
ABBREVIATION = 3  # letters of a word in capitals that has no case endings

_ENDING = re.compile(r"(?<=[а-я]{2})(?:ами|ом|ем|ов|ам|ах|[ауеыи])$|(?<=[a-z]{3})s$")
_SPELLED = re.compile(r"[\w\-]+")
_DASHES = re.compile(r"\s+[-–—]\s+")


@dataclass(frozen=True, eq=False)
class ConceptTable:
    """The meanings of `resources/identity/concepts.yml`; one table is equal to itself alone, so that results can be kept by it."""

    whole: Mapping[str, str]
    prefixes: Mapping[str, str]
    heads: frozenset[str]
    same: tuple[tuple[frozenset[str], frozenset[str]], ...]
    ranks: frozenset[str]
    diplomats: frozenset[str]
    unique: frozenset[str]
    single: frozenset[str]
    leaders: frozenset[str]
    local: frozenset[str]
    implied: frozenset[str]
    of_state: frozenset[frozenset[str]]
    phrases: tuple[tuple[re.Pattern[str], str], ...]  # what is said in other words, and these
    cities: Mapping[str, str]  # stem -> first spelling
    abbreviations: Mapping[str, tuple[str, ...]]
    known: Mapping[str, tuple[str, str]]  # spelling, lower-case -> English, Russian name

    @cached_property
    def starts(self) -> frozenset[str]:
        """The first words of the spellings that are known everywhere."""
        return frozenset(spelling.partition(" ")[0] for spelling in self.known)


@dataclass(frozen=True, slots=True)
class Description:
    """An office or body: its meanings, the codes of its places, and the stems of words that no table knows."""

    concepts: frozenset[str]
    places: tuple[str, ...] = ()
    others: frozenset[str] = frozenset()


def load_concepts(sounds: SoundTable) -> ConceptTable:
    """The table that ships with the program."""
    data = load_yaml("identity/concepts.yml")
    assert isinstance(data, dict)
    entries = [(str(e), concept) for part in ("heads", "fields") for concept, row in data[part].items() for e in row] + [(str(e), "") for e in data["empty"]]
    return ConceptTable(
        whole={e[:-1]: concept for e, concept in entries if e.endswith("$")},
        prefixes={e: concept for e, concept in entries if not e.endswith("$")},
        heads=frozenset(data["heads"]),
        same=tuple((frozenset(left), frozenset(right)) for left, right in data["same"]),
        ranks=frozenset(data["ranks"]),
        diplomats=frozenset(data["diplomats"]),
        unique=frozenset(data["unique"]),
        single=frozenset(data["single"]),
        leaders=frozenset(data["leaders"]),
        local=frozenset(data["local"]),
        implied=frozenset(data["implied"]),
        of_state=frozenset(frozenset({concept}) for concept in data["of_state"]),
        phrases=tuple((re.compile(rf"\b{phrase}\b", re.IGNORECASE), other) for phrase, other in data["phrases"].items()),
        cities={stem(spelling, sounds): row[0] for row in data["cities"] for spelling in row},
        abbreviations={key: tuple(row) for key, row in data["abbreviations"].items()},
        known={plain_spelling(str(s)): (row[0], row[1]) for row in data["known"] for s in row},
    )


def plain_spelling(name: str) -> str:
    """The words of a name in lower case, without quotes and points: "«Лукойл»" -> "лукойл"."""
    return " ".join(_SPELLED.findall(name.lower().replace("ё", "е").replace(".", "")))


def find_concept(word: str, concepts: ConceptTable) -> str | None:
    """The meaning of a word; "" for one that tells nothing, None for one that no table knows."""
    found = _find_entry(word, concepts)
    return found[1] if found is not None else None


@lru_cache(maxsize=KEPT)
def _find_entry(word: str, concepts: ConceptTable) -> tuple[str, str] | None:
    """The entry that a word is or begins with, and its meaning."""
    lower = word.lower().replace("ё", "е").rstrip(".")
    for form in (lower, _ENDING.sub("", lower)):
        if form in concepts.whole:
            return form, concepts.whole[form]
    prefixes = (lower[:n] for n in range(len(lower), 2, -1))
    return next(((prefix, concepts.prefixes[prefix]) for prefix in prefixes if prefix in concepts.prefixes), None)


def describe(text: str, places: PlaceTable, concepts: ConceptTable, sounds: SoundTable) -> Description:
    """What an office or body is, whatever its language, word order and case. Bodies known everywhere count as places: "UN mission"."""
    rest, bodies = _take_known(_reword(_DASHES.sub(" ", text), concepts), concepts)
    placed = split_places(rest, places, sounds)
    meanings: set[str] = set()
    others: set[str] = set()
    for word in placed.words:
        known = find_concepts(word, concepts)
        if known is not None:
            meanings.update(known)
        elif places.kinds.get(word.lower()) not in {KIND, CITY}:
            name = plain_latin(word, sounds) if word.isupper() and len(word) <= ABBREVIATION else stem(word, sounds)
            others.add(concepts.cities.get(name, name))
    return Description(merge_synonyms(meanings, concepts), (*placed.codes, *bodies), frozenset(others))


def find_concepts(word: str, concepts: ConceptTable) -> frozenset[str] | None:
    """The meanings of a word, of an abbreviation or of all parts of a compound ("вице-министр", "торгово-промышленная"); None if the tables do not know it."""
    if word.lower() in concepts.abbreviations:
        return frozenset(concepts.abbreviations[word.lower()])
    found = _find_entry(word, concepts)
    parts = [find_concept(part, concepts) for part in word.split("-")] if "-" in word else [None]
    if None not in parts and (found is None or "-" not in found[0]):
        return frozenset(part for part in parts if part)
    return frozenset({found[1]} - {""}) if found is not None else None


def _reword(text: str, concepts: ConceptTable) -> str:
    for phrase, other in concepts.phrases:
        text = phrase.sub(other, text)
    return text


def _take_known(text: str, concepts: ConceptTable) -> tuple[str, tuple[str, ...]]:
    """The text without the bodies known everywhere, and these, as `@` and their English name; a name of one word must begin with a capital."""
    words, rest, bodies = text.split(), [], []
    while words:
        size = _count_known(words, concepts)
        if size:
            bodies.append("@" + concepts.known[plain_spelling(" ".join(words[:size]))][0])
        else:
            rest.append(words[0])
        words = words[size or 1 :]
    return " ".join(rest), tuple(bodies)


def _count_known(words: Sequence[str], concepts: ConceptTable) -> int:
    """How many words at the start spell a body known everywhere, the longest one; 0 if none does."""
    if not words[0][:1].isupper() or plain_spelling(words[0]).partition(" ")[0] not in concepts.starts:
        return 0
    sizes = range(min(KNOWN_WORDS, len(words)), 0, -1)
    return next((n for n in sizes if plain_spelling(" ".join(words[:n])) in concepts.known), 0)


def merge_synonyms(meanings: Iterable[str], concepts: ConceptTable) -> frozenset[str]:
    """The meanings with what is said in several words ("head" of the "region") as one ("governor")."""
    merged = frozenset(meanings)
    for left, right in concepts.same:
        if left <= merged:
            merged = (merged - left) | right
    return merged


def match_offices(a: Description, b: Description, concepts: ConceptTable) -> str:
    """same, part (one is a short form of the other), different, or empty where one is not told."""
    if not a.concepts or not b.concepts:
        return ""
    if not _agree(a.places, b.places):
        return "different"
    if a.concepts == b.concepts and a.others == b.others:
        return "same"
    return "part" if is_short_form(a, b, concepts) or is_short_form(b, a, concepts) else "different"


def is_short_form(short: Description, full: Description, concepts: ConceptTable) -> bool:
    """Whether "the minister" may stand for the "minister of economy"; it may not for the deputy minister."""
    left_out = full.concepts - short.concepts
    if not short.concepts <= full.concepts or left_out & concepts.ranks or not short.others <= full.others:
        return False
    return bool(short.concepts & concepts.heads) and _agree(short.places, full.places)


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether places share one, or one lies in another; places that were not told agree with all."""
    return not a or not b or any(x == y or x.startswith(f"{y}-") or y.startswith(f"{x}-") for x in a for y in b)
