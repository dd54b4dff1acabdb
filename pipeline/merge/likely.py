"""Dates and places an event that no mention dates or places: by the likeliest day and place that its documents tell elsewhere, a day marked as uncertain."""

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


def with_likely_place(told: Iterable[tuple[EventMention, Article]]) -> list[tuple[EventMention, Article]]:
    """The mentions of an event; where none has a place, the first that has a likely one takes it."""
    mentions = list(told)
    if any(m.place for m, _ in mentions):
        return mentions
    k = next((k for k, (m, _) in enumerate(mentions) if m.likely_place is not None), None)
    return mentions if k is None else [*mentions[:k], (_placed(mentions[k][0]), mentions[k][1]), *mentions[k + 1 :]]


def _placed(mention: EventMention) -> EventMention:
    place = mention.likely_place
    assert place is not None
    evidence = Evidence("place", "the likeliest of those told nearby", place.text, place.start, place.end)
    return replace(mention, place=place.name, place_key=place.key, country=place.country, evidence=(*mention.evidence, evidence))


def _dated(mention: EventMention) -> EventMention:
    day = mention.likely_date
    assert day is not None
    evidence = Evidence("date", "the likeliest of those told nearby", day.text, day.start, day.end)
    return replace(mention, date=_uncertain(day), date_source="context", evidence=(*mention.evidence, evidence))


def _uncertain(day: DateMention) -> DateMention:
    """The day with a mark at each end that has none."""
    marked = (part if part.endswith(("..", UNCERTAIN, APPROXIMATE)) else f"{part}{UNCERTAIN}" for part in day.edtf.split("/"))
    return replace(day, edtf="/".join(marked))
