"""The notebook's cells run on an output folder as it is, and their last values say what the text around them promises."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from sample_folder import write_sample

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def run_notebook(name: str) -> list[object]:
    """The value that each code cell ends with."""
    cells = json.loads((NOTEBOOKS / name).read_text(encoding="utf-8"))["cells"]
    names: dict[str, object] = {}
    return [run_cell("".join(cell["source"]), names) for cell in cells if cell["cell_type"] == "code"]


def run_cell(source: str, names: dict[str, object]) -> object:
    *statements, last = ast.parse(source).body
    assert isinstance(last, ast.Expr)
    exec(compile(ast.Module(statements, []), "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)


def test_first_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_sample(tmp_path / "outputs" / "sample")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    sizes, events, counts, pairs = run_notebook("first_look.ipynb")
    assert isinstance(sizes, dict) and sizes["events"] == 2
    assert list(events["event_type"]) == ["meeting", "opening"]  # type: ignore[index]
    assert counts.loc["meeting", "occurred"] == 1  # type: ignore[attr-defined]
    assert pairs[["name_who", "name_whom"]].to_numpy().tolist() == [["Olga Brandt", "Pavel Sorin"]]  # type: ignore[index]
