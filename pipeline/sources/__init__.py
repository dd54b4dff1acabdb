"""Reads files and folders of press releases into articles."""

from pipeline.sources.identity import assign_ids, join_batches, mark_duplicates
from pipeline.sources.reading import read_inputs
from pipeline.sources.walk import check_inputs

__all__ = ["assign_ids", "check_inputs", "join_batches", "mark_duplicates", "read_inputs"]
