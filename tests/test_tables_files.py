"""The files of an output folder in their details: data package, workbook, order of rows, and what is said of a folder that is none."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from test_tables import ANN, BOB, DOCUMENT, EVENT, MENTION, TABLES

import pipeline
import pipeline.tables
from pipeline.errors import TableError, UsageError
from pipeline.tables import DateRow, DocumentRow, EntityRow, EventParticipantRow, EventRow, PositionRow, Tables, check_tables, write_tables
from pipeline.tables.atomic import replace_file, replace_files
from pipeline.tables.cells import format_cell, format_line, quote_cell
from pipeline.tables.package import build_package
from pipeline.tables.read import check_folder, find_anchor, read_evidence, read_table, read_texts
from pipeline.tables.rows import Row
from pipeline.tables.schema import Column, Schema, Table, load_schema
from pipeline.tables.workbook import write_workbook
from pipeline.tables.write import format_table, sort_rows

NAME = Column("name", "string", "What it is called")
SHORT = Table("ports", "Harbours.", (Column("id", "string", "Id"), NAME), key=("id",), order=("id",), references={})
COLUMNS = (
    Column("ship_id", "integer", "Number"),
    Column("port", "string", "Home"),
    Column("kind", "string", "Kind", ("tug", "ferry")),
    Column("owners", "list", "Owners"),
    Column("mother", "integer", "Built after"),
)
SHIPS = Table("ships", "Ships.", COLUMNS, key=("ship_id",), order=("ship_id",), references={"port": ("ports", "id"), "mother": ("ships", "ship_id")})
LOOSE = Table("calls", "Calls.", (NAME,), key=(), order=("name",), references={})
SCHEMA = Schema("Fleet", "Who sails where.", (SHIPS, SHORT, LOOSE), {"log.txt": "the log", "map.txt": "the map"}, ("ships",))


def test_the_package_as_a_whole() -> None:
    package = build_package(SCHEMA)
    assert {name: package[name] for name in ("profile", "name", "title", "description")} == {
        "profile": "data-package",
        "name": "communique-events",
        "title": "Fleet",
        "description": "Who sails where. Beside the tables there are log.txt (the log), map.txt (the map).",
    }
    assert "rules_sha256" not in package
    assert build_package(SCHEMA, rules_sha256="ab")["rules_sha256"] == "ab"


def test_the_resources_of_a_package() -> None:
    resources = build_package(SCHEMA)["resources"]
    assert isinstance(resources, list)
    ships, ports, calls = resources
    assert (ships["path"], ships["profile"], ships["encoding"], ships["mediatype"]) == ("ships.csv", "tabular-data-resource", "utf-8", "text/csv")
    assert ships["dialect"] == {"csv": {"lineTerminator": "\n", "delimiter": ",", "quoteChar": '"', "doubleQuote": True}}
    assert ships["schema"] == {
        "fields": [
            {"name": "ship_id", "type": "integer", "description": "Number", "constraints": {"required": True}},
            {"name": "port", "type": "string", "description": "Home"},
            {"name": "kind", "type": "string", "description": "Kind", "constraints": {"enum": ["tug", "ferry"]}},
            {"name": "owners", "type": "string", "description": "Owners"},
            {"name": "mother", "type": "integer", "description": "Built after"},
        ],
        "missingValues": [""],
        "primaryKey": ["ship_id"],
        "foreignKeys": [
            {"fields": ["port"], "reference": {"resource": "ports", "fields": ["id"]}},
            {"fields": ["mother"], "reference": {"resource": "", "fields": ["ship_id"]}},
        ],
    }
    assert ports["schema"].keys() == {"fields", "missingValues", "primaryKey"}
    assert calls["schema"].keys() == {"fields", "missingValues"}


def sheet_of(folder: Path, *rows: DocumentRow) -> openpyxl.worksheet.worksheet.Worksheet:
    write_tables(Tables(documents=rows), folder)
    return openpyxl.load_workbook(folder / "events.xlsx")["documents"]


def width_of(sheet: openpyxl.worksheet.worksheet.Worksheet, column: str) -> int:
    """In characters; the file adds the margin of a cell, and tells columns of one width at once."""
    number = next(cell.column for cell in sheet[1] if cell.value == column)
    return int(next(told.width for told in sheet.column_dimensions.values() if told.min <= number <= told.max))


WIDTHS = [  # column of documents, its longest cell, width
    ("lang", "en", 10),
    ("source", "a" * 9, 10),
    ("source", "a" * 10, 11),
    ("source", "a" * 48, 49),
    ("source", "a" * 49, 50),
    ("source", "a" * 90, 50),
    ("published", "2023-05-04", 12),  # its name and the arrow of the filter
    ("n_chars", 5, 10),
    ("n_mentions", 5, 13),
    ("published_source", "record", 19),
]


@pytest.mark.parametrize(("column", "value", "width"), WIDTHS)
def test_widths_of_columns(column: str, value: object, width: int, tmp_path: Path) -> None:
    assert width_of(sheet_of(tmp_path, replace(DOCUMENT, **{column: value})), column) == width  # type: ignore[arg-type]


def test_widths_are_taken_from_the_first_rows(tmp_path: Path) -> None:
    rows = [replace(DOCUMENT, doc_id=f"d{n:03}", source="short") for n in range(501)]
    rows[499] = replace(rows[499], source="a" * 20)
    rows[500] = replace(rows[500], source="a" * 30)
    assert width_of(sheet_of(tmp_path, *rows), "source") == 21


def test_cells_of_the_workbook(tmp_path: Path) -> None:
    event = replace(EVENT, who=(), what="", first_published="1900-02-28", last_published="1900-03-01", n_sources=0, confidence=0.0)
    write_tables(replace(TABLES, events=(event,)), tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / "events.xlsx")["events"]
    cells = {header.value: sheet.cell(2, header.column) for header in sheet[1]}
    assert (cells["first_published"].data_type, cells["first_published"].value) == ("s", "1900-02-28")
    assert (cells["last_published"].data_type, cells["last_published"].number_format) == ("d", "yyyy-mm-dd")
    assert cells["last_published"].value.date() == date(1900, 3, 1)
    assert (cells["who"].value, cells["what"].value, cells["n_sources"].value, cells["confidence"].value) == (None, None, 0, 0)
    assert (cells["whom"].value, cells["amount"].data_type) == ("Bob Ray; =Roy", "n")
    assert (sheet["A1"].font.bold, sheet["A1"].border.bottom.style, sheet["A2"].font.bold) == (True, "thin", False)
    properties = openpyxl.load_workbook(tmp_path / "events.xlsx").properties
    assert (properties.title, properties.created.isoformat()) == (load_schema().title, "2000-01-01T00:00:00")


def test_lists_of_the_workbook_are_joined_as_in_the_tables(tmp_path: Path) -> None:
    write_tables(TABLES, tmp_path)
    entities = openpyxl.load_workbook(tmp_path / "events.xlsx")["entities"]
    assert entities["F2"].value == "A. Lee|Lee"
    assert (entities.freeze_panes, entities.auto_filter.ref) == ("B2", "A1:J3")


def test_booleans_of_the_workbook_and_an_empty_sheet(tmp_path: Path) -> None:
    columns = (
        Column("up", "boolean", ""),
        Column("length", "integer", ""),
        Column("far", "number", ""),
        Column("on", "date", ""),
        Column("answered", "boolean", ""),
    )
    table = Table("calls", "", columns, key=(), order=(), references={})
    schema = Schema("Fleet", "", (table,), {}, ("calls",))
    write_workbook(tmp_path / "full.xlsx", schema, {"calls": [Call(True, 3, 2.5), Call(False, 0, 0.0), Call(None, None, None)]})
    write_workbook(tmp_path / "empty.xlsx", schema, {"calls": []})
    full, empty = (openpyxl.load_workbook(tmp_path / name)["calls"] for name in ("full.xlsx", "empty.xlsx"))
    assert [[cell.value for cell in row] for row in full.iter_rows(min_row=2)] == [[True, 3, 2.5, None, None], [False, 0, 0, None, None]]
    assert (full.auto_filter.ref, empty.auto_filter.ref) == ("A1:E4", "A1:E2")
    assert {column.name: width_of(full, column.name) for column in columns} == {"up": 9, "length": 9, "far": 10, "on": 11, "answered": 11}


class Call:
    """A row of a table that no run writes."""

    def __init__(self, up: bool | None, length: int | None, far: float | None) -> None:
        self.up, self.length, self.far = up, length, far
        self.on = self.answered = None


BARE: list[tuple[str, Row, str]] = [  # table, a row of which nothing else is known, its line
    ("events", EventRow("e1", "meeting", "occurred"), "e1,meeting,occurred" + "," * 16 + "0,0,0" + "," * 11),
    ("entities", EntityRow("n1", "person", "Ann"), "n1,person,Ann,,,,,0,0,"),
    ("event_participants", EventParticipantRow("e1", "n1", "who", None, "Ann", "person"), "e1,n1,who,,Ann,person,,,,1"),
    ("positions", PositionRow("n1", "Ann", "mayor", None, None, None, "a", 0, 3), "n1,Ann,mayor,,,,a,0,3,"),
    ("documents", DocumentRow("a", None, None, None, None, None, None, None, None, 0, "ok"), "a,,,,,,,,,0,ok,,0,,,"),
    ("dates", DateRow("a", 0, 3, "May", "DATE", None), "a,0,3,May,DATE,,,,,"),
]


@pytest.mark.parametrize(("name", "row", "line"), BARE)
def test_what_is_not_known_is_an_empty_cell(name: str, row: Row, line: str) -> None:
    table = next(table for table in load_schema().tables if table.name == name)
    header, told = format_table([row], table).decode("utf-8").splitlines()
    assert header == ",".join(column.name for column in table.columns)
    assert told == line


def test_rows_are_sorted_by_what_is_known(tmp_path: Path) -> None:
    dates = next(table for table in load_schema().tables if table.name == "dates")
    rows = [
        DateRow("b", 0, 3, "x", "DATE", None),
        DateRow("a", 9, 12, "y", "DATE", None),
        DateRow("a", 9, 12, "y", "DATE", "2023"),
        DateRow("a", 2, 12, "z", "DATE", "1"),
    ]
    assert sort_rows(reversed(rows), dates) == sort_rows(rows, dates) == (rows[3], rows[1], rows[2], rows[0])
    positions = next(table for table in load_schema().tables if table.name == "positions")
    held = [PositionRow("n1", "Ann", "mayor", None, None, None, "a", start, 3) for start in (7, 2)]
    assert sort_rows(held, positions) == (held[1], held[0])


LINES = [
    (("a", None, 3, 2.5, True, ("x", "y")), "a,,3,2.5,true,x; y\n"),
    (("a,b", 'say "so"', "two\nlines", "cr\rhere"), '"a,b","say ""so""","two\nlines","cr\rhere"\n'),
    (("=1+1", "@x", "-2", "-x", "'a"), "'=1+1,'@x,-2,'-x,''a\n"),
    ((-2, -2.5, ("=a", "b")), "-2,-2.5,'=a; b\n"),
    ((), "\n"),
]


