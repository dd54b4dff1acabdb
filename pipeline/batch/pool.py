"""Worker processes on this machine: no document can hold up a run, exhaust the memory, or lose the work of others."""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic

from pipeline.batch.work import Job, Outcome, Work, fail_job, load_work
from pipeline.bounds import give_back, is_out_of_time, limit_memory, limit_time
from pipeline.errors import PipelineError
from pipeline.forks import end_with_run, fork_context, one_thread
from pipeline.settings import Settings

GRACE = 1.0  # seconds of processor time until a document that did not end when it was told to ends its process
BUSY = 10  # times its processor time that a document may take by the clock: the machine may do much else
STILLBORN = 3  # workers that may die while they load before the run gives up
PATIENCE = 5  # seconds for a worker to end by itself
YOUNG = 30_000  # objects made and not gone, until the collector looks through them
MOST = 1000  # documents that a worker does before another takes its place: what it remembers of them, and what memory has scattered, goes with it

Batch = Sequence[Job]
Load = Callable[[Settings], Work]


@dataclass(slots=True)
class Worker:
    """A process, the jobs that it was sent and has not answered, and since when it is at the first of them (None: it loads its models)."""

    process: BaseProcess
    connection: Connection
    jobs: deque[Job] = field(default_factory=deque)
    since: float | None = None
    answered: int = 0  # jobs

    def deadline(self, patience: float) -> float | None:
        """When its present job has taken too long; None if it is at none."""
        return None if self.since is None or not self.jobs else self.since + BUSY * patience


class Pool:
    """Sends batches of jobs to worker processes and hands on what they answer, in no certain order. Each worker calls `load` once."""

    def __init__(self, batches: Iterable[Batch], settings: Settings, load: Load = load_work) -> None:
        self._batches = iter(batches)
        self._returned: deque[Batch] = deque()
        self._suspects: set[str] = set()  # jobs at which a worker died
        self._settings = settings
        self._load = load
        self._workers: list[Worker] = []
        self._stillborn = 0  # workers that died one after the other while they loaded

    def run(self) -> Iterator[Outcome]:
        """One outcome a job. A document that takes too long, or at which two workers died, has failed; PipelineError where workers can't start."""
        try:
            for _ in range(self._settings.workers):
                self._workers.append(_start_worker(self._settings, self._load))
            while self._feed():
                yield from self._listen()
        finally:
            for worker in self._workers:
                _stop_worker(worker)

    def _feed(self) -> bool:
        """Gives each idle worker its next batch; whether anybody is at work."""
        for number, worker in enumerate(self._workers):
            if not worker.jobs:
                batch = self._returned.popleft() if self._returned else next(self._batches, ())
                if batch and worker.answered >= MOST:
                    _stop_worker(worker)
                    self._workers[number] = _start_worker(self._settings, self._load)
                self._send(self._workers[number], batch)
        return any(worker.jobs for worker in self._workers)

    def _send(self, worker: Worker, batch: Batch) -> None:
        worker.jobs.extend(batch)
        worker.since = monotonic() if worker.since is not None else None
        try:
            if batch:
                worker.connection.send(tuple(batch))
        except OSError:
            return  # it has died: `_listen` will see that

    def _listen(self) -> Iterator[Outcome]:
        """What the workers answer next, or what becomes of jobs that nobody will answer."""
        busy = [worker for worker in self._workers if worker.jobs]
        deadlines = [deadline for worker in busy if (deadline := worker.deadline(self._settings.patience)) is not None]
        ready = wait([worker.connection for worker in busy], timeout=max(0.0, min(deadlines) - monotonic()) if deadlines else None)
        for worker in busy:
            deadline = worker.deadline(self._settings.patience)
            if worker.connection in ready:
                yield from self._receive(worker)
            elif deadline is not None and monotonic() > deadline:
                yield fail_job(worker.jobs.popleft(), f"took more than {deadline - (worker.since or 0):.0f} seconds")
                self._replace(worker)

    def _receive(self, worker: Worker) -> Iterator[Outcome]:
        try:
            answer = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        worker.since, self._stillborn = monotonic(), 0
        if isinstance(answer, PipelineError):
            raise answer
        if isinstance(answer, Outcome):
            worker.jobs.popleft()
            worker.answered += 1
            yield answer

    def _bury(self, worker: Worker) -> Iterator[Outcome]:
        """A worker has died. The job that it was at is tried once more, alone."""
        worker.process.join(PATIENCE)
        code = worker.process.exitcode
        if worker.since is None:
            self._stillborn += 1
            if self._stillborn > STILLBORN:
                raise PipelineError(f"worker processes end while they load the models (exit code {code}); use fewer --workers if memory is short")
            self._replace(worker)
            return
        job = worker.jobs.popleft()
        if is_out_of_time(code):
            yield fail_job(job, f"takes more than {self._settings.patience:g} seconds to analyse")
        elif job.article.doc_id in self._suspects:
            yield fail_job(job, f"ended the process that worked on it, twice (exit code {code})")
        else:
            self._suspects.add(job.article.doc_id)
            self._returned.append((job,))
        self._replace(worker)

    def _replace(self, worker: Worker) -> None:
        """Another worker in place of one that is of no more use; jobs not begun go back."""
        if worker.jobs:
            self._returned.append(tuple(worker.jobs))
        _stop_worker(worker, patience=0)
        self._workers[self._workers.index(worker)] = _start_worker(self._settings, self._load)


def _start_worker(settings: Settings, load: Load) -> Worker:
    context = fork_context()
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, settings, load), daemon=True)  # type: ignore[attr-defined]
    with one_thread():
        process.start()
    theirs.close()
    return Worker(process, ours)


def _stop_worker(worker: Worker, *, patience: float = PATIENCE) -> None:
    """Idle ones end when their pipe is closed, the others are killed."""
    worker.connection.close()
    worker.process.join(patience if not worker.jobs else 0)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()


def _work(connection: Connection, settings: Settings, load: Load) -> None:
    """A worker's life: load, say so (with None), answer each job of each batch, until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes the pipe
    end_with_run()
    try:
        work = load(settings)
        spare_collector()
        limit_memory(settings.megabytes)
        connection.send(None)
        while True:
            for job in connection.recv():
                limit_time(settings.patience + GRACE)
                connection.send(work(job))
            give_back()
    except PipelineError as error:
        connection.send(error)
    except (EOFError, OSError):
        return  # the parent has ended, or wants no more


def spare_collector() -> None:
    """From now on the garbage collector leaves alone what was loaded, and looks through the rest less often: nearly all that a document makes goes with it."""
    gc.freeze()
    gc.set_threshold(YOUNG)
