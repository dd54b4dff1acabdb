"""Reads the mentions of a document in order and lets each take from those before it what its own sentence leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.extract.attended import as_attendance, may_be_attended, with_those_told
from pipeline.extract.called import appointed_before, as_call, as_call_again, is_told_by_offices
from pipeline.extract.carry import ALIKE, FAR, carry, carry_received, is_theirs, take_again
from pipeline.extract.confidence import MUTUAL
from pipeline.extract.draft import Draft
from pipeline.extract.further import as_further, go_further, is_ahead, is_sitting, told_forum
from pipeline.extract.givers import handed_over, with_awarded, with_ceremony, with_givers
from pipeline.extract.guests import (
    as_participant,
    came_together,
    did_together,
    foreign_guest,
    named_holders,
    received_guests,
    told_guests,
    told_heads,
    told_holders,
    travellers,
)
from pipeline.extract.incomplete import are_a_kind, is_incomplete, sides_of
from pipeline.extract.lands import country_visited, lands_of, lands_told
from pipeline.extract.occasion import NEXT, REACH, as_recalled, parents_beside, take_date, take_home, take_place, tells_when, without_past
from pipeline.extract.office_before import take_office
from pipeline.extract.passing import without_passing
from pipeline.extract.peers import without_peers
from pipeline.records import EventMention, Evidence, LocalEntity, Participant

BILATERAL = frozenset({"meeting", "call", "visit", "signing"})  # their participants can be "the parties" of what follows
PERSONAL = frozenset({"visit", "appointment"})  # who acts around their noun is whom they are about
COMPANY = "company"  # the type of a draft that tells who came along
RECENT = 10  # days between an event without date and the publication that tells of it
PARTS = {  # what those are in an event of a type who come to its ceremony, or who do there what a rule tells
    "attendee": {"opening": "attendee", "conference": "attendee", "signing": "witness", "meeting": "attendee", "call": "attendee"},
    "who": {"conference": "who", "signing": "signatory"},
}


def resolve_context(drafts: Sequence[Draft], *, published: date | None, home: LocalEntity | None = None) -> tuple[EventMention, ...]:
    """The mentions that stand, in order. `cluster` is the same for mentions that point to one event; missing sides, dates and places come from context,
    a place as the last resort from `home`, the city of the dateline.
    """
    kept: list[Draft] = []
    for number, draft in enumerate(sorted(drafts, key=lambda d: (d.sentence, d.joins)), 1):  # a topic joins what its own sentence tells of
        numbered = replace(draft, mention=replace(draft.mention, cluster=number))
        resolved = _resolve(numbered, kept, published)
        if resolved is not None:
            kept.append(as_recalled(go_further(resolved, kept), kept, published))
    kept = [take_place(_retell_ahead(draft, kept), parents_beside(draft, kept)) for draft in with_ceremony(with_givers(with_awarded(kept)))]
    kept = [take_home(draft, kept, home, published) for draft in kept]
    return tuple(sorted((draft.mention for draft in without_passing(kept)), key=lambda m: (m.start, m.trigger_start)))


def may_stand(draft: Draft, published: date | None) -> bool:
    """Whether a draft would be a mention if nothing were told before it. A document has mentions only if one of its drafts would."""
    return _resolve(draft, (), published) is not None


def _retell_ahead(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """What a headline calls talks of the two may be told as a call below it: the mention joins the call."""
    if not draft.retells or draft.mention.event_type != "meeting":
        return draft
    people = {p.key for p in draft.mention.participants}
    for later in kept:
        same = len(people) > 1 and people == {p.key for p in later.mention.participants}
        if later.mention.event_type == "call" and same and 0 <= later.sentence - draft.sentence <= REACH and _same_time(draft.mention, later.mention, None):
            return replace(draft, mention=replace(draft.mention, event_type="call", cluster=later.mention.cluster))
    return draft


def _resolve(draft: Draft, kept: Sequence[Draft], published: date | None) -> Draft | None:
    if draft.joins or draft.retells or draft.spoken:
        meant = _meant(draft, [d for d in kept if draft.spoken or _takes_part(draft, d)], published)
        if meant is not None:
            return _join(draft, meant)
        if draft.joins:
            return None
        if (offices := is_told_by_offices(draft, kept)) is not None:
            return _join(draft, offices)
        draft = as_call(draft, kept)
    draft = as_further(as_call_again(draft, kept), kept)
    again = _told_again(draft, kept, published)
    if again is not None:
        return again
    further = (draft.mention.another and is_ahead(draft)) or is_theirs(draft) or len(draft.acting) >= draft.quorum
    if draft.anaphoric and not further and not draft.likely and not draft.open_parties and draft.circumstance and draft.mention.event_type not in PERSONAL:
        return None
    for complete in STEPS:
        draft = complete(draft, kept)
    return None if is_incomplete(draft) else without_past(draft, published)


def _told_again(draft: Draft, kept: Sequence[Draft], published: date | None) -> Draft | None:
    """The draft as another telling of what was told before: who attended it, what "the meeting" was, who handed the prize over; None if it is none."""
    if draft.attended:
        near = with_those_told(draft, kept) or [d for d in kept if may_be_attended(draft, d)]
        meant = _meant(as_attendance(draft), near, published)
        if meant is None and draft.mention.event_type == COMPANY:  # "They were joined by the rector" at a meeting
            meant = _meant(as_attendance(replace(draft, mention=replace(draft.mention, event_type="attendance"))), near, published)
        if meant is not None:
            return _join(as_attendance(draft), meant)
    if draft.anaphoric and not draft.open_parties and not draft.mention.another:
        meant = _meant(draft, kept, published)
        if meant is not None and _may_mean(draft, meant):
            return _join(draft, meant)
    forum = told_forum(draft, kept) if draft.told_forum else None
    if forum is not None and _same_time(forum.mention, draft.mention, published):
        return _join(replace(draft, mention=replace(draft.mention, what="")), forum)
    taken_up = appointed_before(draft, kept)
    if taken_up is not None:
        day = taken_up.mention.date or (draft.mention.date if draft.mention.status == "occurred" else None)
        mention = replace(draft.mention, status=taken_up.mention.status, status_cue=taken_up.mention.status_cue, date=day)
        return replace(draft, mention=replace(mention, cluster=taken_up.mention.cluster, date_source="context" if mention.date is not None else ""))
    handed = handed_over(draft, kept)
    return _join(draft, handed) if handed is not None else None


def _may_mean(draft: Draft, meant: Draft) -> bool:
    """Whether nobody from outside the event acts around the noun that may mean it, and it is not long ago that it was told."""
    known = {p.key for p in meant.mention.participants}
    hosted = draft.definite and draft.mention.event_type == "visit" and not draft.mention.place  # "during the visit, the mayor will receive her"
    outside = [p for p in draft.acting if p.key not in known and p.resolved_by != "pronoun" and not hosted]
    if draft.mention.lang == "en" and any(p.key in known for p in draft.acting):
        outside = []  # "during the meeting, A and the rector agreed"
    if draft.mention.event_type == "visit" and draft.mention.place_key and meant.mention.place_key not in {"", draft.mention.place_key}:
        return False
    return draft.sentence - meant.sentence <= FAR and (not outside or not known)


def _takes_part(draft: Draft, meant: Draft) -> bool:
    """Whether all whom a sentence names take part in the event that it may be about, and it is told close by, not as the topic itself."""
    if any(e.slot == "what" and e.start <= meant.mention.trigger_start < e.end for e in draft.mention.evidence):
        return False  # "discussed upcoming talks in Cairo"
    known = {p.key for p in meant.mention.participants}
    if draft.joins and known and any(p.key not in known for p in draft.acting):
        return False  # «Мэр провёл совещание, посвящённое дорогам», after talks of somebody else
    return all(p.key in known for p in without_peers(draft.mention.participants, draft.peers) if not draft.told_of) and draft.sentence - meant.sentence <= REACH


def _meant(draft: Draft, kept: Sequence[Draft], published: date | None) -> Draft | None:
    """The last event of the kind that the noun names, if nothing in the sentence speaks against it."""
    kinds = draft.told_of or ALIKE.get(draft.mention.event_type, (draft.mention.event_type,))
    alike = [d for d in reversed(kept) if d.mention.event_type in kinds or is_sitting(draft, d)]
    candidates = [d for d in alike if _same_time(d.mention, draft.mention, published) or tells_when(draft, d, published)]
    lately = (d for d in candidates if not d.mention.background and not _is_story(draft, d, published))
    return next(lately, next((d for d in candidates if not d.mention.background), candidates[0] if candidates else None))


def _is_story(draft: Draft, told: Draft, published: date | None) -> bool:
    """Whether an event of long before publication was only recalled, and the text went on."""
    interval = told.mention.date.interval if told.mention.date is not None else None
    return interval is not None and published is not None and (published - interval.last).days > RECENT and draft.sentence - told.sentence > 1


def _same_time(told: EventMention, again: EventMention, published: date | None) -> bool:
    """Whether a dated retelling fits: the date of the first telling, or, where it has none, the days before publication."""
    interval = again.date.interval if again.date is not None else None
    if interval is None:
        return True
    if told.date is not None and told.date.interval is not None:
        return told.date.interval.first < interval.after and interval.first < told.date.interval.after
    return published is None or abs((published - interval.first).days) <= RECENT


def _join(draft: Draft, meant: Draft) -> Draft:
    """The mention as another telling of `meant`: status, type, and, close by, day and place are those of the event told before."""
    mention, told = draft.mention, meant.mention
    evidence = (*mention.evidence, Evidence("event", "another telling of", told.trigger, told.trigger_start, told.trigger_end))
    if draft.ends and mention.status == "planned" and told.status == "occurred":
        mention = replace(mention, status_cue="", date=None, date_source="")  # "is taking part in the forum", which "will end on Friday"
    topic = draft.joins and mention.event_type == "meeting" and told.status == "occurred"  # "on the agenda was trade" plans nothing
    status = told.status if topic or not mention.status_cue else mention.status
    people = without_peers(mention.participants, draft.peers)
    if draft.told_of:
        people = tuple(replace(p, role=part) for p in people if (part := PARTS.get(p.role, {}).get(told.event_type)))
    joined = replace(mention, cluster=told.cluster, event_type=told.event_type, status=status, participants=people, evidence=evidence)
    if draft.sentence - meant.sentence > REACH:
        return replace(draft, mention=joined)
    if joined.date is None and told.date is not None:
        joined = replace(joined, date=told.date, date_source="context")
    if not joined.place:
        joined = replace(joined, place=told.place, place_key=told.place_key, country=told.country)
    return replace(draft, mention=joined)


def _take_parties(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """ "The parties", "the two leaders": those of the last event that had two sides; "the two states": the countries that they come from."""
    if not draft.open_parties:
        return draft
    came = kept[-1].mention.event_type == "visit" and draft.sentence - kept[-1].sentence <= NEXT if kept else False
    go_on = came and draft.mention.lang == "en" and not draft.open_office and not draft.mention.participants and came_together(kept[-1].mention)
    if draft.open_parties == "guests" or (came and draft.open_parties == "people" and (go_on or draft.mention.rule == "meeting-receive")):
        guests = told_guests(kept) or foreign_guest(draft, kept)
        if guests is not None:
            return carry_received(draft, guests[0], "the guests of", guests[1])
        return carry(draft, [as_participant(draft.told_group)], "the guests before", draft) if draft.told_group is not None else draft
    counted = draft.counted and len(draft.holders) > 2  # "the three ministers", where the last event may have had two
    holders = told_holders(draft.open_office, kept) if draft.open_office and not counted else None
    if holders is not None:
        return carry(draft, holders[0], "holders of the office in", holders[1])
    if named := named_holders(draft):
        return carry(draft, named, "holders of the office before", draft)
    together = (d for d in reversed(kept) if sides_of(d.mention) > 1 and (d.mention.event_type in BILATERAL or did_together(d, draft)))
    source = told_heads(draft, kept) or next(together, None)
    if source is None and (lands := lands_told(draft)):
        return carry(draft, lands, "the only lands before", draft)
    if source is None or (draft.mention.participants and draft.mention.lang == "ru" and draft.sentence - source.sentence > 1):
        return draft  # «там они увидятся с родными» tells of others
    people: Sequence[Participant] = travellers(draft, source.mention) or source.mention.participants
    if draft.open_parties != "people":
        people = lands_of(people, draft)
    return carry_received(draft, people, "the parties of", source)


def _take_acting(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """ "At a meeting with Y, X said", "during her visit X signed": who acts in the clause met or travelled."""
    mention = draft.mention
    bodies = {"organization"} if mention.lang == "en" else {"organization", "group", "country", "region", "city"}
    spoken_at = mention.event_type == "conference" and all(p.entity_type in bodies for p in mention.participants)
    if mention.event_type not in {"meeting", "call", "conference", *PERSONAL} or (not spoken_at and any(p.role == "who" for p in mention.participants)):
        return draft
    guest = received_guests(draft, kept)
    people = guest or draft.acting
    forum = mention.event_type == "conference" and mention.lang == "en"
    human = {"person", "group", "organization", "country"} if forum else {"person", "group"}  # "at the summit the United States announced"
    new = tuple(p for p in people if p.key not in {q.key for q in mention.participants} and p.entity_type in human)
    if not new or (mention.event_type in {"meeting", "call"} and not mention.participants and (len(new) < draft.quorum or are_a_kind(new))):
        return draft
    several = mention.event_type in {"meeting", "call"} and not mention.participants  # "in a phone call the presidents of A and B discussed"
    together = mention.lang == "en" and mention.event_type in {"meeting", "call"}  # "at a meeting with the rector, the mayor and the consul agreed"
    new = new if several or forum or together else new[:1]
    taken = tuple(replace(p, role="whom" if k else "who", side=k + 1, resolved_by=p.resolved_by if p in draft.acting else "context") for k, p in enumerate(new))
    others = tuple(replace(p, side=p.side + (p.side == 1)) for p in mention.participants)
    evidence = tuple(Evidence("who", "acts in the clause", p.text, p.start, p.end) for p in taken)
    return replace(draft, mention=replace(mention, participants=(*taken, *others), evidence=(*mention.evidence, *evidence)))


def _take_other_side(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """One side alone met or signed: the other is who acted in the event told just before."""
    mention = draft.mention
    if mention.event_type not in MUTUAL or sides_of(mention) != 1 or mention.status == "proposed" or draft.partner:
        return draft
    if mention.event_type == "call" and mention.lang == "ru" and mention.participants[0].role == "who":
        return draft  # «разговоры принца прослушивали»
    both = mention.event_type == "signing" and any(e.clause.startswith("between") for e in mention.evidence)  # «соглашение между палатами двух регионов»
    if mention.lang == "ru" and (draft.open_parties or both):  # somebody else is told, only not known by name
        return draft
    for source in _recent(draft, kept):
        others = [p for p in source.mention.participants if p.key not in {q.key for q in mention.participants} and p.role in {"who", "head_of_delegation"}]
        if others and source.mention.event_type in {"visit", "meeting"} and _same_time(source.mention, mention, None):
            return carry(draft, others, "who acted in", source)
    return draft


def _take_all_sides(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """A document signed "following the talks", by nobody named: by those who talked."""
    mention = draft.mention
    spoken = mention.lang == "ru" and bool(mention.asserted_by)  # «директор доложил: контракт заключён»
    if mention.participants or mention.event_type != "signing" or mention.status == "proposed" or draft.attributive or spoken or draft.partner:
        return draft
    for source in _recent(draft, kept, reach=2):
        sides = {p.country for p in source.mention.participants} - {""}
        held = source.mention.event_type == "conference" and draft.follows and len(sides) > 1  # by those who led the session
        people = list(source.mention.participants) if held or source.mention.event_type in BILATERAL else []
        if mention.place_key and mention.place_key != source.mention.place_key and len({p.country for p in people} - {""}) < 2:
            continue  # "an agreement was signed in Warsaw" by others than the two of one country who met here
        if source.mention.event_type == "visit" and sides_of(source.mention) == 1:
            people += country_visited(source, draft.lands)
        if held:
            people = [replace(p, role="whom", side=2) if p.country != people[0].country else p for p in people]
        if len({p.key for p in people}) > 1:
            return carry(draft, people, "the parties of", source)
    return draft


def _recent(draft: Draft, kept: Sequence[Draft], *, reach: int = REACH) -> Iterator[Draft]:
    return (d for d in reversed(kept) if draft.sentence - d.sentence <= reach and d.mention.background == draft.mention.background)


STEPS: tuple[Callable[[Draft, Sequence[Draft]], Draft], ...] = (
    take_again,
    _take_parties,
    _take_acting,
    _take_other_side,
    _take_all_sides,
    take_date,
    take_place,
    take_office,
)
