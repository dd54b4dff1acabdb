"""`communique rules`: validates the rule files, or runs the examples kept in them."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module

ACTIONS = {"check": ("pipeline.rules", "check_rules"), "test": ("pipeline.rule_tests", "run_examples")}


def execute(args: Namespace) -> int:
    """Prints every problem; exit code 0 if there is none, else 1."""
    module, name = ACTIONS[args.action]
    # running the examples loads the models: checking the files must not wait for them
    run: Callable[[], Sequence[object]] = getattr(import_module(module), name)
    problems = run()
    for problem in problems:
        print(problem, file=sys.stderr)
    count = f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
    print(f"rules {args.action}: {count if problems else 'all well'}")
    return 1 if problems else 0
