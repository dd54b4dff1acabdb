"""The notebooks run from top to bottom, and the files keep what they show: tables and pictures."""

from __future__ import annotations

import base64
import json
import runpy
import shutil
from pathlib import Path
from typing import Any

import pytest
from sample_folder import write_sample

ROOT = Path(__file__).parents[1]
NOTEBOOKS = ["01_first_look.ipynb", "02_network.ipynb", "03_rules.ipynb"]
PNG = b"\x89PNG\r\n\x1a\n"

Notebook = dict[str, Any]


def read(name: str) -> Notebook:
    notebook: Notebook = json.loads((ROOT / "notebooks" / name).read_text(encoding="utf-8"))
    return notebook


def outputs(notebook: Notebook) -> list[dict[str, Any]]:
    return [output for cell in notebook["cells"] if cell["cell_type"] == "code" for output in cell["outputs"]]


def pictures(notebook: Notebook) -> list[bytes]:
    return [base64.b64decode(output["data"]["image/png"]) for output in outputs(notebook) if "image/png" in output.get("data", {})]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like `notebooks/`, beside a sample of tables."""
    place = tmp_path_factory.mktemp("work")
    write_sample(place / "outputs" / "sample")
    (place / "notebooks").mkdir()
    return place / "notebooks"


def test_these_are_all() -> None:
    assert sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb")) == NOTEBOOKS


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_stored_with_the_outputs_of_one_run(name: str) -> None:
    notebook = read(name)
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert all(cell["outputs"] for cell in code)
    assert {output["output_type"] for output in outputs(notebook)} <= {"execute_result", "display_data"}
    assert pictures(notebook) and all(picture.startswith(PNG) for picture in pictures(notebook))
    assert str(ROOT) not in json.dumps(notebook) and "/tmp/" not in json.dumps(notebook)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_run_from_top_to_bottom(name: str, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    shutil.copy(ROOT / "notebooks" / name, workplace / name)
    stored, made = read(name), runpy.run_path(str(ROOT / "notebooks" / "execute.py"))["execute"](workplace / name, workplace)
    assert len(pictures(made)) == len(pictures(stored))


def test_the_rule_of_the_notebook_finds_what_it_says() -> None:
    before, problems, failures, after, *_ = ["".join(output["data"]["text/plain"]) for output in outputs(read("03_rules.ipynb"))]
    assert (problems, failures) == ("()", "[]")
    assert "regatta" not in before and after.count("Vologda Region") == 2 and "Kalmykia" in after
