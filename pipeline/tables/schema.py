"""What each table and column is: read from `resources/tables/columns.yml`, where columns are declared once for all files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.resources import load_yaml


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `type` is string, integer, number, boolean, date or list, `values` are the only ones allowed (empty: any)."""

    name: str
    type: str
    description: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, primary key, columns to sort by, and columns that point to `(table, column)`."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    order: tuple[str, ...]
    references: Mapping[str, tuple[str, str]]
    joined_by: str = "; "


@dataclass(frozen=True, slots=True)
class Schema:
    """All tables in the order they are written, the other files with what they hold, and the sheets of the workbook."""

    title: str
    description: str
    tables: tuple[Table, ...]
    files: Mapping[str, str]
    sheets: tuple[str, ...]


@lru_cache(1)
def load_schema() -> Schema:
    """The schema of the output folder."""
    data = load_yaml("tables/columns.yml")
    assert isinstance(data, dict)
    tables = tuple(_parse_table(name, table, data["values"]) for name, table in data["tables"].items())
    return Schema(data["title"], data["description"], tables, data["files"], tuple(data["sheets"]))


def _parse_table(name: str, data: Mapping[str, object], values: Mapping[str, list[str]]) -> Table:
    columns, references = data["columns"], data["references"]
    assert isinstance(columns, dict)
    assert isinstance(references, dict)
    return Table(
        name=name,
        description=str(data["description"]),
        columns=tuple(Column(column, kind, text, tuple(values[only[0]]) if only else ()) for column, (kind, text, *only) in columns.items()),
        key=tuple(data["key"]),  # type: ignore[arg-type]
        order=tuple(data["order"]),  # type: ignore[arg-type]
        references={column: tuple(target.split(".")) for column, target in references.items()},
        joined_by=str(data.get("joined_by", "; ")),
    )
