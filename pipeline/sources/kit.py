"""What the readers need besides bytes: loaded once, handed down."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.settings import Limits, Settings
from pipeline.sources.dateline import DatelinePatterns, find_day, load_datelines
from pipeline.sources.profile import Profile
from pipeline.sources.profiles import load_profiles
from pipeline.sources.published import parse_published


@dataclass(frozen=True, slots=True)
class ReadingKit:
    """Patterns of datelines, the limits of one run, and the profiles of sources, those first that take precedence."""

    datelines: DatelinePatterns
    limits: Limits = Limits()
    profiles: tuple[Profile, ...] = ()

    def read_date(self, value: str) -> str:
        """A time stamp as it is, else the ISO day that a short text tells; empty if it tells none."""
        return value if parse_published(value) else find_day(value, self.datelines)


def load_reading_kit(settings: Settings) -> ReadingKit:
    """The knowledge that ships with the program and that of the user's folder, and the limits that the user chose."""
    return ReadingKit(load_datelines(), settings.limits, load_profiles(settings.sources_dir))
