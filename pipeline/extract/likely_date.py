"""The likeliest day of an event that no sentence dates: one of those told elsewhere in its document, if a fitted model finds it likely enough.

Which of them it is follows from where the day is told, what else happened on it, and when that was, seen from the day of publication.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extract.chance import ChanceWeights, chance_of
from pipeline.records import DateMention, EventMention, Interval

REACH = 8  # sentences: what is told further off is of something else
WEEK, MONTH = 7, 40  # days before publication up to which something is told as of late
MOST_VALUES, MOST_GAP, MOST_SENTENCE, MOST_TIMES = 4, 4, 5, 3  # above these, numbers are told alike


@dataclass(frozen=True, slots=True)
class Telling:
    """What the likelihood of a day depends on besides the mention: all mentions and days of its document, where its sentences begin, its publication."""

    mentions: Sequence[EventMention]
    sentences: Sequence[tuple[int, int]]  # characters, in order
    published: date | None
    told: Mapping[Interval, int]  # how often each day is told, the first one first
    there: Mapping[int, Sequence[DateMention]]  # what sentences tell of days, by their numbers

    def number(self, place: int) -> int:
        """The number of the sentence that a character stands in, -1 for none."""
        k = bisect_right(self.sentences, place, key=lambda sentence: sentence[0]) - 1
        return k if k >= 0 and place < self.sentences[k][1] else -1


def make_telling(mentions: Sequence[EventMention], dates: Sequence[DateMention], sentences: Sequence[tuple[int, int]], published: date | None) -> Telling:
    """The days of a document by the sentences that tell them; `sentences` are characters, in order."""
    days = [day for day in dates if day.interval is not None and day.type == "DATE" and not _is_end_ahead(day, published)]
    telling = Telling(mentions, sentences, published, Counter(day.interval for day in days if day.interval is not None), {})
    there: dict[int, list[DateMention]] = {}
    for day in days:
        there.setdefault(telling.number(day.start), []).append(day)
    return replace(telling, there=there)


def _is_end_ahead(day: DateMention, published: date | None) -> bool:
    """Whether a day only tells until when something will last: "for a term expiring April 27, 2027"."""
    return day.role == "bound" and published is not None and day.interval is not None and day.interval.first > published


def with_likely_date(mention: EventMention, telling: Telling, weights: ChanceWeights) -> EventMention:
    """The mention; an undated one with the day that it most likely happened on, where one is likely enough."""
    if mention.date is not None:
        return mention
    chances = [(chance_of(features, weights), -told.start, told) for told, features in list_days(mention, telling)]
    chance, _, told = max(chances, default=(0.0, 0, None), key=lambda entry: entry[:2])
    return replace(mention, likely_date=told) if chance >= weights.least else mention


def list_days(mention: EventMention, telling: Telling) -> Iterator[tuple[DateMention, tuple[str, ...]]]:
    """The days that the document tells in other sentences, each where it is told nearest to the mention, with its features."""
    own = telling.number(mention.start)
    near: dict[Interval, list[tuple[int, int, DateMention]]] = {}
    for number in range(max(0, own - REACH), own + REACH + 1):
        for day in telling.there.get(number, ()):
            assert day.interval is not None
            near.setdefault(day.interval, []).append((abs(number - own), day.start, day))
    for interval, days in near.items():
        gap, _, nearest = min(days, key=lambda entry: entry[:2])
        if gap:
            yield (
                nearest,
                (
                    *_of_day(nearest, interval, telling, own),
                    *_of_mention(mention, own),
                    *_of_time(mention, nearest, interval, telling.published),
                    *_of_event(mention, interval, telling, own),
                ),
            )


def _of_day(nearest: DateMention, interval: Interval, telling: Telling, own: int) -> Iterator[str]:
    yield f"told times {min(MOST_TIMES, telling.told[interval])}"
    yield f"days told {min(MOST_VALUES, len(telling.told))}"
    yield "first told" if interval == next(iter(telling.told)) else "told later"
    gap = max(-MOST_GAP, min(MOST_GAP, telling.number(nearest.start) - own))
    yield f"{abs(gap)} sentences {'before' if gap < 0 else 'behind'}"
    yield f"precision {nearest.precision}"
    yield f"role {nearest.role or 'none'}"
    yield f"in sentence {min(MOST_SENTENCE, telling.number(nearest.start))}"
    others = any(other.days == 1 for other in telling.told if other != interval)
    yield "only day" if interval.days == 1 and not others else "one of several"


def _of_mention(mention: EventMention, own: int) -> Iterator[str]:
    yield f"{mention.event_type} mention"
    yield f"{mention.lang} mention"
    yield f"mention in sentence {min(MOST_SENTENCE, own)}"
    yield "recalled" if mention.background else "news"
    yield "reported" if mention.asserted_by else "not reported"


def _of_time(mention: EventMention, nearest: DateMention, interval: Interval, published: date | None) -> Iterator[str]:
    when = age_of(interval, published)
    yield f"told {when}"
    yield f"told {when}, {mention.status}"
    yield f"told {when}, {nearest.precision}, {mention.status}"


def _of_event(mention: EventMention, interval: Interval, telling: Telling, own: int) -> Iterator[str]:
    others = [m for m in telling.mentions if m.date is not None and m.date.interval == interval and m is not mention]
    if not others:
        yield "of no event"
        return
    other = min(others, key=lambda m: (abs(telling.number(m.start) - own), m.start))
    people, theirs = {p.key for p in mention.participants}, {p.key for p in other.participants}
    yield "of an event"
    yield f"of a {other.event_type} for a {mention.event_type}"
    yield f"event {min(MOST_GAP, abs(telling.number(other.start) - own))} sentences off"
    yield "people in common" if people & theirs else "nobody in common"
    yield "same status" if other.status == mention.status else "other status"
    yield "event told before" if other.start < mention.start else "event told behind"
    yield "recalled event" if other.background else "event of the news"


def age_of(interval: Interval, published: date | None) -> str:
    """How long before publication the day is."""
    if published is None:
        return "undated"
    days = (published - interval.last).days
    if interval.first > published:
        return "ahead"
    return "same day" if interval.days == 1 and not days else "within a week" if days <= WEEK else "within a month" if days <= MONTH else "long ago"
