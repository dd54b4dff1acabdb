"""Reads PDF files; the one place that knows pypdf, which comes with `communique[documents]`."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from itertools import zip_longest

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from pipeline.errors import InputError
from pipeline.settings import Limits
from pipeline.sources.record import Record

_ENDS = re.compile(r"[.!?…:;]['\"”»)\]]*$")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]$")
_SHORT = 0.75  # of the longest line: a shorter one ends its paragraph


def read_pdf(data: bytes, limits: Limits) -> Iterator[Record]:
    """The file as one document, lines joined to paragraphs; InputError if it is broken, locked, too long, or holds pictures of pages alone."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("the PDF is locked by a password")
        if len(reader.pages) > limits.sheets:
            raise InputError(f"{len(reader.pages)} pages; at most {limits.sheets} are read")
        pages = [page.extract_text() for page in reader.pages]
        title = str((reader.metadata and reader.metadata.title) or "")
    except InputError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError, NotImplementedError) as error:
        raise InputError(f"broken PDF: {error or type(error).__name__}") from error
    text = "\n".join(line for page in pages for line in join_lines(page))
    if pages and not text:
        raise InputError("the PDF holds no text, only pictures; run OCR over it first")
    yield Record(text=text, title=" ".join(title.split()))


def join_lines(page: str) -> Iterator[str]:
    """The paragraphs of a page: a line that does not fill its width, or ends a sentence before a capital, is the last of one."""
    lines = [" ".join(line.split()) for line in page.splitlines()]
    width = max((len(line) for line in lines), default=0)
    paragraph = ""
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        paragraph = f"{_HYPHEN.sub('', paragraph)}{line}" if _HYPHEN.search(paragraph) and line[:1].islower() else f"{paragraph} {line}".strip()
        if paragraph and _is_last(line, following, width):
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _is_last(line: str, following: str, width: int) -> bool:
    if not following or not line:
        return True
    return len(line) < _SHORT * width and (_ENDS.search(line) is not None or not following[:1].islower())
