"""One word of a sentence as the finders of actors see it."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.annotate.sentences import load_sentence_words

ARTICLE = re.compile("(?:[ae](?:l|n|r|s|sh|d|z|t)|ul|bin|ibn|[аэ](?:ль|л|н|р|с|ш|д|з|т)|уль|бин|ибн|бен)-[A-ZА-ЯЁ]")
DOUBLE = frozenset({"Дж", "Дз"})  # initials of two letters: «Дж. Смит»
LATIN = load_sentence_words().initials  # of Cyrillic letters: "Sh. Karimov"


class Unit(NamedTuple):
    """One word, perhaps of several tokens ("Calmy-Rey", "И."). Offsets are tokens of the document."""

    text: str
    low: str
    cap: bool  # whether the word begins with a capital letter, behind an article such as that of "al-Sisi" too
    lemmas: frozenset[str]
    forms: frozenset[str]  # `low` and `lemmas`
    start: int
    end: int
    pos: str
    ent: str  # label of the named entity, or empty
    ent_start: bool
    cases: frozenset[str]  # Case of the tagger, Russian only
    number: str
    gender: str  # of the tagger, Russian only
    space: bool  # whether white space follows
    dated: bool = False  # whether this is a day or month, no part of a name

    @property
    def initial(self) -> bool:
        """Whether this is an initial or a run of them: "A.", "И.", "G.M.", "Sh."."""
        letters = self.text.replace(".", "").replace("-", "")
        return (
            self.text.endswith(".")
            and self.text[:1].isupper()
            and len(letters) <= 3
            and all(len(part) == 1 or part in DOUBLE or part in LATIN for part in self.text.rstrip(".").split("."))
        )


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital letter, behind an article such as that of "al-Sisi" too."""
    return word[:1].isupper() or ("-" in word and ARTICLE.match(word) is not None)
