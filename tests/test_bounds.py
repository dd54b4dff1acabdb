"""No document takes more time or memory than it is given, and those beside it are read all the same."""

from __future__ import annotations

import gc
import json
import resource
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.batch.work import Job, do_job
from pipeline.bounds import bound_memory, bound_time, find_most
from pipeline.errors import InputError
from pipeline.flow import Kit
from pipeline.ledger import decode_analysis
from pipeline.records import Analysis, Article
from pipeline.settings import Limits, Settings
from pipeline.sources import load_reading_kit, read_inputs

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds memory")
LONG = "a " * 200
LONG_RECORDS = [  # file, content, doc_ids with what is told of each; lines may have 200 characters
    ("a.jsonl", f'{{"text": "One."}}\n{{"text": "{LONG}"}}\n{{"text": "Two."}}', {"a#1": "", "a#2": "line 2 has more than 200 characters", "a#3": ""}),
    ("a.jsonl", f"{LONG}\r{LONG}", {"a#1": "line 1 has more than 200 characters"}),
    ("a.jsonl", '{"text": "One."}' + " " * 183 + "\n", {"a#1": ""}),
    ("a.jsonl", '{"text": "One."}' + " " * 185 + "\n" + '{"text": "Two."}', {"a#1": "line 1 has more than 200 characters", "a#2": ""}),
    ("a.csv", f"text\nOne.\n{LONG}\nTwo.\n", {"a#1": "", "a#2": "broken CSV before line 3: a line of more than 200 characters", "a#3": ""}),
    ("a.csv", f"text,x\rOne.,\r{',' * 300}\rTwo.,\r", {"a#1": "", "a#2": "broken CSV before line 3: a line of more than 200 characters", "a#3": ""}),
    ("a.csv", f"text{',' * 300}\nOne.", {"a": "broken CSV in the header: a line of more than 200 characters"}),
]


@pytest.mark.parametrize(("name", "content", "told"), LONG_RECORDS)
def test_long_records_fail_alone(tmp_path: Path, name: str, content: str, told: dict[str, str]) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    kit = replace(load_reading_kit(Settings()), limits=Limits(record=200))
    found = {article.doc_id: article.reason for article in read_inputs([tmp_path], kit)}
    assert {doc_id: found.get(doc_id) for doc_id in told} == told


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1251"])
def test_records_of_all_encodings(tmp_path: Path, encoding: str) -> None:
    texts = ["Мэр принял посла.\u2028Да.", "Вторая\x0bстрока.".replace("\x0b", " ")]
    wanted = [text.encode(encoding, errors="replace").decode(encoding) for text in texts]
    (tmp_path / "a.jsonl").write_bytes("".join(json.dumps({"text": text}, ensure_ascii=False) + "\r\n" for text in wanted).encode(encoding))
    assert [article.text for article in read_inputs([tmp_path], load_reading_kit(Settings()))] == wanted


@LINUX
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "😀".encode() + b"a" * 19_000_000),  # four bytes a character
        ("a.jsonl", '{"text": "😀'.encode() + b"a" * 19_000_000),
        ("a.csv", b'text\n"' + b"aaaaaaa\n" * 2_000_000),
    ],
)
def test_a_document_that_takes_too_much_memory_to_read_has_failed(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.txt").write_text("One.", encoding="utf-8")
    kit = replace(load_reading_kit(Settings()), limits=Limits(megabytes=40))
    gc.collect()  # what is given back while the bound holds would be room besides
    assert [article.reason for article in read_inputs([tmp_path], kit)] == ["takes more than 40 MB of memory to read", ""]


@LINUX
def test_the_bound_of_memory_ends_with_what_it_is_for() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(MemoryError), bound_memory(find_most(100)):
        bytearray(500_000_000)
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert len(bytearray(500_000_000)) == 500_000_000


def test_an_error_that_is_swallowed_is_told_again() -> None:
    rounds = 0
    with pytest.raises(InputError, match=r"^takes more than 0.01 seconds to think$"), bound_time(0.01, "to think"):
        while rounds < 2:
            with suppress(InputError):
                rounds += 1
                while rounds == 1:
                    pass
        while True:
            pass


def test_a_document_that_takes_too_long_to_analyse_has_failed(monkeypatch: pytest.MonkeyPatch, kit: Kit) -> None:
    def spin(article: Article, kit: Kit, seconds: object, kept: bytes) -> tuple[Analysis, bytes]:
        while article.doc_id == "long":
            pass
        return Analysis(article), b""

    monkeypatch.setattr("pipeline.batch.work.analyse_kept", spin)
    articles = [Article(name, "One.") for name in ("long", "short")]
    found = [decode_analysis(do_job(Job(article, ""), kit, 0.05).data, article).article for article in articles]
    assert [(article.status, article.reason) for article in found] == [("failed", "takes more than 0.05 seconds to analyse"), ("", "")]
