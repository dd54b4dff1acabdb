"""Gives an appointment that does not name its office the one by which its holder is told, or that the holder got before: "she will leave the post in May"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.carry import FAR
from pipeline.extract.draft import Draft
from pipeline.records import Evidence, Participant


def take_office(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """An appointment to an office that the sentence does not name: the one by which its holder is told."""
    mention = draft.mention
    holder = next((p for p in mention.participants if p.role == "who"), None)
    if mention.what or mention.event_type != "appointment" or holder is None:
        return draft
    if not holder.position:
        told = next((d for d in reversed(kept) if _has_office(d, holder) and draft.sentence - d.sentence <= FAR), None)
        if told is None:
            return draft
        holder = replace(holder, position=told.mention.what)
    evidence = Evidence("what", f"the office of {holder.name}", holder.position)
    return replace(draft, mention=replace(mention, what=holder.position, evidence=(*mention.evidence, evidence)))


def _has_office(told: Draft, holder: Participant) -> bool:
    """Whether an appointment told before gave somebody an office that was named."""
    return (
        told.mention.event_type == "appointment" and bool(told.mention.what) and any(p.key == holder.key and p.role == "who" for p in told.mention.participants)
    )
