"""Annotations that are kept: what was annotated once is not annotated again, and tells the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_end_to_end import rows, run_quietly, sums

from pipeline.annotate import annotate, decode_doc, encode_doc
from pipeline.extract import load_extract_words
from pipeline.flow import analyse, analyse_kept
from pipeline.ledger import open_ledger
from pipeline.records import Article, Block
from pipeline.rules import load_rules
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.flow import Kit

TEXTS = {
    "en": "Mayor Olga Belova met with Consul Igor Laptev in Kazan on 3 May 2021.  The mayor planted a tree.\n\nThey left on Friday.",
    "ru": "Мэр Казани\u00a0Ольга Белова посетила Вену 3 мая 2021 года. Гости посадили дерево.",
    "bare": "The weather was fine.",
}
RULE = """
rules:
- name: planting-verb
  type: opening
  trigger: {pos: verb, words: {en: [WORD], ru: [сажать]}}
  who: [subject]
  examples: {en: [{text: "The mayor WORDs a tree.", who: [mayor]}], ru: [{text: "Мэр сажал дерево.", who: [мэр]}]}
  not: {en: ["A tree."], ru: ["Дерево."]}
"""


@pytest.fixture(autouse=True)
def loaded_once(kit: Kit) -> Iterator[None]:
    """Runs with the models of the other tests, and with the rules of their own settings."""

    def load(settings: Settings) -> Kit:
        return replace(kit, thorough=False, prefilter=True, keep=settings.keeps_annotations, extract=load_extract_words(load_rules(settings.rules_dir)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.batch.work.load_kit", load)
        yield


@pytest.mark.parametrize(("spoil", "text"), [(lambda data: data[:-1], ""), (lambda data: b"", ""), (lambda data: data, "x")])
def test_bytes_that_are_no_annotation_of_the_text(spoil: object, text: str, kit: Kit) -> None:
    told = TEXTS["en"]
    data = encode_doc(annotate(told, (Block(0, len(told), "en"),), kit.models))
    assert decode_doc(spoil(data), text or told) is None  # type: ignore[operator]


@pytest.mark.parametrize("doc_id", list(TEXTS))
def test_the_analysis_is_the_same(doc_id: str, kit: Kit) -> None:
    kit, article = replace(kit, thorough=False, prefilter=True, keep=True), Article(doc_id, TEXTS[doc_id], published="2021-05-10")
    analysis, annotation = analyse_kept(article, kit)
    assert analysis == analyse(article, replace(kit, keep=False))
    assert bool(annotation) == (doc_id != "bare")
    spent = kit.models.seconds
    assert analyse_kept(article, kit, kept=annotation) == (analysis, b"")
    assert kit.models.seconds == spent
    assert analyse_kept(article, kit, kept=annotation[:-1] or b"?") == (analysis, annotation)


def test_a_changed_rule_is_tried_on_what_was_kept(tmp_path: Path, kit: Kit) -> None:
    source, rules = tmp_path / "in", tmp_path / "rules"
    source.mkdir()
    rules.mkdir()
    for name in ("en", "ru"):
        (source / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
    settings = Settings(rules_dir=rules)
    (rules / "planting.yml").write_text(RULE.replace("WORD", "uproot"), encoding="utf-8")
    run_quietly([source], tmp_path / "kept", settings)
    spent = kit.models.seconds
    (rules / "planting.yml").write_text(RULE.replace("WORD", "plant"), encoding="utf-8")
    run_quietly([source], tmp_path / "kept", settings)
    assert kit.models.seconds == spent
    assert "planting-verb" in {row["rule"] for row in rows(tmp_path / "kept", "mentions")}
    run_quietly([source], tmp_path / "anew", settings)
    assert sums(tmp_path / "kept") == sums(tmp_path / "anew")


def test_without_rules_of_the_user_nothing_is_kept(tmp_path: Path) -> None:
    source = tmp_path / "en.txt"
    source.write_text(TEXTS["en"], encoding="utf-8")
    run_quietly([source], tmp_path / "out", Settings())
    with open_ledger(tmp_path / "out", fresh=False) as ledger:
        assert list(ledger._connection.execute("SELECT * FROM annotations")) == []
