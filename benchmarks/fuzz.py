"""Feeds the reader, the dates, the loader of rules and the writer with what nobody would write: none may raise anything but its own errors.

Hypothesis makes an input; each is tried in twenty damaged forms as well, which take a tenth of the time. What failed is printed with where.

usage: fuzz.py [SECONDS [SEED]]   (in all, shared out evenly; default 60 and 1; the same seed gives the same inputs)
"""

from __future__ import annotations

import csv
import gzip
import io
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from pipeline.annotate import Span, make_doc
from pipeline.bounds import limit_memory
from pipeline.dates import find_dates, load_date_words
from pipeline.errors import InputError, RuleError
from pipeline.resources import load_yaml_file
from pipeline.resources.faults import describe_faults
from pipeline.rules import check_rules, load_rules
from pipeline.rules.schema import CueAdditions, LexiconAdditions, RuleFile
from pipeline.settings import Limits, Settings
from pipeline.sources import load_reading_kit, read_inputs
from pipeline.sources.profiles import find_problems
from pipeline.tables.cells import format_line, restore
from pipeline.text.patterns import compile_pattern

KIT = replace(load_reading_kit(Settings()), limits=Limits(unpacked=1_000_000, page=1_000_000, document=1_000_000, seconds=5))
DATES = load_date_words()
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


SPOILT = frozenset({"data", "words", "text", "source", "values"})
DAMAGED = 20  # further forms of each input
LONGEST = 5000  # characters, bytes or words that damage leaves: a part told twice, again and again, would fill any memory
MEGABYTES = 1000  # that it may take: an input that takes more is an error
ROUND = 200  # inputs of Hypothesis in a row
ODD = ("\0", "\n", '"', "{", ",", "<", "&", ":", "- ", "  ", "\t", "\ufeff", "\u200b", "\u202e", "\ud83d", "İ", "ё", "9" * 30, "=", "#")
PAGE = (
    "<html><head><title>A visit</title><meta property='og:url' content='https://example.org/a'></head>"
    "<body><h1>A</h1><p>Mayor Olga Belova met.</p></body></html>"
)
FEED = (
    "<?xml version='1.0'?><rss><channel><item><title>A</title><link>https://example.org</link>"
    "<pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate></item></channel></rss>"
)
RECORDS = '{"text": "Mayor Olga Belova met.", "published": "2021-05-03", "doc_id": "a"}\n{"text": "One."}\n'
TABLE = 'doc_id,text,published\na,"Mayor Olga\nBelova met.",2021-05-03\n'
WHOLE = st.sampled_from([text.encode() for text in (PAGE, FEED, RECORDS, TABLE)])
RULES = (
    "rules:\n  - name: a\n    type: meeting\n    trigger:\n      pos: verb\n      words: {en: [meet], ru: [встретиться]}\n"
    "    who: [subject]\n    whom: [object, with]\n    place: [in, at]\n    examples:\n      en: [{text: Olga met Igor., who: [Olga]}]\noff: [visit-verb]\n"
)
AT_MOST = 200
TRIED: set[str] = set()  # rules that were compiled with the shipped ones


def read(suffix: str, data: bytes) -> None:
    """Any file is an article, or several, each with a reason or a text."""
    path = FOLDER / f"a{suffix}"
    path.write_bytes(gzip.compress(data) if suffix.endswith(".gz") and len(data) % 2 else data)
    for article in read_inputs([path], KIT):
        assert article.reason or article.text
        article.text.encode("utf-8")


def find(words: list[str], lang: str, published: date | None) -> None:
    """Any words give dates that lie in them."""
    doc = make_doc(words)
    doc.sentences = [Span(doc, 0, len(doc), lang)]
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
        return
    if isinstance(told, dict):
        list(find_problems(path))
    valid = [model for model in (RuleFile, LexiconAdditions, CueAdditions) if is_valid(path, told, model)]
    if RuleFile in valid and told and repr(told) not in TRIED and len(TRIED) < AT_MOST:  # this takes long: it reads the shipped rules as well
        TRIED.add(repr(told))
        check_rules(folder)
        with suppress(RuleError):
            load_rules(folder)


