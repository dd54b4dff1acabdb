"""How many cores there are to use, and how much memory a process may take: the one file that knows how systems differ in this."""

from __future__ import annotations

import os
from pathlib import Path

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

STATM = Path("/proc/self/statm")  # Linux; sizes in pages, that of the address space first


def count_cores() -> int:
    """The cores that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def limit_memory(megabytes: int) -> None:
    """From now on this process gets at most so much memory besides what it has; a MemoryError is raised instead. Without effect outside of Linux."""
    if resource is None or not STATM.is_file():
        return
    taken = int(STATM.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = taken + megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
