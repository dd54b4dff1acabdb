"""Processes beside this one. The server that workers are forked from is a clean process that has loaded, once for all of them, what every worker needs; a
piece of work that needs all that this process holds is done in a fork of it.

Nothing here knows of the rest of the program, so that the command line can start the server before all else.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from multiprocessing import forkserver, get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext
from threading import Thread
from typing import NoReturn, Protocol, TypeVar

T = TypeVar("T")

LOADED = "pipeline.preload"  # what the server imports
DASK = ("distributed.nanny", "distributed.worker")  # what a worker of a cluster imports
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")  # small matrices are slower on several threads
PR_SET_PDEATHSIG = 1  # of <linux/prctl.h>


class Beside(Protocol):
    """Where a piece of work is done that has no effect but its result: `do_here` or `do_beside`."""

    def __call__(self, work: Callable[[], T], /) -> AbstractContextManager[Callable[[], T]]:
        """Inside of the block there is a function that gives the result of `work`; it is called once."""


def do_here(work: Callable[[], T], /) -> AbstractContextManager[Callable[[], T]]:
    """In this process, when the result is asked for."""
    return nullcontext(work)


@contextmanager
def do_beside(work: Callable[[], T], /) -> Iterator[Callable[[], T]]:
    """At once in a fork of this process, which may go on with other work; the result is pickled. Here, where there can be no fork or it fails."""
    reader, writer = os.pipe()
    pid = _fork()
    if pid == 0:
        os.close(reader)
        _answer(work, writer)
    os.close(writer)
    try:
        with os.fdopen(reader, "rb") as answer:
            yield lambda: _receive(answer.read(), work)
    finally:
        if pid is not None:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def _fork() -> int | None:
    """0 in the fork, its number here, None where there is none: elsewhere than on Linux libraries do not stand it."""
    if sys.platform != "linux":
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other threads may hold locks; the fork takes none that they know
        try:
            return os.fork()
        except OSError:  # too little memory, too many processes
            return None


def _answer(work: Callable[[], T], writer: int) -> NoReturn:
    """What a fork does: it writes the result, if there is one, and ends without any of the goodbyes of this process."""
    try:
        die_with_parent()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with os.fdopen(writer, "wb") as answer:
            answer.write(pickle.dumps(work()))
    finally:
        os._exit(0)


def _receive(answer: bytes, work: Callable[[], T]) -> T:
    try:
        result: T = pickle.loads(answer)  # noqa: S301 - of our own fork
    except (EOFError, pickle.UnpicklingError):
        return work()
    return result


def fork_context() -> BaseContext:
    """How workers are started: from the server; where there can be none, from nothing."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([LOADED])
    return context


def start_server(*also: str) -> None:
    """Starts the server, which loads the modules `also` besides what every worker needs, if they are installed, and does not wait until it has.

    Without effect where there can be none, or it runs already.
    """
    context = fork_context()
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload([*also, LOADED])
        with one_thread():
            forkserver.ensure_running()


def stop_server() -> None:
    """Ends the server, whatever it is at, and with it the memory that it takes. Without effect where there is none; whoever needs another gets one."""
    server = forkserver._forkserver
    pid = getattr(server, "_forkserver_pid", None)
    if pid is not None:
        os.kill(pid, signal.SIGKILL)  # asked to end, it would first load to the end
        server._stop()  # type: ignore[attr-defined]


@contextmanager
def one_thread() -> Iterator[None]:
    """Processes started inside calculate with one thread each."""
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            os.environ.update({name: value} if value is not None else {})


def die_with_parent() -> None:
    """From now on this process is killed when the one that started it ends; without effect outside of Linux."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def end_with_run() -> None:
    """From now on this worker ends when the run does, whatever it is at: a document can hold it up for ever."""
    die_with_parent()  # the server, which ends with the run
    Thread(target=_follow_run, daemon=True).start()


def _follow_run() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
