"""Loads the words that the tables are made with while others are at work: a run that has something to analyse waits for its models at first."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from pipeline.merge import load_shingles
from pipeline.names import IdentityWords, load_identity_words
from pipeline.summary import SummaryWords, load_summary_words

Loaded = tuple[IdentityWords, SummaryWords]


@dataclass(frozen=True)
class WordsOfTables:
    """Those of identity and of summaries, loaded once, and only if they are asked for."""

    beside: ThreadPoolExecutor

    def begin(self) -> None:
        """Loads them, and does not wait for it."""
        _ = self._loading

    def get(self) -> Loaded:
        """Those words; RuleError where something is wrong with them."""
        return self._loading.result()

    @cached_property
    def _loading(self) -> Future[Loaded]:
        return self.beside.submit(_load)


@contextmanager
def open_words() -> Iterator[WordsOfTables]:
    """The words, until the end of the block."""
    with ThreadPoolExecutor(1) as beside:
        yield WordsOfTables(beside)


def _load() -> Loaded:
    load_shingles()
    return load_identity_words(), load_summary_words()
