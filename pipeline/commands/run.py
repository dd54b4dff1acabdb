"""`communique run`: reads press releases, shows how far it is, writes the tables and sums them up."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from pipeline.batch import run
from pipeline.batch.limits import count_cores
from pipeline.errors import UsageError
from pipeline.settings import Settings
from pipeline.tables.read import read_table

ProgressCall = Callable[[int, int], None]  # documents done, documents in all
SHOWN = ("date_edtf", "event_type", "status", "participants", "place", "what")


def execute(args: Namespace) -> int:
    """Runs, prints the summary; exit code 1 if a document failed, else 0."""
    if args.out.exists() and not args.out.is_dir():
        raise UsageError(f"--out {args.out}: is a file; give a folder")
    settings = Settings(
        language=args.language,
        workers=args.workers or count_cores(),
        thorough=args.thorough,
        prefilter=not args.no_prefilter,
        fresh=args.fresh,
        sync=args.sync,
        rules_dir=args.rules,
    )
    with show_progress(quiet=args.quiet) as progress:
        run(args.inputs, args.out, settings, progress)
    documents = read_table(args.out, "documents")
    if not args.quiet:
        print("\n".join(summarize_folder(args.out, documents=documents)))
    if args.show is not None:
        print("\n".join(["", *format_events(read_table(args.out, "events")[: args.show])]))
    return 1 if any(row["status"] == "failed" for row in documents) else 0


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[ProgressCall]:
    """A function that moves a progress bar on standard error, or does nothing where nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("documents", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def summarize_folder(folder: Path, *, documents: list[dict[str, str]]) -> Iterator[str]:
    """Lines: documents by status and language, failures with their reasons, events by type, where things lie."""
    events = read_table(folder, "events")
    yield f"documents: {len(documents)} ({_count(row['status'] for row in documents)})"
    yield f"  languages: {_count(row['lang'] or '(none)' for row in documents)}"
    yield from (f"  failed: {row['doc_id']}: {row['reason']}" for row in documents if row["status"] == "failed")
    yield f"events: {len(events)} ({_count(row['event_type'] for row in events)})"
    yield f"tables in {folder} (events.csv, participants.csv, ...), for spreadsheets {folder / 'events.xlsx'}"


def format_events(events: list[dict[str, str]]) -> Iterator[str]:
    """One line an event: date, type, status, participants, place, what."""
    for row in events:
        yield " | ".join(row[column] for column in SHOWN if row[column])


def _count(values: Iterator[str]) -> str:
    counts = sorted(Counter(values).items(), key=lambda entry: (-entry[1], entry[0]))
    return ", ".join(f"{number} {name}" for name, number in counts) or "none"
