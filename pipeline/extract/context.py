"""Reads the mentions of a document in order and lets each take from those before it what its own sentence leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pipeline.extract.draft import Draft
from pipeline.records import EventMention, Evidence, LocalEntity, Participant

MUTUAL = frozenset({"meeting", "call", "signing"})  # take at least two sides
BILATERAL = frozenset({"meeting", "call", "visit", "signing"})  # their participants can be "the parties" of what follows
REACH = 4  # sentences back in which the other side is looked for
ALIKE = {"meeting": ("meeting", "call"), "call": ("call",), "visit": ("visit",), "conference": ("conference",)}


def resolve_context(drafts: Sequence[Draft]) -> tuple[EventMention, ...]:
    """The mentions that stand, in order. `cluster` is the same for mentions that point to one event; missing sides, dates and places come from context."""
    kept: list[Draft] = []
    for number, draft in enumerate(drafts, 1):
        numbered = replace(draft, mention=replace(draft.mention, cluster=number))
        resolved = _resolve(numbered, kept)
        if resolved is not None:
            kept.append(resolved)
    return tuple(draft.mention for draft in kept)


def _resolve(draft: Draft, kept: Sequence[Draft]) -> Draft | None:
    if draft.joins:
        meant = _meant(draft, kept)
        return _join(draft, meant) if meant is not None and _takes_part(draft, meant) else None
    if draft.anaphoric and not draft.open_parties:
        meant = _meant(draft, kept)
        if meant is not None:
            return _join(draft, meant)
        if draft.circumstance and draft.mention.event_type != "visit":
            return None
    for complete in STEPS:
        draft = complete(draft, kept)
    return None if _is_incomplete(draft) else draft


def _takes_part(draft: Draft, meant: Draft) -> bool:
    """Whether all whom a sentence names take part in the event that it may be about, and it is told close by."""
    known = {p.key for p in meant.mention.participants}
    return all(p.key in known for p in draft.mention.participants) and draft.sentence - meant.sentence <= REACH


def _meant(draft: Draft, kept: Sequence[Draft]) -> Draft | None:
    """The last event of the kind that the noun names, if nothing in the sentence speaks against it."""
    kinds = ALIKE.get(draft.mention.event_type, (draft.mention.event_type,))
    candidates = [d for d in reversed(kept) if d.mention.event_type in kinds and _same_time(d.mention, draft.mention)]
    return next((d for d in candidates if not d.mention.background), candidates[0] if candidates else None)


def _same_time(a: EventMention, b: EventMention) -> bool:
    if a.date is None or b.date is None or a.date.interval is None or b.date.interval is None:
        return True
    return a.date.interval.first < b.date.interval.after and b.date.interval.first < a.date.interval.after


def _join(draft: Draft, meant: Draft) -> Draft:
    """The mention as another telling of `meant`: its status and type are those of the event told before."""
    mention = draft.mention
    evidence = (*mention.evidence, Evidence("event", "another telling of", meant.mention.trigger, meant.mention.trigger_start, meant.mention.trigger_end))
    status = meant.mention.status if not mention.status_cue else mention.status
    return replace(draft, mention=replace(mention, cluster=meant.mention.cluster, event_type=meant.mention.event_type, status=status, evidence=evidence))


def _take_parties(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """ "The parties", "the two leaders": those of the last event that had two sides; "the two states": the countries that they come from."""
    if not draft.open_parties:
        return draft
    source = next((d for d in reversed(kept) if _sides(d.mention) > 1 and d.mention.event_type in BILATERAL), None)
    if source is None:
        return draft
    people: Sequence[Participant] = source.mention.participants
    if draft.open_parties == "countries":
        people = _countries_of(people, draft.countries)
    return _carry(draft, people, "the parties of", source)


def _countries_of(people: Sequence[Participant], countries: Sequence[LocalEntity]) -> list[Participant]:
    """The countries for which people speak, as far as the document names them; the people themselves where it does not."""
    codes = dict.fromkeys(p.country for p in people)
    found = [e for code in codes for e in countries if code and e.country == code][:4]
    if len(found) < 2:
        return list(people)
    first = people[0]
    return [
        replace(first, key=e.key, text=e.name, name=e.name, entity_type=e.entity_type, position="", affiliation="", country=e.country, lang=e.lang, role="who" if k == 0 else "whom", side=k + 1)
        for k, e in enumerate(found)
    ]


def _take_acting(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """ "At a meeting with Y, X said", "during her visit X signed": who acts in the clause met or travelled."""
    mention = draft.mention
    if mention.event_type not in {"meeting", "call", "visit"} or any(p.role == "who" for p in mention.participants):
        return draft
    guest = _guest(draft, kept)
    people = guest or draft.acting
    new = tuple(p for p in people if p.key not in {q.key for q in mention.participants} and p.entity_type in {"person", "group"})
    if not new or (mention.event_type != "visit" and not mention.participants):
        return draft
    taken = tuple(replace(p, role="who", side=1, resolved_by=p.resolved_by if p in draft.acting else "context") for p in new[:1])
    others = tuple(replace(p, side=p.side + (p.side == 1)) for p in mention.participants)
    evidence = tuple(Evidence("who", "acts in the clause", p.text, p.start, p.end) for p in taken)
    return replace(draft, mention=replace(mention, participants=(*taken, *others), evidence=(*mention.evidence, *evidence)))


def _guest(draft: Draft, kept: Sequence[Draft]) -> tuple[Participant, ...]:
    """Who is received in the sentence in which a visit is told."""
    if draft.mention.event_type != "visit":
        return ()
    hosts = [d.mention for d in kept if d.sentence == draft.sentence and d.mention.rule == "meeting-receive"]
    return tuple(replace(p, start=-1, end=-1) for m in hosts[-1:] for p in m.participants if p.role == "whom")


def _take_other_side(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """One side alone met or signed: the other is who acted in the event told just before."""
    mention = draft.mention
    if mention.event_type not in MUTUAL or _sides(mention) != 1 or mention.status == "proposed":
        return draft
    for source in _recent(draft, kept):
        others = [p for p in source.mention.participants if p.key not in {q.key for q in mention.participants} and p.role in {"who", "head_of_delegation"}]
        if others and source.mention.event_type in {"visit", "meeting"}:
            return _carry(draft, others, "who acted in", source)
    return draft


def _take_all_sides(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """A document signed "following the talks", by nobody named: by those who talked."""
    mention = draft.mention
    if mention.participants or mention.event_type != "signing" or mention.status == "proposed":
        return draft
    source = next((d for d in _recent(draft, kept, reach=2) if _sides(d.mention) > 1 and d.mention.event_type in BILATERAL), None)
    return draft if source is None else _carry(draft, source.mention.participants, "the parties of", source)


def _recent(draft: Draft, kept: Sequence[Draft], *, reach: int = REACH) -> Iterator[Draft]:
    return (d for d in reversed(kept) if draft.sentence - d.sentence <= reach and d.mention.background == draft.mention.background)


def _sides(mention: EventMention) -> int:
    return len({p.key for p in mention.participants if p.role in {"who", "whom"}})


def _carry(draft: Draft, people: Sequence[Participant], why: str, source: Draft) -> Draft:
    """The draft with participants of another mention, marked as carried over."""
    mention = draft.mention
    known = {p.key for p in mention.participants}
    offset = max((p.side for p in mention.participants), default=0)
    new = [p for p in people if p.key not in known]
    carried = tuple(
        replace(p, start=-1, end=-1, resolved_by="context", side=p.side + offset, role="whom" if offset and p.role == "who" else p.role) for p in new
    )
    evidence = tuple(Evidence(p.role, f"{why} {source.mention.trigger!r}", p.text) for p in carried)
    return replace(draft, mention=replace(mention, participants=(*mention.participants, *carried), evidence=(*mention.evidence, *evidence)))


def _take_date(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """An event told as part of a dated one, in the same sentence, takes its date."""
    mention = draft.mention
    if mention.date is not None or mention.status in {"proposed", "negated"}:
        return draft
    for source in reversed(kept):
        if source.sentence == draft.sentence and source.mention.date is not None and _is_part(draft, source):
            evidence = Evidence(
                "date", f"told as part of {source.mention.trigger!r}", source.mention.date.text, source.mention.date.start, source.mention.date.end
            )
            return replace(draft, mention=replace(mention, date=source.mention.date, date_source="context", evidence=(*mention.evidence, evidence)))
    return draft


def _is_part(draft: Draft, source: Draft) -> bool:
    """Whether two events of one sentence are one occasion: what stands around one of them, or people in common."""
    shared = {p.key for p in draft.mention.participants} & {p.key for p in source.mention.participants}
    return draft.circumstance or source.circumstance or bool(shared)


def _is_incomplete(draft: Draft) -> bool:
    """Whether the rule's need is still not met."""
    if draft.missing in {"participant", "sides", "who", "whom", "human_subject"}:
        return not draft.mention.participants
    return False


STEPS: tuple[Callable[[Draft, Sequence[Draft]], Draft], ...] = (_take_parties, _take_acting, _take_other_side, _take_all_sides, _take_date)
