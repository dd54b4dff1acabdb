"""Readers of file formats: the bytes of a file in, its documents out; a broken record is a document that failed."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from types import MappingProxyType

from pipeline.errors import InputError
from pipeline.settings import Limits
from pipeline.sources.decode import decode_bytes, decode_lines, decode_markup, replace_surrogates
from pipeline.sources.feeds import read_feed
from pipeline.sources.kit import ReadingKit
from pipeline.sources.page import read_page
from pipeline.sources.record import Record

FIELDS = ("doc_id", "published", "title", "author", "url", "source", "lang")
DELIMITERS = (",", ";", "\t")
CELL_LIMIT = 2**31 - 1  # characters; Python's own limit of 131,072 is less than a long document
Reader = Callable[[bytes, ReadingKit, str], Iterator[Record]]  # content, knowledge, name of the file


def read_text(data: bytes, kit: ReadingKit, path: str) -> Iterator[Record]:
    """The file as one document."""
    yield Record(text=decode_bytes(data))


def read_jsonl(data: bytes, kit: ReadingKit, path: str) -> Iterator[Record]:
    """One document a line; blank lines count for nothing."""
    count = 0
    for number, line in enumerate(decode_lines(data, longest=kit.limits.record, newline="\n"), 1):
        if not line.isspace():
            count += 1
            yield _parse_line(line, number=number, count=count, longest=kit.limits.record)


def read_csv(data: bytes, kit: ReadingKit, path: str) -> Iterator[Record]:
    """One document a row; the header names the columns, of which `text` must be one. Comma, semicolon and tab are known as separators."""
    longest = kit.limits.record
    header = next(decode_lines(data, longest=longest, newline="\n"), "")
    csv.field_size_limit(CELL_LIMIT)
    lines = map(partial(_refuse_long, longest=longest), decode_lines(data, longest=longest, newline=""))
    rows = csv.DictReader(lines, delimiter=max(DELIMITERS, key=header.count), strict=True)
    try:
        columns = [name.strip().lower() for name in rows.fieldnames or ()]
    except csv.Error as error:
        raise InputError(f"broken CSV in the header: {error}") from error
    if "text" not in columns:
        raise InputError(f"no column `text` in the header; found are: {', '.join(columns) or 'none'}")
    rows.fieldnames = columns
    yield from _read_rows(rows)


def read_html(data: bytes, kit: ReadingKit, path: str) -> Iterator[Record]:
    """The article of a saved web page."""
    yield read_page(decode_markup(data), kit, path)


def read_xml(data: bytes, kit: ReadingKit, path: str) -> Iterator[Record]:
    """The entries of a saved feed."""
    yield from read_feed(data, kit.limits)


def read_document(data: bytes, kit: ReadingKit, path: str, *, module: str, name: str) -> Iterator[Record]:
    """A file whose format needs the packages of `communique[documents]`; InputError where they are missing."""
    try:
        reader: Callable[[bytes, Limits], Iterator[Record]] = getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        raise InputError(f"needs the package {error.name}: pip install 'communique[documents]'") from error
    yield from reader(data, kit.limits)


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


def _refuse_long(line: str, *, longest: int) -> str:
    if len(line) > longest:
        raise csv.Error(f"a line of more than {longest} characters")
    return line


def _parse_line(line: str, *, number: int, count: int, longest: int) -> Record:
    if len(line) > longest:
        return Record(number=count, failure=f"line {number} has more than {longest} characters")
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


def find_limit(suffix: str, limits: Limits) -> int:
    """How many bytes of a file of that format are read."""
    return {".jsonl": limits.unpacked, ".csv": limits.unpacked, ".pdf": limits.document, ".docx": limits.document}.get(suffix, limits.page)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_text,
        ".md": read_text,
        ".jsonl": read_jsonl,
        ".csv": read_csv,
        ".html": read_html,
        ".htm": read_html,
        ".xml": read_xml,
        ".pdf": partial(read_document, module="pipeline.sources.pdf", name="read_pdf"),
        ".docx": partial(read_document, module="pipeline.sources.docx", name="read_docx"),
    }
)
