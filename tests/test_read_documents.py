"""From PDF and DOCX press releases to articles."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader, PdfWriter

from pipeline.records import Article
from pipeline.settings import Limits, Settings
from pipeline.sources import load_reading_kit, read_inputs
from pipeline.sources.pdf import join_lines

LINES = ("Mayor Anna Lind received Consul General Marek Novak in Por-", "voo on Tuesday, 14 March.", "They signed a protocol.")


def write_pdf(*pages: Sequence[str]) -> bytes:
    """A PDF with the given lines, object by object."""
    streams = [b"BT /F1 12 Tf 14 TL 50 800 Td " + b" ".join(b"(%s) Tj T*" % line.encode("latin-1") for line in lines) + b" ET" for lines in pages]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        resources = b"/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 600 840]"
        objects.append(b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R >>" % (resources, 5 + 2 * number))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table) + trailer


def write_docx(*paragraphs: str, table: Sequence[Sequence[str]] = (), title: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def lock_pdf(data: bytes) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(data)))
    writer.encrypt("secret", algorithm="RC4-128")
    packed = io.BytesIO()
    writer.write(packed)
    return packed.getvalue()


def read_one(folder: Path, name: str, data: bytes, limits: Limits | None = None) -> Article:
    (folder / name).write_bytes(data)
    [article] = read_inputs([folder / name], load_reading_kit(Settings(limits=limits or Limits())))
    return article


def test_lines_of_a_pdf_are_joined_to_paragraphs(tmp_path: Path) -> None:
    found = read_one(tmp_path, "release.pdf", write_pdf(LINES, ["On page two the guests left."]))
    assert found.text.split("\n") == [
        "Mayor Anna Lind received Consul General Marek Novak in Porvoo on Tuesday, 14 March.",
        "They signed a protocol.",
        "On page two the guests left.",
    ]
    assert (found.doc_id, found.status) == ("release", "")


PARAGRAPHS = [
    (
        "Heading\nThe first sentence of a long paragraph goes on\nto its second line here.",
        ["Heading", "The first sentence of a long paragraph goes on to its second line here."],
    ),
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("северо-\nзападного округа", ["северозападного округа"]),
    ("", []),
]


@pytest.mark.parametrize(("page", "paragraphs"), PARAGRAPHS)
def test_paragraphs_of_a_page(page: str, paragraphs: list[str]) -> None:
    assert list(join_lines(page)) == paragraphs


def test_docx_with_table_and_title(tmp_path: Path) -> None:
    data = write_docx("Мэр принял\tпосла.", "", "Подписан протокол.", table=[["Дата", "Место"], ["14 марта", "Омск"]], title="Приём")
    found = read_one(tmp_path, "release.docx", data)
    assert (found.text, found.title) == ("Мэр принял посла.\nПодписан протокол.\nДата Место\n14 марта Омск", "Приём")


BROKEN = [
    ("a.pdf", b"no PDF", "broken PDF"),
    ("a.pdf", b"%PDF-1.4\n1 0 obj\n<<", "broken PDF"),
    ("a.pdf", write_pdf(["x"], ["y"], ["z"]), "3 pages; at most 2 are read"),
    ("a.pdf", write_pdf([]), "no text, only pictures"),
    ("a.pdf", lock_pdf(write_pdf(LINES)), "locked by a password"),
    ("a.docx", b"no zip", "broken DOCX"),
    ("a.docx", write_docx("x" * 50_000), "unpacks to"),
]


@pytest.mark.parametrize(("name", "data", "reason"), BROKEN)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    found = read_one(tmp_path, name, data, Limits(sheets=2, page=60_000))
    assert found.status == "failed"
    assert reason in found.reason


def test_a_zip_that_is_no_docx(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("a.txt", "x")
    assert read_one(tmp_path, "a.docx", packed.getvalue()).reason.startswith("broken DOCX")


def test_without_the_extra_the_reason_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise ModuleNotFoundError(name="pypdf")

    monkeypatch.setattr("pipeline.sources.readers.import_module", refuse)
    assert read_one(tmp_path, "a.pdf", write_pdf(LINES)).reason == "needs the package pypdf: pip install 'communique[documents]'"
