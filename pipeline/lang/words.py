"""The knowledge that lines are judged by: marks of languages and of boilerplate, compiled once and handed on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pipeline.resources import load_yaml
from pipeline.text.patterns import Pattern, compile_pattern


@dataclass(frozen=True, slots=True)
class BoilerplateWords:
    """Compiled `resources/sources/boilerplate.yml`."""

    lines: frozenset[str]
    starts: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    date_words: frozenset[str]
    repeat: int
    longest: int
    own: tuple[Pattern, ...] = ()  # of the article's source


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """`resources/lang/languages.yml` and the boilerplate."""

    function_words: Mapping[str, frozenset[str]]
    languages: Mapping[str, tuple[str, ...]]  # those that a function word belongs to
    share: float
    distinct: int
    over_english: int
    letters: int
    model_letters: int
    marks: Mapping[str, re.Pattern[str]]
    russian_letters: frozenset[str]
    marker_share: float
    candidates: Mapping[str, tuple[str, ...]]
    boilerplate: BoilerplateWords


def load_language_words() -> LanguageWords:
    """The word lists of both files."""
    data = load_yaml("lang/languages.yml")
    assert isinstance(data, dict)
    function_words = {lang: frozenset(words) for lang, words in data["function_words"].items()}
    return LanguageWords(
        function_words=function_words,
        languages={word: tuple(lang for lang, known in function_words.items() if word in known) for known in function_words.values() for word in known},
        share=data["share"],
        distinct=data["distinct"],
        over_english=data["over_english"],
        letters=data["letters"],
        model_letters=data["model_letters"],
        marks={lang: re.compile(pattern) for lang, pattern in data["marks"].items()},
        russian_letters=frozenset(data["russian_letters"]),
        marker_share=data["marker_share"],
        candidates={script: tuple(langs) for script, langs in data["candidates"].items()},
        boilerplate=_load_boilerplate(),
    )


def add_boilerplate(words: LanguageWords, *, lines: Iterable[str], starts: Iterable[str], patterns: Iterable[str]) -> LanguageWords:
    """The words with the lines of one source that are to be skipped as well: whole ones, by their start, and regular expressions of whole lines."""
    whole = [re.escape(" ".join(line.split())) for line in lines]
    begun = [f"{re.escape(' '.join(start.split()))}.*" for start in starts]
    own = tuple(compile_pattern(pattern, any_case=True) for pattern in (*whole, *begun, *patterns))
    return replace(words, boilerplate=replace(words.boilerplate, own=own))


def _load_boilerplate() -> BoilerplateWords:
    data = load_yaml("sources/boilerplate.yml")
    assert isinstance(data, dict)
    return BoilerplateWords(
        lines=frozenset(data["lines"]),
        starts=tuple(data["starts"]),
        patterns=tuple(re.compile(pattern, re.IGNORECASE) for pattern in data["patterns"]),
        date_words=frozenset(data["date_words"]),
        repeat=data["repeat"],
        longest=data["longest"],
    )
