"""Tells whether a draft still lacks what makes it an event, after its document has had its say."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.draft import Draft
from pipeline.records import EventMention, Participant

HEADLINE = 200  # characters: the first sentence may tell one side only
TALKS = frozenset({"meeting", "call"})
OCCASIONS = frozenset({"conference", "opening", "signing"})  # told without anybody
BODIES = frozenset({"organization", "region", "city"})
WAITED = frozenset({"participant", "sides", "who", "whom", "human_subject"})  # needs that nobody has met


def is_incomplete(draft: Draft) -> bool:
    """Whether the rule's need is still not met, or a noun that no verb carries tells of one side only."""
    mention, people = draft.mention, draft.mention.participants
    if draft.likely:
        return not people and mention.event_type not in OCCASIONS
    if draft.missing == "anchor" or (not people and (draft.nobody or (draft.missing in WAITED and not draft.named))):
        return True
    if not people and mention.event_type == "appointment" and mention.lang == "ru":
        return True
    if mention.event_type in TALKS and (not people and (draft.nobody or not draft.named) or _is_one_sided(draft)):
        return True
    if mention.start < HEADLINE:
        return False
    if mention.lang == "en" and mention.event_type in TALKS and _is_vague(draft):
        return True
    return draft.bare and draft.quorum > 1 and (sides_of(mention) < 2 or not {p.entity_type for p in people} & {"person", "group", "country"})


def _is_one_sided(draft: Draft) -> bool:
    """Whether talks have one side that makes no talks, wherever they are told."""
    mention = draft.mention
    if draft.partner == "pronoun" and all(p.role == "who" for p in mention.participants):
        return True  # «её встречали мэр и консул», where nothing tells whom
    if sides_of(mention) != 1:
        return False
    if draft.partner == "pronoun":
        return True
    if mention.lang == "ru":
        return are_a_kind(mention.participants) and not draft.named  # «звери ждут встречи с посетителями»
    if mention.event_type == "meeting" and not draft.partner and all(p.entity_type in BODIES for p in mention.participants):
        return True  # "calling the first meeting of the council to order"
    return mention.event_type == "meeting" and bool(draft.open_parties) and mention.participants[0].role == "who"  # "the mayor welcomed the participants"


def _is_vague(draft: Draft) -> bool:
    """Whether English talks are told of one side far below the headline: "to date, the mayor has organised nearly 150 meetings"."""
    mention = draft.mention
    if all(p.role != "who" and p.entity_type == "group" for p in mention.participants):
        return True  # "he looks forward to welcoming leaders", where nothing tells who he is
    if mention.status == "occurred" and all(p.role != "who" and p.resolved_by == "position" for p in mention.participants):
        return True  # "reviewed their talks with their counterparts"
    bodies = all(p.entity_type in {"country", "organization"} for p in mention.participants)  # "the ministry engages in talks with partners"
    alone = mention.event_type == "meeting" and sides_of(mention) == 1 and (not draft.partner or bodies)
    return alone and mention.date is None and mention.status == "occurred"


def are_a_kind(people: Iterable[Participant]) -> bool:
    """Whether people are told by their kinds alone: «перед встречей игроки и тренеры отдыхали»."""
    return all(p.entity_type == "group" and p.resolved_by == "position" and not p.country and not p.affiliation for p in people)


def sides_of(mention: EventMention) -> int:
    """How many take part as one side or the other."""
    return len({p.key for p in mention.participants if p.role in {"who", "whom"}})
