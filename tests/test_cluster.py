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
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_end_to_end import SAMPLE, run_quietly, sums

from pipeline.batch import run
from pipeline.errors import UsageError
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.flow import Kit

pytest.importorskip("distributed")
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
