"""The tables of an output folder in other formats: Parquet, SQLite, DuckDB, a workbook, JSON lines."""

from pipeline.export.export import FORMATS, export_folder

__all__ = ["FORMATS", "export_folder"]
