"""Writes THIRD_PARTY.md: every package of the locks with its version and licence, as the metadata of the installed packages tell them.

usage: third_party.py   (in the folder of the repository; `make licences`)
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
PIN = re.compile(r"^([a-z0-9-]+)==(\S+) ", re.MULTILINE)
HEAD = """# Software of others

Packages that the locks name, and their licences as the packages tell them; `make licences` writes this list anew. The language models and their
licences stand in `models/manifest.yml`. Nothing of these packages is part of this repository.
"""


def read_pins(lock: str) -> dict[str, str]:
    """Name to version of every package of a lock."""
    return dict(PIN.findall((ROOT / lock).read_text(encoding="utf-8")))


def find_licence(name: str) -> str:
    """The licence of an installed package: its SPDX expression, else what it is classified as, else the first line that it tells; empty where unknown."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ""
    classified = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or () if line.startswith("License ::")]
    return str(told.get("License-Expression") or "; ".join(classified) or (told.get("License") or "").strip().partition("\n")[0])[:120]


def build_page() -> str:
    """The page: packages that the program needs, then those that extras and checks add."""
    needed, every = read_pins("requirements.lock"), read_pins("requirements-dev.lock")
    parts = (
        ("What the program needs", needed),
        ("What extras, checks and documentation add", {name: pin for name, pin in every.items() if name not in needed}),
    )
    tables = ("\n".join([f"## {title}", "", "| package | version | licence |", "| --- | --- | --- |", *_rows(pins)]) for title, pins in parts)
    return "\n".join([HEAD, *(f"{table}\n" for table in tables)])


def _rows(pins: dict[str, str]) -> list[str]:
    return [f"| {name} | {version} | {find_licence(name) or 'not told'} |" for name, version in sorted(pins.items())]


if __name__ == "__main__":
    (ROOT / "THIRD_PARTY.md").write_text(build_page(), encoding="utf-8")
