"""Compares two mentions: whether one document tells of one event in both, and why or why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.merge.words import MergeWords, Reason, match_titles, score_of, stem_words, weigh
from pipeline.records import EventMention, Participant

CLOSED = frozenset({"occurred", "planned"})
LISTED = "appointment-nominee"  # the rule of lists of nominations, each item of which is one
SEATS = frozenset({"appointment-board", "appointment-duty"})  # rules of seats and duties, which somebody has beside an office
LEAVING = frozenset(
    {
        "appointment-leave",
        "appointment-vacate",
        "appointment-relieve",
        "appointment-dismiss",
        "appointment-departure",
        "appointment-exit",
        "appointment-fall",
        "appointment-request",
    }
)
POINTING_BACK = "visit-noun"  # the rule of "the visit", which may be one told before
ALIKE = 0.6  # share of words from which two titles are one
OTHER_AWARD = 0.3  # share of words below which two awards are two


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two mentions are one event, and what decided; `against` where something keeps them apart."""

    same: bool
    reasons: tuple[Reason, ...] = ()

    @property
    def against(self) -> bool:
        """Whether something speaks against one event, rather than too little for it."""
        return any(reason.weight < 0 for reason in self.reasons)


def compare_mentions(a: EventMention, b: EventMention, words: MergeWords) -> Verdict:
    """The verdict on two mentions of one document."""
    if a.event_type != b.event_type:
        return Verdict(False, (Reason("kind", "different", words.veto),))
    if a.cluster and a.cluster == b.cluster:
        return Verdict(True, (weigh("pointer", "same", words.within),))
    against = [(feature, grade) for feature, check in AGAINST.items() if (grade := check(a, b))]
    feature, find = FOR.get(a.event_type, PEOPLE)
    grade = find(a, b, words)
    graded = [*against, *([(feature, grade)] if grade else [])]
    reasons = tuple(weigh(feature, grade, words.within) for feature, grade in graded)
    return Verdict(score_of(reasons) >= words.join, reasons)


def _dates_apart(a: EventMention, b: EventMention) -> str:
    if a.date is None or b.date is None or a.date.interval is None or b.date.interval is None:
        return ""
    apart = a.date.interval.first >= b.date.interval.after or b.date.interval.first >= a.date.interval.after
    return "apart" if apart else ""


def _statuses_apart(a: EventMention, b: EventMention) -> str:
    """What is told as fact and what is proposed or denied are two; a plan and a fact may be one."""
    if a.status == b.status or ({a.status, b.status} <= CLOSED and not _goes_on(*sorted((a, b), key=lambda m: m.start))):
        return ""
    return "apart"


def _goes_on(first: EventMention, second: EventMention) -> bool:
    """Whether who has come somewhere will go elsewhere on a day told: "She arrived in Alta. Tomorrow she will visit the port"."""
    if first.event_type != "visit" or (first.status, second.status) != ("occurred", "planned") or second.rule == POINTING_BACK:
        return False
    told = second.date is not None and second.date_source == "text" and first.date != second.date
    return told and bool(first.place_key) and second.place_key != first.place_key


def _places_apart(a: EventMention, b: EventMention) -> str:
    if not a.place_key or not b.place_key or a.place_key == b.place_key or a.event_type == "signing":
        return ""
    inside = bool(a.country) and a.country == b.country
    return "" if inside else "apart"


def _another(a: EventMention, b: EventMention) -> str:
    """ "The next meeting" is not the one told before."""
    return "apart" if a.another != b.another else ""


def _background_apart(a: EventMention, b: EventMention) -> str:
    dated = a.date is not None and b.date is not None
    return "apart" if a.background != b.background and not dated else ""


def who(mention: EventMention) -> list[Participant]:
    """Those who act."""
    return [p for p in mention.participants if p.role in {"who", "head_of_delegation"}]


def _share_one(a: EventMention, b: EventMention) -> bool:
    return any(_is_one(p, q) for p in who(a) for q in who(b))


def everyone(mention: EventMention) -> frozenset[str]:
    """Keys of all participants but attendees and witnesses."""
    return frozenset(p.key for p in mention.participants if p.role not in {"attendee", "witness"})


def _same_people(a: EventMention, b: EventMention, words: MergeWords) -> str:
    """Everybody of the shorter list takes part in the longer one, two at least unless one list has one name only."""
    shorter, longer = sorted((_sided(a), _sided(b)), key=len)
    if not shorter:
        return _neighbours(a, b)
    shared = sum(any(_is_one(p, q) for q in longer) for p in shorter)
    return "same" if shared == len(shorter) or shared >= 2 else ""


def _sided(mention: EventMention) -> list[Participant]:
    return [p for p in mention.participants if p.role not in {"attendee", "witness"}]


def _is_one(a: Participant, b: Participant) -> bool:
    """The same entity, or an office told once without and once with its holder's name: "the governor" and "Governor Sorokin"."""
    if a.key == b.key:
        return True
    return stands_for(a, b) or stands_for(b, a)


def stands_for(unnamed: Participant, other: Participant) -> bool:
    """Whether an office without its holder's name may be that of somebody told by name."""
    if not is_office(unnamed) or other.resolved_by == "position" or not other.position:
        return False
    fits = stem_words(unnamed.name) <= stem_words(other.position) or stem_words(other.position) <= stem_words(unnamed.name)
    return fits and (not unnamed.country or not other.country or unnamed.country == other.country)


def is_office(participant: Participant) -> bool:
    """Whether somebody is told by an office, and nowhere in the document by name: "the governor", but not «министра Анну Белову»."""
    return participant.resolved_by == "position" and bool(stem_words(participant.name) & stem_words(participant.text))


