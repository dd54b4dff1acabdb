"""Documents read up to the names, once, for rules to be tried on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.flow import STAGES, Kit, Work, extract_mentions
from pipeline.records import Article, EventMention
from pipeline.rules import RuleBook
from pipeline.sources import read_inputs

BEFORE_RULES = STAGES[: STAGES.index(extract_mentions)]


def read_works(inputs: Sequence[Path], kit: Kit) -> Iterator[Work]:
    """The readable documents of `inputs` with words, trees, dates and names, one at a time; those in other languages are left out."""
    works = (annotate(article, kit) for article in read_inputs(inputs))
    yield from (work for work in works if not work.article.status)


def annotate(article: Article, kit: Kit) -> Work:
    """The article with words, trees, dates and names; without them where its way ended (`status` is set)."""
    work = Work(article)
    for stage in BEFORE_RULES:
        if work.article.status:
            break
        work = stage(work, kit)
    return work


def extract_with(work: Work, kit: Kit, book: RuleBook) -> tuple[EventMention, ...]:
    """The mentions that the rules of `book` find."""
    return extract_mentions(work, replace(kit, extract=replace(kit.extract, book=book))).mentions


def align(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The rows of a table as lines, columns padded to their widest cell."""
    table = [tuple(row) for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    yield from ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table)
