"""What joins two mentions of one document and what keeps them apart, by kind of event and at the borders; which of several groups a mention joins."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_merge import LATER, MEETING, OPENING, OPENING_LATER, SIGNED_LATER, SIGNING, VISIT, VISIT_LATER, A, B, C, day, person

from pipeline.merge import MergeWords
from pipeline.merge.same import compare_mentions
from pipeline.merge.within import group_mentions
from pipeline.records import EventMention, Participant

AWARD = replace(MEETING, event_type="award", what="Order of the Heron")
AWARD_LATER = replace(LATER, event_type="award", what="Order of the Heron")
APPOINTED = replace(MEETING, event_type="appointment")
APPOINTED_LATER = replace(LATER, event_type="appointment")
GUESTS = tuple(person(f"guest{n}", "whom", 2) for n in range(4))


def office(name: str, country: str = "") -> Participant:
    """A governor told by the office alone."""
    return replace(person(f"office {name}", country=country), name=name, resolved_by="position")


def holder(position: str, country: str = "") -> Participant:
    """Somebody told by name, with an office."""
    return replace(person("sorin", country=country), position=position)


def body(key: str, country: str) -> Participant:
    """An organization that takes part."""
    return replace(person(key, country=country), entity_type="organization")


REASONS = [  # two mentions, what is told of them
    (MEETING, LATER, "people same +1"),
    (MEETING, replace(LATER, participants=(C, person("e"))), ""),
    (replace(MEETING, participants=(A, *GUESTS[:2])), replace(LATER, participants=(A, GUESTS[0], C)), "people same +1"),  # two of three
    (replace(MEETING, participants=(A, B)), replace(LATER, participants=(A, C, GUESTS[0])), ""),
    (MEETING, replace(LATER, participants=(A, replace(C, role="witness"), replace(GUESTS[0], role="attendee"))), "people same +1"),
    (MEETING, replace(LATER, participants=(), start=11, end=20), "people next_to +1"),  # three characters behind
    (MEETING, replace(LATER, participants=(), start=12, end=20), ""),
    (MEETING, replace(LATER, event_type="call"), "kind different -1.5"),
    (MEETING, replace(LATER, status="proposed"), "status apart -2, people same +1"),
    (MEETING, replace(LATER, background=True), "history apart -2, people same +1"),
    (replace(MEETING, date=day("2023-05-01")), replace(LATER, background=True, date=day("2023-05-01")), "people same +1"),
    (replace(MEETING, date=day("2023-05-01", 2)), replace(LATER, date=day("2023-05-03")), "days apart -2, people same +1"),
    (replace(MEETING, date=day("2023-05-01", 2)), replace(LATER, date=day("2023-05-02")), "people same +1"),
    (replace(MEETING, date=replace(day("2023-05-01"), interval=None)), replace(LATER, date=day("2023-05-09")), "people same +1"),
    (replace(MEETING, cluster=3), replace(LATER, cluster=3, participants=(C,), status="proposed"), "pointer same +2"),
    (replace(MEETING, cluster=3), replace(LATER, cluster=4), "people same +1"),
    (replace(MEETING, place_key="k"), replace(LATER, place_key="v"), "place apart -2, people same +1"),
    (replace(MEETING, place_key="k", country="RU"), replace(LATER, place_key="v"), "place apart -2, people same +1"),
    (replace(MEETING, place_key="k"), LATER, "people same +1"),
    (VISIT, VISIT_LATER, "visitors same +1"),
    (VISIT, replace(VISIT_LATER, participants=(replace(A, role="head_of_delegation"),)), "visitors same +1"),
    (VISIT, replace(VISIT_LATER, participants=(replace(A, role="whom"),)), ""),
    (APPOINTED, replace(APPOINTED_LATER, participants=(A,)), "holder same +1"),
    (APPOINTED, replace(APPOINTED_LATER, participants=(B,)), ""),
    (OPENING, OPENING_LATER, "name same +1"),
    (replace(OPENING, what="salt flax wool resin oats"), replace(OPENING_LATER, what="salt flax wool pepper cod"), "name same +1"),  # three words of five
    (replace(OPENING, what="salt flax wool resin oats"), replace(OPENING_LATER, what="salt flax tin pepper cod"), ""),
]
OFFICES = [  # one told by the office alone, one by name and office, whether they are one
    (office("the governor"), holder("governor"), True),
    (office("governor"), holder("governor of the coast"), True),
    (office("governor of the coast"), holder("governor"), True),
    (office("governor"), holder("mayor"), False),
    (office("governor", "PL"), holder("governor", "PL"), True),
    (office("governor", "PL"), holder("governor"), True),
    (office("governor", "PL"), holder("governor", "CZ"), False),
    (office("governor"), holder(""), False),
    (office("governor"), office("the governor of the coast"), False),
]
SIGNINGS = [  # what differs in two mentions of a document signed by A and B, what is told of them
    ({}, {}, "document same +1"),
    ({"what": "salt flax wool resin oats"}, {"what": "salt flax wool pepper cod"}, "document same +1"),
    ({"what": "salt flax wool resin oats"}, {"what": "salt flax tin pepper cod"}, ""),
    ({}, {"what": "agreement"}, "document in_short +1"),
    ({}, {"what": "agreement", "participants": (C,)}, ""),
    ({}, {"what": "agreement", "participants": (), "start": 10, "end": 20}, "document next_to +1"),
    ({}, {"what": "treaty on rivers", "participants": (), "start": 10, "end": 20}, ""),
    ({}, {"participants": (), "start": 10, "end": 20}, "document next_to +1"),
    ({}, {"participants": (), "start": 40, "end": 50}, ""),
    ({"what": "12 agreements on salt"}, {"what": "agreement"}, ""),
    ({"what": "12 agreements on salt"}, {"what": "12 agreements"}, "document in_short +1"),
    ({"what": "plan of 2031 on salt and flax and wool"}, {"what": "agreement"}, "document in_short +1"),  # eight words are a title
    ({"what": "plan of 2031 on salt and flax"}, {"what": "agreement"}, ""),
    ({}, {"start": 0, "end": 8, "what": "protocol on customs"}, "documents side_by_side -2, document same +1"),
    ({}, {"start": 0, "end": 8, "trigger_start": 2, "trigger_end": 5}, "document same +1"),
    ({}, {"start": 0, "end": 8, "what": ""}, "document in_short +1"),  # a title not told is none of another document
    ({"place_key": "k"}, {"place_key": "v"}, "document same +1"),
]
PARTIES = [  # a party of each of two tellings, whether they may be one
    (person("x", country="PL"), body("y", "PL"), True),
    (body("x", "PL"), body("y", "PL"), False),
    (person("x"), body("y", ""), False),
    (person("x", country="PL"), body("y", "CZ"), False),
    (replace(body("x", "PL"), entity_type="country"), body("y", "PL"), True),
    (replace(body("x", "PL"), entity_type="group"), body("y", "PL"), True),
]
AWARDS = [  # what differs in two mentions of an award by A to B, whether they are one
    ({}, {"participants": (A,)}, True),
    ({}, {"participants": (C,)}, False),
    ({}, {"what": "Medal for Rescue", "participants": (B,)}, False),
    ({}, {"what": "Medal for Rescue"}, True),  # both people
    ({}, {"what": "the award", "participants": (B,)}, True),
    ({}, {"what": "", "participants": (B,)}, True),
    ({"what": "salt flax wool"}, {"what": "salt tin cod", "participants": (B,)}, True),  # a third of the words
    ({"what": "salt flax wool resin"}, {"what": "salt tin cod oats", "participants": (B,)}, False),
    ({}, {"participants": (replace(B, role="witness"),)}, False),
]


def told(first: EventMention, second: EventMention, words: MergeWords) -> str:
    """The reasons, which are the same whichever comes first."""
    verdict = compare_mentions(first, second, words)
    assert compare_mentions(second, first, words) == verdict
    assert verdict.same is (sum(reason.weight for reason in verdict.reasons) >= 1.0)
    assert verdict.against is any(reason.weight < 0 for reason in verdict.reasons)
    return ", ".join(map(str, verdict.reasons))


@pytest.mark.parametrize(("first", "second", "reasons"), REASONS)
def test_reasons(first: EventMention, second: EventMention, reasons: str, merging: MergeWords) -> None:
    assert told(first, second, merging) == reasons


@pytest.mark.parametrize(("first", "second", "same"), OFFICES)
def test_an_office_told_with_and_without_its_holder(first: Participant, second: Participant, same: bool, merging: MergeWords) -> None:
    assert bool(told(replace(VISIT, participants=(first,)), replace(VISIT_LATER, participants=(second,)), merging)) is same
    assert bool(told(replace(MEETING, participants=(first,)), replace(LATER, participants=(second,)), merging)) is same


@pytest.mark.parametrize(("before", "after", "reasons"), SIGNINGS)
def test_documents_signed(before: dict[str, object], after: dict[str, object], reasons: str, merging: MergeWords) -> None:
    assert told(replace(SIGNING, **before), replace(SIGNED_LATER, **after), merging) == reasons  # type: ignore[arg-type]


@pytest.mark.parametrize(("first", "second", "same"), PARTIES)
def test_parties_of_a_document(first: Participant, second: Participant, same: bool, merging: MergeWords) -> None:
    assert bool(told(replace(SIGNING, participants=(A, first)), replace(SIGNED_LATER, participants=(second,)), merging)) is same


@pytest.mark.parametrize(("before", "after", "same"), AWARDS)
def test_awards(before: dict[str, object], after: dict[str, object], same: bool, merging: MergeWords) -> None:
    assert told(replace(AWARD, **before), replace(AWARD_LATER, **after), merging) == ("award same +1" if same else "")  # type: ignore[arg-type]


def at(place: int, *people: Participant, **slots: object) -> EventMention:
    """A meeting told at that place of the text."""
    return replace(MEETING, start=place, end=place + 8, trigger_start=place + 2, trigger_end=place + 5, participants=people, **slots)  # type: ignore[arg-type]


GROUPS = [  # mentions in the order of the text, places of each group
    ([at(0, A, B), at(100, A, C), at(200, A)], [[0], [100, 200]]),  # fits both: the latest
    ([at(0, A, B, cluster=1), at(100, A, C), at(200, A, cluster=1)], [[0, 200], [100]]),  # points back to the first
    ([at(0, A, B, cluster=1), at(100, A, C, cluster=1), at(200, person("e"), cluster=1, status="proposed")], [[0, 100, 200]]),
    ([at(0, A, B, date=day("2023-05-01")), at(100, A, B), at(200, A, B, date=day("2023-05-02"))], [[0, 100], [200]]),
    ([at(0, A, B), at(100, B, C), at(200, C, A)], [[0], [100], [200]]),
]


@pytest.mark.parametrize(("mentions", "places"), GROUPS)
def test_the_group_that_a_mention_joins(mentions: list[EventMention], places: list[list[int]], merging: MergeWords) -> None:
    assert [[m.start for m in group.mentions] for group in group_mentions(mentions, merging)] == places
