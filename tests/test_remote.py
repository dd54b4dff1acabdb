"""Inputs and output folders at URLs, on fsspec's store in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.batch import run
from pipeline.batch.remote import bring_here
from pipeline.errors import UsageError
from pipeline.settings import Settings
from pipeline.tables.write import file_states

if TYPE_CHECKING:
    from pipeline.flow import Kit

fsspec = pytest.importorskip("fsspec")
TEXTS = {"a.txt": "Mayor Ada Lind met Consul Ivo Marek in Porvoo on 3 May 2021.", "deep/b.txt": "A library was opened in Porvoo on 7 July 2021."}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kit: Kit) -> Iterator[Any]:
    """A store with two releases below `in`, for runs in this process that keep their stages in a folder of the test."""
    monkeypatch.setattr("pipeline.batch.work.load_kit", lambda settings: replace(kit, thorough=False))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    memory = fsspec.filesystem("memory")
    for name, text in TEXTS.items():
        memory.pipe_file(f"/in/{name}", text.encode())
    yield memory
    memory.rm("/", recursive=True)


def nobody(done: int, total: int) -> None:
    """Watches nothing."""


def test_a_folder_at_a_url_holds_what_a_local_one_does(store: Any, tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    for name, text in TEXTS.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    run([source], out, Settings(), nobody)
    summary = run(["memory://in"], "memory://out", Settings(), nobody)
    assert summary.documents == {"ok": 2}
    for name in file_states(out):
        assert store.cat_file(f"/out/{name}") == (out / name).read_bytes(), name
    assert [path for path in tmp_path.iterdir() if path.name.startswith("communique-")] == []


def test_a_second_run_knows_the_first(store: Any) -> None:
    run(["memory://in/a.txt"], "memory://out", Settings(), nobody)
    summary = run(["memory://in"], "memory://out", Settings(), nobody)
    assert (summary.analysed, summary.known, summary.documents) == (1, 1, {"ok": 2})


def test_a_run_that_was_stopped_goes_on(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("pipeline.batch.write.check_tables", _interrupt)
        run(["memory://in"], "memory://out", Settings(), nobody)
    assert not store.exists("/out")
    summary = run(["memory://in"], "memory://out", Settings(), nobody)
    assert (summary.analysed, summary.known) == (0, 2)


@pytest.mark.parametrize("url", ["memory://none", "nosuchkind://x/y"])
def test_a_url_that_leads_nowhere(url: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=url), bring_here([url], tmp_path):
        pass


def _interrupt(tables: object) -> None:
    raise KeyboardInterrupt


def test_an_object_that_would_lie_outside_is_refused(store: Any, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(store), "find", lambda self, path: ["/in/a.txt", "/in/../../evil.txt"])
        with pytest.raises(UsageError, match="lies outside"), bring_here(["memory://in"], tmp_path / "out"):
            pass


def test_a_stage_of_somebody_else_is_refused(store: Any, tmp_path: Path) -> None:
    with bring_here([], "memory://other") as (_, stage):
        place = stage
    (tmp_path / "theirs").mkdir()
    place.symlink_to(tmp_path / "theirs")
    with pytest.raises(UsageError, match="belongs to somebody else"), bring_here([], "memory://other"):
        pass
