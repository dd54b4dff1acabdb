"""Marks the ends of ranges told in two expressions ("Sept. 30 - Oct. 2"), and dates that only bound what is told ("since 2015")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.annotate import Span
from pipeline.dates.dateline import is_dateline
from pipeline.dates.match import lower
from pipeline.dates.words import LanguageWords
from pipeline.records import DateMention

LONG = frozenset({"month", "quarter", "half", "season", "year", "decade", "range"})


def with_roles(mentions: Sequence[DateMention], sentence: Span, words: LanguageWords) -> Iterator[DateMention]:
    """The mentions of one sentence with their `role`."""
    text, offset = lower(sentence.text), sentence.start_char
    before = [_word_before(text[: mention.start - offset]) for mention in mentions]
    gaps = [text[first.end - offset : last.start - offset] for first, last in pairwise(mentions)]
    starts = {i for i, gap in enumerate(gaps) if _is_range(mentions[i], mentions[i + 1], gap, before[i], words)}
    for i, mention in enumerate(mentions):
        if is_dateline(mention, sentence):
            yield replace(mention, role="dateline")
        elif i in starts and words.moved.search(text[: mention.start - offset]):
            starts.remove(i)
            yield replace(mention, role="bound")
        elif i in starts:
            yield replace(mention, role="start")
        elif i - 1 in starts:
            yield replace(mention, role="end")
        elif mention.precision == "range" and before[i] in words.between:
            yield mention
        elif before[i] in words.outside:
            yield replace(mention, role="bound")
        elif before[i] in words.purpose and mention.precision in LONG and words.planned.search(text[: mention.start - offset]) is None:
            yield replace(mention, role="purpose")
        else:
            yield mention


def _word_before(text: str) -> str:
    words = [word for word in text.lower().split() if word != "the"]
    return words[-1].strip('(«"“') if words else ""


def _is_range(first: DateMention, last: DateMention, gap: str, before: str, words: LanguageWords) -> bool:
    """Two dates joined by a dash or "to"; by "and" only after "between", or where the days follow each other."""
    if first.interval is None or last.interval is None or words.joins.fullmatch(gap) is None:
        return False
    if last.interval.first < first.interval.after:
        return False
    if words.conjunction.fullmatch(gap.strip()) is None:
        return True
    return before in words.between or (first.precision == last.precision and last.interval.first == first.interval.after)
