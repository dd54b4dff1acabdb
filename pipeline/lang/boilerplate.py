"""Tells the lines that belong to the page (navigation, captions, datelines, repeats) from those of the release."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from pipeline.lang.words import BoilerplateWords

LEAST = 2  # days without which there is no chronicle
LONGEST = 30  # characters of a line that is nothing but a day
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


def find_boilerplate(lines: Iterable[str], words: BoilerplateWords) -> Iterator[bool]:
    """For each line whether it is to be skipped; of a long line that is repeated, the first one stays, as do the days that head parts of a chronicle."""
    seen: set[str] = set()
    plain_lines = [" ".join(line.split()) for line in lines]
    heads = _find_heads(plain_lines, words)
    for plain in plain_lines:
        yield plain not in heads and (is_boilerplate(plain, words) or plain in seen)
        if len(plain) >= words.repeat:
            seen.add(plain)


def _find_heads(lines: Iterable[str], words: BoilerplateWords) -> frozenset[str]:
    """The lines that are nothing but a day, told in words, with text below each; none where there is only one: the day of the release."""
    told = [line for line in lines if line]
    heads = {line for line, below in pairwise(told) if _is_day(line, words) and not is_boilerplate(below, words)}
    return frozenset(heads) if len(heads) >= LEAST else frozenset()


def _is_day(line: str, words: BoilerplateWords) -> bool:
    return len(line) <= LONGEST and _WORD.search(line) is not None and ":" not in line.strip(":") and _is_dateline(line.casefold(), words)


def is_boilerplate(line: str, words: BoilerplateWords) -> bool:
    """True for a line that is never part of a release, whatever stands around it."""
    if any(pattern.fullmatch(line) for pattern in words.own):
        return True
    if not line or len(line) > words.longest:
        return False
    lowered = line.casefold()
    if lowered.strip(" :.…!-–—") in words.lines or lowered.startswith(words.starts):
        return True
    return _is_dateline(lowered, words) or any(pattern.fullmatch(line) for pattern in words.patterns)


def _is_dateline(lowered: str, words: BoilerplateWords) -> bool:
    return _DIGIT.search(lowered) is not None and words.date_words.issuperset(_WORD.findall(lowered))
