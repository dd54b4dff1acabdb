"""The one file that meets Dask: the same work as in this machine's own processes, done by the workers of a cluster, here or elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from logging import ERROR
from threading import Lock, Timer
from typing import TypeVar

from dask import config
from distributed import Client, KilledWorker, LocalCluster, as_completed, get_worker

from pipeline.batch.fingerprint import fingerprint_analysis, fingerprint_tables
from pipeline.batch.pool import BUSY, spare_collector
from pipeline.batch.work import Job, Outcome, Work, fail_job, load_work
from pipeline.errors import PipelineError, UsageError
from pipeline.forks import do_beside, fork_context, start_server, stop_server
from pipeline.merge import Joined, MergeWords, Telling, join_parts, load_merge_words
from pipeline.names import load_identity_words
from pipeline.settings import LOCAL, Settings

AHEAD = 2  # batches that wait at each worker, so that none is ever idle
ARRIVAL = 60  # seconds to wait for a scheduler, and for its first worker
METHOD = "distributed.worker.multiprocessing-method"
PROFILE = "distributed.worker.profile.enabled"  # whether workers look a hundred times a second at what they are doing, for a page that nobody opens
SHARE = 2000  # tellings that a worker merges at a time, if no part has more; fewer in all are not sent

T = TypeVar("T")

Batch = Sequence[Job]
Part = Sequence[Telling]


@contextmanager
def open_cluster(settings: Settings) -> Iterator[Cluster]:
    """The cluster that the settings name, until the end of the block; it is called when there is something to do."""
    with ExitStack() as ends:
        ends.callback(stop_server)
        yield Cluster(settings, ends)


@dataclass(frozen=True)
class Cluster:
    """Workers, here or elsewhere. What a lost worker had begun is done by another."""

    settings: Settings
    ends: ExitStack  # what is to be closed

    def analyse(self, batches: Iterator[Batch], count: int) -> Iterator[Outcome]:
        """One outcome for each of `count` jobs, in no certain order; a document that loses several workers has failed.

        UsageError where there is no scheduler or no worker, PipelineError where a worker can't work or has another version of the program.
        """
        return _gather(self._client, batches, self.settings) if count else iter(())

    def join(self, parts: Iterable[Part], words: MergeWords) -> Iterator[Joined]:
        """The events of all parts, in no certain order. Errors as in `analyse`.

        Those of a part that is one telling are made here, and so are all where one worker would make them: it would first have to load words.
        """
        alone: list[Part] = []
        together: list[Part] = []
        for part in parts:
            (together if len(part) > 1 else alone).append(part)
        yield from join_parts(alone, words)
        if sum(map(len, together)) > SHARE:
            yield from _join_all(self._client, together, words, fingerprint_tables(self.settings), self.settings)
        else:
            yield from join_parts(together, words)

    def beside(self, work: Callable[[], T], /) -> AbstractContextManager[Callable[[], T]]:
        """As `pipeline.forks.Beside` says: on this machine."""
        return do_beside(work)

    @cached_property
    def _client(self) -> Client:
        try:
            client = self.ends.enter_context(_connect(self.settings))
            if self.settings.dask == LOCAL:
                self.ends.callback(client.shutdown)
            client.wait_for_workers(1, timeout=ARRIVAL)
        except (OSError, TimeoutError, ValueError) as error:
            raise UsageError(f"--dask {self.settings.dask}: no scheduler or no worker answers ({error}); see README.md on how to start them") from error
        return client


def _connect(settings: Settings) -> Client:
    if settings.dask != LOCAL:
        return Client(settings.dask, timeout=ARRIVAL, set_as_default=False)
    start_server()  # the workers are forked from it, as those of this machine's own hands are
    with config.set({METHOD: fork_context().get_start_method(), PROFILE: False}):
        cluster = LocalCluster(n_workers=max(1, settings.workers), threads_per_worker=1, dashboard_address=None, memory_limit=0, silence_logs=ERROR)
    return Client(cluster, set_as_default=False)


def _gather(client: Client, batches: Iterator[Batch], settings: Settings) -> Iterator[Outcome]:
    """Keeps the workers busy, and takes what they have done as it comes."""
    fingerprint = fingerprint_analysis(settings)
    begun: dict[str, Batch] = {}
    running = as_completed(loop=client.loop)

    def begin(batch: Batch) -> None:
        future = client.submit(do_batch, tuple(batch), settings, fingerprint, pure=False)
        begun[future.key] = batch
        running.add(future)

    for batch in islice(batches, AHEAD * len(client.nthreads())):
        begin(batch)
    for future in running:
        batch = begun.pop(future.key)
        error = future.exception()
        if error is None:
            yield from future.result()
        elif not isinstance(error, KilledWorker):
            raise _tell(error)
        elif len(batch) == 1:
            yield fail_job(batch[0], "ended every process that worked on it")
        else:
            for job in batch:
                begin((job,))
        following = next(batches, None)
        if following is not None:
            begin(following)


def _tell(error: BaseException) -> PipelineError:
    return error if isinstance(error, PipelineError) else PipelineError(f"a worker of the cluster can't work: {type(error).__name__}: {error}")


def _join_all(client: Client, parts: Iterable[Part], words: MergeWords, fingerprint: str, settings: Settings) -> Iterator[Joined]:
    """Parts are sent some at a time; those that lose several workers are merged here."""
    sent = {client.submit(do_parts, share, settings, fingerprint, pure=False): share for share in _share_out(parts)}
    for future in as_completed(sent, loop=client.loop):
        error = future.exception()
        if error is None:
            yield from future.result()
        elif isinstance(error, KilledWorker):
            yield from join_parts(sent[future], words)
        else:
            raise _tell(error)


def _share_out(parts: Iterable[Part]) -> Iterator[tuple[Part, ...]]:
    share: list[Part] = []
    for part in parts:
        if share and sum(map(len, share)) + len(part) > SHARE:
            yield tuple(share)
            share = []
        share.append(part)
    yield tuple(share)


def do_parts(parts: Sequence[Part], settings: Settings, fingerprint: str) -> list[Joined]:
    """The events of some parts, on a worker."""
    kept = get_worker().__dict__
    if "communique_words" not in kept:
        _check_version(fingerprint_tables(settings), fingerprint)
        kept["communique_words"] = load_merge_words(load_identity_words())
    return list(join_parts(parts, kept["communique_words"]))


def do_batch(batch: Batch, settings: Settings, fingerprint: str) -> list[Outcome]:
    """The outcomes of a batch, on a worker. One at a time, whatever the number of its threads; a document that takes too long ends the worker."""
    worker = get_worker()
    with worker.__dict__.setdefault("communique_lock", Lock()):
        work = worker.__dict__.get("communique_work") or _load(settings, fingerprint)
        worker.__dict__["communique_work"] = work
        return [_do_in_time(job, work, settings.patience) for job in batch]


def _load(settings: Settings, fingerprint: str) -> Work:
    _check_version(fingerprint_analysis(settings), fingerprint)
    work = load_work(settings)
    spare_collector()
    return work


def _check_version(here: str, there: str) -> None:
    if here != there:
        raise PipelineError("a worker of the cluster has another version of communique, its models or its libraries; install the same everywhere")


def _do_in_time(job: Job, work: Work, patience: float) -> Outcome:
    guard = Timer(BUSY * patience, os._exit, (1,))  # its nanny starts it anew, the scheduler gives the batch to another
    guard.daemon = True
    guard.start()
    try:
        return work(job)
    finally:
        guard.cancel()
