"""The rows of the tables: one frozen dataclass a table, its fields the columns in their order; None and "" are a cell that is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of the real world."""

    event_id: str
    event_type: str
    status: str
    date_start: str | None = None
    date_end: str | None = None
    date_precision: str | None = None
    date_source: str | None = None
    date_edtf: str | None = None
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    place: str | None = None
    country: str | None = None
    what: str | None = None
    document_type: str | None = None
    amount: float | None = None
    currency: str | None = None
    languages: tuple[str, ...] = ()
    n_mentions: int = 0
    n_documents: int = 0
    n_sources: int = 0
    sources: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    first_published: str | None = None
    last_published: str | None = None
    conflicts: tuple[str, ...] = ()
    confidence: float | None = None
    quote: str | None = None
    doc_ids: tuple[str, ...] = ()
    summary_en: str | None = None
    summary_ru: str | None = None
    review_status: str | None = None


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One event as one sentence tells it."""

    mention_id: str
    event_id: str
    doc_id: str
    lang: str
    event_type: str
    status: str
    status_cue: str | None
    date_start: str | None
    date_end: str | None
    date_precision: str | None
    date_source: str | None
    date_text: str | None
    place: str | None
    country: str | None
    what: str | None
    document_type: str | None
    amount: float | None
    currency: str | None
    sentence: str
    char_start: int
    char_end: int
    trigger: str
    trigger_start: int
    trigger_end: int
    rule: str
    background: bool = False
    asserted_by: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One participant of one mention; without `char_start` where it was carried over from context."""

    event_id: str
    mention_id: str
    doc_id: str
    entity_id: str
    role: str
    side: int | None
    text: str | None
    char_start: int | None
    char_end: int | None
    name: str
    entity_type: str
    position: str | None = None
    affiliation: str | None = None
    country: str | None = None
    resolved_by: str | None = None


@dataclass(frozen=True, slots=True)
class EventParticipantRow:
    """One participant of one event."""

    event_id: str
    entity_id: str
    role: str
    side: int | None
    name: str
    entity_type: str
    position: str | None = None
    affiliation: str | None = None
    country: str | None = None
    n_mentions: int = 1


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One person, body or place."""

    entity_id: str
    entity_type: str
    name: str
    name_en: str | None = None
    name_ru: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    n_documents: int = 0
    n_events: int = 0
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class PositionRow:
    """Who holds which office, as told at one spot."""

    entity_id: str
    name: str
    position: str
    organization: str | None
    organization_id: str | None
    status: str | None
    doc_id: str
    char_start: int
    char_end: int
    published: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One input document, whatever became of it."""

    doc_id: str
    path: str | None
    source: str | None
    url: str | None
    title: str | None
    lang: str | None
    published: str | None
    published_source: str | None
    sha256: str | None
    n_chars: int
    status: str
    reason: str | None = None
    n_mentions: int = 0
    duplicate_of: str | None = None
    author: str | None = None
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date expression."""

    doc_id: str
    char_start: int
    char_end: int
    text: str
    type: str
    value: str | None
    date_start: str | None = None
    date_end: str | None = None
    date_precision: str | None = None
    anchor: str | None = None


Row = EventRow | MentionRow | ParticipantRow | EventParticipantRow | EntityRow | PositionRow | DocumentRow | DateRow


@dataclass(frozen=True, slots=True)
class Tables:
    """All that an output folder holds. `texts` are pairs of doc_id and text; `evidence` are mappings that JSON can hold, each time made anew or kept."""

    events: tuple[EventRow, ...] = ()
    mentions: tuple[MentionRow, ...] = ()
    participants: tuple[ParticipantRow, ...] = ()
    event_participants: tuple[EventParticipantRow, ...] = ()
    entities: tuple[EntityRow, ...] = ()
    positions: tuple[PositionRow, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
    dates: tuple[DateRow, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    evidence: Iterable[Mapping[str, object]] = ()
