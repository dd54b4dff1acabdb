"""`communique export`: the tables in another format."""

from __future__ import annotations

from argparse import Namespace

from pipeline.export import export_folder


def execute(args: Namespace) -> int:
    """Writes the export and prints where; exit code 0."""
    print(export_folder(args.folder, args.to, args.out))
    return 0
