"""Why an event is what it is, read from an output folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_folder import MEETING, OPENING, TEXT_RU, write_sample

from pipeline.errors import TableError, UsageError
from pipeline.explain import explain_event, find_nearest, format_reason

# id, what the explanation holds, what it does not
CASES = [
    (
        "ev-meet-01",
        [
            "event ev-meet-01: meeting; mentions: 2, documents: 2",
            MEETING,
            TEXT_RU,
            "rule: meeting.verb",
            "trigger: 'met' [18:21]",
            "the same type, day and people",
        ],
        [OPENING],
    ),
    ("ev-meet-01", ["who = Olga Brandt  <- subject: 'Mayor Olga Brandt' [0:17]"], []),
    ("m-2", ["event ev-meet-01", TEXT_RU, "trigger: 'встретился' [12:22]"], [MEETING]),
    ("m-3", ["event ev-open-02", "mention m-3 in a", "background", "  <- object"], ["[-1:-1]"]),
]
NEAREST = [("ev-meet-1", ["ev-meet-01"]), ("ev-meet", ["ev-meet-01"]), ("EV-MEET-01", ["ev-meet-01"])]
REASONS = [("same day", "same day"), ({"day": "2023-05-04", "score": 0.9}, "day: 2023-05-04, score: 0.9")]


@pytest.mark.parametrize(("wanted", "held", "absent"), CASES)
def test_explain(tmp_path: Path, wanted: str, held: list[str], absent: list[str]) -> None:
    explanation = explain_event(write_sample(tmp_path), wanted)
    assert [text for text in held if text not in explanation] == []
    assert [text for text in absent if text in explanation] == []


@pytest.mark.parametrize(("wanted", "nearest"), NEAREST)
def test_unknown_id_names_the_nearest(tmp_path: Path, wanted: str, nearest: list[str]) -> None:
    with pytest.raises(UsageError, match=f"no event or mention '{wanted}'; nearest: {nearest[0]}"):
        explain_event(write_sample(tmp_path), wanted)


def test_nothing_is_near() -> None:
    assert find_nearest("zzz", ["a1", "b2"]) == []
    assert find_nearest("", ["a1", "b2"]) == []


@pytest.mark.parametrize(("reason", "line"), REASONS)
def test_reason(reason: object, line: str) -> None:
    assert format_reason(reason) == line


def test_broken_evidence_names_the_line(tmp_path: Path) -> None:
    (write_sample(tmp_path) / "evidence.jsonl").write_text("{}{\n", encoding="utf-8")
    with pytest.raises(TableError, match="evidence.jsonl, line 1"):
        explain_event(tmp_path, "m-3")


def test_without_evidence_the_mention_speaks(tmp_path: Path) -> None:
    (write_sample(tmp_path) / "evidence.jsonl").unlink()
    assert "  place: Lindhafen" in explain_event(tmp_path, "m-1")
