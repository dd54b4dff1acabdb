"""Merging: mentions of one event, across sentences and documents, become one event."""

from pipeline.merge.across import Join, Joined, join_parts
from pipeline.merge.cards import Card, Local, make_cards
from pipeline.merge.choose import Choice, Told
from pipeline.merge.event import MergedEvent
from pipeline.merge.holders import fill_bodies
from pipeline.merge.identities import UserIdentities, hash_identities, load_identities
from pipeline.merge.ids import make_id, mention_id
from pipeline.merge.kin import Pair, find_alike
from pipeline.merge.merge import merge_events
from pipeline.merge.shingles import load_shingles
from pipeline.merge.telling import Telling, telling_record
from pipeline.merge.words import MergeWords, load_merge_words

__all__ = [
    "Card",
    "Choice",
    "Join",
    "Joined",
    "Local",
    "MergeWords",
    "MergedEvent",
    "Pair",
    "Telling",
    "Told",
    "UserIdentities",
    "fill_bodies",
    "find_alike",
    "hash_identities",
    "join_parts",
    "load_identities",
    "load_merge_words",
    "load_shingles",
    "make_cards",
    "make_id",
    "mention_id",
    "merge_events",
    "telling_record",
]
