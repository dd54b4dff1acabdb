"""How fast runs are, each measure as a ratio of runs made one after the other on the same texts, so that it holds on a busy machine too.

usage: speed.py [INPUT [SCRIPT]]   (default: the sample corpus)

INPUT is a .jsonl file or a folder; SCRIPT another program to compare with, called as `python SCRIPT OUT INPUT`. Told are: documents per second with one
worker and two, with Dask, and of the script; the stages' share of the time; the largest process; a run with nothing new; a tenth added to the rest.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from pipeline.sources import read_inputs

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample"


def main(source: Path, script: str) -> None:
    """Prints the measures as they come."""
    documents = [{"doc_id": a.doc_id, "text": a.text, "published": a.published} for a in read_inputs([source])]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        tenth = max(1, len(documents) // 10)
        files = {name: folder / f"{name}.jsonl" for name in ("all", "most", "new")}
        for file, part in zip(files.values(), (documents, documents[tenth:], documents[:tenth]), strict=True):
            file.write_text("".join(json.dumps(document, ensure_ascii=False) + "\n" for document in part), encoding="utf-8")
        for line in measure(files, folder, len(documents), script):
            print(line, flush=True)


def measure(files: dict[str, Path], folder: Path, count: int, script: str) -> Iterator[str]:
    """Lines of text, one a measure."""
    one = run(files["all"], folder / "one", "--workers", "1")
    yield f"{count} documents, 1 worker: {one:.1f} s, {count / one:.2f} documents/s"
    yield from shares(folder / "one")
    two = run(files["all"], folder / "two", "--workers", "2")
    yield f"2 workers: {two:.1f} s, {count / two:.2f} documents/s, {one / two:.2f} x"
    again = run(files["all"], folder / "two", "--workers", "2")
    yield f"nothing new: {again:.1f} s, {again / two:.1%} of the first run"
    yield f"largest process so far: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB"
    run(files["most"], folder / "grown", "--workers", "2")
    alone, added = run(files["new"], folder / "new", "--workers", "2"), run(files["new"], folder / "grown", "--workers", "2")
    yield f"a tenth added to the rest: {added:.1f} s, {added / alone:.2f} x the time of the tenth alone"
    dask = run(files["all"], folder / "dask", "--workers", "2", "--dask", "local")
    same = (folder / "dask" / "mentions.csv").read_bytes() == (folder / "two" / "mentions.csv").read_bytes()
    yield f"Dask, 2 workers: {dask:.1f} s, {two / dask:.2f} x the speed of --workers 2, {'the same' if same else 'OTHER'} mentions"
    if script:
        other = clock([sys.executable, script, str(folder / "script"), str(files["all"])])
        yield f"{Path(script).name}: {other:.1f} s, {count / other:.2f} documents/s; 2 workers are {other / two:.2f} x as fast"


def shares(out: Path) -> Iterator[str]:
    """The share of each stage in the time of all stages."""
    stages = json.loads((out / "metrics.json").read_text(encoding="utf-8"))["stages"]
    total = sum(stage["seconds"] for stage in stages.values())
    yield "  stages: " + ", ".join(f"{name} {stage['seconds'] / total:.1%}" for name, stage in stages.items())


def run(source: Path, out: Path, *options: str) -> float:
    """Seconds that `communique run` takes."""
    return clock([sys.executable, "-m", "pipeline", "run", str(source), "--out", str(out), "--quiet", *options])


def clock(command: list[str]) -> float:
    """Seconds that a command takes."""
    started = perf_counter()
    subprocess.run(command, check=False)
    return perf_counter() - started


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE, sys.argv[2] if len(sys.argv) > 2 else "")
