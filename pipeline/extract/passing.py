"""Leaves out what a text only names in passing: a row that tells neither who was there nor when or where is none to be trusted."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.draft import Draft

OCCASIONS = frozenset({"conference", "opening"})  # types whose events often stand with nobody named
TALKS = frozenset({"meeting", "call"})
OPENING = "opening-verb"  # the rule by which what opens may be an occasion
NAMELESS = OCCASIONS | {"signing"}


def without_passing(kept: Sequence[Draft]) -> list[Draft]:
    """The drafts but for those of events of which the whole document says nothing but the name."""
    told = {draft.mention.cluster for draft in kept if not _is_passing(draft) and not _is_topic(draft, kept)}
    return [draft for draft in kept if draft.mention.cluster in told and not _is_told_as_forum(draft, kept)]


def _is_told_as_forum(draft: Draft, kept: Sequence[Draft]) -> bool:
    """Whether what opens is itself an occasion that the same sentence tells of: «открылась ярмарка», "a fair opened"."""
    mention = draft.mention
    if mention.event_type != "opening" or mention.rule != OPENING:
        return False
    things = {(e.start, e.end) for e in mention.evidence if e.slot == "what"}
    forums = (d.mention for d in kept if d.sentence == draft.sentence and d.mention.event_type == "conference" and d.mention.status == mention.status)
    return any(start <= forum.trigger_start < end for forum in forums for start, end in things) and not mention.participants


def _is_topic(draft: Draft, kept: Sequence[Draft]) -> bool:
    """Whether nobody is told to do what talks in the same sentence are only about: "held talks on the opening of a school"."""
    mention = draft.mention
    if mention.participants or mention.event_type not in {"opening", "signing"} or mention.lang != "en" or mention.status != "occurred":
        return False
    talks = (d.mention for d in kept if d.sentence == draft.sentence and d.mention.event_type in TALKS)
    return any(e.slot == "what" and e.start <= mention.trigger_start < e.end for talk in talks for e in talk.evidence)


def _is_passing(draft: Draft) -> bool:
    """Whether a mention names an event of nobody, and of no day and place or only as the setting of what is described: "plans made at the forum"."""
    mention = draft.mention
    if draft.likely or mention.participants or mention.date is not None or mention.event_type not in NAMELESS:
        return False
    if draft.named and mention.event_type == "conference" and mention.status in {"occurred", "planned"}:
        return False
    if mention.lang == "en" and not mention.place:
        return draft.nominal or mention.status != "negated"  # "the forum was cancelled" is told of it
    if mention.event_type == "signing":
        return not mention.place and mention.status != "negated"
    if mention.status not in {"occurred", "planned"}:
        return False
    return draft.nominal and not mention.place if draft.setting else draft.nominal or draft.circumstance
