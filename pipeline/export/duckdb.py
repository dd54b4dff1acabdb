"""Writes a DuckDB database: typed tables with primary keys and descriptions, and a view of who met whom. Needs `communique[export]`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb

from pipeline.export.arrow import build_arrow
from pipeline.export.content import Content
from pipeline.export.statements import load_statements, quote_name, quote_text
from pipeline.tables.atomic import replace_file
from pipeline.tables.schema import Table

TYPES = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}


def write(content: Content, target: Path) -> None:
    """One file with all tables."""
    with replace_file(target) as draft:
        draft.unlink()  # DuckDB opens a database or makes one: an empty file is neither
        with duckdb.connect(str(draft)) as database:
            for table in content.schema.tables:
                database.execute(_create(table))
                database.register("rows", build_arrow(content, table))
                database.execute(f"INSERT INTO {quote_name(table.name)} SELECT * FROM rows")
                database.unregister("rows")
                for statement in _describe(table):
                    database.execute(statement)
            for statement in load_statements().views.values():
                database.execute(statement)


def _create(table: Table) -> str:
    columns = [f"{quote_name(column.name)} {TYPES.get(column.type, 'VARCHAR')}" for column in table.columns]
    key = [f"PRIMARY KEY ({', '.join(map(quote_name, table.key))})"] if table.key else []
    return f"CREATE TABLE {quote_name(table.name)} ({', '.join((*columns, *key))})"


def _describe(table: Table) -> Iterator[str]:
    yield f"COMMENT ON TABLE {quote_name(table.name)} IS {quote_text(table.description)}"
    for column in table.columns:
        yield f"COMMENT ON COLUMN {quote_name(table.name)}.{quote_name(column.name)} IS {quote_text(column.description)}"
