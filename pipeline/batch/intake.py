"""Reads the inputs of a run into the ledger: texts are put aside as they come, so that memory holds no more than one file at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.ledger import Ledger
from pipeline.records import Article
from pipeline.sources import ReadingKit, join_batches, mark_duplicates, read_inputs


def take_in(ledger: Ledger, inputs: Sequence[Path], kit: ReadingKit, *, sync: bool) -> tuple[Article, ...]:
    """All documents of the folder once `inputs` have joined it (or, with `sync`, taken its place), without their texts.

    UsageError for an input that does not exist: the ledger stays as it was.
    """

    def put_aside(article: Article) -> Article:
        if article.text:
            ledger.write_text(article.sha256, article.text)
        return replace(article, text="", n_chars=article.n_chars or len(article.text))

    with ledger.change():
        arrived = tuple(read_inputs(inputs, kit, take=put_aside))
        known = () if sync else ledger.read_documents()
        articles = tuple(sorted(mark_duplicates(join_batches(arrived, known)), key=lambda article: article.doc_id))
        ledger.replace_documents(articles)
    return articles


def take_out(ledger: Ledger, doc_id: str) -> tuple[tuple[Article, ...], tuple[str, ...]]:
    """The documents of the folder without one, which the ledger forgets, and the ids of those with the same text; UsageError where it holds no such one."""
    known = ledger.read_documents()
    gone = next((article for article in known if article.doc_id == doc_id), None)
    if gone is None:
        raise UsageError(f"no document {doc_id!r}; the ids stand in the column doc_id of documents.csv")
    kept = tuple(mark_duplicates(article for article in known if article.doc_id != doc_id))
    with ledger.change():
        ledger.replace_documents(kept)
    return kept, tuple(article.doc_id for article in kept if gone.sha256 and article.sha256 == gone.sha256)
