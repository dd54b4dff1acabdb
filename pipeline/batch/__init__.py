"""Runs the flow over many articles, here or in worker processes, and brings the output folder up to date."""

from pipeline.batch.update import Progress, RunSummary, forget, run
from pipeline.batch.work import analyse_safely

__all__ = ["Progress", "RunSummary", "analyse_safely", "forget", "run"]
