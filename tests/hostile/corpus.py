"""Writes the hostile corpus into a folder: more than 200 files that try to break the reading, and a few good articles among them.

usage: python -m hostile.corpus FOLDER   (in the folder `tests`)
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path

from hostile.texts import ADDRESSES, EN, FORMULAS, GOOD, IDS, ODD, RU, XSS

ZEROS = 100_000_000  # bytes that a packed bomb unpacks to
NAMES = (
    *("a\nb.txt", "\x1b[31mred.txt", "\u202etxt.exe.txt", "=1+1.txt", "@SUM(1).txt", "-rf.txt", "'quoted'.txt", '"double".txt', "a;b,c.txt", " .txt"),
    *(
        "<script>alert(1)<∕script>.txt",
        "<img src=x onerror=alert(1)>.txt",
        "$(id).txt",
        "%s%n.txt",
        "CON.txt",
        "~.txt",
        "a#1.txt",
        "ё.txt",
        "е\u0308.txt",
        "😀.txt",
    ),
    *(
        "x" * 240 + ".txt",
        "\u200b.txt",
        "many.dots.in.it.txt",
        "UPPER.TXT",
        "dir.txt/inner.txt",
        "a/b/c/d/e/f/g/h/i/j/k.txt",
        "no-suffix",
        "a.exe",
        "a.odt",
        "a.xlsx",
    ),
)


def write_corpus(folder: Path) -> int:
    """Writes all files, and gives their number: pipes and links count, folders don't."""
    write_good(folder)
    files = dict(file for make in MAKERS for file in make())
    for name, data in files.items():
        path = folder / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return len(files) + len(GOOD) + write_special(folder / "special")


def write_good(folder: Path) -> None:
    """The articles that the others must not harm."""
    (folder / "good").mkdir(parents=True, exist_ok=True)
    for name, text in GOOD.items():
        (folder / "good" / f"{name}.txt").write_text(text, encoding="utf-8")


def write_special(folder: Path) -> int:
    """What is no file, or not only: links in circles, out and to nowhere, pipes, devices, files without rights."""
    folder.mkdir(parents=True)
    links = {
        "loop-a.txt": "loop-b.txt",
        "loop-b.txt": "loop-a.txt",
        "self.txt": "self.txt",
        "dead.txt": "nowhere",
        "zero.txt": "/dev/zero",
        "null.txt": "/dev/null",
    }
    for name, target in {**links, "here": ".", "up": "..", "root": "/", "random.jsonl": "/dev/urandom", "tty.txt": "/dev/tty", "dir.txt": "/tmp"}.items():
        (folder / name).symlink_to(target)
    for name in ("pipe", "pipe.txt", "pipe.jsonl.gz"):
        os.mkfifo(folder / name)
    (folder / "secret.txt").write_text(EN, encoding="utf-8")
    (folder / "secret.txt").chmod(0)
    (folder / "locked").mkdir(mode=0)
    return len(links) + 6 + 3 + 1


def make_texts() -> Iterator[tuple[str, bytes]]:
    """Each odd text as a file, in UTF-8 and some in other encodings, whole and cut."""
    for name, text in ODD.items():
        yield f"texts/{name}.txt", text.encode("utf-8", errors="surrogatepass")
    for encoding in ("utf-16", "utf-16-be", "utf-32", "cp1251", "koi8-r", "cp866", "utf-7", "cp037", "shift_jis"):
        yield f"encodings/{encoding}.txt", RU.encode(encoding, errors="replace")
    yield "encodings/cut.txt", RU.encode()[:-1]
    yield "encodings/mixed.txt", RU.encode() + RU.encode("cp1251")
    yield "encodings/overlong.txt", EN.encode() + b"\xc0\xaf\xed\xa0\x80\xf8\x88\x80\x80\x80"
    yield "encodings/binary.txt", bytes(range(256)) * 100
    yield "encodings/marks.txt", b"\xff\xfe\xff\xfe\xef\xbb\xbf" + EN.encode()
    yield "encodings/odd-utf-16.txt", b"\xff\xfe" + EN.encode("utf-16-le")[:-1]
    yield from ((f"names/{name}", f"{EN} {number}".encode()) for number, name in enumerate(NAMES))
    yield "names/\udce9\udcff.txt", EN.encode()


