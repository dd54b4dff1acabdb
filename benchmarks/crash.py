"""Kills runs at random moments, lets each go on, and holds the tables against those of an undisturbed run: they must be the same bytes.

usage: crash.py [KILLS [INPUT]]   (default: 5, the sample corpus)
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pipeline.tables.write import file_states

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample"


def main(kills: int, source: Path) -> int:
    """0 if all killed runs ended with the same bytes."""
    with tempfile.TemporaryDirectory() as scratch:
        whole, broken = Path(scratch) / "whole", Path(scratch) / "broken"
        started = time.monotonic()
        _start(source, whole).wait()
        longest = time.monotonic() - started
        moments = random.Random(7)  # noqa: S311 - any moments will do
        good = 0
        for _ in range(kills):
            process = _start(source, broken, "--fresh")
            time.sleep(moments.uniform(0, longest))
            process.kill()
            process.wait()
            _start(source, broken).wait()
            good += all((whole / name).read_bytes() == (broken / name).read_bytes() for name in file_states(whole))
    print(f"killed {kills} times within {longest:.1f} s, then run again: {good} of {kills} ended with the same bytes")
    return 0 if good == kills else 1


def _start(source: Path, out: Path, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "pipeline", "run", str(source), "--out", str(out), "--quiet", *options])


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5, Path(sys.argv[2]) if len(sys.argv) > 2 else SAMPLE))
