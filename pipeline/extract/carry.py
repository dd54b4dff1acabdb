"""Gives a draft participants of another mention, marked as carried over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.draft import Draft
from pipeline.extract.incomplete import sides_of
from pipeline.records import Evidence, Participant

FAR = 12  # sentences after which "the meeting" is another one
ALIKE = {
    "attendance": ("meeting", "call", "conference", "opening"),
    "company": ("visit",),
    "delegation": ("visit", "meeting", "call", "conference", "opening"),
    "speech": ("conference", "opening"),
    "sides": ("meeting", "call", "conference"),
    "meeting": ("meeting", "call"),
    "call": ("call",),
    "visit": ("visit",),
    "conference": ("conference",),
}
MET = ("meeting", "call", "visit", "signing")  # those who did it together are "they" of «их встреча»


def carry(draft: Draft, people: Sequence[Participant], why: str, source: Draft) -> Draft:
    """The draft with participants of another mention; where it tells nobody who acts, they do, and its own are the other side."""
    mention = draft.mention
    known = {p.key for p in mention.participants}
    offset = max((p.side for p in mention.participants), default=0) if any(p.role == "who" for p in mention.participants) else 0
    new = [p for p in people if p.key not in known]
    if mention.event_type == "award" and source.mention.event_type in ALIKE["meeting"] and (groups := [p for p in new if p.entity_type == "group"]):
        new = [replace(p, role="who", side=1) for p in groups]  # «встретился с офицерами по случаю присвоения им званий»
    carried = tuple(
        replace(p, start=-1, end=-1, resolved_by="context", side=p.side + offset, role="whom" if offset and p.role == "who" else p.role) for p in new
    )
    if mention.event_type == "visit" and not any(p.role == "who" for p in (*mention.participants, *carried)):
        carried = tuple(replace(p, role="who", side=1) if p.role == "whom" else p for p in carried)  # who was received goes on
    evidence = tuple(Evidence(p.role, f"{why} {source.mention.trigger!r}", p.text) for p in carried)
    shift = max((p.side for p in carried), default=1) - 1
    own = mention.participants if offset else tuple(replace(p, side=p.side + shift) if p.side else p for p in mention.participants)
    told = (*own, *carried) if offset else (*carried, *own)  # «запланированы переговоры с мэром»: who came in holds them
    return replace(draft, mention=replace(mention, participants=told, evidence=(*mention.evidence, *evidence)))


def carry_received(draft: Draft, people: Sequence[Participant], why: str, source: Draft) -> Draft:
    """As `carry`; who receives those who met others holds a meeting of his own with them."""
    carried = carry(draft, people, why, source)
    own = {p.key for p in draft.mention.participants}
    apart = draft.mention.rule == "meeting-receive" and bool(own) and own.isdisjoint(p.key for p in source.mention.participants)
    met = apart and source.mention.event_type == "meeting"
    return replace(carried, mention=replace(carried.mention, another=True)) if met else carried


def is_theirs(draft: Draft) -> bool:
    """Whether English talks are told to be those of people told before, on a day of their own or by phone: "their call", "their meeting of May 3"."""
    return draft.theirs and (draft.mention.event_type == "call" or (draft.mention.event_type == "meeting" and draft.mention.date is not None))


def take_again(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """ "The next meeting", "their call of May 3", «их встреча»: one more of those who met before."""
    theirs = (draft.definite and draft.mention.lang == "ru") or is_theirs(draft)
    if not (draft.mention.another or theirs) or draft.mention.participants:
        return draft
    if draft.mention.event_type == "conference" and draft.mention.status == "planned" and draft.mention.lang == "ru":
        return draft  # «следующий форум пройдёт в Осло»: nobody knows who will come
    kinds = (*ALIKE.get(draft.mention.event_type, (draft.mention.event_type,)), *(MET if theirs else ()))
    source = next((d for d in reversed(kept) if d.mention.event_type in kinds and sides_of(d.mention) > 1 and draft.sentence - d.sentence <= FAR), None)
    return carry(draft, source.mention.participants, "those of", source) if source is not None else draft
