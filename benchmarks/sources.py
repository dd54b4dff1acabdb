"""How well saved news pages are read: day, title and text against those annotated, and whether pages in other encodings give the same.

Run: python benchmarks/sources.py [FOLDER]   (default: ../shared/corpus/html, pages and expected.json; skipped where it is absent)
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.records import Article
from pipeline.sources import read_inputs

PAGES = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "html"
ENCODED = "__"  # stands in the names of pages that were encoded anew, between page and encoding

_TOKEN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]|[^\W_]+")  # words, and the signs of scripts without spaces


def score_text(found: str, expected: str) -> float:
    """F1 over the words of both texts, each as often as it stands there."""
    left, right = (Counter(_TOKEN.findall(text.casefold())) for text in (found, expected))
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def score_page(article: Article, expected: Mapping[str, str]) -> tuple[float, float, float]:
    """Date, title (but for white space) and text of one page, each from 0 to 1."""
    titles = [" ".join(title.split()) for title in (article.title, expected["title"])]
    return float(article.published == expected["published"]), float(titles[0] == titles[1]), score_text(article.text, expected["text"])


def count_alike(articles: Mapping[str, Article]) -> tuple[int, int]:
    """How many pages in other encodings give text, title and day of their original (or of the others of their page), and how many there are."""
    groups: dict[str, list[Article]] = defaultdict(list)
    for name, article in sorted(articles.items()):
        if ENCODED in name:
            groups[name.partition(ENCODED)[0]].append(article)
    alike = 0
    for name, group in groups.items():
        wanted = articles.get(f"zvezdaaltaya_{name}.html", group[0])
        alike += sum((page.text, page.title, page.published) == (wanted.text, wanted.title, wanted.published) for page in group)
    return alike, sum(map(len, groups.values()))


def report(folder: Path, verbose: bool) -> None:
    """Prints the figures, and with `verbose` every page that is not read as annotated."""
    expected = {page["file"]: page for page in json.loads((folder / "expected.json").read_text(encoding="utf-8"))}
    start = time.process_time()
    articles = {article.path: article for article in read_inputs([folder]) if article.path in expected}
    spent = time.process_time() - start
    scores = {name: score_page(articles[name], expected[name]) for name in sorted(expected)}
    for title, names in (("all pages", list(scores)), ("encoded anew", [name for name in scores if ENCODED in name])):
        print(f"{title}: {len(names)}  date {_mean(scores, names, 0):.4f}  title {_mean(scores, names, 1):.4f}  text {_mean(scores, names, 2):.4f}")
    print("same as their originals: {} of {}".format(*count_alike(articles)))
    print(f"{spent / len(articles):.3f} s a page")
    for name in sorted(name for name, score in scores.items() if min(score) < 0.95) if verbose else ():
        print(name, *(f"{value:.3f}" for value in scores[name]), articles[name].published, "|", articles[name].title)


def _mean(scores: Mapping[str, Sequence[float]], names: Sequence[str], which: int) -> float:
    return sum(scores[name][which] for name in names) / max(1, len(names))


def main() -> None:
    """Reads the arguments: a folder, and --verbose."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--verbose"]
    folder = Path(arguments[0]) if arguments else PAGES
    if not (folder / "expected.json").exists():
        print(f"no annotated pages at {folder}: skipped")
        return
    report(folder, "--verbose" in sys.argv)


if __name__ == "__main__":
    main()
