"""Judges the language of lines: script first, then letters and small words; a model is asked only for documents that leave it open."""

from __future__ import annotations

import re

from pipeline.lang.detect import detect_language
from pipeline.lang.words import LanguageWords

SAMPLE = 5000  # characters of a line that are looked at

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]+")
_WORD = re.compile(r"[^\W\d_]+")


def find_script(line: str) -> str:
    """latin, cyrillic, other, or empty for a line without letters: the script of most of its letters.

    A third is enough for Cyrillic: Russian sentences are full of names of firms in Latin script, English ones transliterate.
    """
    sample = line[:SAMPLE]
    if sample.isascii():
        return "latin" if _LATIN.search(sample) is not None else ""
    latin, cyrillic, letters = (sum(map(len, pattern.findall(sample))) for pattern in (_LATIN, _CYRILLIC, _WORD))
    other = letters - latin - cyrillic
    if latin + cyrillic + other == 0:
        return ""
    if other > max(latin, cyrillic):
        return "other"
    return "cyrillic" if 2 * cyrillic >= latin else "latin"


def judge_line(line: str, script: str, words: LanguageWords) -> str:
    """The language of a line of that script (ISO 639-1), or empty where it tells nothing by itself."""
    sample = line[:SAMPLE].casefold()
    if sum(map(len, _WORD.findall(sample))) < words.letters:
        return ""
    if script == "cyrillic":
        return _judge_marks(sample, words)
    return _judge_words(sample, words) if script == "latin" else ""


def judge_document(sample: str, script: str, words: LanguageWords) -> str:
    """The language of a document of that script none of whose lines told theirs, or empty."""
    sample = sample[:SAMPLE].casefold()
    told = judge_line(sample, script, words)
    found = _WORD.findall(sample)
    accents = script == "latin" and sum(not word.isascii() for word in found) >= words.distinct
    if told or not (accents or script == "other" or sum(map(len, found)) >= words.model_letters):
        return told
    return detect_language(sample, words.candidates[script])


def _judge_marks(sample: str, words: LanguageWords) -> str:
    found = _WORD.findall(sample)
    marked = {
        lang: sum(pattern.search(word) is not None for word in found) if pattern.search(sample) is not None else 0 for lang, pattern in words.marks.items()
    }
    best = max(marked, key=lambda lang: marked[lang])
    if marked[best] >= max(words.distinct, words.marker_share * len(found)):
        return best
    return "" if words.russian_letters.isdisjoint(sample) else "ru"


def _judge_words(sample: str, words: LanguageWords) -> str:
    found = _WORD.findall(sample)
    hits: dict[str, list[str]] = {lang: [] for lang in words.function_words}
    for word in found:
        for lang in words.languages.get(word, ()):
            hits[lang].append(word)
    best = max(hits, key=lambda lang: len(hits[lang]))
    if len(hits[best]) < words.share * len(found) or len(set(hits[best])) < words.distinct:
        return ""
    return best if best == "en" or len(hits[best]) > words.over_english * len(hits["en"]) else ""
