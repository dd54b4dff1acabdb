"""Texts as a reader sees them: without invisible characters, letters composed, look-alikes of the other script as what they are taken for.

What is found in such a text is told where it stands in the text as it came: `restore` moves every offset back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

HIDDEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
MARKS = "\u0300-\u036f\u0483-\u0489"  # combine with the letter before them
SHAPED = "\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff"  # ligatures, wide letters, mathematical letters: other shapes of plain ones
LATIN = "ABCEHKMOPTXYaceopxyËë"
CYRILLIC = "АВСЕНКМОРТХУасеорхуЁё"
JOINED = r"[A-Za-zËë][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-zËë]"
LONE = r"(?:(?<=[\u0400-\u04ff,»] )[acoy]|(?:^|(?<=[.!?…»] ))[ABCOKY])(?= [«\u0400-\u04ff])"  # a preposition or conjunction: «вместе c мэром»

SPANS = (("start", "end", ("text", "sentence")), ("trigger_start", "trigger_end", ("trigger",)))  # offsets, and what quotes the words between them

_ODD = re.compile(f"[{HIDDEN}{MARKS}{SHAPED}]|{JOINED}|{LONE}", re.MULTILINE)
_PIECE = re.compile(f"(?P<plain>[^{HIDDEN}{SHAPED}{MARKS}]+(?![{MARKS}]))|[{HIDDEN}]|[{SHAPED}]|.[{MARKS}]+|.", re.DOTALL)
_HIDDEN, _SHAPED = re.compile(f"[{HIDDEN}]"), re.compile(f"[{SHAPED}]")
_WORD = re.compile(r"[^\W\d_]+")
_LONE = re.compile(LONE, re.MULTILINE)
_IS_LATIN, _IS_CYRILLIC = re.compile(r"[A-Za-zËë]"), re.compile(r"[\u0400-\u04ff]")
_TO_CYRILLIC, _TO_LATIN = str.maketrans(LATIN, CYRILLIC), str.maketrans(CYRILLIC, LATIN)

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class VisibleText:
    """A text as it is seen, and where each of its characters starts and ends in the text as it came."""

    text: str
    original: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the original of the characters `start` to `end`."""
        return self.starts[start], self.ends[end - 1]


def make_visible(text: str) -> VisibleText | None:
    """The text as it is seen; None where it came so, as nearly all texts do."""
    if _ODD.search(text) is None:
        return None
    kept = list(_characters(text))
    seen = "".join(char for char, _, _ in kept)
    mostly_latin = len(_IS_LATIN.findall(seen)) > len(_IS_CYRILLIC.findall(seen))
    words = _WORD.sub(lambda word: _one_script(word[0], mostly_latin=mostly_latin), seen)
    words = _LONE.sub(lambda letter: letter[0].translate(_TO_CYRILLIC), words)
    return VisibleText(words, text, tuple(start for _, start, _ in kept), tuple(end for _, _, end in kept))


def restore(found: Found, visible: VisibleText) -> Found:
    """A record, and all records in it, with offsets and quoted words of the text as it came."""
    return cast(Found, _restore(found, visible))


def _restore(found: object, visible: VisibleText) -> object:
    if isinstance(found, tuple):
        return tuple(_restore(item, visible) for item in found)
    if not is_dataclass(found) or isinstance(found, type):
        return found
    values: dict[str, Any] = {field.name: getattr(found, field.name) for field in fields(found)}
    changed = {name: _restore(value, visible) for name, value in values.items() if isinstance(value, tuple) or is_dataclass(value)}
    for first, last, quotes in SPANS:
        start, end = values.get(first, 0), values.get(last, 0)
        if 0 <= start < end <= len(visible.text):
            there = slice(*visible.span(start, end))
            same = [name for name in quotes if values.get(name) == visible.text[start:end]]
            changed |= {first: there.start, last: there.stop, **dict.fromkeys(same, visible.original[there])}
    return replace(found, **changed)


def _characters(text: str) -> Iterator[tuple[str, int, int]]:
    """Each character that is seen, and where it starts and ends in the text."""
    for match in _PIECE.finditer(text):
        start, end = match.span()
        if match["plain"]:
            yield from zip(match[0], range(start, end), range(start + 1, end + 1), strict=True)
        else:
            yield from ((char, start, end) for char in _see(match[0]))


def _see(piece: str) -> str:
    """What is seen of a character with its marks: letters that have marks of their own (й) keep them, stress marks («Влади́мир») are left out."""
    if _HIDDEN.match(piece):
        return ""
    if len(piece) == 1:
        return unicodedata.normalize("NFKC", piece) if _SHAPED.match(piece) else piece
    composed = unicodedata.normalize("NFC", piece[:2])
    return composed if len(composed) == 1 else piece[0]


def _one_script(word: str, *, mostly_latin: bool) -> str:
    """A word of both scripts in the one that all its letters can be of; where that is both, in that of the text."""
    latin, cyrillic = _IS_LATIN.findall(word), _IS_CYRILLIC.findall(word)
    if not latin or not cyrillic:
        return word
    surely_latin, surely_cyrillic = any(char not in LATIN for char in latin), any(char not in CYRILLIC for char in cyrillic)
    if surely_latin and surely_cyrillic:
        return word
    if surely_latin or (mostly_latin and not surely_cyrillic):
        return word.translate(_TO_LATIN)
    return word.translate(_TO_CYRILLIC)
