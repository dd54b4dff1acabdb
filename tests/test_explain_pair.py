"""Why two events of an output folder were joined or not: history, choices, ids of before, and the comparison of two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from pipeline.errors import TableError, UsageError
from pipeline.evaluate import diff_folders, format_diff
from pipeline.explain import explain_event
from pipeline.explain_pair import explain_pair
from pipeline.merge import Card, MergeWords, mention_id, merge_events
from pipeline.records import Analysis, Article, DateMention, EventMention, Interval, Participant
from pipeline.tables import write_tables
from pipeline.tables.compose import Collection, compose_tables

TEXT = "Mayor Olga Belova met Igor Laptev."
BELOVA = Participant("who", 1, "p1", "Mayor Olga Belova", 0, 17, "Olga Belova", "person", "mayor", "", "", "name", "en")
LAPTEV = Participant("whom", 2, "p2", "Igor Laptev", 22, 33, "Igor Laptev", "person", "", "", "", "name", "en")


def day(value: str, days: int = 1) -> DateMention:
    first = date.fromisoformat(value)
    return DateMention(0, 1, value, "DATE", value, Interval(first, first + timedelta(days=days)), "day" if days == 1 else "range", value)


def mention(doc_id: str, told: DateMention | None, **slots: object) -> EventMention:
    base = EventMention(doc_id, "en", "meeting", "meeting-verb", "occurred", "", TEXT[:34], 0, 34, "met", 18, 21, (BELOVA, LAPTEV), told, "text")
    return replace(base, **slots)  # type: ignore[arg-type]


PLANNED = mention("a", day("2021-05-03", 7), status="planned")
HELD = mention("b", day("2021-05-04"))
AGAIN = mention("c", day("2021-05-20"))
VISIT = mention("d", day("2021-05-04"), event_type="visit", rule="visit-verb")
ALONE = mention("e", day("2021-05-04"), participants=(BELOVA,))
PUBLISHED = {"a": "2021-04-28", "b": "2021-05-05", "c": "2021-05-21", "d": "2021-05-05", "e": "2021-05-05"}


def write(folder: Path, words: MergeWords, mentions: Sequence[EventMention]) -> Path:
    """An output folder of one document for each mention."""
    analyses = [Analysis(Article(m.doc_id, TEXT, lang="en", published=PUBLISHED[m.doc_id]), (m,)) for m in mentions]
    cards = {(m.doc_id, p.key): Card(f"n{p.key}", "person", p.name, p.name, p.name, (), "", (m.doc_id,)) for m in mentions for p in (BELOVA, LAPTEV)}
    events = merge_events(analyses, cards, words)
    folder.mkdir(parents=True, exist_ok=True)
    write_tables(compose_tables(Collection(tuple(a.article for a in analyses), tuple(analyses), events, cards)), folder)
    return folder


def event_id(told: EventMention) -> str:
    return f"e{mention_id(told)[1:]}"


def test_history_choices_and_reasons(tmp_path: Path, merging: MergeWords) -> None:
    lines = explain_event(write(tmp_path, merging, [PLANNED, HELD]), event_id(PLANNED)).splitlines()
    assert [line for line in lines if line.startswith("    ")] == [
        f"    status from {mention_id(HELD)}: the latest told, published 2021-05-05",
        f"    date from {mention_id(HELD)}: the most precise of 2",
        "    2021-04-28  planned 2021-05-03/2021-05-09 (a)",
        "    2021-05-05  occurred 2021-05-04 (b)",
        f"    {mention_id(PLANNED)} = {mention_id(HELD)}: sides all +0.8, days within_week +0.25, status moved +0; +1.05",
    ]


def test_an_id_of_before_is_never_lost(tmp_path: Path, merging: MergeWords) -> None:
    before = event_id(HELD)
    assert f"event {before}: " in explain_event(write(tmp_path / "old", merging, [HELD]), before)
    assert f"event {event_id(PLANNED)}: " in explain_event(write(tmp_path / "new", merging, [PLANNED, HELD]), before)
    diff = diff_folders(tmp_path / "old", tmp_path / "new")
    assert diff.joined == {before: event_id(PLANNED)}
    assert format_diff(diff).endswith(f"  (now part of {event_id(PLANNED)})")


PAIRS = [  # two mentions of two documents, what is told of them
    (HELD, AGAIN, "days apart -2 keeps them apart: 2021-05-04 | 2021-05-20"),
    (HELD, VISIT, "of two kinds: meeting and visit"),
    (HELD, ALONE, "never compared: "),
    (HELD, ALONE, "sides one +0.4, days same +0.35; +0.75 of 1.00 needed"),
]


@pytest.mark.parametrize(("first", "second", "reason"), PAIRS)
def test_why_not_one(first: EventMention, second: EventMention, reason: str, tmp_path: Path, merging: MergeWords) -> None:
    folder = write(tmp_path, merging, [first, second])
    explanation = explain_pair(folder, event_id(first), mention_id(second))
    assert explanation.startswith(f"{event_id(first)} and {event_id(second)} are two events\n")
    assert reason in explanation


def test_one_event_is_told_to_be_one(tmp_path: Path, merging: MergeWords) -> None:
    folder = write(tmp_path, merging, [PLANNED, HELD])
    explanation = explain_pair(folder, event_id(PLANNED), event_id(HELD))
    assert explanation.startswith(f"{event_id(PLANNED)} and {event_id(HELD)} are one event\nevent {event_id(PLANNED)}: ")


def test_what_the_folder_lacks(tmp_path: Path, merging: MergeWords) -> None:
    folder = write(tmp_path, merging, [HELD, VISIT])
    with pytest.raises(UsageError, match="no event or mention 'e0'"):
        explain_pair(folder, event_id(HELD), "e0")
    (folder / "evidence.jsonl").unlink()
    with pytest.raises(TableError, match="keeps no tellings"):
        explain_pair(folder, event_id(HELD), event_id(VISIT))
