"""Gives an appointment that does not name its office the one by which its holder is told, or that the holder got before: "she will leave the post in May"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.carry import FAR
from pipeline.extract.draft import Draft
from pipeline.records import Evidence, Participant

NEAR = 3  # sentences
SAME_POST = re.compile(r"\b(?:эт(?:у|от|ой|ом) (?:же )?(?:должност|пост)|th(?:is|at) (?:post|position|role)\b)")


def take_office(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """An appointment to an office that the sentence does not name: the one by which its holder is told."""
    mention = draft.mention
    holder = next((p for p in mention.participants if p.role == "who"), None)
    if mention.what or mention.event_type != "appointment" or holder is None:
        return draft
    if SAME_POST.search(mention.sentence.lower()) and (left := _office_told(draft, kept)) is not None:
        return replace(draft, mention=replace(mention, what=left, evidence=(*mention.evidence, Evidence("what", "the post told before", left))))
    if not holder.position:
        told = next((d for d in reversed(kept) if _has_office(d, holder) and draft.sentence - d.sentence <= FAR), None)
        if told is None:
            return draft
        holder = replace(holder, position=told.mention.what)
    evidence = Evidence("what", f"the office of {holder.name}", holder.position)
    return replace(draft, mention=replace(mention, what=holder.position, evidence=(*mention.evidence, evidence)))


def _office_told(draft: Draft, kept: Sequence[Draft]) -> str | None:
    """The office of the last appointment told close by: «Сомов покинул пост ректора. На эту должность назначена Линд»."""
    near = (d.mention.what for d in reversed(kept) if d.mention.event_type == "appointment" and d.mention.what and draft.sentence - d.sentence <= NEAR)
    return next(near, None)


def _has_office(told: Draft, holder: Participant) -> bool:
    """Whether an appointment told before gave somebody an office that was named."""
    return (
        told.mention.event_type == "appointment" and bool(told.mention.what) and any(p.key == holder.key and p.role == "who" for p in told.mention.participants)
    )
