"""Tells what is only said to have been discussed, by people who were told by their offices to have met or called each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.draft import Draft
from pipeline.extract.incomplete import sides_of

NEXT = 2  # sentences
BEGINS = 3  # sentences behind an appointment in which it may be told when the work begins
TALK = "разговор"
TALKS = frozenset({"meeting", "call"})


def as_call(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """What people named here "discussed" was a call, if one of people told by their offices alone was told right before: «Новак и Линд обсудили торговлю»."""
    before = next((d for d in reversed(kept) if 0 < draft.sentence - d.sentence <= NEXT), None)
    people = before.mention.participants if before is not None and before.mention.event_type == "call" else ()
    nameless = len(people) > 1 and all(p.resolved_by == "position" and p.entity_type == "person" for p in people[1:])
    known = {p.key for p in people}
    others = any(p.resolved_by == "position" and p.key not in known for p in draft.mention.participants)  # «президент и глава порта обсудили»
    nameless = nameless and not others and (people[0].resolved_by == "position" or people[0].key in {p.key for p in draft.mention.participants})
    if not draft.retells or not nameless or draft.mention.event_type != "meeting" or sides_of(draft.mention) < len(people):
        return draft
    return replace(draft, mention=replace(draft.mention, event_type="call"))


def as_call_again(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """Another talk of those of whom a call was told, and nothing of how they talked: «Предыдущий разговор Новака и Линд состоялся в мае»."""
    mention = draft.mention
    people = {p.key for p in mention.participants}
    if mention.rule != "meeting-conversation" or mention.lang != "ru" or len(people) < 2 or not mention.trigger.lower().startswith(TALK):
        return draft
    told = any(d.mention.event_type == "call" and people <= {p.key for p in d.mention.participants} for d in kept)
    return replace(draft, mention=replace(mention, event_type="call")) if told else draft


def appointed_before(draft: Draft, kept: Sequence[Draft]) -> Draft | None:
    """The appointment told shortly before of who will only begin to work: «Анна Линд назначена ректором. К обязанностям она приступит в мае»."""
    people = {p.key for p in draft.mention.participants if p.role == "who"}
    if draft.mention.rule != "appointment-begin" or len(people) != 1:
        return None
    near = (d for d in reversed(kept) if d.mention.event_type == "appointment" and draft.sentence - d.sentence <= BEGINS)
    return next((d for d in near if people == {p.key for p in d.mention.participants if p.role == "who"} and not d.mention.rule.endswith("leave")), None)


def is_told_by_offices(draft: Draft, kept: Sequence[Draft]) -> Draft | None:
    """The talks, told right before, of as many holders of offices as are named here without any: "The mayors of A and B met. Lind and Kos discussed trade"."""
    before = next((d for d in reversed(kept) if 0 < draft.sentence - d.sentence <= NEXT), None)
    people = draft.mention.participants
    if before is None or not draft.retells or before.mention.event_type not in TALKS or len(people) < 2:
        return None
    unnamed = [p for p in before.mention.participants if p.entity_type == "person" and p.resolved_by == "position"]
    named = [p for p in people if p.entity_type == "person" and p.resolved_by == "name" and not p.position]
    return before if len(unnamed) == len(before.mention.participants) == len(named) == len(people) else None
