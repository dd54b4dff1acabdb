"""Reads files and folders of press releases into articles."""

from pipeline.sources.identity import assign_ids, mark_duplicates
from pipeline.sources.reading import read_inputs

__all__ = ["assign_ids", "mark_duplicates", "read_inputs"]
