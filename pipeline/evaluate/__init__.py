"""Holds an output folder against annotated documents, or against another output folder."""

from pipeline.evaluate.diff import FolderDiff, diff_folders, format_diff
from pipeline.evaluate.format import format_evaluation
from pipeline.evaluate.records import EvaluationResult, Figures
from pipeline.evaluate.score import evaluate

__all__ = ["EvaluationResult", "Figures", "FolderDiff", "diff_folders", "evaluate", "format_diff", "format_evaluation"]
