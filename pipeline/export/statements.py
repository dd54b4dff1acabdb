"""What databases hold beside the tables (`resources/export/statements.yml`), and how names and texts stand in SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.resources import load_yaml

Columns = Mapping[str, list[str]]  # table to columns


@dataclass(frozen=True, slots=True)
class Statements:
    """Views by name; by table: columns searched in, indexed, offered as facets; the column that sorts it, and the one that names a row."""

    views: Mapping[str, str]
    search: Columns
    indexes: Columns
    facets: Columns
    newest_first: Mapping[str, str]
    label: Mapping[str, str]


def load_statements() -> Statements:
    """The statements that ship with the program."""
    data = load_yaml("export/statements.yml")
    assert isinstance(data, dict)
    return Statements(**data)


def quote_name(name: str) -> str:
    """A name of a table or column as SQL has it."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def quote_text(text: str) -> str:
    """A string literal of SQL."""
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
