"""From files to tables: the sample corpus, run after run, in one process and in two, grown, shrunk, and with broken files among the good."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from frictionless import Package

from pipeline.batch import run
from pipeline.cli import main
from pipeline.settings import Settings
from pipeline.tables.read import read_texts

if TYPE_CHECKING:
    from pipeline.flow import Kit

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample"
NOTES = {"ledger.sqlite", "ledger.sqlite-wal", "metrics.json"}
MET = "Mayor Olga Belova met with Consul Igor Laptev in Kazan on 3 May 2021."
VISITED = "Мэр Ольга Белова посетила Вену 5 июня 2021 года."
OPENED = "A library was opened in Kazan on 7 July 2021."


def run_quietly(inputs: Sequence[Path], out: Path, settings: Settings) -> None:
    run(inputs, out, settings, lambda done, total: None)


def sums(folder: Path) -> dict[str, str]:
    """Name and checksum of every file of the tables; what a run notes for itself is left out."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir()) if path.name not in NOTES}


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ids(folder: Path) -> dict[str, set[str]]:
    """The ids of every table that has its own."""
    keys = {"events": "event_id", "mentions": "mention_id", "documents": "doc_id"}
    return {table: {row[key] for row in rows(folder, table)} for table, key in keys.items()}


@pytest.fixture(scope="module", autouse=True)
def loaded_once(kit: Kit) -> Iterator[None]:
    """Runs in this process share one kit; worker processes load their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "pipeline.batch.work.load_kit",
            lambda settings: replace(kit, thorough=settings.thorough, prefilter=settings.prefilter and not settings.thorough),
        )
        patch.setattr("pipeline.commands.run.count_cores", lambda: 0)
        yield


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the sample corpus."""
    out = tmp_path_factory.mktemp("sample") / "out"
    run_quietly([SAMPLE], out, Settings())
    return out


def test_the_sample_is_read_whole(sample: Path) -> None:
    documents = rows(sample, "documents")
    assert len(documents) == 37
    assert [row["doc_id"] for row in documents if row["status"] == "skipped"] == ["oral-saratov-kezdesu"]
    assert [row["doc_id"] for row in documents if row["status"] == "failed"] == []


def test_the_sample_tells_every_type_and_status(sample: Path) -> None:
    events = rows(sample, "events")
    assert {row["event_type"] for row in events} == {"meeting", "call", "visit", "signing", "award", "opening", "conference", "appointment"}
    assert {row["status"] for row in events} == {"occurred", "planned", "proposed", "negated"}
    assert {row["languages"] for row in events} >= {"en", "ru"}


def test_the_tables_are_a_valid_package(sample: Path) -> None:
    report = Package(str(sample / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])


def test_offsets_count_in_the_texts(sample: Path) -> None:
    texts = read_texts(sample)
    mentions, participants = rows(sample, "mentions"), rows(sample, "participants")
    assert mentions
    assert participants
    for row in mentions:
        assert texts[row["doc_id"]][int(row["char_start"]) : int(row["char_end"])] == row["sentence"].removeprefix("'")
        assert texts[row["doc_id"]][int(row["trigger_start"]) : int(row["trigger_end"])] == row["trigger"]
    for row in participants:
        if row["char_start"]:
            assert texts[row["doc_id"]][int(row["char_start"]) : int(row["char_end"])] == row["text"].removeprefix("'")


