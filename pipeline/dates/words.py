"""Loads the words and patterns of date expressions, and compiles them to regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.dates.begin import BEFORE, Beginnings
from pipeline.dates.forms import Part
from pipeline.errors import RuleError
from pipeline.resources import load_yaml

MEANINGS = frozenset({"point", "range", "pair", "duration", "set", "ref", "none"})
_HOLE = re.compile(r"\{([a-z_]+)(\d?)\}")


@dataclass(frozen=True, slots=True)
class Slot:
    """Alternatives of one kind of word with what each stands for; without entries the number that the words spell is the value."""

    source: str
    entries: tuple[tuple[re.Pattern[str], Mapping[str, Part]], ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: its regular expression, what it means, which parts are given with it, which slots its groups fill."""

    regex: re.Pattern[str]
    means: str
    parts: Mapping[str, Part]
    slots: Mapping[str, Slot]


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """All that is known of dates in one language."""

    hint: re.Pattern[str]  # a sentence without it holds no date
    patterns: tuple[Pattern, ...]
    begins: Beginnings  # where which of the patterns may match
    numbers: Mapping[str, float]
    future: re.Pattern[str]  # words that put a clause into the future
    past: re.Pattern[str]
    ahead: re.Pattern[str]  # nouns of what is yet to be
    achieved: frozenset[str]  # words with an infinitive for what was done
    agreed: re.Pattern[str]  # verbs of which a day before an infinitive tells when that will be done
    joins: re.Pattern[str]  # what stands between the ends of a range
    ambiguous: frozenset[str]  # words for a month or season that mean something else as well
    before: frozenset[str]  # words before an ambiguous one, or a bare year, that make it a date
    definite: frozenset[str]  # words before a year that make it one even where things in the plural follow: "the 2008 elections"
    indefinite: frozenset[str]  # words before a weekday that make it any such day
    counting: frozenset[str]  # words before a number that make it an amount or a number of something
    plural: re.Pattern[str]  # an expression with a unit in the plural
    titles: bool  # whether names of months begin with a capital
    conjunction: re.Pattern[str]  # those of `joins` that list two dates rather than span the time between
    outside: frozenset[str]  # prepositions after which a date bounds the event, but does not date it
    between: frozenset[str]  # prepositions that open a range
    effective: re.Pattern[str]  # words at the end of what goes before a day from which something holds, before or after that of publication
    planned: re.Pattern[str]  # a verb of planning with such a preposition at the end of what goes before: "scheduled for"
    moved: re.Pattern[str]  # a verb at the end of what goes before a range that leads from the old day to the new one
    purpose: frozenset[str]  # prepositions before a time that something is meant for: "programme for 2030"


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of every language, by its code."""

    languages: Mapping[str, LanguageWords]


def load_date_words() -> DateWords:
    """The knowledge of `resources/dates`; RuleError where a pattern is not well formed."""
    shared = _load("numeric")
    return DateWords({lang: _compile(lang, _load(lang), shared) for lang in ("en", "ru")})


def _load(name: str) -> dict[str, object]:
    data = load_yaml(f"dates/{name}.yml")
    if not isinstance(data, dict):
        raise RuleError(f"dates/{name}.yml: holds a {type(data).__name__}; a mapping is allowed")
    return data


def _mapping(data: Mapping[str, object], key: str) -> dict[str, object]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise RuleError(f"dates: {key}: is {value!r}; a mapping is allowed")
    return value


def _compile(lang: str, data: Mapping[str, object], shared: Mapping[str, object]) -> LanguageWords:
    numbers = {str(word): float(str(value)) for word, value in _mapping(data, "numbers").items()}
    slots = {name: _slot(name, value) for source in (shared, data) for name, value in _mapping(source, "slots").items()}
    spelled = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    slots["number"] = Slot(rf"\d{{1,4}}(?:[.,]\d)?|(?:{spelled})(?:[ -](?:and )?(?:{spelled}))*", ())
    phrases = {name: str(value) for source in (shared, data) for name, value in _mapping(source, "phrases").items()}
    entries = [entry for source in (data, shared) for entry in _patterns(lang, source)]
    patterns = tuple(_pattern(lang, entry, slots, phrases) for entry in entries)
    return LanguageWords(
        hint=_regex(str(data["hint"])),
        patterns=patterns,
        begins=Beginnings(pattern.regex.pattern for pattern in patterns),
        numbers=numbers,
        future=_regex(str(data["future"])),
        past=_regex(str(data["past"])),
        ahead=_regex(str(data["ahead"])),
        achieved=_words(data, "achieved"),
        agreed=re.compile(str(data["agreed"])),
        joins=_regex(str(data["joins"])),
        conjunction=_regex(str(data["conjunction"])),
        ambiguous=_words(data, "ambiguous"),
        before=_words(data, "before"),
        definite=_words(data, "definite"),
        indefinite=_words(data, "indefinite"),
        counting=_words(data, "counting"),
        plural=_regex(str(data["plural"])),
        titles=bool(data["titles"]),
        outside=_words(data, "outside"),
        between=_words(data, "between"),
        effective=_regex(str(data["effective"])),
        planned=_regex(str(data["planned"])),
        moved=_regex(str(data["moved"])),
        purpose=_words(data, "purpose"),
    )


def _words(data: Mapping[str, object], key: str) -> frozenset[str]:
    return frozenset(str(data[key]).split())


def _patterns(lang: str, data: Mapping[str, object]) -> Iterator[dict[str, Part]]:
    entries = data.get("patterns")
    if not isinstance(entries, list):
        raise RuleError(f"dates, {lang}: patterns: is {entries!r}; a list is allowed")
    for entry in entries:
        if not isinstance(entry, dict) or "match" not in entry or entry.get("means") not in MEANINGS:
            raise RuleError(f"dates, {lang}: pattern {entry!r}: allowed is a mapping with `match` and `means`, one of {', '.join(sorted(MEANINGS))}")
        yield entry


def _slot(name: str, value: object) -> Slot:
    if isinstance(value, str):
        return Slot(value, ())
    if not isinstance(value, dict):
        raise RuleError(f"dates: slot {name}: is {value!r}; a pattern or a mapping of patterns to values is allowed")
    entries = tuple((_regex(str(key)), part if isinstance(part, dict) else {name: part}) for key, part in value.items())
    return Slot("|".join(str(key) for key in value), entries)


def _pattern(lang: str, entry: Mapping[str, Part], slots: Mapping[str, Slot], phrases: Mapping[str, str]) -> Pattern:
    expanded, used = _expand(str(entry["match"]), slots, phrases)
    try:
        compiled = _regex(rf"{BEFORE}(?:{expanded})(?!\w)")
    except re.error as error:
        raise RuleError(f"dates, {lang}: pattern {entry['match']!r}: {error}") from error
    parts = {key: value for key, value in entry.items() if key not in {"match", "means"}}
    return Pattern(compiled, str(entry["means"]), parts, used)


def _expand(source: str, slots: Mapping[str, Slot], phrases: Mapping[str, str]) -> tuple[str, dict[str, Slot]]:
    """The pattern with its `{holes}` filled: phrases by their text, slots by named groups."""
    used: dict[str, Slot] = {}

    def fill(match: re.Match[str]) -> str:
        name, index = match.groups()
        if name + index in phrases:
            return f"(?:{_HOLE.sub(fill, phrases[name + index])})"
        if name not in slots:
            raise RuleError(f"dates: pattern {source!r}: unknown slot {name!r}; known are {', '.join(sorted({*slots, *phrases}))}")
        used[name + index] = slots[name]
        return f"(?P<{name}{index}>{slots[name].source})"

    return _HOLE.sub(fill, source), used


def _regex(source: str) -> re.Pattern[str]:
    """For lower-case text; one blank stands for any white space, `" ?"` for none as well."""
    return re.compile(source.replace(" ?", r"\s*").replace(" ", r"\s+"))
