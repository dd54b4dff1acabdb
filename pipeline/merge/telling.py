"""One event as one document tells it, in terms that documents share: what is compared across documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from pipeline.merge.cards import Card, Local
from pipeline.merge.ids import make_id
from pipeline.merge.kin import Kin
from pipeline.merge.shingles import FEWEST, find_words
from pipeline.merge.within import Group
from pipeline.records import Article, EventMention, Interval, Participant

ACTING = frozenset({"who", "head_of_delegation"})
BESIDE = frozenset({"attendee", "witness"})
TOLD_FIRST = ("occurred", "planned", "negated", "proposed")


@dataclass(frozen=True, slots=True)
class Place:
    """Where it took place; empty where that is not told."""

    entity_id: str = ""
    entity_type: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of the document that tells."""

    doc_id: str
    published: date | None
    lang: str
    text: str = ""  # the name of its text, where reprints or translations share it
    stories: frozenset[str] = frozenset()  # articles with many of the same people


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One of those who take part: what may stand for somebody else of its country."""

    entity_id: str
    country: str = ""
    form: str = "name"  # name: a person known by name; body: an organization; loose: an office, a group, a country, region or city
    office: str = ""  # of a person: position and affiliation, as told


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one document tells it."""

    key: str  # mention_id of its first mention
    document: Document
    event_type: str
    status: str
    interval: Interval | None = None  # days told; None where only the report's day is known
    actors: frozenset[str] = frozenset()  # entity ids of those who act
    others: frozenset[str] = frozenset()  # entity ids of the other sides
    sides: tuple[Side, ...] = ()  # the same entities, and what they are
    place: Place = field(default_factory=Place)
    title: str = ""
    document_type: str = ""
    amount: tuple[float, str] | None = None  # and its currency
    sentences: frozenset[str] = frozenset()  # hashes of the words that tell it, where these are more than a few
    spot: float = 0.0  # where in the text it is told, 0 to 1

    @property
    def everyone(self) -> frozenset[str]:
        """Entity ids of all sides."""
        return self.actors | self.others

    @property
    def countries(self) -> frozenset[str]:
        """Of all sides."""
        return frozenset(side.country for side in self.sides if side.country)

    @property
    def day(self) -> date | None:
        """The first day told, else that of the publication."""
        return self.interval.first if self.interval is not None else self.document.published


def describe_document(article: Article, kin: Kin) -> Document:
    """What is compared of a document."""
    published = date.fromisoformat(article.published) if article.published else None
    return Document(article.doc_id, published, article.lang, kin.texts.get(article.doc_id, ""), kin.stories.get(article.doc_id, frozenset()))


def make_telling(key: str, group: Group, document: Document, cards: Mapping[Local, Card], *, length: int) -> Telling:
    """What of a document's event can be compared with other documents; `length` is that of the text in characters."""
    mentions = group.mentions
    sided = [(cards[m.doc_id, p.key], p) for m in mentions for p in m.participants if p.role not in BESIDE]
    titled = max(mentions, key=lambda m: len(m.what.split()))
    return Telling(
        key=key,
        document=document,
        event_type=mentions[0].event_type,
        status=_status(mentions),
        interval=_interval(mentions),
        actors=frozenset(c.entity_id for c, p in sided if p.role in ACTING),
        others=frozenset(c.entity_id for c, p in sided if p.role not in ACTING),
        sides=tuple(sorted({c.entity_id: _side(c, p) for c, p in sorted(sided, key=lambda pair: len(pair[1].position))}.values())),
        place=_place(mentions, cards),
        title=titled.what,
        document_type=titled.document_type,
        amount=next(((m.amount, m.currency) for m in mentions if m.amount is not None), None),
        sentences=frozenset(make_id("s", " ".join(told)) for m in mentions if len(told := find_words(m.sentence)) >= FEWEST),
        spot=mentions[0].trigger_start / max(1, length),
    )


def telling_record(telling: Telling) -> dict[str, Any]:
    """The telling as JSON can hold it, read back by `parse_telling`."""
    return cast(dict[str, Any], _plain(telling))


def parse_telling(record: Mapping[str, Any]) -> Telling:
    """The telling of a record; KeyError, TypeError or ValueError if it is none."""
    document, interval, amount = record["document"], record["interval"], record["amount"]
    published = date.fromisoformat(document["published"]) if document["published"] else None
    return Telling(
        **{
            **record,
            "document": Document(**{**document, "published": published, "stories": frozenset(document["stories"])}),
            "interval": Interval(*map(date.fromisoformat, (interval["first"], interval["after"]))) if interval else None,
            "place": Place(**record["place"]),
            "amount": (amount[0], amount[1]) if amount else None,
            "sides": tuple(Side(**side) for side in record["sides"]),
            **{name: frozenset(record[name]) for name in ("actors", "others", "sentences")},
        }
    )


def _plain(value: object) -> object:
    """Records as mappings, days as ISO text, sets as sorted lists."""
    if isinstance(value, Telling | Document | Side | Place | Interval):
        return {name: _plain(getattr(value, name)) for name in value.__slots__}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _side(card: Card, participant: Participant) -> Side:
    if card.entity_type != "person":
        return Side(card.entity_id, card.country, "body" if card.entity_type == "organization" else "loose")
    loose = participant.resolved_by == "position"
    position = participant.position or (participant.name if loose else "")
    return Side(card.entity_id, card.country, "loose" if loose else "name", f"{position} {participant.affiliation}".strip() if position else "")


def _status(mentions: Sequence[EventMention]) -> str:
    told = {m.status for m in mentions}
    return next(status for status in TOLD_FIRST if status in told)


def _interval(mentions: Sequence[EventMention]) -> Interval | None:
    """The shortest time told, the earliest of equals."""
    told = (m.date.interval for m in mentions if m.date is not None and m.date.interval is not None and m.date_source != "published")
    return min(told, key=lambda interval: (interval.days, interval.first), default=None)


def _place(mentions: Sequence[EventMention], cards: Mapping[Local, Card]) -> Place:
    placed = next((m for m in mentions if m.place_key), None)
    card = cards.get((placed.doc_id, placed.place_key)) if placed is not None else None
    if placed is None or card is None:
        return Place()
    return Place(card.entity_id, card.entity_type, placed.country)
