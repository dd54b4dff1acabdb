"""The knowledge that events are merged by: weights of likenesses and words of titles that tell nothing; loaded once, passed to what compares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from pipeline.names import IdentityWords
from pipeline.names.identity import describe_text
from pipeline.names.positions import match_offices
from pipeline.resources import load_yaml

STEM = 6  # letters by which inflected forms of a word meet
KEPT = 1 << 16  # titles whose words are remembered

Weights = Mapping[str, Mapping[str, float]]  # feature -> grade -> weight


@dataclass(frozen=True, slots=True)
class Reason:
    """One likeness of two tellings, its grade and what that counts."""

    feature: str
    grade: str
    weight: float

    def __str__(self) -> str:
        """As in `sides all +0.8`."""
        return f"{self.feature} {self.grade} {self.weight:+.2g}"


@dataclass(frozen=True, slots=True)
class Meanings:
    """A title in terms that both languages share: subjects ("tourism"), and places, numbers and sounds of words that no table knows."""

    subjects: frozenset[str]
    rest: frozenset[str]


@dataclass(frozen=True, eq=False)
class MergeWords:
    """The tables of `resources/merge/`, and those of identity, by which titles meet across languages; equal to itself alone."""

    join: float
    veto: float
    across: Mapping[str, Weights]  # kind of event, "" for all others
    within: Weights
    generic: frozenset[str]
    thin: frozenset[str]
    kinds: frozenset[str]
    plain_awards: frozenset[str]
    award_papers: frozenset[str]
    no_subject: frozenset[str]
    identity: IdentityWords

    def weights_of(self, event_type: str) -> Weights:
        """The weights for tellings of two documents."""
        return self.across.get(event_type, self.across[""])


def load_merge_words(identity: IdentityWords) -> MergeWords:
    """The tables that ship with the program."""
    weights = cast(dict[str, Any], load_yaml("merge/weights.yml"))
    words = cast(dict[str, Any], load_yaml("merge/words.yml"))
    names = ("generic", "thin", "kinds", "plain_awards", "award_papers")
    generic, thin, kinds, plain, papers = (frozenset(word[:STEM].replace("ё", "е") for row in words[name].values() for word in row) for name in names)
    across = weights["across"]
    return MergeWords(
        join=weights["join"],
        veto=weights["veto"],
        across={"": across} | {kind: across | own for kind, own in weights["kinds"].items()},
        within=weights["within"],
        generic=generic,
        thin=generic | thin,
        kinds=kinds,
        plain_awards=plain,
        award_papers=papers,
        no_subject=frozenset(words["no_subject"]),
        identity=identity,
    )


def weigh(feature: str, grade: str, weights: Weights) -> Reason:
    """The reason that a grade is; one without a weight counts nothing."""
    return Reason(feature, grade, weights.get(feature, {}).get(grade, 0.0))


def score_of(reasons: Iterable[Reason]) -> float:
    """The sum of the weights, rounded so that the order of adding does not show."""
    return round(sum(reason.weight for reason in reasons), 6)


def format_reasons(reasons: Sequence[Reason]) -> str:
    """The reasons and their sum on one line; those that count nothing are told too."""
    return f"{', '.join(map(str, reasons)) or 'nothing in common'}; {score_of(reasons):+.2f}"


@lru_cache(maxsize=KEPT)
def stem_words(text: str) -> frozenset[str]:
    """The words of a title, cut to six letters so that inflected forms meet."""
    return frozenset(w[:STEM] for w in re.findall(r"\w+", text.lower().replace("ё", "е")) if len(w) > 2)


def match_titles(a: str, b: str, thin: frozenset[str] = frozenset()) -> float:
    """Share of the shorter title's words that the longer one has, 0 to 1; words that tell nothing count only where a title has no others."""
    first, second = stem_words(a) - thin, stem_words(b) - thin
    if not first or not second:
        first, second = stem_words(a), stem_words(b)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def match_positions(first: str, second: str, words: MergeWords) -> str:
    """Whether two offices, in any language, are one: same, part (one is told in short), different, or empty where that can't be told."""
    if not first or not second:
        return ""
    return match_offices(describe_text(first, words.identity), describe_text(second, words.identity), words.identity.concepts)


@lru_cache(maxsize=KEPT)
def find_meanings(title: str, words: MergeWords) -> Meanings:
    """The meanings of a title; words of one or two letters and those of any document aside."""
    told = describe_text(title, words.identity)
    thin = {stem for word in re.findall(r"\w+", title.lower()) if word[:STEM] in words.thin for stem in describe_text(word, words.identity).others}
    others = frozenset(stem for stem in told.others - thin if len(stem) > 2 or stem.isdigit())
    return Meanings(told.concepts - words.no_subject, frozenset(told.places) | others)
