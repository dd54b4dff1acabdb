"""What makes a run analyse anew: all that can change what is found, and nothing else."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.batch import fingerprint
from pipeline.batch.fingerprint import annotation_key, article_key, fingerprint_analysis, fingerprint_annotation, fingerprint_tables
from pipeline.records import Article
from pipeline.settings import Settings

CHANGED = [  # a file of the program, whether articles are analysed anew when it changes
    ("resources/rules/signing.yml", True),
    ("resources/names/english.yml", True),
    ("resources/dates/ru.yml", True),
    ("extract/slots.py", True),
    ("records.py", True),
    ("ledger/codec.py", True),
    ("merge/merge.py", False),
    ("tables/write.py", False),
    ("cli.py", False),
]
ARTICLE = Article("d", "text", published="2023-05-06", lang="en", sha256="a1")
OTHERS = [replace(ARTICLE, doc_id="e"), replace(ARTICLE, sha256="b2"), replace(ARTICLE, published=""), replace(ARTICLE, lang="")]
SAME = [replace(ARTICLE, title="T"), replace(ARTICLE, url="U"), replace(ARTICLE, source="S"), replace(ARTICLE, path="P")]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program's files."""
    copy = tmp_path_factory.mktemp("program") / "pipeline"
    return Path(shutil.copytree(fingerprint.ROOT, copy, ignore=shutil.ignore_patterns("__pycache__")))


@pytest.mark.parametrize(("name", "anew"), CHANGED)
def test_a_changed_file(name: str, anew: bool, program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "ROOT", program)
    before = fingerprint_analysis(Settings()), fingerprint_tables(Settings())
    with (program / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert (fingerprint_analysis(Settings()) != before[0]) == anew
    assert fingerprint_tables(Settings()) != before[1]


@pytest.mark.parametrize(
    ("name", "anew"),
    [
        ("annotate/build.py", True),
        ("lang/judge.py", True),
        ("resources/lang/languages.yml", True),
        ("extract/slots.py", False),
        ("resources/rules/signing.yml", False),
    ],
)
def test_annotations_outlive_a_changed_rule(name: str, anew: bool, program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "ROOT", program)
    before = fingerprint_annotation(Settings())
    with (program / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert (fingerprint_annotation(Settings()) != before) == anew


def test_settings() -> None:
    assert fingerprint_analysis(Settings(language="ru", workers=3, fresh=True, sync=True)) == fingerprint_analysis(Settings())
    assert fingerprint_tables(Settings(language="ru")) != fingerprint_tables(Settings())
    assert fingerprint_analysis(Settings(thorough=True)) != fingerprint_analysis(Settings())


def test_an_article() -> None:
    assert annotation_key(replace(ARTICLE, doc_id="e", published=""), "f") == annotation_key(ARTICLE, "f") != annotation_key(replace(ARTICLE, lang=""), "f")
    key = article_key(ARTICLE, "f")
    assert len({key, article_key(ARTICLE, "g"), *(article_key(other, "f") for other in OTHERS)}) == 2 + len(OTHERS)
    assert {article_key(same, "f") for same in SAME} == {key}
