"""The common form of both languages: an article as tokens, with the trees and names of its sentences.

Attributes are called as in spaCy's `Doc`, which `as_spacy` makes of it: rules ask words for them hundreds of times, and here each is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import overload

KNOWN = 4000  # bundles of features that are remembered
NONE = "_"  # spaCy's word for no features


class Morph(dict[str, Sequence[str]]):
    """The morphological features of a word, each with its values; as text `Case=Acc,Nom|Number=Sing`."""

    def __init__(self, told: str) -> None:
        self._told = "" if told == NONE else told
        super().__init__((name, values.split(",")) for name, _, values in (part.partition("=") for part in self._told.split("|") if part))

    def __str__(self) -> str:
        return self._told


parse_morph = lru_cache(KNOWN)(Morph)


class Token:
    """A word, sign or run of blanks. The root of a tree is its own head; `children` are in the order of the text."""

    __slots__ = ("children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "lemma_", "morph", "pos_", "text", "whitespace_")

    def __init__(self, doc: Doc, i: int, idx: int, text: str, space: bool, pos: str, lemma: str, morph: Morph, dep: str, ent_iob: str, ent_type: str) -> None:
        self.doc = doc
        self.i = i  # place among the tokens
        self.idx = idx  # character of the text
        self.text = text
        self.whitespace_ = " " if space else ""
        self.pos_ = pos
        self.lemma_ = lemma
        self.morph = morph
        self.dep_ = dep
        self.ent_iob_ = ent_iob
        self.ent_type_ = ent_type
        self.head = self
        self.children: Sequence[Token] = ()

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def nbor(self, distance: int = 1) -> Token:
        """The token so many places further on; IndexError outside the document."""
        i = self.i + distance
        if i < 0:
            raise IndexError(i)
        return self.doc.tokens[i]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The heads above, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, descendant: Token) -> bool:
        """Whether `descendant` hangs below this word, however far."""
        return any(token is self for token in descendant.ancestors)

    @property
    def subtree(self) -> list[Token]:
        """This word and all below it: what hangs to the left, itself, what hangs to the right."""
        found: list[Token] = []
        waiting = [(self, False)]
        while waiting:
            token, is_open = waiting.pop()
            if is_open:
                found.append(token)
                continue
            waiting.extend((child, False) for child in reversed(token.children) if child.i > token.i)
            waiting.append((token, True))
            waiting.extend((child, False) for child in reversed(token.children) if child.i < token.i)
        return found

    @property
    def left_edge(self) -> Token:
        """The first word of the subtree."""
        return min(self.subtree, key=lambda token: token.i)


class Span:
    """Tokens that follow each other; `label_` is the language of an analysed sentence."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, i: int) -> Token:
        return self.doc.tokens[self.start : self.end][i]

    @property
    def start_char(self) -> int:
        """The character of the text with which the first token begins."""
        return self.doc.tokens[self.start].idx if self.start < len(self.doc.tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The character of the text behind the last token."""
        if self.end == self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The word nearest to the root of the tree, the first of several; of those whose head is outside the span."""
        outside = [token for token in self if token.head is token or not self.start <= token.head.i < self.end]
        return min(outside, key=lambda token: sum(1 for _ in token.ancestors), default=self.doc.tokens[self.start])


class Doc:
    """A text as tokens; `sentences` are those that were analysed, in order."""

    __slots__ = ("sentences", "text", "tokens")

    def __init__(
        self,
        words: Sequence[str],
        *,
        spaces: Sequence[bool] = (),
        pos: Sequence[str] = (),
        lemmas: Sequence[str] = (),
        morphs: Sequence[str] = (),
        heads: Sequence[int] = (),
        deps: Sequence[str] = (),
        ents: Sequence[str] = (),
    ) -> None:
        """Column by column; those that are left out are empty, each word a root, and a blank behind each word. `ents` is the label in IOB: `B-PER`."""
        empty = [""] * len(words)
        columns = zip(words, spaces or [True] * len(words), pos or empty, lemmas or empty, morphs or empty, deps or empty, ents or empty, strict=True)
        self.tokens: list[Token] = []
        self.sentences: list[Span] = []
        position, parts = 0, list[str]()
        for i, (word, space, part_of_speech, lemma, morph, dep, ent) in enumerate(columns):
            self.tokens.append(Token(self, i, position, word, space, part_of_speech, lemma, parse_morph(morph), dep, ent[:1] or "O", ent[2:]))
            position += len(word) + space
            parts.append(word + " " if space else word)
        self.text = "".join(parts)
        self._hang(heads)

    def _hang(self, heads: Sequence[int]) -> None:
        tokens = self.tokens
        children: dict[int, list[Token]] = {}
        for token, head in zip(tokens, heads, strict=False):
            if head != token.i:
                token.head = tokens[head]
                children.setdefault(head, []).append(token)
        for i, below in children.items():
            tokens[i].children = below

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> Span: ...

    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[place]
