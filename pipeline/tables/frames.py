"""Reads an output folder back into pandas data frames: the only place that knows pandas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import pandas as pd

from pipeline.errors import UsageError
from pipeline.tables.cells import restore
from pipeline.tables.read import read_texts
from pipeline.tables.schema import Column, Table, load_schema

TYPES = {"integer": "Int64", "number": "float64", "boolean": "boolean"}
BOOLEANS = {"true": True, "false": False}
KINDS = ("event_type", "country", "currency", "document_type", "lang")  # categories without a fixed list of values


@dataclass(frozen=True, eq=False, repr=False)
class Frames(Mapping[str, pd.DataFrame]):
    """The tables of an output folder, as attributes (`tables.events`) or by name (`tables["events"]`).

    `events` has one row an event, `event_participants` one a participant of an event, `mentions` one a sentence that tells of an event, `participants` one
    a participant of a mention, `entities` one a person, body or place, `positions` one a holding of an office, `documents` one an input document,
    `dates` one a date expression. Rows keep the order of the files; the index counts them from 0.
    """

    folder: Path
    events: pd.DataFrame
    mentions: pd.DataFrame
    participants: pd.DataFrame
    event_participants: pd.DataFrame
    entities: pd.DataFrame
    positions: pd.DataFrame
    documents: pd.DataFrame
    dates: pd.DataFrame

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in TABLES:
            raise KeyError(f"no table {name!r}; there are {', '.join(TABLES)}")
        frame: pd.DataFrame = getattr(self, name)
        return frame

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)

    def __repr__(self) -> str:
        return f"<tables of {self.folder}: {', '.join(f'{len(frame)} {name}' for name, frame in self.items())}>"

    def texts(self) -> dict[str, str]:
        """The text of each document by its doc_id, in which `char_start` and `char_end` count code points; read anew at each call."""
        return read_texts(self.folder)


TABLES = tuple(field.name for field in fields(Frames) if field.name != "folder")


def load(folder: str | Path) -> Frames:
    """The tables that `communique run INPUT --out FOLDER` has written: `load("outputs/sample").events`.

    Days are datetime64[s], counts and character offsets Int64, confidence (0 to 1) and money (in units of `currency`) float64, yes or no boolean; types,
    statuses, precisions, roles, countries, currencies and languages are categories, all else is string. A cell that is not known is NA. Lists stay one
    string, joined by "; " (aliases by "|"); the apostrophe that keeps spreadsheets from running a cell is taken off. Columns that this version does not know
    are strings. UsageError if a table is missing.
    """
    place = Path(folder)
    return Frames(folder=place, **{table.name: _load_table(place, table) for table in load_schema().tables})


def _load_table(folder: Path, table: Table) -> pd.DataFrame:
    path = folder / f"{table.name}.csv"
    if not path.is_file():
        raise UsageError(f"no table {path}; give a folder that `communique run INPUT --out {folder}` has written")
    cells = pd.read_csv(path, dtype=str, na_filter=False, encoding="utf-8", lineterminator="\n")
    kinds = {column.name: column for column in table.columns}
    return pd.DataFrame({name: _convert(cells[name], kinds.get(name)) for name in cells.columns})


def _convert(cells: pd.Series[str], column: Column | None) -> pd.Series:
    kind = "string" if column is None else column.type
    if kind == "date":
        return pd.Series(np.array(cells.tolist(), dtype="datetime64[s]"), index=cells.index)
    known = [cell if cell else None for cell in cells]
    if kind == "boolean":
        return pd.Series([None if cell is None else BOOLEANS[cell] for cell in known], dtype="boolean")
    if kind in TYPES:
        return pd.to_numeric(pd.Series(known, dtype=object)).astype(TYPES[kind])  # type: ignore[call-overload, no-any-return]
    texts = [None if cell is None else restore(cell) for cell in known]
    if column is not None and (column.values or column.name in KINDS):
        values = column.values or sorted({text for text in texts if text is not None})
        return pd.Series(pd.Categorical(texts, categories=pd.Index(values, dtype="str")))
    return pd.Series(texts, dtype="string")
