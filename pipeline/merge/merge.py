"""From the analyses of all documents to the events of the real world."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.merge.event import MergedEvent, make_event
from pipeline.merge.within import group_mentions
from pipeline.records import Analysis


def merge_events(analyses: Iterable[Analysis]) -> tuple[MergedEvent, ...]:
    """One `MergedEvent` for each event that a document tells, sorted by id. Events of different documents are kept apart."""
    events = (
        make_event(((mention, analysis.article) for mention in group.mentions), group.reasons)
        for analysis in analyses
        for group in group_mentions(analysis.mentions)
    )
    return tuple(sorted(events, key=lambda event: event.event_id))
