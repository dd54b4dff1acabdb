"""What one article tells of its entities: the best name, other names, offices; and who holds which office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from spacy.tokens import Doc

from pipeline.names.identity import IdentityWords, describe_text
from pipeline.names.identity_holders import find_holdings
from pipeline.records import Actor, EntityMention, LocalEntity, PositionFact

STEM = 4  # letters that all cases of a word share
_LONG_WORD = re.compile(r"[^\W\d_]{2,}")


def collect_entities(doc: Doc, doc_id: str, mentions: Iterable[EntityMention]) -> tuple[LocalEntity, ...]:
    """One record for each entity of the article, in the order of first mention; parties and pronouns that stand for nobody known are none."""
    told = [m for m in mentions if m.resolved_by and m.actor.form != "parties"]
    by_key: dict[str, list[Actor]] = {}
    for mention in told:
        by_key.setdefault(mention.key, []).append(mention.actor)
    return tuple(_collect(doc, doc_id, key, actors) for key, actors in by_key.items())


def _collect(doc: Doc, doc_id: str, key: str, actors: Sequence[Actor]) -> LocalEntity:
    named = [a for a in actors if a.form == "name"] or [a for a in actors if a.form == "position"] or list(actors)
    best = max(named, key=lambda a: (_words(a), _is_nominative(doc, a), len(a.name), -a.start))
    offices = sorted((a for a in actors if a.position), key=lambda a: (a.position_status == "former", not a.affiliation, a.start))
    office = offices[0] if offices else None
    first = actors[0]
    return LocalEntity(
        doc_id=doc_id,
        key=key,
        entity_type=best.entity_type,
        name=_office_name(doc, best) if best.form == "position" and best.entity_type == "person" else best.name,
        lang=best.lang,
        aliases=tuple(_aliases(doc, actors)),
        country=next((a.country for a in [best, *actors] if a.country), ""),
        position=office.position if office else "",
        affiliation=office.affiliation if office else next((a.affiliation for a in actors if a.affiliation), ""),
        start=doc[first.start].idx,
        end=_end(doc, first.end),
        gender=next((a.gender for a in [best, *actors] if a.gender), ""),
    )


def _office_name(doc: Doc, actor: Actor) -> str:
    """The office with the place that follows it in the text: "президентом Ирана" -> "президент Ирана"; "Iran's president" -> "president of Iran"."""
    told = [token for token in doc[actor.start : actor.end] if not token.is_space and token.text.lower() != "the"]
    rest = told[len(actor.position.split()) :]
    if actor.affiliation_start > actor.start and rest and told[0].text[:STEM].lower() == actor.position[:STEM].lower():
        return f"{actor.position} {' '.join(doc[rest[0].i : actor.end].text.split())}"
    return f"{actor.position} of {actor.affiliation}" if actor.lang == "en" and actor.affiliation else actor.name


def _words(actor: Actor) -> int:
    """Words of two letters and more."""
    return len(_LONG_WORD.findall(actor.name))


def _is_nominative(doc: Doc, actor: Actor) -> bool:
    """Whether the name stands in the text as in its normal form: its ending was not guessed."""
    return " ".join(doc[actor.name_start : actor.name_end].text.split()) == actor.name


def _aliases(doc: Doc, actors: Iterable[Actor]) -> list[str]:
    """Names as told and in normal form, each once; no offices and pronouns."""
    forms = {form for a in actors if a.form == "name" for form in (a.name, " ".join(doc[a.name_start : a.name_end].text.split()))}
    return sorted(forms - {""})


def _end(doc: Doc, token: int) -> int:
    return doc[token - 1].idx + len(doc[token - 1])


def collect_positions(doc: Doc, doc_id: str, mentions: Iterable[EntityMention], words: IdentityWords | None = None) -> tuple[PositionFact, ...]:
    """Who holds which office, once for each way that it is told of a person with a name, in the order of the text.

    With `words` also the offices told apart from the name: "X is the governor", and "the governor of Y" that stands for a person named elsewhere.
    An office without its body is left out where the same is told with it.
    """
    mentions = tuple(mentions)
    keys = {(m.actor.name, m.actor.entity_type): m.key for m in mentions if m.actor.form == "name"}
    named = {m.key for m in mentions if m.actor.form == "name" and m.actor.entity_type == "person"}
    facts = [_fact(doc, doc_id, m, keys) for m in mentions if m.key in named and m.actor.form == "name" and m.actor.position]
    if words is not None:
        facts = _add_country([*facts, *_told_apart(doc, doc_id, mentions, keys, words)], mentions, words)
    whole = {(f.key, f.position) for f in facts if f.organization}
    ordered = sorted((f for f in facts if f.organization or (f.key, f.position) not in whole), key=lambda f: (f.key, f.position, f.organization, f.start))
    once = [next(group) for _, group in groupby(ordered, key=lambda f: (f.key, f.position, f.organization))]
    return tuple(sorted(once, key=lambda f: (f.start, f.key)))


def _told_apart(doc: Doc, doc_id: str, mentions: Sequence[EntityMention], keys: dict[tuple[str, str], str], words: IdentityWords) -> list[PositionFact]:
    named = {m.key for m in mentions if m.actor.form == "name" and m.actor.entity_type == "person"}
    held = list(find_holdings(doc, mentions, words.holding))
    facts = [replace(_fact(doc, doc_id, h.mention, keys), key=h.key, status=h.status or "current") for h in held]
    known = {h.mention.actor for h in held}
    resolved = [m for m in mentions if m.key in named and m.actor.form == "position" and m.actor.affiliation and m.actor not in known]
    return facts + [_fact(doc, doc_id, m, keys) for m in resolved]


def _add_country(facts: Iterable[PositionFact], mentions: Iterable[EntityMention], words: IdentityWords) -> list[PositionFact]:
    """The facts, those of an office of state told without its country with the only country that the article tells of."""
    mentions = tuple(mentions)
    countries = [m for m in mentions if m.actor.entity_type == "country" and m.actor.form == "name"]
    if len({m.actor.country for m in mentions} - {""}) != 1 or not countries:
        return list(facts)
    first = countries[0]
    return [replace(f, organization=first.actor.name, organization_key=first.key) if _is_of_state(f, words) else f for f in facts]


def _is_of_state(fact: PositionFact, words: IdentityWords) -> bool:
    office = describe_text(fact.position, words)
    return not fact.organization and not office.others and not office.places and office.concepts in words.concepts.of_state


def _fact(doc: Doc, doc_id: str, mention: EntityMention, keys: dict[tuple[str, str], str]) -> PositionFact:
    actor = mention.actor
    return PositionFact(
        doc_id=doc_id,
        key=mention.key,
        position=actor.position,
        organization=actor.affiliation,
        organization_key=keys.get((actor.affiliation, actor.affiliation_type), ""),
        status=actor.position_status or "current",
        start=doc[actor.start].idx,
        end=_end(doc, actor.end),
    )
