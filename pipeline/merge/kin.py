"""Which articles tell the same: reprints and translations of one text, and articles that tell one story; by words, names, dates and numbers."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.merge.cards import Card, Local
from pipeline.merge.groups import group_pairs
from pipeline.merge.shingles import find_reprints
from pipeline.records import Analysis

COMMON = 40  # articles: a mark that more of them have finds no pairs
FREE = 4  # articles that a mark may stand in at full weight
TRANSLATION = 0.5  # weighted share of the shorter list of marks that a translation has
MARKS = 5  # marks that a translation must share
LENGTH = 0.5  # of the longer text in characters that a translation has: a short piece of news on the same is none
REPRINT = 0.9  # weighted share of the shorter list of marks that a reprint has: a form filled in anew has other names and numbers
LATEST = 30  # days between the publications of a text and of its reprint or translation
PEOPLE = 2  # people that both articles of a story must name
STORY = 0.5  # part of the shorter list of people that they share
UNDATED_STORY = 0.3  # weighted share of marks, where a publication is not known
NEAR = 5  # days between two publications of one story

Pair = tuple[str, str]  # doc_ids

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Kin:
    """doc_id to the name of its text, which reprints and translations share; doc_id to the names of its stories."""

    texts: Mapping[str, str] = field(default_factory=dict)
    stories: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def text_of(self, doc_id: str) -> str:
        """The name of the document's text."""
        return self.texts.get(doc_id, doc_id)


@dataclass(frozen=True, slots=True)
class Profile:
    """What of an article can be found again in another language."""

    lang: str
    published: date | None
    length: int  # characters
    people: frozenset[str]  # entity ids of people and bodies
    marks: frozenset[str]  # entity ids, days, numbers


@dataclass(frozen=True, slots=True)
class Shared:
    """Tells how much of their marks two articles share: a mark that few articles have counts 1, one that many have less."""

    profiles: Mapping[str, Profile]
    weights: Mapping[str, float]
    totals: Mapping[str, float]  # of the marks of each article

    @classmethod
    def of(cls, profiles: Mapping[str, Profile]) -> Shared:
        """The weights of the marks of a collection."""
        counts = Counter(mark for profile in profiles.values() for mark in profile.marks)
        weights = {mark: math.log(FREE) / math.log(max(FREE, count)) for mark, count in counts.items()}
        return cls(profiles, weights, {doc_id: math.fsum(weights[mark] for mark in profile.marks) for doc_id, profile in profiles.items()})

    def __call__(self, first: str, second: str) -> float:
        """Weighted share of the marks of the article that has fewer, 0 to 1."""
        common = self.profiles[first].marks & self.profiles[second].marks
        least = min(self.totals[first], self.totals[second])
        return math.fsum(self.weights[mark] for mark in common) / least if least else 0.0


def find_alike(analyses: Sequence[Analysis]) -> list[Pair]:
    """Pairs of articles of nearly the same words: what takes longest of all that `find_kin` needs, and depends on the texts alone."""
    return list(find_reprints({a.article.doc_id: a.article.text for a in analyses}))


def find_kin(analyses: Sequence[Analysis], cards: Mapping[Local, Card], alike: Callable[[], Iterable[Pair]] | None = None) -> Kin:
    """The texts and stories of a collection; its cost grows with the number of articles, as marks that many have find no pairs.

    `alike` gives what `find_alike` finds, if that is sought elsewhere.
    """
    profiles = {a.article.doc_id: make_profile(a, cards) for a in analyses}
    shared = Shared.of(profiles)
    pairs = alike() if alike is not None else find_alike(analyses)
    same = [(first, second) for first, second in pairs if is_reprint(profiles[first], profiles[second], shared(first, second))]
    stories: dict[str, set[str]] = defaultdict(set)
    for first, second in _candidates(profiles):
        a, b = profiles[first], profiles[second]
        if not _is_timely(a, b):
            continue
        share = shared(first, second)
        if is_translation(a, b, share):
            same.append((first, second))
        if is_story(a, b, share):
            stories[first].add(f"{first}+{second}")
            stories[second].add(f"{first}+{second}")
    texts = {doc_id: group[0] for group in group_pairs(same) for doc_id in group}
    return Kin(texts, {doc_id: frozenset(found) for doc_id, found in stories.items()})


def make_profile(analysis: Analysis, cards: Mapping[Local, Card]) -> Profile:
    """The marks of an article: whom it names, the days it tells of, its numbers."""
    article = analysis.article
    named = [cards[entity.doc_id, entity.key] for entity in analysis.entities]
    days = (d.interval.first.isoformat() + d.precision if d.interval is not None else d.value for d in analysis.dates)
    numbers = (n.replace(",", ".") for n in _NUMBER.findall(article.text) if len(n) > 1)
    marks = {*(card.entity_id for card in named), *(f"day {day}" for day in days if day), *(f"number {number}" for number in numbers)}
    return Profile(
        lang=article.lang,
        published=date.fromisoformat(article.published) if article.published else None,
        length=len(article.text),
        people=frozenset(card.entity_id for card in named if card.entity_type in {"person", "organization"}),
        marks=frozenset(marks),
    )


def is_reprint(a: Profile, b: Profile, share: float) -> bool:
    """Whether two articles of the same words also have the same names, days and numbers."""
    return _is_timely(a, b) and (share >= REPRINT or not (a.marks and b.marks))


def is_translation(a: Profile, b: Profile, share: float) -> bool:
    """Whether two articles of different languages are one text."""
    if a.lang == b.lang or min(a.length, b.length) < LENGTH * max(a.length, b.length):
        return False
    return share >= TRANSLATION and len(a.marks & b.marks) >= MARKS and _is_timely(a, b)


def _is_timely(a: Profile, b: Profile) -> bool:
    return a.published is None or b.published is None or abs((a.published - b.published).days) <= LATEST


def is_story(a: Profile, b: Profile, share: float) -> bool:
    """Whether two articles share most of their people and came out within days; where that is not known, also numbers, days and places."""
    shared = len(a.people & b.people)
    if shared < max(PEOPLE, STORY * min(len(a.people), len(b.people))):
        return False
    if a.published is None or b.published is None:
        return share >= UNDATED_STORY
    return abs((a.published - b.published).days) <= NEAR


def _candidates(profiles: Mapping[str, Profile]) -> Iterator[tuple[str, str]]:
    """Pairs of articles that share two marks which not many have."""
    holders: dict[str, list[str]] = defaultdict(list)
    for doc_id in sorted(profiles):
        for mark in profiles[doc_id].marks:
            holders[mark].append(doc_id)
    for doc_id in sorted(profiles):
        rare = (holders[mark] for mark in profiles[doc_id].marks if 1 < len(holders[mark]) <= COMMON)
        met = Counter(other for own in rare for other in own if other < doc_id)
        yield from ((other, doc_id) for other in sorted(met) if met[other] >= PEOPLE)
