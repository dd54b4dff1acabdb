"""Runs the flow over many articles, in one process or several, and brings the output folder up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from pipeline.errors import InputError
from pipeline.flow import Kit, analyse, assemble, load_kit
from pipeline.names import load_identity_words
from pipeline.records import Analysis, Article
from pipeline.settings import Settings
from pipeline.sources import join_batches, mark_duplicates, read_inputs
from pipeline.tables import check_tables, write_tables
from pipeline.tables.kept import read_articles

Progress = Callable[[int, int], None]  # documents done, documents in all

CHUNK = 4  # articles handed to a worker at a time
LONGEST = 2_000_000  # characters; a longer text is no press release


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did: documents by status and events by type."""

    documents: Mapping[str, int]
    events: Mapping[str, int]


def run(inputs: Sequence[Path], out: Path, settings: Settings, progress: Progress) -> RunSummary:
    """Reads `inputs`, adds to or updates what the folder `out` holds, and writes its tables.

    UsageError for an input that does not exist. A document that fails is a row of documents.csv with its reason; it stops nothing.
    """
    articles = _with_kept(tuple(read_inputs(inputs)), out, settings)
    marked = tuple(_bounded(article) for article in mark_duplicates(articles))
    analyses = tuple(_counted(_analyse_all(marked, settings), len(marked), progress))
    tables = assemble(analyses, identity=load_identity_words(), language=settings.language)
    check_tables(tables)
    out.mkdir(parents=True, exist_ok=True)
    write_tables(tables, out)
    return RunSummary(Counter(row.status for row in tables.documents), Counter(row.event_type for row in tables.events))


def _with_kept(articles: tuple[Article, ...], out: Path, settings: Settings) -> tuple[Article, ...]:
    """The new articles, and those of the folder that they do not replace."""
    if settings.fresh or settings.sync or not (out / "documents.csv").exists():
        return articles
    return join_batches(articles, read_articles(out))


def _bounded(article: Article) -> Article:
    if article.status or len(article.text) <= LONGEST:
        return article
    return replace(article, status="failed", reason=f"{len(article.text)} characters; at most {LONGEST} are read")


def _counted(analyses: Iterator[Analysis], total: int, progress: Progress) -> Iterator[Analysis]:
    progress(0, total)
    for done, analysis in enumerate(analyses, 1):
        progress(done, total)
        yield analysis


def _analyse_all(articles: Sequence[Article], settings: Settings) -> Iterator[Analysis]:
    """The analyses in the order of the articles."""
    if settings.workers == 1:
        kit = load_kit(settings)
        yield from (analyse_safely(article, kit) for article in articles)
        return
    context = get_context("spawn")  # a forked child would share the parent's locks
    with ProcessPoolExecutor(settings.workers, mp_context=context, initializer=_start_worker, initargs=(settings,)) as pool:
        yield from pool.map(_analyse_in_worker, articles, chunksize=CHUNK)


def analyse_safely(article: Article, kit: Kit) -> Analysis:
    """The analysis of an article; one that raises is marked as failed, with the reason."""
    try:
        return analyse(article, kit)
    except Exception as error:  # one article must never stop a run
        reason = f"{type(error).__name__}: {error}" if not isinstance(error, InputError) else str(error)
        return Analysis(replace(article, status="failed", reason=reason))


class _Worker:
    """What a worker process holds between articles."""

    kit: Kit | None = None


def _start_worker(settings: Settings) -> None:
    _Worker.kit = load_kit(settings)


def _analyse_in_worker(article: Article) -> Analysis:
    assert _Worker.kit is not None
    return analyse_safely(article, _Worker.kit)
