"""Events of several documents: what joins two tellings, what keeps them apart, and that the order of input changes nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest

from pipeline.merge import MergeWords, telling_record
from pipeline.merge.across import Joined, join_part, join_tellings
from pipeline.merge.blocks import partition_tellings
from pipeline.merge.telling import Document, Place, Side, Telling, parse_telling
from pipeline.records import Interval

SOROKIN, WEBER, LIND, ENVOY, NOVAK = (
    Side("sorokin", "RU"),
    Side("weber", "AT"),
    Side("lind", "FI"),
    Side("ambassador", "AT", "loose"),
    Side("novak", "AT"),
)
SAMARA, KAZAN, MINSK = Place("samara", "city", "RU"), Place("kazan", "city", "RU"), Place("minsk", "city", "BY")


def day(value: str, days: int = 1) -> Interval:
    first = date.fromisoformat(value)
    return Interval(first, first + timedelta(days=days))


def tell(doc_id: str, kind: str = "meeting", published: str = "2023-05-03", lang: str = "en", text: str = "", story: str = "", **slots: object) -> Telling:
    """A telling of 2 May 2023 by Sorokin (who acts) and Weber in Samara, unless told otherwise; `who` and `whom` are sides."""
    who, whom = (slots.pop(name, default) for name, default in (("who", (SOROKIN,)), ("whom", (WEBER,))))
    assert isinstance(who, tuple)
    assert isinstance(whom, tuple)
    return replace(
        Telling(
            key=f"m{doc_id}",
            document=Document(doc_id, date.fromisoformat(published) if published else None, lang, text, frozenset({story} - {""})),
            event_type=kind,
            status="occurred",
            interval=day("2023-05-02"),
            actors=frozenset(side.entity_id for side in who),
            others=frozenset(side.entity_id for side in whom),
            sides=(*who, *whom),
            place=SAMARA,
        ),
        **slots,  # type: ignore[arg-type]
    )


ONE_EVENT = [
    (tell("a"), tell("b")),
    (tell("a"), tell("b", lang="ru", interval=None)),
    (tell("a"), tell("b", interval=day("2023-05-01", 31))),
    (tell("a"), tell("b", who=(WEBER,), whom=(SOROKIN,))),
    (tell("a"), tell("b", whom=(ENVOY,))),
    (tell("a", who=(Side("governor of a", "", "loose", "governor"),)), tell("b", who=(Side("governor of b", "", "loose", "governor"),))),
    (tell("a", status="planned", published="2023-04-20"), tell("b")),
    (tell("a", status="planned", published="2023-04-20", interval=day("2023-05-01", 7)), tell("b")),
    (tell("a", status="planned", published="2023-04-20", interval=None), tell("b")),
    (tell("a", status="planned"), tell("b", status="negated", published="2023-05-04")),
    (tell("a", interval=None, place=Place()), tell("b", interval=None, published="2023-05-04", lang="ru")),
    (tell("a", published="", interval=None, text="t"), tell("b", published="", interval=None, text="t", lang="ru")),
    (tell("a", published="", interval=None, story="s"), tell("b", published="", interval=None, story="s")),
    (tell("a", text="t"), tell("b", text="t", lang="ru", interval=day("2022-05-02"))),
    (tell("a", text="t", interval=None), tell("b", text="t", interval=None, published="2023-08-03")),
    (tell("a", text="t"), tell("b", text="t", lang="ru", who=(), whom=())),
    (tell("a", "visit", whom=()), tell("b", "visit", whom=(), lang="ru")),
    (tell("a", "visit", who=(Side("delegation", "RU", "loose"),), whom=()), tell("b", "visit", whom=())),
    (
        tell("a", "signing", document_type="memorandum", title="memorandum on tourism"),
        tell("b", "signing", document_type="memorandum", title="меморандум о сотрудничестве в сфере туризма", lang="ru"),
    ),
    (tell("a", "signing", document_type="agreement", title="agreement"), tell("b", "signing", document_type="agreement", title="agreement on rail freight")),
    (
        tell("a", "signing", document_type="contract", amount=(5e6, "EUR"), title="contract for pumps", story="s"),
        tell("b", "signing", document_type="contract", amount=(5e6, "EUR"), title="contract for pumps", story="s", interval=day("2023-05-03")),
    ),
    (tell("a", "conference", who=(), whom=(), title="Volga Forum"), tell("b", "conference", who=(), whom=(), title="форум «Волга»", lang="ru")),
    (tell("a", "opening", who=(), whom=(), title="new bridge over the Ural"), tell("b", "opening", whom=(), title="bridge over the Ural")),
    (
        tell("a", "opening", who=(), whom=(), place=Place(), title="exhibition of Volga pottery"),
        tell("b", "opening", who=(), whom=(), place=Place(), interval=None, title="exhibition of pottery from the Volga"),
    ),
    (
        tell("a", "opening", who=(), whom=(), place=Place(), title="Nansen Library of science"),
        tell("b", "opening", who=(), whom=(), place=Place(), interval=None, title="научная библиотека имени Нансена", lang="ru"),
    ),
    (tell("a", "appointment", whom=(), place=Place()), tell("b", "appointment", whom=(), place=Place())),
    (tell("a", "award", title="Order of Friendship"), tell("b", "award", title="орден Дружбы", lang="ru")),
    (tell("a", whom=(), sentences=frozenset({"s1"})), tell("b", whom=(), sentences=frozenset({"s1", "s2"}))),
    (tell("a", whom=(WEBER, LIND), story="s"), tell("b", whom=(), story="s", lang="ru")),
]
TWO_EVENTS = [
    (tell("a"), tell("b", interval=day("2023-05-09"))),
    (tell("a"), tell("b", interval=day("2023-05-03"), published="2023-05-04")),
    (tell("a"), tell("b", interval=day("2023-05-03"), published="2023-05-04", story="s", lang="ru")),
    (tell("a", text="t"), tell("b", text="t", interval=day("2022-05-02"))),
    (tell("a"), tell("b", whom=(LIND,))),
    (tell("a", whom=(Side("novak", "AT"),)), tell("b", whom=(WEBER,))),
    (tell("a"), tell("b", "call")),
    (tell("a"), tell("b", status="proposed")),
    (tell("a"), tell("b", place=MINSK)),
    (tell("a", interval=day("2023-05-01", 31)), tell("b", place=KAZAN)),
    (tell("a"), tell("a")),
    (tell("a", interval=None), tell("b", interval=None, published="2023-06-20")),
    (tell("a", interval=None, place=Place()), tell("b", interval=None, place=Place(), published="2023-05-07")),
    (tell("a", published="", interval=None), tell("b", published="", interval=None)),
    (tell("a", published="", interval=None, place=Place(), story="s"), tell("b", published="", interval=None, story="s")),
    (tell("a", published="", interval=None), tell("b")),
    (tell("a", "visit", whom=()), tell("b", "visit", whom=(), place=MINSK)),
    (tell("a", "signing", document_type="memorandum"), tell("b", "signing", document_type="contract")),
    (
        tell("a", "signing", document_type="agreement", title="agreement on cooperation in tourism"),
        tell("b", "signing", document_type="agreement", title="agreement on cooperation in sport"),
    ),
    (
        tell("a", "signing", document_type="agreement", title="agreement on cooperation in tourism"),
        tell("b", "signing", document_type="agreement", title="соглашение о сотрудничестве в области спорта", lang="ru"),
    ),
    (tell("a", whom=(), sentences=frozenset({"s1"})), tell("b", whom=(), sentences=frozenset({"s2"}))),
    (tell("a", "opening", who=(), whom=(), title="new hospital"), tell("b", "opening", who=(), whom=(), title="trade house")),
    (tell("a", "opening", who=(), whom=(), title="выставка", lang="ru"), tell("b", "opening", who=(), whom=(), title="новая выставка", lang="ru")),
    (tell("a", "conference", who=(), whom=(), title="книжный фестиваль", lang="ru"), tell("b", "conference", who=(), whom=(), title="фестиваль", lang="ru")),
    (tell("a", "opening", who=(), whom=(), title="new hospital"), tell("b", "opening", who=(), whom=(), title="торговый дом", lang="ru")),
    (tell("a", "award", whom=(), title="Order of Friendship"), tell("b", "award", whom=(), title="Medal for Valour")),
]


def join(tellings: list[Telling], words: MergeWords) -> list[Joined]:
    return list(join_tellings(tellings, words))


@pytest.mark.parametrize(("first", "second"), ONE_EVENT)
def test_one_event(first: Telling, second: Telling, merging: MergeWords) -> None:
    (joined,) = join([first, second], merging)
    assert len(joined.tellings) == 2
    (link,) = joined.links
    assert sum(reason.weight for reason in link.reasons) > merging.join - 1e-6


@pytest.mark.parametrize(("first", "second"), TWO_EVENTS)
def test_two_events(first: Telling, second: Telling, merging: MergeWords) -> None:
    assert len(join([first, second], merging)) == 2


def test_order_of_input_changes_nothing(merging: MergeWords) -> None:
    tellings = [tell("a"), tell("b", interval=None, published="2023-05-04"), tell("c", whom=(LIND,)), tell("d", interval=day("2023-05-20"))]
    results = {tuple(sorted(tuple(t.document.doc_id for t in joined.tellings) for joined in join(list(order), merging))) for order in permutations(tellings)}
    assert results == {(("a", "b"), ("c",), ("d",))}


def test_a_later_telling_joins_two_earlier_ones(merging: MergeWords) -> None:
    alone = Side("experts", "AT", "loose")
    tellings = [
        tell("a", "visit", "2023-05-01", who=(alone,), whom=()),
        tell("b", "visit", "2023-05-02", whom=()),
        tell("c", "visit", "2023-05-03", who=(alone, SOROKIN), whom=()),
    ]
    (joined,) = join(tellings, merging)
    assert sorted(t.document.doc_id for t in joined.tellings) == ["a", "b", "c"]
    assert len(joined.links) == 2


def test_a_vague_telling_that_fits_two_events_joins_none(merging: MergeWords) -> None:
    tellings = [tell("a", interval=day("2023-05-01", 31)), tell("b"), tell("c", interval=day("2023-05-20"))]
    assert [[t.document.doc_id for t in joined.tellings] for joined in join(tellings, merging)] == [["a"], ["b"], ["c"]]
    (joined,) = join(tellings[:2], merging)
    assert len(joined.tellings) == 2


def test_parts_are_merged_alike_together_and_apart(merging: MergeWords) -> None:
    tellings = [tell(f"{doc}{n}", whom=(Side(f"guest{n}", "AT"),), interval=day(f"2023-05-{n:02}")) for n in range(1, 20) for doc in "ab"]
    parts = list(partition_tellings(tellings, merging))
    apart = {frozenset(t.key for t in joined.tellings) for part in parts for joined in join_part(part, merging)}
    assert len(parts) == len(apart) == 19
    assert apart == {frozenset(t.key for t in joined.tellings) for joined in join(tellings, merging)}


def test_a_telling_is_read_back_as_it_was_written() -> None:
    telling = tell("a", text="t", story="s", amount=(5.5, "EUR"))
    assert parse_telling(json.loads(json.dumps(telling_record(telling)))) == telling
    undated = tell("a", published="", interval=None)
    assert parse_telling(json.loads(json.dumps(telling_record(undated)))) == undated


TIES = [  # amounts of two events on one day and of a vague telling of the month, whether its doubt is settled
    (None, None, None, False),
    ((5e6, "EUR"), (7e6, "EUR"), (5e6, "EUR"), True),
]


@pytest.mark.parametrize(("first", "second", "vague", "settled"), TIES)
def test_a_vague_telling_joins_the_better_of_two_events(first: object, second: object, vague: object, settled: bool, merging: MergeWords) -> None:
    slots = {"document_type": "contract", "title": "contract for pumps"}
    tellings = [
        tell("a", "signing", amount=first, **slots),
        tell("b", "signing", amount=second, interval=day("2023-05-20"), **slots),
        tell("c", "signing", amount=vague, interval=day("2023-05-01", 31), **slots),
    ]
    joined = [[t.document.doc_id for t in event.tellings] for event in join(tellings, merging)]
    assert sorted(joined) == ([["a", "c"], ["b"]] if settled else [["a"], ["b"], ["c"]])


def test_of_two_vague_tellings_both_join_one_event(merging: MergeWords) -> None:
    tellings = [tell("a", interval=day("2023-05-01", 7)), tell("b"), tell("c", interval=None)]
    (joined,) = join(tellings, merging)
    assert [t.document.doc_id for t in joined.tellings] == ["a", "b", "c"]


def test_what_one_document_tells_apart_is_never_joined_by_another(merging: MergeWords) -> None:
    tellings = [tell("a"), replace(tell("a"), key="m2", spot=0.5), tell("b")]
    joined = sorted(sorted((t.document.doc_id, t.key) for t in event.tellings) for event in join(tellings, merging))
    assert joined == [[("a", "m2")], [("a", "ma"), ("b", "mb")]]


def test_links_name_the_tellings_and_all_that_joined_them(merging: MergeWords) -> None:
    (joined,) = join([tell("c"), tell("b", interval=None), tell("a")], merging)
    assert {(link.first, link.second) for link in joined.links} == {("ma", "mc"), ("ma", "mb")}
    assert {str(reason) for link in joined.links for reason in link.reasons if reason.feature == "days"} == {"days same +0.35", "days reported +0.25"}


def test_tellings_of_an_event_are_in_the_order_of_publication(merging: MergeWords) -> None:
    (joined,) = join([tell("a", published="2023-05-04"), tell("b", published="2023-05-03"), tell("c", published="")], merging)
    assert [t.document.doc_id for t in joined.tellings] == ["b", "a", "c"]
