"""Tells what is only said to have been discussed, by people who were told to have called each other, from a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.draft import Draft
from pipeline.extract.incomplete import sides_of

NEXT = 2  # sentences


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
