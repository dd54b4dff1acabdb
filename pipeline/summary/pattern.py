"""The notation of a sentence: `{slot}`, `[one|for|each|status]`, and `<what is said only if its slots are known>`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.errors import RuleError

STATUSES = ("occurred", "planned", "proposed", "negated")

_PIECE = re.compile(r"\{(?P<slot>\w+)\}|\[(?P<choice>[^\]]*)\]|<(?P<optional>[^>]*)>|(?P<words>[^{}\[\]<>]+)")


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a pattern: plain words, a slot, words by status, or a part that may be left out."""

    words: str = ""
    slot: str = ""
    choice: tuple[str, ...] = ()
    optional: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence to fill; `needs` are the slots without which it can't be said."""

    pieces: tuple[Piece, ...]
    needs: frozenset[str]


def parse_pattern(text: str) -> Pattern:
    """The pattern; RuleError where its brackets don't close or a choice is not one for each status."""
    pieces = tuple(_parse(text))
    return Pattern(pieces, frozenset(piece.slot for piece in pieces if piece.slot))


def fill_pattern(pattern: Pattern, slots: Mapping[str, str], status: str) -> str:
    """The sentence; slots that are not known are empty or missing."""
    return "".join(_fill(piece, slots, STATUSES.index(status)) for piece in pattern.pieces)


def _parse(text: str) -> Iterator[Piece]:
    at = 0
    for match in _PIECE.finditer(text):
        if match.start() != at:
            break
        at = match.end()
        yield _piece(match, text)
    if at != len(text):
        raise RuleError(f"pattern {text!r}: can't be read from {text[at : at + 20]!r} on; allowed are {{slot}}, [a|b|c|d] and <optional part>")


def _piece(match: re.Match[str], text: str) -> Piece:
    if match["choice"] is not None:
        choice = tuple(match["choice"].split("|"))
        if len(choice) != len(STATUSES):
            raise RuleError(f"pattern {text!r}: [{match['choice']}] has {len(choice)} parts; give one for each of {', '.join(STATUSES)}")
        return Piece(choice=choice)
    if match["optional"] is not None:
        return Piece(optional=tuple(_parse(match["optional"])))
    return Piece(words=match["words"] or "", slot=match["slot"] or "")


def _fill(piece: Piece, slots: Mapping[str, str], status: int) -> str:
    if piece.optional:
        known = all(slots.get(part.slot) for part in piece.optional if part.slot)
        return "".join(_fill(part, slots, status) for part in piece.optional) if known else ""
    if piece.choice:
        return piece.choice[status]
    return slots.get(piece.slot, "") if piece.slot else piece.words
