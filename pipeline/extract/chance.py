"""Chances of what no rule decides, by weights fitted on annotated documents: log odds that are sums over features."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.resources import load_yaml


@dataclass(frozen=True, slots=True)
class ChanceWeights:
    """Log odds of a case without any feature, the chance from which a case is taken, and what each feature adds."""

    start: float
    least: float
    features: Mapping[str, float]

    @property
    def is_closed(self) -> bool:
        """Whether no case can be taken, as while weights are fitted."""
        return self.least > 1


def load_chances() -> Mapping[str, ChanceWeights]:
    """The weights of each question, from `resources/extract/chances.yml`, fitted by benchmarks/chances.py on annotated documents."""
    data = load_yaml("extract/chances.yml")
    assert isinstance(data, dict)
    return {question: ChanceWeights(**weights) for question, weights in data.items()}


def chance_of(features: Iterable[str], weights: ChanceWeights) -> float:
    """The chance, 0 to 1, of a case with these features; one that comes twice counts once."""
    odds = weights.start + sum(weights.features.get(feature, 0.0) for feature in dict.fromkeys(features))  # in their order: the same sum each time
    return 1 / (1 + math.exp(-odds))
