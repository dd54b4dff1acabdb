"""Across articles: who holds the offices that are told without a name, and which body the offices are of that are told without one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.names import IdentityWords, held_keys, is_named_person, office_key, shared_key
from pipeline.records import Analysis, EventMention, PositionFact

Local = tuple[str, str]  # doc_id, key

REACH = timedelta(days=366)  # how long before an article its offices' holders may have been named; older tellings may be of a predecessor


@dataclass(frozen=True, slots=True)
class Held:
    """An office that an article names the holder of."""

    published: date
    group: str
    name: str


def link_holders(analyses: Sequence[Analysis], links: Mapping[Local, str], words: IdentityWords) -> dict[Local, str]:
    """The group of the holder for every office told without a name ("the president of Iran") that articles of the same day or the year before name.

    Where two holders are named in that time it is the one who is known to have held the office that day (`resources/identity/leaders.yml`); it is left alone
    where neither is, or both are, and where it is told of events of another time: a wrong name is worse than none.
    """
    held = _holders(analyses, links, words)
    found: dict[Local, str] = {}
    for analysis in analyses:
        if not analysis.article.published:
            continue
        day = date.fromisoformat(analysis.article.published)
        past = frozenset(_told_of_another_time(analysis.mentions, day))
        for entity in analysis.entities:
            if entity.entity_type != "person" or is_named_person(entity) or entity.key in past:
                continue
            near = [one for one in held.get(shared_key(entity, words), ()) if day - REACH <= one.published <= day]
            groups = {one.group for one in near}
            if len(groups) > 1:
                groups = {one.group for one in near if shared_key(entity, words) in held_keys(one.name, day.isoformat(), words)}
            if len(groups) == 1:
                found[entity.doc_id, entity.key] = groups.pop()
    return found


def _holders(analyses: Iterable[Analysis], links: Mapping[Local, str], words: IdentityWords) -> dict[str, list[Held]]:
    """Key of an office -> who is told to hold it, and when."""
    held: dict[str, list[Held]] = defaultdict(list)
    for analysis in analyses:
        if not analysis.article.published:
            continue
        day = date.fromisoformat(analysis.article.published)
        names = {entity.key: entity.name for entity in analysis.entities}
        for fact in analysis.positions:
            key = office_key(fact.position, fact.organization, words) if fact.organization and fact.status != "former" else ""
            if key:
                held[key].append(Held(day, links[fact.doc_id, fact.key], names.get(fact.key, "")))
    return held


def _told_of_another_time(mentions: Iterable[EventMention], day: date) -> Iterator[str]:
    """Keys of those who take part in what an article recalls."""
    for mention in mentions:
        interval = mention.date.interval if mention.date is not None else None
        if mention.background or (interval is not None and interval.after < day - REACH):
            yield from (participant.key for participant in mention.participants)


def fill_bodies(analyses: Sequence[Analysis], groups: Mapping[Local, str], words: IdentityWords) -> tuple[Analysis, ...]:
    """The analyses, offices told without their body ("President Lind") with the only one that other articles tell of the same person and office.

    `groups` tells for every local entity which one of the collection it is.
    """
    told: dict[tuple[str, str], dict[str, PositionFact]] = defaultdict(dict)
    for fact in (fact for analysis in analyses for fact in analysis.positions if fact.organization_key):
        body = groups[fact.doc_id, fact.organization_key]
        told[groups[fact.doc_id, fact.key], _meaning(fact, words)].setdefault(body, fact)
    return tuple(replace(a, positions=tuple(_with_body(fact, told, groups, words) for fact in a.positions)) for a in analyses)


def _with_body(
    fact: PositionFact, told: Mapping[tuple[str, str], Mapping[str, PositionFact]], groups: Mapping[Local, str], words: IdentityWords
) -> PositionFact:
    bodies = {} if fact.organization else told.get((groups[fact.doc_id, fact.key], _meaning(fact, words)), {})
    if len(bodies) != 1:
        return fact
    (other,) = bodies.values()
    return replace(fact, organization=other.organization, organization_key=other.organization_key, organization_doc=other.doc_id)


def _meaning(fact: PositionFact, words: IdentityWords) -> str:
    """The office in meanings that both languages share."""
    return office_key(fact.position, "", words, anywhere=True)
