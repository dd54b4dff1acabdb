"""Describes the output folder as a Frictionless data package, so that other programs know the types and keys of its tables."""

from __future__ import annotations

from pipeline.tables.schema import Column, Schema, Table

PROFILE = "tabular-data-resource"


def build_package(schema: Schema, *, rules_sha256: str = "") -> dict[str, object]:
    """The content of datapackage.json; with the hash of the user's own rules, where the tables were made with any."""
    tables = [_build_resource(table) for table in schema.tables]
    files = ", ".join(f"{name} ({text})" for name, text in schema.files.items())
    return {
        "profile": "data-package",
        "name": "communique-events",
        "title": schema.title,
        "description": f"{schema.description} Beside the tables there are {files}.",
        **({"rules_sha256": rules_sha256} if rules_sha256 else {}),
        "resources": tables,
    }


def _build_resource(table: Table) -> dict[str, object]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": PROFILE,
        "type": "table",
        "description": table.description,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"csv": {"lineTerminator": "\n", "delimiter": ",", "quoteChar": '"', "doubleQuote": True}},
        "schema": _build_schema(table),
    }


def _build_schema(table: Table) -> dict[str, object]:
    schema: dict[str, object] = {"fields": [_build_field(column, table) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [_build_reference(column, target, table) for column, target in table.references.items()]
    return schema


def _build_field(column: Column, table: Table) -> dict[str, object]:
    constraints: dict[str, object] = {"required": True} if column.name in table.key else {}
    if column.values:
        constraints["enum"] = list(column.values)
    kind = "string" if column.type == "list" else column.type
    field: dict[str, object] = {"name": column.name, "type": kind, "description": column.description}
    return {**field, "constraints": constraints} if constraints else field


def _build_reference(column: str, target: tuple[str, str], table: Table) -> dict[str, object]:
    resource = "" if target[0] == table.name else target[0]
    return {"fields": [column], "reference": {"resource": resource, "fields": [target[1]]}}
