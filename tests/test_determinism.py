"""The same bytes, whatever the process, its hash seed, its locale, its time zone, its workers, and the order of the input; and not one socket."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from test_end_to_end import sums

TEXTS = {
    "a": "Mayor Olga Belova met with Consul Igor Laptev in Kazan on 3 May 2021. Ms Belova called him a friend.",
    "b": "Мэр Ольга Белова посетила Вену 5 июня 2021 года. Вчера она встретилась с послом Игорем Лаптевым.",
    "c": "On 7 July 2021 Kazan and Vienna signed a memorandum on tourism worth 2.5 million euros. <b>=1+1</b>",
}
OFFLINE = """
import socket, sys
def refuse(*args, **options):
    raise AssertionError("a socket was opened")
class Refused(socket.socket):
    def __init__(self, family=-1, *args, **options):
        if family in (socket.AF_INET, socket.AF_INET6, -1) and not options.get("fileno"):
            refuse()
        super().__init__(family, *args, **options)
socket.socket, socket.create_connection, socket.getaddrinfo = Refused, refuse, refuse
from pipeline.cli import main
code = main(sys.argv[1:])
sys.exit(code or main(["report", sys.argv[sys.argv.index("--out") + 1]]))
"""
WAYS: tuple[tuple[Mapping[str, str], tuple[str, ...], bool], ...] = (
    ({"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}, ("--workers", "2"), False),
    ({"PYTHONHASHSEED": "4294967295", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/Adak", "PYTHONIOENCODING": "ascii"}, ("--workers", "1"), True),
)


def run_apart(source: list[Path], out: Path, env: Mapping[str, str], options: tuple[str, ...]) -> dict[str, str]:
    """Checksums of the tables that a process of its own makes without any socket to another machine."""
    command = [sys.executable, "-c", OFFLINE, "run", *map(str, source), "--out", str(out), "--quiet", *options]
    done = subprocess.run(command, env={**os.environ, **env}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return sums(out)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def wanted(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a run in an ordinary surrounding gives."""
    return run_apart(files, tmp_path_factory.mktemp("wanted") / "out", {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}, ("--workers", "1"))


@pytest.mark.parametrize(("env", "options", "reverse"), WAYS)
def test_the_same_bytes(files: list[Path], wanted: dict[str, str], tmp_path: Path, env: Mapping[str, str], options: tuple[str, ...], reverse: bool) -> None:
    assert "events.csv" in wanted
    assert run_apart(files[::-1] if reverse else files, tmp_path / "out", env, options) == wanted
