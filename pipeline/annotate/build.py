"""Puts annotated sentences together as one spaCy `Doc` whose text is the article's, character by character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from spacy.tokens import Doc, Span
from spacy.tokens import Token as DocToken
from spacy.vocab import Vocab

from pipeline.annotate.tokens import Sentence, is_blank

SENTENCES = "sentences"  # key of doc.spans
COLUMNS: list[int | str] = ["HEAD", "POS", "DEP", "LEMMA", "MORPH", "ENT_IOB", "ENT_TYPE"]
INSIDE, OUTSIDE, BEGINS = 1, 2, 3  # spaCy's numbers of I, O and B
_RUN = re.compile(r"\s+|\S+")


@dataclass(slots=True)
class _Words:
    """The words of a document, column by column."""

    texts: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    ents: list[str] = field(default_factory=list)  # IOB with label; empty outside of names

    def add(self, text: str, pos: str, lemma: str, morph: str, head: int, dep: str, ent: str) -> None:
        """Adds a word; its head is the index of another one."""
        self.texts.append(text)
        self.spaces.append(False)
        self.pos.append(pos)
        self.lemmas.append(lemma or text.lower())
        self.morphs.append(morph)
        self.heads.append(head)
        self.deps.append(dep)
        self.ents.append(ent)


def build_doc(text: str, sentences: Sequence[Sentence], vocab: Vocab) -> Doc:
    """A `Doc` with `doc.text == text`; `doc.spans["sentences"]` holds the analysed sentences, labelled with their language."""
    words = _Words()
    spans: list[tuple[int, int, str]] = []
    position = 0
    for sentence in sentences:
        _add_gap(words, text[position : sentence.start])
        first = len(words.texts)
        position = _add_sentence(words, text, sentence)
        spans.append((first, len(words.texts), sentence.lang))
    _add_gap(words, text[position:])
    doc = _make_doc(words, vocab)
    doc.spans[SENTENCES] = [Span(doc, start, end, label=lang) for start, end, lang in spans if end > start]
    return doc


def _make_doc(words: _Words, vocab: Vocab) -> Doc:
    """Numbers are handed over in place of words: spaCy looks these up one by one."""
    doc = Doc(vocab, words=words.texts, spaces=words.spaces)
    if words.texts:
        keys = {word: vocab.strings.add(word) for word in {*words.pos, *words.lemmas, *words.morphs, *words.deps, *(ent[2:] for ent in words.ents)}}
        columns = np.empty((len(words.texts), len(COLUMNS)), np.uint64)
        columns[:, 0] = (np.array(words.heads) - np.arange(len(words.heads))).astype(np.uint64)
        for k, column in enumerate((words.pos, words.deps, words.lemmas, words.morphs), 1):
            columns[:, k] = [keys[word] for word in column]
        columns[:, 5:] = [(kind, keys[label]) for kind, label in _names(words.ents)]
        doc.from_array(COLUMNS, columns)  # type: ignore[arg-type]
    return doc


def _names(ents: Iterable[str]) -> Iterator[tuple[int, str]]:
    """spaCy's number of I, O or B, and the label; what goes on with no name of its label begins one."""
    before = ""
    for ent in ents:
        label = ent[2:]
        yield (OUTSIDE if not ent else INSIDE if ent[0] == "I" and label == before else BEGINS), label
        before = label


def _add_sentence(words: _Words, text: str, sentence: Sentence) -> int:
    """Appends the words of a sentence; the position in the text after it."""
    indices: list[int] = []
    position = sentence.start
    for token in sentence.tokens:
        if position != token.start:
            _add_gap(words, text[position : token.start], inside=bool(indices))
        indices.append(len(words.texts))
        words.add(text[token.start : token.end], token.pos, token.lemma, token.morph, -1, token.dep, token.ent)
        position = token.end
    for i, token in zip(indices, sentence.tokens, strict=True):
        words.heads[i] = indices[token.head]
    _add_gap(words, text[position : sentence.end], inside=bool(indices))
    return sentence.end


def _add_gap(words: _Words, gap: str, *, inside: bool = False) -> None:
    """Appends what stands between analysed words: a single blank belongs to the word before it, all else is tokens of its own.

    `inside` a sentence they hang below the word before, elsewhere each is its own root, so that no tree reaches out of its sentence.
    """
    if gap.startswith(" ") and words.spaces and not words.spaces[-1]:
        words.spaces[-1], gap = True, gap[1:]
    first = len(words.texts)
    for run in _RUN.findall(gap):
        words.add(run, "SPACE" if is_blank(run) else "X", "", "", first - 1 if inside else len(words.texts), "dep", "")


def analysed_sentences(doc: Doc) -> list[Span]:
    """The sentences that were annotated, in order; `label_` is their language, en or ru."""
    return list(doc.spans[SENTENCES])


def words(tokens: Iterable[DocToken]) -> list[DocToken]:
    """The tokens that rules may see: all but white space."""
    return [token for token in tokens if token.pos_ != "SPACE"]


def feature(token: DocToken, name: str) -> str:
    """The value of a morphological feature ("Case" of «губернатором»: "Ins"), empty where the word has none."""
    values = token.morph.get(name, [])
    return values[0] if values else ""
