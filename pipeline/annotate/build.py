"""Puts annotated sentences together as one spaCy `Doc` whose text is the article's, character by character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span
from spacy.tokens import Token as DocToken
from spacy.vocab import Vocab

from pipeline.annotate.tokens import Sentence, is_blank

SENTENCES = "sentences"  # key of doc.spans
_RUN = re.compile(r"\s+|\S+")


@dataclass(slots=True)
class _Word:
    text: str
    pos: str = "X"
    lemma: str = ""
    morph: str = ""
    head: int = -1
    dep: str = "dep"
    ent: str = "O"
    space: bool = False


def build_doc(text: str, sentences: Sequence[Sentence], vocab: Vocab) -> Doc:
    """A `Doc` with `doc.text == text`; `doc.spans["sentences"]` holds the analysed sentences, labelled with their language."""
    words: list[_Word] = []
    spans: list[tuple[int, int, str]] = []
    position = 0
    for sentence in sentences:
        _add_gap(words, text[position : sentence.start])
        first = len(words)
        position = _add_sentence(words, text, sentence)
        spans.append((first, len(words), sentence.lang))
    _add_gap(words, text[position:])
    doc = _make_doc(words, vocab)
    doc.spans[SENTENCES] = [Span(doc, start, end, label=lang) for start, end, lang in spans if end > start]
    return doc


def _make_doc(words: list[_Word], vocab: Vocab) -> Doc:
    return Doc(
        vocab,
        words=[w.text for w in words],
        spaces=[w.space for w in words],
        pos=[w.pos for w in words],
        lemmas=[w.lemma or w.text.lower() for w in words],
        morphs=[w.morph for w in words],
        heads=[w.head for w in words],
        deps=[w.dep for w in words],
        ents=[w.ent for w in words],
    )


def _add_sentence(words: list[_Word], text: str, sentence: Sentence) -> int:
    """Appends the words of a sentence; the position in the text after it."""
    indices: list[int] = []
    position = sentence.start
    for token in sentence.tokens:
        _add_gap(words, text[position : token.start], inside=bool(indices))
        indices.append(len(words))
        words.append(_Word(text[token.start : token.end], token.pos, token.lemma, token.morph, dep=token.dep, ent=token.ent or "O"))
        position = token.end
    for i, token in zip(indices, sentence.tokens, strict=True):
        words[i].head = indices[token.head]
    _add_gap(words, text[position : sentence.end], inside=bool(indices))
    return sentence.end


def _add_gap(words: list[_Word], gap: str, *, inside: bool = False) -> None:
    """Appends what stands between analysed words: a single blank belongs to the word before it, all else is tokens of its own.

    `inside` a sentence they hang below the word before, elsewhere each is its own root, so that no tree reaches out of its sentence.
    """
    if gap.startswith(" ") and words and not words[-1].space:
        words[-1].space, gap = True, gap[1:]
    first = len(words)
    for run in _RUN.findall(gap):
        head = first - 1 if inside else len(words)
        words.append(_Word(run, "SPACE" if is_blank(run) else "X", head=head))


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
