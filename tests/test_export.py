"""Exports give back the cells of the CSV files, whatever reads them; keys, search and views of the databases; errors that say what to do."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import pytest
from frictionless import Package
from sample_folder import write_sample
from test_tables import TABLES

import pipeline
from pipeline.cli import EXPORTS, main
from pipeline.export import FORMATS
from pipeline.tables import Tables, write_tables
from pipeline.tables.cells import format_number, restore
from pipeline.tables.schema import load_schema

Table = list[list[str]]  # header, then rows, as text
NAMES = [table.name for table in load_schema().tables]


@pytest.fixture(scope="module", params=["plain", "hostile"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with every export; the hostile one has cells that begin like formulas, names like NA, days before 1900, and line breaks."""
    out = tmp_path_factory.mktemp(request.param)
    if request.param == "plain":
        write_sample(out)
    else:
        write_tables(TABLES, out)
    for to in FORMATS:
        assert main(["export", str(out), "--to", to]) == 0
    return out


def expected(folder: Path, name: str) -> Table:
    data = (folder / f"{name}.csv").read_bytes().decode("utf-8")
    return [[restore(cell) for cell in row] for row in csv.reader(io.StringIO(data, newline=""))]


def say(value: object) -> str:
    """A typed cell as the CSV file has it."""
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return ""
    if isinstance(value, bool) or type(value).__name__ == "bool_":
        return "true" if value else "false"
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return format_number(float(value)) if isinstance(value, int | float) else str(value)


def read_frame(frame: pd.DataFrame) -> Table:
    return [list(frame.columns), *([say(value) for value in row] for row in frame.astype(object).itertuples(index=False))]


def read_pandas(folder: Path, name: str) -> Table:
    return read_frame(pipeline.load(folder)[name])


def read_parquet(folder: Path, name: str) -> Table:
    return read_frame(pd.read_parquet(folder / "parquet" / f"{name}.parquet"))


def read_sqlite(folder: Path, name: str) -> Table:
    booleans = {column.name for table in load_schema().tables if table.name == name for column in table.columns if column.type == "boolean"}
    with closing(sqlite3.connect(folder / "tables.sqlite")) as database:
        cursor = database.execute(f"SELECT * FROM {name} ORDER BY rowid")
        header = [column[0] for column in cursor.description]
        return [header, *([say(bool(value) if key in booleans else value) for key, value in zip(header, row, strict=True)] for row in cursor)]


def read_duckdb(folder: Path, name: str) -> Table:
    with duckdb.connect(str(folder / "tables.duckdb"), read_only=True) as database:
        cursor = database.execute(f"SELECT * FROM {name} ORDER BY rowid")
        header = [column[0] for column in cursor.description or ()]
        return [header, *([say(value) for value in row] for row in cursor.fetchall())]


def read_workbook(folder: Path, name: str) -> Table:
    sheet = openpyxl.load_workbook(folder / "tables.xlsx")[name]
    return [[say(value).replace("_x000D_", "\r") for value in row] for row in sheet.iter_rows(values_only=True)]


def read_r(folder: Path, name: str) -> Table:
    """As read.csv of R reads it: sep ",", quote '"', a doubled quote within quotes is one, encoding UTF-8, na.strings ""."""
    return [[restore(cell) for cell in row] for row in split_r((folder / f"{name}.csv").read_bytes().decode("utf-8"))]


def split_r(data: str) -> Iterator[list[str]]:
    row, cell, quoted, before = [""], 0, False, ""
    for char in data:
        if char == '"':
            row[cell] += '"' if not quoted and before == '"' else ""
            quoted = not quoted
        elif not quoted and char == ",":
            row.append("")
            cell += 1
        elif not quoted and char == "\n":
            yield row
            row, cell = [""], 0
        else:
            row[cell] += char
        before = char if char == '"' and before != '"' else ""


READERS: list[Callable[[Path, str], Table]] = [read_pandas, read_parquet, read_sqlite, read_duckdb, read_workbook, read_r]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
def test_every_reader_finds_the_same_cells(folder: Path, read: Callable[[Path, str], Table], name: str) -> None:
    assert read(folder, name) == expected(folder, name)


def test_the_folder_stays_valid(folder: Path) -> None:
    assert Package(str(folder / "datapackage.json")).validate().valid


