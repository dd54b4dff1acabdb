"""Gives each document of a batch its own id, and finds the texts that are told twice; neither depends on the order of the input."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pipeline.records import Article

OPEN = ("", "duplicate")  # statuses of articles that have a text
NEVER = "9999"  # sorts a document without a date behind the dated ones


def hash_text(text: str) -> str:
    """The SHA-256 of the text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def assign_ids(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles in their order, each with an id of its own.

    Of several articles that claim one id the first by publication, hash and path keeps it (a failed one last); the others get `~` and six
    digits of their hash. An article with id and text of another is the same document, delivered twice: one of them is left out.
    """
    claims = dict.fromkeys(articles)
    groups = _group(claims, key=lambda article: article.doc_id)
    taken = set(groups)
    given = {article: doc_id for doc_id, group in groups.items() for article, doc_id in _share_out(doc_id, group, taken)}
    return tuple(replace(article, doc_id=given[article]) for article in claims if article in given)


def join_batches(new: Iterable[Article], kept: Iterable[Article]) -> tuple[Article, ...]:
    """The articles of a run and those that an earlier one left, with ids shared out as if all had come at once.

    A kept article gives way to a new one that claims the same id from the same path: the file has changed.
    """
    arrived, left = ([replace(article, doc_id=_find_claim(article)) for article in batch] for batch in (new, kept))
    renewed = {(article.doc_id, article.path) for article in arrived}
    return assign_ids([*arrived, *(article for article in left if (article.doc_id, article.path) not in renewed)])


def mark_duplicates(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles in their order; of those with the same text all but the first by publication and id become duplicates of that one.

    Duplicates of an earlier run are decided anew, so that it does not matter in which batch an article came.
    """
    every = tuple(articles)
    groups = _group((article for article in every if article.status in OPEN), key=lambda article: article.sha256)
    first = {digest: min(group, key=_rank).doc_id for digest, group in groups.items()}
    return tuple(_mark(article, first[article.sha256]) if article.status in OPEN else article for article in every)


def _group(articles: Iterable[Article], *, key: Callable[[Article], str]) -> dict[str, list[Article]]:
    groups = defaultdict(list)
    for article in articles:
        groups[key(article)].append(article)
    return groups


def _share_out(doc_id: str, group: list[Article], taken: set[str]) -> Iterator[tuple[Article, str]]:
    seen: set[str] = set()
    ranked = sorted(group, key=lambda article: (article.status == "failed", *_rank(article), article.sha256, article.path, article.reason))
    for article in ranked:
        content = article.sha256 or f"{article.path}: {article.reason}"
        if content in seen:
            continue
        yield article, doc_id if not seen else _find_free(article, taken)
        seen.add(content)


def _find_claim(article: Article) -> str:
    """The id that the article asked for, before `assign_ids` put its hash behind it."""
    if "~" not in article.doc_id:  # nearly always: a pattern for each of ten thousand would cost more than reading them
        return article.doc_id
    return re.sub(rf"~{_short_hash(article)}(?:-\d+)?\Z", "", article.doc_id)


def _short_hash(article: Article) -> str:
    return (article.sha256 or hash_text(article.path))[:6]


def _find_free(article: Article, taken: set[str]) -> str:
    base = f"{article.doc_id}~{_short_hash(article)}"
    free, number = base, 1
    while free in taken:
        number += 1
        free = f"{base}-{number}"
    taken.add(free)
    return free


def _rank(article: Article) -> tuple[str, str]:
    return article.published or NEVER, article.doc_id


def _mark(article: Article, first: str) -> Article:
    if article.doc_id != first:
        return replace(article, status="duplicate", duplicate_of=first, reason=f"same text as {first}")
    return replace(article, status="", duplicate_of="", reason="") if article.status else article
