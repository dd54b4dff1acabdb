"""`communique explain`: why an event of an output folder is what it is, or what a text holds and why."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from importlib import import_module

from pipeline.errors import UsageError
from pipeline.explain import explain_event


def execute(args: Namespace) -> int:
    """Prints the explanation; exit code 0."""
    if args.text is None:
        print(_explain_folder(args))
    else:
        print(_explain_text(args))
    return 0


def _explain_folder(args: Namespace) -> str:
    if args.folder is None or args.id is None:
        raise UsageError("explain: give an output folder and an event_id or mention_id, or --text; ids are in events.csv: communique explain tables EVENT_ID")
    if args.published or args.rule or args.rules:
        raise UsageError("explain: --published, --rule and --rules go with --text")
    if args.other is None:
        return explain_event(args.folder, args.id)
    # comparing loads the words that events are merged by: one event is explained without them
    explanation: str = import_module("pipeline.explain_pair").explain_pair(args.folder, args.id, args.other)
    return explanation


def _explain_text(args: Namespace) -> str:
    if args.folder is not None:
        raise UsageError(f"explain: give either --text or an output folder and an id, not both ({args.folder})")
    if not args.text.strip():
        raise UsageError("explain: --text is empty")
    published = _parse_day(args.published)
    # the models are loaded by this import's function: an event of a folder is explained without them
    explanation: str = import_module("pipeline.explain_text").explain_text(args.text, published, args.rule, rules_dir=args.rules)
    return explanation


def _parse_day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError as error:
        raise UsageError(f"explain: --published {value!r} is no day; write it like 2023-05-06") from error
