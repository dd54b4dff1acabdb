"""Joins the mentions of one document that tell of one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.merge.headline import with_headline
from pipeline.merge.same import Verdict, compare_mentions, is_office, stands_for
from pipeline.merge.words import MergeWords, Reason, stem_words
from pipeline.records import EventMention, Participant

TALKS = frozenset({"meeting", "call"})


@dataclass(frozen=True, slots=True)
class Fit:
    """What joined a mention to one before it."""

    first: EventMention
    second: EventMention
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of one event, in the order of the text, and why each after the first belongs."""

    mentions: tuple[EventMention, ...]
    fits: tuple[Fit, ...] = ()


def group_mentions(mentions: Sequence[EventMention], words: MergeWords, *, headline: int = 0) -> tuple[Group, ...]:
    """The events of one document. A mention joins the latest group that it fits and none of whose mentions speaks against it.

    Of mentions of one sentence those that name somebody come first: the others go with them. `headline` is where that ends, in characters.
    """
    groups: list[Group] = []
    mentions = with_headline(mentions, headline)
    for mention in sorted(mentions, key=lambda m: (m.start, not m.participants)):
        k, fit = next(_find_fits(groups, mention, words), (-1, None))
        if fit is None:
            groups.append(Group((mention,)))
        else:
            groups[k] = Group((*groups[k].mentions, mention), (*groups[k].fits, fit))
    return tuple(replace(group, mentions=tuple(_with_holders(mention, group.mentions) for mention in group.mentions)) for group in groups)


def _with_holders(mention: EventMention, told: Sequence[EventMention]) -> EventMention:
    """The mention, an office without its holder's name being the one person who holds it in another telling: "minister's call", "Minister Lind called"."""
    if (holders_named := _named_in_order(mention, told)) is not None:
        return replace(mention, participants=holders_named)
    own = {p.key for p in mention.participants}
    named = {p.key: p for other in told for p in other.participants if p.entity_type == "person" and p.key not in own}
    holders = {
        p.key: [q for q in named.values() if stands_for(p, q) or _is_appointee(p, q, mention)] for p in mention.participants if p.entity_type == "person"
    }
    known = {p.key: p for other in told for p in other.participants if p.entity_type == "person" and p.resolved_by != "position"}
    shared = _offices_of_named(mention, known.values())
    people = (_as_holder(p, holders.get(p.key, ())) for p in mention.participants if not _are_named(p, known.values()) and p.key not in shared)
    return replace(mention, participants=tuple(people))


def _named_in_order(mention: EventMention, told: Sequence[EventMention]) -> tuple[Participant, ...] | None:
    """Holders of offices by the names that another telling of the talks gives, in the same order, to as many people: "the two mayors", "Lind and Kos"."""
    offices = mention.participants
    if len(offices) < 2 or any(p.entity_type != "person" or p.resolved_by != "position" for p in offices) or mention.event_type not in TALKS:
        return None
    others = (m.participants for m in told if len(m.participants) == len(offices) and m.start > mention.start)
    named = next((people for people in others if all(p.entity_type == "person" and p.resolved_by == "name" and not p.position for p in people)), None)
    return tuple(_as_holder(p, [q]) for p, q in zip(offices, named, strict=True)) if named is not None else None


def _is_appointee(office: Participant, named: Participant, mention: EventMention) -> bool:
    """Whether an appointment tells only the office of who is told by name in another telling of it: «Назначен новый консул»."""
    told = is_office(office) and named.resolved_by != "position"
    return mention.event_type == "appointment" and office.role == named.role == "who" and told


def _are_named(group: Participant, known: Iterable[Participant]) -> bool:
    """Whether an office in the plural, with no land, is held by two people told by name: "ministers"."""
    if group.entity_type != "group" or group.resolved_by != "position" or group.country:
        return False
    return sum(stem_words(group.name) <= stem_words(p.position) for p in known) > 1


def _offices_of_named(mention: EventMention, known: Iterable[Participant]) -> frozenset[str]:
    """Keys of the holders of one office told for several lands, of each of which somebody is told by name: "the foreign ministers of Chad and Laos"."""
    offices = [p for p in mention.participants if p.entity_type == "person" and p.resolved_by == "position" and p.country]
    told = {p.country for p in known if p.position}
    several = len({p.country for p in offices}) == len(offices) > 1 and len({p.position for p in offices}) == 1
    return frozenset(p.key for p in offices) if several and all(p.country in told for p in offices) else frozenset()


def _as_holder(office: Participant, holders: Sequence[Participant]) -> Participant:
    if len(holders) != 1:
        return office
    return replace(office, key=holders[0].key, name=holders[0].name, country=holders[0].country, resolved_by="context")


def _find_fits(groups: Sequence[Group], mention: EventMention, words: MergeWords) -> Iterator[tuple[int, Fit]]:
    for k in _by_likelihood(groups, mention):
        verdicts = [(other, compare_mentions(other, mention, words)) for other in groups[k].mentions]
        pointed = next(((other, v) for other, v in verdicts if _is_pointer(v)), None)
        peopled = bool(mention.participants) and any(other.participants for other, _ in verdicts)
        fitting = pointed or next(((other, v) for other, v in verdicts if v.same and not (peopled and _is_neighbour(v))), None)
        if fitting is not None and (pointed is not None or not any(v.against for _, v in verdicts)):
            yield k, Fit(fitting[0], mention, fitting[1].reasons)


def _is_pointer(verdict: Verdict) -> bool:
    return any(reason.feature == "pointer" for reason in verdict.reasons)


def _is_neighbour(verdict: Verdict) -> bool:
    """Whether nothing but standing side by side makes two mentions one; those who take part tell more."""
    return any(reason.grade == "next_to" for reason in verdict.reasons)


def _by_likelihood(groups: Sequence[Group], mention: EventMention) -> list[int]:
    """Groups that the mention points to first, then the latest."""
    return sorted(range(len(groups)), key=lambda k: (not any(m.cluster == mention.cluster for m in groups[k].mentions), -k))
