"""A cluster of two workers, started as the README tells: the same bytes as one process gives, also where a worker is killed."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_end_to_end import SAMPLE, run_quietly, sums
from test_merge_across import day, tell

from pipeline.batch import run
from pipeline.batch.cluster import open_cluster
from pipeline.errors import PipelineError, UsageError
from pipeline.merge import Joined, MergeWords
from pipeline.merge.across import join_tellings
from pipeline.merge.telling import Side
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.flow import Kit

distributed = pytest.importorskip("distributed")
README = Path(__file__).parents[1] / "README.md"
ADDRESS = "127.0.0.1:8786"


def read_commands() -> list[list[str]]:
    """The commands of the README's example: a scheduler, two workers, a run."""
    block = re.search(r"```\n(dask scheduler.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    return [shlex.split(line.removesuffix(" &")) for line in block[1].splitlines()]


@pytest.fixture
def cluster() -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Address and processes of a scheduler and two workers, on a port that is free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    scripts = Path(sys.executable).parent
    processes = []
    for command in read_commands()[:3]:
        words = [str(scripts / command[0]), *(word.replace("8786", str(port)) for word in command[1:])]
        environment = os.environ | {"PYTHONPATH": str(README.parent)}
        processes.append(subprocess.Popen(words, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True, env=environment))
    yield f"tcp://127.0.0.1:{port}", processes
    for process in reversed(processes):
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_two_workers_of_which_one_is_killed(cluster: tuple[str, list[subprocess.Popen[bytes]]], kit: Kit, tmp_path: Path) -> None:
    address, processes = cluster
    alone, together = tmp_path / "alone", tmp_path / "together"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.batch.work.load_kit", lambda settings: replace(kit, thorough=False))
        run_quietly([SAMPLE], alone, Settings())

    def watch(done: int, total: int) -> None:
        if 0 < done < total and processes[1].poll() is None:
            os.killpg(processes[1].pid, signal.SIGKILL)

    started = time.monotonic()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.batch.update.SAVED", 0.0)
        patch.setattr("pipeline.batch.update.BATCH", 2000)
        run([SAMPLE], together, Settings(dask=address), watch)
    assert processes[1].wait(timeout=10) != 0, f"no worker was killed within {time.monotonic() - started:.0f} s"
    assert sums(together) == sums(alone)


def test_the_example_ends_with_the_run() -> None:
    commands = read_commands()
    assert [command[:2] for command in commands] == [["dask", "scheduler"], ["dask", "worker"], ["dask", "worker"], ["communique", "run"]]
    assert all(ADDRESS in " ".join(command) for command in commands[1:])


def test_nobody_at_the_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("pipeline.batch.cluster.ARRIVAL", 1)
    with pytest.raises(UsageError, match="no scheduler"):
        run([SAMPLE], tmp_path, Settings(dask="tcp://127.0.0.1:9"), lambda done, total: None)


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cluster of one worker that is a thread of this process."""
    monkeypatch.setattr("pipeline.batch.cluster._connect", lambda settings: distributed.Client(processes=False, n_workers=1, dashboard_address=None))


TELLINGS = [tell(f"{doc}{n}", whom=(Side(f"guest{n}", "AT"),), interval=day(f"2023-05-{n:02}")) for n in range(1, 20) for doc in "ab"[: 1 + n % 4]]


def describe(events: Iterable[Joined]) -> set[tuple[str, int]]:
    return {("+".join(telling.key for telling in event.tellings), len(event.links)) for event in events}


@pytest.mark.usefixtures("near")
@pytest.mark.parametrize("share", [1, 4, 20])
def test_events_are_merged_part_by_part(share: int, merging: MergeWords, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.batch.cluster.SHARE", share)
    with open_cluster(Settings(dask="near")) as cluster:
        assert describe(join_tellings(TELLINGS, merging, cluster.join)) == describe(join_tellings(TELLINGS, merging))


def test_few_events_are_merged_without_a_worker(merging: MergeWords) -> None:
    with open_cluster(Settings(dask="tcp://127.0.0.1:9")) as cluster:
        assert describe(join_tellings(TELLINGS, merging, cluster.join)) == describe(join_tellings(TELLINGS, merging))


@pytest.mark.usefixtures("near")
def test_another_version_merges_nothing(merging: MergeWords, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = chain(["here"], repeat("there"))
    monkeypatch.setattr("pipeline.batch.cluster.SHARE", 1)
    monkeypatch.setattr("pipeline.batch.cluster.fingerprint_tables", lambda settings: next(versions))
    with open_cluster(Settings(dask="near")) as cluster, pytest.raises(PipelineError, match="another version"):
        list(join_tellings(TELLINGS, merging, cluster.join))
