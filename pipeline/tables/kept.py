"""Reads the articles of an earlier run back from its output folder, so that a run can add to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.records import Article
from pipeline.tables.read import read_table, read_texts

ANALYSED = frozenset({"ok", "no_events"})
FIELDS = ("path", "title", "url", "source", "published", "published_source", "lang", "sha256", "reason", "duplicate_of")


def read_articles(folder: Path) -> Iterator[Article]:
    """The documents of the folder as articles: those that were analysed with their text and no status, the others as their row tells them."""
    texts = read_texts(folder)
    for row in read_table(folder, "documents"):
        status = "" if row["status"] in ANALYSED else row["status"]
        yield Article(doc_id=row["doc_id"], text=texts.get(row["doc_id"], ""), status=status, **{name: row[name] for name in FIELDS})
