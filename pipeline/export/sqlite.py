"""Writes a SQLite database that opens in Datasette: keys, indexes, full-text search in both scripts, views; its metadata lie beside it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pipeline.errors import TableError
from pipeline.export.content import Cell, Content
from pipeline.export.statements import Statements, load_statements, quote_name
from pipeline.tables.atomic import replace_file
from pipeline.tables.schema import Column, Table

TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
TEXTS = Table(
    name="texts",
    description="The texts that offsets count in, in Unicode code points.",
    columns=(Column("doc_id", "string", "Id of the document"), Column("text", "string", "Its text")),
    key=("doc_id",),
    order=("doc_id",),
    references={"doc_id": ("documents", "doc_id")},
)
TOKENIZER = "unicode61 remove_diacritics 2"  # folds case in both scripts


def write(content: Content, target: Path) -> None:
    """One file with all tables, and `NAME.metadata.json` for `datasette NAME -m NAME.metadata.json`."""
    statements, tables = load_statements(), (*content.schema.tables, TEXTS)
    rows = {**content.rows, TEXTS.name: tuple(sorted(content.texts.items()))}
    with replace_file(target) as draft, closing(sqlite3.connect(draft, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("BEGIN")
        for table in tables:
            database.execute(_create(table))
            places = ", ".join("?" * len(table.columns))
            database.executemany(f"INSERT INTO {quote_name(table.name)} VALUES ({places})", (tuple(map(_store, row)) for row in rows[table.name]))
        for statement in _complete(tables, statements):
            database.execute(statement)
        _check_keys(database, target)
        database.execute("COMMIT")
        database.execute("PRAGMA optimize")
    metadata = json.dumps(build_metadata(content, statements, target.stem), ensure_ascii=False, indent=2) + "\n"
    with replace_file(target.with_name(f"{target.stem}.metadata.json")) as draft:
        draft.write_text(metadata, encoding="utf-8")


def build_metadata(content: Content, statements: Statements, database: str) -> dict[str, object]:
    """What Datasette shows beside the tables: descriptions, facets, order of rows."""
    tables: dict[str, dict[str, object]] = {}
    for table in (*content.schema.tables, TEXTS):
        name = table.name
        shown: dict[str, object] = {"description": table.description, "columns": {column.name: column.description for column in table.columns}}
        shown |= {"facets": statements.facets[name]} if name in statements.facets else {}
        shown |= {"sort_desc": statements.newest_first[name]} if name in statements.newest_first else {}
        shown |= {"label_column": statements.label[name]} if name in statements.label else {}
        tables[name] = shown
    return {"title": content.schema.title, "description": content.schema.description, "databases": {database: {"tables": tables}}}


def _create(table: Table) -> str:
    columns = [_declare(column, table) for column in table.columns]
    key = [f"PRIMARY KEY ({', '.join(map(quote_name, table.key))})"] if table.key else []
    references = [
        f"FOREIGN KEY ({quote_name(column)}) REFERENCES {quote_name(target)} ({quote_name(pointed)})" for column, (target, pointed) in table.references.items()
    ]
    return f"CREATE TABLE {quote_name(table.name)} ({', '.join((*columns, *key, *references))})"


def _declare(column: Column, table: Table) -> str:
    name = quote_name(column.name)
    needed = " NOT NULL" if column.name in table.key else ""
    check = f" CHECK ({name} IN (0, 1))" if column.type == "boolean" else ""
    return f"{name} {TYPES.get(column.type, 'TEXT')}{needed}{check}"


def _store(value: Cell) -> str | int | float | None:
    return value if value is None or isinstance(value, str | int | float) else value.isoformat()


def _complete(tables: tuple[Table, ...], statements: Statements) -> Iterator[str]:
    """Indexes, full-text search and views."""
    for table in tables:
        columns = dict.fromkeys((*table.references, *statements.indexes.get(table.name, ())))
        for column in (column for column in columns if (column,) != table.key):
            yield f"CREATE INDEX {quote_name(f'{table.name}_{column}')} ON {quote_name(table.name)} ({quote_name(column)})"
    for name, columns_searched in statements.search.items():
        searched = ", ".join(map(quote_name, columns_searched))
        yield f"CREATE VIRTUAL TABLE {quote_name(f'{name}_fts')} USING fts5({searched}, content={quote_name(name)}, tokenize='{TOKENIZER}')"
        yield f"INSERT INTO {quote_name(f'{name}_fts')} ({quote_name(f'{name}_fts')}) VALUES ('rebuild')"
    yield from statements.views.values()


def _check_keys(database: sqlite3.Connection, target: Path) -> None:
    broken = database.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise TableError(f"{target}: a row of {broken[0]} points to a row of {broken[2]} that is not there; run `communique run` anew")
