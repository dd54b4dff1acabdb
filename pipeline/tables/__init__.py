"""Rows to files and back: CSV, workbook and data package; `load` reads an output folder into data frames."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from pipeline.tables.check import check_tables
from pipeline.tables.rows import (
    DateRow,
    DocumentRow,
    EntityRow,
    EventParticipantRow,
    EventRow,
    MentionRow,
    ParticipantRow,
    PositionRow,
    Tables,
)
from pipeline.tables.write import make_workbook, pack_texts, write_tables

if TYPE_CHECKING:
    from pipeline.tables.frames import load as load

__all__ = [
    "DateRow",
    "DocumentRow",
    "EntityRow",
    "EventParticipantRow",
    "EventRow",
    "MentionRow",
    "ParticipantRow",
    "PositionRow",
    "Tables",
    "check_tables",
    "load",
    "make_workbook",
    "pack_texts",
    "write_tables",
]


def __getattr__(name: str) -> object:
    # only a reader of tables pays for the import of pandas
    if name == "load":
        return import_module("pipeline.tables.frames").load
    raise AttributeError(f"module 'pipeline.tables' has no attribute {name!r}")
