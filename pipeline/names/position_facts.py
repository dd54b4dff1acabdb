"""Who holds which office where, as one article tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.annotate import Doc
from pipeline.names.identity import IdentityWords, describe_text
from pipeline.names.identity_collect import body_keys
from pipeline.names.identity_holders import Holding, find_headings, find_holdings
from pipeline.names.position_bodies import find_told_body, list_told
from pipeline.records import EntityMention, PositionFact

Keys = Mapping[tuple[str, str], str]


def collect_positions(doc: Doc, doc_id: str, mentions: Iterable[EntityMention], words: IdentityWords) -> tuple[PositionFact, ...]:
    """Who holds which office, once for each way that it is told of a person with a name, in the order of the text.

    Offices told apart from the name count as well: "X is the governor", and "the governor of Y" that stands for a person named elsewhere. An office
    without its body is left out where the same is told with it. Trades ("the writer X") are no offices unless a body is told that they are carried on for.
    """
    mentions = tuple(mentions)
    keys = body_keys(mentions)
    named = {m.key for m in mentions if m.actor.form == "name" and m.actor.entity_type == "person"}
    facts = [fact for m in mentions if m.key in named and m.actor.form == "name" and m.actor.position for fact in _facts(doc, doc_id, m, keys)]
    facts += _told_apart(doc, doc_id, mentions, named, keys, words)
    kinds = {key: kind for (_, kind), key in keys.items()}
    held = [fact for fact in facts if _is_office(fact, kinds, words)]
    told = list_told(mentions, keys, doc)
    return _once(_add_country([find_told_body(fact, told, words) for fact in held], mentions, words))


def _once(facts: Sequence[PositionFact]) -> tuple[PositionFact, ...]:
    """Each office of a person and body once, the first time that it is told; without a body only where no fact tells one."""
    whole = {(f.key, f.position) for f in facts if f.organization}
    ordered = sorted((f for f in facts if f.organization or (f.key, f.position) not in whole), key=lambda f: (f.key, f.position, f.organization, f.start))
    once = [next(group) for _, group in groupby(ordered, key=lambda f: (f.key, f.position, f.organization))]
    return tuple(sorted(once, key=lambda f: (f.start, f.key)))


def _is_office(fact: PositionFact, kinds: Mapping[str, str], words: IdentityWords) -> bool:
    """Whether this is an office that somebody holds: no trade or honour alone, and no founder."""
    told = set(fact.position.lower().replace(",", " ").split())
    if told & words.holding.founders:
        return False
    return not told & words.holding.trades or kinds.get(fact.organization_key, "") == "organization"


def _told_apart(doc: Doc, doc_id: str, mentions: Sequence[EntityMention], named: set[str], keys: Keys, words: IdentityWords) -> list[PositionFact]:
    held = list(find_holdings(doc, mentions, words.holding))
    facts = [replace(fact, key=h.key, status=h.status or fact.status) for h in held for fact in _facts(doc, doc_id, h.mention, keys)]
    known = {h.mention.actor for h in held}
    resolved = [m for m in mentions if m.key in named and m.actor.form == "position" and m.actor.affiliation and m.actor not in known]
    heads = [_heading(_fact(doc, doc_id, h.mention, keys), h, words) for h in find_headings(doc, mentions, words.holding)]
    return facts + [_fact(doc, doc_id, m, keys) for m in resolved] + heads


def _heading(fact: PositionFact, told: Holding, words: IdentityWords) -> PositionFact:
    """The office of somebody who heads a body."""
    body = told.mention.actor
    office = words.holding.head[body.lang]
    return replace(fact, key=told.key, position=office, organization=body.name, organization_key=told.mention.key, status=told.status or "current")


def _add_country(facts: Iterable[PositionFact], mentions: Iterable[EntityMention], words: IdentityWords) -> list[PositionFact]:
    """The facts, those of an office of state told without its country with the only country that the article tells of."""
    mentions = tuple(mentions)
    countries = [m for m in mentions if m.actor.entity_type == "country" and m.actor.form == "name"]
    if len({m.actor.country for m in mentions} - {""}) != 1 or not countries:
        return list(facts)
    first = countries[0]
    return [replace(f, organization=first.actor.name, organization_key=first.key) if is_of_state(f, words) else f for f in facts]


def is_of_state(fact: PositionFact, words: IdentityWords) -> bool:
    """Whether the office is one that a country has one of, told without its country."""
    office = describe_text(fact.position, words)
    return not fact.organization and not office.others and not office.places and office.concepts in words.concepts.of_state


def _facts(doc: Doc, doc_id: str, mention: EntityMention, keys: Keys) -> list[PositionFact]:
    """One fact for each office that the actor tells."""
    whole = _fact(doc, doc_id, mention, keys)
    return [
        replace(whole, position=o.position, organization=o.affiliation, organization_key=keys.get((o.affiliation, o.affiliation_type), ""), status=o.status)
        for o in mention.actor.offices
    ] or [whole]


def _fact(doc: Doc, doc_id: str, mention: EntityMention, keys: Keys) -> PositionFact:
    actor = mention.actor
    return PositionFact(
        doc_id=doc_id,
        key=mention.key,
        position=actor.position,
        organization=actor.affiliation,
        organization_key=keys.get((actor.affiliation, actor.affiliation_type), ""),
        status=actor.position_status or "current",
        start=doc[actor.start].idx,
        end=doc[actor.end - 1].idx + len(doc[actor.end - 1]),
    )
