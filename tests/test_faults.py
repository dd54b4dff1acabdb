"""Every write of a run fails once, in every way that disks fail: the tables are the old ones or the new ones, and the next run ends as if nothing had been."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from test_end_to_end import NOTES, run_quietly

from pipeline.batch import run
from pipeline.batch.pool import Pool
from pipeline.batch.work import Job, Outcome, Work, fail_job
from pipeline.cli import main
from pipeline.errors import PipelineError
from pipeline.ledger import database, open_ledger
from pipeline.names import load_identity_words
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.flow import Kit

TEXTS = {
    "a": "Mayor Olga Belova met with Consul Igor Laptev in Kazan on 3 May 2021.",
    "b": "Мэр Ольга Белова посетила Вену 5 июня 2021 года.",
    "c": "A library was opened in Kazan on 7 July 2021.",
}
ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT)
CALLS: tuple[tuple[Any, str], ...] = (
    (os, "open"),
    (os, "fsync"),
    (os, "mkdir"),
    (tempfile, "mkstemp"),
    (tempfile, "mkdtemp"),
    (Path, "write_bytes"),
    (Path, "write_text"),
    (Path, "chmod"),
    (Path, "replace"),
    (Path, "unlink"),
)
POINTS = 72  # file calls and statements of the ledger; those behind the last write of a run find nothing to break


def sums(folder: Path) -> dict[str, str]:
    """Name and checksum of every table; drafts that a fault left behind are hidden."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.name not in NOTES and not path.name.startswith(".")}


class Fault:
    """Lets calls pass until the one of that number, which fails."""

    def __init__(self, number: int, error: Callable[[], BaseException]) -> None:
        self.left, self.error, self.struck = number, error, False

    def pass_on(self) -> None:
        self.left -= 1
        if self.left < 0 and not self.struck:
            self.struck = True
            raise self.error()


class BrokenConnection:
    """A connection to the ledger whose statements count as writes."""

    def __init__(self, connection: sqlite3.Connection, fault: Fault) -> None:
        self._connection, self._fault = connection, fault

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if not statement.startswith(("SELECT", "ROLLBACK")):
            self._fault.pass_on()
        return self._connection.execute(statement, *values)

    def executemany(self, statement: str, values: Any) -> sqlite3.Cursor:
        self._fault.pass_on()
        return self._connection.executemany(statement, values)


