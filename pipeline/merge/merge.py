"""From the analyses of all documents to the events of the real world."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.merge.across import Joined, join_tellings, make_telling
from pipeline.merge.cards import Card, Local
from pipeline.merge.event import MergedEvent, make_event
from pipeline.merge.stories import find_stories
from pipeline.merge.within import group_mentions
from pipeline.records import Analysis


def merge_events(analyses: Sequence[Analysis], cards: Mapping[Local, Card]) -> tuple[MergedEvent, ...]:
    """One `MergedEvent` for each event of the real world, sorted by id: mentions joined within each document, then across documents."""
    stories = find_stories(analyses, cards)
    tellings = [
        make_telling(group, analysis.article, cards, stories.get(analysis.article.doc_id, frozenset()))
        for analysis in analyses
        for group in group_mentions(analysis.mentions)
    ]
    return tuple(sorted((_event(joined) for joined in join_tellings(tellings)), key=lambda event: event.event_id))


def _event(joined: Joined) -> MergedEvent:
    mentions = ((mention, telling.article) for telling in joined.tellings for mention in telling.group.mentions)
    return make_event(mentions, joined.reasons)
