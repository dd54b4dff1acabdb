"""`communique diff`: events new, changed and gone between two output folders."""

from __future__ import annotations

from argparse import Namespace

from pipeline.evaluate import diff_folders, format_diff


def execute(args: Namespace) -> int:
    """Prints the differences; exit code 0."""
    print(format_diff(diff_folders(args.old, args.new)))
    return 0
