"""Events of several documents: what joins two tellings, what keeps them apart, and that the order of input changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest

from pipeline.merge.across import Telling, join_tellings
from pipeline.merge.within import Group
from pipeline.records import Article, EventMention, Interval

SOROKIN, WEBER, LIND = "sorokin", "weber", "lind"


def day(value: str, days: int = 1) -> Interval:
    first = date.fromisoformat(value)
    return Interval(first, first + timedelta(days=days))


def tell(doc_id: str, kind: str = "meeting", published: str = "2023-05-03", lang: str = "en", **slots: object) -> Telling:
    mention = EventMention(doc_id, lang, kind, f"{kind}-verb", "occurred", "", "Words.", 0, 6, "Words", 0, 5)
    base = Telling(
        group=Group((mention,), ()),
        article=Article(doc_id, "Words.", published=published),
        event_type=kind,
        status="occurred",
        interval=day("2023-05-02"),
        published=date.fromisoformat(published) if published else None,
        actors=frozenset({SOROKIN}),
        others=frozenset({WEBER}),
        persons=frozenset({SOROKIN, WEBER}),
        place="samara",
        country="RU",
        title="",
        document_type="",
        lang=lang,
    )
    return replace(base, **slots)  # type: ignore[arg-type]


NOBODY = frozenset[str]()
ONE_EVENT = [
    (tell("a"), tell("b")),
    (tell("a"), tell("b", lang="ru", interval=None)),
    (tell("a", published=""), tell("b", published="")),
    (tell("a"), tell("b", interval=day("2023-05-01", 31))),
    (tell("a", status="planned", published="2023-04-20"), tell("b")),
    (tell("a", actors=frozenset({WEBER}), others=frozenset({SOROKIN})), tell("b")),
    (tell("a", "visit", others=NOBODY), tell("b", "visit", others=NOBODY, lang="ru")),
    (
        tell("a", "signing", document_type="memorandum", title="memorandum on tourism"),
        tell("b", "signing", document_type="memorandum", title="меморандум", lang="ru"),
    ),
    (
        tell("a", "conference", actors=NOBODY, others=NOBODY, title="Volga Forum"),
        tell("b", "conference", actors=NOBODY, others=NOBODY, title="форум «Волга»", lang="ru"),
    ),
    (tell("a", "appointment", others=NOBODY, place=""), tell("b", "appointment", others=NOBODY, place="")),
    (tell("a", published="", interval=None, others=NOBODY, stories=frozenset({"s"})), tell("b", published="", interval=None, stories=frozenset({"s"}))),
]
TWO_EVENTS = [
    (tell("a"), tell("b", interval=day("2023-05-09"))),
    (tell("a"), tell("b", others=frozenset({LIND}))),
    (tell("a"), tell("b", "call")),
    (tell("a"), tell("b", status="proposed")),
    (tell("a"), tell("b", place="kazan", country="KZ")),
    (tell("a"), tell("a")),
    (tell("a", interval=None), tell("b", interval=None, published="2023-06-20")),
    (tell("a", "visit", others=NOBODY), tell("b", "visit", others=NOBODY, place="minsk", country="BY")),
    (tell("a", "signing", document_type="memorandum"), tell("b", "signing", document_type="contract")),
    (
        tell("a", "signing", document_type="agreement", title="agreement on rail freight"),
        tell("b", "signing", document_type="agreement", title="agreement on student exchange"),
    ),
    (
        tell("a", "opening", actors=NOBODY, others=NOBODY, title="new hospital"),
        tell("b", "opening", actors=NOBODY, others=NOBODY, title="trade house"),
    ),
]


@pytest.mark.parametrize(("first", "second"), ONE_EVENT)
def test_one_event(first: Telling, second: Telling) -> None:
    (joined,) = join_tellings([first, second])
    assert len(joined.tellings) == 2
    assert joined.reasons


@pytest.mark.parametrize(("first", "second"), TWO_EVENTS)
def test_two_events(first: Telling, second: Telling) -> None:
    assert len(join_tellings([first, second])) == 2


def test_order_of_input_changes_nothing() -> None:
    tellings = [tell("a"), tell("b", interval=None, published="2023-05-04"), tell("c", others=frozenset({LIND})), tell("d", interval=day("2023-05-20"))]
    results = {tuple(tuple(t.article.doc_id for t in joined.tellings) for joined in join_tellings(order)) for order in permutations(tellings)}
    assert results == {(("a", "b"), ("c",), ("d",))}


def test_a_later_telling_joins_two_earlier_ones() -> None:
    alone, leader = frozenset({"delegation"}), frozenset({SOROKIN})
    tellings = [
        tell("a", "visit", "2023-05-01", actors=alone, others=NOBODY),
        tell("b", "visit", "2023-05-02", actors=leader, others=NOBODY),
        tell("c", "visit", "2023-05-03", actors=alone | leader, others=NOBODY),
    ]
    (joined,) = join_tellings(tellings)
    assert sorted(t.article.doc_id for t in joined.tellings) == ["a", "b", "c"]
    assert len(joined.reasons) == 2