@pytest.mark.parametrize(("values", "line"), LINES)
def test_lines(values: tuple[str | int | float | bool | tuple[str, ...] | None, ...], line: str) -> None:
    assert format_line(values) == line


def test_cells() -> None:
    assert format_cell(("a", "b"), joined_by="|") == "a|b"
    assert [quote_cell(cell) for cell in ("a", "a,b", 'a"', "a\rb", "a\nb")] == ["a", '"a,b"', '"a"""', '"a\rb"', '"a\nb"']


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("files")
    write_tables(TABLES, out)
    return out


def test_what_is_written_is_read_back(folder: Path) -> None:
    assert check_folder(folder) == folder
    assert [row["doc_id"] for row in read_table(folder, "documents")] == ["'a", "NA"]
    assert read_table(folder, "documents")[0]["title"] == DOCUMENT.title
    assert list(read_texts(folder)) == ["'a"]
    assert [record["mention_id"] for record in read_evidence(folder)] == ["m1"]
    assert find_anchor("e1f") == "m1f"


def test_cells_longer_than_csv_reads_by_itself(tmp_path: Path) -> None:
    write_tables(replace(TABLES, documents=(replace(DOCUMENT, reason="x" * 200_000),)), tmp_path)
    before = csv.field_size_limit(1000)
    try:
        assert len(read_table(tmp_path, "documents")[0]["reason"]) == 200_000
    finally:
        csv.field_size_limit(before)


