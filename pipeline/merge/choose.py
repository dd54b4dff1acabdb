"""Chooses for each slot of an event the mention that tells it best, and says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.records import Article, EventMention, Interval

STATUS_ORDER = ("occurred", "negated", "planned", "proposed")
AHEAD_ORDER = ("negated", "planned", "occurred", "proposed")
TALKS = frozenset({"meeting", "call"})
LONGEST_TITLE = 30  # words


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with its id and the article that tells it."""

    mention_id: str
    mention: EventMention
    article: Article

    @property
    def order(self) -> tuple[str, str, int, int]:
        """By publication, document and place in the text."""
        return self.article.published or "9999", self.mention.doc_id, self.mention.trigger_start, self.mention.trigger_end

    @property
    def interval(self) -> Interval | None:
        """The time told."""
        return self.mention.date.interval if self.mention.date is not None else None


@dataclass(frozen=True, slots=True)
class Choice:
    """The mention that a slot is taken from, and why that one; None where no mention tells it."""

    slot: str
    told: Told | None
    reason: str = ""


def choose_date(told: Sequence[Told]) -> Choice:
    """A date told with the event before one of its context, the more precise, the one told more often, the first."""
    dated = [t for t in told if t.interval is not None]
    votes = Counter(t.interval for t in dated)
    best = min(dated, key=lambda t: (t.mention.date_source != "text", _days(t), -votes[t.interval], t.order), default=None)
    if best is None:
        return Choice("date", None)
    if len(votes) == 1:
        return Choice("date", best, _count(len(dated), "the only one told"))
    if votes[best.interval] > 1 or all(_days(t) == _days(best) for t in dated):
        return Choice("date", best, f"told by {votes[best.interval]} of {len(dated)}, the most precise")
    return Choice("date", best, f"the most precise of {len(votes)}")


def choose_place(told: Sequence[Told], name: Callable[[Told], Hashable]) -> Choice:
    """The place told most often, the first of equals; `name` tells which places are one."""
    placed = [t for t in told if t.mention.place]
    return _most_told("place", placed, name)


def choose_amount(told: Sequence[Told]) -> Choice:
    """The amount told most often, the first of equals."""
    return _most_told("amount", [t for t in told if t.mention.amount is not None], lambda t: (t.mention.amount, t.mention.currency))


def choose_title(told: Sequence[Told], language: str = "") -> Choice:
    """The fullest title: most words, but no more than thirty; the first of equals. Talks have many topics: the one told first.

    Titles of articles in `language`, that of the tables, go before those of others.
    """
    every = [t for t in told if t.mention.what]
    titled = [t for t in every if t.article.lang == language] or every
    talks = bool(titled) and titled[0].mention.event_type in TALKS
    best = min(titled, key=lambda t: (0 if talks else -min(LONGEST_TITLE, len(t.mention.what.split())), t.order), default=None)
    different = len({t.mention.what for t in titled})
    why = f"the {'first' if talks else 'fullest'} of {different}" + (" in the language of the tables" if len(titled) < len(every) else "")
    return Choice("what", best, "" if best is None else _count(len(titled), "the only one told") if different == 1 else why)


def choose_status(told: Sequence[Told], dated: Told | None) -> Choice:
    """The status of the latest publication; within one, that of the mention that is dated in the future, then what was told as fact."""
    ahead = dated is not None and dated.mention.status == "planned"
    order = AHEAD_ORDER if ahead else STATUS_ORDER
    best = min(told, key=lambda t: (_backwards(t.article.published), order.index(t.mention.status), t.order))
    if len({t.mention.status for t in told}) == 1:
        return Choice("status", best, _count(len(told), "the only one told"))
    latest = f", published {best.article.published}" if best.article.published else ""
    return Choice("status", best, f"the latest told{latest}")


def _most_told(slot: str, told: Sequence[Told], value: Callable[[Told], Hashable]) -> Choice:
    votes: Mapping[Hashable, int] = Counter(value(t) for t in told)
    best = min(told, key=lambda t: (-votes[value(t)], t.order), default=None)
    if best is None:
        return Choice(slot, None)
    count = votes[value(best)]
    if len(votes) == 1:
        return Choice(slot, best, _count(count, "the only one told"))
    return Choice(slot, best, f"told most often, {count} of {len(told)}" if count > 1 else f"the first of {len(votes)}")


def _count(number: int, alone: str) -> str:
    return alone if number == 1 else f"told alike by {number} mentions"


def _days(told: Told) -> int:
    return told.interval.days if told.interval is not None else 10**6


def _backwards(published: str) -> int:
    """Sorts the latest day first, and no day last."""
    return -date.fromisoformat(published).toordinal() if published else 0
