"""Loads the language models once; the annotation of an article is one call with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from spacy.tokens import Doc
from spacy.vocab import Vocab
from threadpoolctl import threadpool_limits

from pipeline.annotate.build import build_doc
from pipeline.annotate.english import EnglishAnnotator, load_english
from pipeline.annotate.manifest import load_manifest, verify_model
from pipeline.annotate.russian import RussianAnnotator, load_russian
from pipeline.annotate.sentences import SentenceWords, load_sentence_words, split_sentences
from pipeline.annotate.tokens import Sentence
from pipeline.records import Block


@dataclass(frozen=True, slots=True)
class Models:
    """Loaded annotators and the vocabulary that all `Doc`s share."""

    english: EnglishAnnotator
    russian: RussianAnnotator
    sentence_words: SentenceWords
    vocab: Vocab


def load_models(*, english_model: str = "en_core_web_md") -> Models:
    """Verified models, ready to use. `english_model` is a name of the manifest, or an installed package or folder to use instead.

    Raises ModelError where a model is missing or altered. numpy is held to one thread: natasha's small matrices run 3 to 16 times slower on several.
    """
    threadpool_limits(limits=1)
    paths = {entry.name: verify_model(entry) for entry in load_manifest()}
    english = load_english(str(paths.get(english_model, english_model)))
    return Models(english, load_russian(), load_sentence_words(), Vocab())


def annotate(text: str, blocks: Sequence[Block], models: Models) -> Doc:
    """One `Doc` for an article: sentences of English and Russian blocks annotated each on its own, all else kept as bare tokens."""
    sentences: list[Sentence] = []
    for lang, group in groupby(blocks, key=lambda block: block.lang):
        if lang not in {"en", "ru"}:
            continue
        spans = [span for block in group for span in split_sentences(text, block, words=models.sentence_words)]
        annotator = models.english if lang == "en" else models.russian
        sentences.extend(annotator.annotate(text, spans))
    return build_doc(text, sentences, models.vocab)
