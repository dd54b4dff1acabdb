"""What is exported: the rows of every table with typed cells, read from the CSV files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pipeline.errors import TableError
from pipeline.tables.read import read_table, read_texts
from pipeline.tables.schema import Column, Schema, Table, load_schema

Cell = str | int | float | bool | date | None
Values = tuple[Cell, ...]  # one row, in the order of the table's columns

BOOLEANS = {"true": True, "false": False}
PARSERS: Mapping[str, Callable[[str], Cell]] = {
    "integer": int,
    "number": float,
    "boolean": BOOLEANS.__getitem__,
    "date": date.fromisoformat,
}


@dataclass(frozen=True, slots=True)
class Content:
    """The tables with the columns that the files have, their rows by the table's name, and the texts by doc_id. Lists are one string, as they are joined."""

    schema: Schema
    rows: Mapping[str, tuple[Values, ...]]
    texts: Mapping[str, str]


def read_content(folder: Path) -> Content:
    """All that an output folder holds; UsageError if a table is missing, TableError if a cell is not of its column's type."""
    schema = load_schema()
    found = [_read(folder, table) for table in schema.tables]
    return Content(replace(schema, tables=tuple(table for table, _ in found)), {table.name: rows for table, rows in found}, read_texts(folder))


def _read(folder: Path, table: Table) -> tuple[Table, tuple[Values, ...]]:
    cells = read_table(folder, table.name)
    declared = {column.name: column for column in table.columns}
    names = list(cells[0]) if cells else list(declared)
    table = replace(table, columns=tuple(declared.get(name, Column(name, "string", "")) for name in names))
    return table, tuple(tuple(parse_cell(row[column.name], column, table.name) for column in table.columns) for row in cells)


def parse_cell(cell: str, column: Column, table: str) -> Cell:
    """The value of a cell; None where it is empty."""
    if not cell:
        return None
    parse = PARSERS.get(column.type)
    if parse is None:
        return cell
    try:
        return parse(cell)
    except (ValueError, KeyError) as error:
        raise TableError(f"{table}.csv, column {column.name}: {cell!r} is no {column.type}; run `communique run` anew") from error
