"""Labelled pairs of names in both scripts: `data/name_pairs.csv` says whether they are one person."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from pipeline.names import IdentityWords, link_entities, load_identity_words
from pipeline.records import LocalEntity

PAIRS = Path(__file__).parent / "data" / "name_pairs.csv"
Row = dict[str, str]


@pytest.fixture(scope="module")
def identity_words() -> IdentityWords:
    return load_identity_words()


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_linked(row: Row, words: IdentityWords) -> bool:
    entities = [
        LocalEntity(side, "e1", "person", row[f"name_{side}"], "", (), row[f"country_{side}"], row[f"position_{side}"], "", 0, 1) for side in ("a", "b")
    ]
    return len(set(link_entities(entities, words).values())) == 1


def test_pairs_cover_all_tiers_and_both_answers(rows: list[Row]) -> None:
    counts = Counter((row["tier"], row["same"]) for row in rows)
    assert len(rows) >= 300
    assert all(counts[tier, same] >= 20 for tier in ("easy", "medium", "hard") for same in ("0", "1"))


def test_pairs_are_linked_as_labelled(rows: list[Row], identity_words: IdentityWords) -> None:
    linked = [(row, is_linked(row, identity_words)) for row in rows]
    right = sum(found and row["same"] == "1" for row, found in linked)
    false_merges = [f"{row['name_a']} = {row['name_b']}" for row, found in linked if found and row["same"] == "0"]
    missed = [f"{row['name_a']} / {row['name_b']}" for row, found in linked if not found and row["same"] == "1"]
    f1 = 2 * right / (2 * right + len(false_merges) + len(missed))
    assert f1 >= 0.97, f"F1 {f1:.3f}; false merges: {false_merges}; missed: {missed}"
    assert len(false_merges) <= 2, f"false merges: {false_merges}"
