"""Holds the confidence that the tables give against how often their rows are right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from pipeline.evaluate.records import Bin

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def measure_reliability(judged: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Confidence and rightness of each event found, in bins of rising confidence; empty bins are left out."""
    events = tuple(judged)
    return tuple(_iter_bins(events))


def calibration_error(bins: Iterable[Bin]) -> float:
    """Mean distance between confidence and share of right rows, weighted by events (0 is perfect, 1 the worst); 0 for no bins."""
    filled = tuple(bins)
    events = sum(b.found for b in filled)
    return sum(b.found * abs(b.confidence - b.right) for b in filled) / events if events else 0.0


def _iter_bins(events: tuple[tuple[float, bool], ...]) -> Iterator[Bin]:
    for low, high in pairwise(EDGES):
        inside = [(confidence, right) for confidence, right in events if low <= confidence < high]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            yield Bin(low, min(high, 1.0), len(inside), mean, sum(right for _, right in inside) / len(inside))
