"""From rows to files and back: cells, sorting, bytes, workbook, data package, and the checks before anything is written."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from frictionless import Package
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline
from pipeline.errors import TableError, UsageError
from pipeline.tables import (
    DateRow,
    DocumentRow,
    EntityRow,
    EventParticipantRow,
    EventRow,
    MentionRow,
    ParticipantRow,
    PositionRow,
    Tables,
    check_tables,
    write_tables,
)
from pipeline.tables.atomic import replace_file
from pipeline.tables.cells import format_line, format_number, format_value, neutralise, restore
from pipeline.tables.schema import load_schema
from pipeline.tables.write import file_states

TEXT = "Mayor Ann Lee met Bob Ray in Lima on 3 May 2023.\r\n=2+2 was said, 'so' it goes."
SENTENCE = TEXT[:48]
FORMULA = '=HYPERLINK("http://example.org","click")'

DOCUMENT = DocumentRow("'a", "a.txt", "City; Hall", "https://example.org", FORMULA, "en", "2023-05-04", "record", "ab", len(TEXT), "ok", n_mentions=1)
EVENT = EventRow(
    "e1",
    "meeting",
    "occurred",
    "2023-05-03",
    "2023-05-03",
    "day",
    "text",
    "2023-05-03",
    who=("Ann Lee",),
    whom=("Bob Ray", "=Roy"),
    participants=("Ann Lee", "Bob Ray"),
    place="Lima",
    country="PE",
    amount=1_500_000.0,
    currency="USD",
    languages=("en",),
    n_mentions=1,
    n_documents=1,
    n_sources=1,
    first_published="1850-01-01",
    last_published="2023-05-04",
    confidence=0.9,
    quote=SENTENCE,
    doc_ids=("'a",),
)
MENTION = MentionRow(
    "m1",
    "e1",
    "'a",
    "en",
    "meeting",
    "occurred",
    None,
    "2023-05-03",
    "2023-05-03",
    "day",
    "text",
    "3 May 2023",
    "Lima",
    "PE",
    None,
    None,
    1_500_000.0,
    "USD",
    SENTENCE,
    0,
    len(SENTENCE),
    "met",
    14,
    17,
    "met_with",
    background=True,
    confidence=0.9,
)
ANN = ParticipantRow("e1", "m1", "'a", "n1", "who", 1, "Ann Lee", 6, 13, "Ann Lee", "person", "Mayor", resolved_by="name")
BOB = ParticipantRow("e1", "m1", "'a", "n2", "whom", 2, None, None, None, "Bob Ray", "person", resolved_by="context")
TABLES = Tables(
    events=(EVENT,),
    mentions=(MENTION,),
    participants=(ANN, BOB),
    event_participants=(EventParticipantRow("e1", "n1", "who", 1, "Ann Lee", "person"), EventParticipantRow("e1", "n2", "whom", 2, "Bob Ray", "person")),
    entities=(EntityRow("n2", "person", "Bob Ray", country="NA"), EntityRow("n1", "person", "Ann Lee", aliases=("A. Lee", "Lee"), n_documents=1)),
    positions=(PositionRow("n1", "Ann Lee", "Mayor", None, None, "current", "'a", 0, 13, "2023-05-04"),),
    documents=(DOCUMENT, DocumentRow("NA", "b.txt", None, None, None, "en", None, None, "ab", len(TEXT), "duplicate", duplicate_of="'a")),
    dates=(DateRow("'a", 37, 47, "3 May 2023", "DATE", "2023-05-03", "2023-05-03", "2023-05-03", "day"),),
    texts=(("'a", TEXT),),
    evidence=({"mention_id": "m1", "slot": "who", "text": "Энн"},),
)

ROWS = {
    "events": EventRow,
    "mentions": MentionRow,
    "participants": ParticipantRow,
    "event_participants": EventParticipantRow,
    "entities": EntityRow,
    "positions": PositionRow,
    "documents": DocumentRow,
    "dates": DateRow,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("tables") / "new" / "out"
    write_tables(TABLES, out)
    return out


def read_rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))


@pytest.mark.parametrize("name", ROWS)
def test_rows_and_declared_columns_are_the_same(name: str) -> None:
    table = next(table for table in load_schema().tables if table.name == name)
    assert [field.name for field in fields(ROWS[name])] == [column.name for column in table.columns]
    assert {*table.order, *table.references} <= {column.name for column in table.columns}
    assert {*table.key} <= {*table.order}


CELLS = [
    (FORMULA, f"'{FORMULA}"),
    ("+7 900", "'+7 900"),
    ("-cmd", "'-cmd"),
    ("@SUM(1)", "'@SUM(1)"),
    ("\tx", "'\tx"),
    ("\rx", "'\rx"),
    ("\n=1", "'\n=1"),
    ("＝1+1", "'＝1+1"),
    ("＠SUM(1)", "'＠SUM(1)"),
    ("'so", "''so"),
    ("-5", "-5"),
    ("+2.5e3", "+2.5e3"),
    ("-", "'-"),
    ("-٣", "'-٣"),
    ("Lima", "Lima"),
    ("a=b", "a=b"),
    ("", ""),
]


@pytest.mark.parametrize(("value", "cell"), CELLS)
def test_cells_that_a_spreadsheet_would_run(value: str, cell: str) -> None:
    assert neutralise(value) == cell
    assert restore(cell) == value


VALUES = [
    (None, ""),
    (True, "true"),
    (False, "false"),
    (0, "0"),
    (0.5, "0.5"),
    (2e16, "20000000000000000"),
    (1e-7, "0.0000001"),
    (-3.0, "-3"),
    (("a", "b"), "a; b"),
    ((), ""),
]


@pytest.mark.parametrize(("value", "text"), VALUES)
def test_values_as_text(value: str | int | float | bool | tuple[str, ...] | None, text: str) -> None:
    assert format_value(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_read_back_as_they_were(value: float) -> None:
    assert float(format_number(value)) == value


CELL_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(st.lists(CELL_TEXT, min_size=2, max_size=6))
def test_any_row_survives_the_file(values: list[str]) -> None:
    [row] = csv.reader(io.StringIO(format_line(values), newline=""))
    assert [restore(cell) for cell in row] == values
    assert not any(cell.startswith(("=", "@", "\t", "\r")) for cell in row)


@settings(max_examples=30, deadline=None)
@given(CELL_TEXT)
def test_any_title_survives_loading(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    out = tmp_path_factory.mktemp("title")
    write_tables(Tables(documents=(replace(DOCUMENT, title=title),)), out)
    assert pipeline.load(out)["documents"]["title"].fillna("").tolist() == [title]


def test_files_of_a_folder(folder: Path) -> None:
    expected = {*(f"{name}.csv" for name in ROWS), "texts.jsonl.gz", "evidence.jsonl", "events.xlsx", "datapackage.json"}
    assert {path.name for path in folder.iterdir()} == expected
    assert json.loads(gzip.decompress((folder / "texts.jsonl.gz").read_bytes())) == {"doc_id": "'a", "text": TEXT}
    assert (folder / "evidence.jsonl").read_text(encoding="utf-8") == '{"mention_id": "m1", "slot": "who", "text": "Энн"}\n'


def test_csv_has_header_line_feeds_and_sorted_rows(folder: Path) -> None:
    data = (folder / "entities.csv").read_bytes()
    assert data.decode("utf-8") == (
        "entity_id,entity_type,name,name_en,name_ru,aliases,country,n_documents,n_events,wikidata\n"
        "n1,person,Ann Lee,,,A. Lee|Lee,,1,0,\nn2,person,Bob Ray,,,,NA,0,0,\n"
    )
    assert read_rows(folder / "mentions.csv")[1][18] == SENTENCE
    assert read_rows(folder / "documents.csv")[1][:5] == ["''a", "a.txt", "City; Hall", "https://example.org", f"'{FORMULA}"]


def test_same_rows_in_any_order_are_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    shuffled = {field.name: tuple(random.Random(1).sample(rows, len(rows))) for field in fields(TABLES) if (rows := getattr(TABLES, field.name))}
    write_tables(Tables(**shuffled), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    write_tables(TABLES, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(TypeError):
        write_tables(replace(TABLES, evidence=({"mention_id": object()},)), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_load_gives_types_and_original_text(folder: Path) -> None:
    frames = pipeline.load(folder)
    assert list(frames) == list(ROWS)
    event, documents, mention = frames["events"].iloc[0], frames["documents"], frames["mentions"].iloc[0]
    assert (event["date_start"], event["first_published"]) == (pd.Timestamp(2023, 5, 3), pd.Timestamp(1850, 1, 1))
    assert (event["amount"], event["n_mentions"], event["whom"]) == (1_500_000.0, 1, "Bob Ray; =Roy")
    assert documents["doc_id"].tolist() == ["'a", "NA"]
    assert documents["title"].iloc[0] == FORMULA
    assert (mention["background"], TEXT[mention["char_start"] : mention["char_end"]]) == (True, SENTENCE)
    assert pd.isna(documents["published"].iloc[1])
    assert pd.isna(frames["participants"]["char_start"].iloc[1])
    assert frames["entities"]["country"].iloc[1] == "NA"


def test_empty_tables_are_written_and_loaded(tmp_path: Path) -> None:
    write_tables(Tables(), tmp_path)
    assert all(frame.empty for frame in pipeline.load(tmp_path).values())
    assert Package(str(tmp_path / "datapackage.json")).validate().valid


def test_load_of_no_output_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no table .*events\.csv"):
        pipeline.load(tmp_path)


def test_workbook_holds_dates_and_no_formulas(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "events.xlsx")
    assert book.sheetnames == ["events", "event_participants", "entities", "documents"]
    cells = {cell.value: book["events"].cell(2, cell.column).value for cell in book["events"][1]}
    assert (cells["date_start"], cells["first_published"], cells["amount"]) == (datetime(2023, 5, 3), "1850-01-01", 1_500_000)
    title = next(row[4] for row in book["documents"].iter_rows(min_row=2) if row[4].value)
    assert (title.value, title.data_type, title.hyperlink) == (FORMULA, "s", None)
    assert (book["events"].freeze_panes, book["events"].auto_filter.ref) == ("B2", "A1:AF2")


def test_what_is_packed_names_no_time_and_no_system(folder: Path) -> None:
    packed = (folder / "texts.jsonl.gz").read_bytes()
    assert packed[:10] == b"\x1f\x8b\x08" + b"\0" * 6 + b"\xff"  # which differ between versions of Python
    assert gzip.decompress(packed).count(b"\n") == len(TABLES.texts)


def test_states_of_the_files_that_are_there(folder: Path, tmp_path: Path) -> None:
    states = file_states(folder)
    assert states.keys() == {path.name for path in folder.iterdir()}
    assert [name for name, (size, _) in states.items() if size != (folder / name).stat().st_size] == []
    assert file_states(tmp_path) == {}


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with replace_file(path) as draft:
        draft.write_text("first", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), replace_file(path) as draft:
        draft.write_text("second", encoding="utf-8")
        raise ZeroDivisionError
    assert [(file.name, file.read_text(encoding="utf-8"), file.stat().st_mode & 0o777) for file in tmp_path.iterdir()] == [("a.csv", "first", 0o644)]


def test_a_cell_longer_than_a_workbook_allows(tmp_path: Path) -> None:
    write_tables(Tables(documents=(replace(DOCUMENT, title="x" * 100_000),)), tmp_path)
    assert len(openpyxl.load_workbook(tmp_path / "events.xlsx")["documents"]["E2"].value) == 32_767
    assert len(pipeline.load(tmp_path)["documents"]["title"].iloc[0]) == 100_000


def test_the_package_is_valid(folder: Path) -> None:
    assert Package(str(folder / "datapackage.json")).validate().valid
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert all(field["description"] and field["type"] for resource in package["resources"] for field in resource["schema"]["fields"])


INVALID = [
    replace(TABLES, mentions=(replace(MENTION, event_id="e9"),)),
    replace(TABLES, documents=(*TABLES.documents, DOCUMENT)),
    replace(TABLES, mentions=(replace(MENTION, date_start="3 May"),)),
    replace(TABLES, events=(replace(EVENT, status="sure"),)),
]


@pytest.mark.parametrize("tables", INVALID)
def test_the_package_tells_wrong_tables(tables: Tables, tmp_path: Path) -> None:
    write_tables(tables, tmp_path)
    assert not Package(str(tmp_path / "datapackage.json")).validate().valid


CONTRADICTIONS = [
    (replace(TABLES, mentions=(replace(MENTION, char_start=1),)), "sentence: offsets 1 to 48"),
    (replace(TABLES, mentions=(replace(MENTION, trigger="meets"),)), "trigger: offsets 14 to 17 hold 'met', not 'meets'"),
    (replace(TABLES, mentions=(replace(MENTION, trigger="said", trigger_start=59, trigger_end=63),)), "trigger 'said' lies outside the sentence"),
    (replace(TABLES, participants=(replace(ANN, char_end=12), BOB)), "participant n1 of m1: offsets 6 to 12 hold 'Ann Le', not 'Ann Lee'"),
    (replace(TABLES, dates=(replace(TABLES.dates[0], text="4 May 2023"),)), "date in 'a"),
    (replace(TABLES, texts=()), "sentence: offsets 0 to 48 hold ''"),
    (replace(TABLES, mentions=()), "event e1 has no mention"),
    (replace(TABLES, events=(replace(EVENT, event_type="visit"),)), "no mention has its type 'visit'"),
    (replace(TABLES, events=(replace(EVENT, date_end="2023-05-04"),)), "no mention has its date_start '2023-05-03'"),
    (replace(TABLES, events=(replace(EVENT, place="Quito"),)), "no mention has its place 'Quito'"),
    (replace(TABLES, events=(replace(EVENT, what="pact"),)), "no mention has its what 'pact'"),
    (replace(TABLES, events=(replace(EVENT, currency="EUR"),)), "no mention has its amount 1500000.0"),
    (replace(TABLES, events=(EVENT, EVENT)), "events: e1 is there 2 times"),
    (replace(TABLES, participants=(ANN,)), "participant n2: n_mentions is 1, but 0"),
    (replace(TABLES, participants=(ANN, BOB, replace(BOB, mention_id="m2"))), "participants.mention_id: m2 is not in mentions"),
    (replace(TABLES, entities=TABLES.entities[:1]), "participants.entity_id: n1 is not in entities"),
    (replace(TABLES, documents=TABLES.documents[1:]), "documents.duplicate_of: 'a is not in documents"),
    (replace(TABLES, mentions=(replace(MENTION, date_start="2023-02-30"),)), "mentions.date_start: '2023-02-30' is no ISO day"),
    (replace(TABLES, documents=(replace(DOCUMENT, published="20230504"), TABLES.documents[1])), "documents.published: '20230504' is no ISO day"),
    (replace(TABLES, events=(replace(EVENT, date_end="2023-05-01"),)), "events: '2023-05-03' to '2023-05-01' is no interval"),
    (replace(TABLES, participants=(replace(ANN, role="host"), BOB)), "participants.role: 'host' is none of who, whom"),
    (replace(TABLES, participants=(replace(ANN, event_id="e9"), BOB)), "participant n1 of m1: event e9 is not that of the mention"),
]


@pytest.mark.parametrize(("tables", "message"), CONTRADICTIONS)
def test_contradictions_are_not_written(tables: Tables, message: str) -> None:
    with pytest.raises(TableError) as error:
        check_tables(tables)
    assert message in str(error.value)


@pytest.mark.parametrize(("count", "more"), [(1, ""), (5, ""), (6, " (and 1 more)"), (8, " (and 3 more)")])
def test_the_first_contradictions_are_told(count: int, more: str) -> None:
    wrong = tuple(replace(ANN, role=f"role {number}") for number in range(count))
    with pytest.raises(TableError) as error:
        check_tables(replace(TABLES, participants=(ANN, BOB, *wrong)))
    told = str(error.value)
    assert told.count("is none of who, whom") == min(count, 5)
    assert told.partition(" (and ")[2] == more.removeprefix(" (and ")


def test_tables_that_agree_pass() -> None:
    check_tables(TABLES)
    check_tables(replace(TABLES, events=(replace(EVENT, place=None, date_start=None, date_end=None),)))
