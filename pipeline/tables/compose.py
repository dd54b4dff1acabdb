"""Turns events, entities and analyses into the rows of the tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.merge import Card, Local, MergedEvent, Told
from pipeline.records import Analysis, Article, DateMention, Participant, PositionFact
from pipeline.tables.evidence import EvidenceRows, name_place
from pipeline.tables.rows import DateRow, DocumentRow, EntityRow, EventParticipantRow, EventRow, MentionRow, ParticipantRow, PositionRow, Tables

ROLE_ORDER = ("who", "whom", "signatory", "head_of_delegation", "attendee", "witness")


@dataclass(frozen=True, slots=True)
class Collection:
    """All that the tables are made of."""

    articles: tuple[Article, ...]
    analyses: tuple[Analysis, ...]
    events: tuple[MergedEvent, ...]
    cards: Mapping[Local, Card]


def compose_tables(collection: Collection) -> Tables:
    """The rows of every table; those of one fact agree because they are made of one mention."""
    participants = tuple(row for event in collection.events for row in _participants(event, collection.cards))
    joined = tuple(_joined(participants))
    by_event: dict[str, list[EventParticipantRow]] = defaultdict(list)
    for row in joined:
        by_event[row.event_id].append(row)
    positions = tuple(_positions(collection))
    return Tables(
        events=tuple(_event(event, by_event[event.event_id], collection.cards) for event in collection.events),
        mentions=tuple(_mention(told, event, collection.cards) for event in collection.events for told in event.told),
        participants=participants,
        event_participants=joined,
        entities=tuple(_entities(collection, participants, positions)),
        positions=positions,
        documents=tuple(_documents(collection)),
        dates=tuple(_date(a.article.doc_id, d) for a in collection.analyses for d in a.dates),
        texts=tuple((a.article.doc_id, a.article.text) for a in collection.analyses),
        evidence=EvidenceRows(collection.events, collection.cards),
    )


def _event(event: MergedEvent, people: Sequence[EventParticipantRow], cards: Mapping[Local, Card]) -> EventRow:
    dated, placed, titled, priced = (choice.told for choice in (event.dated, event.placed, event.titled, event.priced))
    date = dated.mention.date if dated else None
    articles = list({t.article.doc_id: t.article for t in event.told}.values())
    published = sorted(a.published for a in articles if a.published)
    quote = max(event.told, key=lambda t: (t.mention.confidence, len(t.mention.participants), -t.mention.trigger_start))
    return EventRow(
        event_id=event.event_id,
        event_type=event.told[0].mention.event_type,
        status=event.status.told.mention.status if event.status.told else "",
        date_start=_first(date),
        date_end=_last(date),
        date_precision=date.precision if date and date.interval else "",
        date_source=dated.mention.date_source if dated else "",
        date_edtf=date.edtf if date and date.interval else "",
        who=_names(people, "who", "head_of_delegation"),
        whom=_names(people, "whom"),
        participants=_names(people, *ROLE_ORDER),
        place=name_place(placed, cards),
        country=placed.mention.country if placed else "",
        what=titled.mention.what if titled else "",
        document_type=titled.mention.document_type if titled else "",
        amount=priced.mention.amount if priced else None,
        currency=priced.mention.currency if priced else "",
        languages=tuple(sorted({t.mention.lang for t in event.told})),
        n_mentions=len(event.told),
        n_documents=len(articles),
        n_sources=event.n_sources,
        sources=tuple(sorted({a.source for a in articles if a.source})),
        urls=tuple(sorted({a.url for a in articles if a.url})),
        first_published=published[0] if published else "",
        last_published=published[-1] if published else "",
        conflicts=event.conflicts,
        confidence=quote.mention.confidence,
        quote=quote.mention.sentence,
        doc_ids=tuple(sorted(a.doc_id for a in articles)),
    )


def _first(date: DateMention | None) -> str:
    return date.interval.first.isoformat() if date and date.interval else ""


def _last(date: DateMention | None) -> str:
    return date.interval.last.isoformat() if date and date.interval else ""


def _names(people: Iterable[EventParticipantRow], *roles: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.name for role in roles for p in people if p.role == role))


def _mention(told: Told, event: MergedEvent, cards: Mapping[Local, Card]) -> MentionRow:
    mention = told.mention
    date = mention.date if mention.date and mention.date.interval else None
    return MentionRow(
        mention_id=told.mention_id,
        event_id=event.event_id,
        doc_id=mention.doc_id,
        lang=mention.lang,
        event_type=mention.event_type,
        status=mention.status,
        status_cue=mention.status_cue,
        date_start=_first(date),
        date_end=_last(date),
        date_precision=date.precision if date else "",
        date_source=mention.date_source if date else "",
        date_text=mention.date.text if mention.date else "",
        place=name_place(told, cards) if mention.place else "",
        country=mention.country,
        what=mention.what,
        document_type=mention.document_type,
        amount=mention.amount,
        currency=mention.currency,
        sentence=mention.sentence,
        char_start=mention.start,
        char_end=mention.end,
        trigger=mention.trigger,
        trigger_start=mention.trigger_start,
        trigger_end=mention.trigger_end,
        rule=mention.rule,
        background=mention.background,
        asserted_by=mention.asserted_by,
        confidence=mention.confidence,
    )


def _participants(event: MergedEvent, cards: Mapping[Local, Card]) -> Iterator[ParticipantRow]:
    for told in event.told:
        seen: set[str] = set()
        for participant in told.mention.participants:
            card = cards[told.mention.doc_id, participant.key]
            if card.entity_id not in seen:
                seen.add(card.entity_id)
                yield _participant(told, event.event_id, participant, card)


def _participant(told: Told, event_id: str, participant: Participant, card: Card) -> ParticipantRow:
    placed = participant.start >= 0
    return ParticipantRow(
        event_id=event_id,
        mention_id=told.mention_id,
        doc_id=told.mention.doc_id,
        entity_id=card.entity_id,
        role=participant.role,
        side=participant.side or None,
        text=participant.text,
        char_start=participant.start if placed else None,
        char_end=participant.end if placed else None,
        name=card.name,
        entity_type=card.entity_type,
        position=participant.position,
        affiliation=participant.affiliation,
        country=card.country,
        resolved_by=participant.resolved_by,
    )


def _joined(rows: Iterable[ParticipantRow]) -> Iterator[EventParticipantRow]:
    """One row for each participant of an event, with the role and side it has most often (the first of equals)."""
    groups: dict[tuple[str, str], list[ParticipantRow]] = defaultdict(list)
    for row in rows:
        groups[row.event_id, row.entity_id].append(row)
    for (event_id, entity_id), group in groups.items():
        votes = Counter((row.role, row.side) for row in group)
        role, side = max(votes, key=lambda vote: votes[vote])
        yield EventParticipantRow(
            event_id=event_id,
            entity_id=entity_id,
            role=role,
            side=side,
            name=group[0].name,
            entity_type=group[0].entity_type,
            position=next((row.position for row in group if row.position), ""),
            affiliation=next((row.affiliation for row in group if row.affiliation), ""),
            country=group[0].country,
            n_mentions=len(group),
        )


def _entities(collection: Collection, participants: Sequence[ParticipantRow], positions: Sequence[PositionRow]) -> Iterator[EntityRow]:
    """The entities that another table points to."""
    events: dict[str, set[str]] = defaultdict(set)
    for row in participants:
        events[row.entity_id].add(row.event_id)
    used = {*events, *(p.entity_id for p in positions), *(p.organization_id for p in positions if p.organization_id)}
    cards = {card.entity_id: card for card in collection.cards.values() if card.entity_id in used}
    for entity_id, card in cards.items():
        yield EntityRow(
            entity_id,
            card.entity_type,
            card.name,
            card.name_en,
            card.name_ru,
            card.aliases,
            card.country,
            len(card.doc_ids),
            len(events[entity_id]),
            card.wikidata,
        )


def _positions(collection: Collection) -> Iterator[PositionRow]:
    for analysis in collection.analyses:
        for fact in analysis.positions:
            yield _position(fact, analysis.article, collection.cards)


def _position(fact: PositionFact, article: Article, cards: Mapping[Local, Card]) -> PositionRow:
    card, body = cards[fact.doc_id, fact.key], cards.get((fact.organization_doc or fact.doc_id, fact.organization_key))
    return PositionRow(
        entity_id=card.entity_id,
        name=card.name,
        position=fact.position,
        organization=body.name if body else fact.organization,
        organization_id=body.entity_id if body else "",
        status=fact.status,
        doc_id=fact.doc_id,
        char_start=fact.start,
        char_end=fact.end,
        published=article.published,
    )


def _documents(collection: Collection) -> Iterator[DocumentRow]:
    counts = Counter(told.mention.doc_id for event in collection.events for told in event.told)
    for a in collection.articles:
        yield DocumentRow(
            doc_id=a.doc_id,
            path=a.path,
            source=a.source,
            url=a.url,
            title=a.title,
            lang=a.lang,
            published=a.published,
            published_source=a.published_source,
            sha256=a.sha256,
            n_chars=a.n_chars or len(a.text),
            status=a.status or ("ok" if counts[a.doc_id] else "no_events"),
            reason=a.reason,
            n_mentions=counts[a.doc_id],
            duplicate_of=a.duplicate_of,
            author=a.author,
            profile=a.profile,
        )


def _date(doc_id: str, date: DateMention) -> DateRow:
    precision = date.precision if date.interval else ""
    return DateRow(doc_id, date.start, date.end, date.text, date.type, date.value, _first(date), _last(date), precision, date.anchor)
