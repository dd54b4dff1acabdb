"""Tells the lines that belong to the page (navigation, captions, datelines, repeats) from those of the release."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.lang.words import BoilerplateWords

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


def find_boilerplate(lines: Iterable[str], words: BoilerplateWords) -> Iterator[bool]:
    """For each line whether it is to be skipped; of a long line that is repeated, the first one stays."""
    seen: set[str] = set()
    for line in lines:
        plain = " ".join(line.split())
        yield is_boilerplate(plain, words) or plain in seen
        if len(plain) >= words.repeat:
            seen.add(plain)


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
