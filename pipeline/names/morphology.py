"""The one file of names that meets pymorphy (through natasha): readings of Russian words and their inflection."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from pipeline.annotate import load_vocabulary

KNOWN = 8_000  # words of which is remembered what was asked
QUALIFYING = frozenset({"ADJF", "PRTF", "anim"})

CYRILLIC = re.compile("[А-Яа-яЁё]")


class Reading(NamedTuple):
    """One way to read a word form. Tags are those of OpenCorpora: NOUN, ADJF, Name, Surn, Patr, Geox, gent, femn, plur..."""

    normal: str
    tags: frozenset[str]
    score: float
    known: bool  # whether the dictionary holds the word

    def has(self, *tags: str) -> bool:
        """Whether all `tags` are told of this reading."""
        return self.tags.issuperset(tags)


class Morphology:
    """Holds the loaded dictionary and remembers the words it was asked for."""

    def __init__(self) -> None:
        self._vocab = load_vocabulary()
        self.readings = lru_cache(KNOWN)(self._find_readings)
        self.lemmas = lru_cache(KNOWN)(self._find_lemmas)
        self.may_mean_people = lru_cache(KNOWN)(self._find_people)
        self._inflected = lru_cache(KNOWN)(self._inflect)

    def _find_readings(self, word: str) -> tuple[Reading, ...]:
        """All readings, the likeliest first; empty for what is no Russian word."""
        word = word.lower()
        known = bool(self._vocab.word_is_known(word))
        return tuple(_reading(form, known) for form in self._vocab.parse(word))

    def _find_lemmas(self, word: str) -> frozenset[str]:
        """Dictionary forms of all readings, with `ё` as `е`; of participles that are nouns as well ("управляющим") the masculine, too."""
        readings = self.readings(word) if CYRILLIC.search(word) else ()
        is_noun = any(r.has("Subx", "PRTF") for r in readings)
        nouns = {self.inflect(word, frozenset({"PRTF", "Subx"}), frozenset({"nomn", "sing", "masc"}))} if is_noun else set()
        return frozenset(lemma.replace("ё", "е") for lemma in {*(r.normal for r in readings), *nouns} if lemma)

    def _find_people(self, word: str) -> bool:
        """Whether a reading of the word is an adjective or participle, or a noun for what lives; of a word unknown, whether one may be."""
        return any(r.tags & QUALIFYING or not r.known for r in self.readings(word))

    def inflect(self, word: str, wanted: frozenset[str], grammemes: frozenset[str]) -> str:
        """`word` put into `grammemes`, read as the first reading that has all `wanted` tags, one that never changes last ("Анне" as a name of its own);
        empty where there is none. Capitals are kept."""
        made = self._inflected(word.lower(), wanted, grammemes)
        return restore_case(made, word) if made else ""

    def _inflect(self, word: str, wanted: frozenset[str], grammemes: frozenset[str]) -> str:
        fitting = (form for form in self._vocab.parse(word) if wanted <= form.tag.grammemes)
        form = min(fitting, key=lambda form: {"Name", "Fixd", "femn"} <= form.tag.grammemes, default=None)
        return _inflected(form, grammemes) if form is not None else ""


def _reading(form: Any, known: bool) -> Reading:
    return Reading(form.normal, frozenset(form.tag.grammemes), float(form.score), known)


def _inflected(form: Any, grammemes: frozenset[str]) -> str:
    found = form.inflect(set(grammemes))
    return str(found[0]) if found is not None else ""


def restore_case(word: str, model: str) -> str:
    """`word` with capitals where `model` has them: at its start and after each hyphen, or throughout."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    parts, models = word.split("-"), model.split("-")
    if len(parts) != len(models):
        return word[:1].upper() + word[1:] if model[:1].isupper() else word
    return "-".join(p[:1].upper() + p[1:] if m[:1].isupper() else p for p, m in zip(parts, models, strict=True))
