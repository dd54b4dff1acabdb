"""Loads the language models once; the annotation of an article is one call with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from threadpoolctl import threadpool_limits

from pipeline.annotate.build import build_doc
from pipeline.annotate.doc import Doc
from pipeline.annotate.english import EnglishAnnotator, load_english
from pipeline.annotate.letters import LetterWords, load_letter_words
from pipeline.annotate.manifest import load_manifest, verify_model
from pipeline.annotate.russian import RussianAnnotator, load_russian
from pipeline.annotate.sentences import SentenceWords, load_sentence_words, split_sentences
from pipeline.annotate.tokens import Parsed, Sentence
from pipeline.records import Block


@dataclass(frozen=True, slots=True)
class Models:
    """Loaded annotators."""

    english: EnglishAnnotator
    russian: RussianAnnotator
    sentence_words: SentenceWords
    letters: LetterWords

    @property
    def seconds(self) -> float:
        """How long spaCy's and natasha's models have been at work."""
        return self.english.clock.seconds + self.russian.clock.seconds


def load_models(*, english_model: str = "en_core_web_md") -> Models:
    """Verified models, ready to use. `english_model` is a name of the manifest, or an installed package or folder to use instead.

    Raises ModelError where a model is missing or altered. numpy is held to one thread: natasha's small matrices run 3 to 16 times slower on several.
    """
    threadpool_limits(limits=1)
    paths = {entry.name: verify_model(entry) for entry in load_manifest()}
    english = load_english(str(paths.get(english_model, english_model)), own=english_model in paths)
    return Models(english, load_russian(), load_sentence_words(), load_letter_words())


def annotate(text: str, blocks: Sequence[Block], models: Models) -> Doc:
    """One `Doc` for an article: sentences of English and Russian blocks annotated each on its own, all else kept as bare tokens.

    `as_spacy` makes spaCy's `Doc` of it.
    """
    return build_doc(text, tuple(annotate_sentences(text, find_sentences(text, blocks, models), models)))


def find_sentences(text: str, blocks: Sequence[Block], models: Models) -> tuple[Block, ...]:
    """The sentences of the English and Russian blocks, in order, each with its language."""
    told = (block for block in blocks if block.lang in {"en", "ru"})
    return tuple(Block(start, end, block.lang) for block in told for start, end in split_sentences(text, block, words=models.sentence_words))


def annotate_sentences(text: str, sentences: Iterable[Block], models: Models) -> Iterator[Sentence]:
    """The sentences with their words, trees and names, in the same order."""
    yield from name_sentences(parse_sentences(text, sentences, models), models)


def parse_sentences(text: str, sentences: Iterable[Block], models: Models) -> Iterator[Parsed]:
    """The sentences with their words and trees, in the same order."""
    for lang, group in groupby(sentences, key=lambda sentence: sentence.lang):
        yield from annotator_of(lang, models).parse(text, [(sentence.start, sentence.end) for sentence in group])


def name_sentences(parsed: Iterable[Parsed], models: Models) -> Iterator[Sentence]:
    """Parsed sentences with the names in them, in the same order."""
    for lang, group in groupby(parsed, key=lambda p: p.sentence.lang):
        yield from annotator_of(lang, models).name(group)


def annotator_of(lang: str, models: Models) -> EnglishAnnotator | RussianAnnotator:
    """The annotator of a language, en or ru."""
    return models.english if lang == "en" else models.russian
