"""Tells the days that head the entries of a chronicle: "- March 24.", «Вторник: ...», a line of its own "24 March"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.records import DateMention

LEAST = 2  # days without which there is no chronicle
DAYS = frozenset({"day", "range"})
_HEAD = re.compile(r"[ \t]*(?:[.:–—]|-\s|\n|$)")


def with_entries(text: str, dates: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """The expressions, those with the role `entry` that begin a line and end with a stop, colon, dash or the line, where there are several days such."""
    heads = [d for d in dates if d.interval is not None and d.precision in DAYS and not d.role and _is_head(text, d)]
    if len({d.value for d in heads}) < LEAST:
        return tuple(dates)
    return tuple(replace(d, role="entry") if d in heads else d for d in dates)


def _is_head(text: str, mention: DateMention) -> bool:
    """Whether nothing but signs stands before the expression in its line, and what closes a heading behind it."""
    before = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    return not any(map(str.isalnum, before)) and _HEAD.match(text, mention.end) is not None
