"""Countries and regions in names of both languages, as ISO codes; the words that are left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.names.gazetteer import country_names
from pipeline.names.transliterate import KEPT, SoundTable, fold, is_cyrillic
from pipeline.resources import load_yaml

LONGEST = 6  # words of a place's name
KIND = "@region"
CITY = "@city"

_WORD = re.compile(r"[^\W_][\w'’.\-‑]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_SKIP = frozenset({"the", "of"})
_LATIN_ENDING = re.compile(r"(?<=\w\w)(?:sk|[aeiou])$")
_CASE = re.compile(
    r"(?<=\w\w)(?:ого|ему|ому|ыми|ими|ией|иям|иях|иями|ием|ями|ами|ая|яя|ой|ей|ую|юю|ий|ый|ое|ее|ые|ие|ых|их|ым|им|ом|ем|ам|ям|ах|ях|ии|ию|ия|ью|а|я|у|ю|е|и|ы|о|ь|й)$"
)
_SK = re.compile(r"(?<=\w\w)ск$")


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """Names of places by the stems of their words; `names` gives the English and Russian name of a code."""

    index: Mapping[tuple[str, ...], str]
    longest: Mapping[str, int]  # first stem of a name -> the most words of such a name
    kinds: Mapping[str, str]  # word -> KIND or CITY
    names: Mapping[str, tuple[str, str]]


def load_places(sounds: SoundTable) -> PlaceTable:
    """Countries from Babel (CLDR) and `resources/identity/places.yml`, regions from `regions.yml`."""
    data, regions = load_yaml("identity/places.yml"), load_yaml("identity/regions.yml")
    assert isinstance(data, dict) and isinstance(regions, dict)
    kinds = {str(w): KIND if kind == "region" else CITY for kind, row in data["kinds"].items() for w in row}
    english, russian = ({code: name for name, code in reversed([*country_names(lang)])} for lang in ("en", "ru"))
    names = {code: (english[code], russian[code]) for code in sorted(english.keys() & russian.keys())}
    index: dict[tuple[str, ...], str] = {}
    spellings = [(code, name) for lang in ("en", "ru") for name, code in country_names(lang)]
    spellings += [(code, str(name).rstrip("*")) for code, row in data["countries"].items() for name in row]
    for code, name in spellings:
        index[tuple(stem for _, stem in _stems(name, kinds, sounds))] = code
    for code, row in regions["regions"].items():
        names[code] = (row[0], row[1])
        for name in row:
            stems = tuple(stem for _, stem in _stems(name, kinds, sounds))
            index.setdefault(stems, code)
            index.setdefault(stems[::-1], code)
    index.pop((), None)
    longest: dict[str, int] = {}
    for stems in index:
        longest[stems[0]] = max(longest.get(stems[0], 0), min(LONGEST, len(stems)))
    return PlaceTable(index, longest, kinds, names)


@lru_cache(maxsize=KEPT)
def stem(word: str, sounds: SoundTable) -> str:
    """What is left of a word of a place's name without case and adjective endings, as it sounds: "Астраханской", "Astrakhan" -> "astrahan"."""
    lower = word.lower().replace("ё", "е").rstrip(".")
    if is_cyrillic(lower):
        lower = _SK.sub("", _CASE.sub("", lower))
    return _LATIN_ENDING.sub("", fold(lower, sounds))


def _stems(name: str, kinds: Mapping[str, str], sounds: SoundTable) -> list[tuple[str, str]]:
    """(word, stem) of the words of a name, without articles and "of"."""
    words = [_POSSESSIVE.sub("", w) for w in _WORD.findall(name)]
    return [(w, kinds.get(w.lower().rstrip("."), "") or stem(w, sounds)) for w in words if w and w.lower() not in _SKIP]


@dataclass(frozen=True, slots=True)
class Placed:
    """What a name holds: codes of countries and regions (or `@` and the stem of a region that no table knows), and its other words."""

    codes: tuple[str, ...]
    words: tuple[str, ...]


def split_places(name: str, places: PlaceTable, sounds: SoundTable) -> Placed:
    """The places in a name, longest first; a country is left out where one of its regions is told."""
    codes: list[str] = []
    words: list[str] = []
    after_place = False
    for taken, code in _scan(_stems(name, places.kinds, sounds), places):
        if code:
            codes.append(code)
        elif not (after_place and taken[0][1] == KIND):
            words.extend(w for w, _ in taken)
        after_place = bool(code)
    inner = [c for c in codes if not any(other.startswith(f"{c}-") for other in codes)]
    return Placed(tuple(dict.fromkeys(inner)), tuple(words))


def _scan(stems: Sequence[tuple[str, str]], places: PlaceTable) -> Iterator[tuple[Sequence[tuple[str, str]], str]]:
    """The words taken at a time, and the code of the place that they name (empty: none)."""
    i = 0
    while i < len(stems):
        size, code = _known_place(stems, i, places)
        if not code and stems[i][1] == KIND:
            size, code = _known_place(stems, i + 1, places)
            size += 1
        if not code:
            size, code = _unknown_region(stems, i, places)
        yield stems[i : i + size], code
        i += size


def _known_place(stems: Sequence[tuple[str, str]], i: int, places: PlaceTable) -> tuple[int, str]:
    longest = places.longest.get(stems[i][1], 0) if i < len(stems) else 0
    for size in range(min(longest, len(stems) - i), 0, -1):
        code = places.index.get(tuple([s for _, s in stems[i : i + size]]), "")
        if code:
            return size, code
    return 0, ""


def _unknown_region(stems: Sequence[tuple[str, str]], i: int, places: PlaceTable) -> tuple[int, str]:
    """ "Lankaran district", "провинция Керман": a capitalised word beside a word for a region, in either order; else one word and no code."""
    if i + 1 >= len(stems):
        return 1, ""
    (first, a), (second, b) = stems[i : i + 2]
    if b == KIND and _may_name(first, a) and not _known_place(stems, i + 2, places)[1]:
        return 2, f"@{a}"
    if a == KIND and _may_name(second, b):
        return 2, f"@{b}"
    return 1, ""


def _may_name(word: str, stem_: str) -> bool:
    return word[:1].isupper() and stem_ not in {KIND, CITY}


def country_of(code: str) -> str:
    """ISO 3166-1 alpha-2 of a code: "RU-AST" -> "RU"; empty for a region that no table knows."""
    return "" if code.startswith("@") else code[:2]
