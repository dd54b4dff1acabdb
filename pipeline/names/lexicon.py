"""Loads what finding actors needs to know: word lists of both languages, the gazetteer, the Russian dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from pipeline.errors import RuleError
from pipeline.names.gazetteer import City, city_names, country_names, read_cities, region_names
from pipeline.names.morphology import CYRILLIC, Morphology
from pipeline.resources import load_yaml

DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"})
ADJECTIVE = re.compile("(?:[иыо]й|[ая]я|[ое]е|[иы]е)$")


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """Word lists of one language: dictionary forms, lower-case, `ё` as `е`. What each list is for stands in the YAML."""

    offices: frozenset[str]
    weak_offices: frozenset[str]
    office_modifiers: frozenset[str]
    office_tails: frozenset[str]
    former: frozenset[str]
    acting: frozenset[str]
    current: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    bodies: frozenset[str]
    legal_forms: frozenset[str]
    events: frozenset[str]
    regions: frozenset[str]
    country_heads: frozenset[str]
    cities: frozenset[str]
    groups: Mapping[str, str]
    group_needs_owner: frozenset[str]
    group_modifiers: frozenset[str]
    led: frozenset[str]
    parties: Mapping[str, tuple[tuple[str, ...], ...]]  # by first word, longest first
    pronouns: Mapping[str, str]
    portfolios: frozenset[str] = frozenset()
    lower_bodies: frozenset[str] = frozenset()
    described_bodies: frozenset[str] = frozenset()
    told_callings: frozenset[str] = frozenset()
    guest_nouns: frozenset[str] = frozenset()
    guest_modifiers: frozenset[str] = frozenset()
    common_bodies: frozenset[str] = frozenset()
    not_bodies: frozenset[str] = frozenset()
    whole_bodies: frozenset[str] = frozenset()  # names of bodies that count in small letters without owner, nominative
    body_modifiers: frozenset[str] = frozenset()
    country_titles: frozenset[str] = frozenset()
    krais: frozenset[str] = frozenset()
    capital_adjectives: frozenset[str] = frozenset()
    regional_bodies: frozenset[str] = frozenset()
    surname_endings: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)  # case, sex, ending: nominative
    sexless_endings: frozenset[str] = frozenset()
    governed_cases: Mapping[str, str] = field(default_factory=dict)  # preposition: case (OpenCorpora) of the name behind it
    calendar: frozenset[str] = frozenset()
    name_tails: frozenset[str] = frozenset()
    state_names: frozenset[str] = frozenset()
    ships: frozenset[str] = frozenset()
    party_letters: frozenset[str] = frozenset()
    forces: frozenset[str] = frozenset()
    bare_bodies: frozenset[str] = frozenset()
    named_bodies: frozenset[str] = frozenset()
    called_bodies: frozenset[str] = frozenset()
    shared_bodies: frozenset[str] = frozenset()
    serving_bodies: frozenset[str] = frozenset()
    office_names: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    support: frozenset[str] = frozenset()  # Russian nouns behind "при" that tell who helped: «при содействии»
    told_lands: frozenset[str] = frozenset()  # Russian kinds of lands that the context names: «глава региона»
    kinds: frozenset[str] = frozenset()
    partisans: frozenset[str] = frozenset()
    pair_words: frozenset[str] = frozenset()
    pair_nouns: frozenset[str] = frozenset()
    office_prefixes: frozenset[str] = frozenset()
    joined_deputies: frozenset[str] = frozenset()
    aides: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    instrumental_offices: frozenset[str] = frozenset()
    office_firsts: frozenset[str] = frozenset()
    clergy: frozenset[str] = frozenset()
    second_posts: frozenset[str] = frozenset()
    callings: frozenset[str] = frozenset()
    state_offices: frozenset[str] = frozenset()  # English offices before the place or field and the name of who holds them
    returning: frozenset[str] = frozenset()
    joint_nouns: frozenset[str] = frozenset()
    joint_acts: frozenset[str] = frozenset()
    convening: frozenset[str] = frozenset()  # English verbs whose objects are people who meet
    no_fields: frozenset[str] = frozenset()
    called_after: frozenset[str] = frozenset()
    unowned: frozenset[str] = frozenset()
    clubs: frozenset[str] = frozenset()
    whole_lands: frozenset[str] = frozenset()
    delegates: frozenset[str] = frozenset()
    not_people: frozenset[str] = frozenset()
    publics: frozenset[str] = frozenset()
    counted_bodies: frozenset[str] = frozenset()
    crewed: frozenset[str] = frozenset()
    counterparts: frozenset[str] = frozenset()
    collectives: frozenset[str] = frozenset()
    whole_parties: frozenset[str] = frozenset()


NEVER_FIRST = frozenset({"calendar", "convening", "events", "governed_cases", "joint_acts", "joint_nouns", "legal_forms", "name_tails", "no_fields"}) | {
    *("not_bodies", "not_names", "not_people", "office_tails", "party_letters", "sexless_endings", "state_names", "surname_endings")
}  # lists whose words begin no actor


@dataclass(frozen=True, slots=True)
class Place:
    """What the gazetteer knows of one name."""

    type: str  # country, region, city; area for lands and seas, body for a bloc such as the EU
    country: str  # ISO 3166-1 alpha-2


@dataclass(frozen=True, slots=True)
class NameWords:
    """All knowledge that finding actors rests on, loaded once by `load_name_words`."""

    languages: Mapping[str, LanguageWords]
    places: Mapping[str, Mapping[str, Place]]  # language, then the name's key
    place_words: Mapping[str, Mapping[str, int]]  # language, then the first word of names of several words: how many these have at most
    adjectives: Mapping[str, Mapping[str, str]]  # language, then the adjective: country code
    region_adjectives: Mapping[str, tuple[str, str]]  # of both languages: the region's name, and its country's code
    region_words: Mapping[str, Mapping[str, str]]  # language, then the telling word of a region's name: country code
    country_names: Mapping[str, Mapping[str, str]]  # language, then the code: the name
    morphology: Morphology
    openers: Mapping[str, frozenset[str]]  # language, then words in small letters that an actor can begin with


def fold(word: str) -> str:
    """The form under which words are looked up: lower-case, `ё` as `е`, straight apostrophes."""
    return word.lower().replace("ё", "е").replace("’", "'")


def load_name_words(cities: Sequence[City] = ()) -> NameWords:
    """Word lists of `resources/names`, countries of Babel, `cities` (read if not given), the Russian dictionary; takes about two seconds."""
    morphology = Morphology()
    facts = _mapping("names/places.yml")
    skipped = {fold(word) for word in facts["not_cities"]}
    known = [(name, code) for name, code in city_names(cities or read_cities()) if fold(name) not in skipped]
    languages = {"en": _language("names/english.yml"), "ru": _language("names/russian.yml")}
    places = {lang: dict(_places(lang, facts, written, morphology)) for lang, written in _by_script(known).items()}
    return NameWords(
        languages=languages,
        places=places,
        place_words={lang: _count_words(places[lang]) for lang in places},
        adjectives={lang: dict(_of_language(lang, facts["adjectives"])) for lang in ("en", "ru")},
        region_adjectives={fold(word): (name, code) for code, row in facts["region_adjectives"].items() for word, name in row.items()},
        region_words={lang: dict(_of_language(lang, facts["regions"])) for lang in ("en", "ru")},
        country_names={lang: {code: name for name, code in reversed(list(country_names(lang)))} for lang in ("en", "ru")},
        morphology=morphology,
        openers={lang: frozenset(_openers(known)) for lang, known in languages.items()},
    )


def _count_words(names: Iterable[str]) -> dict[str, int]:
    """For each word with which a name of several words begins, the words of the longest such name."""
    counts: dict[str, int] = {}
    for name in names:
        first, blank, rest = name.partition(" ")
        if blank:
            counts[first] = max(counts.get(first, 1), rest.count(" ") + 2)
    return counts


def _openers(words: LanguageWords) -> Iterator[str]:
    """Determiners, and the first word of each phrase of each list, but of those that only tell what is no actor, or what follows."""
    yield from DETERMINERS
    for item in fields(words):
        if item.name not in NEVER_FIRST:
            yield from (entry.partition(" ")[0] for entry in getattr(words, item.name))


def _mapping(path: str) -> dict[str, Any]:
    data = load_yaml(path)
    if not isinstance(data, dict):
        raise RuleError(f"{path}: a mapping of lists is expected")
    return data


def _language(path: str) -> LanguageWords:
    data = _mapping(path)
    known = {item.name for item in fields(LanguageWords)}
    values = {name: _value(name, value) for name, value in data.items() if name in known}
    missing = {"offices", "bodies", "groups", "parties", "pronouns"} - set(values)
    if missing:
        raise RuleError(f"{path}: the lists {', '.join(sorted(missing))} are missing")
    return LanguageWords(**values)


def _value(name: str, value: Any) -> Any:
    if name == "surname_endings":
        return value
    if isinstance(value, dict):
        return {fold(word): kind for word, kind in value.items()}
    if name == "parties":
        phrases = sorted((tuple(fold(phrase).split()) for phrase in value), key=lambda phrase: (-len(phrase), phrase))
        return {first: tuple(phrase for phrase in phrases if phrase[0] == first) for first in sorted({phrase[0] for phrase in phrases})}
    return frozenset(fold(word) for word in value)


def _of_language(lang: str, table: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for code, names in table.items():
        for name in names:
            if is_russian(name) == (lang == "ru"):
                yield fold(name), code


def is_russian(name: str) -> bool:
    """Whether `name` is written in Cyrillic."""
    return not name.isascii() and CYRILLIC.search(name) is not None


def _by_script(names: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """Names with their codes: those in Cyrillic for Russian, all others for English."""
    found: dict[str, list[tuple[str, str]]] = {"en": [], "ru": []}
    for name, code in names:
        found["ru" if is_russian(name) else "en"].append((name, code))
    return found


def _places(lang: str, facts: Mapping[str, Any], cities: list[tuple[str, str]], morphology: Morphology) -> Iterator[tuple[str, Place]]:
    """Key and place, the weightiest last, so that a dict keeps it."""
    regions = {name: code for code, names in facts["regions"].items() for name in names if not _is_shared(name, lang)}
    yield from _keyed(lang, regions.items(), "region", morphology)
    yield from _keyed(lang, [(name, code or regions.get(name, "")) for name, code in cities if not code or regions.get(name, code) == code], "city", morphology)
    yield from _keyed(lang, [(name, code) for code, names in facts["cities"].items() for name in names], "city", morphology)
    yield from _keyed(lang, region_names(), "region", morphology)
    yield from _keyed(lang, [(name, "") for name in facts["areas"]], "area", morphology)
    yield from _keyed(lang, [(name, "") for name in facts["supranational"][lang]], "body", morphology)
    yield from _keyed(lang, country_names(lang), "country", morphology)
    yield from _keyed(lang, [(name, code) for code, names in facts["countries"].items() for name in names], "country", morphology)


def _is_shared(name: str, lang: str) -> bool:
    """Russian regions told by an adjective are found by pattern ("Тверская область"), never by the adjective alone."""
    return lang == "ru" and name.endswith(("ий", "ый", "ой"))


def _keyed(lang: str, pairs: Iterable[tuple[str, str]], kind: str, morphology: Morphology) -> Iterator[tuple[str, Place]]:
    places: dict[str, Place] = {}  # one for all names of a country
    for name, code in pairs:
        if is_russian(name) == (lang == "ru"):
            place = places.get(code) or places.setdefault(code, Place(kind, code))
            yield fold(name), place
            if lang == "ru" and " " in name and (kind != "city" or any(ADJECTIVE.search(part) for part in name.split())):
                yield place_key(name, lang, morphology), place


def place_key(name: str, lang: str, morphology: Morphology) -> str:
    """What a place is looked up by: folded words; of a Russian name of several words, their dictionary forms."""
    parts = fold(name).split()
    if lang == "en" or len(parts) == 1:
        return " ".join(parts)
    return " ".join(lemma(part, morphology) for part in parts)


def lemma(word: str, morphology: Morphology) -> str:
    """One dictionary form of a Russian word, always the same; other words as they are."""
    return min(morphology.lemmas(word), default=word)
