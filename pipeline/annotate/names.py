"""Finds names as spaCy's recogniser does: what it would choose at every word is worked out at once, then read from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc

from pipeline.annotate.products import Matrix, multiply
from pipeline.annotate.window import SentenceVectors, find_vectors

AT_ONCE = 128  # sentences worked on at once, so that memory stays small
FEATURES = 3  # what is looked at: the word, the first word of the name that it may go on, the word before it in that name

Numbers = NDArray[np.int64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """The columns of the scores: of those that may be chosen outside of a name, and of those that go on with one or end it, by label."""

    outside: Numbers  # in the order of the model, which decides between equals
    begins: Marks  # of `outside`
    names: Marks  # of `outside`: all but what leaves a word alone
    labels: Sequence[str]  # of `outside`
    inside: Numbers  # of each of `outside` that begins a name
    last: Numbers


class NameFinder:
    """Takes the place of an entity recogniser of spaCy's; names end with the sentence, as its own do."""

    def __init__(self, recogniser: EntityRecognizer) -> None:
        model = recogniser.model
        tok2vec, lower, upper = model.layers
        vectors = find_vectors(tok2vec)
        assert vectors is not None
        self._vectors = SentenceVectors(vectors, recogniser.vocab)
        self._narrow = _linear(tok2vec.layers[-1])
        weights, bias, pad = (lower.get_param(name) for name in ("W", "b", "pad"))
        _, self._units, self._pieces, _ = weights.shape
        turned = weights.transpose(3, 0, 2, 1)  # inputs x features x pieces x units
        self._lower: Matrix = np.ascontiguousarray(turned.reshape(len(turned), -1))
        self._bias: Matrix = bias.T.ravel().copy()
        self._missing: Matrix = pad[0].transpose(0, 2, 1).reshape(FEATURES, -1).copy()
        self._upper = _linear(upper)
        self._moves = _read_moves([recogniser.moves.get_class_name(i) for i in range(recogniser.moves.n_moves)])

    def __call__(self, docs: Sequence[Doc]) -> Iterator[list[str]]:
        """For each sentence, none of which is empty, the label of each word in IOB, empty outside of names."""
        for start in range(0, len(docs), AT_ONCE):
            yield from self._find(docs[start : start + AT_ONCE])

    def _find(self, docs: Sequence[Doc]) -> Iterator[list[str]]:
        marks = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs])
        stops = np.append(marks[1:, 0] == 1, True)  # no name reaches over the end of a sentence
        ends = np.cumsum([len(doc) for doc in docs])
        stops[ends - 1] = True
        parts = multiply(_apply(self._narrow, np.concatenate(self._vectors(docs))), self._lower).reshape(int(ends[-1]), FEATURES, -1)
        chosen = self._choose(parts, stops, marks[:, 1] != 0)
        named = np.flatnonzero(self._moves.names[chosen])
        begun = named[self._moves.begins[chosen[named]]]
        length = dict(zip(begun.tolist(), self._measure(parts, begun, chosen[begun], stops).tolist(), strict=True))
        tags, position = [""] * int(ends[-1]), 0
        for start in named.tolist():
            if start >= position:
                label, position = self._moves.labels[chosen[start]], start + length.get(start, 1)
                tags[start:position] = [f"B-{label}", *[f"I-{label}"] * (position - start - 1)]
        yield from (tags[end - len(doc) : end] for doc, end in zip(docs, ends.tolist(), strict=True))

    def _choose(self, parts: Matrix, stops: Marks, blank: Marks) -> Numbers:
        """The move for each word, as a number of `Moves.outside`, if no name has begun before it."""
        scores = self._score(parts[:, 0] + self._missing[1] + self._missing[2])[:, self._moves.outside]
        scores[np.ix_(stops, self._moves.begins)] = -np.inf
        scores[np.ix_(blank, self._moves.names)] = -np.inf
        best: Numbers = scores.argmax(axis=1)
        return best

    def _measure(self, parts: Matrix, starts: Numbers, moves: Numbers, stops: Marks) -> Numbers:
        """How many words the names that begin at `starts` have."""
        lengths, going = np.ones(len(starts), np.int64), np.arange(len(starts))
        while len(going):
            first, place = starts[going], starts[going] + lengths[going]
            lengths[going] += 1
            scores = self._score(parts[place, 0] + parts[first, 1] + parts[place - 1, 2])
            inside, last = self._moves.inside[moves[going]], self._moves.last[moves[going]]
            rows = np.arange(len(going))
            on, off = scores[rows, inside], scores[rows, last]
            going = going[~stops[place] & ((on > off) | ((on == off) & (inside < last)))]
        return lengths

    def _score(self, sums: Matrix) -> Matrix:
        best = (sums + self._bias).reshape(len(sums), self._pieces, self._units).max(axis=1)
        return _apply(self._upper, best)


def is_plain(recogniser: Any) -> bool:
    """Whether a recogniser is of the kind whose place can be taken."""
    model = recogniser.model
    if recogniser.cfg.get("beam_width", 1) != 1 or model.attrs.get("unseen_classes") or not model.attrs.get("has_upper"):
        return False
    return find_vectors(model.layers[0]) is not None and bool(model.layers[1].get_dim("nF") == FEATURES)


def _read_moves(names: Sequence[str]) -> Moves:
    column = {name: i for i, name in enumerate(names)}
    outside = [i for i, name in enumerate(names) if name == "O" or (name[:2] in {"B-", "U-"} and len(name) > 2)]
    begins = [names[i].startswith("B-") for i in outside]
    labels = [names[i][2:] for i in outside]
    going = [[column[f"{kind}-{label}"] if label else 0 for label in labels] for kind in "IL"]
    named = [bool(label) for label in labels]
    return Moves(np.array(outside), np.array(begins), np.array(named), labels, np.array(going[0]), np.array(going[1]))


def _linear(node: Any) -> tuple[Matrix, Matrix]:
    return np.ascontiguousarray(node.get_param("W").T), node.get_param("b")


def _apply(linear: tuple[Matrix, Matrix], rows: Matrix) -> Matrix:
    product = multiply(rows, linear[0])
    product += linear[1]
    return product
