"""Joins events that several documents tell: the same people or parties, the same kind, days that fit; in one language or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from pipeline.merge.cards import Card, Local
from pipeline.merge.same import CLOSED, what_similarity
from pipeline.merge.within import Group
from pipeline.records import Article, EventMention, Interval

NEAR = 5  # days between two publications, or between an event and the report of it, of one piece of news
LARGEST = 400  # events of one block that are compared with each other
NEIGHBOURS = 30  # clusters of one block that are compared with each other once all tellings are placed
TITLE = 0.6  # share of words in common from which two titles are one


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one document tells it, in terms that documents share."""

    group: Group
    article: Article
    event_type: str
    status: str
    interval: Interval | None
    published: date | None
    actors: frozenset[str]  # entity ids of those who act
    others: frozenset[str]  # entity ids of the other sides
    persons: frozenset[str]
    place: str  # entity id
    country: str
    title: str
    document_type: str
    lang: str
    stories: frozenset[str] = frozenset()  # articles with many of the same people: other tellings of one story

    @property
    def everyone(self) -> frozenset[str]:
        """Entity ids of all sides."""
        return self.actors | self.others


@dataclass(frozen=True, slots=True)
class Joined:
    """Tellings of one event, and why each after the first belongs."""

    tellings: tuple[Telling, ...]
    reasons: tuple[str, ...]


def join_tellings(tellings: Sequence[Telling]) -> tuple[Joined, ...]:
    """The events of all documents. A telling joins the first cluster that it fits and none of whose tellings speaks against it.

    Only tellings that share a block (kind and two names, or kind, place and month) are compared, so that the cost grows with the number of events.
    """
    ordered = sorted(tellings, key=_order)
    clusters: list[Joined] = []
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for telling in ordered:
        keys = tuple(block_keys(telling))
        candidates = dict.fromkeys(k for key in keys for k in blocks[key][-LARGEST:])
        k, reason = next(_fitting(clusters, candidates, telling), (-1, ""))
        if k < 0:
            k = len(clusters)
            clusters.append(Joined((telling,), telling.group.reasons))
        else:
            clusters[k] = Joined((*clusters[k].tellings, telling), (*clusters[k].reasons, reason, *telling.group.reasons))
        for key in keys:
            if k not in blocks[key][-LARGEST:]:
                blocks[key].append(k)
    return tuple(_join_clusters(clusters, blocks))


def _join_clusters(clusters: list[Joined], blocks: Mapping[tuple[str, ...], Sequence[int]]) -> Iterator[Joined]:
    """Clusters that a later telling showed to be one: each joins the first of its block that it fits."""
    neighbours: dict[int, dict[int, None]] = defaultdict(dict)
    for members in blocks.values():
        ordered = sorted(members)
        for j, k in enumerate(ordered):
            neighbours[k].update(dict.fromkeys(ordered[max(0, j - NEIGHBOURS) : j]))
    home = list(range(len(clusters)))
    for k, cluster in enumerate(clusters):
        for j in sorted({home[j] for j in neighbours[k]}):
            reason = _why_one(clusters[j], cluster) if j < k else ""
            if reason:
                clusters[j] = Joined((*clusters[j].tellings, *cluster.tellings), (*clusters[j].reasons, reason, *cluster.reasons))
                home[k] = j
                break
    yield from (cluster for k, cluster in enumerate(clusters) if home[k] == k)


def _why_one(first: Joined, second: Joined) -> str:
    pairs = [(a, b) for a in first.tellings for b in second.tellings]
    if any(a.article.doc_id == b.article.doc_id or is_apart(a, b) for a, b in pairs):
        return ""
    return next((reason for a, b in pairs if (reason := _why(a, b))), "")


def _order(telling: Telling) -> tuple[str, str, int]:
    return telling.article.published or "9999", telling.article.doc_id, telling.group.mentions[0].trigger_start


def block_keys(telling: Telling) -> Iterator[tuple[str, ...]]:
    """What two tellings of one event have in common: kind and two names; for kinds that one name makes, kind and name; else kind, place and month."""
    names = sorted(telling.everyone)
    yield from ((telling.event_type, *pair) for pair in combinations(names[:6], 2))
    if telling.event_type in SINGLE:
        yield from ((telling.event_type, name) for name in sorted(telling.actors)[:6])
    yield from ((telling.event_type, "story", story) for story in sorted(telling.stories))
    if telling.event_type in NAMELESS and telling.interval is not None:
        yield telling.event_type, telling.country, telling.interval.first.isoformat()[:7]


def _fitting(clusters: Sequence[Joined], candidates: Iterable[int], telling: Telling) -> Iterator[tuple[int, str]]:
    for k in candidates:
        others = clusters[k].tellings
        if any(other.article.doc_id == telling.article.doc_id or is_apart(other, telling) for other in others):
            continue
        reason = next((reason for other in others if (reason := _why(other, telling))), "")
        if reason:
            yield k, reason


def _why(a: Telling, b: Telling) -> str:
    return FOR.get(b.event_type, _same_sides)(a, b) or (_same_story(a, b) if a.stories & b.stories else "")


