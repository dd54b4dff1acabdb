"""The common form of both languages: an article as tokens, with the trees and names of its sentences.

Attributes are called as in spaCy's `Doc`, which `as_spacy` makes of it: rules ask words for them hundreds of times, and here each is worked out once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import cast, overload

from pipeline.annotate.tokens import is_blank

KNOWN = 4000  # bundles of features that are remembered
NONE = "_"  # spaCy's word for no features

_RUN = re.compile(r"\s+|\S+")


class Morph(dict[str, Sequence[str]]):
    """The morphological features of a word, each with its values; as text `Case=Acc,Nom|Number=Sing`."""

    def __init__(self, told: str) -> None:
        self._told = "" if told == NONE else told
        super().__init__((name, values.split(",")) for name, _, values in (part.partition("=") for part in self._told.split("|") if part))

    def __str__(self) -> str:
        return self._told


@lru_cache(KNOWN)
def parse_morph(told: str) -> Morph:
    """The features told as `Case=Acc,Nom|Number=Sing`."""
    return Morph(told)


class Token:
    """A word, sign or run of blanks. The root of a tree is its own head; `children` are in the order of the text."""

    __slots__ = ("children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "lemma_", "morph", "pos_", "text", "whitespace_")

    def __init__(self, doc: Doc, i: int, idx: int, text: str, pos: str, lemma: str, morph: str = "", dep: str = "dep", iob: str = "O", ent: str = "") -> None:
        self.doc = doc
        self.i = i  # place among the tokens
        self.idx = idx  # character of the text
        self.text = text
        self.whitespace_ = ""  # the blank behind it, if there is one
        self.pos_ = pos
        self.lemma_ = lemma
        self.morph = parse_morph(morph)
        self.dep_ = dep
        self.ent_iob_ = iob
        self.ent_type_ = ent
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
        return self.doc[i]

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

    __slots__ = ("_text", "doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        self._text: str | None = None

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens(self.start, self.end))

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, i: int) -> Token:
        return self.doc.tokens(self.start, self.end)[i]

    @property
    def start_char(self) -> int:
        """The character of the text with which the first token begins."""
        return self.doc[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The character of the text behind the last token."""
        if self.end == self.start:
            return self.start_char
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as they stand in the text."""
        if self._text is None:
            self._text = self.doc.text[self.start_char : self.end_char]
        return self._text

    @property
    def root(self) -> Token:
        """The word nearest to the root of the tree, the first of several; of those whose head is outside the span."""
        outside = [token for token in self if token.head is token or not self.start <= token.head.i < self.end]
        return min(outside, key=lambda token: sum(1 for _ in token.ancestors), default=self.doc[self.start])


class Doc:
    """A text as tokens; `sentences` are those that were analysed, in order.

    What lies between them is split into runs of blanks and of other characters, each a tree of its own, when somebody asks for it: hardly ever.
    """

    __slots__ = ("_ends", "_firsts", "_tokens", "sentences", "text")

    def __init__(self, text: str) -> None:
        """A document without tokens: these are added in order, each behind the one before it."""
        self.text = text
        self.sentences: list[Span] = []
        self._tokens: list[Token | None] = []
        self._firsts: list[int] = []  # the numbers of the first token of each gap
        self._ends: list[tuple[int, int, int]] = []  # of each gap: the number behind its last token, and its characters

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens(0, len(self._tokens)))

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> Span: ...

    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self._tokens))
            return Span(self, start, max(start, end))
        token = self._tokens[place]
        if token is None:
            place %= len(self._tokens)
            token = self.tokens(place, place + 1)[0]
        return token

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens from number `start` to `end`."""
        k = bisect_left(self._firsts, end)
        while k > 0 and self._ends[k - 1][0] > start:
            k -= 1
            self._open(k)
        return cast(list[Token], self._tokens[start:end])

    def _open(self, k: int) -> None:
        first, (after, start, end) = self._firsts.pop(k), self._ends.pop(k)
        self._tokens[first:after] = self.runs(start, end, first)

    def runs(self, start: int, end: int, first: int) -> Iterator[Token]:
        """The characters from `start` to `end` as runs of blanks and of others; `first` is the number of the first of these tokens."""
        for i, run in enumerate(_RUN.finditer(self.text, start, end), first):
            word = run.group()
            yield Token(self, i, run.start(), word, "SPACE" if is_blank(word) else "X", word.lower())

    def add(self, token: Token) -> None:
        """Adds a token behind the others."""
        self._tokens.append(token)

    def take_blank(self, start: int, end: int) -> int:
        """Where the characters from `start` to `end` go on, if one blank of them belongs to the last token."""
        if start < end and self.text[start] == " " and self._tokens and not (last := self[len(self._tokens) - 1]).whitespace_:
            last.whitespace_ = " "
            return start + 1
        return start

    def add_gap(self, start: int, end: int) -> None:
        """Adds the characters from `start` to `end`, behind the last token, as what was not analysed."""
        start = self.take_blank(start, end)
        if start < end:
            words = len(self.text[start:end].split())
            runs = 2 * words - 1 + self.text[start].isspace() + self.text[end - 1].isspace() if words else 1
            self._firsts.append(len(self._tokens))
            self._ends.append((len(self._tokens) + runs, start, end))
            self._tokens.extend([None] * runs)


def hang(heads: Iterable[tuple[Token, Token]]) -> None:
    """Makes trees of words, each told with its head, in the order of the text."""
    children: dict[int, list[Token]] = {}
    for token, head in heads:
        if head is not token:
            token.head = head
            if head.i not in children:
                head.children = children[head.i] = []
            children[head.i].append(token)


def make_doc(
    words: Sequence[str],
    *,
    spaces: Sequence[bool] = (),
    pos: Sequence[str] = (),
    lemmas: Sequence[str] = (),
    morphs: Sequence[str] = (),
    heads: Sequence[int] = (),
    deps: Sequence[str] = (),
    ents: Sequence[str] = (),
) -> Doc:
    """A `Doc` column by column; those that are left out are empty, each word a root, and a blank behind each word. `ents` are labels in IOB: `B-PER`."""
    empty, spaces = [""] * len(words), spaces or [True] * len(words)
    columns = zip(words, spaces, pos or empty, lemmas or empty, morphs or empty, deps or empty, ents or empty, strict=True)
    doc, position = Doc("".join(word + " " * space for word, space in zip(words, spaces, strict=True))), 0
    for i, (word, space, part_of_speech, lemma, morph, dep, ent) in enumerate(columns):
        doc.add(Token(doc, i, position, word, part_of_speech, lemma, morph, dep, ent[:1] or "O", ent[2:]))
        doc[i].whitespace_ = " " * space
        position += len(word) + space
    hang((doc[i], doc[head]) for i, head in enumerate(heads))
    return doc
