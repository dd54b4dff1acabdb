"""Work done in a fork of this process: the result is that of the work, whatever becomes of the fork."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest

from pipeline.forks import Beside, do_beside, do_here


@pytest.mark.parametrize("where", [do_here, do_beside])
@pytest.mark.parametrize("result", [None, "", b"\x00" * 200_000, [("a", 1.5)], {"days": frozenset({1, 2})}])
def test_the_result_is_that_of_the_work(where: Beside, result: object) -> None:
    with where(lambda: result) as answer:
        assert answer() == result


def test_the_work_is_done_in_another_process_that_knows_what_this_one_does() -> None:
    known = ["told before"]
    with do_beside(lambda: (os.getpid(), tuple(known))) as answer:
        known.append("told after")
        pid, told = answer()
    assert pid != os.getpid()
    assert told == ("told before",)


def end_fork(how: Callable[[], object]) -> Callable[[], str]:
    """Work that does not come to its end in a fork."""
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            how()
        return "done here"

    return work


def fail() -> None:
    raise MemoryError


@pytest.mark.parametrize("how", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: os._exit(0), fail])
def test_what_a_fork_does_not_finish_is_done_here(how: Callable[[], object]) -> None:
    with do_beside(end_fork(how)) as answer:
        assert answer() == "done here"


def test_a_result_that_can_not_be_sent_is_made_here() -> None:
    with do_beside(lambda: lambda: "made") as answer:
        assert answer()() == "made"


def test_where_there_can_be_no_fork_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise OSError("no more processes")

    monkeypatch.setattr(os, "fork", refuse)
    with do_beside(os.getpid) as answer:
        assert answer() == os.getpid()
    monkeypatch.setattr("sys.platform", "darwin")
    with do_beside(os.getpid) as answer:
        assert answer() == os.getpid()


def test_an_error_of_the_work_is_that_of_the_caller() -> None:
    with pytest.raises(ZeroDivisionError), do_beside(lambda: 1 // 0) as answer:
        answer()


def test_a_fork_that_nobody_waits_for_is_ended() -> None:
    reader, writer = os.pipe()

    def wait_for_ever() -> None:
        os.write(writer, str(os.getpid()).encode())
        signal.pause()

    with pytest.raises(KeyboardInterrupt), do_beside(wait_for_ever):
        pid = int(os.read(reader, 20))
        raise KeyboardInterrupt
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    os.close(reader)
    os.close(writer)
