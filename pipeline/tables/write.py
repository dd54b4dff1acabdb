"""Writes an output folder: CSV tables, workbook, texts, evidence and the description of it all, the same bytes for the same rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from pathlib import Path

from pipeline.tables.atomic import replace_files
from pipeline.tables.cells import Value, format_line
from pipeline.tables.package import build_package
from pipeline.tables.rows import Row, Tables
from pipeline.tables.schema import Table, load_schema
from pipeline.tables.workbook import format_workbook
from pipeline.text.packed import pack_bytes


def make_workbook(tables: Tables) -> bytes:
    """The content of events.xlsx: it takes as long to make as all other files together."""
    schema = load_schema()
    return format_workbook(schema, {table.name: sort_rows(getattr(tables, table.name), table) for table in schema.tables if table.name in schema.sheets})


def pack_texts(texts: Iterable[tuple[str, str]]) -> bytes:
    """The content of texts.jsonl.gz, of pairs of doc_id and text."""
    return pack_bytes(_format_lines({"doc_id": doc_id, "text": text} for doc_id, text in sorted(texts)))


def write_tables(
    tables: Tables, folder: Path, *, rules_sha256: str = "", workbook: Callable[[], bytes] | None = None, texts: Callable[[], bytes] | None = None
) -> None:
    """Writes every file of the folder, which is made if need be: all are written out first, then each takes its place at one blow.

    `workbook` gives what `make_workbook` makes, `texts` what `pack_texts` makes, if that is made elsewhere.
    """
    schema = load_schema()
    folder.mkdir(parents=True, exist_ok=True)
    rows = {table.name: sort_rows(getattr(tables, table.name), table) for table in schema.tables}
    with replace_files(folder) as draft:
        for table in schema.tables:
            draft(f"{table.name}.csv").write_bytes(format_table(rows[table.name], table))
        draft("evidence.jsonl").write_bytes(_format_lines(tables.evidence))
        draft("events.xlsx").write_bytes(workbook() if workbook is not None else make_workbook(tables))
        draft("texts.jsonl.gz").write_bytes(texts() if texts is not None else pack_texts(tables.texts))
        draft("datapackage.json").write_text(
            json.dumps(build_package(schema, rules_sha256=rules_sha256), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )


def file_states(folder: Path) -> dict[str, list[int]]:
    """Size and time of change of each file that `write_tables` makes; those that are not there are left out."""
    schema = load_schema()
    paths = (folder / name for name in (*(f"{table.name}.csv" for table in schema.tables), *schema.files, "datapackage.json"))
    return {path.name: [path.stat().st_size, path.stat().st_mtime_ns] for path in paths if path.exists()}


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
