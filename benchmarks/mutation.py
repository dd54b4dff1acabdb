"""Changes one operator or constant at a time in dates, merge and tables, and counts the changes that the tests notice.

The tests are imported and the models loaded once; for each change a copy of that process (a fork) puts the changed function in place and runs the tests
that come by its lines: a second or two. A change of a class body takes a new process, and half a minute.

usage: mutation.py [MUTANTS [SEED]]   (of each part, chosen by the seed; default 20 and 7)
"""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

import coverage
import pytest

ROOT = Path(__file__).parents[1]
PARTS = {  # folder below pipeline: the tests that have to notice
    "dates": ("test_values.py", "test_dates_*.py"),
    "merge": ("test_values.py", "test_merge*.py", "test_identity_*.py", "test_compose.py", "test_explain_pair.py"),
    "tables": ("test_values.py", "test_tables*.py", "test_compose.py", "test_export.py", "test_diff.py", "test_explain_pair.py", "test_faults.py"),
}
COMPARED = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COUNTED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv}
JOINED = {ast.And: ast.Or, ast.Or: ast.And}
DEAR = (("pipeline.flow", "load_kit"), ("pipeline.names", "load_identity_words"))
DATA = (bool, int, float, str, tuple, frozenset, dict, re.Pattern)
WRAPPED = (property, staticmethod, classmethod)
COLD = 77  # exit code: the change is one that only a new process shows
NEAR = 3  # lines: a statement may go over several
TIMEOUT = 300  # seconds; a change that makes the tests run on and on is noticed


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change: of which module, of which node of its tree (as `ast.walk` counts them), and the how many-th that can be made there."""

    path: Path
    place: int
    number: int

    def make(self) -> tuple[ast.Module, int, str]:
        """The tree of the changed module, the line of the change, and what it is."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        node = list(ast.walk(tree))[self.place]
        line = getattr(node, "lineno", 0)
        return tree, line, f"{self.path.name}:{line} {_change(node, self.number)}"

    def is_of_class(self) -> bool:
        """Whether the change is one of a class, outside of its functions: what the class is made of is then another."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        node = list(ast.walk(tree))[self.place]
        inside = {kind: any(node in ast.walk(part) for part in ast.walk(tree) if isinstance(part, kind)) for kind in (ast.ClassDef, ast.FunctionDef)}
        return inside[ast.ClassDef] and not inside[ast.FunctionDef]


def find_mutants(path: Path) -> Iterator[Mutant]:
    """All changes that can be made in a module."""
    source = path.read_text(encoding="utf-8")
    for place, node in enumerate(ast.walk(ast.parse(source))):
        for number in range(_count_changes(node)):
            yield Mutant(path, place, number)


def _count_changes(node: ast.AST) -> int:
    if isinstance(node, ast.Compare):
        return sum(type(op) in COMPARED for op in node.ops)
    if isinstance(node, ast.Constant):
        return int(isinstance(node.value, bool | int | float))
    return int((isinstance(node, ast.BinOp) and type(node.op) in COUNTED) or isinstance(node, ast.BoolOp | ast.IfExp | ast.If))


def _change(node: ast.AST, number: int) -> str:
    if isinstance(node, ast.Compare):
        place = [i for i, op in enumerate(node.ops) if type(op) in COMPARED][number]
        before, node.ops[place] = type(node.ops[place]), COMPARED[type(node.ops[place])]()
        return f"{before.__name__} is {type(node.ops[place]).__name__}"
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int | float):
        before_value, node.value = node.value, not node.value if isinstance(node.value, bool) else node.value + 1
        return f"{before_value} is {node.value}"
    if isinstance(node, ast.BinOp):
        before_op, node.op = type(node.op), COUNTED[type(node.op)]()
        return f"{before_op.__name__} is {type(node.op).__name__}"
    if isinstance(node, ast.BoolOp):
        node.op = JOINED[type(node.op)]()
        return f"now {type(node.op).__name__}"
    assert isinstance(node, ast.IfExp | ast.If)
    node.test = ast.UnaryOp(ast.Not(), node.test)
    return "condition turned around"


@dataclass(slots=True)
class Lines:
    """A plugin of pytest that notes which test comes by which line."""

    measured: coverage.Coverage

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Called before each test."""
        self.measured.switch_context(nodeid)


def map_lines(part: str, tests: Sequence[str]) -> Mapping[tuple[str, int], set[str]]:
    """The tests that come by each line of a part, by file and line; imports and loads what they need on the way."""
    measured = coverage.Coverage(data_file=None, config_file=False, source=[str(ROOT / "pipeline" / part)])
    measured.start()
    code = pytest.main(["-q", "-p", "no:cacheprovider", "--no-header", *tests], plugins=[Lines(measured)])
    measured.stop()
    assert code == 0, "the tests fail without a change"
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for file in measured.get_data().measured_files():
        for line, contexts in measured.get_data().contexts_by_lineno(file).items():
            found[file, line] |= set(contexts) - {""}
    return found