def _neighbours(a: EventMention, b: EventMention) -> str:
    """A telling without people joins one in the same or next sentence."""
    gap = max(a.start, b.start) - min(a.end, b.end)
    return "next_to" if gap <= 3 else ""


def _same_visit(a: EventMention, b: EventMention, words: MergeWords) -> str:
    return "same" if _share_one(a, b) else ""


def _same_signing(a: EventMention, b: EventMention, words: MergeWords) -> str:
    alike = match_titles(a.what, b.what, words.thin) >= ALIKE
    generic = any(stem_words(m.what) <= words.generic for m in (a, b))
    if not a.participants or not b.participants:
        return _neighbours(a, b) if (alike or generic) and not _are_other_papers(a, b) else ""
    if not _parties_fit(a, b) or _is_counted(a) != _is_counted(b):
        return ""
    if generic:
        return "in_short"
    return "same" if alike else ""


def _are_other_papers(a: EventMention, b: EventMention) -> bool:
    """Whether documents of two sentences are of two kinds: «Подписан протокол. Кроме того, договор заключили вузы»."""
    kinds = {a.document_type, b.document_type}
    return a.start != b.start and len(kinds) > 1 and "protocol" in kinds and kinds.isdisjoint({"", "other"})


def _is_counted(mention: EventMention) -> bool:
    """ "More than 20 agreements" are no single one."""
    return bool(re.search(r"\d", mention.what)) and len(mention.what.split()) < 8


def _parties_fit(a: EventMention, b: EventMention) -> bool:
    """Every party of the shorter list has its like in the longer one: the same entity, or one that stands for the same country."""
    shorter, longer = sorted((a.participants, b.participants), key=len)
    return all(any(_stand_for_one(p, q) for q in longer) for p in shorter)


def _stand_for_one(a: Participant, b: Participant) -> bool:
    if a.key == b.key:
        return True
    speaks = {"person", "group", "country"} & {a.entity_type, b.entity_type}
    return bool(speaks) and (bool(a.country) and a.country == b.country or _speaks_for(a, b) or _speaks_for(b, a))


def _speaks_for(person: Participant, body: Participant) -> bool:
    """Whether somebody holds an office of the body or region that signs: "the Governor of Alta region" for "Alta region"."""
    told = stem_words(person.affiliation)
    return person.entity_type == "person" and bool(told) and told == stem_words(body.name)


def _same_award(a: EventMention, b: EventMention, words: MergeWords) -> str:
    shared = everyone(a) & everyone(b)
    if _are_of_one_ceremony(a, b):
        return ""
    plain = any(stem_words(m.what) & words.plain_awards for m in (a, b))
    handed = a.start == b.start and any(stem_words(m.what) & words.award_papers for m in (a, b))  # «присвоено звание, диплом он получил из рук ректора»
    different = a.what and b.what and not plain and not handed and match_titles(a.what, b.what) < OTHER_AWARD and len(shared) < 2
    return "same" if shared and not different else ""


def _are_of_one_ceremony(a: EventMention, b: EventMention) -> bool:
    """Whether two awards to others share no more than who gave them, as told of the ceremony: «Мэр вручил землякам награды. Орден получил»."""
    awarded = [{p.key for p in m.participants if p.role == "who"} for m in (a, b)]
    taken = any(p.role == "whom" and p.resolved_by == "context" for m in (a, b) for p in m.participants)
    return taken and all(awarded) and awarded[0].isdisjoint(awarded[1])


def _same_thing(a: EventMention, b: EventMention, words: MergeWords) -> str:
    return "same" if match_titles(a.what, b.what) >= ALIKE else ""


def _same_office(a: EventMention, b: EventMention, words: MergeWords) -> str:
    if _share_one(a, b):
        return "same"
    unnamed = [m for m in (a, b) if who(m) and all(is_office(p) for p in who(m))]
    return "unnamed" if len(unnamed) == 1 and _neighbours(a, b) else ""  # «Назначен новый консул», and his name in the next sentence


def _side_by_side(a: EventMention, b: EventMention) -> str:
    """Two documents signed in one sentence are two."""
    apart = a.start == b.start and a.trigger_start != b.trigger_start and a.event_type == "signing" and a.what and b.what
    return "side_by_side" if apart else ""


def _holders_apart(a: EventMention, b: EventMention) -> str:
    """Two people told by name are appointed each, whoever else is told by an office alone; so is one person who stands in a list twice."""
    if a.rule == b.rule == LISTED and a.start != b.start:
        return "apart"
    if (a.rule in LEAVING) != (b.rule in LEAVING) and a.event_type == b.event_type == "appointment" and a.status != b.status:
        return "apart"  # "was appointed rector; she will leave the post in July"
    if SEATS & {a.rule, b.rule} and a.what and b.what and match_titles(a.what, b.what) < OTHER_AWARD:
        return "apart"
    named = [{p.key for p in who(m) if p.resolved_by == "name" or (p.resolved_by == "position" and not is_office(p))} for m in (a, b)]
    return "apart" if a.event_type == "appointment" and all(named) and named[0].isdisjoint(named[1]) else ""


AGAINST: Mapping[str, Callable[[EventMention, EventMention], str]] = {
    "documents": _side_by_side,
    "days": _dates_apart,
    "holders": _holders_apart,
    "status": _statuses_apart,
    "place": _places_apart,
    "history": _background_apart,
    "another": _another,
}
Find = Callable[[EventMention, EventMention, MergeWords], str]
PEOPLE: tuple[str, Find] = ("people", _same_people)
FOR: Mapping[str, tuple[str, Find]] = {
    "visit": ("visitors", _same_visit),
    "signing": ("document", _same_signing),
    "award": ("award", _same_award),
    "opening": ("name", _same_thing),
    "conference": ("name", _same_thing),
    "appointment": ("holder", _same_office),
}
