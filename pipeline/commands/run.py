"""`communique run`: reads press releases, shows how far it is, writes the tables and sums them up."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from pipeline.batch import RunSummary, run
from pipeline.bounds import count_cores
from pipeline.errors import UsageError
from pipeline.settings import Settings
from pipeline.sources import load_profiles
from pipeline.sources.layout import find_changes
from pipeline.tables.read import read_table

ProgressCall = Callable[[int, int], None]  # documents done, documents in all
SHOWN = ("date_edtf", "event_type", "status", "participants", "place", "what")


def execute(args: Namespace) -> int:
    """Runs, prints the summary; exit code 1 if a document failed, else 0."""
    local = isinstance(args.out, Path)
    if local and args.out.exists() and not args.out.is_dir():
        raise UsageError(f"--out {args.out}: is a file; give a folder")
    if args.show is not None and not local:
        raise UsageError(f"--show reads a local folder, not {args.out}")
    settings = build_settings(args)
    profiles = load_profiles(settings.sources_dir)
    with show_progress(quiet=args.quiet) as progress:
        summary = run(args.inputs, args.out, settings, progress)
    if args.json_summary:
        print(json.dumps(asdict(summary), ensure_ascii=False))
    elif not args.quiet:
        print("\n".join(summarize(summary, args.out)))
    for change in summary.changed:
        print(f"warning: {change}; all documents of the folder were analysed anew", file=sys.stderr)
    for warning in find_changes(read_table(args.out, "documents"), profiles) if local else ():
        print(f"warning: {warning}", file=sys.stderr)
    if args.show is not None:
        print("\n".join(["", *format_events(read_table(args.out, "events")[: args.show])]))
    return 1 if summary.failed else 0


def build_settings(args: Namespace) -> Settings:
    """The choices of the command line."""
    return Settings(
        language=args.language,
        workers=args.workers or count_cores(),
        thorough=args.thorough,
        prefilter=not args.no_prefilter,
        fresh=args.fresh,
        sync=args.sync,
        rules_dir=args.rules,
        sources_dir=args.sources,
        dask=args.dask,
        identities=args.identities,
        wikidata=args.wikidata,
    )


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[ProgressCall]:
    """A function that moves a progress bar on standard error, or does nothing where nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("documents", total=None, rate="")
        started = monotonic()
        yield lambda done, total: bar.update(task, completed=done, total=total, rate=f"{done / max(1.0, monotonic() - started):.1f}/s")


def summarize(summary: RunSummary, out: Path | str) -> Iterator[str]:
    """Lines: documents by status and language, failures with their reasons, events by type, where things lie."""
    yield f"documents: {sum(summary.documents.values())} ({_list(summary.documents)})"
    yield f"  languages: {_list(summary.languages)}"
    yield f"  analysed now: {summary.analysed}; known from before: {summary.known}; {summary.seconds:.1f} s"
    yield from (f"  failed: {' '.join(doc_id.split())}: {reason}" for doc_id, reason in summary.failed.items())
    yield f"events: {sum(summary.events.values())} ({_list(summary.events)})"
    yield f"tables in {out} (events.csv, participants.csv, ...), for spreadsheets {out}/events.xlsx"
    yield f"next: communique report {out}; communique explain {out} EVENT_ID; communique export {out} --to sqlite"


def format_events(events: list[dict[str, str]]) -> Iterator[str]:
    """One line an event: date, type, status, participants, place, what."""
    for row in events:
        yield " | ".join(row[column] for column in SHOWN if row[column])


def _list(counts: Mapping[str, int]) -> str:
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return ", ".join(f"{number} {name}" for name, number in ordered) or "none"
