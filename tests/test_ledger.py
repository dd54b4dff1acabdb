"""The ledger: what it gives back, who may open it, and what it holds after a change that failed."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import LedgerError, UsageError
from pipeline.ledger import decode_analysis, encode_analysis, open_ledger
from pipeline.records import (
    Analysis,
    Article,
    DateMention,
    EventMention,
    Evidence,
    Interval,
    LocalEntity,
    Participant,
    PositionFact,
)

DAY = DateMention(0, 6, "5 мая", "DATE", "2021-05-05", Interval(date(2021, 5, 5), date(2021, 5, 6)), "day", "2021-05-05")
WHY = Evidence("who", "c", "Ида", 7, 10)
WHO = Participant("who", 1, "e1", "Ида", 7, 10, "Ida Berg", "person", "", "", "FI", "name", "ru")
MET = EventMention("d", "ru", "meeting", "r", "occurred", "", "Ида \u2028 «\0»", 0, 9, "m", 0, 1, (WHO,), DAY, amount=1e21, evidence=(WHY,))
ENTITY = LocalEntity("d", "e1", "person", "Ida Berg", "en", ("Ида", "Berg"), "FI", "mayor", "Porvoo", 7, 10)
READ = Article("d", "text", title="T", published="2021-05-06", lang="ru", sha256="a1", reason="a note")
ANALYSES = [
    Analysis(READ),
    Analysis(READ, (MET, MET), (ENTITY,), (PositionFact("d", "e1", "mayor", "Porvoo", "", "current", 7, 10),), (DAY,)),
    Analysis(Article("d", "text", status="skipped", reason="language kk", lang="kk")),
]


@pytest.mark.parametrize("analysis", ANALYSES, ids=["empty", "full", "skipped"])
def test_an_analysis_comes_back(analysis: Analysis) -> None:
    assert decode_analysis(encode_analysis(analysis), analysis.article) == analysis


def test_what_an_article_was_read_with_comes_from_the_article() -> None:
    found = decode_analysis(encode_analysis(Analysis(READ)), Article("d", "text", title="new", lang="en")).article
    assert (found.title, found.lang) == ("new", "ru")


@pytest.mark.parametrize("data", [b"", b"no analysis", encode_analysis(Analysis(READ))[:-9]])
def test_broken_bytes_are_told(data: bytes) -> None:
    with pytest.raises(ValueError):
        decode_analysis(data, READ)


def test_documents_texts_and_analyses_come_back(tmp_path: Path) -> None:
    article = Article("d", "", sha256="a1", n_chars=4)
    with open_ledger(tmp_path, fresh=False) as ledger:
        ledger.write_text("a1", "Текст")
        ledger.replace_documents([article])
        ledger.write_analyses([("d", "key", b"data")])
        ledger.write_note("n", "v")
    with open_ledger(tmp_path, fresh=False) as ledger:
        assert (ledger.read_documents(), ledger.read_text("a1"), ledger.note("n"), ledger.note("m")) == ((article,), "Текст", "v", "")
        assert (dict(ledger.read_keys()), list(ledger.read_analyses())) == ({"d": "key"}, [("d", b"data")])


def test_what_leaves_the_documents_leaves_the_ledger(tmp_path: Path) -> None:
    with open_ledger(tmp_path, fresh=False) as ledger:
        ledger.write_text("a1", "one")
        ledger.replace_documents([Article("d", "", sha256="a1")])
        ledger.write_analyses([("d", "key", b"data")])
        ledger.replace_documents([Article("e", "", sha256="b2")])
        assert dict(ledger.read_keys()) == {}
        with pytest.raises(LedgerError, match="a1 is missing"):
            ledger.read_text("a1")


def test_annotations_come_back_and_leave_with_their_documents(tmp_path: Path) -> None:
    with open_ledger(tmp_path, fresh=False) as ledger:
        ledger.replace_documents([Article("d", ""), Article("e", "")])
        ledger.write_annotations([("d", "key", b"old"), ("d", "key", b"data"), ("e", "key", b"more")])
    with open_ledger(tmp_path, fresh=False) as ledger:
        assert [ledger.read_annotation("d", key) for key in ("key", "other")] == [b"data", b""]
        ledger.replace_documents([Article("e", "")])
        assert [ledger.read_annotation(doc_id, "key") for doc_id in "de"] == [b"", b"more"]


def test_annotations_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.ledger.database.MOST", 10)
    with open_ledger(tmp_path, fresh=False) as ledger:
        ledger.write_annotations([("a", "key", b"123456"), ("b", "key", b"123456")])
        ledger.write_annotations([("c", "key", b"1234"), ("d", "key", b"1")])
        assert [ledger.read_annotation(doc_id, "key") for doc_id in "abcd"] == [b"123456", b"", b"1234", b""]


def test_a_change_is_whole_or_not_there(tmp_path: Path) -> None:
    with open_ledger(tmp_path, fresh=False) as ledger:
        with pytest.raises(ZeroDivisionError), ledger.change():
            ledger.write_note("n", "v")
            raise ZeroDivisionError
        assert ledger.note("n") == ""


@pytest.mark.parametrize(
    "after",
    [(), ("b",), ("a", "b", "c"), ("c",)],
    ids=["none", "fewer", "more", "others"],
)
@pytest.mark.parametrize("title", ["as it was", "changed"])
def test_the_documents_are_those_given_last(tmp_path: Path, after: tuple[str, ...], title: str) -> None:
    wanted = tuple(Article(name, "", sha256=name, title=title) for name in after)
    with open_ledger(tmp_path, fresh=False) as ledger:
        ledger.replace_documents(Article(name, "", sha256=name, title="as it was") for name in ("b", "a"))
        ledger.write_analyses((name, "key", b"data") for name in ("a", "b"))
        ledger.replace_documents(reversed(wanted))
        assert ledger.read_documents() == wanted
        assert set(ledger.read_keys()) == {"a", "b"} & set(after)


def test_fresh_forgets(tmp_path: Path) -> None:
    with open_ledger(tmp_path, fresh=False) as ledger:
        ledger.write_note("n", "v")
    with open_ledger(tmp_path, fresh=True) as ledger:
        assert ledger.note("n") == ""


def test_nobody_else_may_open_it(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from pipeline.ledger import open_ledger; open_ledger(Path(sys.argv[1]), fresh=True).__enter__()"
    with open_ledger(tmp_path, fresh=False) as ledger:
        with pytest.raises(UsageError, match="another run"), open_ledger(tmp_path, fresh=False):
            pass
        other = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
        assert "UsageError" in other.stderr
        ledger.write_note("n", "v")
    with open_ledger(tmp_path, fresh=False) as ledger:
        assert ledger.note("n") == "v"


def write_garbage(path: Path) -> None:
    path.write_bytes(b"no database at all, " * 100)


def write_other_version(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.executescript("CREATE TABLE things (x); PRAGMA user_version = 99;")
    connection.close()


@pytest.mark.parametrize("write", [write_garbage, write_other_version])
def test_another_file_of_that_name_is_told_and_made_anew(tmp_path: Path, write: object) -> None:
    assert callable(write)
    write(tmp_path / "ledger.sqlite")
    with pytest.raises(UsageError, match="--fresh"), open_ledger(tmp_path, fresh=False):
        pass
    with open_ledger(tmp_path, fresh=True) as ledger:
        assert ledger.read_documents() == ()


def test_a_disk_that_is_full_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="full"), open_ledger(tmp_path, fresh=False) as ledger:
        ledger._connection.execute("PRAGMA max_page_count = 20")
        ledger.write_analyses([(str(n), "key", bytes(9000)) for n in range(99)])
