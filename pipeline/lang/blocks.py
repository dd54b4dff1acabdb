"""Cuts a text into runs of lines to be read as English, as Russian, or not at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.lang.boilerplate import find_boilerplate
from pipeline.lang.judge import SAMPLE, find_script, judge_document, judge_line
from pipeline.lang.words import LanguageWords
from pipeline.records import Article, Block

ANALYSED = frozenset({"en", "ru"})
UNKNOWN = "und"  # ISO 639-2 for a language that can't be told
LATIN_HINTS = frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "uz", "az"})
OF_SCRIPT = {"latin": "en", "cyrillic": "ru"}  # of a document too short for any other decision

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its script and language, both empty where it has no letters; `skipped` lines are boilerplate."""

    start: int
    end: int
    script: str
    lang: str
    skipped: bool


def judge_language(article: Article, words: LanguageWords) -> tuple[Article, tuple[Block, ...]]:
    """The article with its language, and its blocks; it is skipped, and the reason told, where no block is to be analysed.

    An article that has a status already (failed, duplicate, ...) stays as it is, without blocks.
    """
    if article.status:
        return article, ()
    lines = find_lines(article.text, words, hint=article.lang)
    blocks = _join_lines(lines, article.text)
    lang = _most_common(lines) or UNKNOWN
    if any(block.lang for block in blocks):
        return replace(article, lang=lang), blocks
    reason = "nothing but boilerplate" if lang in ANALYSED else f"language {lang}"
    return replace(article, lang=lang, status="skipped", reason=reason), blocks


def find_blocks(text: str, words: LanguageWords, *, hint: str = "") -> tuple[Block, ...]:
    """Blocks without gaps over the whole text; `lang` is en, ru, or empty for boilerplate and all other languages.

    `hint` is the language that the document's record names: it decides where no line tells its own.
    """
    return _join_lines(find_lines(text, words, hint=hint), text)


def find_language(text: str, words: LanguageWords, *, hint: str = "") -> str:
    """The ISO 639-1 code of the language that most characters of the text are in, or `und`."""
    return _most_common(find_lines(text, words, hint=hint)) or UNKNOWN


def find_lines(text: str, words: LanguageWords, *, hint: str = "") -> tuple[Line, ...]:
    """Every line of the text with its language; those that don't tell theirs have that of the others of their script."""
    lines = _read_lines(text, words)
    length: Counter[str] = Counter()
    for line in lines:
        length[line.script] += line.end - line.start if line.script else 0
    most = max(length, key=lambda script: length[script], default="")
    default = {script: _find_default(text, lines, script, words, hint=hint, main=script == most) for script in length if script}
    return tuple(line if line.lang or not default.get(line.script) else replace(line, lang=default[line.script]) for line in lines)


def _read_lines(text: str, words: LanguageWords) -> tuple[Line, ...]:
    spans = [match.span() for match in _LINE.finditer(text)]
    skipped = find_boilerplate((text[start:end] for start, end in spans), words.boilerplate)
    return tuple(_read_line(text, span, skip, words) for span, skip in zip(spans, skipped, strict=True))


def _read_line(text: str, span: tuple[int, int], skipped: bool, words: LanguageWords) -> Line:
    line = text[slice(*span)]
    script = find_script(line)
    return Line(*span, script, judge_line(line, script, words) if script else "", skipped)


def _find_default(text: str, lines: Iterable[Line], script: str, words: LanguageWords, *, hint: str, main: bool) -> str:
    """The language of the lines of a script that don't tell theirs."""
    own = [line for line in lines if line.script == script]
    told = _most_common(line for line in own if line.lang)
    if told or not main:
        return told
    if hint and script == ("latin" if hint in LATIN_HINTS else "cyrillic"):
        return hint
    sample = "\n".join(text[line.start : line.end] for line in own)[:SAMPLE]
    return judge_document(sample, script, words) or OF_SCRIPT.get(script, "")


def _most_common(lines: Iterable[Line]) -> str:
    length: Counter[str] = Counter()
    for line in lines:
        length[line.lang] += line.end - line.start if line.lang else 0
    return max(length, key=lambda lang: (length[lang], lang), default="")


def _join_lines(lines: Iterable[Line], text: str) -> tuple[Block, ...]:
    """Runs of lines that are read alike; lines without letters go with those before them."""
    told = (line for line in lines if line.script or line.skipped)
    runs = groupby(told, key=lambda line: line.lang if line.lang in ANALYSED and not line.skipped else "")
    firsts = [(next(run).start, lang) for lang, run in runs] or [(0, "")]
    bounds = [0, *(start for start, _ in firsts[1:]), len(text)]
    return tuple(Block(start, end, lang) for start, end, (_, lang) in zip(bounds, bounds[1:], firsts, strict=False) if end > start)
