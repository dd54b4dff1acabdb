"""What the user decides on who is who: joined, parted, renamed, with Wikidata ids; kept over runs, wrong files told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.batch.update import find_identities
from pipeline.errors import UsageError
from pipeline.merge import Card, load_identities, make_cards
from pipeline.merge.identities import UserIdentities, find_wikidata, hash_identities
from pipeline.names import IdentityWords, load_identity_words
from pipeline.records import Analysis, Article, LocalEntity, PositionFact
from pipeline.settings import Settings


@pytest.fixture(scope="module")
def identity_words() -> IdentityWords:
    return load_identity_words()


def article(doc_id: str, name: str, office: str = "mayor", place: str = "Porvoo") -> Analysis:
    entity = LocalEntity(doc_id, "e1", "person", name, "en", (name,), "FI", office, place, 0, 9)
    return Analysis(
        Article(doc_id, "text", published="2023-03-01"), entities=(entity,), positions=(PositionFact(doc_id, "e1", office, place, "", "current", 0, 9),)
    )


ARTICLES = [article("a", "Anna Lind"), article("b", "Anna Lind"), article("c", "Annika Lindqvist", "rector", "Turku"), article("d", "Marek Novak")]


def cards(decided: str, tmp_path: Path, words: IdentityWords, *, wikidata: str = "") -> dict[str, Card]:
    """doc_id -> the card of its entity, under an `identities.yml` of this content."""
    (tmp_path / "identities.yml").write_text(decided, encoding="utf-8")
    (tmp_path / "wikidata.csv").write_text(wikidata or "wikidata,name\n", encoding="utf-8")
    made = make_cards(ARTICLES, words=words, language="en", decided=load_identities(tmp_path / "identities.yml", tmp_path / "wikidata.csv"))
    return {doc_id: card for (doc_id, _), card in made.items()}


def test_nothing_decided(tmp_path: Path, identity_words: IdentityWords) -> None:
    made = cards("", tmp_path, identity_words)
    assert made["a"] == made["b"]
    assert len({card.entity_id for card in made.values()}) == 3


def test_joined_by_name_and_by_the_id_of_any_mention(tmp_path: Path, identity_words: IdentityWords) -> None:
    before = cards("", tmp_path, identity_words)
    joined = cards(f"merge:\n- [anna lind, {before['c'].entity_id}]\n", tmp_path, identity_words)
    assert joined["a"] == joined["b"] == joined["c"] != joined["d"]
    again = cards(f"merge:\n- [Marek Novak, {before['c'].entity_id}]\n- [Anna Lind, Marek Novak]\n", tmp_path, identity_words)
    assert len({card.entity_id for card in again.values()}) == 1


def test_parted(tmp_path: Path, identity_words: IdentityWords) -> None:
    parted = cards("split:\n- {entity: Anna Lind, documents: [b]}\n", tmp_path, identity_words)
    assert parted["a"].entity_id != parted["b"].entity_id
    assert (parted["a"].doc_ids, parted["b"].doc_ids) == (("a",), ("b",))


def test_parted_and_joined_with_another(tmp_path: Path, identity_words: IdentityWords) -> None:
    parted = cards("split:\n- {entity: Anna Lind, documents: [b]}\n", tmp_path, identity_words)
    decided = f"split:\n- {{entity: Anna Lind, documents: [b]}}\nmerge:\n- [{parted['b'].entity_id}, Marek Novak]\n"
    made = cards(decided, tmp_path, identity_words)
    assert made["b"] == made["d"] != made["a"]


def test_renamed(tmp_path: Path, identity_words: IdentityWords) -> None:
    made = cards("rename:\n  Anna Lind: Anna K. Lind\n  Marek Novak: {ru: Марек Новак}\n", tmp_path, identity_words)
    assert made["a"].name == made["b"].name == "Anna K. Lind"
    assert (made["d"].name, made["d"].name_ru) == ("Marek Novak", "Марек Новак")


def test_wikidata_ids_only_where_they_are_clear(tmp_path: Path, identity_words: IdentityWords) -> None:
    table = "wikidata,en,more\nhttp://www.wikidata.org/entity/Q1,Anna Lind,A. Lind|Lind Anna\nQ2,Marek Novak,\nQ3,Marek Novak,\n"
    made = cards("", tmp_path, identity_words, wikidata=table)
    assert (made["a"].wikidata, made["c"].wikidata, made["d"].wikidata) == ("Q1", "", "")


WRONG = ["merge: {a: b}\n", "split:\n- {entity: a}\n", "join:\n- [a, b]\n", "- a\n", "merge:\n- [1, 2]\n"]


@pytest.mark.parametrize("content", WRONG)
def test_a_file_of_another_shape_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "identities.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"identities\.yml"):
        load_identities(path)


def test_a_table_without_ids_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wikidata.csv"
    path.write_text("id,name\nQ1,Anna Lind\n", encoding="utf-8")
    with pytest.raises(UsageError, match="wikidata"):
        load_identities(None, path)


def test_files_in_the_output_folder_are_found_and_those_named_come_first(tmp_path: Path) -> None:
    assert find_identities(tmp_path, Settings()) == (None, None)
    (tmp_path / "identities.yml").write_text("", encoding="utf-8")
    own = tmp_path / "own.yml"
    own.write_text("", encoding="utf-8")
    assert find_identities(tmp_path, Settings()) == (tmp_path / "identities.yml", None)
    assert find_identities(tmp_path, Settings(identities=own)) == (own, None)
    with pytest.raises(UsageError, match="no such file"):
        find_identities(tmp_path, Settings(wikidata=tmp_path / "none.csv"))


SHAPES = [  # content of the file, what is told of it
    ("join:\n- [a, b]\n", "unknown part join"),
    ("merge: {a: b}\n", r"\{'a': 'b'\} is no list"),
    ("merge:\n- ' '\n", "' ' is no list"),
    ("merge:\n- [Anna, ' ']\n", "' ' is no name"),
    ("merge:\n- [Anna, 2]\n", "2 is no name"),
    ("split:\n- {entity: Anna, documents: b}\n", "'b' is no list"),
    ("rename:\n  Anna: ''\n", "'' is no name"),
    ("rename: [Anna]\n", "allowed is merge: lists of names"),
]


@pytest.mark.parametrize(("content", "message"), SHAPES)
def test_what_is_wrong_with_a_file_is_told(content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "identities.yml").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        load_identities(tmp_path / "identities.yml")


def test_parts_may_be_left_empty(tmp_path: Path) -> None:
    path = tmp_path / "identities.yml"
    path.write_text("merge:\nsplit:\nrename:\n", encoding="utf-8")
    assert load_identities(path) == load_identities(None) == UserIdentities()
    path.write_text("merge:\n- [' Anna ', B]\nrename:\n  Anna: {ru: Анна}\n  B: C\n", encoding="utf-8")
    assert load_identities(path) == UserIdentities(merge=(("Anna", "B"),), rename={"Anna": {"ru": "Анна"}, "B": {"": "C"}})


def test_the_checksum_is_that_of_the_files_there_are(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(b"a")
    second.write_bytes(b"b")
    sums = [hash_identities(paths) for paths in ((first, None), (None, first), (first, second), (second, first), (None, None))]
    assert sums[0] == sums[1]
    assert len(set(sums)) == 4


TABLES = [  # rows of a table of ids, names of two entities, ids found
    ("Q1,Anna Lind,", [("Anna Lind",), ("Marek Novak",)], {"n0": "Q1"}),
    ("Q1,Anna Lind,more,and more", [("Anna Lind",), ("Marek Novak",)], {"n0": "Q1"}),
    ("https://www.wikidata.org/wiki/Q7 ,Anna Lind,", [("Anna Lind",), ("Marek Novak",)], {"n0": "Q7"}),
    ("Q1,Lind Anna| Anna Lind |,", [("Anna Lind",), ("Marek Novak",)], {"n0": "Q1"}),
    ("Q1,Семён  Берёзов,", [("СЕМЕН БЕРЕЗОВ",), ("Marek Novak",)], {"n0": "Q1"}),
    ("Q1,Anna Lind,", [("Anna Lind",), ("Anna Lind",)], {}),
    ("Q1,Anna Lind,\nQ2,Anna Lind,", [("Anna Lind",), ("Marek Novak",)], {}),
    ("Q1,Anna Lind,\nQ2,Marek Novak,", [("Anna Lind",), ("Marek Novak",)], {"n0": "Q1", "n1": "Q2"}),
    ("Q1,Q1,", [("",), ("Marek Novak",)], {}),
    ("Q1,,", [("", "Anna Lind"), ("Marek Novak",)], {}),
]


@pytest.mark.parametrize(("rows", "names", "ids"), TABLES)
def test_ids_by_name(rows: str, names: list[tuple[str, ...]], ids: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "wikidata.csv").write_text(f"\ufeffwikidata,en,more\n{rows}\n", encoding="utf-8")
    decided = load_identities(None, tmp_path / "wikidata.csv")
    assert dict(find_wikidata({f"n{number}": told for number, told in enumerate(names)}, decided)) == ids


def test_an_alias_of_one_word_is_no_proof(tmp_path: Path, identity_words: IdentityWords) -> None:
    (tmp_path / "wikidata.csv").write_text("wikidata,name\nQ1,Lind\nQ2,Anna von Lind\n", encoding="utf-8")
    decided = load_identities(None, tmp_path / "wikidata.csv")
    found = []
    for alias in ("Lind", "Anna von Lind"):
        told = article("a", "Anna Lind")
        told = replace(told, entities=(replace(told.entities[0], aliases=(alias,)),))
        found.append(make_cards([told], words=identity_words, language="en", decided=decided)["a", "e1"].wikidata)
    assert found == ["", "Q2"]


def test_parts_of_an_entity_in_one_document_alone(tmp_path: Path, identity_words: IdentityWords) -> None:
    made = cards("split:\n- {entity: Anna Lind, documents: [b, d]}\n", tmp_path, identity_words)
    assert len({made[doc].entity_id for doc in "abd"}) == 3
    assert made["d"].doc_ids == ("d",)


def test_a_name_that_nobody_has_changes_nothing(tmp_path: Path, identity_words: IdentityWords) -> None:
    decided = "merge:\n- [Nobody, Anna Lind]\nsplit:\n- {entity: Nobody, documents: [a]}\nrename: {Nobody: Somebody}\n"
    assert cards(decided, tmp_path, identity_words) == cards("", tmp_path, identity_words)


def test_renamed_by_id_and_by_another_spelling(tmp_path: Path, identity_words: IdentityWords) -> None:
    before = cards("", tmp_path, identity_words)
    made = cards(f"rename:\n  {before['b'].entity_id}: Anna K. Lind\n  MAREK  novak: M. Novak\n", tmp_path, identity_words)
    assert (made["a"].name, made["c"].name, made["d"].name) == ("Anna K. Lind", before["c"].name, "M. Novak")
