"""What is known at one point of a text for placing relative dates: the day of publication and the dates told so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pipeline.dates.moments import Moment

PREFERRED = frozenset({"published", "either"})  # kinds of base that are the day of publication where that is known
FALLING_BACK = frozenset({"recent", "clock"})  # those that are it where the text tells nothing
RECENT = 31  # days between the day of publication and a date told that "the day before" may still refer to
NARRATED = frozenset({"either", "recent"})  # those that are a date told before only in a narrative
FINE = frozenset({"day", "range"})
FINE_DAYS = 31  # the longest range that names days
FINE_UNITS = frozenset({"day", "week", "weekend", "hour", "minute"})


@dataclass(frozen=True, slots=True)
class Context:
    """`told` is the date told last, `day` the last one that names a day, `past_day` the last of these not after publication,
    `stretch` the last several days told together; None at the start. `awaits` is true of a text without day of publication that told a day
    counted from it ("on Sunday", "next year") before any date, until it tells a day with its year: such a text
    is no narrative, and the years that it mentions date nothing else."""

    published: date | None = None
    told: Moment | None = None
    day: Moment | None = None
    past_day: Moment | None = None
    stretch: Moment | None = None
    awaits: bool = False

    def after(self, moment: Moment | None, *, bounds: bool = False) -> Context:
        """The context once `moment` was told, which `bounds` what happened where it is only its first or last day: nothing is told of that day."""
        if moment is None or moment.interval is None:
            return self
        fine = moment.precision in FINE and moment.interval.days <= FINE_DAYS and not (bounds and moment.precision == "day")
        past = fine and (self.published is None or moment.first <= self.published)
        return replace(
            self,
            told=moment,
            day=moment if fine else self.day,
            past_day=moment if past else self.past_day,
            stretch=self._stretch(moment, fine=fine),
            awaits=self.awaits and not fine,
        )

    def waiting(self) -> Context:
        """The context once something was told that only a day of publication would give a place: "on Sunday", "next year"."""
        return replace(self, awaits=True) if self.published is None and self.told is None else self

    def _stretch(self, moment: Moment, *, fine: bool) -> Moment | None:
        """The days of several told last, kept while what is told lies in them."""
        if fine and moment.precision == "range":
            return moment
        known = None if self.stretch is None else self.stretch.interval
        within = known is not None and moment.interval is not None and known.first <= moment.interval.first < known.after
        return self.stretch if within or not fine else None

    def base(self, kind: str, unit: str) -> tuple[date, str] | None:
        """The day that an expression counts from and where it comes from (published or text); None where nothing is known.

        `kind` is published ("yesterday"), text ("the next day"), either ("in May": the day of publication, else the text), clock ("at noon": the text,
        else the day of publication) or recent ("накануне": as clock, where the day told is near that of publication, and not after it).
        Days and weeks that count from the text need a day told, longer units any date.
        """
        if self.awaits and kind in NARRATED:
            return None
        told = self._told("" if kind == "either" else unit, past=kind in {"recent", "past"})
        if kind in PREFERRED and self.published is not None:
            return self.published, "published"
        if told is None or kind == "published" or (kind == "recent" and self._is_old(told)):
            return (self.published, "published") if kind in FALLING_BACK and self.published is not None else None
        return told, "text"

    def _is_old(self, told: date) -> bool:
        return self.published is not None and abs((told - self.published).days) > RECENT

    def _told(self, unit: str, *, past: bool) -> date | None:
        day = self.past_day if past else self.day
        moment = day if unit in FINE_UNITS else self.told
        if unit in {"week", "weekend"} and self.told is not None and self.told.precision == "week":
            moment = self.told
        return None if moment is None or moment.interval is None else moment.interval.first
