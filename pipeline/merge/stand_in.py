"""Tells whether one telling names by office, body, country or delegation those whom another names by name, or spells otherwise."""

from __future__ import annotations

from pipeline.merge.telling import Side, Telling
from pipeline.merge.words import MergeWords, match_positions


def stand_in(a: Telling, b: Telling, ids: tuple[frozenset[str], frozenset[str]], words: MergeWords) -> bool:
    """Whether all whom the shorter list of `ids` alone names have somebody in the longer one who may be the same; False where it has nobody of its own."""
    first, second = ids
    here, there = ([side for side in t.sides if side.entity_id in own] for t, own in ((a, first - second), (b, second - first)))
    shorter, longer = sorted((here, there), key=len)
    across = a.document.lang != b.document.lang
    return bool(shorter) and all(any(_may_be_one(x, y, words, across=across) for y in longer) for x in shorter)


def _may_be_one(x: Side, y: Side, words: MergeWords, *, across: bool) -> bool:
    """By country and office. Two names are two people, unless each is spelt in its own script and both hold one office."""
    forms = {x.form, y.form}
    if forms == {"body"} or (x.country and y.country and x.country != y.country):
        return False
    offices = match_positions(x.office, y.office, words)
    if forms == {"name"}:
        return across and offices == "same" and bool(x.country)
    if offices:
        return offices != "different"
    return bool(x.country) and x.country == y.country