def test_what_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    assert (read_texts(tmp_path), list(read_evidence(tmp_path))) == ({}, [])
    for call, message in (
        (lambda: check_folder(tmp_path / "none"), "no such folder"),
        (lambda: check_folder(tmp_path), "holds no events.csv"),
        (lambda: read_table(tmp_path, "events"), "no such table"),
    ):
        with pytest.raises(UsageError, match=message):
            call()


BROKEN = [("events.csv", b'id,name\n1,"open', "not a table"), ("events.csv", b"id\n\xff\n", "not a table"), ("events.csv", b"id\n1,2\n", "not a table")]


@pytest.mark.parametrize(("name", "data", "message"), BROKEN)
def test_broken_tables_are_told(name: str, data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(TableError, match=message):
        read_table(tmp_path, "events")


def test_a_short_row_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_bytes(b"\xef\xbb\xbfid,name\n1\n")
    assert read_table(tmp_path, "events") == [{"id": "1", "name": ""}]


def test_broken_evidence_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "evidence.jsonl").write_text('{"mention_id": "m1"}\n{"mention_id":\n', encoding="utf-8")
    found = read_evidence(tmp_path)
    assert next(found) == {"mention_id": "m1"}
    with pytest.raises(TableError, match=r"evidence\.jsonl, line 2: broken JSON"):
        next(found)


