"""The vectors that spaCy's models give to words in their sentence: its own sums, faster, and the same to the last bit whatever else is in the batch."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import NumpyOps

from pipeline.annotate.products import Matrix, Product, multiply, multiply_placed, place_words

KNOWN = 16_000  # words whose own vectors are remembered, 0.4 kB each
SMALL = 1e-8  # added to a variance
AT_ONCE = 4_000  # words worked on at once, so that memory stays small
PARTS = frozenset(  # of a model whose place can be taken
    ["extract_features", "list2ragged", "ints-getitem", "hashembed", "static_vectors", "maxout", "layernorm", "dropout", "ragged2list", "expand_window"]
)

Keys = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Maxout:
    """A layer whose units give the largest of several sums, normalised over the units of a row."""

    weights: Matrix  # inputs x (pieces x units)
    bias: Matrix
    scale: Matrix
    shift: Matrix

    def __call__(self, rows: Matrix, product: Product = multiply) -> Matrix:
        """Rows x inputs in, rows x units out."""
        sums = product(rows, self.weights)
        sums += self.bias
        width = len(self.scale)
        best = np.array(sums[:, :width])
        for k in range(width, sums.shape[1], width):
            np.maximum(best, sums[:, k : k + width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        best /= np.sqrt(np.einsum("ij,ij->i", best, best) / width + np.float32(SMALL))[:, None]
        best *= self.scale
        best += self.shift
        return best


class SteadyOps(NumpyOps):  # type: ignore[misc]
    """thinc's operations, but for the products of rows with the weights of a layer."""

    def __init__(self) -> None:
        super().__init__()
        self._turned: dict[tuple[int, tuple[int, ...]], Matrix] = {}  # by place in memory and shape, as the weights of a loaded model stay where they are

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """x times y, either turned if so told."""
        if trans1 or not trans2 or not len(x) or x.dtype != np.float32:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        key = (y.ctypes.data, y.shape)
        if key not in self._turned:
            self._turned[key] = np.ascontiguousarray(y.T)
        found = multiply(np.ascontiguousarray(x), self._turned[key])
        if out is None:
            return found
        out[...] = found
        return out


class Memory:
    """Rows of numbers by name; when it is full, all are forgotten."""

    def __init__(self, room: int, width: int) -> None:
        self._rows: dict[Hashable, int] = {}
        self._known = np.empty((room, width), np.float32)

    def look_up(self, names: Sequence[Hashable], make: Callable[[list[int]], Matrix]) -> Matrix:
        """The rows of the names; `make` gives those that are not known, told by their places among the names."""
        new = {name: i for i, name in enumerate(names) if name not in self._rows}
        if len(self._rows) + len(new) > len(self._known):
            self._rows.clear()
            new = {name: i for i, name in enumerate(names)}
        if len(new) > len(self._known):
            return make(list(range(len(names))))
        if new:
            first = len(self._rows)
            self._known[first : first + len(new)] = make(list(new.values()))
            self._rows.update(zip(new, range(first, first + len(new)), strict=True))
        return self._known[[self._rows[name] for name in names]]


class WordVectors:
    """What a model makes of a word by itself, remembered."""

    def __init__(self, embed: Any, vocab: Vocab) -> None:
        nodes = {node.name: node for node in embed.walk()}
        self.columns = ["ORTH", *nodes["extract_features"].attrs["columns"]]
        self._hashed = [node for node in embed.walk() if node.name == "hashembed"]
        self._vectors = vocab.vectors
        self._project: Matrix = np.ascontiguousarray(nodes["static_vectors"].get_param("W").T)
        self._mix = make_maxout(embed)
        self._memory = Memory(KNOWN, len(self._mix.scale))

    def __call__(self, keys: Keys) -> Matrix:
        """Words x units of the words whose attributes are `keys` (words x columns)."""
        names = keys.view(f"V{keys.itemsize * keys.shape[1]}").ravel().tolist()
        return self._memory.look_up(names, lambda places: self._make(np.ascontiguousarray(keys[places])))

    def _make(self, keys: Keys) -> Matrix:
        parts = [node.predict(np.ascontiguousarray(keys[:, k])) for k, node in enumerate(self._hashed, 1)]
        found = self._vectors.find(keys=keys[:, 0])
        told = multiply(self._vectors.data[found], self._project)
        told[found < 0] = 0
        return self._mix(np.concatenate([*parts, told], axis=1))


class SentenceVectors:
    """Takes the place of a tok2vec model of spaCy's."""

    def __init__(self, model: Any, vocab: Vocab) -> None:
        encode = model.get_ref("encode")
        self._words = WordVectors(model.get_ref("embed"), vocab)
        self._layers = [make_maxout(layer) for layer in encode.layers[0].layers]
        self._pad: int = encode.attrs["pad"]

    def __call__(self, docs: Sequence[Doc]) -> list[Matrix]:
        """Words x units of each sentence."""
        return [rows for batch in _batches(docs) for rows in np.split(self._encode(batch), np.cumsum([len(doc) for doc in batch[:-1]]))]

    def _encode(self, docs: Sequence[Doc]) -> Matrix:
        """The words of all sentences x units. Between sentences there are zeros, as many as a word can see."""
        words = self._words(np.ascontiguousarray(np.concatenate([doc.to_array(self._words.columns) for doc in docs])))
        places, count = place_words([len(doc) for doc in docs], self._pad)
        rows, width = np.zeros((count, words.shape[1]), np.float32), words.shape[1]
        rows[places] = words
        windows = np.zeros((len(rows), 3 * width), np.float32)
        for layer in self._layers:
            windows[1:, :width], windows[:, width : 2 * width], windows[:-1, 2 * width :] = rows[:-1], rows, rows[1:]
            rows += layer(windows, multiply_placed)
        found: Matrix = rows[places]
        return found


def _batches(docs: Sequence[Doc]) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    for doc in docs:
        batch.append(doc)
        if sum(map(len, batch)) >= AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def find_vectors(model: Any) -> Any:
    """The tok2vec model within a model, if it is one whose place can be taken."""
    found = next((node for node in model.walk() if {"embed", "encode"} <= set(node.ref_names)), None)
    if found is None or {node.name for node in found.walk() if not node.layers} != PARTS or found.get_ref("encode").attrs.get("pad") is None:
        return None
    return found


def make_maxout(model: Any) -> Maxout:
    """The one maxout layer of a model with its normalisation; spaCy keeps its weights as units x pieces x inputs."""
    nodes = {node.name: node for node in model.walk()}
    weights, bias, scale, shift = (np.asarray(nodes[name].get_param(key)) for name in ("maxout", "layernorm") for key in ("Wb" if name == "maxout" else "Gb"))
    units, pieces, inputs = weights.shape
    turned = np.transpose(weights, (2, 1, 0)).reshape(inputs, pieces * units)
    return Maxout(np.ascontiguousarray(turned), bias.T.ravel().copy(), scale, shift)
