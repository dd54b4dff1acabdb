"""Measures the tables against annotated documents, and our figures against those of another scorer where one lies beside the gold file.

usage: quality.py [GOLD.jsonl INPUT ...]   pairs of a gold file and the documents it annotates; default: what lies in ../shared, else nothing is measured
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.batch import run
from pipeline.evaluate import EvaluationResult, Figures, evaluate, format_evaluation
from pipeline.settings import Settings

SHARED = Path(__file__).parents[2] / "shared"
DEFAULT = (SHARED / "gold/press_dev.jsonl", SHARED / "gold/press_dev.jsonl", SHARED / "gold/seeds.jsonl", SHARED / "corpus/seeds")


def main(arguments: list[str]) -> int:
    """Prints the figures of each pair; exit code 1 if another scorer's differ."""
    paths = tuple(map(Path, arguments)) or tuple(path for path in DEFAULT if path.exists())
    disagreements = [line for gold, documents in zip(paths[::2], paths[1::2], strict=True) for line in measure(gold, documents)]
    print("\n".join(disagreements) or "no scorer disagrees")
    return 1 if disagreements else 0


def measure(gold: Path, documents: Path) -> list[str]:
    """The differences between our figures and another scorer's, as lines; ours are printed."""
    with TemporaryDirectory() as folder:
        run([documents], Path(folder), Settings(), lambda done, total: None)
        result = evaluate(gold, Path(folder))
        print(f"== {gold.name}\n{format_evaluation(result, findings=False)}")
        scorer = gold.parent / "score.py"
        return list(compare(result, _run_scorer(scorer, gold, Path(folder)))) if scorer.is_file() else []


def compare(result: EvaluationResult, theirs: dict[str, Any]) -> Iterator[str]:
    """One line for each figure that differs in the third decimal."""
    slots = result.total.slots
    ours: dict[str, Any] = {name: _figures(slots[name]) for name in ("event", "row", "who", "who_paired")}
    ours["status"] = round(slots["status"].precision, 3)
    date = slots["date"]
    ours["date"] = {"recall": round(date.recall, 3), "accuracy": round(date.precision, 3), "invented": result.total.invented_dates, "gold": date.asked}
    ours |= {name: {"recall": round(slots[name].recall, 3), "precision": round(slots[name].precision, 3)} for name in ("place", "what")}
    ours["by_type"] = {group.name: _figures(group.slots["event"]) for group in result.by_type}
    yield from (f"{name}: ours {ours[name]}, theirs {theirs[name]}" for name in ours if ours[name] != theirs[name])


def _figures(figures: Figures) -> dict[str, float]:
    shares = {"p": round(figures.precision, 3), "r": round(figures.recall, 3), "f1": round(figures.f1, 3)}
    return shares | {"gold": figures.asked, "pred": figures.found}


def _run_scorer(scorer: Path, gold: Path, folder: Path) -> dict[str, Any]:
    command = [sys.executable, str(scorer), str(gold), str(folder), "--json"]
    theirs: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return theirs


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
