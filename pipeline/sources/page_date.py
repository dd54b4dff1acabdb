"""The day on which a web page was published; the one place that knows htmldate."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence

from htmldate import find_date

from pipeline.sources.dateline import DatelinePatterns, find_day
from pipeline.sources.markup import Tree, read_line, select, select_values, without_lines, write_markup
from pipeline.sources.published import parse_published

STAMPS = (
    "//meta[@property='article:published_time' or @property='og:published_time' or @itemprop='datePublished']/@content",
    "//meta[translate(@name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')='date' or @name='pubdate' or @name='publishdate'"
    " or @name='DC.date.issued' or @name='dcterms.created' or @name='DC.Date' or @name='article.published' or @name='mediator_published_time']/@content",
    "//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content | //time[@pubdate]/@datetime",
)
SHOWN = re.compile(r"(?:^|[\s_-])(?:pub\w*|news\w*|post\w*|article\w*|entry\w*|doc\w*)?[_-]?(?:date|time|data)(?:$|[\s_-]|time)", re.IGNORECASE)
LONGEST = 80  # characters of an element that shows a date
NEW_YEAR = "-01-01"
EARLIEST, LATEST = "1995-01-01", "2100-01-01"  # given, so that the answer does not depend on the day it is asked


def find_page_date(tree: Tree, *, told: Sequence[str], datelines: DatelinePatterns) -> str:
    """The time stamp or ISO day of publication as the page tells it, the surest place first; empty if it tells none."""
    return next((value for value in _candidates(tree, told, datelines) if parse_published(value)), "")


def _candidates(tree: Tree, told: Sequence[str], datelines: DatelinePatterns) -> Iterator[str]:
    yield from told
    for path in STAMPS:
        yield from select_values(tree, path)
    yield from (day for line in _shown_dates(tree) if (day := find_day(line, datelines)))


def _shown_dates(tree: Tree) -> Iterator[str]:
    """What elements show that are called after dates, such as `<div class="pubdate">`, without those of lists of other news."""
    for element in select(tree, "//*[@class or @id][not(ancestor-or-self::li or ancestor-or-self::a or ancestor::footer)]"):
        name = f"{element.get('class', '')} {element.get('id', '')}"
        if SHOWN.search(name) and (line := read_line(element)) and len(line) <= LONGEST:
            yield line


def guess_page_date(tree: Tree, *, url: str, datelines: DatelinePatterns) -> str:
    """The likeliest ISO day of publication of a page that does not tell it, from its address and all it shows, but for its footer; may be empty.

    A year alone is none: of "2024" htmldate makes the first of January.
    """
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    markup = write_markup(without_lines(tree, datelines.others))
    for thorough in (False, True):
        found = find_date(markup, url=url or None, original_date=True, extensive_search=thorough, min_date=EARLIEST, max_date=LATEST)
        if found and not (thorough and str(found).endswith(NEW_YEAR)):
            return str(found)
    return ""
