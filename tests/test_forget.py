"""`communique forget`: of a document that was forgotten, no file of the folder holds a word."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_end_to_end import rows, run_quietly, sums

from pipeline.cli import main
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.flow import Kit

TEXTS = {
    "kept": "Mayor Olga Belova met with Consul Igor Laptev in Kazan on 3 May 2021.",
    "secret": "Мэр Светозара Неждана посетила Вену 5 июня 2021 года.",
    "copy": "Mayor Olga Belova met with Consul Igor Laptev in Kazan on 3 May 2021.",
}
WORDS = ("Светозар", "Неждан", "Svetozar", "secret")


@pytest.fixture(autouse=True)
def loaded_once(kit: Kit) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.batch.work.load_kit", lambda settings: replace(kit, thorough=False))
        yield


def write_folder(folder: Path, *names: str, language: str = "en") -> Path:
    """The tables of these texts."""
    source, out = folder / "in", folder / "out"
    source.mkdir(parents=True)
    for name in names:
        (source / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
    run_quietly([source], out, Settings(language=language))
    return out


def contents(path: Path) -> Iterator[bytes]:
    """All that a file holds, packed or not."""
    yield path.read_bytes()
    if path.suffix == ".gz":
        yield gzip.decompress(path.read_bytes())
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            yield from (book.read(name) for name in book.namelist())


def test_nothing_of_it_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = write_folder(tmp_path, *TEXTS)
    assert main(["report", str(out)]) == 0
    assert any(word.encode() in content for path in out.iterdir() for content in contents(path) for word in WORDS)
    assert main(["forget", "secret", str(out)]) == 0
    assert "secret: removed" in capsys.readouterr().out
    assert [(path.name, word) for path in out.iterdir() for content in contents(path) for word in WORDS if word.encode() in content] == []
    assert [row["doc_id"] for row in rows(out, "documents")] == ["copy", "kept"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_tables_are_those_of_the_others_alone(tmp_path: Path, language: str) -> None:
    out = write_folder(tmp_path / "all", *TEXTS, language=language)
    assert main(["forget", "secret", str(out)]) == 0
    assert sums(out) == sums(write_folder(tmp_path / "rest", "kept", "copy", language=language))


def test_a_copy_takes_the_place_of_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = write_folder(tmp_path / "all", "kept", "copy")
    assert main(["forget", "copy", str(out)]) == 0
    assert "the same text stays, as kept" in capsys.readouterr().err
    assert sums(out) == sums(write_folder(tmp_path / "rest", "kept"))


@pytest.mark.parametrize("doc_id", ["nobody", "", "../kept", "' OR 1=1 --"])
def test_no_such_document(tmp_path: Path, doc_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = write_folder(tmp_path, "kept")
    before = sums(out)
    assert main(["forget", doc_id, str(out)]) == 2
    assert "no document" in capsys.readouterr().err
    assert sums(out) == before


def test_no_such_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forget", "kept", str(tmp_path)]) == 2
    assert "no output folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
