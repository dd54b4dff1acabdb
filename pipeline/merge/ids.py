"""Ids of mentions and events: hashes of document, kind and place in the text, so that they depend on the documents alone."""

from __future__ import annotations

import hashlib

from pipeline.records import EventMention


def make_id(prefix: str, *parts: object) -> str:
    """A short id that depends on the parts alone."""
    return prefix + hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8")).hexdigest()[:12]


def mention_id(mention: EventMention) -> str:
    """The id of a mention: document, type and place of its trigger."""
    return make_id("m", mention.doc_id, mention.event_type, mention.trigger_start, mention.trigger_end)


def event_id(anchor: EventMention) -> str:
    """The id of the event that a mention anchors; it differs from the mention's own by its first letter alone."""
    return f"e{mention_id(anchor)[1:]}"
