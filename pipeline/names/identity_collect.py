"""What one article tells of its entities: the best name, other names, offices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.annotate import Doc, feature
from pipeline.names.identity_person import PATRONYMIC
from pipeline.records import Actor, EntityMention, LocalEntity

LEADING = 3  # words of an actor among which its office begins
STEM = 3  # letters that all cases of a word share: "мэром", "послом"
_LONG_WORD = re.compile(r"[^\W\d_]{2,}")


def collect_entities(doc: Doc, doc_id: str, mentions: Iterable[EntityMention]) -> tuple[LocalEntity, ...]:
    """One record for each entity of the article, in the order of first mention; parties and pronouns that stand for nobody known are none.

    Bodies and places that are told of an office alone ("rector of Omsk University") come last.
    """
    mentions = tuple(mentions)
    told = [m for m in mentions if m.resolved_by and m.actor.form != "parties"]
    by_key: dict[str, list[Actor]] = {}
    for mention in told:
        by_key.setdefault(mention.key, []).append(mention.actor)
    return (*(_collect(doc, doc_id, key, actors) for key, actors in by_key.items()), *_bodies(doc, doc_id, mentions))


def body_keys(mentions: Iterable[EntityMention]) -> dict[tuple[str, str], str]:
    """(name, type) -> key of the bodies and places that the article tells: as actors, else "a1", "a2", ... for those of offices alone."""
    mentions = tuple(mentions)
    keys = {(m.actor.name, m.actor.entity_type): m.key for m in mentions if m.actor.form == "name"}
    further = dict.fromkeys(told for m in _members(mentions) for told in _affiliations(m.actor) if told not in keys)
    return keys | {told: f"a{n}" for n, told in enumerate(further, start=1)}


def _members(mentions: Sequence[EntityMention]) -> Iterator[EntityMention]:
    """The mentions of people with a name, and of groups: what they belong to is worth an entity; so is the body of any office."""
    named = {m.key for m in mentions if m.actor.form == "name" and m.actor.entity_type == "person"}
    return (m for m in mentions if m.resolved_by and (m.key in named or m.actor.entity_type == "group" or m.actor.affiliation_type == "organization"))


def _affiliations(actor: Actor) -> Iterator[tuple[str, str]]:
    """(name, type) of what the offices of an actor belong to."""
    if actor.affiliation:
        yield actor.affiliation, actor.affiliation_type
    yield from ((office.affiliation, office.affiliation_type) for office in actor.offices if office.affiliation)


def _bodies(doc: Doc, doc_id: str, mentions: Sequence[EntityMention]) -> Iterator[LocalEntity]:
    """The entities that only offices tell of."""
    keys = body_keys(mentions)
    done = {m.key for m in mentions}
    for actor in (m.actor for m in _members(mentions)):
        for name, kind in _affiliations(actor):
            key = keys[name, kind]
            if key in done:
                continue
            done.add(key)
            is_own = name == actor.affiliation
            first, last = (actor.affiliation_start, actor.affiliation_end) if is_own and actor.affiliation_start >= 0 else (actor.start, actor.end)
            country = actor.country if is_own else ""
            yield LocalEntity(doc_id, key, kind, name, actor.lang, (name,), country, "", "", doc[first].idx, _end(doc, last))


def _collect(doc: Doc, doc_id: str, key: str, actors: Sequence[Actor]) -> LocalEntity:
    named = [a for a in actors if a.form == "name"] or [a for a in actors if a.form == "position"] or list(actors)
    best = max(named, key=lambda a: (_words(a), _is_as_told(doc, a), _is_nominative(doc, a), len(a.name), -a.start))
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
    if actor.lang == "ru" and actor.name.startswith(f"{actor.position} "):
        return actor.name
    told = [token for token in doc[actor.start : actor.end] if token.text.lower() != "the"]
    first = next((k for k, t in enumerate(told[:LEADING]) if t.text[:STEM].lower() == actor.position[:STEM].lower()), -1)  # «бывший мэр города»
    rest = told[first + len(actor.position.split()) :]
    if rest and first >= 0 and actor.affiliation_start > told[first].i:
        return f"{actor.position} {' '.join(doc[rest[0].i : actor.end].text.split())}"
    return f"{actor.position} of {actor.affiliation}" if actor.lang == "en" and actor.affiliation else actor.name


def _words(actor: Actor) -> int:
    """Words of two letters and more, without a Russian patronymic that stands for the surname: "Анна Петровна"."""
    words: list[str] = _LONG_WORD.findall(actor.name)
    called = len(words) == 2 and actor.lang == "ru" and actor.entity_type == "person" and words[1].lower().endswith(PATRONYMIC)
    return len(words) - called


def _is_nominative(doc: Doc, actor: Actor) -> bool:
    """Whether the tagger saw the nominative in all words of a Russian name."""
    cases = {feature(token, "Case") for token in doc[actor.name_start : actor.name_end]} - {""}
    return actor.lang != "ru" or cases <= {"Nom"}


def _is_as_told(doc: Doc, actor: Actor) -> bool:
    """Whether the name stands in the text as in its normal form: its ending was not guessed."""
    return " ".join(doc[actor.name_start : actor.name_end].text.split()) == actor.name


def _aliases(doc: Doc, actors: Iterable[Actor]) -> list[str]:
    """Names as told and in normal form, each once; no offices and pronouns."""
    forms = {form for a in actors if a.form == "name" for form in (a.name, " ".join(doc[a.name_start : a.name_end].text.split()))}
    return sorted(forms - {""})


def _end(doc: Doc, token: int) -> int:
    return doc[token - 1].idx + len(doc[token - 1])
