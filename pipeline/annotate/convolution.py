"""The convolutions of natasha's models, for one sentence at a time: the same sums as its own, in a third of the time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """A convolution over three words, whose matrices (dimensions in x out) are those of the word before, the word and the word after it."""

    before: Matrix
    here: Matrix
    after: Matrix
    bias: Matrix
    scale: Matrix  # of the normalisation
    shift: Matrix

    def __call__(self, words: Matrix) -> Matrix:
        """Words x dimensions in, words x dimensions out; there are zeros around the sentence."""
        total = words @ self.here + self.bias
        total[1:] += words[:-1] @ self.before
        total[:-1] += words[1:] @ self.after
        result: Matrix = np.maximum(total, 0) * self.scale + self.shift
        return result


class SentenceEncoder:
    """Takes the place of the `encoder` of a slovnet model; a sentence comes as a batch of one, so that nothing is padded."""

    def __init__(self, layers: Iterable[Any]) -> None:
        self._layers = tuple(_convert(layer) for layer in layers)

    def __call__(self, words: Matrix, mask: NDArray[np.bool_]) -> Matrix:
        """1 x words x dimensions; `mask` is for padding, of which there is none."""
        result: Matrix = words[0]
        for layer in self._layers:
            result = layer(result)
        return result.reshape(1, *result.shape)


def _convert(layer: Any) -> Layer:
    """A layer of slovnet, whose weights are filters x dimensions x 3."""
    before, here, after = (np.ascontiguousarray(layer.conv.weight.array[:, :, k].T) for k in range(3))
    scale = layer.norm.weight.array / layer.norm.std.array
    return Layer(before, here, after, layer.conv.bias.array, scale, layer.norm.bias.array - layer.norm.mean.array * scale)
