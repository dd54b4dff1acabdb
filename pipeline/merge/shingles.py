"""Near-duplicate texts of one language by MinHash and locality-sensitive hashing; the only module that meets datasketch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType

WORDS = 3  # words of a shingle
FEWEST = 8  # words; a shorter text says too little to be a reprint
PERMUTATIONS = 64
CANDIDATE = 0.4  # estimated share from which two texts are compared in full
REPRINT = 0.75  # share of the shorter text's shingles that a reprint has


def find_reprints(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of names whose texts are nearly one, whole or cut; each text with the like ones before it, by name."""
    datasketch = load_shingles()
    index = datasketch.MinHashLSH(threshold=CANDIDATE, num_perm=PERMUTATIONS)
    empty = datasketch.MinHash(num_perm=PERMUTATIONS, seed=1)
    for name in sorted(texts):
        shingles = find_shingles(texts[name])
        if len(shingles) < FEWEST - WORDS + 1:
            continue
        sketch = empty.copy()
        sketch.update_batch([shingle.encode("utf-8") for shingle in shingles])
        for other in sorted(index.query(sketch)):
            if _share(shingles, find_shingles(texts[other])) >= REPRINT:
                yield other, name
        index.insert(name, sketch)


def load_shingles() -> ModuleType:
    """What finds reprints, and SciPy with it, which takes a second: workers never need it."""
    return import_module("datasketch")


def find_shingles(text: str) -> frozenset[str]:
    """Runs of three words, in lower case."""
    words = find_words(text)
    return frozenset(" ".join(words[k : k + WORDS]) for k in range(len(words) - WORDS + 1))


def find_words(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return re.findall(r"\w+", text.lower())


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b))
