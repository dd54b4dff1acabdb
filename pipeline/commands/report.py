"""`communique report`: one page about an output folder."""

from __future__ import annotations

from argparse import Namespace

from pipeline.report import write_report


def execute(args: Namespace) -> int:
    """Writes report.html and prints its path; exit code 0."""
    print(write_report(args.folder))
    return 0
