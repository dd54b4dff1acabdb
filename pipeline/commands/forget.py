"""`communique forget`: removes a document from an output folder, and from all that was made of it."""

from __future__ import annotations

import sys
from argparse import Namespace

from pipeline.batch import forget
from pipeline.report import write_report
from pipeline.report.page import PAGE
from pipeline.review import forget_gone
from pipeline.settings import Settings


def execute(args: Namespace) -> int:
    """Removes it, and says what else may hold its words."""
    same = forget(args.doc_id, args.folder, Settings(rules_dir=args.rules, sources_dir=args.sources), lambda done, total: None)
    forget_gone(args.folder)
    if (args.folder / PAGE).is_file():
        write_report(args.folder)
    print(f"{args.doc_id}: removed from the tables and the ledger of {args.folder}")
    if same:
        print(f"the same text stays, as {', '.join(same)}: forget these as well if the text is to go", file=sys.stderr)
    print("the next run takes it in again if its file is still in the input", file=sys.stderr)
    return 0
