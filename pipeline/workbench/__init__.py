"""What those who write rules work with: the examples run, what rules find and miss, what a change of rules changes, drafts of new rules."""

from pipeline.workbench.coverage import Coverage, format_coverage, measure_coverage
from pipeline.workbench.diff import Change, diff_rules, format_changes
from pipeline.workbench.draft import Wanted, draft_rule
from pipeline.workbench.examples import check_names, find_failures, run_examples
from pipeline.workbench.mutate import Mutated, format_mutated, mutate_rules
from pipeline.workbench.page import render_changes, write_changes

__all__ = [
    "check_names",
    "Change",
    "Coverage",
    "Mutated",
    "Wanted",
    "diff_rules",
    "draft_rule",
    "find_failures",
    "format_changes",
    "format_coverage",
    "format_mutated",
    "measure_coverage",
    "mutate_rules",
    "render_changes",
    "run_examples",
    "write_changes",
]
