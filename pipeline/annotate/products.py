"""Products of matrices of which each row is the same to the last bit whatever the other rows are, as fast as the processor's library allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Numbers = NDArray[np.int64]
Product = Callable[[Matrix, Matrix], Matrix]

BLOCK = 8  # rows of a product: all of a block this small are summed in one order, whatever the processor
LEAST = 16  # rows of a product where none is cut into blocks: a row of fewer is summed in another order
TRIED = (*range(LEAST, 50), 333, 1000, 4096)  # rows of the products that are tried, up to a multiple of the period
WIDTHS = (96, 288)  # of those products
PERIODS = (1, 4, 8, 12, 16, 24, 32, 48)  # rows


def multiply(rows: Matrix, weights: Matrix) -> Matrix:
    """rows x n times n x m, each row the same to the last bit whatever the others are (`weights` in C order)."""
    return _multiply_whole(rows, weights) if row_period() == 1 else multiply_blocks(rows, weights)


def multiply_placed(rows: Matrix, weights: Matrix) -> Matrix:
    """The same for rows that stand where `place_words` puts them, their number a multiple of the period."""
    return rows @ weights if row_period() > 1 else multiply(rows, weights)


def place_words(lengths: Sequence[int], pad: int) -> tuple[Numbers, int]:
    """The rows for the words of sentences of these lengths, and how many rows there are: `pad` or more empty ones before, between and behind the sentences.

    A word's place depends on others by whole periods only.
    """
    period = row_period() or 1
    rooms = [-(-(length + pad) // period) * period for length in lengths]
    first = -(-pad // period) * period
    starts = first + np.cumsum([0, *rooms])
    words = np.cumsum([0, *lengths])
    places = np.arange(words[-1]) + np.repeat(starts[:-1] - words[:-1], lengths)
    return places, max(int(starts[-1]), LEAST + -LEAST % period)


@lru_cache(1)
def row_period() -> int:
    """After how many rows this processor's library sums in the same order again: 1 where it sums all alike, 0 where none of the periods fits.

    On some processors the order depends on the row's place in the product, if only on its place in groups of twelve.
    """
    return next((period for period in PERIODS if all(_repeats(period, width) for width in WIDTHS)), 0)


def _repeats(period: int, width: int) -> bool:
    """Whether of equal rows those that are a multiple of the period apart give the same, in products whose rows are a multiple of it."""
    row, weights = (np.random.default_rng(0).standard_normal(shape).astype(np.float32) for shape in ((1, width), (width, width)))
    products = [np.repeat(row, count + -count % period, axis=0) @ weights for count in TRIED]
    return all(np.array_equal(told, products[-1][: len(told)]) and _is_periodic(told, period) for told in products)


def _is_periodic(rows: Matrix, period: int) -> bool:
    groups = rows.reshape(-1, period, rows.shape[1])
    return bool((groups == groups[0]).all())


def _multiply_whole(rows: Matrix, weights: Matrix) -> Matrix:
    count = len(rows)
    if count >= LEAST:
        return rows @ weights
    return (_padded(rows, LEAST) @ weights)[:count]


def multiply_blocks(rows: Matrix, weights: Matrix) -> Matrix:
    """The same for any processor, a few rows at a time."""
    count, width = rows.shape
    blocks = _padded(rows, count + -count % BLOCK).reshape(-1, BLOCK, width)
    return (blocks @ weights).reshape(-1, weights.shape[1])[:count]


def _padded(rows: Matrix, count: int) -> Matrix:
    if len(rows) == count:
        return rows
    padded = np.zeros((count, rows.shape[1]), rows.dtype)
    padded[: len(rows)] = rows
    return padded
