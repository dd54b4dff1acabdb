"""The encoders of natasha's models over many sentences at once: the same sums as its own without its padding, so that no sentence depends on others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.annotate.products import Matrix, multiply_placed, place_words

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of several sentences one after the other: their vectors, their numbers among the shapes that the models know, how many each sentence has."""

    vectors: Matrix  # words x dimensions
    shapes: Numbers
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
        total = multiply_placed(windows, self.weights)
        total += self.bias
        np.maximum(total, 0, out=total)
        total *= self.scale
        total += self.shift
        return total


class Encoder:
    """Words to vectors that tell of their neighbours, too."""

    def __init__(self, model: Any) -> None:
        self._shapes = model.emb.shape.weight.array
        self._layers = tuple(_convert(layer) for layer in model.encoder.layers)

    def __call__(self, words: Words) -> Matrix:
        """Words x dimensions. Around each sentence there is a word of zeros."""
        places, count = place_words(words.lengths, 1)
        told = np.concatenate((words.vectors, self._shapes[words.shapes]), axis=1)
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
