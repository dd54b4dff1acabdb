"""What is known at one point of a text for placing relative dates: the day of publication and the dates told so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pipeline.dates.moments import Moment

FINE = frozenset({"day", "range"})


@dataclass(frozen=True, slots=True)
class Context:
    """`told` is the date told last, `day` the last one that names a day; both None at the start of a text."""

    published: date | None = None
    told: Moment | None = None
    day: Moment | None = None

    def after(self, moment: Moment | None) -> Context:
        """The context once `moment` was told."""
        if moment is None or moment.interval is None:
            return self
        return replace(self, told=moment, day=moment if moment.precision in FINE else self.day)

    def base(self, kind: str, unit: str) -> tuple[date, str] | None:
        """The day that an expression counts from and where it comes from (published or text); None where nothing is known.

        `kind` is published ("yesterday"), text ("the next day") or either ("in May"); the last two take what there is.
        Days and weeks count from a day, longer units from any date.
        """
        told = self._told(unit)
        if self.published is not None and (kind != "text" or told is None):
            return self.published, "published"
        return None if told is None or kind == "published" else (told, "text")

    def _told(self, unit: str) -> date | None:
        fine = unit in {"day", "week", "weekend"}
        moment = (self.day or self.told) if fine else self.told
        return None if moment is None or moment.interval is None else moment.interval.first
