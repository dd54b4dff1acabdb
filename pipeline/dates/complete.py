"""Fills in what neighbouring expressions of a sentence tell for each other: a year, the day of a clock time, the order of a range's ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.annotate import Span
from pipeline.dates.forms import Form, Part
from pipeline.dates.guards import word_after, word_before
from pipeline.dates.match import lower
from pipeline.dates.tense import clause_tense
from pipeline.dates.words import LanguageWords

NOON = 12
GAP = 5  # characters between a time of day and its date: " on ", ", "
DATED = frozenset({"year", "month", "day", "weekday", "which", "direction"})
CLOCK = frozenset({"hour", "minute", "ampm", "zone", "sign", "offset", "daypart"})
COARSE = frozenset({"month", "season"})


def complete_forms(forms: list[Form], sentence: Span, words: LanguageWords) -> list[Form]:
    """The forms with the tense of their clauses and with what the expression after each tells for both ("14 August to 2 September 1915")."""
    completed: list[Form] = []
    for index, form in reversed(list(enumerate(forms))):
        if completed and not (index and _has_day(form, forms[index - 1], sentence, words)):
            form = replace(form, parts={**form.parts, **_shared(form, completed[-1], sentence, words)})
        if form.means in {"point", "range"} and "year" not in form.parts:
            form = replace(form, tense=clause_tense(form.start, sentence, words))
        if _is_any_season(form, sentence, words):
            form = replace(form, parts={**form.parts, "any": 1})
        completed.append(form)
    return completed[::-1]


def is_last_of_range(first: Form, last: Form, sentence: Span, words: LanguageWords) -> bool:
    """Whether `last` ends a range that `first` begins and tells no year of its own: "from October to March", "Monday through Wednesday"."""
    gap = _gap(first, last, sentence)
    if {"year", "which"} & last.parts.keys() or not last.parts.keys() & (COARSE | {"day", "weekday"}) or last.means != "point":
        return False
    return words.joins.fullmatch(gap) is not None and words.conjunction.fullmatch(gap.strip()) is None


def _shared(form: Form, following: Form, sentence: Span, words: LanguageWords) -> Mapping[str, Part]:
    gap = _gap(form, following, sentence)
    if following.means != "point":
        return {}
    if _shares_year(form, following) and words.joins.fullmatch(gap) is not None:
        return _shared_year(form, following)
    if _is_clock(form) and _is_clock(following) and words.joins.fullmatch(gap) is not None:
        return _shared_half_day(form, following)
    if _is_clock(form) and following.parts.keys() & DATED and len(gap) <= GAP and ";" not in gap:
        return {name: part for name, part in following.parts.items() if name not in CLOCK}
    if _is_relative_day(form) and {"month", "day"} <= following.parts.keys() and gap.strip() in {",", "(", ""}:
        return {"which": 0, **following.parts}
    return {}


def _gap(first: Form, last: Form, sentence: Span) -> str:
    return lower(sentence.text[first.end - sentence.start_char : last.start - sentence.start_char])


def _is_any_season(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """A season that only describes a noun, of no certain year: "severe winter storms"."""
    after = word_after(form, sentence)
    alone = "season" in form.parts and words.titles and " " not in sentence.text[form.start - sentence.start_char : form.end - sentence.start_char]
    return alone and after is not None and after.pos_ == "NOUN" and word_before(form, sentence) not in words.before


def _is_clock(form: Form) -> bool:
    return bool({"hour", "daypart"} & form.parts.keys()) and not DATED & form.parts.keys()


def _has_day(clock: Form, previous: Form, sentence: Span, words: LanguageWords) -> bool:
    """Whether a clock time follows its day at once: "завтра в 10:00"."""
    gap = _gap(previous, clock, sentence)
    return _is_clock(clock) and _is_day(previous) and len(gap) <= GAP and not any(words.conjunction.fullmatch(word) for word in gap.split())


def _is_day(form: Form) -> bool:
    return form.means == "point" and bool({"day", "weekday"} & form.parts.keys() or form.word("span") == "day")


def _is_relative_day(form: Form) -> bool:
    """ "today", "накануне", "on Thursday": where a date follows in apposition it is the same day."""
    return form.word("span") == "day" or ("weekday" in form.parts and "month" not in form.parts)


def _shares_year(form: Form, following: Form) -> bool:
    if not COARSE & form.parts.keys() or {"year", "which", "bc"} & form.parts.keys():
        return False
    return "year" in following.parts and bool(COARSE & following.parts.keys())


def _shared_half_day(form: Form, following: Form) -> dict[str, Part]:
    """ "2:00 - 2:45 p.m.", "11:30 - 12:00 p.m."."""
    if "ampm" in form.parts or not following.word("ampm") or (form.number("hour") or 0) > NOON:
        return {}
    before = (form.number("hour") or 0) % NOON > (following.number("hour") or 0) % NOON
    return {"ampm": following.word("ampm")} if not before else {"ampm": "AM"}


def _shared_year(form: Form, following: Form) -> dict[str, Part]:
    year, month, last = following.number("year") or 0, form.number("month"), following.number("month")
    return {"year": year - 1 if month is not None and last is not None and month > last else year}
