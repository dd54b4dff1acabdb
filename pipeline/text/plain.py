"""What is printed on a terminal: the words of documents must not move its cursor, change its title, or turn its lines around."""

from __future__ import annotations

import io
import re
from typing import TextIO

_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def make_plain(text: str) -> str:
    """The text with U+FFFD for every character that acts on a terminal; line feeds and tabs stay."""
    return _ACTING.sub("\ufffd", text)


class PlainOutput(io.TextIOBase):
    """Passes on what is printed, as plain text; what the terminal's encoding lacks is written as its code."""

    def __init__(self, target: TextIO) -> None:
        self._target = target
        if isinstance(target, io.TextIOWrapper):
            target.reconfigure(errors="backslashreplace")

    def write(self, text: str) -> int:
        """Writes the text; its length."""
        self._target.write(make_plain(text))
        return len(text)

    def flush(self) -> None:
        """Writes what waits."""
        self._target.flush()

    def isatty(self) -> bool:
        """Whether somebody watches."""
        return self._target.isatty()

    def fileno(self) -> int:
        """The number of the file behind it."""
        return self._target.fileno()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """That of the target."""
        return self._target.encoding
