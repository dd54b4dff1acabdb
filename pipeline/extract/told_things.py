"""Tells whether what people did to a document or a plaque only goes on with what was told before: "the document was signed by", "unveiled a plaque"."""

from __future__ import annotations

from pipeline.extract.view import View, plain
from pipeline.records import EventMention

DEFINITE = frozenset({"the", "this", "these", "that"})
ARTICLES = frozenset({"a", "an", "the"})


def is_of_document(view: View, mention: EventMention) -> bool:
    """Whether a signing is told of the document that was told before: «документ подписали ректоры», «подписи под документом поставили»."""
    told = next((e for e in mention.evidence if e.slot == "what"), None)
    if mention.event_type != "signing" or told is None:
        return False
    within = [t for t in view.tokens if told.start <= t.idx < told.end]
    if view.lang == "en" and not any(plain(c.text) in DEFINITE for t in within for c in (t, *t.children)):
        return False
    words = [view.lemma(t) for t in within if plain(t.text) not in DEFINITE]
    return len(words) == 1 and words[0] in view.grammar.lists["told_documents"]


def is_of_opening(view: View, mention: EventMention) -> bool:
    """Whether people unveil a plaque of which nothing more is told, as they do where something opens."""
    told = next((e for e in mention.evidence if e.slot == "what"), None)
    if mention.event_type != "opening" or told is None or mention.place or not any(p.entity_type == "person" for p in mention.participants):
        return False
    words = [view.lemma(t) for t in view.tokens if told.start <= t.idx < told.end and plain(t.text) not in ARTICLES]
    return bool(words) and words[-1] in view.grammar.lists["plaques"] and all(w in view.grammar.lists["plain_plaques"] for w in words[:-1])
