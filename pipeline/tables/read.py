"""Reads an output folder as plain rows, without pandas: what the report, the comparisons and `explain` are made from."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import TableError, UsageError
from pipeline.tables.cells import restore

LONGEST_CELL = 2**31 - 1  # csv refuses cells over 131,072 characters unless told otherwise; lists of documents may be longer


def check_folder(folder: Path) -> Path:
    """The folder itself; UsageError if it is missing or holds no tables."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder; give the output folder of `communique run`, or write it: communique run INPUT --out {folder}")
    if not (folder / "events.csv").is_file():
        raise UsageError(f"{folder}: holds no events.csv; give an output folder. If these are the articles: communique run {folder} --out tables")
    return folder


def find_anchor(event_id: str) -> str:
    """The mention_id of the mention that an event_id is made from: it differs by its first letter alone, so that an id is found when events are joined."""
    return f"m{event_id[1:]}"


def read_table(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of `name`.csv, column to text as it was before cells were made safe for spreadsheets; UsageError if the file is missing."""
    path = folder / f"{name}.csv"
    if not path.is_file():
        raise UsageError(f"{path}: no such table; run `communique run INPUT --out {folder}` first")
    csv.field_size_limit(LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [{column: restore(value) for column, value in row.items()} for row in csv.DictReader(file, restval="", strict=True)]
    except (csv.Error, UnicodeDecodeError, AttributeError) as error:
        raise TableError(f"{path}: not a table of this program ({error})") from error


def read_texts(folder: Path) -> dict[str, str]:
    """doc_id to the text that offsets count in; empty if the folder keeps no texts."""
    path = folder / "texts.jsonl.gz"
    if not path.is_file():
        return {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return {record["doc_id"]: record["text"] for record in map(json.loads, file)}


def read_evidence(folder: Path) -> Iterator[dict[str, Any]]:
    """One record a mention: mention_id, event_id, doc_id, rule, slots, merge; nothing if the folder keeps no evidence; TableError on a broken line."""
    path = folder / "evidence.jsonl"
    if not path.is_file():
        return
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise TableError(f"{path}, line {number}: broken JSON ({error.msg})") from error
