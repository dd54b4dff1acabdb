"""Takes meetings told in one breath apart, "held meetings with the minister and the mayor", and keeps a call told twice from being a meeting too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.annotate import feature
from pipeline.extract.draft import Draft
from pipeline.extract.view import View, is_verb
from pipeline.records import Participant

BESIDE = 8  # characters between "talks" and "video conference"
TALKS = frozenset({"meeting", "call"})
PEOPLE = frozenset({"person", "organization", "country"})


def with_several(view: View, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of a sentence; each that tells of several meetings with several, as one for each of these."""
    drafts = list(drafts)
    for draft in drafts:
        if view.lang == "en" and any(_tells_the_way(draft, other) for other in drafts):
            continue
        partners = [p for p in draft.mention.participants if p.role == "whom"] if _tells_of_several(view, draft) else []
        if len(partners) > 1 and all(p.entity_type in PEOPLE for p in partners):
            yield from (_with_one(draft, partner, first=partner is partners[0]) for partner in partners)
        else:
            yield draft


def _tells_the_way(meeting: Draft, call: Draft) -> bool:
    """Whether a meeting of one side is the call right behind it: "held consultations via video conference with the mayor"."""
    told, way = meeting.mention, call.mention
    people = {p.key for p in told.participants}
    beside = (told.event_type, way.event_type) == ("meeting", "call") and 0 < way.trigger_start - told.trigger_end <= BESIDE
    return beside and people < {p.key for p in way.participants}


def _tells_of_several(view: View, draft: Draft) -> bool:
    """Whether a word says that each was met apart: "meetings", "met separately"; "talks" may be one event."""
    mention = draft.mention
    head = next((t for t in view.tokens if t.idx <= mention.trigger_start < t.idx + len(t)), None)
    if mention.event_type not in TALKS or head is None or not any(_is_behind_with(e.clause) for e in mention.evidence if e.slot == "whom"):
        return False
    if view.lang == "ru":
        return view.lemma(head) in view.grammar.lists["counted"] and feature(head, "Number") == "Plur"
    if any(view.lemma(c) in view.grammar.lists["apart"] for c in head.children):
        return True
    return not is_verb(head) and feature(head, "Number") == "Plur" and view.lemma(head) not in view.grammar.lists["talks"]


def _is_behind_with(clause: str) -> bool:
    return clause.startswith("with ")


def _with_one(draft: Draft, partner: Participant, *, first: bool) -> Draft:
    """The draft with one partner of those told, who stands for the trigger of all but the first meeting: two mentions share none."""
    mention = draft.mention
    own = tuple(p for p in mention.participants if p.role != "whom")
    evidence = tuple(e for e in mention.evidence if e.slot != "whom" or e.text == partner.text)
    apart = replace(mention, participants=(*own, replace(partner, side=2)), evidence=evidence)
    if not first:
        apart = replace(apart, trigger=partner.text, trigger_start=partner.start, trigger_end=partner.end)
    return replace(draft, mention=apart)