def test_types_of_columns(folder: Path) -> None:
    frame = pd.read_parquet(folder / "parquet" / "events.parquet", dtype_backend="pyarrow")
    kinds = {name: str(frame[name].dtype) for name in ("event_id", "date_start", "n_mentions", "amount")}
    assert kinds == {"event_id": "string[pyarrow]", "date_start": "date32[day][pyarrow]", "n_mentions": "int64[pyarrow]", "amount": "double[pyarrow]"}
    with duckdb.connect(str(folder / "tables.duckdb"), read_only=True) as database:
        found = {row[0]: row[1:4] for row in database.execute("DESCRIBE events").fetchall()}
    assert (found["event_id"], found["date_start"][0], found["confidence"][0]) == (("VARCHAR", "NO", "PRI"), "DATE", "DOUBLE")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    main(["export", str(write_sample(tmp_path)), "--to", "sqlite"])
    with closing(sqlite3.connect(tmp_path / "tables.sqlite")) as connection:
        yield connection


def column(cursor: Iterable[tuple[object, ...]]) -> list[object]:
    return [row[0] for row in cursor]


SEARCHES = [
    ("mentions", "sentence", "ВСТРЕТИЛСЯ", 1),
    ("mentions", "sentence", "mayor", 2),
    ("entities", "name", "бранд*", 1),
    ("texts", "doc_id", "сорин OR sorin", 2),
    ("events", "event_id", "alert", 1),
    ("events", "event_id", "nowhere", 0),
]


@pytest.mark.parametrize(("table", "shown", "words", "found"), SEARCHES)
def test_full_text_search_in_both_scripts(database: sqlite3.Connection, table: str, shown: str, words: str, found: int) -> None:
    query = f"SELECT {shown} FROM {table} WHERE rowid IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?)"
    assert len(database.execute(query, (words,)).fetchall()) == found


def test_keys_and_indexes(database: sqlite3.Connection) -> None:
    keys = {(row[3], row[2], row[4]) for row in database.execute("PRAGMA foreign_key_list(participants)")}
    assert ("event_id", "events", "event_id") in keys and ("entity_id", "entities", "entity_id") in keys and len(keys) == 4
    assert [row[1] for row in database.execute("PRAGMA table_info(event_participants)") if row[5]] == ["event_id", "entity_id", "role"]
    plan = column(database.execute("EXPLAIN QUERY PLAN SELECT * FROM mentions WHERE event_id = 'x'").fetchall())
    assert plan
    assert "events_date_start" in column(database.execute("SELECT name FROM sqlite_master WHERE type = 'index'"))
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("DELETE FROM events")


def test_views(database: sqlite3.Connection) -> None:
    assert database.execute("SELECT one, other, n_events, first_day FROM pairs").fetchall() == [("Olga Brandt", "Pavel Sorin", 1, "2023-05-04")]
    assert database.execute("SELECT * FROM facet_type").fetchall() == [("meeting", "occurred", 1), ("opening", "planned", 1)]
    assert database.execute("SELECT year, n_events FROM facet_year").fetchall() == [("2023", 1)]
    assert database.execute("SELECT name, n_events FROM facet_entity ORDER BY 2 DESC").fetchall() == [("Olga Brandt", 2), ("Pavel Sorin", 1)]


def test_metadata_for_datasette_names_columns_that_there_are(tmp_path: Path, database: sqlite3.Connection) -> None:
    metadata = json.loads((tmp_path / "tables.metadata.json").read_text(encoding="utf-8"))
    for name, table in metadata["databases"]["tables"]["tables"].items():
        columns = {row[1] for row in database.execute(f"PRAGMA table_info({name})")}
        assert set(table["columns"]) == columns
        assert {*table.get("facets", ()), table.get("sort_desc", "doc_id"), table.get("label_column", "doc_id")} - {"doc_id"} <= columns


def test_same_tables_give_the_same_database(tmp_path: Path) -> None:
    for name in ("one", "two"):
        main(["export", str(write_sample(tmp_path / name)), "--to", "sqlite"])
    assert (tmp_path / "one" / "tables.sqlite").read_bytes() == (tmp_path / "two" / "tables.sqlite").read_bytes()


