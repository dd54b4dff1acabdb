"""The knowledge that sentences are made of, from `resources/summary/`: one file a language, validated as it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import RuleError
from pipeline.names.gazetteer import russian_city_names
from pipeline.names.morphology import Morphology
from pipeline.resources import load_yaml
from pipeline.summary.pattern import Pattern, parse_pattern

LANGUAGES = ("en", "ru")


class Joined(BaseModel):
    """How names are put in a row: no more than `most`, then how many others there are."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    others: str
    last: str
    most: int
    more: str


class Articles(BaseModel):
    """When English puts which article: words of names and titles, and regular expressions."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    first: frozenset[str]
    last: frozenset[str]
    whole: frozenset[str]
    definite: frozenset[str]
    determiners: frozenset[str]
    mass: frozenset[str]
    vowel: re.Pattern[str]
    head_ends: re.Pattern[str]
    plural: re.Pattern[str]
    at: frozenset[str]


class DateForms(BaseModel):
    """How a date of each precision is said."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    day: str
    same_month: str
    same_year: str
    range: str
    week: str
    month: str
    quarter: str
    half: str
    year: str
    years: str
    decade: str
    about: str
    about_day: str
    reported: str


class LanguageFile(BaseModel):
    """One file of `resources/summary/`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    tail: str
    proposed: str
    patterns: Mapping[str, tuple[str, ...]]
    own_tail: frozenset[str]
    variants: Mapping[str, Mapping[str, re.Pattern[str]]]
    joined: Joined
    quotes: str
    longest: int
    empty: frozenset[str]
    priced: re.Pattern[str]
    drop: re.Pattern[str]
    rewritten: Mapping[str, str] = {}
    in_place: Mapping[str, str]
    money: str
    documents: Mapping[str, str]
    articles: Articles | None = None
    months: tuple[str, ...]
    named_months: tuple[str, ...] = ()
    seasons: Mapping[int, str]
    dates: DateForms
    preposition: re.Pattern[str] | None = None
    ordinals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LanguageForms:
    """The words of one language, its patterns by type of event ready to be filled."""

    lang: str
    words: LanguageFile
    patterns: Mapping[str, tuple[Pattern, ...]]


@dataclass(frozen=True, eq=False)
class SummaryWords:
    """Both languages, the dictionary by which Russian titles are put into the nominative, and Russian names of cities by their English ones."""

    languages: tuple[LanguageForms, ...]
    morphology: Morphology
    cities: Mapping[str, str]


def load_summary_words() -> SummaryWords:
    """The words that ship with the program; RuleError if a file is not well formed."""
    return SummaryWords(tuple(load_forms(lang) for lang in LANGUAGES), Morphology(), dict(russian_city_names()))


def load_forms(lang: str) -> LanguageForms:
    """The words of one language, en or ru."""
    try:
        words = LanguageFile.model_validate(load_yaml(f"summary/{lang}.yml"))
    except ValidationError as error:
        first = error.errors()[0]
        raise RuleError(f"summary/{lang}.yml, {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    patterns = {kind: tuple(parse_pattern(text if kind in words.own_tail else text + words.tail) for text in texts) for kind, texts in words.patterns.items()}
    return LanguageForms(lang, words, patterns)
