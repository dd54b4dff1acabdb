"""Drafts a source profile from saved articles: what all of them have in common, to be looked through by whoever knows the source."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from pipeline.errors import InputError, UsageError
from pipeline.lang import LanguageWords, add_boilerplate, find_language, load_language_words
from pipeline.records import Article
from pipeline.source_check import read_lines
from pipeline.sources import ReadingKit
from pipeline.sources.address import find_host
from pipeline.sources.article import fold_title
from pipeline.sources.dateline import load_datelines
from pipeline.sources.decode import decode_markup
from pipeline.sources.markup import Tree, drop_unseen, parse_markup, read_line, select, write_lines
from pipeline.sources.profile import Profile
from pipeline.sources.published import parse_published
from pipeline.sources.reading import read_articles
from pipeline.sources.selectors import find_elements, find_values
from pipeline.sources.walk import InputFile, read_file

PAGES = (".html", ".htm")
STAMPS = (
    "meta[property='article:published_time'] @content",
    "[itemprop='datePublished'] @content",
    "[itemprop='datePublished'] @datetime",
    "meta[name='date'] @content",
    "time @datetime",
)
HELD = 0.9  # share of the lines of the article that the element of the text holds
BEGINS = 60  # characters of the text's start that are noted
USUAL = 0.95  # share that a run warns below, where all samples have it

HEAD = """# {name}: drafted from {count}. Look it through: every line is a guess.
#   communique source check {name} --sources {folder}     what it finds in the saved articles
#   communique source schema                               every key and what it means
"""

_SAFE = re.compile(r"[A-Za-z][A-Za-z_-]*[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Seen:
    """One saved article: as it is read without a profile, and its tree if it is a page."""

    path: Path
    file: str  # below the folder of the profile
    article: Article
    tree: Tree | None


def draft_source(name: str, samples: Sequence[Path], folder: Path) -> Path:
    """Writes `folder/name.yml` and copies the samples beside it; UsageError if there is such a profile, or a sample can't be read."""
    path = folder / f"{name}.yml"
    if path.exists():
        raise UsageError(f"{path}: there is such a profile already; remove it, or choose another name")
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        raise UsageError(f"{name!r} is no name of a profile; allowed are small Latin letters, digits and hyphens")
    seen = [_see(sample, f"{name}/{sample.name}") for sample in samples]
    text = write_draft(name, seen, load_language_words(), folder)
    (folder / name).mkdir(parents=True, exist_ok=True)
    for sample in samples:
        if sample.resolve() != (folder / name / sample.name).resolve():
            shutil.copyfile(sample, folder / name / sample.name)
    path.write_text(text, encoding="utf-8")
    return path


def write_draft(name: str, seen: Sequence[Seen], words: LanguageWords, folder: Path) -> str:
    """The YAML of the draft: places first, then what the articles show once they are read with these."""
    count = f"{len(seen)} saved article{'s' if len(seen) > 1 else ''}"
    language = _most_common(find_language(item.article.text, words) for item in seen)
    places = {
        "name": name,
        "title": _most_common(item.article.source for item in seen) or name,
        "about": "",
        "language": language if language in {"en", "ru"} else "",
        "know": _draft_know(name, seen),
        "page": _draft_page([item for item in seen if item.tree is not None]),
    }
    profile = Profile.model_validate(places)
    read = [_read(item.path, item.file, ReadingKit(load_datelines(), profiles=(profile,))) for item in seen]
    repeated = _repeated(read, words)
    skipping = add_boilerplate(words, lines=repeated, starts=(), patterns=())
    draft = {
        **places,
        "skip": {"lines": repeated},
        "expect": _draft_expect(read),
        "samples": [_draft_sample(item.file, article, skipping) for item, article in zip(seen, read, strict=True)],
    }
    kept = {key: value for key, value in draft.items() if value not in ({}, {"lines": []})}
    return HEAD.format(name=name, count=count, folder=folder) + yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=150)


def _see(sample: Path, file: str) -> Seen:
    if not sample.is_file():
        raise UsageError(f"no such file: {sample}; give saved articles")
    kit = ReadingKit(load_datelines())
    return Seen(sample, file, _read(sample, file, kit), _parse(sample, kit) if sample.suffix.lower() in PAGES else None)


