"""What those who write rules work with: the examples run, what rules find and miss, what a change of rules changes, drafts of new rules."""

from pipeline.workbench.coverage import Coverage, format_coverage, measure_coverage
from pipeline.workbench.diff import Change, diff_rules, format_changes
from pipeline.workbench.draft import Wanted, draft_rule
from pipeline.workbench.examples import find_failures, run_examples

__all__ = ["Change", "Coverage", "Wanted", "diff_rules", "draft_rule", "find_failures", "format_changes", "format_coverage", "measure_coverage", "run_examples"]
