"""What a run did and how fast: counted while it runs, written to metrics.json in the output folder at its end."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from pipeline.batch.work import Outcome
from pipeline.tables.atomic import replace_file

NAME = "metrics.json"


@dataclass(slots=True)
class Metrics:
    """Documents analysed now and known from before; seconds that the parts of the run took; seconds that the workers spent in each stage."""

    analysed: int = 0
    known: int = 0
    parts: Counter[str] = field(default_factory=Counter)
    stages: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def timed(self, part: str) -> Iterator[None]:
        """Adds the time spent inside to a part of the run."""
        started = perf_counter()
        yield
        self.parts[part] += perf_counter() - started  # type: ignore[assignment]

    def count(self, outcomes: Iterable[Outcome]) -> None:
        """Adds finished documents."""
        for outcome in outcomes:
            self.analysed += 1
            self.stages.update(outcome.seconds)


def write_metrics(metrics: Metrics, folder: Path) -> None:
    """Writes `metrics.json`: counts, seconds, and documents per second of the run and of each stage in one worker; `models` is part of other stages."""
    seconds = sum(metrics.parts.values())
    told = {
        "documents_analysed": metrics.analysed,
        "documents_known": metrics.known,
        "seconds": round(seconds, 3),
        "documents_per_second": _rate(metrics.analysed + metrics.known, seconds),
        "parts": {name: {"seconds": round(spent, 3)} for name, spent in metrics.parts.items()},
        "stages": {name: {"seconds": round(spent, 3), "documents_per_second": _rate(metrics.analysed, spent)} for name, spent in metrics.stages.items()},
    }
    with replace_file(folder / NAME) as draft:
        draft.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def _rate(count: int, seconds: float) -> float:
    return round(count / seconds, 2) if seconds else 0.0