def _read(sample: Path, file: str, kit: ReadingKit) -> Article:
    [article, *_] = read_articles(InputFile(sample, file), kit)
    if article.status:
        raise UsageError(f"{sample}: {article.status}: {article.reason}; give an article that can be read")
    return article


def _parse(sample: Path, kit: ReadingKit) -> Tree:
    try:
        tree = parse_markup(decode_markup(read_file(InputFile(sample, sample.name), kit.limits.page)), kit.limits)
    except InputError as error:
        raise UsageError(f"{sample}: {error}") from error
    drop_unseen(tree)
    return tree


def _draft_know(name: str, seen: Sequence[Seen]) -> dict[str, list[str]]:
    hosts = sorted({find_host(item.article.url).removeprefix("www.") for item in seen} - {""})
    return {"hosts": hosts} if hosts else {"paths": [f"{name}/*"]}


def _draft_page(pages: Sequence[Seen]) -> dict[str, list[str]]:
    """The selectors that find title, day and text in every page."""
    if not pages:
        return {}
    found = {
        "text": _common(pages, _text_places, lambda item, selector: item.tree is not None and len(find_elements(item.tree, [selector])) == 1),
        "title": _common(pages, _title_places, lambda item, selector: _first(item, selector) == item.article.title),
        "published": _common(pages, _date_places, lambda item, selector: parse_published(_first(item, selector)) == item.article.published != ""),
    }
    return {key: [selector] for key, selector in found.items() if selector}


def _common(pages: Sequence[Seen], places: Callable[[Seen], list[str]], holds: Callable[[Seen, str], bool]) -> str:
    """The first place of the first page that holds in all pages."""
    return next((selector for selector in places(pages[0]) if all(holds(item, selector) for item in pages)), "")


def _text_places(item: Seen) -> list[str]:
    """The elements whose lines are nearly those of the article, the nearest first."""
    lines = set(item.article.text.split("\n"))
    rated = []
    for element in select(item.tree, "//body//*[@class or @id or self::article or self::main]"):
        own, selector = set(write_lines(element)), describe_element(element)
        if selector and len(own & lines) >= HELD * len(lines) and len(own - lines) <= len(lines):
            rated.append((len(own - lines), selector))
    return [selector for _, selector in sorted(rated)]


def _title_places(item: Seen) -> list[str]:
    wanted = fold_title(item.article.title)
    headings = [element for element in select(item.tree, "//h1|//h2|//title") if fold_title(read_line(element)) == wanted]
    return [*(selector for element in headings if (selector := describe_element(element) or str(element.tag))), "meta[property='og:title'] @content"]


def _date_places(item: Seen) -> list[str]:
    return list(STAMPS)


def _first(item: Seen, selector: str) -> str:
    return next(find_values(item.tree, [selector]), "")


def describe_element(element: Tree) -> str:
    """A selector of an element by its class or id without digits (those of one page have), else by its name where that says what it is; or empty."""
    if element.tag in {"article", "main", "h1"} and not element.get("class"):
        return str(element.tag)
    named = next((name for name in str(element.get("class", "")).split() if _SAFE.fullmatch(name)), "")
    if named:
        return f"{element.tag}.{named}"
    identifier = str(element.get("id", ""))
    return f"{element.tag}#{identifier}" if _SAFE.fullmatch(identifier) else ""


def _repeated(articles: Sequence[Article], words: LanguageWords) -> list[str]:
    """Lines that stand in more than one article: they belong to the source, not to the release."""
    counts = Counter(line for article in articles for line in dict.fromkeys(read_lines(article.text, words)))
    return [line for line, count in counts.items() if count > 1]


def _draft_expect(articles: Sequence[Article]) -> dict[str, object]:
    sizes = [len(article.text) for article in articles]
    return {
        "published": USUAL if all(article.published for article in articles) else 0.0,
        "title": USUAL if all(article.title for article in articles) else 0.0,
        "characters": [min(sizes) // 4, max(sizes) * 10],
    }


def _draft_sample(file: str, article: Article, words: LanguageWords) -> dict[str, object]:
    lines = read_lines(article.text, words)
    told = {"file": file, "title": article.title, "published": article.published, "author": article.author, "begins": lines[0][:BEGINS] if lines else ""}
    return {key: value for key, value in told.items() if value} | {"lines": len(lines)}


def _most_common(values: Iterable[str]) -> str:
    counts = Counter(value for value in values if value)
    return max(counts, key=lambda value: counts[value], default="")
