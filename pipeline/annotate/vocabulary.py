"""The Russian dictionary: pymorphy's, through natasha, loaded once for all that ask it."""

from __future__ import annotations

from functools import lru_cache

from natasha import MorphVocab
from natasha.morph.vocab import MorphForm

KNOWN = 4_000  # words whose forms are remembered, about 2 kB each: those who ask keep what they made of them


class Vocabulary(MorphVocab):  # type: ignore[misc]
    """natasha's, with a smaller memory."""

    def __init__(self) -> None:
        super().__init__()
        self._parse = lru_cache(KNOWN)(MorphVocab.parse.__wrapped__)

    def parse(self, word: str) -> list[MorphForm]:
        """All that the word may be a form of, the likeliest first."""
        return self._parse(self, word)  # type: ignore[no-any-return]

    __call__ = parse


@lru_cache(1)
def load_vocabulary() -> Vocabulary:
    """The dictionary; takes half a second the first time."""
    return Vocabulary()
