"""Finds date expressions in the text of a sentence by the patterns of its language; overlaps go to the longest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from pipeline.annotate import Span
from pipeline.dates.forms import Form, Part
from pipeline.dates.guards import is_plausible
from pipeline.dates.words import LanguageWords, Pattern, Slot

_FIGURES = re.compile(r"\d+(?:[.,]\d+)?")
_WORDS = re.compile(r"\w+")
_SUFFIX = re.compile(r"-?[^\W\d]+")  # of a number: "15th", "15-го"


class _Candidate(NamedTuple):
    order: tuple[int, int, int]  # longest first, then as told, then as the patterns are listed
    match: re.Match[str]
    pattern: Pattern


def find_forms(sentence: Span, words: LanguageWords) -> list[Form]:
    """The expressions of one analysed sentence in order, not overlapping."""
    text, offset = lower(sentence.text), sentence.start_char
    if words.hint.search(text) is None:
        return []
    taken: list[tuple[int, int]] = []
    forms: list[Form] = []
    waiting = list(_candidates(text, words))
    heapify(waiting)
    while waiting:
        candidate = heappop(waiting)
        _, match, pattern = candidate
        start, end = match.span()
        before = max((last for first, last in taken if start < last and first < end), default=None)
        if before is not None:
            _add_rest(waiting, candidate, before)
        if start == end or before is not None:
            continue
        found = list(_forms(match, pattern, offset, sentence.label_, words))
        if all(is_plausible(form, sentence, words) for form in found):
            taken.append((start, end))
            forms.extend(found)
    return sorted((form for form in forms if form.means != "none"), key=lambda form: form.start)


def _add_rest(waiting: list[_Candidate], candidate: _Candidate, begin: int) -> None:
    """What is left of an expression whose beginning belongs to a longer one: "12 мая" of "пятницу, 12 мая" in "минувшую пятницу, 12 мая"."""
    rest = candidate.pattern.regex.search(candidate.match.string, begin, candidate.match.end())
    if rest is not None and rest.end() == candidate.match.end():
        heappush(waiting, _Candidate((rest.start() - rest.end(), rest.start(), candidate.order[2]), rest, candidate.pattern))


def lower(text: str) -> str:
    """Lower-case, character by character, so that offsets stay."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _candidates(text: str, words: LanguageWords) -> Iterator[_Candidate]:
    """All matches of all patterns, those of one pattern not overlapping; they are tried only where they may match."""
    ends = [0] * len(words.patterns)
    for start, numbers in words.begins.find(text):
        for number in numbers:
            pattern = words.patterns[number]
            if start >= ends[number] and (match := pattern.regex.match(text, start)) is not None:
                ends[number] = match.end()
                yield _Candidate((start - match.end(), start, number), match, pattern)


def _forms(match: re.Match[str], pattern: Pattern, offset: int, lang: str, words: LanguageWords) -> Iterator[Form]:
    parts = {**pattern.parts, **_parts(match, pattern.slots, words.numbers)}
    text = match.group()
    start = match.start() + len(text) - len(text.lstrip())
    end = match.end() - (len(text) - len(text.rstrip()))
    if pattern.means != "pair":
        yield Form(start + offset, end + offset, pattern.means, lang, parts)
        return
    starts = {match.start(name): name[-1] for name in match.re.groupindex if name[-1].isdigit() and match.start(name) >= 0}
    points = sorted({start: "", **starts}.items())
    shared = {name: value for name, value in parts.items() if not name[-1].isdigit()}
    for (first, index), (following, _) in zip(points, [*points[1:], (end, "")], strict=True):
        last = end if following == end else _end_before(match, following)
        yield Form(first + offset, last + offset, "point", lang, shared | {name[:-1]: value for name, value in parts.items() if index and name[-1] == index})


def _end_before(match: re.Match[str], following: int) -> int:
    """Where the point that goes before the one at `following` ends: behind its last group with the letters that belong to it ("15th")."""
    last = max(match.end(name) for name in match.re.groupindex if 0 <= match.start(name) < following)
    suffix = _SUFFIX.match(match.string, last, following)
    return last if suffix is None else suffix.end()


def _parts(match: re.Match[str], slots: Mapping[str, Slot], numbers: Mapping[str, float]) -> dict[str, Part]:
    """What the groups of a match stand for."""
    parts: dict[str, Part] = {}
    for name, text in match.groupdict().items():
        if text is None:
            continue
        slot, index = slots.get(name), name[-1] if name[-1].isdigit() else ""
        if slot is not None and slot.entries:
            parts.update({key + index: value for key, value in _entry(slot, text).items()})
        else:
            parts[name] = parse_number(text, numbers)
    return parts


def _entry(slot: Slot, text: str) -> Mapping[str, Part]:
    return next((parts for regex, parts in slot.entries if regex.fullmatch(text)), {})


def parse_number(text: str, numbers: Mapping[str, float]) -> float | int:
    """A number told in figures ("1,5") or words ("twenty-five", "двадцать пять"); words that are none count as nothing."""
    if _FIGURES.fullmatch(text):
        value = float(text.replace(",", "."))
        return int(value) if value.is_integer() else value
    total = 0.0
    for word in _WORDS.findall(text.lower()):
        value = numbers.get(word, 0.0)
        total = max(total, 1.0) * value if value == 100 else total + value
    return int(total) if total.is_integer() else total