def test_json_lines_nest_what_belongs_to_an_event(tmp_path: Path) -> None:
    main(["export", str(write_sample(tmp_path)), "--to", "jsonl"])
    meeting, opening = (json.loads(line) for line in (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines())
    assert (meeting["languages"], meeting["n_mentions"], meeting["confidence"]) == (["en", "ru"], 2, 0.9)
    assert [person["name"] for person in meeting["participants"]] == ["Olga Brandt", "Pavel Sorin"]
    assert [(m["lang"], m["document"]["published"], [p["text"] for p in m["participants"]]) for m in meeting["mentions"]] == [
        ("en", "2023-05-05", ["Mayor Olga Brandt", "Governor Pavel Sorin"]),
        ("ru", "2023-05-06", ["Павел Сорин", "Ольгой Брандт"]),
    ]
    assert "place" not in opening and opening["mentions"][0]["background"] is True


def test_sheets_have_filters_and_a_frozen_header(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    assert book.sheetnames == NAMES
    assert {(sheet.freeze_panes, sheet.auto_filter.ref.split(":")[0]) for sheet in book} == {("B2", "A1")}
    days = [cell for cell in book["events"]["D"][1:] if cell.value]
    assert days and all(cell.is_date for cell in days)


def test_an_older_folder_with_other_columns_is_exported(tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "entities.csv").write_text("entity_id,name,note\np1,Olga Brandt,own\np2,Pavel Sorin,\n", encoding="utf-8")
    main(["export", str(tmp_path), "--to", "parquet", "--out", str(tmp_path / "new" / "files")])
    frame = pd.read_parquet(tmp_path / "new" / "files" / "entities.parquet")
    assert frame.columns.tolist() == ["entity_id", "name", "note"]


def test_empty_tables_are_exported(tmp_path: Path) -> None:
    write_tables(Tables(), tmp_path)
    assert [main(["export", str(tmp_path), "--to", to]) for to in FORMATS] == [0] * len(FORMATS)
    assert pd.read_parquet(tmp_path / "parquet" / "events.parquet").columns.tolist() == expected(tmp_path, "events")[0]


def test_formats_of_the_command_line_are_those_there_are() -> None:
    assert tuple(FORMATS) == EXPORTS


WRONG = [
    (["{none}", "--to", "sqlite"], "no such folder; give the output folder of `communique run`"),
    (["{out}", "--to", "sqlite", "--out", "{out}"], "is a folder; --to sqlite writes one file, give its name, e.g. {out}/tables.sqlite"),
    (["{out}", "--to", "parquet", "--out", "{out}/events.csv"], "is a file; --to parquet writes one file a table, give a folder"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_targets(arguments: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = {"out": str(write_sample(tmp_path / "out")), "none": str(tmp_path / "none")}
    assert main(["export", *(argument.format(**places) for argument in arguments)]) == 2
    assert message.format(**places) in capsys.readouterr().err


@pytest.mark.parametrize(("to", "package"), [("parquet", "pyarrow"), ("duckdb", "duckdb")])
def test_a_missing_package_is_named(to: str, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    write_sample(tmp_path)
    for name in [name for name in sys.modules if name.startswith("pipeline.export.")]:
        monkeypatch.delitem(sys.modules, name)
    for name in {package, *(name for name in sys.modules if name.startswith(f"{package}."))}:
        monkeypatch.setitem(sys.modules, name, None)
    assert main(["export", str(tmp_path), "--to", to]) == 2
    assert f"export --to {to} needs the package {package}: pip install 'communique[export]'" in capsys.readouterr().err
    assert main(["export", str(tmp_path), "--to", "sqlite"]) == 0


BROKEN = [
    ("mentions.csv", "e1,", "e9,", "points to a row of events that is not there"),
    ("events.csv", "0.9", "sure", "column confidence: 'sure' is no number"),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), BROKEN)
def test_tables_that_were_changed_by_hand(file: str, old: str, new: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_tables(TABLES, tmp_path)
    path = tmp_path / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8", newline="")
    assert main(["export", str(tmp_path), "--to", "sqlite"]) == 2
    assert message in capsys.readouterr().err
    assert not list(tmp_path.glob("*.sqlite"))


def test_a_sheet_that_can_not_hold_all_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    write_sample(tmp_path)
    import pipeline.export.workbook

    monkeypatch.setattr(pipeline.export.workbook, "MOST", 1)
    assert main(["export", str(tmp_path), "--to", "xlsx"]) == 2
    assert "export --to parquet, sqlite or duckdb instead" in capsys.readouterr().err