def is_apart(a: Telling, b: Telling) -> bool:
    """Whether kind, status, days or place keep two tellings from being one event."""
    statuses = {a.status, b.status}
    if a.event_type != b.event_type or (len(statuses) > 1 and not statuses <= CLOSED and "negated" not in statuses):
        return True
    return not _days_fit(a, b) or _places_apart(a, b)


def _days_fit(a: Telling, b: Telling) -> bool:
    """Days told overlap; where one tells none, the other's lie close to its publication; where neither does, the publications do."""
    if a.interval is not None and b.interval is not None:
        return a.interval.first < b.interval.after and b.interval.first < a.interval.after
    if a.stories & b.stories:
        return True
    first, second = (_day(t) for t in (a, b))
    if first is None or second is None:
        return len(a.persons & b.persons) > 1
    return abs((first - second).days) <= NEAR


def _day(telling: Telling) -> date | None:
    return telling.interval.first if telling.interval is not None else telling.published


def _places_apart(a: Telling, b: Telling) -> bool:
    if a.event_type in {"signing", "call", "appointment"} or not a.place or not b.place or a.place == b.place:
        return False
    return not a.country or a.country != b.country


def _same_sides(a: Telling, b: Telling) -> str:
    shared = len(a.everyone & b.everyone)
    return "the same sides" if shared > 1 and shared >= min(len(a.everyone), len(b.everyone)) - 1 else ""


def _same_signing(a: Telling, b: Telling) -> str:
    """Two sides in common and one kind of document; titles in one language must be alike."""
    if len(a.everyone & b.everyone) < 2 or a.document_type != b.document_type:
        return ""
    alike = a.lang != b.lang or not a.title or not b.title or what_similarity(a.title, b.title) >= TITLE
    return "the same sides and document" if alike else ""


def _same_visit(a: Telling, b: Telling) -> str:
    both = a.place and b.place
    return "the same visitors" if a.actors & b.actors and both and (a.place == b.place or a.country == b.country) else ""


def _same_award(a: Telling, b: Telling) -> str:
    return "the same people" if a.actors & b.actors and (a.others & b.others or not a.others or not b.others) else ""


def _same_person(a: Telling, b: Telling) -> str:
    return "the same person" if a.actors & b.actors else ""


def _same_thing(a: Telling, b: Telling) -> str:
    """One name in one language; across languages the same place on the same day."""
    if a.lang == b.lang:
        return "the same name" if what_similarity(a.title, b.title) >= TITLE else ""
    exact = a.interval is not None and a.interval == b.interval
    return "the same place and day" if exact and a.place and a.place == b.place else ""


def _same_story(a: Telling, b: Telling) -> str:
    """In two articles with the same people one name or place in common is enough, and for documents their kind."""
    if a.event_type == "signing" and a.document_type != b.document_type:
        return ""
    somebody = bool(a.everyone & b.everyone) and (a.event_type not in {"visit"} or not a.place or not b.place or a.place == b.place)
    somewhere = bool(a.place) and a.place == b.place and not (a.everyone and b.everyone)
    nobody = a.event_type == "signing" and not (a.everyone and b.everyone)
    return "the same story" if somebody or somewhere or nobody else ""


def make_telling(group: Group, article: Article, cards: Mapping[Local, Card], stories: frozenset[str]) -> Telling:
    """What of a document's event can be compared with other documents."""
    mentions = group.mentions
    sided = [(cards[m.doc_id, p.key], p) for m in mentions for p in m.participants if p.role not in {"attendee", "witness"}]
    dated = min((m.date.interval for m in mentions if m.date and m.date.interval), key=lambda i: (i.days, i.first), default=None)
    placed = next((m for m in mentions if m.place_key), None)
    titled = max(mentions, key=lambda m: len(m.what.split()))
    return Telling(
        group=group,
        article=article,
        event_type=mentions[0].event_type,
        status=_status(mentions),
        interval=dated,
        published=date.fromisoformat(article.published) if article.published else None,
        actors=frozenset(c.entity_id for c, p in sided if p.role in {"who", "head_of_delegation"}),
        others=frozenset(c.entity_id for c, p in sided if p.role not in {"who", "head_of_delegation"}),
        persons=frozenset(c.entity_id for c, p in sided if c.entity_type == "person"),
        place=_place_id(placed, cards),
        country=placed.country if placed is not None else "",
        title=titled.what,
        document_type=titled.document_type,
        lang=mentions[0].lang,
        stories=stories,
    )


def _status(mentions: Sequence[EventMention]) -> str:
    told = {m.status for m in mentions}
    return next(status for status in ("occurred", "planned", "negated", "proposed") if status in told)


def _place_id(placed: EventMention | None, cards: Mapping[Local, Card]) -> str:
    card = cards.get((placed.doc_id, placed.place_key)) if placed is not None else None
    return card.entity_id if card is not None else ""


SINGLE = frozenset({"visit", "award", "appointment"})  # kinds that one name and a day tell apart
NAMELESS = frozenset({"opening", "conference"})  # kinds that often name nobody
FOR: Mapping[str, Callable[[Telling, Telling], str]] = {
    "signing": _same_signing,
    "visit": _same_visit,
    "award": _same_award,
    "appointment": _same_person,
    "opening": _same_thing,
    "conference": _same_thing,
}
