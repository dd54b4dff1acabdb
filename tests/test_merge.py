"""Which mentions of a document are one event: near misses on both sides, ids, and the slots of the merged event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.merge import make_id, mention_id
from pipeline.merge.event import make_event
from pipeline.merge.same import compare_mentions, what_similarity
from pipeline.merge.within import group_mentions
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
    ("protocol", "treaty", 0.0),
    ("", "treaty", 0.0),
]


@pytest.mark.parametrize(("first", "second", "same"), PAIRS)
def test_pair(first: EventMention, second: EventMention, same: bool) -> None:
    verdict = compare_mentions(first, second)
    assert verdict.same is same
    assert verdict.reasons
    assert compare_mentions(second, first).same is same


@pytest.mark.parametrize(("first", "second", "share"), SIMILAR)
def test_titles(first: str, second: str, share: float) -> None:
    assert what_similarity(first, second) == what_similarity(second, first) == share


def test_what_speaks_against_one_member_keeps_out_of_the_group() -> None:
    undated = replace(LATER, trigger_start=110, trigger_end=113)
    groups = group_mentions([replace(MEETING, date=day("2023-05-01")), undated, replace(LATER, date=day("2023-05-02"))])
    assert [len(group.mentions) for group in groups] == [2, 1]


def test_a_group_tells_why() -> None:
    (group,) = group_mentions([MEETING, LATER])
    assert group.reasons == ("the same people",)


ARTICLE = Article("d", "A met B. " * 20, published="2023-05-03")
OLDER = Article("c", "A met B. " * 20, published="2023-05-01")


def test_slots_come_from_the_mentions_that_tell_them_best() -> None:
    month = replace(MEETING, date=day("2023-05-01", 31), date_source="text", what="trade", place="Kazan", place_key="k", country="RU")
    exact = replace(LATER, date=day("2023-05-02"), date_source="text", what="trade and tourism", amount=5.0, currency="EUR")
    event = make_event([(exact, ARTICLE), (month, ARTICLE)], ["the same people"])
    assert [t.mention for t in event.told] == [month, exact]
    assert event.dated is not None
    assert event.dated.mention is exact
    assert event.placed is not None
    assert event.placed.mention is month
    assert event.titled is not None
    assert event.titled.mention is exact
    assert event.priced is not None
    assert event.priced.mention is exact
    assert event.conflicts == ()


def test_the_latest_publication_tells_the_status() -> None:
    planned, done = replace(MEETING, doc_id="c", status="planned"), replace(LATER, status="occurred")
    assert make_event([(planned, OLDER), (done, ARTICLE)], []).status.mention is done
    cancelled = replace(LATER, status="negated")
    assert make_event([(planned, OLDER), (cancelled, ARTICLE)], []).status.mention is cancelled


def test_days_that_differ_are_a_conflict() -> None:
    first, second = replace(MEETING, date=day("2023-05-01")), replace(LATER, date=day("2023-05-02"))
    assert make_event([(first, ARTICLE), (second, OLDER)], []).conflicts == ("date: 2023-05-01 | 2023-05-02",)


def test_the_id_is_that_of_the_first_mention() -> None:
    told = [(MEETING, ARTICLE), (LATER, ARTICLE), (replace(MEETING, doc_id="c", trigger_start=11, trigger_end=14), OLDER)]
    ids = {make_event(order, []).event_id for order in permutations(told)}
    assert ids == {make_id("e", "c", "meeting", 11, 14)}
    changed = replace(MEETING, date=day("2023-05-01"), participants=(C,), status="planned", what="x", doc_id="c", trigger_start=11, trigger_end=14)
    assert make_event([(changed, OLDER)], []).event_id in ids
    assert mention_id(changed) == mention_id(told[2][0])


@given(st.lists(st.sampled_from([MEETING, LATER, SIGNING, SIGNED_LATER, VISIT, VISIT_LATER, OPENING, replace(LATER, participants=(A, C))]), max_size=8))
def test_grouping_loses_and_doubles_nothing(mentions: list[EventMention]) -> None:
    groups = group_mentions(mentions)
    assert sorted((m for g in groups for m in g.mentions), key=repr) == sorted(mentions, key=repr)
    assert all(len({m.event_type for m in g.mentions}) == 1 and len(g.reasons) == len(g.mentions) - 1 for g in groups)
