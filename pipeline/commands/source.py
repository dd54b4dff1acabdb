"""`communique source`: drafts a profile of a new source, runs profiles on their saved articles, prints the schema of profiles."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Sized
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.source_check import check_sources
from pipeline.source_draft import draft_source
from pipeline.sources import Profile

OWN = Path("sources")  # where drafts go unless told otherwise


def execute(args: Namespace) -> int:
    """Does the action; exit code 0 if all is well, else 1."""
    return ACTIONS[args.action](args)


def draft(args: Namespace) -> int:
    """Drafts a profile and says what to do next."""
    if len(args.names) < 2:
        raise UsageError("give a name and one saved article or more: communique source new astrakhan saved/page.html")
    name, *samples = args.names
    folder = args.sources or OWN
    path = draft_source(name, [Path(sample) for sample in samples], folder)
    print(f"{path}: drafted from {len(samples)} saved article{'s' if len(samples) > 1 else ''}; look it through")
    print(f"next: communique source check {name} --sources {folder}")
    return 0


def check(args: Namespace) -> int:
    """Prints what every saved article gave, and below it what is wrong."""
    checked = check_sources(args.names, args.sources)
    for item in checked:
        print(f"{'wrong' if item.problems else 'well '} {item.profile}{' ' + item.file if item.file else ''}{': ' + item.found if item.found else ''}")
        for problem in item.problems:
            print(f"      {problem}")
    wrong = sum(1 for item in checked if item.problems)
    articles = _count([item for item in checked if item.file], "saved article")
    sources = _count({item.profile for item in checked}, "source")
    print(f"source check: {wrong or 'nothing'} wrong; {articles} of {sources}")
    return 1 if wrong else 0


def _count(things: Sized, name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def schema(args: Namespace) -> int:
    """Prints the JSON Schema of profiles, by which editors complete and check them."""
    print(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **Profile.model_json_schema()}, ensure_ascii=False, indent=2))
    return 0


ACTIONS: dict[str, Callable[[Namespace], int]] = {"new": draft, "check": check, "schema": schema}
