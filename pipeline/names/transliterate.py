"""Brings words of both scripts to Latin letters, and to one spelling for what sounds alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pipeline.resources import load_yaml

Rules = tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...]  # pattern, what takes its place, `find_needles` of the pattern

LONGEST_SYLLABLE = 6  # letters of pinyin: zhuang
KEPT = 1 << 14  # words whose sounds are remembered

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_BESIDE = re.compile(r"\(\?<?[=!][^)]*\)")  # what a pattern wants before and after
_VARYING = re.compile(r"\[[^\]]*\]|\\.|.[?*]")  # what is not always the same letter
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, eq=False)
class SoundTable:
    """The tables of `resources/identity/sounds.yml`, compiled; one table is equal to itself alone, so that results can be kept by it."""

    letters: Mapping[str, str]
    spelling: Rules
    plain: Mapping[str, str]
    folds: Rules
    readings: tuple[Rules, ...]
    classes: Mapping[str, str]
    initials: Mapping[str, str]
    palladius: Mapping[str, str]  # pinyin syllable -> Russian transcription


def load_sounds() -> SoundTable:
    """The table that ships with the program."""
    data = load_yaml("identity/sounds.yml")
    assert isinstance(data, dict)
    return SoundTable(
        letters=data["letters"],
        spelling=_compile(data["spelling"]),
        plain=data["plain"],
        folds=_compile(data["folds"]),
        readings=tuple(_compile(zip(row[::2], row[1::2], strict=True)) for row in data["readings"]),
        classes=data["classes"],
        initials=data["initials"],
        palladius=_syllables(data["pinyin"]),
    )


def _compile(pairs: Iterable[Sequence[str]]) -> Rules:
    return tuple((re.compile(pattern), new, find_needles(pattern)) for pattern, new in pairs)


def find_needles(pattern: str) -> tuple[str, ...]:
    """Letters of which some are in whatever the pattern matches, so that others need not be searched; the empty ones, which all words have, where in doubt."""
    bare = _BESIDE.sub("", pattern)
    if "(" in bare or "{" in bare:
        return ("",)
    return tuple(max(_LETTERS.findall(_VARYING.sub(" ", part)), key=len, default="") for part in bare.split("|"))


def _syllables(pinyin: Mapping[str, Any]) -> dict[str, str]:
    made = {i + f: cyrillic + final for i, cyrillic in pinyin["initials"].items() for f, final in pinyin["finals"].items() if i or f in pinyin["alone"]}
    return made | dict(pinyin["whole"])


def is_cyrillic(text: str) -> bool:
    """Whether any letter of the text is Cyrillic."""
    return _CYRILLIC.search(text) is not None


def to_latin(text: str, sounds: SoundTable) -> str:
    """The text in Latin letters after BGN/PCGN, simplified; capitals as told, Latin letters untouched."""
    return re.sub(r"[\w'’]+", lambda match: _latin_word(match.group(), sounds), text)


def _latin_word(word: str, sounds: SoundTable) -> str:
    if not is_cyrillic(word):
        return word
    latin = _spell(word, sounds)
    if word.isupper() and len(word) > 1:
        return latin.upper()
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin


def _spell(word: str, sounds: SoundTable) -> str:
    return "".join(sounds.letters.get(letter, letter) for letter in _apply(word.lower(), sounds.spelling))


def plain_latin(word: str, sounds: SoundTable) -> str:
    """The word in lower-case Latin letters without marks: "Șuță" -> "shuta"."""
    latin = _spell(word, sounds) if is_cyrillic(word) else word.lower()
    if latin.isascii():
        return latin
    latin = "".join(sounds.plain.get(letter, letter) for letter in latin)
    return "".join(letter for letter in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(letter))


@lru_cache(maxsize=KEPT)
def fold(word: str, sounds: SoundTable) -> str:
    """One spelling for all transcriptions of a sound: "Kosherbayev", "Kosherbaev", "Кошербаев" -> "koXerbaev"."""
    return _apply(plain_latin(word, sounds), sounds.folds)


def _apply(text: str, rules: Rules) -> str:
    for pattern, new, needles in rules:
        for needle in needles:  # a loop, not any(): this is asked a hundred times a word
            if needle in text:
                text = pattern.sub(new, text)
                break
    return text


@lru_cache(maxsize=KEPT)
def read_variants(word: str, sounds: SoundTable) -> tuple[str, ...]:
    """The fold of a word, then the folds of its other readings: "Charles" may be read with ch, k, sh or kh."""
    return tuple(dict.fromkeys(_read_variants(word, sounds)))


def _read_variants(word: str, sounds: SoundTable) -> Iterator[str]:
    yield fold(word, sounds)
    if is_cyrillic(word):
        return
    plain = plain_latin(word, sounds)
    for respelled in dict.fromkeys(_apply(plain, rules) for rules in sounds.readings):
        if respelled != plain:
            yield _apply(respelled, sounds.folds)
    chinese = _palladius(plain, sounds)
    if chinese:
        yield fold(chinese, sounds)


def _palladius(plain: str, sounds: SoundTable) -> str:
    """A word made of pinyin syllables in Russian transcription, longest syllables first; empty if it is none."""
    rest = plain.replace("'", "").replace("-", "")
    for size in range(min(LONGEST_SYLLABLE, len(rest)), 0, -1):
        syllable = sounds.palladius.get(rest[:size], "")
        tail = _palladius(rest[size:], sounds) if syllable and size < len(rest) else ""
        if syllable and (tail or size == len(rest)):
            return syllable + tail
    return ""


@lru_cache(maxsize=KEPT)
def consonants(folded: str, sounds: SoundTable) -> str:
    """The classes of the consonants of a folded word, doubled ones once, an initial vowel as A: "koXerbaev" -> "KSRPF"."""
    start = "A" if folded[:1] in tuple("aeiou") else ""
    classes = "".join(sounds.classes.get(letter, "") for letter in folded)
    return start + re.sub(r"(.)\1+", r"\1", classes)
