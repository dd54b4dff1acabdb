"""The encoders of natasha's models over many sentences at once: the same sums as its own without its padding, so that no sentence depends on others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.annotate.products import Matrix, multiply, multiply_placed, place_words
from pipeline.annotate.window import Memory

KNOWN = 12_000  # words of which it is remembered what the first layer makes of them, 3 kB each

Numbers = NDArray[np.int64]
Embed = Callable[[Sequence[int]], Matrix]  # the vectors of words by their numbers


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of several sentences one after the other, and how many each sentence has."""

    numbers: Sequence[tuple[int, int]]  # of each word, and of its shape, among those that the models know
    lengths: Sequence[int]  # none is 0


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """A convolution over three words; the weights are those of the word before, the word and the word after it."""

    weights: Matrix  # (3 x dimensions in) x dimensions out
    bias: Matrix
    scale: Matrix  # of the normalisation
    shift: Matrix

    def __call__(self, rows: Matrix) -> Matrix:
        """Rows x dimensions in, rows x dimensions out."""
        width = rows.shape[1]
        windows = np.zeros((len(rows), 3 * width), np.float32)
        windows[1:, :width], windows[:, width : 2 * width], windows[:-1, 2 * width :] = rows[:-1], rows, rows[1:]
        return self.finish(multiply_placed(windows, self.weights))

    def finish(self, total: Matrix) -> Matrix:
        """What becomes of the sums, in their place."""
        total += self.bias
        np.maximum(total, 0, out=total)
        total *= self.scale
        total += self.shift
        return total


class FirstLayer:
    """The layer that sees the words themselves: what each adds to its own sum and those of its neighbours is remembered."""

    def __init__(self, layer: Layer, embed: Embed, shapes: Matrix) -> None:
        self._layer, self._embed, self._shapes = layer, embed, shapes
        self._units = len(layer.bias)
        weights = layer.weights.reshape(3, -1, self._units)[::-1].transpose(1, 0, 2)  # what a word adds to the one before, to its own and to the one after it
        self._weights: Matrix = np.ascontiguousarray(weights).reshape(-1, 3 * self._units)
        self._memory = Memory(KNOWN, 3 * self._units)

    def __call__(self, words: Words, places: Numbers, count: int) -> Matrix:
        """Words x dimensions."""
        parts, units = np.zeros((count, 3 * self._units), np.float32), self._units
        parts[places] = self._memory.look_up(words.numbers, lambda new: self._make([words.numbers[k] for k in new]))
        total = parts[:, units : 2 * units].copy()
        total[:-1] += parts[1:, :units]
        total[1:] += parts[:-1, 2 * units :]
        return self._layer.finish(total)[places]

    def _make(self, numbers: Sequence[tuple[int, int]]) -> Matrix:
        words, shapes = zip(*numbers, strict=True)
        return multiply(np.concatenate((self._embed(words), self._shapes[list(shapes)]), axis=1), self._weights)


class Encoder:
    """Words to vectors that tell of their neighbours, too."""

    def __init__(self, model: Any, embed: Embed) -> None:
        first, *self._layers = (_convert(layer) for layer in model.encoder.layers)
        self._first = FirstLayer(first, embed, model.emb.shape.weight.array)

    def __call__(self, words: Words) -> Matrix:
        """Words x dimensions. Around each sentence there is a word of zeros."""
        places, count = place_words(words.lengths, 1)
        told = self._first(words, places, count)
        for layer in self._layers:
            rows = np.zeros((count, told.shape[1]), np.float32)
            rows[places] = told
            told = layer(rows)[places]
        return told


def _convert(layer: Any) -> Layer:
    """A layer of slovnet, whose weights are filters x dimensions x 3."""
    weights = layer.conv.weight.array.transpose(2, 1, 0)
    scale = layer.norm.weight.array / layer.norm.std.array
    turned = np.ascontiguousarray(weights.reshape(-1, weights.shape[2]))
    return Layer(turned, layer.conv.bias.array, scale, layer.norm.bias.array - layer.norm.mean.array * scale)
