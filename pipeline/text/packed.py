"""Packs bytes by gzip, the same in every version of Python."""

from __future__ import annotations

import gzip

SYSTEM = 9  # the place of the byte that names the system: Python 3.11 writes its own there, 3.13 that it is unknown
UNKNOWN = b"\xff"


def pack_bytes(data: bytes) -> bytes:
    """The data packed, without a time and a system."""
    packed = gzip.compress(data, compresslevel=6, mtime=0)
    return packed[:SYSTEM] + UNKNOWN + packed[SYSTEM + 1 :]
