"""communique: events out of English and Russian press releases. `pipeline.load(folder)` reads an output folder into data frames."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.tables import load as load

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    # pandas takes half a second to import: the program's own start must not pay for a notebook's entry point
    if name == "load":
        return import_module("pipeline.tables").load
    raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
