"""Worker processes: every job is answered once, whatever happens to those who work on it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.batch.pool import Pool
from pipeline.batch.work import Job, Outcome, Work, fail_job
from pipeline.errors import ModelError, PipelineError
from pipeline.forks import stop_server
from pipeline.ledger import decode_analysis
from pipeline.records import Article
from pipeline.settings import Settings

GOOD = tuple(f"good {number}" for number in range(7))
POISON = [  # text of a document, the reason that is told
    ("hang", "took more than 8 seconds"),
    ("count", "takes more than 0.8 seconds to analyse"),
    ("die", r"ended the process that worked on it, twice \(exit code -9\)"),
    ("leave", r"ended the process that worked on it, twice \(exit code 3\)"),
    ("eat", "MemoryError"),
]


def load_fake(settings: Settings) -> Work:
    """A worker that does as each text says, and tells its own process in place of an analysis."""
    return act


def act(job: Job) -> Outcome:
    if job.article.text == "hang":
        time.sleep(600)
    if job.article.text == "count":
        sum(range(10**13))  # which no signal breaks off
    if job.article.text == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if job.article.text == "leave":
        os._exit(3)
    if job.article.text == "eat":
        try:
            bytearray(10**11)
        except MemoryError as error:
            return fail_job(job, type(error).__name__)
    return Outcome(job.article.doc_id, job.key, str(os.getpid()).encode())


def load_nothing(settings: Settings) -> Work:
    raise ModelError("no model")


def load_and_die(settings: Settings) -> Work:
    os._exit(4)


def jobs(*texts: str) -> Iterator[tuple[Job, ...]]:
    """Batches of two."""
    every = [Job(Article(text, text, n_chars=len(text)), f"key of {text}") for text in texts]
    yield from (tuple(every[i : i + 2]) for i in range(0, len(every), 2))


def work(*texts: str, workers: int = 2) -> list[Outcome]:
    settings = Settings(workers=workers, patience=0.8, megabytes=500)
    return list(Pool(jobs(*texts), settings, load_fake).run())


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_every_job_is_answered_once(workers: int) -> None:
    found = work(*GOOD, workers=workers)
    assert sorted(outcome.doc_id for outcome in found) == sorted(GOOD)
    assert all(outcome.key == f"key of {outcome.doc_id}" for outcome in found)


@pytest.mark.parametrize(("text", "reason"), POISON)
def test_poison_is_bounded_and_told_and_stops_no_other(text: str, reason: str) -> None:
    found = {outcome.doc_id: outcome for outcome in work(*GOOD[:3], text, *GOOD[3:])}
    assert sorted(found) == sorted([*GOOD, text])
    poisoned = decode_analysis(found[text].data, Article(text, text)).article
    assert poisoned.status == "failed"
    assert re.match(reason, poisoned.reason)


def test_no_jobs_no_answers() -> None:
    assert work() == []


@pytest.mark.parametrize(("load", "message"), [(load_nothing, "no model"), (load_and_die, r"while they load the models \(exit code 4\)")])
def test_workers_that_cannot_start_end_the_run(load: object, message: str) -> None:
    assert callable(load)
    with pytest.raises(PipelineError, match=message):
        list(Pool(jobs(*GOOD), Settings(workers=2), load).run())


def test_after_many_documents_another_worker_takes_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.batch.pool.MOST", 3)
    found = work(*(f"good {number}" for number in range(20)))
    assert sorted(outcome.doc_id for outcome in found) == sorted(f"good {number}" for number in range(20))
    assert max(Counter(outcome.data for outcome in found).values()) == 4  # two batches of two


def test_workers_can_be_started_after_their_server_has_ended() -> None:
    for _ in range(2):
        assert len(work(*GOOD)) == len(GOOD)
        stop_server()
    stop_server()


def test_a_worker_killed_from_outside_loses_nothing() -> None:
    killed: set[bytes] = set()
    found = []
    for outcome in Pool(jobs(*(f"good {number}" for number in range(40))), Settings(workers=2), load_fake).run():
        found.append(outcome.doc_id)
        if len(killed) < 2 and outcome.data not in killed:
            killed.add(outcome.data)
            os.kill(int(outcome.data), signal.SIGKILL)
    assert len(killed) == 2
    assert sorted(found) == sorted(f"good {number}" for number in range(40))


RUN = """
from pathlib import Path
from pipeline.batch.pool import Pool
from pipeline.settings import Settings
from tests.test_pool import jobs, load_patient

if __name__ == "__main__":
    list(Pool(jobs("for ever", "for ever, too"), Settings(workers=1), load_patient).run())
"""


def load_patient(settings: Settings) -> Work:
    """A worker that tells its process, and never comes to an end."""
    return spin


def spin(job: Job) -> Outcome:
    print(os.getpid(), flush=True)
    while True:
        pass


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_worker_that_hangs_ends_with_its_run(how: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", RUN], cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        worker = int(run.stdout.readline())
        assert is_alive(worker)
        run.send_signal(how)
        run.wait()
        for _ in range(100):
            if not is_alive(worker):
                break
            time.sleep(0.1)
    assert not is_alive(worker)


def is_alive(pid: int) -> bool:
    """Whether a process is at work: there, and no zombie that waits for its end to be noted."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
