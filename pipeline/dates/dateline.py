"""Tells the date of a dateline ("GRAZ, 22 November -") from those of the sentence that it opens: it is the day of the report, not of the event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipeline.annotate import Span, Token
from pipeline.records import DateMention

LATE = 10  # days from a dateline to the publication of its text
LONGEST = 60  # characters of places before the date
PLACE_TAGS = frozenset({"PROPN", "X", "SPACE"})
SEPARATORS = frozenset(",.(/|")
_AGENCY = r"(?:[,.]? ?[(/]?[^\W\d_a-zа-яё][\w./-]*(?: [^\W\d_a-zа-яё][\w./-]*){0,2}[)/]?\.?)?"
_CLOSED = re.compile(rf"(?: ?г\.| года)?[)\]]?{_AGENCY}\s*(?:[-‐‑–—−:/]|\.?$)")
_CAPITALS_CLOSED = re.compile(r"[)\].,]?\s+[^\W\d_a-zа-яё]")


def is_dateline(mention: DateMention, sentence: Span) -> bool:
    """Whether nothing but places goes before the day, and a dash, colon or stop closes it; after places in capitals a new sentence may follow at once."""
    offset = mention.start - sentence.start_char
    before = [token for token in sentence if token.idx < mention.start]
    words = [token for token in before if token.text.replace("-", "").isalpha()]
    if mention.precision != "day" or not any(map(str.isdigit, mention.text)) or not words or offset > LONGEST or not all(map(_is_place, before)):
        return False
    after = sentence.text[mention.end - sentence.start_char :]
    return _CLOSED.match(after) is not None or (words[0].text.isupper() and len(words[0]) > 1 and _CAPITALS_CLOSED.match(after) is not None)


def _is_place(token: Token) -> bool:
    """A name, any word in capitals, or what stands between names of places; no preposition with which a sentence begins."""
    return token.pos_ in PLACE_TAGS or token.text in SEPARATORS or (token.text.isupper() and len(token) > 1)


def day_of_dateline(dates: Sequence[DateMention], published: date | None) -> date | None:
    """The day by which a text means "today" and "on Friday": that of its dateline, if it was published a few days later, else that of publication."""
    written = next((d.interval.first for d in dates if d.role == "dateline" and d.interval is not None), published)
    return written if written is not None and published is not None and 0 < (published - written).days <= LATE else published
