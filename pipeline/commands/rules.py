"""`communique rules`: validates the rule files, or runs the examples kept in them."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module


def execute(args: Namespace) -> int:
    """Prints every problem; exit code 0 if there is none, else 1."""
    run: Callable[[], Sequence[object]] = getattr(import_module("pipeline.rules"), f"{args.action}_rules")
    problems = run()
    for problem in problems:
        print(problem, file=sys.stderr)
    count = f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
    print(f"rules {args.action}: {count if problems else 'all well'}")
    return 1 if problems else 0
