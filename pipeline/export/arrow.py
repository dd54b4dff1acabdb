"""The tables as Arrow tables, typed: what Parquet and DuckDB are written from. Needs `communique[export]`."""

from __future__ import annotations

import pyarrow as pa

from pipeline.export.content import Content
from pipeline.tables.schema import Table

TYPES = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32()}


def build_arrow(content: Content, table: Table) -> pa.Table:
    """One table: days are date32, counts int64, numbers float64, all else string; each column with its description."""
    rows = content.rows[table.name]
    required = set(table.key)
    fields = [
        pa.field(column.name, TYPES.get(column.type, pa.string()), nullable=column.name not in required, metadata={"description": column.description})
        for column in table.columns
    ]
    columns = [pa.array([row[number] for row in rows], field.type) for number, field in enumerate(fields)]
    return pa.table(columns, schema=pa.schema(fields, metadata={"description": table.description}))
