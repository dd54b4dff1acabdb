"""One event of the real world, made of its mentions: ids, best slots, conflicts."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.records import Article, EventMention

STATUS_ORDER = ("occurred", "negated", "planned", "proposed")


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with its id and the article that tells it."""

    mention_id: str
    mention: EventMention
    article: Article


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """An event and its mentions, by publication, document and place in the text; each slot is the mention that it is taken from (None: none has it)."""

    event_id: str
    told: tuple[Told, ...]
    reasons: tuple[str, ...]
    dated: Told | None
    placed: Told | None
    titled: Told | None
    priced: Told | None
    status: Told
    conflicts: tuple[str, ...]


def make_id(prefix: str, *parts: object) -> str:
    """A short id that depends on the parts alone."""
    return prefix + hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8")).hexdigest()[:12]


def mention_id(mention: EventMention) -> str:
    """The id of a mention: document, type and place of its trigger."""
    return make_id("m", mention.doc_id, mention.event_type, mention.trigger_start, mention.trigger_end)


def make_event(mentions: Iterable[tuple[EventMention, Article]], reasons: Sequence[str]) -> MergedEvent:
    """The event of these mentions; its id comes from the first by publication, doc_id and offset."""
    told = tuple(sorted((Told(mention_id(m), m, a) for m, a in mentions), key=_order))
    anchor = told[0].mention
    return MergedEvent(
        event_id=make_id("e", anchor.doc_id, anchor.event_type, anchor.trigger_start, anchor.trigger_end),
        told=told,
        reasons=tuple(reasons),
        dated=_best_date(told),
        placed=_best_place(told),
        titled=_best_title(told),
        priced=next((t for t in told if t.mention.amount is not None), None),
        status=_best_status(told, _best_date(told)),
        conflicts=tuple(_conflicts(told)),
    )


def _order(told: Told) -> tuple[str, str, int, int]:
    return told.article.published or "9999", told.mention.doc_id, told.mention.trigger_start, told.mention.trigger_end


def _best_date(told: Sequence[Told]) -> Told | None:
    """The date told most often, then the most precise, then the first; a date told with the event goes before one of its context."""
    dated = [t for t in told if t.mention.date is not None and t.mention.date.interval is not None]
    votes = Counter(_interval(t) for t in dated)
    return min(dated, key=lambda t: (t.mention.date_source != "text", _days(t), -votes[_interval(t)], _order(t)), default=None)


def _interval(told: Told) -> object:
    return None if told.mention.date is None else told.mention.date.interval


def _days(told: Told) -> int:
    date = told.mention.date
    return date.interval.days if date is not None and date.interval is not None else 10**6


def _best_place(told: Sequence[Told]) -> Told | None:
    """The place told most often, the first of equals."""
    placed = [t for t in told if t.mention.place]
    votes = Counter(t.mention.place_key for t in placed)
    return min(placed, key=lambda t: (-votes[t.mention.place_key], _order(t)), default=None)


def _best_title(told: Sequence[Told]) -> Told | None:
    """The fullest title: most words, but no more than thirty."""
    titled = [t for t in told if t.mention.what]
    return min(titled, key=lambda t: (-min(30, len(t.mention.what.split())), _order(t)), default=None)


def _best_status(told: Sequence[Told], dated: Told | None) -> Told:
    """The status of the latest publication; within one, that of the mention that is dated in the future, then what was told as fact."""
    ahead = dated is not None and dated.mention.status == "planned"
    order = ("negated", "planned", "occurred", "proposed") if ahead else STATUS_ORDER
    return min(told, key=lambda t: (_reversed(t.article.published), order.index(t.mention.status), _order(t)))


def _reversed(published: str) -> tuple[int, ...]:
    return tuple(-ord(char) for char in published) if published else (0,)


def _conflicts(told: Sequence[Told]) -> Iterable[str]:
    """Slots on which documents disagree."""
    slots = {
        "date": [
            t.mention.date.value for t in told if t.mention.date is not None and t.mention.date.interval is not None and t.mention.date.interval.days == 1
        ],
        "amount": [str(t.mention.amount) for t in told if t.mention.amount is not None],
    }
    for slot, values in slots.items():
        different = sorted(set(values))
        if len(different) > 1:
            yield f"{slot}: {' | '.join(different)}"
