"""Writes one page about an output folder, to read, search and filter its events without a spreadsheet or a network."""

from pipeline.report.page import write_report

__all__ = ["write_report"]
