"""`communique evaluate`: figures of an output folder on annotated documents."""

from __future__ import annotations

from argparse import Namespace

from pipeline.evaluate import evaluate, format_evaluation


def execute(args: Namespace) -> int:
    """Prints the figures and the differences; exit code 0."""
    print(format_evaluation(evaluate(args.gold, args.folder), findings=not args.brief))
    return 0
