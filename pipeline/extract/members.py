"""Puts the members of an English group in its place where they are named: "met with three officials: A, B and C", or by the next sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.extract.draft import Draft, Sources
from pipeline.extract.fillers import Filler
from pipeline.extract.participants import make_participants
from pipeline.extract.view import View, is_finite, plain, told_number
from pipeline.records import EntityMention, Evidence, Participant

MARKS = frozenset({":", "-", "–", "—"})
JOINERS = frozenset({",", "and", ";", "&"})


def with_members(views: Sequence[View], number: int, drafts: Iterable[Draft], sources: Sources) -> Iterator[Draft]:
    """The drafts of sentence `number`, each group whose members are named as those."""
    view = views[number]
    for draft in drafts:
        groups = [p for p in draft.mention.participants if view.lang == "en" and p.entity_type == "group" and p.start >= view.span.start_char]
        for group in groups:
            members = [m for m in _members(views, number, group) if m.key in sources.entities]
            draft = _with_named(view, draft, group, members, sources) if len(members) > 1 else draft
        yield draft


def _members(views: Sequence[View], number: int, group: Participant) -> list[EntityMention]:
    """The people named behind the group and a colon, or, of a counted group, as many who open the next sentence."""
    view = views[number]
    behind = _behind_mark(view, group)
    counted = _count(view, group)
    if behind:
        return behind if counted in {0, len(behind)} else []
    opening = _opening(views[number + 1]) if counted and number + 1 < len(views) else []
    return opening if len(opening) == counted else []


def _behind_mark(view: View, group: Participant) -> list[EntityMention]:
    """The people listed behind the colon or dash that follows a group and the places that it comes from."""
    mark = next((t for t in view.tokens if t.idx >= group.end and t.text in MARKS), None)
    if mark is None or any(t.text not in JOINERS and t.i not in _places(view) for t in view.tokens if group.end <= t.idx < mark.idx):
        return []
    return _row(view, mark.i + 1)


def _places(view: View) -> set[int]:
    return {i for m in view.actors if m.actor.entity_type in {"country", "region", "city"} for i in range(m.actor.start, m.actor.end)}


def _row(view: View, start: int) -> list[EntityMention]:
    """The named people from token `start` on with nothing but commas and "and" between them."""
    found: list[EntityMention] = []
    for mention in (m for m in view.actors if m.actor.start >= start):
        named = mention.actor.entity_type == "person" and mention.actor.form == "name"
        if not named or any(plain(t.text) not in JOINERS for t in view.doc[start : mention.actor.start]):
            break
        found.append(mention)
        start = mention.actor.end
    return found


def _opening(view: View) -> list[EntityMention]:
    """The people with offices who alone are told before the first verb of a sentence."""
    row = _row(view, view.tokens[0].i)
    verb = next((t for t in view.tokens if is_finite(t)), None)
    return row if row and verb is not None and verb.i == row[-1].actor.end and all(m.actor.position for m in row) else []


def _count(view: View, group: Participant) -> int:
    """How many a group is told to be; 0 where nothing tells."""
    first = next((t for t in view.tokens if t.idx >= group.start), view.tokens[-1])
    return next((number for t in view.tokens if t.idx < group.end and t.i >= first.i - 1 and (number := told_number(t))), 0)


def _with_named(view: View, draft: Draft, group: Participant, members: Sequence[EntityMention], sources: Sources) -> Draft:
    """The draft with people in the place of their group, those who are told to take part already left out."""
    mention = draft.mention
    known = {p.key for p in mention.participants}
    fillers = [Filler(m, group.role, "named") for m in members if m.key not in known]
    side = max(1, group.side)
    named = tuple(replace(p, side=side + k if group.role == "whom" else group.side) for k, p in enumerate(make_participants(view, fillers, sources.entities)))
    clause = next((e.clause for e in mention.evidence if e.slot == group.role and e.text == group.text), group.role)
    evidence = (*(e for e in mention.evidence if e.text != group.text), *(Evidence(p.role, f"{clause}, named", p.text, p.start, p.end) for p in named))
    people = tuple(q for p in mention.participants for q in (named if p.key == group.key else (p,)))
    return replace(draft, mention=replace(mention, participants=people, evidence=evidence))
