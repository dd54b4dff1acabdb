"""What the matcher hands to the resolver: a date expression taken apart, not yet placed on the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Part = int | float | str


@dataclass(frozen=True, slots=True)
class Form:
    """One expression. `means` names how it is read: point, range, duration, set, ref or none."""

    start: int  # characters of the article
    end: int
    means: str
    lang: str
    parts: Mapping[str, Part] = field(default_factory=dict)
    tense: str = ""  # past, present, future, or empty: of the clause that it stands in

    def number(self, name: str) -> int | None:
        """A part as a whole number, or None."""
        value = self.parts.get(name)
        return int(value) if isinstance(value, (int, float)) else None

    def word(self, name: str) -> str:
        """A part as text, or the empty string."""
        value = self.parts.get(name)
        return value if isinstance(value, str) else ""
