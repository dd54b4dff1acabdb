"""What the readers need besides bytes: loaded once, handed down."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.settings import Limits, Settings
from pipeline.sources.dateline import DatelinePatterns, load_datelines


@dataclass(frozen=True, slots=True)
class ReadingKit:
    """Patterns of datelines and the limits of one run."""

    datelines: DatelinePatterns
    limits: Limits


def load_reading_kit(settings: Settings) -> ReadingKit:
    """The knowledge that ships with the program, and the limits that the user chose."""
    return ReadingKit(load_datelines(), settings.limits)
