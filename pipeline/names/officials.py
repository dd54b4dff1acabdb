"""Within one article: an office told without a name stands for who held it on the day of publication, if the profile of its source says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.names.identity import IdentityWords, describe_text
from pipeline.names.resolve_offices import office_of
from pipeline.records import EntityMention, LocalEntity
from pipeline.sources.profile import Holder, Name, Office, Region


@dataclass(frozen=True, slots=True)
class Officials:
    """What a source says of its region and offices."""

    offices: tuple[Office, ...]
    region: Region | None = None


def find_holders(mentions: Sequence[EntityMention], told: Officials, published: str, words: IdentityWords) -> dict[str, Holder]:
    """For the keys of entities that the article tells by nothing but an office of its source: who held it on the ISO day `published`.

    None for an office of another place, a former holder, or "a governor"; none without a day, unless the office had one holder only.
    """
    named = {mention.key for mention in mentions if mention.actor.form == "name"}
    by_key: dict[str, list[EntityMention]] = {}
    for mention in mentions:
        if mention.actor.form == "position" and mention.actor.entity_type == "person" and mention.key not in named:
            by_key.setdefault(mention.key, []).append(mention)
    found = ((key, _find_holder(group, told, published, words)) for key, group in by_key.items())
    return {key: holder for key, holder in found if holder is not None}


def _find_holder(group: Iterable[EntityMention], told: Officials, published: str, words: IdentityWords) -> Holder | None:
    actors = [mention.actor for mention in group]
    here = _names_of(told.region)
    if any(actor.plural or actor.position_status == "former" or actor.affiliation not in here for actor in actors):
        return None
    for office in told.offices:
        meant = {describe_text(phrase, words) for phrase in (*office.words.en, *office.words.ru)}
        if all(office_of(replace(actor, affiliation=""), words) in meant for actor in actors):
            return choose_holder(office.holders, published)
    return None


def choose_holder(holders: Sequence[Holder], published: str) -> Holder | None:
    """Who held an office on an ISO day: of two on one day the later; without a day the only one there is."""
    if not published:
        return holders[0] if len(holders) == 1 else None
    held = [holder for holder in holders if (holder.since or "") <= published <= (holder.until or "9999")]
    return max(held, key=lambda holder: holder.since or "", default=None)


def join_named(mentions: Sequence[EntityMention], holders: Mapping[str, Holder]) -> tuple[EntityMention, ...]:
    """The mentions, those of an office under the key of its holder where the article names him or her elsewhere."""
    named = {mention.actor.name.casefold(): mention.key for mention in mentions if mention.actor.form == "name" and mention.actor.entity_type == "person"}
    same = {key: named[name] for key, holder in holders.items() for name in _calls(holder.name) if name in named}
    return tuple(replace(mention, key=same[mention.key]) if mention.key in same else mention for mention in mentions)


def name_entities(entities: Iterable[LocalEntity], holders: Mapping[str, Holder], region: Region | None) -> Iterator[LocalEntity]:
    """The entities, those that are told by an office of the source alone with the name of its holder, and the region for where they hold it."""
    for entity in entities:
        holder = holders.get(entity.key)
        if holder is None:
            yield entity
            continue
        lang = entity.lang if getattr(holder.name, entity.lang, "") else "ru" if entity.lang == "en" else "en"
        name = getattr(holder.name, lang)
        place = getattr(region.name, entity.lang, "") if region is not None else ""
        country = region.country if region is not None else ""
        yield replace(entity, name=name, lang=lang, aliases=(name,), affiliation=entity.affiliation or place, country=entity.country or country)


def _names_of(region: Region | None) -> set[str]:
    if region is None:
        return {""}
    return {"", region.name.en, region.name.ru, *region.words.en, *region.words.ru}


def _calls(name: Name) -> Iterator[str]:
    """The ways to name a holder: in full, and by the last name alone."""
    for form in (name.en, name.ru):
        if form:
            yield form.casefold()
            yield form.split()[-1].casefold()
