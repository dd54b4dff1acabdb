"""How far a mention can be trusted: the chance that its row is right, from the rule that matched and the way its slots were filled."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.errors import RuleError
from pipeline.extract.surroundings import Surroundings
from pipeline.records import EventMention, Participant
from pipeline.resources import load_yaml

LONG, LONGEST = 200, 300  # characters; trees of longer sentences are often wrong
COMMAS = 4  # the same where there are more
FAR, FARTHEST = 40, 120  # characters between the trigger and whoever stands nearest to it, and farthest from it
EARLY = 400  # characters: headline and lead
LONG_ARTICLE = 6000  # characters: digests, fact sheets, transcripts
WORDY = 5  # words of a name: more is often cut out wrongly
CROWD = 4  # participants
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


def score_confidence(mention: EventMention, around: Surroundings, weights: ConfidenceWeights) -> float:
    """The chance, 0.01 to 0.99, that type, status and participants are all right. A rule without a weight of its own counts as an average one."""
    odds = weights.start + weights.rules.get(mention.rule, {}).get(mention.lang, 0.0)
    odds += sum(weights.features.get(feature, 0.0) for feature in dict.fromkeys(list_features(mention, around, weights.clauses)))
    return round(min(HIGHEST, max(LOWEST, 1 / (1 + math.exp(-odds)))), 2)


def list_features(mention: EventMention, around: Surroundings, clauses: Mapping[str, str]) -> Iterator[str]:
    """What makes a mention more or less certain; a feature may come more than once."""
    for evidence in mention.evidence:
        yield from (feature for words, feature in clauses.items() if words in evidence.clause)
    yield from _list_traits(mention)
    for participant in mention.participants:
        yield from _list_traits_of(participant)
    yield from _list_surroundings(around, nobody=not mention.participants, alone=len(mention.participants) == 1)


def _list_traits(mention: EventMention) -> Iterator[str]:
    yield f"{mention.event_type} in {mention.lang}"
    yield {0: "nobody", 1: "alone" if mention.event_type in MUTUAL else "one"}.get(len(mention.participants), "several")
    yield mention.date_source and f"date from {mention.date_source}" or "undated"
    yield mention.status
    told = {
        "crowd": len(mention.participants) > CROWD,
        "background": mention.background,
        "reported": bool(mention.asserted_by),
        "placed": bool(mention.place),
        "long sentence": len(mention.sentence) > LONG,
        "longest sentence": len(mention.sentence) > LONGEST,
        "many commas": mention.sentence.count(",") > COMMAS,
    }
    yield from (feature for feature, holds in told.items() if holds)
    gaps = [min(abs(mention.trigger_start - p.start), abs(mention.trigger_start - p.end)) for p in mention.participants if p.start >= 0]
    if gaps and min(gaps) > FAR:
        yield "far"
    if gaps and max(gaps) > FARTHEST:
        yield "farthest"


def _list_traits_of(participant: Participant) -> Iterator[str]:
    yield f"by {participant.resolved_by}"
    yield participant.entity_type
    if len(participant.name.split()) > WORDY:
        yield "wordy name"
    if participant.entity_type == "person" and participant.resolved_by == "name":
        yield "full name" if " " in participant.name else "one name"
        if participant.position:
            yield "name with office"


def _list_surroundings(around: Surroundings, *, nobody: bool, alone: bool) -> Iterator[str]:
    others = around.people + around.bodies
    told = {
        "another person": around.people > 0,
        "other people": around.people > 1,
        "another office": around.offices > 0,
        "another body": around.bodies > 0,
        "other bodies": around.bodies > 1,
        "another land": around.lands > 0,
        "another pronoun": around.pronouns > 0,
        "nobody of several": nobody and others + around.offices > 0,
        "one of several": alone and others > 0,
        "several events": around.mentions > 1,
        "early": around.start < EARLY,
        "long article": around.length > LONG_ARTICLE,
    }
    yield from (feature for feature, holds in told.items() if holds)
