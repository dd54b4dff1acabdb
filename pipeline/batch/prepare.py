"""Prepares what the tables are made with while others are at work: a run that has something to analyse waits for its models at first."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from pipeline.errors import LedgerError
from pipeline.ledger import Ledger, decode_analysis
from pipeline.merge import load_shingles
from pipeline.names import IdentityWords, load_identity_words
from pipeline.records import Analysis, Article
from pipeline.summary import SummaryWords, load_summary_words


@dataclass(frozen=True, slots=True)
class Encoded:
    """An article with its text, and its analysis as the ledger keeps it."""

    article: Article
    data: bytes


@dataclass(frozen=True, slots=True)
class Prepared:
    """The words of identity and of summaries, and analyses by document, as far as they were decoded beforehand."""

    identity: IdentityWords
    summary: SummaryWords
    analyses: Mapping[str, Analysis]


@dataclass(slots=True)
class Preparation:
    """What is prepared once, and only if it is asked for."""

    thread: ThreadPoolExecutor
    _begun: list[Future[Prepared]] = field(default_factory=list)

    def begin(self, kept: Sequence[Encoded] = ()) -> None:
        """Begins once, with analyses that nobody will change, and does not wait for the end."""
        if not self._begun:
            self._begun.append(self.thread.submit(_prepare, kept))

    def get(self) -> Prepared:
        """What is prepared; RuleError where something is wrong with the words, LedgerError with an analysis."""
        self.begin()
        return self._begun[0].result()


@contextmanager
def open_preparation() -> Iterator[Preparation]:
    """The preparation, until the end of the block."""
    with ThreadPoolExecutor(1) as thread:
        yield Preparation(thread)


def _prepare(kept: Sequence[Encoded]) -> Prepared:
    with uncollected():
        load_shingles()
        known = {encoded.article.doc_id: decode(encoded) for encoded in kept}
        return Prepared(load_identity_words(), load_summary_words(), known)


def read_encoded(ledger: Ledger, articles: Iterable[Article]) -> Iterator[Encoded]:
    """Articles that have an analysis, with their texts; LedgerError where it is not there."""
    kept = dict(ledger.read_analyses())
    for article in articles:
        try:
            yield Encoded(replace(article, text=ledger.read_text(article.sha256)), kept[article.doc_id])
        except KeyError as error:
            raise _tell_broken(article) from error


def decode(encoded: Encoded) -> Analysis:
    """The analysis; LedgerError where the bytes hold none."""
    try:
        return decode_analysis(encoded.data, encoded.article)
    except ValueError as error:
        raise _tell_broken(encoded.article) from error


def _tell_broken(article: Article) -> LedgerError:
    return LedgerError(f"ledger.sqlite: the analysis of {article.doc_id} can't be read; run with --fresh")


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing that is made inside is garbage: the collector would look through all of it again and again, a sixth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()  # what was made counts as old from now on: else it would be looked through at once
        if enabled:
            gc.enable()
