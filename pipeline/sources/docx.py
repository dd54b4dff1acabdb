"""Reads DOCX files; the one place that knows python-docx, which comes with `communique[documents]`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from pipeline.errors import InputError
from pipeline.settings import Limits
from pipeline.sources.record import Record


def read_docx(data: bytes, limits: Limits) -> Iterator[Record]:
    """The file as one document, a line for each paragraph and row of a table; InputError if it is broken or unpacks to too much."""
    try:
        _check_size(data, limits)
        document = docx.Document(io.BytesIO(data))
        lines = list(_read_lines(document))
    except (PackageNotFoundError, zipfile.BadZipFile, SyntaxError, KeyError, ValueError, RecursionError, OSError, NotImplementedError) as error:
        raise InputError(f"broken DOCX: {error}") from error
    yield Record(text="\n".join(lines), title=" ".join(document.core_properties.title.split()))


def _read_lines(document: Document) -> Iterator[str]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from (line for row in part.rows if (line := " ".join(dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)).strip()))
        else:
            yield from (line for text in part.text.splitlines() if (line := " ".join(text.split())))


def _check_size(data: bytes, limits: Limits) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sizes = [(entry.file_size, entry.filename.endswith((".xml", ".rels"))) for entry in packed.infolist()]
    whole, markup = sum(size for size, _ in sizes), sum(size for size, is_markup in sizes if is_markup)
    if whole > limits.document or markup > limits.page:
        raise InputError(f"unpacks to {whole} bytes, {markup} of them markup; at most {limits.document} and {limits.page} are read")
