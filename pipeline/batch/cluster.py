"""The one file that meets Dask: the same jobs as in local processes, done by the workers of a cluster, here or elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import islice
from logging import ERROR
from threading import Lock, Timer

from distributed import Client, KilledWorker, LocalCluster, as_completed, get_worker

from pipeline.batch.fingerprint import fingerprint_analysis
from pipeline.batch.pool import PACE
from pipeline.batch.work import Job, Outcome, Work, fail_job, load_work
from pipeline.errors import PipelineError, UsageError
from pipeline.settings import LOCAL, Settings

AHEAD = 2  # batches that wait at each worker, so that none is ever idle
ARRIVAL = 60  # seconds to wait for a scheduler, and for its first worker

Batch = Sequence[Job]


def analyse_on_cluster(batches: Iterator[Batch], settings: Settings) -> Iterator[Outcome]:
    """One outcome a job, in no certain order, from the cluster that the settings name.

    What a lost worker had begun is done by another; a document that loses several workers has failed. UsageError where there is no scheduler or no
    worker, PipelineError where a worker can't work or has another version of the program.
    """
    try:
        client = _connect(settings)
        client.wait_for_workers(1, timeout=ARRIVAL)
    except (OSError, TimeoutError, ValueError) as error:
        raise UsageError(f"--dask {settings.dask}: no scheduler or no worker answers ({error}); see README.md on how to start them") from error
    with client:
        yield from _gather(client, batches, settings)
        if settings.dask == LOCAL:
            client.shutdown()


def _connect(settings: Settings) -> Client:
    if settings.dask != LOCAL:
        return Client(settings.dask, timeout=ARRIVAL, set_as_default=False)
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
            raise error if isinstance(error, PipelineError) else PipelineError(f"a worker of the cluster can't work: {type(error).__name__}: {error}")
        elif len(batch) == 1:
            yield fail_job(batch[0], "ended every process that worked on it")
        else:
            for job in batch:
                begin((job,))
        following = next(batches, None)
        if following is not None:
            begin(following)


def do_batch(batch: Batch, settings: Settings, fingerprint: str) -> list[Outcome]:
    """The outcomes of a batch, on a worker. One at a time, whatever the number of its threads; a document that takes too long ends the worker."""
    worker = get_worker()
    with worker.__dict__.setdefault("communique_lock", Lock()):
        work = worker.__dict__.get("communique_work") or _load(settings, fingerprint)
        worker.__dict__["communique_work"] = work
        return [_do_in_time(job, work, settings.patience) for job in batch]


def _load(settings: Settings, fingerprint: str) -> Work:
    if fingerprint_analysis(settings) != fingerprint:
        raise PipelineError("a worker of the cluster has another version of communique, its models or its libraries; install the same everywhere")
    return load_work(settings)


def _do_in_time(job: Job, work: Work, patience: float) -> Outcome:
    guard = Timer(patience + job.article.n_chars / PACE, os._exit, (1,))  # its nanny starts it anew, the scheduler gives the batch to another
    guard.daemon = True
    guard.start()
    try:
        return work(job)
    finally:
        guard.cancel()
