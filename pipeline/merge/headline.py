"""Lets what a headline tells in short be the event of its kind that the first sentences below it tell in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.records import EventMention, Participant

LONGEST = 200  # characters of a headline
LEAD = 400  # characters behind it
NAMED = frozenset({"person", "organization"})
CLOSED = frozenset({"occurred", "planned"})
KINDS = frozenset({"meeting", "call", "visit", "signing", "award", "opening", "conference"})


def headline_end(text: str) -> int:
    """Where the headline ends with which an article begins: a first line without a full stop, and an empty line or a sentence below; 0 for none."""
    line = re.match(r"\s*([^\n]+?)[ \t]*\n", text)
    if line is None or len(line.group(1)) > LONGEST or line.group(1)[-1] in ".!:;,":
        return 0
    return line.end(1)


def with_headline(mentions: Sequence[EventMention], end: int) -> list[EventMention]:
    """The mentions, each of a headline that ends at `end` pointing to the first of its kind below, unless it names somebody whom that one does not."""
    told = list(mentions)
    for k, mention in enumerate(told):
        if mention.end > end or mention.event_type not in KINDS:
            continue
        lead = next((m for m in told if m.start >= end and m.event_type == mention.event_type), None)
        if lead is not None and lead.start - end <= LEAD and _is_in_short(mention, lead):
            people = {p.key for p in lead.participants}
            kept = tuple(p for p in mention.participants if p.key in people or not lead.participants or _is_named(p))
            told[k] = replace(mention, cluster=lead.cluster, participants=kept)
    return told


def _is_in_short(short: EventMention, full: EventMention) -> bool:
    """Whether a headline names nobody but who takes part below, and no other day, place or status is told."""
    people = {p.key for p in full.participants}
    if any(_is_named(p) and p.key not in people for p in short.participants):
        return False
    if short.status != full.status and not {short.status, full.status} <= CLOSED:
        return False
    apart = bool(short.country and full.country) and short.country != full.country
    days = [m.date.interval for m in (short, full) if m.date is not None and m.date.interval is not None]
    return not apart and not full.background and (len(days) < 2 or (days[0].first < days[1].after and days[1].first < days[0].after))


def _is_named(participant: Participant) -> bool:
    """Whether somebody or some body is told by name."""
    return participant.entity_type in NAMED and participant.resolved_by != "position"
