"""Changes one operator or constant at a time in dates, merge and tables, and counts the changes that the tests notice.

usage: mutation.py [MUTANTS]   (of each part, chosen by a fixed seed; default 20; each takes the tests of its part, some ten seconds)
"""

from __future__ import annotations

import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = {  # folder below pipeline: the tests that have to notice
    "dates": ("test_dates_*.py",),
    "merge": ("test_merge*.py", "test_identity_*.py"),
    "tables": ("test_tables.py", "test_compose.py"),
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
TIMEOUT = 300  # seconds; a change that makes the tests run on and on is noticed


def find_mutants(path: Path) -> Iterator[tuple[str, str]]:
    """What is changed where, and the source of the module with that change."""
    source = path.read_text(encoding="utf-8")
    for place, node in enumerate(ast.walk(ast.parse(source))):
        for number in range(_count_changes(node)):
            tree = ast.parse(source)
            told = _change(list(ast.walk(tree))[place], number)
            yield f"{path.name}:{getattr(node, 'lineno', 0)} {told}", ast.unparse(tree)


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


def is_noticed(copy: Path, module: Path, source: str, tests: list[str]) -> bool:
    """Whether a test fails, or does not end, once the module has this source."""
    target = copy / module.relative_to(ROOT)
    before = target.read_text(encoding="utf-8")
    target.write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    env = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return subprocess.run(command, cwd=copy, env=env, capture_output=True, timeout=TIMEOUT, check=False).returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        target.write_text(before, encoding="utf-8")


def main(count: int) -> int:
    """Prints how many were noticed in each part, and those that were not."""
    chosen = random.Random(7)  # noqa: S311 - any mutants will do
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "communique"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "outputs", "__pycache__", ".hypothesis", ".mypy_cache"))
        for part, patterns in PARTS.items():
            tests = [str(path.relative_to(copy)) for pattern in patterns for path in sorted((copy / "tests").glob(pattern))]
            every = [(path, *mutant) for path in sorted((ROOT / "pipeline" / part).glob("*.py")) for mutant in find_mutants(path)]
            sample = chosen.sample(every, min(count, len(every)))
            lived = [told for path, told, source in sample if not is_noticed(copy, path, source, tests)]
            print(f"{part:8} {len(sample) - len(lived)} of {len(sample)} noticed (of {len(every)} possible)", flush=True)
            for told in lived:
                print(f"  not noticed: {told}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
