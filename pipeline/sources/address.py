"""Parts of web addresses; what is no address has none of them."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

NONE = SplitResult("", "", "", "", "")


def split_address(url: str) -> SplitResult:
    """The parts of an address, all empty where it is broken ("http://[")."""
    try:
        return urlsplit(url)
    except ValueError:
        return NONE


def find_host(url: str) -> str:
    """The host as the address tells it, in lower case; empty where it tells none."""
    return split_address(url).netloc.casefold()
