"""The server that worker processes are forked from: a clean process that has loaded, once for all of them, what every worker needs.

It knows nothing of the rest of the program, so that the command line can start it before all else.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext
from threading import Thread

LOADED = "pipeline.preload"  # what the server imports
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")  # small matrices are slower on several threads
PR_SET_PDEATHSIG = 1  # of <linux/prctl.h>


def fork_context() -> BaseContext:
    """How workers are started: from the server; where there can be none, from nothing."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([LOADED])
    return context


def start_server() -> None:
    """Starts the server, and does not wait until it has loaded. Without effect where there can be none, or it runs already."""
    if fork_context().get_start_method() == "forkserver":
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
