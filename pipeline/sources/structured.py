"""What a page tells of its article to search engines: JSON-LD after schema.org."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.sources.markup import Tree, clean_line, select

ARTICLES = ("NewsArticle", "Article", "BlogPosting", "Report")  # schema.org has many more that end in Article
MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Told:
    """The fields of one article, as they stand there; empty where missing."""

    headline: str = ""
    published: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    body: str = ""
    is_article: bool = False


def find_told(tree: Tree) -> tuple[Told, ...]:
    """All articles and pages that the JSON-LD of the page describes, in its order; what is no JSON counts for nothing."""
    found: list[Told] = []
    for script in select(tree, "//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        found += (_read_item(item) for item in _walk(data) if _is_page(item))
    return tuple(found)


def _walk(data: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from _walk(value, depth + 1)
    elif isinstance(data, list):
        for value in data:
            yield from _walk(value, depth + 1)


def _is_page(item: Mapping[str, object]) -> bool:
    return any(kind.endswith(ARTICLES) or kind == "WebPage" for kind in _types(item))


def _types(item: Mapping[str, object]) -> Sequence[str]:
    kinds = item.get("@type", "")
    return [str(kind) for kind in kinds] if isinstance(kinds, list) else [str(kinds)]


def _read_item(item: Mapping[str, object]) -> Told:
    return Told(
        headline=_text(item.get("headline")) or _text(item.get("name")),
        published=_text(item.get("datePublished")),
        publisher=_text(item.get("publisher")),
        author=_text(item.get("author")),
        url=_text(item.get("url")) or _text(item.get("mainEntityOfPage")),
        body="\n".join(line for part in _text(item.get("articleBody"), lines=True).split("\n") if (line := clean_line(part))),
        is_article=any(kind.endswith(ARTICLES) for kind in _types(item)),
    )


def _text(value: object, *, lines: bool = False) -> str:
    """A string of the data: of an object its name or id, of a list the first."""
    if isinstance(value, list):
        return _text(value[0], lines=lines) if value else ""
    if isinstance(value, dict):
        return _text(value.get("name")) or _text(value.get("@id"))
    if not isinstance(value, str):
        return ""
    plain = html.unescape(html.unescape(value))  # "&amp;quot;" is seen
    return plain if lines else clean_line(plain)
