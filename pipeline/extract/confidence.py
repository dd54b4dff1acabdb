"""How far a mention can be trusted: the chance that its row is right, from the rule that matched and the way its slots were filled."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.errors import RuleError
from pipeline.records import EventMention
from pipeline.resources import load_yaml

LONG = 300  # characters; trees of longer sentences are often wrong
MUTUAL = frozenset({"meeting", "call", "signing"})  # nobody does these alone
LOWEST, HIGHEST = 0.01, 0.99


@dataclass(frozen=True, slots=True)
class ConfidenceWeights:
    """Log odds: of any mention, what each feature adds, and what each rule adds in each language."""

    start: float
    clauses: Mapping[str, str]  # words of an evidence's clause -> feature
    features: Mapping[str, float]
    rules: Mapping[str, Mapping[str, float]]


def load_confidence_weights() -> ConfidenceWeights:
    """The weights of `resources/extract/confidence.yml`, fitted by benchmarks/confidence.py on annotated documents; RuleError where a feature has none."""
    data = load_yaml("extract/confidence.yml")
    assert isinstance(data, dict)
    weights = ConfidenceWeights(data["start"], data["clauses"], data["features"], data["rules"])
    for feature in weights.clauses.values():
        if feature not in weights.features:
            raise RuleError(f"extract/confidence.yml: the feature {feature!r} has no weight; allowed are {', '.join(sorted(weights.features))}")
    return weights


def score_confidence(mention: EventMention, weights: ConfidenceWeights) -> float:
    """The chance, 0.01 to 0.99, that type, status, date and participants are all right. A rule without a weight of its own counts as an average one."""
    odds = weights.start + weights.rules.get(mention.rule, {}).get(mention.lang, 0.0)
    odds += sum(weights.features.get(feature, 0.0) for feature in set(list_features(mention, weights.clauses)))
    return round(min(HIGHEST, max(LOWEST, 1 / (1 + math.exp(-odds)))), 2)


def list_features(mention: EventMention, clauses: Mapping[str, str]) -> Iterator[str]:
    """What makes a mention more or less certain; a feature may come more than once."""
    for evidence in mention.evidence:
        yield from (feature for words, feature in clauses.items() if words in evidence.clause)
    yield from (f"by {participant.resolved_by}" for participant in mention.participants)
    yield from _list_traits(mention)


def _list_traits(mention: EventMention) -> Iterator[str]:
    yield {0: "nobody", 1: "alone" if mention.event_type in MUTUAL else "one"}.get(len(mention.participants), "several")
    yield mention.date_source and f"date from {mention.date_source}" or "undated"
    yield mention.status
    if len(mention.participants) > 4:
        yield "crowd"
    if mention.background:
        yield "background"
    if mention.asserted_by:
        yield "reported"
    if len(mention.sentence) > LONG:
        yield "long sentence"
