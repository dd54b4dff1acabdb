"""Compares two mentions: whether one document tells of one event in both, and why or why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.records import EventMention, Participant

GENERIC = frozenset(
    word[:6]
    for word in [
        "document",
        "agreement",
        "memorandum",
        "protocol",
        "number",
        "range",
        "series",
        "signed",
        "important",
        "документ",
        "соглашение",
        "меморандум",
        "протокол",
        "договор",
        "ряд",
        "пакет",
        "важный",
        "важных",
        "подписанный",
    ]
)
PLAIN_AWARDS = frozenset(
    word[:6] for word in ["award", "decoration", "distinction", "honour", "honor", "награда", "награды", "госнаграда"]
)  # what any order or medal is
CLOSED = frozenset({"occurred", "planned"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two mentions are one event, and what decided."""

    same: bool
    reasons: tuple[str, ...]


def compare_mentions(a: EventMention, b: EventMention) -> Verdict:
    """The verdict on two mentions of one document."""
    if a.event_type != b.event_type:
        return Verdict(False, ("different types",))
    if a.cluster and a.cluster == b.cluster:
        return Verdict(True, ("one points to the other",))
    against = tuple(reason for check in AGAINST if (reason := check(a, b)))
    if against:
        return Verdict(False, against)
    reason = FOR.get(a.event_type, _same_people)(a, b)
    return Verdict(bool(reason), (reason,) if reason else ("too little in common",))


def _dates_apart(a: EventMention, b: EventMention) -> str:
    if a.date is None or b.date is None or a.date.interval is None or b.date.interval is None:
        return ""
    apart = a.date.interval.first >= b.date.interval.after or b.date.interval.first >= a.date.interval.after
    return "dates apart" if apart else ""


def _statuses_apart(a: EventMention, b: EventMention) -> str:
    """What is told as fact and what is proposed or denied are two; a plan and a fact may be one."""
    if a.status == b.status or {a.status, b.status} <= CLOSED:
        return ""
    return "one told as fact, one not"


def _places_apart(a: EventMention, b: EventMention) -> str:
    if not a.place_key or not b.place_key or a.place_key == b.place_key or a.event_type == "signing":
        return ""
    inside = bool(a.country) and a.country == b.country
    return "" if inside else "places apart"


def _background_apart(a: EventMention, b: EventMention) -> str:
    dated = a.date is not None and b.date is not None
    return "one is history" if a.background != b.background and not dated else ""


def who(mention: EventMention) -> list[Participant]:
    """Those who act."""
    return [p for p in mention.participants if p.role in {"who", "head_of_delegation"}]


def _share_one(a: EventMention, b: EventMention) -> bool:
    return any(_is_one(p, q) for p in who(a) for q in who(b))


def everyone(mention: EventMention) -> frozenset[str]:
    """Keys of all participants but attendees and witnesses."""
    return frozenset(p.key for p in mention.participants if p.role not in {"attendee", "witness"})


def _same_people(a: EventMention, b: EventMention) -> str:
    """Everybody of the shorter list takes part in the longer one, two at least unless one list has one name only."""
    shorter, longer = sorted((_sided(a), _sided(b)), key=len)
    if not shorter:
        return _neighbours(a, b)
    shared = sum(any(_is_one(p, q) for q in longer) for p in shorter)
    return "the same people" if shared == len(shorter) or shared >= 2 else ""


def _sided(mention: EventMention) -> list[Participant]:
    return [p for p in mention.participants if p.role not in {"attendee", "witness"}]


def _is_one(a: Participant, b: Participant) -> bool:
    """The same entity, or an office told once without and once with its holder's name: "the governor" and "Governor Sorokin"."""
    if a.key == b.key:
        return True
    unnamed, other = (a, b) if a.resolved_by == "position" else (b, a)
    if unnamed.resolved_by != "position" or other.resolved_by == "position" or not other.position:
        return False
    fits = words(unnamed.name) <= words(other.position) or words(other.position) <= words(unnamed.name)
    return fits and (not unnamed.country or not other.country or unnamed.country == other.country)


def _neighbours(a: EventMention, b: EventMention) -> str:
    """A telling without people joins one in the same or next sentence."""
    gap = max(a.start, b.start) - min(a.end, b.end)
    return "told next to each other, one without people" if gap <= 3 else ""


def _same_visit(a: EventMention, b: EventMention) -> str:
    return "the same visitors" if _share_one(a, b) else ""


def _same_signing(a: EventMention, b: EventMention) -> str:
    title = what_similarity(a.what, b.what)
    if not a.participants or not b.participants:
        return "the same document" if (title >= 0.6 or _is_generic(a, b)) and _neighbours(a, b) else ""
    if not _parties_fit(a, b) or _is_counted(a) != _is_counted(b):
        return ""
    if _is_generic(a, b):
        return "a document told again in short"
    return "the same document" if title >= 0.6 else ""


def _is_counted(mention: EventMention) -> bool:
    """ "More than 20 agreements" are no single one."""
    return bool(re.search(r"\d", mention.what)) and len(mention.what.split()) < 8


def _is_generic(a: EventMention, b: EventMention) -> bool:
    return any(words(m.what) <= GENERIC for m in (a, b))


def _parties_fit(a: EventMention, b: EventMention) -> bool:
    """Every party of the shorter list has its like in the longer one: the same entity, or one that stands for the same country."""
    shorter, longer = sorted((a.participants, b.participants), key=len)
    return all(any(_stand_for_one(p, q) for q in longer) for p in shorter)


def _stand_for_one(a: Participant, b: Participant) -> bool:
    if a.key == b.key:
        return True
    speaks = {"person", "group", "country"} & {a.entity_type, b.entity_type}
    return bool(speaks) and bool(a.country) and a.country == b.country


def _same_award(a: EventMention, b: EventMention) -> str:
    shared = everyone(a) & everyone(b)
    plain = any(words(m.what) & PLAIN_AWARDS for m in (a, b))
    different = a.what and b.what and not plain and what_similarity(a.what, b.what) < 0.3 and len(shared) < 2
    return "the same people and award" if shared and not different else ""


def _same_thing(a: EventMention, b: EventMention) -> str:
    return "the same name" if what_similarity(a.what, b.what) >= 0.6 else ""


def _same_office(a: EventMention, b: EventMention) -> str:
    return "the same person" if _share_one(a, b) else ""


def words(text: str) -> frozenset[str]:
    """The words of a title, cut to six letters so that inflected forms meet."""
    return frozenset(w[:6] for w in re.findall(r"\w+", text.lower().replace("ё", "е")) if len(w) > 2)


def what_similarity(a: str, b: str) -> float:
    """Share of the shorter title's words that the longer one has, 0 to 1."""
    first, second = words(a), words(b)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


Check = Callable[[EventMention, EventMention], str]


def _side_by_side(a: EventMention, b: EventMention) -> str:
    """Two documents signed in one sentence are two."""
    apart = a.start == b.start and a.trigger_start != b.trigger_start and a.event_type == "signing" and a.what and b.what
    return "two documents in one sentence" if apart else ""


AGAINST: tuple[Check, ...] = (_side_by_side, _dates_apart, _statuses_apart, _places_apart, _background_apart)
FOR: Mapping[str, Check] = {
    "visit": _same_visit,
    "signing": _same_signing,
    "award": _same_award,
    "opening": _same_thing,
    "conference": _same_thing,
    "appointment": _same_office,
}
