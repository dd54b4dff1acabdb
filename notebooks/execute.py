"""Runs the notebooks from top to bottom and keeps what they show: `python notebooks/execute.py [NOTEBOOK...]`, or `make notebooks`."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent
TIMEOUT = 600  # seconds that a cell may take


def execute(path: Path, folder: Path) -> nbformat.NotebookNode:
    """The notebook with the outputs of a run in `folder`; CellExecutionError if a cell fails. Times of execution are left out."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=TIMEOUT, kernel_name="python3", record_timing=False, resources={"metadata": {"path": str(folder)}}).execute()
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def main(names: list[str]) -> None:
    """Runs the notebooks of that name (all if none is given) and writes them."""
    for path in [HERE / name for name in names] or sorted(HERE.glob("*.ipynb")):
        nbformat.write(execute(path, HERE), path)


if __name__ == "__main__":
    main(sys.argv[1:])