def make_records() -> Iterator[tuple[str, bytes]]:
    """JSON lines and CSV with odd fields, and broken ones."""
    for number, value in enumerate((*FORMULAS, *XSS, *ADDRESSES, "M" * 1_000_000)):
        record = {"text": f"{EN} {number}", "title": value, "url": value, "source": value[:500], "author": value, "published": value[:50], "lang": value[:9]}
        yield f"fields/{number}.jsonl", json.dumps(record).encode()
    yield "ids.jsonl", "".join(json.dumps({"doc_id": name, "text": f"{RU} {number}"}) + "\n" for number, name in enumerate(IDS)).encode()
    table = io.StringIO()
    csv.writer(table).writerows([["text", "title", "doc_id"], *([f"{value} {EN}", value, f"csv-{i}"] for i, value in enumerate((*FORMULAS, *XSS)))])
    yield "cells.csv", table.getvalue().encode()
    quoted = (f'On 5 May 2021 Mayor Olga Belova and Consul Igor Laptev signed in Kazan an agreement "{value}".' for value in (*XSS, *FORMULAS))
    yield "events.jsonl", "".join(json.dumps({"text": text, "doc_id": f"told-{i}"}) + "\n" for i, text in enumerate(quoted)).encode()
    broken = ("{", "[]", "null", '"x"', "1e999", "NaN", '{"text": 5}', '{"text": null}', '{"text": {"a": 1}}', "[" * 100_000, '{"a":' * 100_000, "9" * 10_000)
    yield "broken.jsonl", "\n".join((*broken, '{"text": "\\ud800"}', '{"text": "a", "text": "b"}', '{"text": "x", "published": NaN}')).encode()
    for name, text in {
        "header": "a,b\n1,2",
        "quote": 'text\n"open',
        "nul": "text\na\0b",
        "wide": "text" + ",x" * 50_000,
        "empty": "",
        "only": "text\n",
    }.items():
        yield f"tables/{name}.csv", text.encode()


def make_pages() -> Iterator[tuple[str, bytes]]:
    """Pages and feeds: deep, wide, endless, with entities, and with markup that means to be run."""
    pages = {
        "deep": "<div>" * 50_000 + EN,
        "deep-lists": "<ul><li>" * 20_000 + EN,
        "deep-tables": "<table><tr><td>" * 3000 + EN,
        "deep-inline": "<b><i>" * 20_000 + EN,
        "wide": f"<p>{EN}</p>" * 40_000,
        "attributes": f"<p {' '.join(f'a{i}=1' for i in range(50_000))}>{EN}</p>",
        "attribute": f"<p title='{'x' * 1_000_000}'>{EN}</p>",
        "entities": "<p>" + "&amp;" * 100_000 + "&#x110000;&#0;&#xD800;&bogus;&#99999999999;" + EN,
        "unclosed": "<p" * 50_000 + EN,
        "comments": "<!--" * 50_000 + EN,
        "script": f"<script>{'x' * 500_000}</script><p>{EN}</p>",
        "json": '<script type="application/ld+json">' + '{"a":[' * 20_000 + f"</script><p>{EN}</p>",
        "json-types": '<script type="application/ld+json">{"@type": ["NewsArticle", 5, null], "headline": [[[]]], "url": {"@id": 7}}</script>' + f"<p>{EN}</p>",
        "lists": "<ul>" + "<li><a href=x>y</a>" * 10_000 + "</ul>" + EN,
        "frames": f"<frameset><frame src=x></frameset><iframe srcdoc='{EN}'></iframe>",
        "refresh": f"<meta http-equiv=refresh content='0;url=file:///etc/passwd'><p>{EN}</p>",
        "no-body": "<html><head><title>x</title></head></html>",
        "address": f"<link rel=canonical href='http://['><meta property=og:url content='//['><p>{EN}</p>",
        "dates": f"<time pubdate datetime='99999-99-99T99:99:99+99:99'></time><p class=date>31.02.2021</p><p>{EN}</p>",
        "charset": f"<meta charset=../../etc><p>{RU}</p>",
        "xml": f"<?xml version='1.0' encoding='none'?><!DOCTYPE html SYSTEM 'file:///etc/passwd'><p>{EN}</p>",
    }
    yield from ((f"pages/{name}.html", text.encode()) for name, text in pages.items())
    yield from ((f"pages/xss-{i}.html", f"<title>{value}</title><h1>{escape(value)}</h1><p>{EN} {value}</p>".encode()) for i, value in enumerate(XSS))
    entities = "<!ENTITY a '" + "x" * 1000 + "'>" + "".join(f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 20}'>" for i in range(9))
    item = f"<rss version='2.0'><channel><title>t</title><item><title>&j;</title><description>{EN} &j;</description></item></channel></rss>"
    yield "feeds/laughs.xml", f"<?xml version='1.0'?><!DOCTYPE rss [{entities}]>{item}".encode()
    yield "feeds/outside.xml", f"<!DOCTYPE rss [<!ENTITY j SYSTEM 'file:///etc/passwd'>]>{item}".encode()
    yield "feeds/parameter.xml", f"<!DOCTYPE rss [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'>%p;]>{item}".encode()
    yield "feeds/deep.xml", ("<rss><channel><item>" + "<a>" * 30_000 + EN).encode()
    yield "feeds/many.xml", ("<rss version='2.0'><channel>" + f"<item><description>{EN}</description></item>" * 300 + "</channel></rss>").encode()
    yield (
        "feeds/xss.xml",
        ("<rss version='2.0'><channel>" + "".join(f"<item><title>{escape(x)}</title><description>{escape(x)} {EN}</description></item>" for x in XSS)).encode(),
    )
    yield "feeds/other.xml", b"<a/>"
    yield "feeds/empty.xml", b""


