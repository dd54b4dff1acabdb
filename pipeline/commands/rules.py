"""`communique rules`: validates rule files, runs their examples, tries them on documents, drafts new ones."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from pipeline.rules import Rule, build_schemas, check_rules, compare_languages, load_rules
from pipeline.settings import Settings
from pipeline.sources import check_profiles

SHIPPED = Path("shipped")  # how `rules diff` names the rules without those of a user


def execute(args: Namespace) -> int:
    """Runs one action; exit code 1 if it tells of problems, else 0."""
    return ACTIONS[args.action](args)


def _check(args: Namespace) -> int:
    return _tell("check", (*check_rules(args.rules), *check_profiles()))


def _test(args: Namespace) -> int:
    return _tell("test", _workbench().run_examples(Settings(rules_dir=args.rules), args.names))


def _parity(args: Namespace) -> int:
    return _tell("parity", compare_languages(_own_or_shipped(args.rules)))


def _mutate(args: Namespace) -> int:
    workbench, kit = _workbench(), _load_kit(args.rules)
    workbench.check_names(args.names, load_rules(args.rules))
    mutated = workbench.mutate_rules(kit, [rule for rule in _own_or_shipped(args.rules) if not args.names or rule.name in args.names])
    print(workbench.format_mutated(mutated))
    return 0 if mutated.share >= args.least else 1


def _own_or_shipped(folder: Path | None) -> Sequence[Rule]:
    """The rules of a user's folder, without it the shipped ones."""
    shipped = load_rules().rules
    return shipped if folder is None else [rule for rule in load_rules(folder).rules if rule not in shipped]


def _coverage(args: Namespace) -> int:
    workbench = _workbench()
    print(workbench.format_coverage(workbench.measure_coverage(args.inputs, _load_kit(args.rules))))
    return 0


def _diff(args: Namespace) -> int:
    workbench = _workbench()
    old, new = (load_rules(None if folder == SHIPPED else folder) for folder in (args.old, args.new))
    changes = workbench.diff_rules(old, new, args.inputs, _load_kit(None))
    print(workbench.format_changes(changes))
    if args.html is not None:
        workbench.write_changes(changes, args.html, old=args.old.name, new=args.new.name)
        print(args.html)
    return 0


def _new(args: Namespace) -> int:
    workbench = _workbench()
    slots = {"who": args.who, "whom": args.whom, "what": args.what, "place": args.place}
    print(workbench.draft_rule(workbench.Wanted(args.name, args.type, args.text, args.trigger, slots), _load_kit(None)), end="")
    return 0


def _schema(args: Namespace) -> int:
    args.out.mkdir(parents=True, exist_ok=True)
    for name, schema in build_schemas().items():
        path = args.out / f"{name}.schema.json"
        path.write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        print(path)
    return 0


def _workbench() -> ModuleType:
    """What needs the models: checking the files must not wait for them."""
    return import_module("pipeline.workbench")


def _load_kit(folder: Path | None) -> object:
    return import_module("pipeline.flow").load_kit(Settings(rules_dir=folder, thorough=True))  # documents without events are looked at, too


def _tell(action: str, problems: Sequence[str]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    count = f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
    print(f"rules {action}: {count if problems else 'all well'}")
    return 1 if problems else 0


ACTIONS: Mapping[str, Callable[[Namespace], int]] = {
    "check": _check,
    "test": _test,
    "parity": _parity,
    "mutate": _mutate,
    "coverage": _coverage,
    "diff": _diff,
    "new": _new,
    "schema": _schema,
}
