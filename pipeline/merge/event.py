"""One event of the real world, made of its mentions: ids, best slots, conflicts, sources."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.merge.choose import Choice, Told, choose_amount, choose_date, choose_place, choose_status, choose_title
from pipeline.merge.groups import group_pairs
from pipeline.merge.ids import event_id, mention_id
from pipeline.merge.shingles import find_shingles
from pipeline.merge.telling import Telling
from pipeline.records import Article, EventMention

NamedPlace = tuple[str, str]  # name and entity type


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """An event and its mentions, by publication, document and place in the text; each slot is the mention that it is taken from, and why."""

    event_id: str
    told: tuple[Told, ...]
    reasons: tuple[str, ...]  # what joined the mentions
    status: Choice
    dated: Choice
    placed: Choice
    titled: Choice
    priced: Choice
    conflicts: tuple[str, ...]
    n_sources: int
    tellings: tuple[Telling, ...] = ()  # what was compared, for `explain`

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The slots that mentions compete for."""
        return self.status, self.dated, self.placed, self.titled, self.priced


def make_event(
    mentions: Iterable[tuple[EventMention, Article]],
    reasons: Sequence[str] = (),
    *,
    tellings: Sequence[Telling] = (),
    place_of: Callable[[Told], NamedPlace] = lambda told: (told.mention.place, ""),
    text_of: Callable[[str], str] = str,
    language: str = "",
) -> MergedEvent:
    """The event of these mentions; its id comes from the first by publication, doc_id and offset.

    `place_of` gives the name by which places of several documents are compared, `text_of` the name of a document's text; `language` is that of the tables.
    """
    told = tuple(sorted((Told(mention_id(m), m, a) for m, a in mentions), key=lambda t: t.order))
    dated = choose_date(told)
    return MergedEvent(
        event_id=event_id(told[0].mention),
        told=told,
        reasons=tuple(reasons),
        status=choose_status(told, dated.told),
        dated=dated,
        placed=choose_place(told, place_of),
        titled=choose_title(told, language),
        priced=choose_amount(told),
        conflicts=tuple(_find_conflicts(told, place_of)),
        n_sources=count_sources(told, text_of),
        tellings=tuple(tellings),
    )


def count_sources(told: Sequence[Told], text_of: Callable[[str], str]) -> int:
    """Independent sources: articles of one source count once, and so do reprints and translations of one text, and articles that tell the event in
    the same words, as a digest does. An article without a source is its own.
    """
    if len({t.article.source or t.article.doc_id for t in told}) == 1:
        return 1
    names = (
        (f"source {t.article.source or t.article.doc_id}", name)
        for t in told
        for name in (f"text {text_of(t.article.doc_id)}", f"words {' '.join(sorted(find_shingles(t.mention.sentence))) or t.article.doc_id}")
    )
    return len(group_pairs(names))


def _find_conflicts(told: Sequence[Told], place_of: Callable[[Told], NamedPlace]) -> Iterator[str]:
    """Slots on which mentions disagree: days, cities, amounts, and whether it took place at all."""
    days = (t.interval.first for t in told if t.interval is not None and t.interval.days == 1)
    places = (place_of(t) for t in told if t.mention.place)
    statuses = {t.mention.status for t in told}
    slots: dict[str, Iterable[Hashable]] = {
        "status": statuses if {"occurred", "negated"} <= statuses else (),
        "date": days,
        "place": (name for name, entity_type in places if entity_type == "city"),
        "amount": (f"{t.mention.amount:.10g} {t.mention.currency}".strip() for t in told if t.mention.amount is not None),
    }
    for slot, values in slots.items():
        different = sorted({str(value) for value in values})
        if len(different) > 1:
            yield f"{slot}: {' | '.join(different)}"
