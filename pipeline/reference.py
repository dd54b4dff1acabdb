"""The reference of every key of rule and source files, written from the schemas that check them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from pipeline.extract.near import NEEDS
from pipeline.rules import build_schemas
from pipeline.rules.schema import FUNCTIONS, Need
from pipeline.sources import Profile

NOTE = "<!-- Written by `make reference` from the schemas: change the descriptions there, not here. -->"
RULES_HEAD = f"""# Reference of rule files

{NOTE}

A folder of your own (`--rules DIR`) holds rule files under any name, and may hold `lexicon.yml` and `status.yml`, whose words are added to the shipped ones.
The walk through making a rule is [add a rule](add-a-rule.md). `communique rules check --rules DIR` tells what is wrong, with file, line and what is allowed."""
SOURCES_HEAD = f"""# Reference of source profiles

{NOTE}

One file for each source, in a folder of your own (`--sources DIR`), called as the source is named there. The walk through making one is
[add a source](add-a-source.md). `communique source check --sources DIR` tells what is wrong, with file, line and what is allowed."""
PARTS = {"rules": "Files of rules", "lexicon": "lexicon.yml", "status": "status.yml"}

Schema = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of mapping: its heading, what it is, and its keys."""

    title: str
    schema: Schema


def write_reference(folder: Path) -> tuple[Path, ...]:
    """Writes `reference-rules.md` and `reference-sources.md` into the folder."""
    paths = tuple(folder / f"reference-{name}.md" for name in ("rules", "sources"))
    for path, text in zip(paths, (describe_rules(), describe_sources()), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def describe_rules() -> str:
    """Markdown: every key of rule files, then what the names of functions and needs mean."""
    parts = [part for name, schema in build_schemas().items() for part in _parts(PARTS[name], schema)]
    lists = (*_describe_names("Functions", "What a word is to its trigger.", FUNCTIONS), *_describe_names("Needs", "What must be found.", _needs()))
    return "\n".join((RULES_HEAD, *_describe_parts(parts), *lists, ""))


def _needs() -> dict[str, str]:
    return {need: NEEDS[need] for need in get_args(Need)}


def describe_sources() -> str:
    """Markdown: every key of source profiles."""
    return "\n".join((SOURCES_HEAD, *_describe_parts(list(_parts("The profile", Profile.model_json_schema()))), ""))


def _parts(title: str, schema: Schema) -> Iterator[Part]:
    """The file itself, then every part that it names, in the order in which they are told."""
    yield Part(title, schema)
    definitions = schema.get("$defs", {})
    assert isinstance(definitions, dict)
    waiting, seen = [*_named_in(schema.get("properties", {}))], set[str]()
    while waiting:
        name = waiting.pop(0)
        if name in seen or "properties" not in definitions[name]:
            continue
        seen.add(name)
        yield Part(name, definitions[name])
        waiting += [*_named_in(definitions[name]["properties"])]


def _named_in(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].rpartition("/")[2]
        for value in node.values():
            yield from _named_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from _named_in(value)


def _describe_parts(parts: list[Part]) -> Iterator[str]:
    told: set[str] = set()
    for part in parts:
        if part.title not in told:
            told.add(part.title)
            yield from _describe_part(part)


def _describe_part(part: Part) -> Iterator[str]:
    properties, required = part.schema["properties"], part.schema.get("required", [])
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    yield from ("", f"## {part.title}", "", " ".join(str(part.schema.get("description", "")).split()), "", "| key | holds | meaning |", "| --- | --- | --- |")
    for key, value in properties.items():
        needed = " (needed)" if key in required else _default(value)
        yield f"| `{key}` | {_holds(value)}{needed} | {_cell(str(value.get('description', '')))} |"


def _default(value: Schema) -> str:
    default = value.get("default")
    if default in (None, "", [], {}) or isinstance(default, dict):
        return ""
    told = ", ".join(map(str, default)) if isinstance(default, list) else str(default).lower() if isinstance(default, bool) else str(default)
    return f"; default {told}"


def _holds(value: Schema) -> str:
    """The kind of value in words: text, a number, a list of Example, one of a few words."""
    if isinstance(value.get("$ref"), str):
        name = str(value["$ref"]).rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    for key in ("anyOf", "allOf"):
        choices = value.get(key)
        if isinstance(choices, list):
            return " or ".join(dict.fromkeys(_holds(choice) for choice in choices if choice.get("type") != "null"))
    return _holds_plain(value)


def _holds_plain(value: Schema) -> str:
    kind, items, more, choices = (value.get(key) for key in ("type", "items", "additionalProperties", "enum"))
    if isinstance(choices, list):
        return _choose(choices)
    if isinstance(items, dict):
        return f"list of {_holds(items)}"
    if isinstance(value.get("prefixItems"), list):
        return "two numbers"
    if kind == "object" and isinstance(more, dict):
        return f"names, each with {_holds(more)}"
    return {"string": "text", "boolean": "true or false", "integer": "number", "number": "number from 0 to 1"}.get(str(kind), "text")


def _choose(choices: list[str]) -> str:
    for names, title in ((FUNCTIONS, "functions"), (NEEDS, "needs")):
        if set(choices) <= {*names}:
            return f"[{title}](#{title})"
    return " or ".join(f"`{choice}`" if choice else "nothing" for choice in choices)


def _describe_names(title: str, about: str, names: Mapping[str, str]) -> Iterator[str]:
    yield from ("", f"## {title}", "", about, "", "| name | meaning |", "| --- | --- |")
    yield from (f"| `{name}` | {_cell(meaning)} |" for name, meaning in names.items())


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
