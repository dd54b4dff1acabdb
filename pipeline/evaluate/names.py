"""Tells whether a found name is the annotated one: alike up to inflection, short forms and titles; part of the evaluation alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import cast

from pipeline.resources import load_yaml

SHORTEST_STEM = 4  # letters that two forms of a word must share
LONGEST_ENDING = 4  # letters by which one form may be longer than what they share
SHED = 3  # letters that the shorter form may have of its own


@dataclass(frozen=True, slots=True)
class NameMatcher:
    """The words that say little about whose name it is."""

    generic: frozenset[str]
    office_stems: tuple[str, ...]

    def is_same_name(self, gold: str, form: str) -> bool:
        """Does the form hold all telling words of the gold name, or is it a part of that name with its key word?"""
        wanted, told = find_words(gold), find_words(form)
        if not wanted or not told:
            return False
        if _is_covered(self._telling(wanted), told):
            return True
        return _is_covered(self._telling(told), wanted) and _is_known(self._key_word(wanted), told)

    def _telling(self, words: list[str]) -> list[str]:
        return [word for word in words if word not in self.generic and len(word) > 1] or words

    def _key_word(self, words: list[str]) -> str:
        """The surname, which stands first before initials ("Orlov P.S."), else last; of a name that is all titles its last word."""
        if len(words) > 1 and all(len(word) == 1 for word in words[1:]):
            return words[0]
        proper = [word for word in self._telling(words) if not word.startswith(self.office_stems)]
        return (proper or words)[-1]


def load_matcher() -> NameMatcher:
    """The matcher with the word lists of `evaluate/names.yml`."""
    lists = cast(dict[str, dict[str, list[str]]], load_yaml("evaluate/names.yml"))
    flat = {key: [word for words in by_lang.values() for word in words] for key, by_lang in lists.items()}
    return NameMatcher(frozenset(flat["generic"]), tuple(flat["office_stems"]))


def find_words(name: str) -> list[str]:
    """The words of a name, lower-case, with е for ё."""
    return re.findall(r"\w+", name.lower().replace("ё", "е"))


def is_same_word(one: str, other: str) -> bool:
    """Equal, or alike up to an ending: a long common beginning."""
    if one == other:
        return True
    short, long = sorted((len(one), len(other)))
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return short >= SHORTEST_STEM and common >= max(SHORTEST_STEM, short - SHED) and long - common <= LONGEST_ENDING


def match_text(one: str, other: str) -> float:
    """F1 over the words that two descriptions share, 0 to 1."""
    left, right = find_words(one), find_words(other)
    if not left or not right:
        return 0.0
    precision = sum(_is_known(word, right) for word in left) / len(left)
    recall = sum(_is_known(word, left) for word in right) / len(right)
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def _is_known(word: str, words: list[str]) -> bool:
    return any(is_same_word(word, other) for other in words)


def _is_covered(some: list[str], words: list[str]) -> bool:
    return all(_is_known(word, words) for word in some)
