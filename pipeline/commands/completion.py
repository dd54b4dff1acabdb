"""`communique completion`: a script by which a shell completes commands, options and files."""

from __future__ import annotations

from argparse import Action, ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Iterator

import shtab

FOLDERS = ("DIR", "OLD_DIR", "NEW_DIR", "OLD", "NEW")
FILES = ("FILE", "INPUT", "GOLD.jsonl", "PATH", "NAME")


def execute(args: Namespace) -> int:
    """Prints the script for the shell; exit code 0."""
    for action in _find_actions(args.parser):
        if action.metavar in FOLDERS:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
        elif action.metavar in FILES and (action.nargs or action.option_strings):
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    print(shtab.complete(args.parser, args.shell))
    return 0


def _find_actions(parser: ArgumentParser) -> Iterator[Action]:
    """The arguments of all commands, and of all that stand below them."""
    for action in parser._actions:  # argparse tells them in no other way
        if isinstance(action, _SubParsersAction):
            for below in action.choices.values():
                yield from _find_actions(below)
        yield action
