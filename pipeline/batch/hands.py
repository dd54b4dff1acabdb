"""Who does the work of a run: this process, worker processes beside it, or the workers of a cluster. They differ only in where a function runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Protocol, TypeVar, cast

from pipeline.batch.pool import Pool
from pipeline.batch.work import Job, Outcome, load_work
from pipeline.errors import UsageError
from pipeline.forks import do_beside, do_here, stop_server
from pipeline.merge import Joined, MergeWords, Telling, join_parts
from pipeline.settings import Settings

T = TypeVar("T")

WORTH = 8  # articles for which it pays to load the models once more


class Hands(Protocol):
    """What can be done anywhere."""

    def analyse(self, batches: Iterator[Sequence[Job]], count: int) -> Iterator[Outcome]:
        """One outcome for each of `count` jobs, in no certain order."""

    def join(self, parts: Iterable[Sequence[Telling]], words: MergeWords) -> Iterable[Joined]:
        """The events of all parts, in no certain order."""

    def beside(self, work: Callable[[], T], /) -> AbstractContextManager[Callable[[], T]]:
        """As `pipeline.forks.Beside` says."""


@dataclass(frozen=True, slots=True)
class OwnHands:
    """Those of this machine. Events are merged in this process."""

    settings: Settings

    def analyse(self, batches: Iterator[Sequence[Job]], count: int) -> Iterator[Outcome]:
        """As `Hands` says; in processes, where the settings want any."""
        if self.settings.workers:
            return self._analyse_beside(batches, count)
        work = load_work(self.settings) if count else None
        return (work(job) for batch in batches for job in batch) if work is not None else iter(())

    def _analyse_beside(self, batches: Iterator[Sequence[Job]], count: int) -> Iterator[Outcome]:
        """In processes; the memory of all of them is free once the last outcome is there."""
        try:
            if count:
                yield from Pool(batches, replace(self.settings, workers=min(self.settings.workers, 1 + count // WORTH))).run()
        finally:
            stop_server()

    def join(self, parts: Iterable[Sequence[Telling]], words: MergeWords) -> Iterable[Joined]:
        """As `Hands` says."""
        return join_parts(parts, words)

    def beside(self, work: Callable[[], T], /) -> AbstractContextManager[Callable[[], T]]:
        """As `Hands` says; in this process, where the settings want no more than one."""
        return do_beside(work) if self.settings.workers > 1 else do_here(work)


def open_hands(settings: Settings) -> AbstractContextManager[Hands]:
    """Those of a cluster where one is asked for, until the end of the block: what knows Dask is an extra, and loaded only then."""
    if not settings.dask:
        return nullcontext(OwnHands(settings))
    try:
        cluster = import_module("pipeline.batch.cluster")
    except ImportError as error:
        raise UsageError(f"--dask needs Dask ({error}); install communique[dask]") from error
    return cast(AbstractContextManager[Hands], cluster.open_cluster(settings))
