"""Reads saved RSS and Atom feeds; the one place that knows feedparser."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Mapping

import feedparser

from pipeline.errors import InputError
from pipeline.settings import Limits
from pipeline.sources.decode import decode_markup
from pipeline.sources.markup import clean_line, parse_markup, write_lines
from pipeline.sources.record import Record

HEADERS = {"content-type": "application/xml; charset=utf-8"}  # it is decoded already, whatever it declares
FULL_TEXT = "yandex_full-text"  # <yandex:full-text>, the whole text in many Russian feeds
DATES = ("published", "updated", "created")

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_TAG = re.compile(r"<[a-zA-Z!/]")


def read_feed(data: bytes, limits: Limits) -> Iterator[Record]:
    """One document an entry, its text the longest of content, full text and summary; InputError if the file is no RSS or Atom."""
    source = _DECLARATION.sub("", decode_markup(data)).encode("utf-8", errors="replace")
    feed = feedparser.parse(io.BytesIO(source), response_headers=HEADERS, sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version") and not feed.entries:
        raise InputError(f"no RSS or Atom feed ({feed.get('bozo_exception', 'other XML')}); of .xml files only feeds are read")
    site = clean_line(str(feed.feed.get("title", "")))
    for number, entry in enumerate(feed.entries, 1):
        yield _read_entry(entry, number, site=site, limits=limits)


def _read_entry(entry: Mapping[str, object], number: int, *, site: str, limits: Limits) -> Record:
    texts = [_string(entry.get(FULL_TEXT)), _string(entry.get("summary")), *(_string(part.get("value")) for part in _parts(entry))]
    try:
        text = max((_plain(text, limits) for text in texts if text), key=len, default="")
    except InputError as error:
        return Record(number=number, failure=str(error))
    return Record(
        text=text,
        number=number,
        doc_id=_string(entry.get("id")),
        published=next((_string(entry.get(name)) for name in DATES if entry.get(name)), ""),
        title=_plain(_string(entry.get("title")), limits),
        url=_string(entry.get("link")),
        source=site,
    )


def _parts(entry: Mapping[str, object]) -> list[Mapping[str, object]]:
    content = entry.get("content", [])
    return content if isinstance(content, list) else []


def _plain(text: str, limits: Limits) -> str:
    """The lines of a text that may be markup."""
    if not _TAG.search(text):
        return "\n".join(line for part in html.unescape(text).splitlines() if (line := clean_line(part)))
    return "\n".join(write_lines(parse_markup(text, limits)))


def _string(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
