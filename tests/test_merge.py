"""Which mentions of a document are one event: near misses on both sides, ids, and the slots of the merged event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.merge import MergeWords, make_id, mention_id
from pipeline.merge.event import make_event
from pipeline.merge.same import compare_mentions
from pipeline.merge.within import group_mentions
from pipeline.merge.words import match_titles
from pipeline.records import Article, DateMention, EventMention, Interval, Participant


def person(key: str, role: str = "who", side: int = 1, country: str = "") -> Participant:
    return Participant(role, side, key, key, 0, 1, key, "person", "", "", country, "name", "en")


def day(value: str, days: int = 1) -> DateMention:
    first = date.fromisoformat(value)
    return DateMention(0, 1, value, "DATE", value, Interval(first, first + timedelta(days=days)), "day" if days == 1 else "range", value)


A, B, C = person("a"), person("b", "whom", 2), person("c", "whom", 2)
MEETING = EventMention("d", "en", "meeting", "meeting-verb", "occurred", "", "A met B.", 0, 8, "met", 2, 5, (A, B), confidence=0.8)
LATER = replace(MEETING, start=100, end=108, trigger_start=102, trigger_end=105)
SIGNING = replace(MEETING, event_type="signing", what="protocol on customs")
SIGNED_LATER = replace(LATER, event_type="signing", what="protocol on customs")
VISIT = replace(MEETING, event_type="visit", place="Kazan", place_key="k", country="RU")
VISIT_LATER = replace(LATER, event_type="visit", place="Kazan", place_key="k", country="RU")
OPENING = replace(MEETING, event_type="opening", participants=(), what="new school")
OPENING_LATER = replace(LATER, event_type="opening", participants=(), what="school")

PAIRS = [  # two mentions, whether they are one event
    (MEETING, LATER, True),
    (MEETING, replace(LATER, participants=(B, A)), True),
    (MEETING, replace(LATER, participants=(A,)), True),
    (MEETING, replace(LATER, participants=(A, C)), False),
    (MEETING, replace(LATER, event_type="call"), False),
    (replace(MEETING, date=day("2023-05-01")), replace(LATER, date=day("2023-05-01")), True),
    (replace(MEETING, date=day("2023-05-01")), replace(LATER, date=day("2023-05-02")), False),
    (replace(MEETING, date=day("2023-05-01", 31)), replace(LATER, date=day("2023-05-09")), True),
    (replace(MEETING, date=day("2023-05-01")), LATER, True),
    (MEETING, replace(LATER, status="planned"), True),
    (MEETING, replace(LATER, status="negated"), False),
    (MEETING, replace(LATER, status="proposed"), False),
    (replace(MEETING, status="proposed"), replace(LATER, status="proposed"), True),
    (MEETING, replace(LATER, background=True), False),
    (replace(MEETING, place_key="k", country="RU"), replace(LATER, place_key="v", country="AT"), False),
    (replace(MEETING, place_key="k", country="RU"), replace(LATER, place_key="r", country="RU"), True),
    (MEETING, replace(LATER, participants=(), start=9, end=20), True),
    (MEETING, replace(LATER, participants=(), start=60, end=70), False),
    (replace(MEETING, cluster=4), replace(LATER, cluster=4, participants=()), True),
    (SIGNING, SIGNED_LATER, True),
    (SIGNING, replace(SIGNED_LATER, what="treaty on rivers"), False),
    (SIGNING, replace(SIGNED_LATER, what="protocol"), True),
    (replace(SIGNING, what="agreement on cooperation in tourism"), replace(SIGNED_LATER, what="agreement on cooperation in sport"), False),
    (replace(SIGNING, what="соглашение о сотрудничестве в сфере туризма"), replace(SIGNED_LATER, what="Соглашения о сотрудничестве в туризме"), True),
    (SIGNING, replace(SIGNED_LATER, participants=(C,)), False),
    (SIGNING, replace(SIGNED_LATER, place_key="k"), True),
    (VISIT, VISIT_LATER, True),
    (VISIT, replace(VISIT_LATER, participants=(B,)), False),
    (VISIT, replace(VISIT_LATER, place_key="v", country="AT"), False),
    (OPENING, OPENING_LATER, True),
    (OPENING, replace(OPENING_LATER, what="bridge"), False),
]
SIMILAR = [
    ("protocol on customs", "Protocol on customs control", 1.0),
    ("протокол о таможне", "протокола о таможне", 1.0),
    ("memorandum of cooperation in tourism", "memorandum of cooperation in sport", 0.0),
    ("memorandum of cooperation", "cooperation memorandum", 1.0),
    ("protocol", "treaty", 0.0),
    ("", "treaty", 0.0),
]


@pytest.mark.parametrize(("first", "second", "same"), PAIRS)
def test_pair(first: EventMention, second: EventMention, same: bool, merging: MergeWords) -> None:
    verdict = compare_mentions(first, second, merging)
    assert verdict.same is same
    assert compare_mentions(second, first, merging).same is same


@pytest.mark.parametrize(("first", "second", "share"), SIMILAR)
def test_titles(first: str, second: str, share: float, merging: MergeWords) -> None:
    assert match_titles(first, second, merging.thin) == match_titles(second, first, merging.thin) == share


def test_what_speaks_against_one_member_keeps_out_of_the_group(merging: MergeWords) -> None:
    undated = replace(LATER, trigger_start=110, trigger_end=113)
    groups = group_mentions([replace(MEETING, date=day("2023-05-01")), undated, replace(LATER, date=day("2023-05-02"))], merging)
    assert [len(group.mentions) for group in groups] == [2, 1]


def test_a_group_tells_why(merging: MergeWords) -> None:
    (group,) = group_mentions([MEETING, LATER], merging)
    (fit,) = group.fits
    assert (fit.first, fit.second) == (MEETING, LATER)
    assert [str(reason) for reason in fit.reasons] == ["people same +1"]


ARTICLE = Article("d", "A met B. " * 20, published="2023-05-03")
OLDER = Article("c", "A met B. " * 20, published="2023-05-01")


def test_slots_come_from_the_mentions_that_tell_them_best() -> None:
    month = replace(MEETING, date=day("2023-05-01", 31), date_source="text", what="trade", place="Kazan", place_key="k", country="RU")
    exact = replace(LATER, date=day("2023-05-02"), date_source="text", what="trade and tourism", amount=5.0, currency="EUR")
    event = make_event([(exact, ARTICLE), (month, ARTICLE)])
    assert [t.mention for t in event.told] == [month, exact]
    chosen = {choice.slot: (choice.told.mention if choice.told else None, choice.reason) for choice in event.choices}
    assert chosen == {
        "status": (month, "told alike by 2 mentions"),
        "date": (exact, "the most precise of 2"),
        "place": (month, "the only one told"),
        "what": (month, "the first of 2"),
        "amount": (exact, "the only one told"),
    }
    assert event.conflicts == ()


def test_the_fullest_title_of_a_document_is_told() -> None:
    bare, full = replace(SIGNING, what="protocol"), replace(SIGNED_LATER, what="protocol on customs")
    event = make_event([(bare, ARTICLE), (full, ARTICLE)])
    assert (event.titled.told and event.titled.told.mention, event.titled.reason) == (full, "the fullest of 2")


def test_a_title_in_the_language_of_the_tables_is_preferred() -> None:
    english, russian = replace(SIGNING, what="protocol"), replace(SIGNED_LATER, what="протокол о сотрудничестве в области туризма")
    event = make_event([(english, replace(ARTICLE, lang="en")), (russian, replace(ARTICLE, lang="ru"))], language="en")
    assert (event.titled.told and event.titled.told.mention.what, event.titled.reason) == ("protocol", "the only one told")
    event = make_event([(english, replace(ARTICLE, lang="en")), (russian, replace(ARTICLE, lang="ru"))], language="kk")
    assert event.titled.told
    assert event.titled.told.mention == russian


VOTES = [  # days told, day chosen, reason
    (["2023-05-02", "2023-05-01", "2023-05-02"], "2023-05-02", "told by 2 of 3, the most precise"),
    (["2023-05-02", "2023-05-02"], "2023-05-02", "told alike by 2 mentions"),
]


@pytest.mark.parametrize(("days", "chosen", "reason"), VOTES)
def test_the_day_told_most_often(days: list[str], chosen: str, reason: str) -> None:
    told = [(replace(MEETING, date=day(value), trigger_start=k), ARTICLE) for k, value in enumerate(days)]
    choice = make_event(told).dated
    assert choice.told is not None
    assert choice.told.interval == day(chosen).interval
    assert choice.reason == reason


STATUSES = [("planned", "occurred"), ("planned", "negated"), ("proposed", "planned")]


@pytest.mark.parametrize(("before", "after"), STATUSES)
def test_the_latest_publication_tells_the_status(before: str, after: str) -> None:
    status = make_event([(replace(LATER, status=after), ARTICLE), (replace(MEETING, doc_id="c", status=before), OLDER)]).status
    assert status.told is not None
    assert status.told.mention.status == after
    assert status.reason == "the latest told, published 2023-05-03"


CONFLICTS = [  # what differs in one of two mentions, and what is told of it
    ({"date": day("2023-05-02")}, "date: 2023-05-01 | 2023-05-02"),
    ({"amount": 7.5}, "amount: 5 EUR | 7.5 EUR"),
    ({"place": "Omsk"}, "place: Kazan | Omsk"),
    ({"status": "negated"}, "status: negated | occurred"),
]


@pytest.mark.parametrize(("slots", "conflict"), CONFLICTS)
def test_conflicts(slots: dict[str, object], conflict: str) -> None:
    first = replace(MEETING, date=day("2023-05-01"), amount=5.0, currency="EUR", place="Kazan")
    second = replace(first, trigger_start=9, **slots)  # type: ignore[arg-type]
    event = make_event([(first, ARTICLE), (second, OLDER)], place_of=lambda told: (told.mention.place, "city"))
    assert event.conflicts == (conflict,)


def test_the_id_is_that_of_the_first_mention() -> None:
    told = [(MEETING, ARTICLE), (LATER, ARTICLE), (replace(MEETING, doc_id="c", trigger_start=11, trigger_end=14), OLDER)]
    ids = {make_event(order).event_id for order in permutations(told)}
    assert ids == {make_id("e", "c", "meeting", 11, 14)}
    changed = replace(MEETING, date=day("2023-05-01"), participants=(C,), status="planned", what="x", doc_id="c", trigger_start=11, trigger_end=14)
    assert make_event([(changed, OLDER)]).event_id in ids
    assert {f"m{event_id[1:]}" for event_id in ids} == {mention_id(changed)} == {mention_id(told[2][0])}


@given(st.lists(st.sampled_from([MEETING, LATER, SIGNING, SIGNED_LATER, VISIT, VISIT_LATER, OPENING, replace(LATER, participants=(A, C))]), max_size=8))
def test_grouping_loses_and_doubles_nothing(merging: MergeWords, mentions: list[EventMention]) -> None:
    groups = group_mentions(mentions, merging)
    assert sorted((m for g in groups for m in g.mentions), key=repr) == sorted(mentions, key=repr)
    assert all(len({m.event_type for m in g.mentions}) == 1 and len(g.fits) == len(g.mentions) - 1 for g in groups)
