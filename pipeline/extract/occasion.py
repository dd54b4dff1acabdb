"""Gives an event the day and place of the occasion that it is told as part of; the city of the dateline comes last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.extract.draft import Draft
from pipeline.records import EventMention, Evidence, LocalEntity

PARENTS = frozenset({"visit", "conference"})  # other events are parts of these
APART = frozenset({"award", "appointment"})  # no part of the visit in the sentence before
TALKS = frozenset({"meeting", "call", "conference"})
PLACELESS = frozenset({"call", "appointment"})
DONE = frozenset({"award", "signing"})  # done at a meeting by those who met
NEXT = 2  # sentences
REACH = 4  # sentences
FAR = 12  # sentences between a forum, or what the same people did, and what follows
LONG_AGO = 60  # days
HEAD = 1  # the last sentence of a headline and what follows it, which tell of one event
HERE = re.compile(r"\b(?:здесь|here)\b")  # in a sentence whose event has no other place: «провёл здесь встречу»
DATELINE = "the city of the dateline, as a last resort"
NEAR = 1  # days between the day of the dateline and an event that may have taken place there


def tells_when(draft: Draft, told: Draft, published: date | None) -> bool:
    """Whether a sentence right behind an event of no day says when that was, if long before publication: «Встреча прошла 2 марта»."""
    interval = draft.mention.date.interval if draft.mention.date is not None else None
    first = (
        (draft.mention.lang == "ru" or draft.definite or draft.joins)
        and draft.sentence - told.sentence == 1
        and told.mention.date is None
        and told.mention.status == "occurred"
    )
    return first and (draft.joins or draft.mention.event_type in TALKS) and interval is not None and published is not None and interval.after <= published


def as_recalled(draft: Draft, kept: Sequence[Draft], published: date | None) -> Draft:
    """The draft as background where, further down in a text, it tells a day of long before publication: «Последний раз они встречались в марте 2021 года»."""
    mention = draft.mention
    interval = mention.date.interval if mention.date is not None and mention.date_source == "text" else None
    if interval is None or published is None or mention.background or (published - interval.last).days <= LONG_AGO:
        return draft
    told = [d for d in kept if d.sentence < draft.sentence and d.mention.event_type == mention.event_type]
    retold = any(d.mention.cluster == mention.cluster for d in told)
    undated = any(d.mention.date is None and not d.mention.background for d in told) and all(draft.sentence - d.sentence > 1 for d in told if not d.joins)
    return replace(draft, mention=replace(mention, background=True)) if undated and not retold and draft.sentence > HEAD else draft


def take_date(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """An event told as part of a dated one takes its date: in the same sentence, or soon after with people in common."""
    mention = draft.mention
    if mention.date is not None or mention.status in {"proposed", "negated"}:
        return draft
    for source in _sources(draft, kept):
        told = source.mention
        ahead = draft.sentence == source.sentence and (mention.status, told.status) == ("occurred", "planned")  # "will open it, he said after a meeting"
        if told.date is not None and not ahead and not _is_another(draft, source) and not _is_elsewhere(mention, told):
            evidence = Evidence("date", f"told as part of {told.trigger!r}", told.date.text, told.date.start, told.date.end)
            return replace(draft, mention=replace(mention, date=told.date, date_source="context", evidence=(*mention.evidence, evidence)))
    return draft


def without_past(draft: Draft, published: date | None) -> Draft:
    """The draft; a plan without the day that it took from something told before, where that day lies before publication."""
    mention = draft.mention
    interval = mention.date.interval if mention.date is not None and mention.date_source == "context" else None
    over = interval is not None and published is not None and interval.after <= published and not mention.background
    return replace(draft, mention=replace(mention, date=None, date_source="")) if over and mention.status == "planned" else draft


def take_place(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """An event told as part of one whose place is known took place there."""
    mention = draft.mention
    if mention.place or mention.event_type in PLACELESS or mention.status in {"proposed", "negated"}:
        return draft
    for source in _sources(draft, kept):
        if (
            source.mention.place
            and source.mention.event_type not in PLACELESS
            and not (draft.sentence == source.sentence and (draft.apart or _goes_on(draft, source)))
        ):
            told = source.mention
            return _placed(draft, told.place, told.place_key, told.country, Evidence("place", f"told as part of {told.trigger!r}", told.place))
    return draft


def _goes_on(draft: Draft, source: Draft) -> bool:
    """Whether a building was visited after talks that are told before, in the same sentence: "they discussed trade and visited the museum"."""
    later = source.mention.trigger_start > draft.mention.trigger_start
    return later and draft.mention.event_type in TALKS and source.mention.event_type == "visit" and not source.mention.place_key


def parents_beside(draft: Draft, kept: Sequence[Draft]) -> list[Draft]:
    """Visits and forums that the sentence tells of behind an event: "met with the ambassador, who visited Kazan"."""
    told = draft.mention
    return [
        d
        for d in kept
        if d.sentence == draft.sentence and d.mention.event_type in PARENTS and told.event_type not in PARENTS and d.mention.status == told.status
    ]


def take_home(draft: Draft, kept: Sequence[Draft], home: LocalEntity | None, published: date | None) -> Draft:
    """The dateline's city, as the last resort, marked so: for what happened on the day of the report or the day before, if no other place is told."""
    mention = draft.mention
    interval = mention.date.interval if mention.date is not None else None
    if home is None or interval is None or published is None or mention.place or mention.event_type in PLACELESS or mention.status != "occurred":
        return draft
    here = HERE.search(mention.sentence) is not None
    elsewhere = not here and any(d.mention.event_type in PARENTS and d.mention.place_key not in {"", home.key} for d in kept)
    if elsewhere or mention.background or interval.days > 1 or not 0 <= (published - interval.first).days <= NEAR:
        return draft
    return _placed(draft, home.name, home.key, home.country, Evidence("place", DATELINE, home.name))


