"""Finds people of what a document told before: who came on a visit, who was received, who holds an office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.confidence import MUTUAL
from pipeline.extract.draft import Draft
from pipeline.extract.leaders import LEADS
from pipeline.records import EventMention, LocalEntity, Participant

FEW = 4  # people of one office
NEAR = 2  # sentences between those who hold one office each and what "they" did


def told_guests(kept: Sequence[Draft]) -> tuple[list[Participant], Draft] | None:
    """Whom «гости», «делегация» mean, and the event that told of them: who came on the last visit, or was received last; None if nobody was."""
    for source in reversed(kept):
        kind, people = source.mention.event_type, source.mention.participants
        roles = {"who", "head_of_delegation"} if kind == "visit" else {"whom"} if source.mention.rule == "meeting-receive" else set()
        guests = [p for p in people if p.role in roles]
        led = any(e.clause.startswith(LEADS) for e in source.mention.evidence) or any(p.role == "whom" and p.resolved_by == "group" for p in people)
        if not guests and kind == "meeting" and led:  # "met with a delegation led by A"
            guests = [p for p in people if p.role in {"whom", "head_of_delegation"}]
        if guests:
            return guests, source
    return None


def foreign_guest(draft: Draft, kept: Sequence[Draft]) -> tuple[list[Participant], Draft] | None:
    """Whom "the guest" who came to a land means where only talks were told: the one of those who met who is from elsewhere; None if nobody is."""
    home, visit = draft.mention.country, draft.mention.event_type == "visit"
    for source in reversed(kept) if home and visit else ():
        people = [p for p in source.mention.participants if p.entity_type == "person" and p.country]
        strangers = [p for p in people if p.country != home]
        if source.mention.event_type in {"meeting", "call"} and len(strangers) == 1 and len(people) > 1:
            return strangers, source
    return None


def came_together(told: EventMention) -> bool:
    """Whether several came on a visit: "the delegation visited Riga, where they opened a school"."""
    came = [p for p in told.participants if p.role in {"who", "head_of_delegation"}]
    return len(came) > 1 or any(p.entity_type == "group" or p.resolved_by in {"group", "context"} for p in came)


def told_holders(office: str, kept: Sequence[Draft]) -> tuple[list[Participant], Draft] | None:
    """Whom "the two mayors" mean: the two told last with that office in their position, in the order of the text; None for fewer."""
    found: dict[str, Participant] = {}
    for source in reversed(kept):
        holders = [p for p in source.mention.participants if p.entity_type == "person" and office in p.position.lower().split()]
        found |= {p.key: p for p in reversed(holders) if p.key not in found}
        if len(found) > 1:
            return list(found.values())[1::-1], source
    return None


def named_holders(draft: Draft) -> list[Participant]:
    """The few whom "the senators" mean where nothing that they did was told before; nobody if there is one alone, or a crowd."""
    people = [as_participant(person) for person in draft.holders] if 1 < len(draft.holders) <= FEW else []
    together = draft.mention.event_type in MUTUAL and not draft.mention.participants
    return [replace(p, role="whom", side=k + 1) if k and together else p for k, p in enumerate(people)]


def told_heads(draft: Draft, kept: Sequence[Draft]) -> Draft | None:
    """The event told shortly before of none but several who hold an office: "Leaders of the Danube states held talks. The leaders signed a treaty"."""
    near = (d for d in reversed(kept) if draft.sentence - d.sentence <= NEAR and d.mention.participants)
    before = next(near, None) if draft.open_parties == "people" and not draft.mention.participants else None
    people = before.mention.participants if before is not None else ()
    return before if len(people) == 1 and people[0].entity_type == "group" and people[0].position else None


def did_together(told: Draft, draft: Draft) -> bool:
    """Whether two people did something in the sentence before: "Lind and Kos opened the bridge. Both leaders had met the day before"."""
    people = told.mention.participants
    return draft.sentence - told.sentence == 1 and len(people) == 2 and all(p.entity_type == "person" and p.role == "who" for p in people)


def travellers(draft: Draft, told: EventMention) -> list[Participant]:
    """Who went on, where several met somebody or were received: "the delegation met with the mayor. They also visited the port"."""
    received = [p for p in told.participants if p.role == "whom"]
    if draft.mention.event_type == "visit" and told.rule == "meeting-receive" and any(p.entity_type == "group" for p in received):
        return received
    acting = [p for p in told.participants if p.role in {"who", "head_of_delegation"}]
    several = len(acting) > 1 or any(p.entity_type == "group" for p in acting)
    return acting if draft.mention.event_type == "visit" and told.lang == "en" and several else []


def as_participant(person: LocalEntity) -> Participant:
    """Somebody whom the document knows, as who acts."""
    told = ("who", 1, person.key, person.name, -1, -1, person.name, person.entity_type)
    return Participant(*told, person.position, person.affiliation, person.country, resolved_by="context", lang=person.lang)


def received_guests(draft: Draft, kept: Sequence[Draft]) -> tuple[Participant, ...]:
    """Who is received in the sentence in which a visit is told, or the one of those who meet there who is not at home."""
    if draft.mention.event_type != "visit":
        return ()
    for source in reversed([d.mention for d in kept if d.sentence == draft.sentence and d.mention.event_type == "meeting"]):
        guests = [p for p in source.participants if p.role == "whom"] if source.rule == "meeting-receive" else _strangers(draft, source)
        if guests:
            return tuple(replace(p, start=-1, end=-1) for p in guests)
    return ()


def _strangers(draft: Draft, source: EventMention) -> list[Participant]:
    """Participants from another country than the place, where who acts is at home there."""
    home = draft.mention.country
    if not home or any(p.country and p.country != home for p in draft.acting):
        return []
    return [p for p in source.participants if p.country and p.country != home and p.entity_type == "person"]
