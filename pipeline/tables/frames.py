"""Reads an output folder back into pandas data frames: the only place that knows pandas."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from pipeline.errors import UsageError
from pipeline.tables.cells import restore
from pipeline.tables.schema import Column, Table, load_schema

TYPES = {"integer": "Int64", "number": "float64", "boolean": "boolean"}
BOOLEANS = {"true": True, "false": False}


def load(folder: str | Path) -> dict[str, pd.DataFrame]:
    """Each table of an output folder by its name, e.g. `load("outputs/sample")["events"]`.

    Dates are datetime64, whole numbers Int64, cells that are not known NA; lists stay text as they are joined. UsageError if a table is missing.
    """
    return {table.name: _load_table(Path(folder), table) for table in load_schema().tables}


def _load_table(folder: Path, table: Table) -> pd.DataFrame:
    path = folder / f"{table.name}.csv"
    if not path.is_file():
        raise UsageError(f"no table {path}; give a folder that `communique run` has written")
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
    return pd.Series([None if cell is None else restore(cell) for cell in known], dtype="string")
