"""What natasha's models tell of words once these are encoded: parts of speech, trees, names; for many sentences at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from pipeline.annotate.convolution import Embed, Encoder, Numbers, Words
from pipeline.annotate.products import Matrix, multiply


class Tagger:
    """Parts of speech with their features."""

    def __init__(self, model: Any, tags: Sequence[str], embed: Embed) -> None:
        self._encode = Encoder(model, embed)
        self._project = model.head.proj
        self.tags = tags

    def __call__(self, words: Words) -> Numbers:
        """The number of the tag of each word."""
        tags: Numbers = _apply(self._project, self._encode(words)).argmax(axis=1)
        return tags


class TreeParser:
    """Heads and relations."""

    def __init__(self, model: Any, relations: Sequence[str], embed: Embed) -> None:
        self._encode = Encoder(model, embed)
        self._head, self._rel = model.head, model.rel
        self.relations = relations

    def __call__(self, words: Words) -> Iterator[tuple[Numbers, Numbers]]:
        """For each sentence the heads of its words, from 1, 0 for a root, and the numbers of their relations."""
        encoded = self._encode(words)
        places = np.arange(len(encoded)) + np.repeat(np.arange(1, len(words.lengths) + 1), words.lengths)
        heads = self._find_heads(encoded, places, words.lengths)
        governors = _feed(self._rel.head, _with_roots(encoded, places, words.lengths, self._rel.root.array))
        first = np.repeat(places[np.cumsum([0, *words.lengths[:-1]])] - 1, words.lengths)  # the row of the root of each word's sentence
        hidden, count = self._rel.kernel.array.shape
        scores = multiply(governors[first + heads], np.ascontiguousarray(self._rel.kernel.array)).reshape(-1, count // hidden, hidden)
        relations = np.matmul(scores, _feed(self._rel.tail, encoded)[:, :, None])[:, :, 0].argmax(axis=1)
        ends = np.cumsum(words.lengths)[:-1]
        yield from zip(np.split(heads, ends), np.split(relations, ends), strict=True)

    def _find_heads(self, encoded: Matrix, places: Numbers, lengths: Sequence[int]) -> Numbers:
        rows = _with_roots(encoded, places, lengths, self._head.root.array)
        wanted, offered = multiply(_feed(self._head.head, rows), np.ascontiguousarray(self._head.kernel.array)), _feed(self._head.tail, rows)
        found, row = [], 0
        for length in lengths:
            found.append((wanted[row + 1 : row + length + 1] @ offered[row : row + length + 1].T).argmax(axis=1))
            row += length + 1
        return np.concatenate(found)


class NameTagger:
    """Names, by the likeliest way through the tags."""

    def __init__(self, model: Any, tags: Sequence[str], embed: Embed) -> None:
        self._encode = Encoder(model, embed)
        self._project = model.head.proj
        self._transitions: Matrix = model.head.crf.transitions.array
        self.tags = tags

    def __call__(self, words: Words) -> Iterator[list[int]]:
        """For each sentence the numbers of the tags of its words."""
        scores = np.split(_apply(self._project, self._encode(words)), np.cumsum(words.lengths)[:-1])
        longest = sorted(range(len(scores)), key=lambda i: -len(scores[i]))
        paths = dict(zip(longest, self._find_paths([scores[i] for i in longest]), strict=True))
        yield from (paths[i] for i in range(len(scores)))

    def _find_paths(self, scores: Sequence[Matrix]) -> Iterator[list[int]]:
        """The best path of each sentence, of which the longest come first."""
        lengths = np.array([len(rows) for rows in scores])
        padded = np.zeros((int(lengths[0]), len(scores), len(self._transitions)), np.float32)
        for i, rows in enumerate(scores):
            padded[: len(rows), i] = rows
        best, history = padded[0].copy(), []
        for k in range(1, len(padded)):
            going = int((lengths > k).sum())
            sums = best[:going, :, None] + self._transitions + padded[k, :going, None]
            history.append(sums.argmax(axis=1))
            best[:going] = sums.max(axis=1)
        for i, last in enumerate(best.argmax(axis=1).tolist()):
            path = [last]
            for chosen in reversed(history[: lengths[i] - 1]):
                path.append(int(chosen[i, path[-1]]))
            yield path[::-1]


def _with_roots(encoded: Matrix, places: Numbers, lengths: Sequence[int], root: Matrix) -> Matrix:
    """The rows with that of a root before each sentence."""
    rows = np.empty((len(encoded) + len(lengths), encoded.shape[1]), np.float32)
    rows[:] = root
    rows[places] = encoded
    return rows


def _feed(layer: Any, rows: Matrix) -> Matrix:
    return np.maximum(_apply(layer.proj, rows), 0)


def _apply(linear: Any, rows: Matrix) -> Matrix:
    product = multiply(rows, np.ascontiguousarray(linear.weight.array))
    product += linear.bias.array
    return product