def test_every_mention_and_participant_belongs_to_an_event(sample: Path) -> None:
    events = {row["event_id"]: row for row in rows(sample, "events")}
    mentions = {row["mention_id"]: row for row in rows(sample, "mentions")}
    assert {row["event_id"] for row in mentions.values()} == set(events)
    assert all(mentions[row["mention_id"]]["event_id"] == row["event_id"] for row in rows(sample, "participants"))
    assert sum(int(row["n_mentions"]) for row in events.values()) == len(mentions)
    evidence = [json.loads(line) for line in (sample / "evidence.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {record["mention_id"] for record in evidence} == set(mentions)


def test_the_same_bytes_again(sample: Path) -> None:
    before = sums(sample)
    run_quietly([SAMPLE], sample, Settings())
    assert sums(sample) == before


def test_two_workers_give_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    run_quietly([SAMPLE], tmp_path, Settings(workers=2))
    assert sums(tmp_path) == sums(sample)


def test_without_the_prefilter_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    run_quietly([SAMPLE], tmp_path, Settings(prefilter=False))
    assert sums(tmp_path) == sums(sample)


def test_a_thorough_run_tells_more_of_what_holds_no_event(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "event.txt").write_text("Mayor Olga Belova met Consul Hans Weber on 3 May 2023.", encoding="utf-8")
    (tmp_path / "in" / "none.txt").write_text("The mill was built of red brick in 1904.", encoding="utf-8")
    for name, settings in (("quick", Settings()), ("thorough", Settings(thorough=True))):
        run_quietly([tmp_path / "in"], tmp_path / name, settings)
    assert (tmp_path / "quick" / "mentions.csv").read_bytes() == (tmp_path / "thorough" / "mentions.csv").read_bytes()
    assert [[row["text"] for row in rows(tmp_path / name, "dates")] for name in ("quick", "thorough")] == [["3 May 2023"], ["3 May 2023", "1904"]]


def test_in_parts_and_in_any_order_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    files = sorted(SAMPLE.iterdir(), reverse=True)
    for part in (files[:9], files[9:]):
        run_quietly(part, tmp_path, Settings())
    found, wanted = sums(tmp_path), sums(sample)
    assert {name for name in wanted if found[name] != wanted[name]} == set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An input of two documents."""
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.txt").write_text(MET, encoding="utf-8")
    (source / "b.txt").write_text(VISITED, encoding="utf-8")
    return source


def test_a_document_added_leaves_the_ids_of_the_others(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_quietly([folder], out, Settings())
    before = ids(out)
    (folder / "0.txt").write_text(OPENED, encoding="utf-8")
    run_quietly([folder], out, Settings())
    after = ids(out)
    assert all(before[table] < after[table] for table in before)


def test_a_folder_of_further_documents_is_added(folder: Path, tmp_path: Path) -> None:
    more, out = tmp_path / "more", tmp_path / "out"
    more.mkdir()
    (more / "c.txt").write_text(OPENED, encoding="utf-8")
    run_quietly([folder], out, Settings())
    run_quietly([more], out, Settings())
    assert ids(out)["documents"] == {"a", "b", "c"}
    assert {row["event_type"] for row in rows(out, "events")} == {"meeting", "visit", "opening"}


@pytest.mark.parametrize(
    ("settings", "left"), [(Settings(), {"a", "b"}), (Settings(sync=True), {"b"}), (Settings(fresh=True), {"b"})], ids=["plain", "sync", "fresh"]
)
def test_a_document_that_is_gone(folder: Path, tmp_path: Path, settings: Settings, left: set[str]) -> None:
    out = tmp_path / "out"
    run_quietly([folder], out, Settings())
    (folder / "a.txt").unlink()
    run_quietly([folder], out, settings)
    assert ids(out)["documents"] == left
    assert {row["doc_ids"] for row in rows(out, "events")} == left


def test_a_document_that_has_changed_is_read_anew(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_quietly([folder], out, Settings())
    (folder / "a.txt").write_text(OPENED, encoding="utf-8")
    run_quietly([folder], out, Settings())
    assert {row["event_type"]: row["doc_ids"] for row in rows(out, "events")} == {"visit": "b", "opening": "a"}


BAD = [  # name and content of a file beside the good ones, exit code, statuses of documents
    ("c.jsonl", b'{"text": \n', 1, {"failed"}),
    ("c.txt.gz", b"no gzip at all", 1, {"failed"}),
    ("c.csv", b"title\nx\n", 1, {"failed"}),
    ("c.txt", b"", 0, {"skipped"}),
    ("c.txt", "Кездесу өтті, тараптар келісімге қол қойды және ынтымақтастықты талқылады.".encode(), 0, {"skipped"}),
    ("c.txt", MET.encode(), 0, {"duplicate"}),
    ("c.txt", b"The weather was fine.", 0, {"no_events"}),
]


@pytest.mark.parametrize(("name", "content", "code", "statuses"), BAD)
def test_a_bad_file_spoils_no_other(folder: Path, tmp_path: Path, name: str, content: bytes, code: int, statuses: set[str]) -> None:
    (folder / name).write_bytes(content)
    assert main(["run", str(folder), "--out", str(tmp_path / "out"), "--quiet"]) == code
    documents = rows(tmp_path / "out", "documents")
    assert {row["status"] for row in documents if row["path"].startswith("c.")} == statuses
    assert all(row["reason"] for row in documents if row["status"] in {"failed", "skipped"})
    assert {row["event_type"] for row in rows(tmp_path / "out", "events")} == {"meeting", "visit"}


def test_the_summary_as_json_is_the_same_when_nothing_is_new(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for _ in range(2):
        assert main(["run", str(folder), "--out", str(tmp_path / "out"), "--quiet", "--json-summary"]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert [(t["documents"], t["languages"], t["events"], t["failed"]) for t in told] == [({"ok": 2}, {"en": 1, "ru": 1}, {"meeting": 1, "visit": 1}, {})] * 2
    assert [(t["analysed"], t["known"]) for t in told] == [(2, 0), (0, 2)]


def test_a_run_without_the_sources_of_the_last_one_says_so(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "own").mkdir()
    command = ["run", str(folder), "--out", str(tmp_path / "out"), "--quiet"]
    assert main([*command, "--sources", str(tmp_path / "own")]) == 0
    assert capsys.readouterr().err == ""
    assert main(command) == 0
    assert f"warning: --sources: none, in the last run on this folder {tmp_path / 'own'}; all documents" in capsys.readouterr().err
    assert main(command) == 0
    assert capsys.readouterr().err == ""


def test_an_input_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(tmp_path / "none"), "--out", str(tmp_path / "out"), "--quiet"]) == 2
    assert str(tmp_path / "none") in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_an_event_is_explained(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    event = next(row for row in rows(sample, "events") if row["event_type"] == "signing" and row["who"])
    assert main(["explain", str(sample), event["event_id"]]) == 0
    explanation = capsys.readouterr().out
    assert all(text in explanation for text in (f"event {event['event_id']}: signing", "rule: signing-", f"who: {event['who']}"))


def figures(lines: str) -> Iterator[float]:
    yield from (float(word) for word in lines.split() if word.replace(".", "", 1).isdecimal() and "." in word)


def test_the_sample_is_evaluated(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = SAMPLE.parent / "gold" / "sample.jsonl"
    assert main(["evaluate", str(gold), str(sample), "--brief"]) == 0
    assert all(0 <= value <= 1 for value in figures(capsys.readouterr().out))
