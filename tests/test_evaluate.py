"""Evaluation: reading gold, pairing events, figures by type, language and slot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sample_folder import MEETING, OPENING, TEXT_EN, TEXT_RU, write_sample

from pipeline.errors import UsageError
from pipeline.evaluate import EvaluationResult, Figures, evaluate, format_evaluation
from pipeline.evaluate.gold import load_gold, parse_days

AT_OPENING = TEXT_EN.index(OPENING)
RIGHT: dict[str, Any] = {
    "type": "meeting",
    "status": "occurred",
    "participants": [["Olga Brandt"], ["Pavel Sorin", "Sorin"]],
    "date": "2023-05-04",
    "place": ["Lindhafen"],
    "document": None,
    "evidence": MEETING,
    "spans": [[0, len(MEETING)]],
}
OPENED: dict[str, Any] = RIGHT | {
    "type": "opening",
    "status": "planned",
    "participants": [["Olga Brandt"]],
    "date": None,
    "place": None,
    "document": "a ferry line",
}
OPENED |= {"evidence": OPENING, "spans": [[AT_OPENING, len(TEXT_EN)]]}
DAYS = [
    ("2023", ("2023-01-01", "2023-12-31")),
    ("2024-02", ("2024-02-01", "2024-02-29")),
    ("2023-02-03", ("2023-02-03", "2023-02-03")),
    ("2023-12/2024-02", ("2023-12-01", "2024-02-29")),
]
# what the gold says otherwise than the tables, and slot: (right, found, met, asked) of the meeting
SLOTS: list[tuple[dict[str, Any], dict[str, tuple[int, int, int, int]]]] = [
    (
        {},
        {
            "event": (1, 1, 1, 1),
            "row": (1, 1, 1, 1),
            "status": (1, 1, 1, 1),
            "date": (1, 1, 1, 1),
            "who": (2, 2, 2, 2),
            "place": (1, 1, 1, 1),
            "what": (0, 0, 0, 0),
        },
    ),
    ({"status": "planned"}, {"status": (0, 1, 0, 1), "row": (0, 1, 0, 1), "event": (1, 1, 1, 1)}),
    ({"status": "planned", "status_ok": ["occurred"]}, {"status": (1, 1, 1, 1), "row": (1, 1, 1, 1)}),
    ({"date": "2023-05"}, {"date": (0, 1, 0, 1), "row": (0, 1, 0, 1)}),
    ({"date": "2023-05", "date_ok": ["2023-05-04"]}, {"date": (1, 1, 1, 1), "row": (1, 1, 1, 1)}),
    ({"date": None}, {"date": (0, 0, 0, 0), "row": (0, 1, 0, 1)}),
    ({"date": "2023-05", "date_ok": [None]}, {"date": (0, 0, 0, 0), "row": (0, 1, 0, 1)}),
    ({"participants": [["Olga Brandt"]]}, {"who": (1, 2, 1, 1), "row": (0, 1, 0, 1)}),
    ({"participants": [["Olga Brandt"]], "participants_ok": [["Sorin"]]}, {"who": (1, 1, 1, 1), "row": (1, 1, 1, 1)}),
    ({"participants": [["Olga Brandt", "Pavel Sorin"]]}, {"who": (2, 2, 1, 1), "row": (1, 1, 1, 1)}),
    ({"participants": [["Olga Brandt"], ["Sorin"], ["Maria Keller"]]}, {"who": (2, 2, 2, 3), "row": (0, 1, 0, 1)}),
    ({"place": ["Sandhafen"]}, {"place": (0, 1, 0, 1), "row": (1, 1, 1, 1)}),
    ({"document": "ferries"}, {"what": (0, 0, 0, 1), "row": (1, 1, 1, 1)}),
    ({"spans": [[5000, 5100]]}, {"event": (0, 1, 0, 1), "who": (0, 2, 0, 2), "who_paired": (0, 0, 0, 0), "date": (0, 0, 0, 1), "place": (0, 0, 0, 1)}),
    ({"optional": True}, {"event": (0, 0, 0, 0), "who": (0, 0, 0, 0), "row": (0, 0, 0, 0)}),
    ({"optional": True, "spans": [[5000, 5100]]}, {"event": (0, 1, 0, 0), "who": (0, 2, 0, 0)}),
]
BROKEN = [
    ("{", "line 2: not JSON"),
    ('{"doc_id": "a"}', "line 2: not a gold document"),
    ('{"doc_id": "a", "events": [{"type": "call"}]}', "line 2: not a gold document"),
]


def _evaluate(tmp_path: Path, *events: dict[str, Any]) -> EvaluationResult:
    gold = tmp_path / "gold.jsonl"
    # the tables tell the meeting in two documents: in each of them it has the slots of its mention there
    gold.write_text(json.dumps({"doc_id": "a", "lang": "en", "events": events}) + "\n", encoding="utf-8")
    return evaluate(gold, write_sample(tmp_path / "out"))


@pytest.mark.parametrize(("change", "expected"), SLOTS)
def test_slots(tmp_path: Path, change: dict[str, Any], expected: dict[str, tuple[int, int, int, int]]) -> None:
    result = _evaluate(tmp_path, RIGHT | change, OPENED)
    slots = next((group.slots for group in result.by_type if group.name == "meeting"), {})
    assert {slot: slots.get(slot, Figures()) for slot in expected} == {slot: Figures(*counts) for slot, counts in expected.items()}


def test_totals_are_the_sum_of_groups(tmp_path: Path) -> None:
    result = _evaluate(tmp_path, RIGHT, OPENED | {"status": "occurred"})
    assert [group.name for group in result.by_type] == ["meeting", "opening"]
    assert [group.name for group in result.by_language] == ["en"]
    assert result.by_language[0].slots == result.total.slots
    for slot, figures in result.total.slots.items():
        assert figures == sum((group.slots[slot] for group in result.by_type), Figures())


def test_invented_date(tmp_path: Path) -> None:
    assert _evaluate(tmp_path, RIGHT | {"date": None}).total.invented_dates == 1
    assert _evaluate(tmp_path, RIGHT).total.invented_dates == 0


def test_findings_tell_the_sentence(tmp_path: Path) -> None:
    result = _evaluate(tmp_path, RIGHT | {"status": "planned"}, RIGHT | {"type": "call", "evidence": "They spoke by phone."})
    found = {finding.kind: finding for finding in result.findings}
    assert found["slots"].wanted == (("status", "planned"),)
    assert found["slots"].got == (("status", "occurred"),)
    assert found["missed"].sentence == "They spoke by phone."
    assert found["false"].sentence == OPENING
    printed = format_evaluation(result)
    assert all(text in printed for text in ("They spoke by phone.", OPENING, "status: planned | found: occurred"))
    assert OPENING not in format_evaluation(result, findings=False)


def test_one_to_one_the_best_first(tmp_path: Path) -> None:
    result = _evaluate(tmp_path, RIGHT | {"status": "negated", "participants": [["Maria Keller"]]}, RIGHT)
    assert result.total.slots["row"] == Figures(right=1, found=2, met=1, asked=2)
    assert [finding.kind for finding in result.findings] == ["missed", "false"]


CLUSTERS = [  # clusters of the meeting in document a, of the same in b, of the opening in a: precision and recall
    (("x", "x", None), (1.0, 1.0)),
    (("x", "y", None), (2 / 3, 1.0)),
    (("x", None, "x"), (2 / 3, 2 / 3)),
    (("x", "x", "x"), (1.0, 5 / 9)),
]


@pytest.mark.parametrize(("names", "shares"), CLUSTERS)
def test_clusters(tmp_path: Path, names: tuple[str | None, ...], shares: tuple[float, float]) -> None:
    at = TEXT_RU.index("встретился")
    there = RIGHT | {"spans": [[at, at + 10]], "cluster": names[1]}
    documents = [("a", [RIGHT | {"cluster": names[0]}, OPENED | {"cluster": names[2]}]), ("b", [there])]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(json.dumps({"doc_id": doc_id, "lang": "en", "events": events}) + "\n" for doc_id, events in documents), encoding="utf-8")
    result = evaluate(gold, write_sample(tmp_path / "out"))
    assert result.clusters is not None
    assert (result.clusters.precision, result.clusters.recall, result.clusters.events) == (*map(pytest.approx, shares), 3)
    assert "(B-cubed over 3 events found)" in format_evaluation(result)


def test_gold_without_clusters_has_no_such_figure(tmp_path: Path) -> None:
    result = _evaluate(tmp_path, RIGHT)
    assert result.clusters is None
    assert "B-cubed" not in format_evaluation(result)


@pytest.mark.parametrize(("value", "days"), DAYS)
def test_parse_days(value: str, days: tuple[str, str]) -> None:
    assert parse_days(value) == days


@pytest.mark.parametrize(("line", "message"), BROKEN)
def test_broken_gold(tmp_path: Path, line: str, message: str) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(f'{{"doc_id": "a", "events": []}}\n{line}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        load_gold(gold)


def test_missing_files(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such gold file"):
        evaluate(tmp_path / "none.jsonl", tmp_path)
    (tmp_path / "gold.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="no such folder"):
        evaluate(tmp_path / "gold.jsonl", tmp_path / "none")
