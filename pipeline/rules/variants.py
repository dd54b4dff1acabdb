"""Sentences that differ in a word: `{met|saw}` in an example stands for one sentence with each."""

from __future__ import annotations

import re

GROUP = re.compile(r"\{([^{}]*\|[^{}]*)\}")


def expand_text(text: str) -> tuple[str, ...]:
    """The sentences that a text with groups `{a|b}` stands for: one with the first of every group, one with the second of every group, ...

    ValueError where two groups of a text differ in length.
    """
    groups = [match[1].split("|") for match in GROUP.finditer(text)]
    sizes = sorted({len(group) for group in groups})
    if len(sizes) > 1:
        raise ValueError(f"the groups in braces hold {' and '.join(map(str, sizes))} variants; allowed is the same number in each")
    return tuple(" ".join(GROUP.sub(lambda match, k=k: match[1].split("|")[k], text).split()) for k in range(next(iter(sizes), 1)))  # type: ignore[misc]