def make_packed() -> Iterator[tuple[str, bytes]]:
    """Bombs and broken archives, and documents of other programs."""
    zeros = gzip.compress(b"0" * ZEROS, compresslevel=9, mtime=0)
    yield "packed/bomb.txt.gz", zeros
    yield "packed/bomb.html.gz", zeros
    yield "packed/bomb.pdf.gz", zeros
    yield "packed/line.jsonl.gz", gzip.compress(b'{"text": "' + b"a " * (ZEROS // 2) + b'"}', mtime=0)
    yield "packed/line.csv.gz", gzip.compress(b"text\n" + b"a" * ZEROS, mtime=0)
    yield "packed/emoji.csv.gz", gzip.compress('text\n"😀'.encode() + b"a b c\n" * (2 * ZEROS // 6), mtime=0)  # four bytes a character
    yield "packed/twice.txt.gz.gz", gzip.compress(zeros, mtime=0)
    yield "packed/cut.txt.gz", zeros[: len(zeros) // 2]
    yield "packed/wrong.txt.gz", b"no gzip at all"
    yield "packed/checksum.txt.gz", gzip.compress(EN.encode(), mtime=0)[:-8] + b"\0" * 8
    yield "packed/members.txt.gz", gzip.compress(EN.encode(), mtime=0) * 1000
    yield "packed/empty.txt.gz", b""
    yield from ((f"packed/{name}.docx", _zip(files)) for name, files in DOCX.items())
    yield "packed/cut.docx", _zip({"word/document.xml": b"<a/>"})[:-30]
    yield "packed/fake.docx", b"PK\x03\x04"
    yield "packed/sheet.xlsx", _zip({"xl/worksheets/sheet1.xml": b"0" * 10_000_000})
    yield "packed/archive.zip", _zip({"../../evil.txt": EN.encode(), "/etc/evil.txt": EN.encode()})
    yield "packed/fake.pdf", b"%PDF-1.7\n" + b"1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\n" * 1000 + b"trailer<</Root 1 0 R>>"
    yield (
        "packed/loop.pdf",
        b"%PDF-1.7\n1 0 obj<</Type/Pages/Kids[1 0 R]/Count 99999999/Parent 1 0 R>>endobj\n2 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 2 0 R>>",
    )
    yield "packed/empty.pdf", b""
    yield "packed/noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 500


def _zip(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=zipfile.ZIP_DEFLATED)
    return packed.getvalue()


TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'  # fmt: skip  # noqa: E501
LINKS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'  # fmt: skip  # noqa: E501
HEAD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
PARAGRAPH = b"<w:p><w:r><w:t>" + EN.encode() + b"</w:t></w:r></w:p>"
TAIL = b"</w:body></w:document>"
LAUGHS = b"<!DOCTYPE w [<!ENTITY a 'xxxxxxxxxx'>" + b"".join(b"<!ENTITY %c '%s'>" % (98 + i, b"&%c;" % (97 + i) * 20) for i in range(9)) + b"]>"
PARTS = {"[Content_Types].xml": TYPES, "_rels/.rels": LINKS}
DOCX = {
    "good": {**PARTS, "word/document.xml": HEAD + PARAGRAPH + TAIL},
    "bomb": {**PARTS, "word/document.xml": HEAD + b" " * ZEROS + TAIL},
    "laughs": {**PARTS, "word/document.xml": LAUGHS + HEAD + b"<w:p><w:r><w:t>&j;</w:t></w:r></w:p>" + TAIL},
    "outside": {
        **PARTS,
        "word/document.xml": b"<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + HEAD + b"<w:p><w:r><w:t>&a;</w:t></w:r></w:p>" + TAIL,
    },
    "deep": {**PARTS, "word/document.xml": HEAD + b"<w:tbl><w:tr><w:tc>" * 5000},
    "many": {**PARTS, "word/document.xml": HEAD + PARAGRAPH * 5000 + TAIL},
    "paths": {**PARTS, "word/document.xml": HEAD + PARAGRAPH + TAIL, "../../evil.txt": b"evil", "/etc/evil": b"evil"},
    "bare": {"word/document.xml": HEAD + PARAGRAPH + TAIL},
}
MAKERS: tuple[Callable[[], Iterator[tuple[str, bytes]]], ...] = (make_texts, make_records, make_pages, make_packed)

if __name__ == "__main__":
    print(write_corpus(Path(sys.argv[1])), "files")
