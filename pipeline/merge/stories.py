"""Finds articles that tell one story: translations, reprints, the two sides' releases on one occasion; by the people whom they name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from pipeline.merge.cards import Card, Local
from pipeline.records import Analysis

COMMON = 40  # articles: who stands in more is no mark of a story
SHARED = 2  # people that both must name
SHARE = 0.5  # part of the shorter list that both must name
NEAR = 5  # days between two publications of one story


def find_stories(analyses: Sequence[Analysis], cards: Mapping[Local, Card]) -> dict[str, frozenset[str]]:
    """doc_id to the names of its stories; two articles are one story if they share most of their people and came out within days of each other."""
    people = {a.article.doc_id: frozenset(_people(a, cards)) for a in analyses}
    published = {a.article.doc_id: a.article.published for a in analyses}
    stories: dict[str, set[str]] = defaultdict(set)
    for (first, second), shared in _pairs(people).items():
        enough = shared >= max(SHARED, SHARE * min(len(people[first]), len(people[second])))
        if enough and _is_near(published[first], published[second]):
            stories[first].add(f"{first}+{second}")
            stories[second].add(f"{first}+{second}")
    return {doc_id: frozenset(found) for doc_id, found in stories.items()}


def _people(analysis: Analysis, cards: Mapping[Local, Card]) -> Iterator[str]:
    for entity in analysis.entities:
        card = cards[entity.doc_id, entity.key]
        if card.entity_type in {"person", "organization"}:
            yield card.entity_id


def _pairs(people: Mapping[str, frozenset[str]]) -> Counter[tuple[str, str]]:
    """Pairs of articles with the number of people they share; only by people who stand in few articles, so that the cost stays linear."""
    articles: dict[str, list[str]] = defaultdict(list)
    for doc_id in sorted(people):
        for person in people[doc_id]:
            articles[person].append(doc_id)
    return Counter(pair for doc_ids in articles.values() if len(doc_ids) <= COMMON for pair in combinations(sorted(doc_ids), 2))


def _is_near(first: str, second: str) -> bool:
    """Publications within days of each other; where both are unknown, the people decide alone."""
    if not first or not second:
        return not first and not second
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days) <= NEAR
