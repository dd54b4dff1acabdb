"""The hostile corpus, read with the real models: every file ends with a reason, and harms neither the articles beside it nor who opens the tables."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from coverage import Coverage
from hostile.corpus import write_corpus, write_good
from lxml import html
from test_end_to_end import rows, run_quietly, sums

from pipeline.report import write_report
from pipeline.settings import Limits, Settings
from pipeline.tables.cells import RUN
from pipeline.tables.read import read_texts

if TYPE_CHECKING:
    from pipeline.flow import Kit

TABLES = ("events", "mentions", "participants", "event_participants", "entities", "positions", "documents", "dates")
# Under `make coverage` all takes several times as long, and where the alarm of a bound goes off within the tracer, its lock is never given back.
SETTINGS = Settings() if Coverage.current() is None else Settings(patience=3600, limits=Limits(seconds=600))
STATUSES = {"ok", "no_events", "duplicate", "skipped", "failed"}
FAILED = {  # what has to fail, and what the reason tells
    "encodings/binary": "binary data",
    "feeds/other": "no RSS or Atom feed",
    "packed/bomb": "unpacks to 100000670 bytes",
    "packed/checksum": "CRC check failed",
    "packed/laughs": "broken DOCX",
    "packed/emoji": "takes more than 600 MB of memory to read",
    "packed/line#1": "a line of more than 20000000 characters",
    "pages/attributes": "attributes; at most 10000",
    "pages/deep": "1000 deep",
    "pages/wide": "40002 elements",
    "special/loop-a": "symbolic links",
    "special/zero": "no regular file",
    "tables/header": "no column `text`",
    "texts/too-long": "350000 characters",
}


@pytest.fixture(scope="module", autouse=True)
def loaded_once(kit: Kit) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.batch.work.load_kit", lambda settings: replace(kit, thorough=False))
        yield


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "in"
    assert write_corpus(folder) >= 200
    return folder


@pytest.fixture(scope="module")
def tables(corpus: Path) -> Path:
    """The tables of the whole corpus."""
    out = corpus.parent / "out"
    run_quietly([corpus], out, SETTINGS)
    return out


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of its good articles."""
    folder = tmp_path_factory.mktemp("good")
    write_good(folder / "in")
    run_quietly([folder / "in"], folder / "out", SETTINGS)
    return folder / "out"


def test_every_file_is_told_with_its_reason(corpus: Path, tables: Path) -> None:
    documents = rows(tables, "documents")
    files = [Path(parent, name) for parent, _, names in os.walk(corpus) for name in names if not name.startswith(".")]
    written = {os.fsencode(path.relative_to(corpus)).decode("utf-8", errors="replace") for path in files}
    assert {name for name in written if "\ufffd" not in name} <= {row["path"].removeprefix("'") for row in documents}
    assert {row["status"] for row in documents} == STATUSES
    assert [row["doc_id"] for row in documents if row["status"] in {"failed", "skipped"} and not row["reason"]] == []
    assert [row["reason"] for row in documents if len(row["reason"]) > 301 or "\n" in row["reason"]] == []


@pytest.mark.parametrize(("doc_id", "reason"), FAILED.items())
def test_what_is_not_read_says_why(tables: Path, doc_id: str, reason: str) -> None:
    [row] = [row for row in rows(tables, "documents") if row["doc_id"] == doc_id]
    assert row["status"] == "failed"
    assert reason in row["reason"]


@pytest.mark.parametrize("table", ["documents", "mentions", "participants", "positions", "dates"])
def test_the_good_articles_give_the_rows_that_they_give_alone(tables: Path, alone: Path, table: str) -> None:
    assert [row for row in rows(tables, table) if row["doc_id"].startswith("good/")] == rows(alone, table) != []


def test_their_events_are_theirs_alone(tables: Path, alone: Path) -> None:
    columns = ("event_type", "status", "date_start", "who", "whom", "participants", "place", "what", "n_mentions", "n_documents", "quote")
    found, wanted = ([[row[column] for column in columns] for row in rows(out, "events")] for out in (tables, alone))
    assert wanted
    assert [row for row in wanted if row not in found] == []


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_runs(tables: Path, table: str) -> None:
    with (tables / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file, strict=True)
    assert {len(line) for line in lines} == {len(header)}
    assert [cell for line in lines for cell in line if cell.startswith(RUN) and not cell[1:].replace(".", "").isdigit()] == []


def test_the_workbook_opens_and_holds_no_formula(tables: Path) -> None:
    book = openpyxl.load_workbook(tables / "events.xlsx", read_only=True)
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None} <= {"s", "n", "d", "b"}


def test_offsets_hold_in_every_text(tables: Path) -> None:
    texts = read_texts(tables)
    for row in rows(tables, "mentions"):
        assert texts[row["doc_id"].removeprefix("'")][int(row["char_start"]) : int(row["char_end"])] == row["sentence"].removeprefix("'")


def test_the_page_has_no_element_of_theirs(tables: Path, alone: Path) -> None:
    trees = [html.fromstring(write_report(out).read_bytes().decode("utf-8")) for out in (tables, alone)]
    found, wanted = ({(element.tag, name) for element in tree.iter() for name in (*element.attrib, "")} for tree in trees)
    assert {name for name in found - wanted if name[0] not in {"rect", "text", "title", "g"}} == set()  # the timeline has more bars
    assert [len(tree.xpath("//script")) for tree in trees][0] == len(trees[1].xpath("//script"))
    assert [address for address in trees[0].xpath("//@href | //@src") if not str(address).startswith(("#", "data:image"))] == []


def test_nothing_is_written_elsewhere(corpus: Path, tables: Path) -> None:
    assert {path.name for path in corpus.parent.iterdir()} == {"in", "out"}
    assert list(corpus.parents[1].rglob("evil.txt")) == []


def test_the_same_bytes_again(corpus: Path, tables: Path) -> None:
    before = sums(tables)
    run_quietly([corpus], tables, SETTINGS)
    assert {name: digest for name, digest in sums(tables).items() if name in before} == before
