"""Tells which patterns may match at a place by the letters there, so that they need not all be tried at every word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from re import _constants, _parser  # type: ignore[attr-defined]  # how `re` itself reads an expression; alike in all versions supported
from typing import Any

BEFORE = r"(?<![\w№$€£])(?<!\w\.)"  # an expression is no part of a word, an amount or an abbreviation
LETTERS = 3  # of a beginning that are looked at
KNOWN = 20_000  # beginnings that are remembered
WIDEST = 40  # letters of a set that are told one by one
ANY = "\0"  # after what whatever may follow
ARTICLE = "the "  # half of all patterns may begin with it: the letters behind it are looked at

_PLACE = re.compile(rf"{BEFORE}(?:\w+|\W)")
_FIGURE, _BLANK = re.compile(r"\d"), re.compile(r"\s")
_CLASSES = {_constants.CATEGORY_DIGIT: "0", _constants.CATEGORY_SPACE: " "}
_EMPTY = {_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT}
Items = list[tuple[Any, Any]]

_REPEATS = {_constants.MAX_REPEAT, _constants.MIN_REPEAT}


class Beginnings:
    """What may match where."""

    def __init__(self, sources: Iterable[str]) -> None:
        """`sources` are regular expressions for lower-case text."""
        self._patterns: dict[tuple[str, str], list[int]] = {}  # by what is passed over, and the letters behind it
        for number, source in enumerate(sources):
            items = list(_parser.parse(source))
            for passed in ("", ARTICLE):
                for letters in _find_openings(items, passed):
                    self._patterns.setdefault((passed, letters), []).append(number)
        self._open = lru_cache(KNOWN)(self._find_open)

    def find(self, text: str) -> Iterator[tuple[int, Sequence[int]]]:
        """Places in lower-case `text` where something may begin, in order, each with the numbers of the patterns that may match there."""
        for place in _PLACE.finditer(text):
            start = place.start()
            passed = ARTICLE if text.startswith(ARTICLE, start) else ""
            first = start + len(passed)
            if numbers := self._open(passed, text[first : first + LETTERS]):
                yield start, numbers

    def _find_open(self, passed: str, letters: str) -> tuple[int, ...]:
        folded = _fold(letters)
        return tuple(sorted({number for size in range(LETTERS + 1) for number in self._patterns.get((passed, folded[:size]), ())}))


def _fold(letters: str) -> str:
    return _BLANK.sub(" ", _FIGURE.sub("0", letters))


def find_openings(source: str, *, behind: str = "") -> frozenset[str]:
    """The letters with which a match of a regular expression may begin, three at most, fewer where anything may follow; a figure as 0.

    Of matches that begin with `behind` the letters that follow it.
    """
    return _find_openings(list(_parser.parse(source)), behind)


def _find_openings(items: Items, behind: str) -> frozenset[str]:
    left = [items]
    for letter in behind:
        left = [rest for items in left for rest in _pass(items, letter)]
    return frozenset(letters.removesuffix(ANY) for items in left for letters in _sequence(items))


def _pass(items: Items, letter: str) -> Iterator[Items]:
    """What may be left of items one after the other, when the letter has been matched; nothing where none can match it."""
    if not items:
        yield []
        return
    (operator, argument), *rest = items
    if operator is _constants.BRANCH:
        for branch in argument[1]:
            yield from _pass([*branch, *rest], letter)
    elif operator is _constants.SUBPATTERN:
        yield from _pass([*argument[3], *rest], letter)
    elif operator in _REPEATS:
        least, most, inner = argument
        again = [(operator, (max(least - 1, 0), most - 1, inner))] if most > 1 else []
        yield from _pass([*inner, *again, *rest], letter)
        if least == 0:
            yield from _pass(rest, letter)
    elif operator in _EMPTY:
        yield from _pass(rest, letter)
    elif not _item(operator, argument).isdisjoint({letter, ANY}):
        yield rest


def _sequence(items: Iterable[tuple[Any, Any]]) -> set[str]:
    """The beginnings of one item after the other; those that end with ANY are at their end."""
    found = {""}
    for operator, argument in items:
        found = _joined(found, _item(operator, argument))
        if all(_is_full(letters) for letters in found):
            break
    return found


def _joined(first: set[str], second: set[str]) -> set[str]:
    full = {letters for letters in first if _is_full(letters)}
    return full | {(a + b)[:LETTERS] for a, b in product(first - full, second)}


def _is_full(letters: str) -> bool:
    return len(letters) == LETTERS or letters.endswith(ANY)


def _item(operator: Any, argument: Any) -> set[str]:
    if operator is _constants.LITERAL:
        return {_fold(chr(argument))}
    if operator is _constants.IN:
        return set(_letters(argument))
    if operator is _constants.BRANCH:
        return set().union(*map(_sequence, argument[1]))
    if operator is _constants.SUBPATTERN:
        return _sequence(argument[3])
    if operator in _REPEATS:
        return _repeated(*argument)
    return {""} if operator in _EMPTY else {ANY}


def _letters(items: Sequence[tuple[Any, Any]]) -> Iterator[str]:
    """The letters of a set such as `[a-z]`."""
    for operator, argument in items:
        if operator is _constants.LITERAL:
            yield _fold(chr(argument))
        elif operator is _constants.RANGE and argument[1] - argument[0] < WIDEST:
            yield from (_fold(chr(code)) for code in range(argument[0], argument[1] + 1))
        else:
            yield _CLASSES.get(argument, ANY) if operator is _constants.CATEGORY else ANY


def _repeated(least: int, most: int, items: Sequence[tuple[Any, Any]]) -> set[str]:
    once, found = _sequence(items), {""}
    for _ in range(min(least, LETTERS)):
        found = _joined(found, once)
    told = set(found)
    for _ in range(min(most - least, LETTERS)):
        found = _joined(found, once)
        told |= found
    return told
