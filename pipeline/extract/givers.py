"""Lets who is told in a sentence of its own to have given awards, «Награды вручил мэр», be the giver of those told right before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.draft import Draft
from pipeline.records import Evidence, Participant

REACH = 4  # sentences
FURTHER = 6  # sentences behind a ceremony in which those are told who were awarded there
STEM = 6  # letters of a word that are the same in its forms: "наград", "награды"
NEXT = {"en": 2, "ru": 1}  # sentences behind an award in which it may be told who handed it over


def with_givers(kept: Sequence[Draft]) -> list[Draft]:
    """The drafts in their order; one that tells who gave awards, but not to whom, is another telling of the last of those before it that lack a giver."""
    drafts = list(kept)
    for k, draft in enumerate(drafts):
        givers = tuple(p for p in draft.mention.participants if p.role == "whom")
        if draft.mention.event_type != "award" or not givers or len(givers) < len(draft.mention.participants):
            continue
        given = [j for j in range(k) if _lacks_giver(drafts[j], draft)]
        for j in given:
            drafts[j] = _given_by(drafts[j], givers, draft)
        if given:
            drafts[k] = replace(draft, mention=replace(draft.mention, cluster=drafts[given[-1]].mention.cluster))
    return drafts


def with_ceremony(kept: Sequence[Draft]) -> list[Draft]:
    """The drafts; those told behind awards to people of a kind are from the same hands: «Мэр вручил землякам награды. Орден получил»."""
    drafts = list(kept)
    for k, draft in enumerate(drafts):
        if draft.mention.event_type != "award" or any(p.role != "who" for p in draft.mention.participants) or not draft.mention.participants:
            continue
        j = next((j for j in range(k - 1, -1, -1) if drafts[j].mention.event_type == "award" and _is_ceremony(drafts[j], kept)), -1)
        if j >= 0 and _lacks_giver(draft, drafts[j], reach=FURTHER):
            drafts[k] = _given_by(draft, [p for p in drafts[j].mention.participants if p.role == "whom"], drafts[j])
            drafts[j] = _as_first_given(drafts[j], draft, first=j == k - 1)
    return drafts


def _as_first_given(ceremony: Draft, draft: Draft, *, first: bool) -> Draft:
    """The draft that tells who gave awards, and not to whom, as another telling of the first of those told behind it."""
    if not first or any(p.role == "who" for p in ceremony.mention.participants):
        return ceremony
    return replace(ceremony, mention=replace(ceremony.mention, cluster=draft.mention.cluster, what=draft.mention.what))


def _is_ceremony(draft: Draft, kept: Sequence[Draft]) -> bool:
    """Whether somebody is told to have given awards to people of a kind, or, in Russian, to nobody whom the text has told of: «Награды вручил мэр»."""
    people = draft.mention.participants
    awarded = [p for p in people if p.role == "who"]
    first = draft.mention.lang == "ru" and all(d.mention.cluster != draft.mention.cluster for d in kept if d.mention.start < draft.mention.start)
    return any(p.role == "whom" for p in people) and (bool(awarded) or first) and all(p.entity_type == "group" for p in awarded)


def with_awarded(kept: Sequence[Draft]) -> list[Draft]:
    """The drafts; a Russian headline of awards for nobody named tells of those right behind it: «Прошло вручение наград. Мэр вручил награды врачам»."""
    drafts = list(kept)
    for k, draft in enumerate(drafts):
        mention = draft.mention
        later = next((d for d in drafts[k + 1 :] if d.mention.event_type == "award"), None)
        if mention.lang != "ru" or mention.event_type != "award" or mention.participants or later is None or not later.mention.participants:
            continue
        alike = mention.what[:STEM].lower() == later.mention.what[:STEM].lower() != "" and later.mention.status == mention.status
        if alike and later.sentence - draft.sentence <= NEXT[mention.lang]:
            drafts[k] = replace(draft, mention=replace(mention, cluster=later.mention.cluster))
    return drafts


def _lacks_giver(told: Draft, draft: Draft, reach: int = REACH) -> bool:
    """Whether an award was told shortly before, with who got it and not from whom."""
    mention = told.mention
    awarded = mention.event_type == "award" and mention.status == draft.mention.status and mention.background == draft.mention.background
    return awarded and 0 < abs(draft.sentence - told.sentence) <= reach and bool(mention.participants) and all(p.role == "who" for p in mention.participants)


def _given_by(told: Draft, givers: Sequence[Participant], draft: Draft) -> Draft:
    new = tuple(replace(p, start=-1, end=-1, resolved_by="context") for p in givers)
    evidence = tuple(Evidence("whom", f"who gave in {draft.mention.trigger!r}", p.text) for p in new)
    mention = replace(told.mention, participants=(*told.mention.participants, *new), evidence=(*told.mention.evidence, *evidence))
    return replace(told, mention=mention)


def handed_over(draft: Draft, kept: Sequence[Draft]) -> Draft | None:
    """The award told right before, where a sentence tells who handed it over and not to whom: "The rector presented the diploma"."""
    mention = draft.mention
    if mention.event_type != "award" or any(p.role == "who" for p in mention.participants):
        return None
    before = next((d for d in reversed(kept) if d.mention.event_type == "award" and draft.sentence - d.sentence <= NEXT[mention.lang]), None)
    return before if before is not None and before.mention.status == mention.status and any(p.role == "who" for p in before.mention.participants) else None
