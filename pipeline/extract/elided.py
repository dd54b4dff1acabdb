"""Reads appointments that share a verb: «Анна Линд назначена министром культуры, а Олег Сорокин - министром транспорта»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.draft import Draft, Sources
from pipeline.extract.fillers import Filler
from pipeline.extract.participants import make_participants
from pipeline.extract.view import DASHES, View, case_of
from pipeline.records import EntityMention, Evidence

AS = frozenset({"as", "as the", "to be"})  # between a name and the office that it is appointed to
BEFORE = frozenset({",", ";", "а", "и"})  # what stands before a clause without a verb


def with_elided(view: View, drafts: Iterable[Draft], sources: Sources) -> Iterator[Draft]:
    """The drafts of a sentence, behind each appointment those that share its verb; English ones as one for each who is told with an office."""
    for draft in drafts:
        shared = [pair for pair in _listed(view, draft) if pair[0].key in sources.entities]
        if len(shared) > 1:
            yield from (_another(view, draft, person, office, sources) for person, office in shared)
            continue
        yield draft
        if view.lang == "ru" and draft.mention.event_type == "appointment" and draft.mention.what:
            known = {p.key for p in draft.mention.participants}
            for person, office in _pairs(view):
                if person.key in sources.entities and person.key not in known and view.doc[person.actor.start].idx > draft.mention.trigger_end:
                    yield _another(view, draft, person, office, sources)


def _listed(view: View, draft: Draft) -> list[tuple[EntityMention, EntityMention]]:
    """Each name behind an English appointment with the office behind "as": "appointed Anna Lind as mayor and Ivo Kos as rector"."""
    if view.lang != "en" or draft.mention.event_type != "appointment":
        return []
    behind = [m for m in view.actors if view.doc[m.actor.start].idx > draft.mention.trigger_start and m.actor.entity_type == "person"]
    return [
        (person, office)
        for person, office in pairwise(behind)
        if (person.actor.form, office.actor.form) == ("name", "position") and view.doc[person.actor.end : office.actor.start].text in AS
    ]


def _pairs(view: View) -> Iterator[tuple[EntityMention, EntityMention]]:
    """Each name with the office in the instrumental case told beside it, in either order, with nothing or a dash between them."""
    for first, second in pairwise(view.actors):
        between = view.doc[first.actor.end : second.actor.start]
        opens = first.actor.start > view.span.start and view.doc[first.actor.start - 1].text.lower() in BEFORE
        person, office = (second, first) if first.actor.form == "position" else (first, second)
        named = person.actor.entity_type == "person" and person.actor.form == "name" and not person.actor.position
        held = office.actor.entity_type == "person" and office.actor.form == "position" and case_of(view, view.doc[office.actor.root]) == "Ins"
        if opens and named and held and len(between) == 1 and between.text in DASHES:
            yield person, office


def _another(view: View, draft: Draft, person: EntityMention, office: EntityMention, sources: Sources) -> Draft:
    """The appointment of `person` to `office`, all else as in `draft`."""
    told, root = view.doc[office.actor.start : office.actor.end], view.doc[office.actor.root]
    appointed = make_participants(view, [Filler(person, "who", "the verb is told before")], sources.entities)
    others = tuple(p for p in draft.mention.participants if p.role != "who")
    evidence = (
        *(e for e in draft.mention.evidence if e.slot not in {"who", "what"}),
        *(Evidence("who", "the verb is told before", p.text, p.start, p.end) for p in appointed),
        Evidence("what", "the verb is told before", told.text, told.start_char, told.end_char),
    )
    mention = replace(
        draft.mention,
        participants=(*appointed, *others),
        what=" ".join(told.text.split()),
        trigger=root.text,
        trigger_start=root.idx,
        trigger_end=root.idx + len(root),
        evidence=evidence,
    )
    return replace(draft, mention=mention)
