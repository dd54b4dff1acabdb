"""Given names of both scripts: which spellings are one name, and whom they are given to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.names.transliterate import KEPT, SoundTable, fold, is_cyrillic, plain_latin, read_variants
from pipeline.resources import load_yaml

SHORTEST = 2  # letters of a fold that does not tell a name


@dataclass(frozen=True, slots=True)
class GivenNames:
    """The lists of `resources/identity/given.yml`; spellings are keyed by their fold."""

    ids: Mapping[str, str]  # fold -> first spelling
    genders: Mapping[str, str]  # first spelling -> m or f
    shown: Mapping[str, tuple[str, str]]  # first spelling -> English, Russian spelling
    initials: Mapping[str, frozenset[str]]  # first spelling -> first letters, lower-case Latin
    patronymics: Mapping[str, tuple[str, ...]]  # gender -> endings
    surnames: Mapping[str, tuple[str, ...]]  # gender -> endings
    honorifics: frozenset[str]
    particles: frozenset[str]
    prefixes: frozenset[str]
    family_first: frozenset[str]
    generations: Mapping[str, str]  # word at the end of a name -> junior, senior or a number
    short: Mapping[str, str]  # first spelling of a short name -> that of the full one


def load_given_names(sounds: SoundTable) -> GivenNames:
    """The lists that ship with the program."""
    data = load_yaml("identity/given.yml")
    assert isinstance(data, dict)
    rows = [(gender, [str(spelling) for spelling in row]) for gender in ("m", "f") for row in data[gender]]
    ids: dict[str, str] = {}
    for _, row in rows:
        for spelling in row:
            ids.setdefault(_key(spelling, sounds), row[0])
    return GivenNames(
        ids=ids,
        genders={row[0]: gender for gender, row in rows},
        shown={row[0]: (row[0], next((s for s in row if is_cyrillic(s)), "")) for _, row in rows},
        initials={row[0]: frozenset(first for s in row for first in first_letters(s, sounds)) for _, row in rows},
        patronymics={gender: tuple(data["patronymics"][gender]) for gender in ("m", "f")},
        surnames={gender: tuple(data["surnames"][gender]) for gender in ("m", "f")},
        honorifics=frozenset(data["honorifics"]),
        particles=frozenset(data["particles"]),
        prefixes=frozenset(data["prefixes"]),
        family_first=frozenset(data["family_first"]),
        generations={word: generation for generation, listed in data["generations"].items() for word in listed},
        short=data["short"],
    )


def given_id(word: str, given: GivenNames, sounds: SoundTable) -> str:
    """The name that a word is a spelling of ("Олександр" -> "Alexander"), or empty."""
    return given.ids.get(_key(word, sounds), "")


def full_id(word: str, given: GivenNames, sounds: SoundTable) -> str:
    """As `given_id`, short names as the full ones: "Джо" -> "Joseph"."""
    known = given_id(word, given, sounds)
    return given.short.get(known, known)


def _key(word: str, sounds: SoundTable) -> str:
    """The fold of a name, or its Latin spelling where too little would be left: "Maya" sounds like "Ma"."""
    folded = fold(word, sounds)
    return folded if len(folded) > SHORTEST else plain_latin(word, sounds)


@lru_cache(maxsize=KEPT)
def first_letters(word: str, sounds: SoundTable) -> frozenset[str]:
    """The letters that a name may be shortened to, in Latin: as spelled, and as its readings sound: "Юрий" -> "y", "u"; "Jennifer" -> "j", "J", "d"."""
    sounded = {variant[:1] for variant in read_variants(word, sounds)}
    further = {sounds.initials[sound] for sound in sounded if sound in sounds.initials}
    return frozenset({plain_latin(word, sounds)[:1], *sounded, *further} - {""})


def ending_gender(word: str, endings: Mapping[str, tuple[str, ...]]) -> str:
    """m or f by the ending of a patronymic or surname, or empty."""
    lower = word.lower()
    return next((gender for gender in ("f", "m") if lower.endswith(endings[gender])), "")
