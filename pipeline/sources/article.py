"""The one place that knows trafilatura: which part of a web page is the article."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from copy import deepcopy

import trafilatura

from pipeline.sources.markup import Tree, drop_furniture, read_line, select, write_lines

SHORT = 200  # characters; a shorter text gives way to the one that the page hands to search engines
NEAR = 12  # lines before which the headline is looked for


def find_article(tree: Tree, *, title: str, told: str) -> str:
    """The text of the article, a line for each paragraph, without the headline and what stands before it.

    `told` is the text that the page's data for search engines hold, if any: it counts where the page itself shows nearly none.
    """
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it could not find is told by our own reasons
    own = deepcopy(tree)
    drop_furniture(own)
    found = trafilatura.bare_extraction(own, with_metadata=False, include_comments=False, include_tables=True)
    body = getattr(found, "body", None)
    lines = list(write_lines(body)) if body is not None else []
    headings = [read_line(heading) for heading in select(tree, "//h1")]
    text = "\n".join(cut_headline(lines, (title, *headings)))
    return told if len(text) < SHORT < len(told) else text


def cut_headline(lines: Sequence[str], titles: Iterable[str]) -> Sequence[str]:
    """The lines after the last headline near the start, in any of its forms; else all."""
    wanted = {fold_title(title) for title in titles} - {""}
    place = max((i for i, line in enumerate(lines[:NEAR]) if fold_title(line) in wanted), default=-1)
    return lines[place + 1 :] if place + 1 < len(lines) else lines


def fold_title(title: str) -> str:
    """The letters and digits of a title alone: pages write its quotation marks and dashes in several ways."""
    return "".join(char for char in title.casefold() if char.isalnum())