def _placed(draft: Draft, place: str, key: str, country: str, evidence: Evidence) -> Draft:
    mention = draft.mention
    return replace(draft, mention=replace(mention, place=place, place_key=key, country=country, evidence=(*mention.evidence, evidence)))


def _sources(draft: Draft, kept: Sequence[Draft]) -> list[Draft]:
    """The events that one may be part of: the last told first, but what it was told to follow before all."""
    parts = [d for d in reversed(kept) if _is_part(draft, d)]
    before = [d for d in reversed(kept) if d.sentence < draft.sentence and d.mention.status == draft.mention.status and not d.mention.background]
    tied = [d for d in before if draft.sentence - d.sentence <= (FAR if len(_common(draft, d)) > 1 else REACH)] if draft.follows else []
    forums = [
        d
        for d in before
        if draft.at_forum and d.mention.event_type == "conference" and draft.sentence - d.sentence <= FAR and (d.mention.place or d.mention.date)
    ]
    return [*sorted(tied, key=lambda d: -len(_common(draft, d)))[:1], *parts, *forums[:1]]


def _common(draft: Draft, source: Draft) -> set[str]:
    return {p.key for p in draft.mention.participants} & {p.key for p in source.mention.participants}


def _is_another(draft: Draft, source: Draft) -> bool:
    """Whether a sentence tells of two visits or two forums: none is part of the other."""
    return draft.sentence == source.sentence and draft.mention.event_type == source.mention.event_type and draft.mention.event_type in PARENTS


def _is_elsewhere(mention: EventMention, parent: EventMention) -> bool:
    """Whether an event took place in another town than what it may be part of."""
    return bool(mention.place_key and parent.place_key) and mention.place_key != parent.place_key and mention.country == parent.country != ""


def _is_part(draft: Draft, source: Draft) -> bool:
    """Whether two events are one occasion: one is the circumstance of the other, or the same people go on in the sentences after it."""
    shared = _common(draft, source)
    if draft.sentence == source.sentence:
        return draft.circumstance or source.circumstance or bool(shared)
    kinds = source.mention.event_type in PARENTS and draft.mention.event_type not in {source.mention.event_type, *APART}
    if source.mention.event_type == "meeting" and draft.mention.event_type in DONE and 0 < draft.sentence - source.sentence <= NEXT:
        everyone = {p.key for p in draft.mention.participants}
        return len(everyone) > 1 and everyone <= {p.key for p in source.mention.participants} and not draft.mention.background
    follows = draft.sentence - source.sentence <= REACH and kinds and draft.mention.status == source.mention.status
    return follows and bool(shared) and not draft.mention.background
