"""The one file that meets natasha: Russian sentences in, words with Universal Dependencies out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser
from razdel import tokenize

from pipeline.annotate.convolution import SentenceEncoder
from pipeline.annotate.tokens import CleanText, Clock, Parsed, Sentence, Token, clean_text, nest_in_relatives, repair_heads, with_names
from pipeline.annotate.vocabulary import load_vocabulary

KNOWN = 100_000  # words whose lemmas are kept


class _Piece(Protocol):
    """What natasha and razdel call a span or token."""

    start: int
    stop: int
    type: str
    text: str


class _Node(Protocol):
    head_id: str
    rel: str


class _Markup(Protocol):
    tokens: Sequence[_Node]


class RussianAnnotator:
    """Holds natasha's models. They run sentence by sentence: a batch would be padded, and padding must not change a result."""

    def __init__(self) -> None:
        self.clock = Clock()
        embedding = NewsEmbedding()
        self._morph = NewsMorphTagger(embedding)
        self._syntax = NewsSyntaxParser(embedding)
        self._ner = NewsNERTagger(embedding)
        for model in (self._morph, self._syntax, self._ner):
            model.infer.model.encoder = SentenceEncoder(model.infer.model.encoder.layers)
            model.infer.encoder.words_vocab = self._morph.infer.encoder.words_vocab  # the same 250,000 words: held once
        self.vocab = load_vocabulary()
        self._lemma = lru_cache(KNOWN)(self._lemmatize)
        self.possible_lemmas = lru_cache(KNOWN)(self._possible_lemmas)

    def parse(self, text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Parsed]:
        """One sentence a span, each parsed on its own."""
        for start, end in spans:
            clean = clean_text(text[start:end], start)
            pieces = list(tokenize(clean.text))
            yield Parsed(Sentence(start, end, "ru", tuple(self._tokens(clean, pieces))), (clean.text, pieces))

    def name(self, parsed: Iterable[Parsed]) -> Iterator[Sentence]:
        """The sentences with the names in them."""
        for p in parsed:
            text, pieces = p.source
            with self.clock.running():
                spans = self._ner(text).spans if pieces else ()
            yield with_names(p.sentence, _entities(spans, pieces))

    def _possible_lemmas(self, word: str) -> frozenset[str]:
        """All that the lemmatizer may make of a word, whatever part of speech it is taken for; lower-case, ё as е."""
        word = word.lower().replace("ё", "е")
        return frozenset((word, *(form.normal_form.replace("ё", "е") for form in self.vocab(word))))

    def _tokens(self, clean: CleanText, pieces: Sequence[_Piece]) -> Iterator[Token]:
        words = [piece.text for piece in pieces]
        if not words:
            return
        with self.clock.running():
            tree, tags = self._syntax(words), self._morph(words).tokens
        heads, deps = _tree(tree)
        for piece, tag, head, dep in zip(pieces, tags, heads, deps, strict=True):
            feats = tuple(sorted(tag.feats.items()))
            morph = "|".join(f"{key}={value}" for key, value in feats)
            yield Token(*clean.span(piece.start, piece.stop), self._lemma(piece.text, tag.pos, feats), tag.pos, morph, head, dep)

    def _lemmatize(self, word: str, pos: str, feats: tuple[tuple[str, str], ...]) -> str:
        return str(self.vocab.lemmatize(word, pos, dict(feats)))


def _tree(markup: _Markup) -> tuple[list[int], list[str]]:
    """Heads counted from 0, made one tree; natasha counts from 1 and gives 0 to a root."""
    return nest_in_relatives(*repair_heads([int(t.head_id) - 1 for t in markup.tokens], [t.rel for t in markup.tokens]))


def _entities(spans: Iterable[_Piece], pieces: Sequence[_Piece]) -> list[str]:
    labels = [""] * len(pieces)
    for span in spans:
        inside = [i for i, piece in enumerate(pieces) if piece.start >= span.start and piece.stop <= span.stop]
        for i in inside:
            labels[i] = f"{'B' if i == inside[0] else 'I'}-{span.type}"
    return labels


def load_russian() -> RussianAnnotator:
    """natasha with the models of its package (already verified)."""
    return RussianAnnotator()
