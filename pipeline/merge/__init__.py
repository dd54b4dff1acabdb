"""Merging: mentions of one event, across sentences and documents, become one event."""

from pipeline.merge.cards import Card, Local, make_cards
from pipeline.merge.event import MergedEvent, Told, make_id, mention_id
from pipeline.merge.merge import merge_events

__all__ = ["Card", "Local", "MergedEvent", "Told", "make_cards", "make_id", "mention_id", "merge_events"]
