"""What is wrong with a YAML file, in words for whoever wrote it: file, line, key, and what is allowed there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ValidationError

from pipeline.resources import find_line, load_yaml_file

Location = Sequence[str | int]
Schema = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Fault:
    """What pydantic says of one value."""

    kind: str
    location: tuple[str | int, ...]
    message: str
    got: object


def describe_faults(path: Path, error: ValidationError, model: type[BaseModel]) -> Iterator[str]:
    """One line for each fault that `model` finds in the file at `path`."""
    schema, content = _describe_model(model), load_yaml_file(path)
    said: set[Location] = set()
    for told in error.errors():
        fault = Fault(told["type"], _without_kinds(content, told["loc"]), told["msg"], told["input"])
        location = fault.location
        if location in said and len(location) < len(told["loc"]):
            continue  # the value fits none of several kinds, and was told to be none of the first
        said.add(location)
        node = _find_schema(schema, location[:-1] if fault.kind == "extra_forbidden" else location)
        where = _name_place(content, location)
        yield f"{path}, line {find_line(path, location)}: {where}: {SAYINGS.get(fault.kind, _say_plain)(fault, node)}"


def _without_kinds(content: object, location: Location) -> tuple[str | int, ...]:
    """The way to a value, without the names of kinds that pydantic tells behind it: `function-after[...]`, `literal['']`."""
    for place, step in enumerate(location):
        if isinstance(content, str | int | float):
            return tuple(location[:place])
        content = content.get(step) if isinstance(content, dict) else content[step] if isinstance(content, list) and isinstance(step, int) else None
    return tuple(location)


@cache
def _describe_model(model: type[BaseModel]) -> Schema:
    return model.model_json_schema()


def _name_place(content: object, location: Location) -> str:
    """The way to a value; an entry of a list that has a name is called by it."""
    told = ""
    for step in location:
        content = content.get(step) if isinstance(content, dict) else content[step] if isinstance(content, list) and isinstance(step, int) else None
        name = content.get("name") if isinstance(content, dict) and isinstance(step, int) else None
        told += f"[{name if isinstance(name, str) else int(step) + 1}]" if isinstance(step, int) else f".{step}"
    return told.lstrip(".") or "the file"


def _say_extra(fault: Fault, node: Schema) -> str:
    key, allowed = str(fault.location[-1]), _keys(node)
    hint = "; a text with commas or colons needs quotation marks" if " " in key or fault.got is None else ""
    return f"no such key{_meant(key, allowed)}; allowed are {', '.join(allowed)}{hint}"


def _say_choice(fault: Fault, node: Schema) -> str:
    choices = node.get("enum")
    allowed = [str(choice) for choice in choices if choice] if isinstance(choices, list) else []
    return f"{fault.got!r} is not known{_meant(str(fault.got), allowed)}; allowed are {', '.join(allowed) or fault.message}"


def _say_list(fault: Fault, node: Schema) -> str:
    got = fault.got
    return f"a list is wanted, like {f'[{got}]' if isinstance(got, str | int) else '[one, two]'}{_got(got)}"


def _say_keys(fault: Fault, node: Schema) -> str:
    return f"keys are wanted here: {', '.join(_keys(node))}{_got(fault.got)}"


def _say_missing(fault: Fault, node: Schema) -> str:
    return "the key is missing"


def _say_text(fault: Fault, node: Schema) -> str:
    return f"a text is wanted{_got(fault.got)}"


def _say_pattern(fault: Fault, node: Schema) -> str:
    examples = node.get("examples")
    like = f"; one like {examples[0]!r} is wanted" if isinstance(examples, list) else ""
    return f"{fault.got!r} can't be one{like} ({node.get('description', fault.message)})"


def _say_plain(fault: Fault, node: Schema) -> str:
    return f"{fault.message.removeprefix('Value error, ')}{_got(fault.got)}"


def _got(value: object) -> str:
    if isinstance(value, str | int | float):
        return f" (got {str(value)[:80]!r})"
    return " (got nothing)" if value is None else f" (got {'a list' if isinstance(value, list) else 'keys'})"


def _meant(word: str, allowed: Sequence[str]) -> str:
    near = get_close_matches(word, allowed, n=1)
    return f", did you mean {near[0]!r}?" if near else ""


def _keys(node: Schema) -> list[str]:
    properties = node.get("properties")
    return list(properties) if isinstance(properties, dict) else []


def _find_schema(schema: Schema, location: Location) -> Schema:
    """The part of a JSON Schema that holds for the value at `location`."""
    node = schema
    for step in location:
        node = _enter(_resolve(node, schema), step)
    return _resolve(node, schema)


def _enter(node: Schema, step: str | int) -> Schema:
    properties, more = node.get("properties"), node.get("additionalProperties")
    named = properties.get(step) if isinstance(properties, dict) else more
    found = node.get("items") if isinstance(step, int) else named
    return found if isinstance(found, dict) else {}


def _resolve(node: Schema, schema: Schema) -> Schema:
    choices = node.get("anyOf")
    if isinstance(choices, list):
        return _resolve(next((choice for choice in choices if choice.get("type") != "null"), {}), schema)
    reference, definitions = node.get("$ref"), schema.get("$defs")
    if isinstance(reference, str) and isinstance(definitions, dict):
        found = definitions.get(reference.rpartition("/")[2], {})
        return found if isinstance(found, dict) else {}
    return node


SAYINGS: Mapping[str, Callable[[Fault, Schema], str]] = {
    "extra_forbidden": _say_extra,
    "literal_error": _say_choice,
    "tuple_type": _say_list,
    "model_type": _say_keys,
    "dict_type": _say_keys,
    "missing": _say_missing,
    "string_type": _say_text,
    "string_pattern_mismatch": _say_pattern,
}
