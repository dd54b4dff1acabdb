"""Runs the same documents with the prefilter and without it: the tables must be the same bytes; prints the time of both.

usage: prefilter.py [INPUT...]   (default: the sample corpus)
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from pipeline.batch import run
from pipeline.bounds import count_cores
from pipeline.settings import Settings
from pipeline.tables.write import file_states

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample"


def main(inputs: list[Path]) -> int:
    """0 if the tables are the same with and without the prefilter."""
    with tempfile.TemporaryDirectory() as scratch:
        folders = [Path(scratch) / name for name in ("with", "without")]
        for folder in folders:
            started = perf_counter()
            summary = run(inputs, folder, Settings(workers=count_cores(), prefilter=folder.name == "with"), lambda done, total: None)
            documents = sum(summary.documents.values())
            print(f"{folder.name} prefilter: {documents} documents, {sum(summary.events.values())} events, {perf_counter() - started:.1f} s")
        differing = [name for name in file_states(folders[1]) if (folders[0] / name).read_bytes() != (folders[1] / name).read_bytes()]
    print(f"tables that differ: {', '.join(differing) or 'none'}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]] or [SAMPLE]))
