"""Regular expressions that a user wrote, bounded in time; the one place that knows `regex`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from pipeline.errors import InputError

LONGEST = 2000  # characters of an expression
SECONDS = 1.0  # that one search may take


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled expression. Each of its searches raises InputError where it takes longer than `SECONDS`, as `(a|aa)*b` does."""

    source: str
    compiled: regex.Pattern[str]

    def search(self, text: str) -> regex.Match[str] | None:
        """The first match."""
        return self._bounded(self.compiled.search, text)

    def fullmatch(self, text: str) -> regex.Match[str] | None:
        """The match of the whole text."""
        return self._bounded(self.compiled.fullmatch, text)

    def _bounded(self, find: object, text: str) -> regex.Match[str] | None:
        assert callable(find)
        try:
            found: regex.Match[str] | None = find(text, timeout=SECONDS)
        except TimeoutError as error:
            raise InputError(f"the expression {self.source!r} takes more than {SECONDS:.0f} second on this text; make it simpler") from error
        return found


@lru_cache(1000)
def compile_pattern(source: str, *, any_case: bool = False, lines: bool = False) -> Pattern:
    """The expression, compiled once; ValueError if it is none or too long. `any_case` ignores case, `lines` lets ^ and $ match at lines."""
    if len(source) > LONGEST:
        raise ValueError(f"a regular expression of {len(source)} characters; at most {LONGEST} are read")
    try:
        return Pattern(source, regex.compile(source, (regex.IGNORECASE if any_case else 0) | (regex.MULTILINE if lines else 0)))
    except (regex.error, RecursionError, OverflowError) as error:
        raise ValueError(f"no regular expression: {error}") from error
