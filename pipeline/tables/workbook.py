"""Writes events.xlsx, the tables for spreadsheets: dates are dates, text is text whatever it looks like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from operator import attrgetter
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipeline.tables.cells import Value, format_value
from pipeline.tables.schema import Column, Schema, Table

CREATED = datetime(2000, 1, 1)  # a fixed date: same rows, same bytes
LONGEST = 32_767  # characters of a cell
FIRST_DAY = "1900-03-01"  # days before are counted wrongly by spreadsheets: they stay text
WIDTHS = {"date": 11, "integer": 9, "number": 10, "boolean": 9}
WIDE, NARROW, MOST = 50, 10, 500  # widths in characters, and the number of rows that they are taken from


def write_workbook(path: Path, schema: Schema, rows: Mapping[str, Sequence[object]]) -> None:
    """Writes what `format_workbook` makes."""
    path.write_bytes(format_workbook(schema, rows))


def format_workbook(schema: Schema, rows: Mapping[str, Sequence[object]]) -> bytes:
    """One sheet a table, with a frozen header, filters and column widths; rows have an attribute for each column."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": schema.title, "created": CREATED})
        header = book.add_format({"bold": True, "bottom": 1})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for table in (table for table in schema.tables if table.name in schema.sheets):
            _write_sheet(book.add_worksheet(table.name), table, rows[table.name], header=header, day=day)
    return file.getvalue()


def _write_sheet(sheet: Worksheet, table: Table, rows: Sequence[object], *, header: Format, day: Format) -> None:
    for number, column in enumerate(table.columns):
        values = [*map(attrgetter(column.name), rows)]
        sheet.set_column(number, number, _measure(column, values, table.joined_by))
        sheet.write_string(0, number, column.name, header)
        for line, value in enumerate(values, 1):
            _write_cell(sheet, line, number, value, column, joined_by=table.joined_by, day=day)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(rows)), len(table.columns) - 1)


def _write_cell(sheet: Worksheet, line: int, number: int, value: Value, column: Column, *, joined_by: str, day: Format) -> None:
    if value is None or value in ("", ()):
        return
    if column.type == "date" and str(value) >= FIRST_DAY:
        sheet.write_datetime(line, number, date.fromisoformat(str(value)), day)
    elif isinstance(value, str):  # nearly always
        sheet.write_string(line, number, value[:LONGEST])
    elif isinstance(value, bool):
        sheet.write_boolean(line, number, value)
    elif isinstance(value, int | float):
        sheet.write_number(line, number, value)
    else:
        sheet.write_string(line, number, format_value(value, joined_by=joined_by)[:LONGEST])


def _measure(column: Column, values: Sequence[Value], joined_by: str) -> int:
    if column.type in WIDTHS:
        return max(WIDTHS[column.type], len(column.name) + 3)
    longest = max((len(format_value(value, joined_by=joined_by)) for value in values[:MOST]), default=0)
    return min(WIDE, max(NARROW, len(column.name) + 3, longest + 1))
