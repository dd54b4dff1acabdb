"""Writes an output folder: CSV tables, workbook, texts, evidence and the description of it all, the same bytes for the same rows."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from pathlib import Path

from pipeline.tables.atomic import replace_file
from pipeline.tables.cells import Value, format_line
from pipeline.tables.package import build_package
from pipeline.tables.rows import Row, Tables
from pipeline.tables.schema import Schema, Table, load_schema
from pipeline.tables.workbook import write_workbook


def write_tables(tables: Tables, folder: Path) -> None:
    """Writes every file of the folder, which is made if need be; each is replaced at one blow."""
    schema = load_schema()
    folder.mkdir(parents=True, exist_ok=True)
    rows = {table.name: sort_rows(getattr(tables, table.name), table) for table in schema.tables}
    for table in schema.tables:
        _write_bytes(folder / f"{table.name}.csv", format_table(rows[table.name], table))
    _write_bytes(folder / "evidence.jsonl", _format_lines(tables.evidence))
    texts = _format_lines({"doc_id": doc_id, "text": text} for doc_id, text in sorted(tables.texts))
    _write_bytes(folder / "texts.jsonl.gz", gzip.compress(texts, compresslevel=6, mtime=0))
    _write_workbook(folder / "events.xlsx", schema, rows)
    _write_bytes(folder / "datapackage.json", (json.dumps(build_package(schema), ensure_ascii=False, indent=2) + "\n").encode())


def sort_rows(rows: Iterable[Row], table: Table) -> tuple[Row, ...]:
    """The rows in the table's order; cells that are not known come first."""
    if table.key:  # all of it is in `order`, so that no two rows are alike
        return tuple(sorted(rows, key=lambda row: [_rank(getattr(row, name)) for name in table.order]))
    return tuple(sorted(rows, key=lambda row: [*(_rank(getattr(row, name)) for name in table.order), repr(row)]))


def format_table(rows: Sequence[Row], table: Table) -> bytes:
    """The table as CSV in UTF-8."""
    names = [column.name for column in table.columns]
    cells_of = attrgetter(*names)
    lines = (format_line(cells_of(row), joined_by=table.joined_by) for row in rows)
    return (format_line(names) + "".join(lines)).encode("utf-8")


def _rank(value: Value) -> tuple[bool, Value]:
    return (False, "") if value is None else (True, value)


def _format_lines(records: Iterable[Mapping[str, object]]) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode("utf-8")


def _write_bytes(path: Path, data: bytes) -> None:
    with replace_file(path) as draft:
        draft.write_bytes(data)


def _write_workbook(path: Path, schema: Schema, rows: Mapping[str, Sequence[Row]]) -> None:
    with replace_file(path) as draft:
        write_workbook(draft, schema, rows)
