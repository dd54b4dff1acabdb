"""Writes one Parquet file a table into a folder. Needs `communique[export]`."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

from pipeline.export.arrow import build_arrow
from pipeline.export.content import Content
from pipeline.tables.atomic import replace_file


def write(content: Content, target: Path) -> None:
    """`TABLE.parquet` for each table; files of a former export are replaced, others stay."""
    target.mkdir(exist_ok=True)
    for table in content.schema.tables:
        with replace_file(target / f"{table.name}.parquet") as draft:
            pq.write_table(build_arrow(content, table), draft)