def is_valid(path: Path, told: object, model: type[BaseModel]) -> bool:
    """Whether it fits; each fault can be told."""
    try:
        model.model_validate(told)
    except ValidationError as error:
        assert all(describe_faults(path, error, model))
        return False
    return True


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


Target = Callable[..., None]
TARGETS: dict[Target, dict[str, st.SearchStrategy[object]]] = {
    read: {"suffix": st.sampled_from(SUFFIXES), "data": st.binary(max_size=300) | MARKUP | WHOLE},
    find: {"words": PHRASES, "lang": st.sampled_from(["en", "ru"]), "published": st.none() | st.dates()},
    load: {"text": YAML | st.text(max_size=60) | st.just(RULES)},
    compile_any: {"source": st.text(alphabet="ab()[]{}*+?|\\^$.,:=!<>-0123456789PdwsbB", max_size=25) | st.text(max_size=20)},
    write: {"values": CELLS},
}


def damage(value: object, chosen: random.Random) -> object:
    """The value with a part lost, told twice, moved, or changed for a character that means something to somebody."""
    if isinstance(value, str | bytes | list) and value:
        first, after = sorted(chosen.randrange(len(value) + 1) for _ in "ab")
        part, place = value[first:after], chosen.randrange(len(value) + 1)
        rest = value[:first] + value[after:] if chosen.random() < 0.5 else value
        if isinstance(value, list) or chosen.random() < 0.7:
            return (rest[:place] + part + rest[place:])[:LONGEST]
        odd = chosen.choice(ODD)
        return rest[:place] + (odd if isinstance(value, str) else odd.encode("utf-8", errors="surrogatepass")) + rest[place:]
    return value


def fuzz(target: Target, seed_: int, errors: dict[str, str]) -> int:
    """Inputs tried in one round; adds errors, by where they were raised."""
    tried = 0

    def count(start: int, **values: object) -> None:
        nonlocal tried
        chosen, told = random.Random(start), values  # noqa: S311 - any damage will do
        for _ in range(DAMAGED + 1):
            tried += 1
            try:
                target(**told)
            except Exception as error:  # that is what is looked for
                where = traceback.extract_tb(error.__traceback__)[-1]
                errors.setdefault(f"{where.filename}:{where.lineno}", f"{type(error).__name__}: {error} on {told!r}")
            told = {name: damage(value, chosen) if name in SPOILT else value for name, value in (values if chosen.random() < 0.5 else told).items()}

    quiet = settings(max_examples=ROUND, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    seed(seed_)(quiet(given(start=st.integers(0, 2**32), **TARGETS[target])(count)))()
    return tried


def main(seconds: float, seed_: int) -> int:
    """Prints inputs and errors of every target; 1 if there are errors."""
    tried, spent = dict.fromkeys(TARGETS, 0), dict.fromkeys(TARGETS, 0.0)
    errors: dict[str, str] = {}
    limit_memory(MEGABYTES)
    while sum(spent.values()) < seconds:
        target = min(TARGETS, key=lambda one: (spent[one], one.__name__))
        start = time.process_time()
        tried[target] += fuzz(target, seed_ * 1_000_000_000 + tried[target], errors)
        spent[target] += time.process_time() - start
        print(f"\r{sum(tried.values()):,} inputs, {len(errors)} errors", end="", file=sys.stderr, flush=True)
    print(*(f"\n{target.__name__:12} {tried[target]:>9,} inputs in {spent[target]:,.0f} s" for target in TARGETS), sep="")
    print(*(f"{where}  {error}" for where, error in errors.items()), sep="\n")
    return min(1, len(errors))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
