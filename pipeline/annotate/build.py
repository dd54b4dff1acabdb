"""Puts annotated sentences together as one `Doc` whose text is the article's, character by character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.annotate.doc import Doc, Span
from pipeline.annotate.doc import Token as DocToken
from pipeline.annotate.tokens import Sentence, is_blank

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


def build_doc(text: str, sentences: Sequence[Sentence]) -> Doc:
    """A `Doc` with `doc.text == text`; `doc.sentences` are the analysed sentences, labelled with their language."""
    words = _Words()
    spans: list[tuple[int, int, str]] = []
    position = 0
    for sentence in sentences:
        _add_gap(words, text[position : sentence.start])
        first = len(words.texts)
        position = _add_sentence(words, text, sentence)
        spans.append((first, len(words.texts), sentence.lang))
    _add_gap(words, text[position:])
    doc = Doc(
        words.texts,
        spaces=words.spaces,
        pos=words.pos,
        lemmas=words.lemmas,
        morphs=words.morphs,
        heads=words.heads,
        deps=words.deps,
        ents=list(_names(words.ents)),
    )
    doc.sentences = [Span(doc, start, end, lang) for start, end, lang in spans if end > start]
    return doc


def _names(ents: Iterable[str]) -> Iterator[str]:
    """The labels in IOB; what goes on with no name of its label begins one."""
    before = ""
    for ent in ents:
        label = ent[2:]
        yield f"B-{label}" if ent[:1] == "I" and label != before else ent
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
    return list(doc.sentences)


def words(tokens: Iterable[DocToken]) -> list[DocToken]:
    """The tokens that rules may see: all but white space."""
    return [token for token in tokens if token.pos_ != "SPACE"]


def feature(token: DocToken, name: str) -> str:
    """The value of a morphological feature ("Case" of «губернатором»: "Ins"), empty where the word has none."""
    values = token.morph.get(name)
    return values[0] if values else ""
