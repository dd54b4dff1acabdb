"""Bounds the time that reading one document may take: the libraries that read foreign formats promise nothing."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from pipeline.errors import InputError

AGAIN = 1.0  # seconds until it is told once more: libraries swallow errors


@contextmanager
def bound_time(seconds: float) -> Iterator[None]:
    """What runs inside gets an InputError after so many seconds of processor time.

    Only where signals can do that: in the main thread, and not on Windows. A single call into C is not broken off.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise InputError(f"takes more than {seconds:g} seconds to read")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
