"""House rule: the values that stages exchange are frozen, and take no attribute that they were not made with."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("records.py", "settings.py", "text", "lang", "sources", "dates", "rules", "extract", "merge", "tables", "report", "evaluate")
WORDS = {"MergeWords", "Frames"}  # loaded once, equal to themselves alone; pandas and caches hang on them
VALUES = {
    f"{path.relative_to(ROOT)}:{node.name}": node
    for folder in FOLDERS
    for path in sorted((ROOT / "pipeline" / folder).rglob("*.py") if (ROOT / "pipeline" / folder).is_dir() else [ROOT / "pipeline" / folder])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.ClassDef)
}


def options(node: ast.ClassDef) -> dict[str, bool] | None:
    """What `dataclass` is told of a class; None for a class that is none."""
    for mark in node.decorator_list:
        if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "dataclass":
            return {keyword.arg: ast.literal_eval(keyword.value) for keyword in mark.keywords if keyword.arg}
    return None


@pytest.mark.parametrize("name", [name for name, node in VALUES.items() if options(node) is not None])
def test_values_are_frozen(name: str) -> None:
    told = options(VALUES[name]) or {}
    assert told.get("frozen") is True
    assert told.get("slots", False) is (name.rpartition(":")[2] not in WORDS)
    assert told.get("eq", True) is (name.rpartition(":")[2] not in WORDS)
