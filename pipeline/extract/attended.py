"""Lets what people attended or signed in a sentence of its own, «во встрече приняли участие министр и ректор», be what was told right before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.draft import Draft

NEXT = 2  # sentences
FAR = 8  # sentences
HEADING = "attendance-list"  # the rule of drafts that only add people
TALKS = frozenset({"meeting", "call"})
OTHER = frozenset({"company", "speech", "sides", "delegation"})  # stand for the types of events of which more people are told so


def may_be_attended(draft: Draft, told: Draft) -> bool:
    """Whether an event was told right before; what people signed was not signed by others before."""
    if draft.mention.rule == "opening-verb" and told.mention.event_type != "opening":
        return False
    if draft.mention.event_type == "speech" and told.mention.event_type == "opening" and not told.mention.place and told.mention.date is None:
        return False  # "permit reopening the offices" is no ceremony at which people speak
    new, known = (_signers(d) for d in (draft, told))
    return draft.sentence - told.sentence <= NEXT and (draft.mention.event_type != "signing" or not new or not known or new <= known)


def _signers(draft: Draft) -> set[str]:
    """Who is told in its own sentence to have done it, by name."""
    return {p.key for p in draft.mention.participants if p.entity_type == "person" and p.resolved_by != "context" and p.role != "witness"}


def with_those_told(draft: Draft, kept: Sequence[Draft]) -> list[Draft]:
    """The talks, not far before, of the one whom an English noun tells: "The meeting with Mrs Lind was also attended by"."""
    mention = draft.mention
    if mention.lang != "en" or mention.rule == HEADING or mention.event_type not in TALKS:
        return []
    own = {p.key for p in mention.participants}
    return [d for d in kept if draft.sentence - d.sentence <= FAR and d.mention.event_type in TALKS and own & {p.key for p in d.mention.participants}]


def as_attendance(draft: Draft) -> Draft:
    """The draft with those told in it as attendees of an event of whatever kind can be attended, as signatories of a document."""
    if draft.mention.event_type == "signing":
        people = tuple(p if p.role == "witness" else replace(p, role="signatory") for p in draft.mention.participants)
        return replace(draft, mention=replace(draft.mention, what="", participants=people))
    people = tuple(replace(p, role="attendee", side=0) for p in draft.mention.participants or draft.acting)
    kind = draft.mention.event_type if draft.mention.event_type in OTHER else "attendance"
    return replace(draft, mention=replace(draft.mention, event_type=kind, participants=people, what=""))
