"""Feeds the reader, the dates, the loader of rules and the writer with what nobody would write: none may raise anything but its own errors.

usage: fuzz.py [SECONDS]   (in all, shared out evenly; default 60; the inputs differ from run to run, a failing one is printed in its smallest form)
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pipeline.annotate.build import SENTENCES
from pipeline.dates import find_dates, load_date_words
from pipeline.errors import InputError, RuleError
from pipeline.resources import load_yaml_file
from pipeline.rules import check_rules, load_rules
from pipeline.settings import Limits, Settings
from pipeline.sources import load_reading_kit, read_inputs
from pipeline.sources.profiles import find_problems
from pipeline.tables.cells import format_line, restore
from pipeline.text.patterns import compile_pattern

KIT = replace(load_reading_kit(Settings()), limits=Limits(unpacked=1_000_000, page=1_000_000, document=1_000_000, seconds=5))
DATES = load_date_words()
VOCAB = Vocab()
FOLDER = Path(tempfile.mkdtemp(prefix="communique-fuzz-"))
SUFFIXES = (".txt", ".jsonl", ".csv", ".html", ".xml", ".pdf", ".docx", ".txt.gz", ".jsonl.gz")
PIECES = st.sampled_from(
    [
        "{",
        "}",
        '"',
        "'",
        ":",
        ",",
        "[",
        "]",
        "text",
        '"text": "One."',
        "\n",
        "\r\n",
        "<p>",
        "</p>",
        "<rss>",
        "<item>",
        "<title>",
        "<!--",
        "-->",
        "&amp;",
        "&#0;",
    ]
    + [
        "<?xml",
        "<!DOCTYPE",
        "]]>",
        "<script>",
        "<table>",
        "<td>",
        "\0",
        "\ufeff",
        "\ud83d",
        "%PDF-1.4",
        "obj",
        "stream",
        "endobj",
        "trailer",
        "PK\x03\x04",
        ";",
        "\t",
    ]
    + ["http://[", "2021-05-03", "+14:00", "charset=", "cp1251", "doc_id", "published", "9" * 5000, "\x1f\x8b", "<meta property='og:url' content='", "<h1>"]
    + ['<script type="application/ld+json">', '{"@type": "NewsArticle"', '"datePublished": ']
)
MARKUP = st.lists(PIECES | st.text(max_size=8), max_size=30).map(lambda parts: "".join(parts).encode("utf-8", errors="surrogatepass"))
TOLD = """
May 3 2021 31 мая года года, 5-7 - – of the next last week на прошлой неделе в 10:30 GMT Q3 квартал полугодие decade 1990s 90-х вчера ago назад
through from to с по до between XX века 03.05.2021 2021-05-03 12/25/20 Monday вторник st th -го 0 00 99 9999 99999999999 second half начале конце each
"""
WORDS = st.sampled_from(TOLD.split())
PHRASES = st.lists(WORDS | st.text(max_size=5).filter(str.strip), min_size=1, max_size=14)
YAML = st.lists(
    st.sampled_from(
        [
            "rules:",
            "- ",
            "  ",
            "\n",
            "name: a",
            "type: meeting",
            "trigger:",
            "words: {en: [meet]}",
            "pos: verb",
            "&a",
            "*a",
            "!!python/object:os.system",
            "!!int x",
            "? ",
        ]
        + [
            "[",
            "]",
            "{",
            "}",
            ":",
            "|",
            ">",
            "'",
            '"',
            "#",
            "---",
            "...",
            "!!binary",
            "!!timestamp 1",
            "<<: *a",
            "examples: {en: [], ru: []}",
            "off: [",
            "\t",
            "~",
            "%YAML 9.9",
        ]
    )
    | st.text(max_size=6),
    max_size=30,
).map("".join)
CELLS = st.lists(
    st.text(max_size=30) | st.floats() | st.integers() | st.booleans() | st.none() | st.lists(st.text(max_size=5)).map(tuple), min_size=1, max_size=8
)


def read(suffix: str, data: bytes) -> None:
    """Any file is an article, or several, each with a reason or a text."""
    path = FOLDER / f"a{suffix}"
    path.write_bytes(gzip.compress(data) if suffix.endswith(".gz") and len(data) % 2 else data)
    for article in read_inputs([path], KIT):
        assert article.reason or article.text
        article.text.encode("utf-8")


def find(words: list[str], lang: str, published: date | None) -> None:
    """Any words give dates that lie in them."""
    doc = Doc(VOCAB, words=words)
    doc.spans[SENTENCES] = [Span(doc, 0, len(doc), label=lang)]
    for found in find_dates(doc, published=published, words=DATES):
        assert doc.text[found.start : found.end] == found.text
        assert found.interval is None or found.interval.first < found.interval.after


def load(text: str) -> None:
    """Any YAML is rules, or a RuleError."""
    folder = FOLDER / "rules"
    folder.mkdir(exist_ok=True)
    path = folder / "own.yml"
    path.write_bytes(text.encode("utf-8", errors="surrogatepass"))
    try:
        told = load_yaml_file(path)
    except RuleError:
        told = None
    list(find_problems(path))
    if isinstance(told, dict) and told.keys() & {"rules", "off"}:  # the rest takes long: it reads the shipped rules as well
        check_rules(folder)
        with suppress(RuleError):
            load_rules(folder)


def compile_any(source: str) -> None:
    """Any string is an expression, or a ValueError, and searched in no time."""
    try:
        compile_pattern(source).search("aaaaaaaaaaaaaaaaaaaaaaaaaaaa" * 3 + "\nb 2021")
    except (ValueError, InputError):
        return


def write(values: list[str | float | int | bool | tuple[str, ...] | None]) -> None:
    """Any row is one row when it is read back, and no cell of it begins as a formula."""
    line = format_line(values).encode("utf-8", errors="replace").decode()
    rows = list(csv.reader(io.StringIO(line, newline=""), strict=True))
    if line != "\n":
        assert len(rows) == 1
        assert len(rows[0]) == len(values)
        assert [restore(cell) for cell, value in zip(rows[0], values, strict=True) if isinstance(value, str)] == [
            value.encode("utf-8", errors="replace").decode() for value in values if isinstance(value, str)
        ]


TARGETS: tuple[tuple[Callable[..., None], dict[str, st.SearchStrategy[object]]], ...] = (
    (read, {"suffix": st.sampled_from(SUFFIXES), "data": st.binary(max_size=300) | MARKUP}),
    (find, {"words": PHRASES, "lang": st.sampled_from(["en", "ru"]), "published": st.none() | st.dates()}),
    (load, {"text": YAML | st.text(max_size=60)}),
    (compile_any, {"source": st.text(alphabet="ab()[]{}*+?|\\^$.,:=!<>-0123456789PdwsbB", max_size=25) | st.text(max_size=20)}),
    (write, {"values": CELLS}),
)


def fuzz(target: Callable[..., None], arguments: dict[str, st.SearchStrategy[object]], seconds: float) -> tuple[int, str]:
    """Inputs tried in so many seconds, and the first error."""
    tried, end = 0, time.monotonic() + seconds

    def count(**values: object) -> None:
        nonlocal tried
        tried += 1
        target(**values)

    run = settings(max_examples=500, deadline=None, database=None, suppress_health_check=list(HealthCheck))(given(**arguments)(count))
    while time.monotonic() < end:
        try:
            run()
        except Exception as error:  # that is what is looked for
            notes = " ".join(getattr(error, "__notes__", ()))
            return tried, f"{type(error).__name__}: {error} {notes}"
    return tried, ""


def main(seconds: float) -> int:
    """Prints inputs and errors of every target; 1 if there are errors."""
    failed = 0
    for target, arguments in TARGETS:
        tried, error = fuzz(target, arguments, seconds / len(TARGETS))
        failed += bool(error)
        print(f"{target.__name__:12} {tried:>9,} inputs  {error or 'no error'}", flush=True)
    return min(1, failed)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0))
