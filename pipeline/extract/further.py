"""Tells what a Russian text goes on with: a further meeting or visit of those told before, or more of the forum told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.carry import ALIKE, FAR
from pipeline.extract.draft import Draft
from pipeline.extract.incomplete import sides_of

AHEAD = frozenset({"planned", "proposed"})
NEAR = 4  # sentences
STEM = 5  # letters that forms of a word share


def as_further(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """The draft as one more of its kind, if it is only planned after those of whom it leaves out who they are have met: «условились о встрече в Праге»."""
    mention = draft.mention
    if mention.lang != "ru" or mention.participants or draft.open_parties or draft.retells or not draft.anaphoric or not is_ahead(draft):
        return draft
    kinds = ALIKE.get(mention.event_type, ())
    met = (d for d in reversed(kept) if d.mention.event_type in kinds and draft.sentence - d.sentence <= NEAR and sides_of(d.mention) > 1)
    last = next(met, None) if mention.event_type == "meeting" else None
    return replace(draft, mention=replace(mention, another=True)) if last is not None and last.mention.status == "occurred" else draft


def is_ahead(draft: Draft) -> bool:
    """Whether words say that it has not happened yet."""
    return draft.mention.status in AHEAD and bool(draft.mention.status_cue)


def go_further(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """A visit that a verb tells as planned for a day, after one that a verb told as fact, as another: «посол прибыл в край. Завтра он посетит порт»."""
    mention = draft.mention
    dated = mention.date is not None and mention.date_source == "text"
    if mention.lang != "ru" or mention.event_type != "visit" or draft.nominal or not dated or mention.status != "planned":
        return draft
    people = {p.key for p in mention.participants}
    visits = (d for d in kept if d.mention.event_type == "visit" and not d.nominal and d.mention.status == "occurred" and d.sentence < draft.sentence)
    gone = any(people & {p.key for p in d.mention.participants} for d in visits)
    return replace(draft, mention=replace(mention, another=True)) if gone else draft


def told_forum(draft: Draft, kept: Sequence[Draft]) -> Draft | None:
    """The last forum told, of the same word unless the draft is its main session: «на пленарном заседании», «форум открыл мэр»."""
    forum = next((d for d in reversed(kept) if d.mention.event_type == "conference" and draft.sentence - d.sentence <= FAR), None)
    alike = forum is not None and forum.mention.trigger.lower()[:STEM] == draft.mention.trigger.lower()[:STEM]
    return forum if alike or " " in draft.mention.what else None


def is_sitting(draft: Draft, told: Draft) -> bool:
    """Whether "the meeting" may be the sitting of a commission that was called so."""
    first, again = told.mention, draft.mention
    return (first.event_type, again.event_type) == ("conference", "meeting") and first.trigger.lower() == again.trigger.lower() and draft.anaphoric
