"""Which of the titles that a page carries is the headline of its article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.sources.article import fold_title
from pipeline.sources.markup import Tree, read_line, select, select_values

META = ("//meta[@property='og:title']/@content", "//meta[@name='og:title']/@content", "//meta[@name='twitter:title']/@content")
SHORTEST = 3  # letters of a title

_TAIL = re.compile(r"\s+[-–—|•·:/]+\s+|\s*[|｜：]\s*|\s*::\s*")


def find_headline(tree: Tree, *, told: Sequence[str], sites: Iterable[str]) -> str:
    """The title on which most places of the page agree: first-level headings, what is told to search engines and networks, the window's title.

    The name of the site at a title's end does not count. Of several ways to write it that of the page's data is taken: templates of pages alter
    quotation marks.
    """
    names = {fold_title(site) for site in sites if site}
    headings = [line for element in select(tree, "//h1") if (line := read_line(element))]
    meta = [title for path in META for title in select_values(tree, path)[:1]]
    window = [read_line(element) for element in select(tree, "//head/title")[:1]]
    groups = ((headings, 2.0), (told[:1], 2.0), (meta[:1], 1.5), (meta[1:], 0.25), (window, 1.0))
    votes: dict[str, float] = {}
    for titles, weight in groups:
        for title in dict.fromkeys(_trim(title, names, headings) for title in titles):
            key = fold_title(title)
            if len(key) >= SHORTEST and key not in names:
                votes[key] = votes.get(key, 0.0) + weight
    best = max(votes, key=lambda key: votes[key], default="")
    written = [_trim(title, names, headings) for title in (*meta, *told, *headings, *window)]
    return next((title for title in written if fold_title(title) == best), "")


def _trim(title: str, names: set[str], headings: Sequence[str]) -> str:
    """The title without the site's name behind it, and without what a heading of the page does not have."""
    whole = [heading for heading in headings if fold_title(title).startswith(fold_title(heading)) and len(fold_title(heading)) >= SHORTEST]
    for cut in reversed(list(_TAIL.finditer(title))):
        head, tail = title[: cut.start()], fold_title(title[cut.end() :])
        if any(tail and (tail in name or name in tail) for name in names if name) or any(fold_title(head) == fold_title(line) for line in whole):
            return _trim(head, names, headings)
    return title
