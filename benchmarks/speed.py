"""How fast runs are: each measure as a ratio of runs made one after the other on the same texts, so that it holds on a slow machine too.

usage: speed.py [--quick] [--script SCRIPT] [--documents N] [--english FILE] [--russian FILE] [--rich INPUT] [ROW...]

FILE is a .jsonl or .jsonl.gz of documents in one language, INPUT texts of which most hold events (all three: by default the sample corpus, repeated under
other names until the sizes are reached); SCRIPT another program to compare with, called as `python SCRIPT OUT FILE.jsonl`, on N documents in each language
(default 1000; the more there are, the less it counts that programs take seconds to start). ROW names rows of the table (all: script, shares, workers, memory,
again, added, dask). `--quick` takes a tenth of the documents, as does the sample corpus, where N is not given. Nothing else should be running: rows are wall
time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from pipeline.sources import read_inputs
from pipeline.tables.write import file_states

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample"
SIZES = {"script": 1000, "rich": 400, "workers": 2000, "memory": 10_000, "added": 100}  # documents of each row; a tenth with --quick
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}

Record = dict[str, str]


@dataclass(frozen=True, slots=True)
class Ran:
    """Wall time of a command, in seconds, and the most memory that one of its processes, and all of them together, took, in MB."""

    seconds: float
    largest: float
    together: float


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the runs lie, what they read, and how many documents each row is of."""

    folder: Path
    texts: Mapping[str, Sequence[Record]]  # en, ru, rich
    sizes: Mapping[str, int]
    script: str

    def write(self, name: str, records: Sequence[Record]) -> Path:
        """The records as a file to be read by a run."""
        path = self.folder / f"{name}.jsonl"
        path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
        return path

    def mixed(self, count: int) -> list[Record]:
        """Documents, half of them English, each under a name of its own."""
        return [*take(self.texts["en"], count // 2), *take(self.texts["ru"], count - count // 2)]

    def run(self, source: Path, out: str, *options: str) -> Ran:
        """A run of communique into the folder `out`."""
        return watch([sys.executable, "-m", "pipeline", "run", str(source), "--out", str(self.folder / out), "--quiet", *options])

    def metrics(self, out: str) -> Mapping[str, Mapping[str, Mapping[str, float]]]:
        """What the run into `out` tells of itself."""
        return json.loads((self.folder / out / "metrics.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def main(args: Namespace) -> None:
    """Prints the rows as they come."""
    quick = args.quick or args.english == SAMPLE
    sizes = {name: max(20, size // 10) if quick else size for name, size in SIZES.items()}
    sizes |= {"script": args.documents} if args.documents else {}
    texts = {"en": read(args.english, "en"), "ru": read(args.russian, "ru"), "rich": read(args.rich, "")}
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(Path(scratch), texts, sizes, args.script)
        for name in args.rows or ROWS:
            started = perf_counter()
            for line in ROWS[name](bench):
                print(line, flush=True)
            print(f"  ({name}: {perf_counter() - started:.0f} s)", flush=True)


def read(source: Path, lang: str) -> list[Record]:
    """The documents of a file or folder; of the sample corpus those in one language."""
    articles = (article for article in read_inputs([source]) if article.text)
    return [{"doc_id": a.doc_id, "text": a.text, "published": a.published} for a in articles if not lang or _is_in(a.text, lang)]


def _is_in(text: str, lang: str) -> bool:
    return (sum("а" <= char <= "я" for char in text.lower()) > len(text) / 4) == (lang == "ru")


def take(records: Sequence[Record], count: int) -> list[Record]:
    """So many documents: spread over all of them, or repeated under other names with a line of their own, where there are too few."""
    if len(records) >= count:
        return list(records[:: len(records) // count][:count])
    numbered = enumerate(islice(cycle(records), count))
    return [record | {"doc_id": f"{record['doc_id']}-{n}", "text": f"{record['text']}\n\n{n}"} for n, record in numbered]


def compare_script(bench: Bench) -> Iterator[str]:
    """Documents per second against the script, as typed and with one BLAS thread."""
    for lang in ("en", "ru"):
        file = bench.write(f"script-{lang}", records := take(bench.texts[lang], bench.sizes["script"]))
        ours = bench.run(file, f"ours-{lang}", "--workers", "2").seconds
        yield f"{lang}: {len(records)} documents, 2 workers: {ours:.1f} s, {len(records) / ours:.1f} documents/s"
        for how, variables in (("as typed", {}), ("with one BLAS thread", ONE_THREAD)) if bench.script else ():
            other = watch([sys.executable, bench.script, str(bench.folder / "script"), str(file)], variables).seconds
            yield f"{lang}: script {how}: {other:.1f} s, {len(records) / other:.1f} documents/s; 2 workers are {other / ours:.2f} x as fast"


def tell_shares(bench: Bench) -> Iterator[str]:
    """What everything but the annotators' models takes of the stages' time, on texts that hold events."""
    file = bench.write("rich", records := take(bench.texts["rich"], bench.sizes["rich"]))
    bench.run(file, "rich", "--workers", "1")
    stages = {name: stage["seconds"] for name, stage in bench.metrics("rich")["stages"].items()}
    models = stages.pop("models")
    total = sum(stages.values())
    yield f"rich in events: {len(records)} documents, 1 worker: everything but the models {1 - models / total:.1%} of the stages' time"
    yield "  stages: " + ", ".join(f"{name} {seconds / total:.1%}" for name, seconds in stages.items())


def compare_workers(bench: Bench) -> Iterator[str]:
    """Two workers against one."""
    file = bench.write("workers", records := bench.mixed(bench.sizes["workers"]))
    one, two = bench.run(file, "one", "--workers", "1"), bench.run(file, "two", "--workers", "2")
    yield f"{len(records)} documents: 1 worker {one.seconds:.1f} s, 2 workers {two.seconds:.1f} s: {one.seconds / two.seconds:.2f} x"
    yield f"  {_same(bench, 'one', 'two')}; the largest process took {two.largest:.0f} MB"


def compare_memory(bench: Bench) -> Iterator[str]:
    """The memory of a run over all documents against one over a tenth of them; the folder that it leaves is that of the rows `again` and `added`."""
    records = bench.mixed(bench.sizes["memory"])
    tenth = bench.run(bench.write("tenth", records[::10]), "tenth", "--workers", "2")
    whole = bench.run(bench.write("whole", records), "whole", "--workers", "2")
    (bench.folder / "whole.seconds").write_text(str(whole.seconds), encoding="utf-8")
    yield f"{len(records)} documents: {whole.seconds:.1f} s; most memory of all processes {whole.together:.0f} MB, of one {whole.largest:.0f} MB"
    yield f"  over {len(records[::10])} documents {tenth.together:.0f} MB: {whole.together / tenth.together:.2f} x"


def run_again(bench: Bench) -> Iterator[str]:
    """A run with nothing new."""
    if not (bench.folder / "whole").exists():
        yield from compare_memory(bench)
    again, first = bench.run(bench.folder / "whole.jsonl", "whole", "--workers", "2").seconds, float((bench.folder / "whole.seconds").read_text())
    yield f"nothing new: {again:.1f} s, {again / first:.1%} of the first run"


def add_some(bench: Bench) -> Iterator[str]:
    """Some documents on top of a large folder against these alone."""
    if not (bench.folder / "whole").exists():
        yield from compare_memory(bench)
    some = [record | {"doc_id": f"new-{record['doc_id']}", "text": f"{record['text']}\n\nNo. 7"} for record in bench.mixed(bench.sizes["added"])]
    file = bench.write("some", some)
    alone, added = bench.run(file, "some", "--workers", "2").seconds, bench.run(file, "whole", "--workers", "2").seconds
    yield f"{len(some)} documents added to {bench.sizes['memory']}: {added:.1f} s, alone {alone:.1f} s: {added / alone:.2f} x"


def compare_dask(bench: Bench) -> Iterator[str]:
    """Dask with two local workers against two processes."""
    file = bench.write("dask", records := bench.mixed(bench.sizes["workers"]))
    two, dask = bench.run(file, "processes", "--workers", "2").seconds, bench.run(file, "dask", "--workers", "2", "--dask", "local").seconds
    yield f"{len(records)} documents: Dask {dask:.1f} s, {two / dask:.2f} x the speed of --workers 2; {_same(bench, 'processes', 'dask')}"


ROWS: Mapping[str, Callable[[Bench], Iterator[str]]] = {
    "script": compare_script,
    "shares": tell_shares,
    "workers": compare_workers,
    "memory": compare_memory,
    "again": run_again,
    "added": add_some,
    "dask": compare_dask,
}


def _same(bench: Bench, first: str, second: str) -> str:
    one, two = bench.folder / first, bench.folder / second
    differing = [name for name in file_states(one) if (one / name).read_bytes() != (two / name).read_bytes()]
    return f"OTHER BYTES: {', '.join(differing)}" if differing else "the same bytes"


def watch(command: list[str], variables: Mapping[str, str] | None = None) -> Ran:
    """Runs a command to its end, and looks at the memory of its processes four times a second (0 where there is no /proc). One that breaks off ends all."""
    started, largest, together = perf_counter(), 0.0, 0.0
    process = subprocess.Popen(command, env={**os.environ, **(variables or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        sizes = [own_memory(pid) for pid in list_processes(process.pid)]
        largest, together = max(largest, *sizes, 0.0), max(together, sum(sizes))
        try:
            process.wait(0.25)
        except subprocess.TimeoutExpired:
            continue
    if process.returncode not in ({0, 1} if "pipeline" in command else {0}):  # 1: some documents failed
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}")
    return Ran(perf_counter() - started, largest, together)


def list_processes(pid: int) -> list[int]:
    """A process and all that descend from it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [pid, *(found for child in children for found in list_processes(int(child)))]


def own_memory(pid: int) -> float:
    """MB that a process takes, what it shares with others counted in part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def parse_arguments() -> Namespace:
    """The command line."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    for name in ("--english", "--russian", "--rich"):
        parser.add_argument(name, type=Path, default=SAMPLE)
    parser.add_argument("--script", default="")
    parser.add_argument("--documents", type=int, default=0, metavar="N")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("rows", nargs="*", choices=[[], *ROWS], metavar="ROW")
    return parser.parse_args()


if __name__ == "__main__":
    main(parse_arguments())
