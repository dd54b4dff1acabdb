"""Which format is written by which module, and where to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.export.content import Content, read_content
from pipeline.tables.read import check_folder

# by format: the module that writes it, and the name of the file or folder within the output folder
FORMATS: Mapping[str, tuple[str, str]] = {
    "parquet": ("pipeline.export.parquet", "parquet"),
    "sqlite": ("pipeline.export.sqlite", "tables.sqlite"),
    "duckdb": ("pipeline.export.duckdb", "tables.duckdb"),
    "xlsx": ("pipeline.export.workbook", "tables.xlsx"),
    "jsonl": ("pipeline.export.jsonl", "events.jsonl"),
}


def export_folder(folder: Path, to: str, out: Path | None = None) -> Path:
    """Writes the tables of `folder` in the format `to` (a key of FORMATS), and tells where: at `out`, else beside the tables.

    UsageError if the folder holds no tables, if `out` can't be written as that format, or if a package of `communique[export]` is missing.
    """
    check_folder(folder)
    module, name = FORMATS[to]
    write = _find_writer(module, to)
    target = out or folder / name
    _check_target(target, to)
    target.parent.mkdir(parents=True, exist_ok=True)
    write(read_content(folder), target)
    return target


def _find_writer(module: str, to: str) -> Callable[[Content, Path], None]:
    try:
        write: Callable[[Content, Path], None] = import_module(module).write
    except ModuleNotFoundError as error:
        raise UsageError(f"export --to {to} needs the package {(error.name or '').split('.')[0]}: pip install 'communique[export]'") from error
    return write


def _check_target(target: Path, to: str) -> None:
    if to == "parquet" and target.exists() and not target.is_dir():
        raise UsageError(f"--out {target}: is a file; --to parquet writes one file a table, give a folder")
    if to != "parquet" and target.is_dir():
        raise UsageError(f"--out {target}: is a folder; --to {to} writes one file, give its name, e.g. {target / FORMATS[to][1]}")