@pytest.fixture(scope="module")
def folders(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """`in` with three texts; `old`, the tables of the first two; `new`, those of all. Runs in here find in a text what those runs found."""
    folder = tmp_path_factory.mktemp("faults")
    (folder / "in").mkdir()
    words = load_identity_words()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.batch.work.load_kit", lambda settings: replace(kit, thorough=False))
        patch.setattr("pipeline.batch.prepare.load_identity_words", lambda: words)
        for name in ("a", "b"):
            (folder / "in" / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
        run_quietly([folder / "in"], folder / "old", Settings())
        (folder / "in" / "c.txt").write_text(TEXTS["c"], encoding="utf-8")
        run_quietly([folder / "in"], folder / "new", Settings())
        with open_ledger(folder / "new", fresh=False) as ledger:
            found = dict(ledger.read_analyses())
        patch.setattr("pipeline.batch.hands.load_work", lambda settings: lambda job: Outcome(job.article.doc_id, job.key, found[job.article.doc_id]))
        yield folder


@pytest.fixture
def out(folders: Path, tmp_path: Path) -> Path:
    """A copy of the old tables."""
    return shutil.copytree(folders / "old", tmp_path / "out")


def break_writes(patch: pytest.MonkeyPatch, fault: Fault, out: Path) -> None:
    """Calls that concern the folder pass by the fault."""

    def wrap(call: Callable[..., Any]) -> Callable[..., Any]:
        def broken(*args: Any, **options: Any) -> Any:
            if any(str(out) in str(arg) for arg in (*args, *options.values())) or call is os.fsync:
                fault.pass_on()
            return call(*args, **options)

        return broken

    for place, name in CALLS:
        patch.setattr(place, name, wrap(getattr(place, name)))
    break_ledger(patch, fault)


def break_ledger(patch: pytest.MonkeyPatch, fault: Fault) -> None:
    """Statements of the ledger pass by the fault."""
    connect = database._connect
    patch.setattr(database, "_connect", lambda path, *, fresh: BrokenConnection(connect(path, fresh=fresh), fault))


def run_broken(folders: Path, out: Path, number: int, error: Callable[[], BaseException]) -> bool:
    """Whether the fault struck."""
    fault = Fault(number, error)
    with pytest.MonkeyPatch.context() as patch:
        break_writes(patch, fault, out)
        try:
            run_quietly([folders / "in"], out, Settings())
        except (OSError, PipelineError, KeyboardInterrupt, MemoryError):
            assert fault.struck
    return fault.struck


@pytest.mark.parametrize("number", range(POINTS))
def test_a_write_that_fails_leaves_the_old_tables_or_the_new(folders: Path, out: Path, number: int) -> None:
    code = ERRORS[number % len(ERRORS)]
    struck = run_broken(folders, out, number, lambda: OSError(code, os.strerror(code)))
    assert struck or number >= 50
    assert sums(out) in (sums(folders / "old"), sums(folders / "new"))
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == [] or struck
    run_quietly([folders / "in"], out, Settings())
    assert sums(out) == sums(folders / "new")
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("number", range(0, 60, 12))
@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
def test_other_ends_do_no_harm_either(folders: Path, out: Path, number: int, error: Callable[[], BaseException]) -> None:
    run_broken(folders, out, number, error)
    assert sums(out) in (sums(folders / "old"), sums(folders / "new"))
    run_quietly([folders / "in"], out, Settings())
    assert sums(out) == sums(folders / "new")


@pytest.mark.parametrize("number", range(12))
def test_a_full_disk_below_the_ledger_does_no_harm(folders: Path, out: Path, number: int) -> None:
    fault = Fault(number, lambda: sqlite3.OperationalError("database or disk is full"))
    with pytest.MonkeyPatch.context() as patch:
        break_ledger(patch, fault)
        with suppress(PipelineError):
            run_quietly([folders / "in"], out, Settings())
    assert sums(out) in (sums(folders / "old"), sums(folders / "new"))
    run_quietly([folders / "in"], out, Settings())
    assert sums(out) == sums(folders / "new")


def test_a_full_disk_is_one_line_and_exit_code_2(folders: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fault = Fault(15, lambda: OSError(errno.ENOSPC, "No space left on device", str(out)))
    with pytest.MonkeyPatch.context() as patch:
        break_writes(patch, fault, out)
        patch.setattr("pipeline.commands.run.count_cores", lambda: 0)
        assert main(["run", str(folders / "in"), "--out", str(out)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_clock_that_goes_backwards_changes_nothing(folders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter(range(10**9, 0, -1000))
    for name in ("time", "monotonic", "perf_counter"):
        monkeypatch.setattr(time, name, lambda: float(next(moments)))
    for name in ("pipeline.batch.update.perf_counter", "pipeline.batch.metrics.perf_counter"):
        monkeypatch.setattr(name, lambda: float(next(moments)))
    run_quietly([folders / "in"], tmp_path / "out", Settings())
    assert sums(tmp_path / "out") == sums(folders / "new")


def test_an_interrupt_keeps_what_was_done(folders: Path, tmp_path: Path) -> None:
    def interrupt(done: int, total: int) -> None:
        if done:
            signal.raise_signal(signal.SIGINT)

    done: list[int] = []
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # shells start what runs in the background with it ignored
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("pipeline.batch.update.SAVED", -1.0)
            with pytest.raises(KeyboardInterrupt):
                run([folders / "in"], tmp_path / "out", Settings(), interrupt)
    finally:
        signal.signal(signal.SIGINT, before)
    summary = run([folders / "in"], tmp_path / "out", Settings(), lambda count, total: done.append(total))
    assert (summary.known, done[0]) == (1, 2)
    assert sums(tmp_path / "out") == sums(folders / "new")


def load_hungry(settings: Settings) -> Work:
    """A worker that has no memory left for one of its texts."""

    def work(job: Job) -> Outcome:
        if job.article.doc_id == "b":
            raise MemoryError
        return fail_job(job, "seen")

    return work


def test_a_worker_without_memory_loses_no_other_document() -> None:
    from pipeline.records import Article

    jobs = iter([tuple(Job(Article(name, "x", n_chars=1), name) for name in "abc")])
    found = list(Pool(jobs, Settings(workers=1), load_hungry).run())
    assert sorted(outcome.doc_id for outcome in found) == ["a", "b", "c"]
