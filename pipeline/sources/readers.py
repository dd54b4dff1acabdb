"""Readers of file formats: the bytes of a file in, its documents out; a broken record is a document that failed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from pipeline.errors import InputError
from pipeline.sources.decode import decode_bytes, replace_surrogates
from pipeline.sources.record import Record

FIELDS = ("doc_id", "published", "title", "url", "source", "lang")
DELIMITERS = (",", ";", "\t")
CELL_LIMIT = 2**31 - 1  # characters; Python's own limit of 131,072 is less than a long document

Reader = Callable[[bytes], Iterator[Record]]


def read_text(data: bytes) -> Iterator[Record]:
    """The file as one document."""
    yield Record(text=decode_bytes(data))


def read_jsonl(data: bytes) -> Iterator[Record]:
    """One document a line; blank lines count for nothing."""
    lines = ((number, line) for number, line in enumerate(decode_bytes(data).split("\n"), 1) if line.strip())
    for count, (number, line) in enumerate(lines, 1):
        yield _parse_line(line, number=number, count=count)


def read_csv(data: bytes) -> Iterator[Record]:
    """One document a row; the header names the columns, of which `text` must be one. Comma, semicolon and tab are known as separators."""
    text = decode_bytes(data)
    header = text[: text.find("\n") + 1] or text
    csv.field_size_limit(CELL_LIMIT)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=header.count), strict=True)
    columns = [name.strip().lower() for name in rows.fieldnames or ()]
    if "text" not in columns:
        raise InputError(f"no column `text` in the header; found are: {', '.join(columns) or 'none'}")
    rows.fieldnames = columns
    yield from _read_rows(rows)


def _read_rows(rows: csv.DictReader[str]) -> Iterator[Record]:
    count = 0
    while True:
        count += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Record(number=count, failure=f"broken CSV before line {rows.line_num + 1}: {error}")
            continue
        if row is None:
            return
        yield _build_record(row, number=rows.line_num, count=count)


def _parse_line(line: str, *, number: int, count: int) -> Record:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Record(number=count, failure=f"broken JSON in line {number}: {error}")
    if not isinstance(fields, dict):
        return Record(number=count, failure=f"line {number} is no JSON object but {type(fields).__name__}")
    return _build_record(fields, number=number, count=count)


def _build_record(fields: Mapping[str, object], *, number: int, count: int) -> Record:
    known = {name: replace_surrogates(str(fields[name]).strip()) for name in FIELDS if isinstance(fields.get(name), str | int | float)}
    text = fields.get("text")
    if not isinstance(text, str):
        found = "is missing" if text is None else f"is {type(text).__name__}, not a string"
        return Record(number=count, failure=f"`text` {found} in line {number}", **known)
    return Record(text=replace_surrogates(text), number=count, **known)


READERS: Mapping[str, Reader] = MappingProxyType({".txt": read_text, ".md": read_text, ".jsonl": read_jsonl, ".csv": read_csv})
