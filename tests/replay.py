"""A run that is quick enough to be killed many times: its workers take a moment for each document and then tell what an earlier run found.

usage: replay.py INPUT OUT EARLIER   (in a process of its own: the tests kill it)
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from pipeline.batch import run
from pipeline.batch.work import Job, Outcome, Work
from pipeline.ledger import open_ledger
from pipeline.settings import Settings


def main(source: Path, out: Path, earlier: Path) -> None:
    """Reads, merges and writes as any run does; saves after every document."""
    with open_ledger(earlier, fresh=False) as ledger:
        found = dict(ledger.read_analyses())

    def work(job: Job) -> Outcome:
        time.sleep(0.02)
        return Outcome(job.article.doc_id, job.key, found[job.article.doc_id])

    def load(settings: Settings) -> Work:
        return work

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.batch.hands.load_work", load)
        patch.setattr("pipeline.batch.update.SAVED", 0.0)
        run([source], out, Settings(), lambda done, total: print(done, flush=True))


main(*map(Path, sys.argv[1:]))