def load_once() -> None:
    """From now on what is dear to load is loaded once, and shared by all copies of this process."""
    for module, name in DEAR:
        loaded = importlib.import_module(module)
        setattr(loaded, name, cache(getattr(loaded, name)))


def put_in_place(path: Path, tree: ast.Module) -> bool:
    """Puts the changed functions and constants of a module in the place of the present ones, wherever they were imported; False if none differs."""
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    changed: dict[str, Any] = {"__name__": module.__name__, "__file__": str(path)}
    exec(compile(tree, str(path), "exec"), changed)  # noqa: S102 - our own module
    functions = {function.__qualname__: function for function in _functions(changed, module.__name__)}
    done = False
    for function in list(_functions(vars(module), module.__name__)):
        other = functions.get(function.__qualname__)
        if other is not None and other.__code__ != function.__code__:
            function.__code__, done = other.__code__, True
    for name, value in changed.items():
        before = vars(module).get(name)
        if isinstance(value, DATA) and repr(value) != repr(before) and " at 0x" not in repr(value):
            done = True
            for holder in [loaded for key, loaded in sys.modules.items() if key.startswith("pipeline") and vars(loaded).get(name) is before]:
                setattr(holder, name, value)
    return done


def _functions(names: Mapping[str, object], module: str) -> Iterator[FunctionType]:
    for value in list(names.values()):
        plain = (
            inspect.unwrap(getattr(value, "fget", None) or getattr(value, "__func__", None) or value) if callable(value) or value.__class__ in WRAPPED else None
        )
        if isinstance(plain, FunctionType) and plain.__module__ == module:
            yield plain
        elif inspect.isclass(value) and value.__module__ == module:
            yield from _functions(vars(value), module)


def is_noticed_soon(mutant: Mutant, lines: Mapping[tuple[str, int], set[str]], tests: Sequence[str]) -> bool | None:
    """Whether a test that comes by the changed lines fails, or does not end, in a copy of this process that has the change; None if it can't be put there."""
    if mutant.is_of_class():
        return None
    tree, line, _ = mutant.make()
    own = {number: found for (file, number), found in lines.items() if file == str(mutant.path)}
    near = set().union(*(found for number, found in own.items() if abs(number - line) <= NEAR)) or set().union(*own.values())
    ordered = sorted(near, key=lambda test: (tests.index(test.partition("::")[0]), test))  # the dear files come last
    child = os.fork()
    if child == 0:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(1, 2)
            signal.alarm(TIMEOUT)
            if not put_in_place(mutant.path, tree):
                os._exit(COLD)
            os._exit(int(bool(near) and pytest.main(["-q", "-x", "-p", "no:cacheprovider", *ordered]) != 0))
        finally:
            os._exit(1)  # whatever the change raised: nothing of this process is to be tidied up by its copy
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return None if code == COLD else code != 0


def is_noticed(copy: Path, mutant: Mutant, tests: Sequence[str]) -> bool:
    """Whether a test of the part fails, or does not end, in a new process once the module is changed."""
    target = copy / mutant.path.relative_to(ROOT)
    before = target.read_text(encoding="utf-8")
    target.write_text(ast.unparse(mutant.make()[0]), encoding="utf-8")
    try:
        return not run_tests(copy, tests)
    finally:
        target.write_text(before, encoding="utf-8")


def run_tests(copy: Path, tests: Sequence[str]) -> bool:
    """Whether the tests pass, and end, in a new process."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    env = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return subprocess.run(command, cwd=copy, env=env, capture_output=True, timeout=TIMEOUT, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def main(count: int, seed: int) -> int:
    """Prints how many were noticed in each part, and those that were not."""
    chosen = random.Random(seed)  # noqa: S311 - any mutants will do
    load_once()
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "communique"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "outputs", "__pycache__", ".hypothesis", ".mypy_cache"))
        for part, patterns in PARTS.items():
            tests = [str(path.relative_to(ROOT)) for pattern in patterns for path in sorted((ROOT / "tests").glob(pattern))]
            lines = map_lines(part, tests)
            assert run_tests(copy, tests), "the tests fail in the copy without a change"
            every = [mutant for path in sorted((ROOT / "pipeline" / part).glob("*.py")) for mutant in find_mutants(path)]
            sample = chosen.sample(every, min(count, len(every)))
            lived = []
            for mutant in sample:
                noticed = is_noticed_soon(mutant, lines, tests)
                if not (is_noticed(copy, mutant, tests) if noticed is None else noticed):
                    lived.append(mutant)
                    print(f"  not noticed: {mutant.make()[2]}", flush=True)
            print(f"{part:8} {len(sample) - len(lived)} of {len(sample)} noticed (of {len(every)} possible)", flush=True)
    return 0


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20, int(sys.argv[2]) if len(sys.argv) > 2 else 7))
