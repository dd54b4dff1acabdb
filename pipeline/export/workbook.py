"""Writes a workbook with a sheet for every table: filters, frozen header, days as days; partial dates (`date_edtf`) stay text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from pipeline.errors import UsageError
from pipeline.export.content import Content, Values
from pipeline.tables.atomic import replace_file
from pipeline.tables.schema import Table
from pipeline.tables.workbook import write_workbook

MOST = 1_048_575  # rows below the header that a sheet can hold


def write(content: Content, target: Path) -> None:
    """One file; UsageError if a table has more rows than a sheet can hold."""
    for name, found in content.rows.items():
        if len(found) > MOST:
            raise UsageError(f"{name} has {len(found)} rows, a sheet holds {MOST}; export --to parquet, sqlite or duckdb instead")
    named = {table.name: [_name_cells(row, table) for row in content.rows[table.name]] for table in content.schema.tables}
    with replace_file(target) as draft:
        write_workbook(draft, replace(content.schema, sheets=tuple(named)), named)


def _name_cells(row: Values, table: Table) -> SimpleNamespace:
    return SimpleNamespace(**{column.name: value for column, value in zip(table.columns, row, strict=True)})
