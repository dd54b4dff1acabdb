"""The way to the knowledge files (word lists, patterns, rules) that ship with the program as YAML."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from pathlib import Path

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, Event
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from pipeline.errors import RuleError, UsageError

OWN = Path(__file__).parent
LARGEST = 1_000_000  # characters of a file
DEEPEST = 50  # mappings and lists within each other

CORE_SCHEMA = (
    ("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""]),
    ("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), ["t", "f"]),
    ("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), [*"-+0123456789"]),
    ("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+(?:[eE][-+]?[0-9]+)?$"), [*"-+0123456789"]),
)

HINTS = {  # what is mostly wrong where the parser says so
    "cannot start any token": "indent with blanks, never with tabs; a text that begins with a sign needs quotation marks",
    "did not find expected '-'": "the line is not indented as those beside it",
    "expected <block end>": "the line is not indented as those beside it",
    "did not find expected key": "the line is not indented as those beside it, or a text with quotation marks inside needs others around it",
    "did not find expected ',' or": "a bracket is not closed, or a text with commas, colons or brackets has no quotation marks around it",
    "mapping values are not allowed": "a text with a colon needs quotation marks",
}


class KnowledgeLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML whose words stay words: `no`, `on` and `2022-11-22` are text, and a key told twice is an error."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern, starts in CORE_SCHEMA if first in starts] for first in ("~", "n", "t", "f", "", *"-+0123456789")
    }

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[Hashable, object]:
        """The mapping of a node, once its keys are known to differ."""
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, ScalarNode):
                raise yaml.MarkedYAMLError(problem="a key that is no plain value", problem_mark=key.start_mark)
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"the key {key.value!r} is told twice", problem_mark=key.start_mark)
            seen.add(key.value)
        mapping: dict[Hashable, object] = super().construct_mapping(node, deep=deep)
        return mapping


def resource_path(relative: str) -> Path:
    """The file or folder at `relative` below the program's knowledge; RuleError if there is none."""
    path = Path(__file__).parent / relative
    if not path.exists():
        raise RuleError(f"{relative}: no such knowledge file; reinstall communique, its package data are incomplete")
    return path


def list_resources(folder: str, pattern: str = "*.yml") -> tuple[Path, ...]:
    """The files of one folder of the knowledge that match `pattern`, sorted by name."""
    return tuple(sorted(resource_path(folder).glob(pattern)))


def load_yaml(relative: str) -> object:
    """The content of the built-in YAML file at `relative`, e.g. `dates/months.yml`; RuleError with file and line if it is not well formed."""
    return load_yaml_file(resource_path(relative))


def load_yaml_file(path: Path) -> object:
    """The content of any YAML file: dicts, lists, str, int, float, bool, None; RuleError with file and line if it is not well formed.

    Files of users are bounded in size and depth, and hold no aliases: a few lines of them can stand for more than fits into any memory.
    """
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST + 1).decode("utf-8")
        if not path.is_relative_to(OWN):
            _check_bounds(text)
        return yaml.load(text, Loader=KnowledgeLoader)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as error:
        raise RuleError(f"{path}, {_describe(error)}") from error
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: is not in UTF-8 (byte {error.start + 1}); save it in that encoding") from error
    except yaml.YAMLError as error:
        raise RuleError(f"{path}: {error}; allowed is YAML in UTF-8") from error
    except OSError as error:
        raise RuleError(f"{path}: can't be read ({error.strerror})") from error
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as error:  # tags that promise what the value is not: `!!int x`
        raise RuleError(f"{path}: {type(error).__name__}: {error}; allowed are mappings, lists and plain values") from error


def _check_bounds(text: str) -> None:
    if len(text) > LARGEST:
        raise yaml.MarkedYAMLError(problem=f"more than {LARGEST} characters; split the file")
    depth = 0
    for event in yaml.parse(text, Loader=KnowledgeLoader):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > DEEPEST:
            raise _fault(f"more than {DEEPEST} mappings and lists within each other", event)
        if isinstance(event, AliasEvent):
            raise _fault(f"the alias *{event.anchor}; aliases are not read, write out what it stands for", event)


def _fault(problem: str, event: Event) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)  # type: ignore[arg-type]  # of C or of Python: both have lines


def check_endings(folder: Path) -> None:
    """UsageError where a folder of a user's YAML files (or nothing, if it is none) holds one that would be passed over for its ending."""
    other = next(iter(sorted(folder.glob("*.yaml"))), None)
    if other is not None:
        raise UsageError(f"{other}: only files that end in .yml are read; rename it to {other.stem}.yml")


def find_line(path: Path, location: Sequence[str | int]) -> int:
    """The line (from 1) where the value at `location` (keys and indices, as in pydantic's `loc`) stands, or of its last known ancestor."""
    node: Node | None = yaml.compose(path.read_text(encoding="utf-8"), Loader=KnowledgeLoader)
    line = 1
    for step in location:
        entry = _find_entry(node, step)
        if entry is None:
            break
        line, node = entry
    return line


def _find_entry(node: Node | None, step: str | int) -> tuple[int, Node] | None:
    if isinstance(node, MappingNode):
        return next(((key.start_mark.line + 1, value) for key, value in node.value if isinstance(key, ScalarNode) and key.value == str(step)), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line + 1, node.value[step]
    return None


def _describe(error: yaml.MarkedYAMLError) -> str:
    mark = error.problem_mark
    if mark is None:
        return str(error.problem)
    hint = next((f"; {hint}" for words, hint in HINTS.items() if words in str(error.problem)), "")
    return f"line {mark.line + 1}, column {mark.column + 1}: {error.problem}{hint}"
