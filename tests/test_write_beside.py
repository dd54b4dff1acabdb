"""The files of a folder that are made in processes beside: the same bytes as those made in one, and all or none of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from sample_folder import sample_tables, write_sample
from test_end_to_end import sums

from pipeline.batch.write import write_beside
from pipeline.errors import TableError
from pipeline.forks import Beside, do_beside, do_here
from pipeline.merge import Pair
from pipeline.records import Analysis, Article, EventMention
from pipeline.tables import Tables

MET = EventMention("a", "en", "meeting", "r", "occurred", "", "They met.", 0, 9, "met", 5, 8, ())
STORY = " ".join(f"word{n}" for n in range(40))


def analyses_of(tables: Tables) -> list[Analysis]:
    """Documents with the texts of the tables, and one that was not read."""
    return [Analysis(Article("z", "not read", status="failed")), *(Analysis(Article(doc_id, text)) for doc_id, text in reversed(tables.texts))]


@pytest.mark.parametrize("where", [do_here, do_beside])
def test_the_files_are_those_that_one_process_writes(where: Beside, tmp_path: Path) -> None:
    tables = sample_tables()

    def assemble(analyses: Iterable[Analysis], *, alike: Callable[[], Iterable[Pair]]) -> Tables:
        assert list(alike()) == []
        return tables

    (tmp_path / "out").mkdir()
    assert write_beside(analyses_of(tables), assemble, tmp_path / "out", "", where) == tables
    assert sums(tmp_path / "out") == sums(write_sample(tmp_path / "sample"))


@pytest.mark.parametrize("where", [do_here, do_beside])
def test_documents_that_tell_of_events_are_compared(where: Beside, tmp_path: Path) -> None:
    tables = sample_tables()
    told = [Analysis(Article(doc_id, STORY), (replace(MET, doc_id=doc_id),)) for doc_id in ("d", "e")]
    found: list[Pair] = []

    def assemble(analyses: Iterable[Analysis], *, alike: Callable[[], Iterable[Pair]]) -> Tables:
        found.extend(alike())
        return tables

    write_beside([*told, Analysis(Article("f", STORY)), *analyses_of(tables)], assemble, tmp_path, "", where)
    assert found == [("d", "e")]


def test_tables_that_contradict_each_other_leave_the_folder_and_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forks: list[int] = []
    fork = os.fork

    def count_fork() -> int:
        forks.append(fork())
        return forks[-1]

    monkeypatch.setattr(os, "fork", count_fork)
    tables = sample_tables()
    before = sums(write_sample(tmp_path))

    def assemble(analyses: Iterable[Analysis], *, alike: Callable[[], Iterable[Pair]]) -> Tables:
        alike()
        return replace(tables, mentions=())

    with pytest.raises(TableError):
        write_beside(analyses_of(tables), assemble, tmp_path, "", do_beside)
    assert sums(tmp_path) == before
    assert len(forks) == 3
    for pid in forks:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
