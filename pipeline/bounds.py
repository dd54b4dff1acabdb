"""Bounds of time and memory for the work on one document: libraries that read foreign formats promise nothing, nor do models. The one file that knows
how systems differ in this."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from pipeline.errors import InputError

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

STATM = Path("/proc/self/statm")  # Linux; sizes in pages, that of the address space first
AGAIN = 1.0  # seconds until it is told once more: libraries swallow errors
MEGABYTE = 2**20


def count_cores() -> int:
    """The cores that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def bound_time(seconds: float, work: str) -> Iterator[None]:
    """What runs inside gets an InputError after so many seconds of processor time; `work` tells what takes so long, as `to read`.

    Only where signals can do that: in the main thread, and not on Windows. A single call into C is not broken off.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise InputError(f"takes more than {seconds:g} seconds {work}")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def find_most(megabytes: int) -> int | None:
    """How many bytes of address space this process has once it takes so much more memory; None outside of Linux."""
    if resource is None or not STATM.is_file():
        return None
    return int(STATM.read_text(encoding="ascii").split()[0]) * resource.getpagesize() + megabytes * MEGABYTE


@contextmanager
def bound_memory(most: int | None) -> Iterator[None]:
    """What runs inside gets a MemoryError where the process would have more than `most` bytes of address space; None for no bound."""
    if most is None:
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    _limit(resource.RLIMIT_AS, most)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def limit_memory(megabytes: int) -> None:
    """From now on this process gets at most so much memory besides what it has; a MemoryError is raised instead. Without effect outside of Linux."""
    most = find_most(megabytes)
    if most is not None:
        _limit(resource.RLIMIT_AS, most)


def limit_time(seconds: float) -> None:
    """From now on this process gets at most so much processor time besides what it had (in whole seconds): the system ends it. Without effect on Windows."""
    if resource is not None:
        spent = resource.getrusage(resource.RUSAGE_SELF)
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))  # it would leave its memory on the disk
        _limit(resource.RLIMIT_CPU, int(spent.ru_utime + spent.ru_stime + seconds) + 1)


def is_out_of_time(exit_code: int | None) -> bool:
    """Whether a process ended as `limit_time` has it end."""
    return hasattr(signal, "SIGXCPU") and exit_code == -signal.SIGXCPU


def give_back() -> None:
    """Hands memory that was freed back to the system, which the C library would keep; without effect where it knows no such call."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def _limit(kind: int, wanted: int) -> None:
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
