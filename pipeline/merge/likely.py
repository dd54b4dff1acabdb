"""Dates an event that no mention dates: by the likeliest day that its documents tell elsewhere, marked as uncertain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.records import Article, DateMention, EventMention, Evidence

UNCERTAIN, APPROXIMATE = "?", "~"  # how EDTF marks days


def with_likely_date(told: Iterable[tuple[EventMention, Article]]) -> list[tuple[EventMention, Article]]:
    """The mentions of an event; where none has a date, the first that has a likely one takes it."""
    mentions = list(told)
    if any(m.date is not None and m.date.interval is not None for m, _ in mentions):
        return mentions
    k = next((k for k, (m, _) in enumerate(mentions) if m.likely_date is not None), None)
    return mentions if k is None else [*mentions[:k], (_dated(mentions[k][0]), mentions[k][1]), *mentions[k + 1 :]]


def _dated(mention: EventMention) -> EventMention:
    day = mention.likely_date
    assert day is not None
    evidence = Evidence("date", "the likeliest of those told nearby", day.text, day.start, day.end)
    return replace(mention, date=_uncertain(day), date_source="context", evidence=(*mention.evidence, evidence))


def _uncertain(day: DateMention) -> DateMention:
    """The day with a mark at each end that has none."""
    marked = (part if part.endswith(("..", UNCERTAIN, APPROXIMATE)) else f"{part}{UNCERTAIN}" for part in day.edtf.split("/"))
    return replace(day, edtf="/".join(marked))