def test_frames_have_the_declared_types(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    frames, other = pipeline.load(folder), tmp_path_factory.mktemp("other")
    assert {name: str(frames.events[name].dtype) for name in ("event_type", "status", "country", "what", "n_mentions", "confidence", "date_start")} == {
        "event_type": "category",
        "status": "category",
        "country": "category",
        "what": "string",
        "n_mentions": "Int64",
        "confidence": "float64",
        "date_start": "datetime64[s]",
    }
    assert list(frames.events["status"].cat.categories) == ["occurred", "planned", "proposed", "negated"]
    assert list(frames.mentions["event_type"].cat.categories) == ["meeting"]
    assert str(frames.mentions["background"].dtype) == "boolean"
    write_tables(replace(TABLES, mentions=(MENTION, replace(MENTION, mention_id="m2", trigger_end=18, background=False))), other)
    assert pipeline.load(other).mentions["background"].tolist() == [True, False]
    assert pd.isna(frames.mentions["what"].iloc[0])
    assert len(frames) == 8
    assert repr(frames).startswith(f"<tables of {folder}: 1 events, 1 mentions, 2 participants, 2 event_participants, 2 entities")
    assert frames.texts() == dict(TABLES.texts)
    with pytest.raises(KeyError, match="no table 'folder'; there are events, mentions"):
        frames["folder"]


def test_columns_of_a_later_version_are_text(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    lines = (folder / "dates.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "dates.csv").write_text(f"{lines[0]},mood\n{lines[1]},'=1\n", encoding="utf-8")
    assert pipeline.load(tmp_path).dates["mood"].tolist() == ["=1"]
    assert str(pipeline.load(tmp_path).dates["mood"].dtype) == "string"


def test_load_is_a_name_of_the_package() -> None:
    assert pipeline.tables.load is pipeline.tables.frames.load
    with pytest.raises(AttributeError, match="no attribute 'store'"):
        getattr(pipeline.tables, "store")  # noqa: B009


AT_THE_BORDER = [  # tables that agree
    replace(TABLES, mentions=(replace(MENTION, trigger=MENTION.sentence, trigger_start=0, trigger_end=48),)),
    replace(TABLES, events=(replace(EVENT, review_status="fixed", event_type="visit", place="Quito", what="pact"),)),
    replace(TABLES, events=(replace(EVENT, review_status="fixed"),), event_participants=(replace(TABLES.event_participants[0], n_mentions=0),)),
    replace(TABLES, participants=(ANN, BOB, replace(ANN, role="whom"))),
    replace(TABLES, positions=TABLES.positions * 2, dates=TABLES.dates * 2),
    replace(TABLES, documents=(DOCUMENT, replace(TABLES.documents[1], published=""))),
]
WRONG = [  # tables that do not, what is told
    (replace(TABLES, events=(replace(EVENT, review_status="fixed"),), mentions=()), "event e1 has no mention"),
    (replace(TABLES, event_participants=(replace(TABLES.event_participants[0], n_mentions=0),)), "n_mentions is 0, but 1"),
    (replace(TABLES, event_participants=(replace(TABLES.event_participants[0], n_mentions=2),)), "n_mentions is 2, but 1"),
    (replace(TABLES, mentions=(replace(MENTION, char_start=-1),)), "offsets -1 to 48 hold ''"),
    (replace(TABLES, events=(replace(EVENT, date_start=None),)), "no mention has its date_start None"),
    (replace(TABLES, events=(replace(EVENT, date_start="2023-5-3", date_end=None),)), "'2023-5-3' is no ISO day"),
    (replace(TABLES, mentions=(replace(MENTION, trigger="by", trigger_start=14, trigger_end=12),)), "outside the sentence"),
    (replace(TABLES, entities=(*TABLES.entities, TABLES.entities[0])), "entities: n2 is there 2 times"),
]


@pytest.mark.parametrize("tables", AT_THE_BORDER)
def test_what_agrees_passes(tables: Tables) -> None:
    check_tables(tables)


@pytest.mark.parametrize(("tables", "message"), WRONG)
def test_what_contradicts_is_told(tables: Tables, message: str) -> None:
    with pytest.raises(TableError) as error:
        check_tables(tables)
    assert message in str(error.value)


def write_both(folder: Path, *, fail: Callable[[], object] = dict) -> None:
    """Writes two files of a folder."""
    with replace_files(folder) as draft:
        draft("a.txt").write_text("new", encoding="utf-8")
        draft("b.txt").write_text("new", encoding="utf-8")
        fail()


def state(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_files_take_their_places_together(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    (tmp_path / "other.txt").write_text("mine", encoding="utf-8")
    (tmp_path / ".draft-left").mkdir()
    (tmp_path / ".draft-left" / "a.txt").write_text("half", encoding="utf-8")
    write_both(tmp_path)
    assert state(tmp_path) == {"a.txt": "new", "b.txt": "new", "other.txt": "mine"}
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "a.txt", tmp_path / "b.txt")} == {0o644}


def test_a_file_that_cannot_take_its_place_puts_the_others_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(OSError, match=r"b\.txt"):
        write_both(tmp_path)
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a.txt", "b.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "old"


def test_a_disk_without_second_names_keeps_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*paths: object) -> None:
        raise PermissionError("no second names here")

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    write_both(tmp_path)
    assert state(tmp_path) == {"a.txt": "new", "b.txt": "new"}


def test_a_draft_that_vanished_is_no_second_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replace_file(tmp_path / "a.txt") as draft:
        draft.unlink()
    assert list(tmp_path.iterdir()) == []


def test_the_package_is_written_to_be_read_by_people(folder: Path) -> None:
    text = (folder / "datapackage.json").read_text(encoding="utf-8")
    assert text == json.dumps(build_package(load_schema()), ensure_ascii=False, indent=2) + "\n"


def test_rows_with_and_without_offsets_are_sorted(tmp_path: Path) -> None:
    table = next(table for table in load_schema().tables if table.name == "participants")
    assert sort_rows((ANN, BOB, replace(ANN, char_start=2)), table) == sort_rows((replace(ANN, char_start=2), ANN, BOB), table)
    assert sort_rows((replace(ANN, side=None), ANN), replace(table, order=("side",))) == (replace(ANN, side=None), ANN)


def test_texts_are_packed_in_the_order_of_their_ids(tmp_path: Path) -> None:
    write_tables(replace(TABLES, texts=(("b", "Две строки\nтекста"), ("a", "One."))), tmp_path)
    packed = io.StringIO(gzip.decompress((tmp_path / "texts.jsonl.gz").read_bytes()).decode("utf-8"))
    assert packed.read() == '{"doc_id": "a", "text": "One."}\n{"doc_id": "b", "text": "Две строки\\nтекста"}\n'
