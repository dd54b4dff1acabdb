"""Compares two tellings of different documents, feature by feature; every feature gives a grade that the weights value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from pipeline.merge.stand_in import stand_in
from pipeline.merge.telling import Telling
from pipeline.merge.words import MergeWords, Reason, find_meanings, match_titles, score_of, stem_words, weigh
from pipeline.records import Interval

ALIKE = 0.6  # share of words from which two titles are one
UNLIKE = 0.2  # share of words below which they are two
AT_ONCE, SOON, NEAR, AHEAD = 1, 2, 5, 31  # days between two publications, between an event and its report, or a plan and its day
WEEK, MONTH = 7, 31  # days of a vague time
SAME_SPOT, NEAR_SPOT = 0.06, 0.15  # of a text's length
BY_ACTORS = frozenset({"visit", "award", "appointment"})  # kinds that are told apart by who acts
THINGS = frozenset({"opening", "conference"})  # kinds that are told apart by what is opened or held
MOVES = {
    frozenset({"planned", "occurred"}): "moved",
    frozenset({"planned", "negated"}): "called_off",
    frozenset({"proposed", "planned"}): "taken_up",
    frozenset({"occurred", "negated"}): "denied",
    frozenset({"proposed", "negated"}): "denied",
}


def compare_tellings(a: Telling, b: Telling, words: MergeWords) -> tuple[Reason, ...]:
    """What speaks for and against two tellings of one kind being one event; features that cannot be compared are left out."""
    weights = words.weights_of(a.event_type)
    graded = ((feature, grade(a, b, words)) for feature, grade in FEATURES.items())
    return tuple(weigh(feature, told, weights) for feature, told in graded if told)


def can_be_one(a: Telling, b: Telling, words: MergeWords) -> bool:
    """Whether their days alone do not keep two tellings apart: the cheapest of all questions."""
    return weigh("days", _grade_days(a, b, words), words.weights_of(a.event_type)).weight > words.veto


def is_one(reasons: tuple[Reason, ...], words: MergeWords) -> bool:
    """Whether the reasons join two tellings."""
    return not is_apart(reasons, words) and score_of(reasons) >= words.join


def is_apart(reasons: tuple[Reason, ...], words: MergeWords) -> bool:
    """Whether one of the reasons keeps them apart whatever else they share."""
    return any(reason.weight <= words.veto for reason in reasons)


def _grade_sides(a: Telling, b: Telling, words: MergeWords) -> str:
    return _grade_actors(a, b, words) if a.event_type in BY_ACTORS else _grade_everyone(a, b, words)


def _grade_actors(a: Telling, b: Telling, words: MergeWords) -> str:
    if not a.actors or not b.actors:
        return "unknown"
    if not a.actors & b.actors:
        return "stand_in" if stand_in(a, b, (a.actors, b.actors), words) else "different"
    if not a.others or not b.others:
        return "one"
    return "all" if a.others & b.others else "partly"


def _grade_everyone(a: Telling, b: Telling, words: MergeWords) -> str:
    shared, fewest = len(a.everyone & b.everyone), min(len(a.everyone), len(b.everyone))
    if not fewest:
        return "unknown"
    if shared > 1:
        return {0: "all", 1: "most"}.get(fewest - shared, "some")
    if shared == fewest == 1:
        return "one"
    if stand_in(a, b, (a.everyone, b.everyone), words):
        return "stand_in" if shared else "like"
    if shared:
        return "partly"
    return "countries" if len(a.countries) > 1 and a.countries == b.countries else "different"


def _grade_days(a: Telling, b: Telling, words: MergeWords) -> str:
    """One text tells of one day, whenever it was published; where its translation seems to tell another, one of the two was misread."""
    grade = _compare_days(a, b)
    if not a.document.text or a.document.text != b.document.text:
        return grade
    translated = a.document.lang != b.document.lang
    return "disputed" if grade == "far" or (translated and grade in {"apart", "next"}) else grade


def _compare_days(a: Telling, b: Telling) -> str:
    if a.interval is not None and b.interval is not None:
        return _grade_intervals(a.interval, b.interval)
    if a.interval is None and b.interval is None:
        return _grade_publications(a.document.published, b.document.published)
    dated, undated = (a, b) if a.interval is not None else (b, a)
    assert dated.interval is not None
    return _grade_report(dated.interval, undated)


def _grade_intervals(a: Interval, b: Interval) -> str:
    if a.first >= b.after or b.first >= a.after:
        return "next" if a.days == b.days == 1 and abs((a.first - b.first).days) == 1 else "apart"
    longest = max(a.days, b.days)
    if a == b and longest <= WEEK:
        return "same"
    if longest <= WEEK:
        return "within_week"
    return "within_month" if longest <= MONTH else "within_longer"


def _grade_report(dated: Interval, undated: Telling) -> str:
    """How a day told fits a telling of which only the publication is known."""
    published = undated.document.published
    if published is None:
        return "unknown"
    ahead, behind = (dated.first - published).days, (published - dated.last).days
    if ahead <= AT_ONCE and behind <= SOON:
        return "reported" if dated.days <= WEEK else "within_month" if dated.days <= MONTH else "within_longer"
    if undated.status != "occurred" and 0 <= ahead <= AHEAD:
        return "announced"
    return "reported_late" if 0 <= behind <= NEAR else "far"


def _grade_publications(a: date | None, b: date | None) -> str:
    if a is None or b is None:
        return "unknown"
    apart = abs((a - b).days)
    if apart <= AT_ONCE:
        return "published_together"
    return "published_near" if apart <= NEAR else "far"


def _grade_place(a: Telling, b: Telling, words: MergeWords) -> str:
    here, there = a.place, b.place
    if not here.entity_id or not there.entity_id:
        return ""
    if here.entity_id == there.entity_id:
        return "same"
    if a.event_type in {"signing", "call", "appointment"}:
        return ""
    if here.country and there.country and here.country != there.country:
        return "apart"
    return "other_city" if here.entity_type == there.entity_type == "city" else "inside"


def _grade_what(a: Telling, b: Telling, words: MergeWords) -> str:
    if not a.title or not b.title:
        return ""
    if a.document.lang != b.document.lang:
        return _grade_meanings(a.title, b.title, words)
    if a.event_type in THINGS:
        return _grade_titles(a.title, b.title, words.kinds)
    if stem_words(a.title) <= words.generic or stem_words(b.title) <= words.generic:
        return "in_short"
    return _grade_titles(a.title, b.title, words.thin)


def _grade_titles(first: str, second: str, thin: frozenset[str]) -> str:
    """Two titles of one language; `thin` are the words that tell nothing."""
    alike = match_titles(first, second, thin)
    telling = bool(stem_words(first) - thin) and bool(stem_words(second) - thin)
    if alike >= ALIKE:
        return "same" if telling else "in_short"
    return "different" if alike < UNLIKE else "partly"


def _grade_meanings(first: str, second: str, words: MergeWords) -> str:
    a, b = find_meanings(first, words), find_meanings(second, words)
    subjects, rest = a.subjects & b.subjects, a.rest & b.rest
    if a.subjects and b.subjects and not subjects:
        return "" if rest else "other_meaning"
    if len(subjects) + len(rest) > 1:
        return "same_meanings"
    return "same_meaning" if subjects or rest else ""


def _grade_document(a: Telling, b: Telling, words: MergeWords) -> str:
    if {"", "other"} & {a.document_type, b.document_type}:
        return ""
    return "same" if a.document_type == b.document_type else "different"


def _grade_amount(a: Telling, b: Telling, words: MergeWords) -> str:
    if a.amount is None or b.amount is None:
        return ""
    return "same" if a.amount == b.amount else "different"


def _grade_status(a: Telling, b: Telling, words: MergeWords) -> str:
    if a.status == b.status:
        return ""
    return MOVES.get(frozenset({a.status, b.status}), "apart")


def _grade_text(a: Telling, b: Telling, words: MergeWords) -> str:
    if a.document.text and a.document.text == b.document.text:
        return "same"
    return "story" if a.document.stories & b.document.stories else ""


def _grade_words(a: Telling, b: Telling, words: MergeWords) -> str:
    return "same" if a.sentences & b.sentences else ""


def _grade_spot(a: Telling, b: Telling, words: MergeWords) -> str:
    if not a.document.text or a.document.text != b.document.text:
        return ""
    apart = abs(a.spot - b.spot)
    if apart <= SAME_SPOT:
        return "same"
    return "near" if apart <= NEAR_SPOT else "other"


FEATURES: Mapping[str, Callable[[Telling, Telling, MergeWords], str]] = MappingProxyType(
    {
        "sides": _grade_sides,
        "days": _grade_days,
        "place": _grade_place,
        "what": _grade_what,
        "document": _grade_document,
        "amount": _grade_amount,
        "status": _grade_status,
        "text": _grade_text,
        "words": _grade_words,
        "spot": _grade_spot,
    }
)
