"""Runs that are killed at any moment: the folder is whole all the same, and the next run ends where an undisturbed one does."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_end_to_end import SAMPLE, run_quietly, sums

from pipeline.settings import Settings
from pipeline.tables.read import read_table

if TYPE_CHECKING:
    from pipeline.flow import Kit

REPLAY = Path(__file__).with_name("replay.py")
KILLS = [(0, 0.0), (20, 0.0), (36, 0.5)]  # documents done when the run is killed, of 37, and seconds since: the tables are being written


@pytest.fixture(scope="module")
def earlier(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an undisturbed run."""
    out = tmp_path_factory.mktemp("earlier")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.batch.work.load_kit", lambda settings: replace(kit, thorough=False))
        run_quietly([SAMPLE], out, Settings())
    return out


def start(out: Path, earlier: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, str(REPLAY), str(SAMPLE), str(out), str(earlier)], stdout=subprocess.PIPE, text=True)


def kill_when(process: subprocess.Popen[str], *, done: int, after: float = 0.0) -> None:
    """Kills the run once it has told of so many documents."""
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= done:
            break
    time.sleep(after)
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.mark.parametrize(("done", "after"), KILLS)
def test_a_killed_run_goes_on(earlier: Path, tmp_path: Path, done: int, after: float) -> None:
    out = tmp_path / "out"
    kill_when(start(out, earlier), done=done, after=after)
    if (out / "documents.csv").exists():
        assert len(read_table(out, "documents")) == 37
    again = start(out, earlier)
    told, _ = again.communicate(timeout=300)
    assert again.returncode == 0
    assert len(told.splitlines()) <= 39 - done
    assert sums(out) == sums(earlier)
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


def test_a_kill_while_a_folder_is_updated_leaves_the_old_tables_or_the_new(earlier: Path, tmp_path: Path) -> None:
    out, first = tmp_path / "out", tmp_path / "first"
    first.mkdir()
    for path in sorted(SAMPLE.iterdir())[:5]:
        shutil.copy(path, first)
    run = subprocess.run([sys.executable, str(REPLAY), str(first), str(out), str(earlier)], stdout=subprocess.DEVNULL, check=False)
    assert run.returncode == 0
    before = sums(out)
    kill_when(start(out, earlier), done=20)
    assert sums(out) == before
    start(out, earlier).communicate(timeout=300)
    assert sums(out) == sums(earlier)
