"""English people told by their kind: a sentence in, the words and the name of the groups found in it out."""

from __future__ import annotations

import pytest

from pipeline.annotate import Models, annotate
from pipeline.names import NameWords, find_actors, load_name_words
from pipeline.records import Block


@pytest.fixture(scope="module")
def name_words() -> NameWords:
    return load_name_words()


CASES: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("counted, with a house", "Five pupils of the lyceum sang.", [("Five pupils of the lyceum", "Five pupils of the lyceum")]),
    ("counted alone", "Three firefighters were thanked.", [("Three firefighters", "Three firefighters")]),
    ("a house in small letters", "The doctors of the regional hospital came.", [("The doctors of the regional hospital", "doctors of the regional hospital")]),
    ("a collective of a land", "A group of Serbian reporters came.", [("A group of Serbian reporters", "group of Serbian reporters")]),
    ("a home", "Pupils from Tomsk sang.", [("Pupils from Tomsk", "Pupils from Tomsk")]),
    (
        "several words of one rank",
        "Anna Lind met with three port, rail and road builders.",
        [("three port, rail and road builders", "three port, rail and road builders")],
    ),
    ("met with", "Anna Lind met with veterans.", [("veterans", "veterans")]),
    (
        "talks with, and others joined to them",
        "Anna Lind held talks with local officials and farmers.",
        [("local officials", "local officials"), ("farmers", "farmers")],
    ),
    ("of no verb", "A meeting with farmers was planned.", []),
    ("a collective of holders of an office", "A pair of governors came.", [("A pair of governors", "pair of governors")]),
    ("of a party", "Anna Lind met with young Democrats.", [("young Democrats", "young Democrats")]),
    ("holders of an office with all that tells which", "Anna Lind met with Latino leaders.", [("Latino leaders", "Latino leaders")]),
    (
        "from several places",
        "Anna Lind met with farmers from Chad, Laos, and Peru and with delegates from Gabon and Mali.",
        [
            ("farmers from Chad, Laos, and Peru", "farmers from Chad, Laos, and Peru"),
            ("delegates from Gabon and Mali", "delegates from Gabon and Mali"),
        ],
    ),
    (
        "joined to others, told by their office",
        "Anna Lind met with families and school administrators.",
        [("families", "families"), ("school administrators", "school administrators")],
    ),
    (
        "brought together",
        "Anna Lind convened care providers and ferry experts.",
        [("care providers", "care providers"), ("ferry experts", "ferry experts")],
    ),
    ("a range of officials", "A range of Danish officials came.", [("A range of Danish officials", "range of Danish officials")]),
    (
        "holders of an office of places",
        "The Governors of the three states met.",
        [("The Governors of the three states", "governors of the three states")],
    ),
    (
        "two kinds with one house",
        "Anna Lind thanked the men and women of the Elm Company.",
        [("the men and women of the Elm Company", "men and women of the Elm Company")],
    ),
    ("of a land and another", "Anna Lind met with Cuban American leaders.", [("Cuban American leaders", "Cuban American leaders")]),
    ("of a sea", "Anna Lind met with Pacific leaders.", [("Pacific leaders", "Pacific leaders")]),
    (
        "sent by bodies told in small letters",
        "Representatives from state and local government met.",
        [("Representatives from state and local government", "Representatives from state and local government")],
    ),
    (
        "from towns called after saints",
        "Mayors from Memphis, St. Louis, and Tulsa met.",
        [("Mayors from Memphis, St. Louis, and Tulsa", "mayors from Memphis, St. Louis, and Tulsa")],
    ),
    ("of two houses", "Anna Lind met with Senate and House members.", [("Senate and House members", "Senate and House members")]),
    ("anybody of the kind", "Farmers sow in spring.", []),
    ("of a kind again", "Families of miners need help.", []),
    ("named behind", "Three cosmonauts Peter Dunn, Anna Lind and Marek Novak flew.", []),
]


@pytest.mark.parametrize(("why", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_people_of_a_kind_are_groups(why: str, text: str, expected: list[tuple[str, str]], models: Models, name_words: NameWords) -> None:
    doc = annotate(text, (Block(0, len(text), "en"),), models)
    found = [(doc[a.start : a.end].text, a.name) for a in find_actors(doc, name_words) if a.entity_type == "group"]
    assert found == expected, why
