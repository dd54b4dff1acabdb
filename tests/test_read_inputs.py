"""From files to articles: formats, encodings, ids, and what happens to files that can't be read."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import UsageError
from pipeline.records import Article
from pipeline.settings import Limits, Settings
from pipeline.sources import assign_ids, join_batches, load_reading_kit, mark_duplicates, read_inputs
from pipeline.sources.decode import decode_bytes

RUSSIAN = "Мэр Омска принял делегацию из Павлодара. Стороны обсудили перевозки зерна по Иртышу."
ENGLISH = "The mayor of Tartu – Urmas Klaas – received guests from Turku. “A café opens soon,” he said."


def read_folder(folder: Path, files: dict[str, bytes]) -> dict[str, Article]:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return {article.doc_id: article for article in read_inputs([folder])}


def pack_lines(*records: object) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


ENCODED = [
    (RUSSIAN, "utf-8"),
    (RUSSIAN, "utf-8-sig"),
    (RUSSIAN, "utf-16"),
    (RUSSIAN, "utf-16-le"),
    (RUSSIAN, "utf-16-be"),
    (RUSSIAN, "windows-1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "cp866"),
    (RUSSIAN.upper() + RUSSIAN, "koi8-r"),
    (ENGLISH, "utf-8"),
    (ENGLISH, "windows-1252"),
    (ENGLISH, "utf-16"),
    ("Line one\r\nline two\rline three\n", "utf-8"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_encodings_are_told_apart_and_newlines_kept(text: str, encoding: str) -> None:
    assert decode_bytes(text.encode(encoding)) == text


def test_utf8_cut_within_a_character_stays_utf8() -> None:
    assert decode_bytes(RUSSIAN.encode()[:-1] + b"\xd0").startswith(RUSSIAN[:-1])


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_any_utf8_is_read_as_it_is(text: str) -> None:
    assert decode_bytes(text.encode()) == text


IDS = [
    ("a.txt", "a"),
    ("b.md", "b"),
    ("2023/may/c.txt", "2023/may/c"),
    ("d.v2.txt", "d.v2"),
    ("e.txt.gz", "e"),
    ("F.TXT", "F"),
]


@pytest.mark.parametrize(("name", "doc_id"), IDS)
def test_file_names_make_ids(tmp_path: Path, name: str, doc_id: str) -> None:
    data = gzip.compress(ENGLISH.encode()) if name.endswith(".gz") else ENGLISH.encode()
    article = read_folder(tmp_path, {name: data})[doc_id]
    assert (article.text, article.path, article.status) == (ENGLISH, name, "")
    assert article.sha256 == sha256(ENGLISH.encode()).hexdigest()


def test_a_single_file_is_an_input(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(ENGLISH, encoding="utf-8")
    assert [article.doc_id for article in read_inputs([tmp_path / "x.txt", tmp_path])] == ["x"]


def test_json_lines_keep_what_the_record_tells(tmp_path: Path) -> None:
    record = {"doc_id": 17, "text": RUSSIAN, "published": "2023-05-04T10:00:00+03:00", "title": "Т", "url": "u", "source": "s", "lang": "ru", "events": []}
    article = read_folder(tmp_path, {"all.jsonl": pack_lines(record)})["17"]
    assert article == Article("17", RUSSIAN, "all.jsonl", "Т", "u", "s", "2023-05-04", "record", "ru", sha256(RUSSIAN.encode()).hexdigest())


def test_records_without_id_are_numbered(tmp_path: Path) -> None:
    found = read_folder(tmp_path, {"n.jsonl": pack_lines({"text": "One."}) + b"\n" + pack_lines({"text": "Two."})})
    assert {doc_id: article.text for doc_id, article in found.items()} == {"n#1": "One.", "n#2": "Two."}


CSV_FILES = [
    b'text,doc_id\n"One, ""two""\nthree",x\n',
    b'doc_id;TEXT\nx;"One, ""two""\nthree"\n',
    b'doc_id\ttext\tother\nx\t"One, ""two""\nthree"\t9\n',
    b'\xef\xbb\xbftext,doc_id\n"One, ""two""\nthree",x\n',
]


@pytest.mark.parametrize("data", CSV_FILES)
def test_csv_of_all_separators(tmp_path: Path, data: bytes) -> None:
    assert read_folder(tmp_path, {"t.csv": data})["x"].text == 'One, "two"\nthree'


def test_long_documents_are_read_from_csv_and_text(tmp_path: Path) -> None:
    text = "The mayor met the governor. " * 180_000
    files = {"a.csv": f'text,doc_id\n"{text}",long\n'.encode(), "b.txt": text.encode()}
    assert {(article.status, article.n_chars, article.text) for article in read_folder(tmp_path, files).values()} == {("failed", len(text), "")}
    kit = replace(load_reading_kit(Settings()), limits=Limits(characters=len(text)))
    assert {article.doc_id: article.text == text for article in read_inputs([tmp_path], kit)} == {"long": True, "b": True}


UNREADABLE = [
    ("a.jsonl", b'{"text": "One."}\n{"text": \n', "a#2", "failed", "broken JSON in line 2"),
    ("a.jsonl", b"[1, 2]\n", "a#1", "failed", "line 1 is no JSON object but list"),
    ("a.jsonl", b"[" * 200_000 + b"\n", "a#1", "failed", "broken JSON in line 1"),
    ("a.jsonl", b'{"file": "x.txt"}\n', "a#1", "failed", "`text` is missing in line 1"),
    ("a.jsonl", b'{"text": 5}\n', "a#1", "failed", "`text` is int, not a string"),
    ("a.csv", b"doc_id,body\nx,One.\n", "a", "failed", "no column `text` in the header; found are: doc_id, body"),
    ("a.csv", b'text,doc_id\n"One"x,y\n', "a#1", "failed", "broken CSV"),
    ("a.csv", b"", "a", "failed", "no column `text`"),
    ("a.csv", b"text\n", "a", "skipped", "holds no document"),
    ("a.jsonl", b"\n \n", "a", "skipped", "holds no document"),
    ("a.txt.gz", b"no gzip at all", "a", "failed", "can't be read"),
    ("a.txt", bytes(range(256)), "a", "failed", "binary data"),
    ("a.txt", b"", "a", "skipped", "empty text"),
    ("a.txt", b" \n\t\n", "a", "skipped", "empty text"),
    ("a.docx", b"PK", "a", "failed", "broken DOCX: File is not a zip file"),
    ("a.odt", b"PK", "a.odt", "skipped", "format .odt is not read"),
    ("README", b"x", "README", "skipped", "without suffix"),
]


@pytest.mark.parametrize(("name", "data", "doc_id", "status", "reason"), UNREADABLE)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, doc_id: str, status: str, reason: str) -> None:
    found = read_folder(tmp_path, {name: data, "z.txt": ENGLISH.encode()})
    assert found[doc_id].status == status
    assert reason in found[doc_id].reason
    assert found["z"].text == ENGLISH


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([".txt", ".md", ".jsonl", ".csv", ".txt.gz", ".csv.gz", ".xyz"]), st.binary() | st.text().map(str.encode), st.binary(max_size=20))
def test_no_file_stops_the_reading(tmp_path_factory: pytest.TempPathFactory, suffix: str, data: bytes, noise: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    content = b'{"text": "One.", "doc_id": "1"}\n' + data + b"\ntext,doc_id\n" + noise
    (folder / f"a{suffix}").write_bytes(gzip.compress(content) if suffix.endswith("v.gz") else content)
    (folder / "z.txt").write_text(ENGLISH, encoding="utf-8")
    articles = list(read_inputs([folder]))
    assert articles[-1].text == ENGLISH
    assert len({article.doc_id for article in articles}) == len(articles) > 1
    assert all(article.reason for article in articles if article.status)


def test_a_missing_input_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        list(read_inputs([tmp_path / "nowhere"]))


def test_hidden_files_are_no_input(tmp_path: Path) -> None:
    assert list(read_folder(tmp_path, {".DS_Store": b"x", ".git/a.txt": b"x", "a.txt": b"One."})) == ["a"]


def test_a_file_name_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode("Мэр.txt".encode("cp1251"))).write_text(ENGLISH, encoding="utf-8")
    [article] = read_inputs([tmp_path])
    assert (article.text, article.doc_id) == (ENGLISH, "\ufffd\ufffd\ufffd")


def test_pipes_and_dead_links_do_not_hold_up_the_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "device.txt").symlink_to("/dev/null")
    (tmp_path / "loop-a.txt").symlink_to(tmp_path / "loop-b.txt")
    (tmp_path / "loop-b.txt").symlink_to(tmp_path / "loop-a.txt")
    (tmp_path / "again").symlink_to(tmp_path)
    found = {article.doc_id: (article.status, article.reason) for article in read_inputs([tmp_path])}
    assert found == {
        "again": ("skipped", "a link to a folder, which is not followed"),
        "device": ("failed", "no regular file but a pipe, device or folder"),
        "link": ("failed", "can't be read: No such file or directory"),
        "loop-a": ("failed", "can't be read: Too many levels of symbolic links"),
        "loop-b": ("failed", "can't be read: Too many levels of symbolic links"),
        "pipe.txt": ("skipped", "no regular file but a pipe, device or socket"),
    }


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    scan = os.scandir

    def refuse(path: str) -> object:
        if os.fspath(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr("os.scandir", refuse)
    found = {article.doc_id: article.reason for article in read_inputs([tmp_path])}
    assert found == {"a": "", "locked": "folder can't be read: Permission denied"}


def test_a_file_that_vanishes_while_it_is_read_has_failed(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{ENGLISH} {name}", encoding="utf-8")

    def remove_next(article: Article) -> Article:
        (tmp_path / "b.txt").unlink(missing_ok=True)
        return article

    articles = read_inputs([tmp_path], take=remove_next)
    assert [(article.doc_id, article.status) for article in articles] == [("a", ""), ("b", "failed")]


ODD_RECORDS = [
    ({"url": "http://["}, "", ""),
    ({"published": "0001-01-01T00:00:00+14:00"}, "", "published '0001-01-01T00:00:00+14:00' is no date"),
    ({"published": "9" * 10_000}, "", f"published '{'9' * 289}…"),
    ({"title": "T" * 1_000_000}, "", ""),
]


@pytest.mark.parametrize(("fields", "status", "reason"), ODD_RECORDS, ids=["url", "first day", "long date", "long title"])
def test_odd_fields_spoil_no_record(tmp_path: Path, fields: dict[str, str], status: str, reason: str) -> None:
    found = read_folder(tmp_path, {"a.jsonl": pack_lines({"doc_id": "odd", "text": "One.", **fields}, {"doc_id": "next", "text": "Two."})})
    assert (found["odd"].status, found["odd"].reason, found["next"].text) == (status, reason, "Two.")


def test_a_record_that_cannot_be_judged_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.sources.reading.find_dateline", lambda text, patterns: 1 // (text != "One."))
    found = read_folder(tmp_path, {"a.jsonl": pack_lines({"doc_id": "odd", "text": "One."}, {"doc_id": "next", "text": "Two."})})
    assert {doc_id: article.status for doc_id, article in found.items()} == {"odd": "failed", "next": ""}
    assert found["odd"].reason == "can't be read: ZeroDivisionError: integer division or modulo by zero"


def test_a_document_that_takes_too_long_to_read_has_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def spin(text: str, patterns: object) -> str:
        while text == "One.":
            pass
        return ""

    monkeypatch.setattr("pipeline.sources.reading.find_dateline", spin)
    (tmp_path / "a.jsonl").write_bytes(pack_lines({"doc_id": "odd", "text": "One."}, {"doc_id": "next", "text": "Two."}))
    kit = replace(load_reading_kit(Settings()), limits=Limits(seconds=0.05))
    assert [(article.doc_id, article.reason) for article in read_inputs([tmp_path], kit)] == [("odd", "takes more than 0.05 seconds to read"), ("next", "")]


LETTERS = [  # text, the note of documents.csv
    ("MAYOR OLGA BELOVA MET WITH CONSUL IGOR LAPTEV.", "all in capitals: names and events are recognised less well"),
    ("МЭР ОЛЬГА БЕЛОВА ВСТРЕТИЛАСЬ С КОНСУЛОМ 3 МАЯ.", "all in capitals: names and events are recognised less well"),
    ("Narva, 3 May. MAYOR OLGA BELOVA MET WITH CONSUL IGOR LAPTEV.", "all in capitals: names and events are recognised less well"),
    ("MAYOR OLGA BELOVA HAS MET HIM. Consul Igor Laptev spoke.", ""),
    ("mayor olga belova met with consul igor laptev.", "without a capital: names and events are recognised less well"),
    ("mayor olga belova met with consul igor laptev. " * 14 + "S", "without a capital: names and events are recognised less well"),
    ("mayor olga belova met with consul igor laptev. " * 12 + "S", ""),
    ("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19", ""),
    ("Mayor O1ga Be1ova met with Consu1 lgor Laptev in Kazan.", "2 words with digits among their letters: the text seems badly scanned"),
    ("Mayor Olga Belova met with Consul Igor Laptev.", ""),
    ("Mayor Olga Belova spoke of the H1N1 flu, the G20, 3D films and B2B fairs.", ""),
    ("ONE. TWO.", ""),
]


@pytest.mark.parametrize(("text", "note"), LETTERS)
def test_letters_that_hide_names_are_told(tmp_path: Path, text: str, note: str) -> None:
    found = read_folder(tmp_path, {"a.txt": text.encode()})["a"]
    assert (found.status, found.reason, found.text) == ("", note, text)


def test_half_a_surrogate_pair_can_be_written_again(tmp_path: Path) -> None:
    found = read_folder(tmp_path, {"a.jsonl": b'{"text": "A \\ud83d b", "doc_id": "x"}'})
    assert found["x"].text == "A \ufffd b"


def test_one_id_for_two_contents_is_shared_out_alike_in_any_order() -> None:
    first, second = Article("x", "One.", sha256="aaaaaaaa1"), Article("x", "Two.", sha256="bbbbbbbb1")
    for articles in ((first, second), (second, first)):
        assert {article.text: article.doc_id for article in assign_ids(articles)} == {"One.": "x", "Two.": "x~bbbbbb"}


def test_one_id_and_one_content_is_one_document() -> None:
    twice = (Article("x", "One.", path="b/x.txt", sha256="a1"), Article("x", "One.", path="a/x.txt", sha256="a1"))
    assert [article.path for article in assign_ids(twice)] == ["a/x.txt"]


ONE, TWO, THREE = (Article("x", text, path=path, sha256=digest * 8) for text, path, digest in (("1", "a", "aa"), ("2", "b", "bb"), ("3", "c", "cc")))
BATCHES = [
    (([ONE, TWO], [THREE]), {"x": "1", "x~bbbbbb": "2", "x~cccccc": "3"}),
    (([THREE], [TWO], [ONE]), {"x": "1", "x~bbbbbb": "2", "x~cccccc": "3"}),
    (([ONE, TWO, THREE], [TWO]), {"x": "1", "x~bbbbbb": "2", "x~cccccc": "3"}),
    (([ONE, TWO], [replace(ONE, text="4", sha256="dd" * 8)]), {"x": "2", "x~dddddd": "4"}),
    (([replace(ONE, text="", sha256="", status="failed")], [ONE]), {"x": "1"}),
    (([ONE], [replace(ONE, path="z")]), {"x": "1"}),
]


@pytest.mark.parametrize(("batches", "expected"), BATCHES)
def test_ids_do_not_depend_on_batches(batches: tuple[list[Article], ...], expected: dict[str, str]) -> None:
    kept: tuple[Article, ...] = ()
    for batch in batches:
        kept = join_batches(assign_ids(batch), kept)
    assert {article.doc_id: article.text for article in kept} == expected


def test_a_readable_document_keeps_its_id_before_a_broken_one() -> None:
    articles = (Article("x", "", path="a", status="failed", reason="broken"), Article("x", "One.", path="b", sha256="a1"))
    assert [article.doc_id[:2] for article in assign_ids(articles)] == ["x~", "x"]


DUPLICATES = [
    ((("a", ""), ("b", "")), "a"),
    ((("b", ""), ("a", "")), "a"),
    ((("a", "2023-05-02"), ("b", "2023-05-01")), "b"),
    ((("a", ""), ("b", "2023-05-01")), "b"),
]


@pytest.mark.parametrize(("documents", "first"), DUPLICATES)
def test_of_equal_texts_the_first_published_counts(documents: tuple[tuple[str, str], ...], first: str) -> None:
    marked = mark_duplicates([Article(doc_id, "One.", published=published, sha256="a1") for doc_id, published in documents])
    assert [(article.doc_id, article.status, article.duplicate_of) for article in marked] == [
        (doc_id, "", "") if doc_id == first else (doc_id, "duplicate", first) for doc_id, _ in documents
    ]


def test_an_earlier_copy_of_a_later_batch_takes_over() -> None:
    batch = mark_duplicates([Article("b", "One.", published="2023-05-02", sha256="a1"), Article("c", "One.", published="2023-05-03", sha256="a1")])
    early = Article("a", "One.", published="2023-05-01", sha256="a1")
    assert mark_duplicates([*batch, early]) == mark_duplicates([replace(article, status="", duplicate_of="", reason="") for article in batch] + [early])
    assert mark_duplicates(batch[1:]) == (Article("c", "One.", published="2023-05-03", sha256="a1"),)


def test_failed_and_empty_documents_are_no_duplicates() -> None:
    articles = [Article("a", "", status="failed"), Article("b", "", status="failed"), Article("c", "Two.", sha256="c1")]
    assert [article.status for article in mark_duplicates(articles)] == ["failed", "failed", ""]
