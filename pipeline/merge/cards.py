"""Entities of the whole collection: what each local entity is called and identified by in the tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.merge.holders import link_holders
from pipeline.merge.identities import UserIdentities, decide_links, find_wikidata, local_id, new_names
from pipeline.names import IdentityWords, display_name, is_named_person, link_entities
from pipeline.records import Analysis, LocalEntity

Local = tuple[str, str]  # doc_id, key


@dataclass(frozen=True, slots=True)
class Card:
    """One entity over all documents."""

    entity_id: str
    entity_type: str
    name: str  # in the table language
    name_en: str
    name_ru: str
    aliases: tuple[str, ...]
    country: str
    doc_ids: tuple[str, ...]
    wikidata: str = ""


def make_cards(analyses: Sequence[Analysis], *, words: IdentityWords, language: str, decided: UserIdentities | None = None) -> dict[Local, Card]:
    """The card of every local entity, after what the user has `decided`; the ids depend on the documents alone. Those that no table shows have no names."""
    decided = decided or UserIdentities()
    published = {a.article.doc_id: a.article.published for a in analyses}
    entities = [entity for analysis in analyses for entity in analysis.entities]
    members: dict[str, list[LocalEntity]] = defaultdict(list)
    links = link_entities(entities, words)
    links |= link_holders(analyses, links, words)
    links = decide_links(entities, links, decided)
    for entity in entities:
        members[links[entity.doc_id, entity.key]].append(entity)
    cards: dict[Local, Card] = {}
    shown = frozenset(_shown(analyses))
    for group in members.values():
        ordered = sorted(group, key=lambda e: (published[e.doc_id] or "9999", e.doc_id, e.start, e.key))
        named = not shown.isdisjoint((e.doc_id, e.key) for e in group)
        card = _card(ordered, words=words, language=language, named=named, names=new_names(group, decided))
        cards.update(((e.doc_id, e.key), card) for e in group)
    return _with_wikidata(cards, decided)


def _with_wikidata(cards: dict[Local, Card], decided: UserIdentities) -> dict[Local, Card]:
    """The cards with the ids of the user's table."""
    if not decided.wikidata:
        return cards
    names = {card.entity_id: (card.name, card.name_en, card.name_ru, *(a for a in card.aliases if " " in a)) for card in cards.values()}
    ids = dict(find_wikidata(names, decided))
    return {local: replace(card, wikidata=ids.get(card.entity_id, "")) for local, card in cards.items()}


def _shown(analyses: Iterable[Analysis]) -> Iterator[Local]:
    """The local entities that rows of tables name: participants, places, holders of offices and their bodies."""
    for analysis in analyses:
        for mention in analysis.mentions:
            yield mention.doc_id, mention.place_key
            yield from ((mention.doc_id, participant.key) for participant in mention.participants)
        for fact in analysis.positions:
            yield from ((fact.doc_id, fact.key), (fact.organization_doc or fact.doc_id, fact.organization_key))


def _card(group: Sequence[LocalEntity], *, words: IdentityWords, language: str, named: bool, names: Mapping[str, str]) -> Card:
    docs = tuple(sorted({e.doc_id for e in group}))
    group = [e for e in group if is_named_person(e)] or group
    first, kind = group[0], _most_common(e.entity_type for e in group)
    country = _most_common(e.country for e in group if e.country)

    def name_in(script: str) -> str:
        return names.get(script) or names.get("") or display_name([(e.name, e.lang) for e in group], script, words, entity_type=kind, country=country)

    shown = {script: name_in(script) if named else "" for script in sorted({language, "en", "ru"})}
    return Card(
        entity_id=local_id(first),
        entity_type=kind,
        name=shown[language],
        name_en=shown["en"],
        name_ru=shown["ru"],
        aliases=tuple(sorted({name for e in group for name in (e.name, *e.aliases)})),
        country=country,
        doc_ids=docs,
    )


def _most_common(values: Iterable[str]) -> str:
    told = tuple(values)
    if len(set(told)) < 2:
        return told[0] if told else ""
    counts: Mapping[str, int] = Counter(told)
    return min(counts, key=lambda value: (-counts[value], value))
