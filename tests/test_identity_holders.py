"""Offices that sentences tell apart from the name of their holder. The documents are made by hand."""

from __future__ import annotations

import pytest

from pipeline.annotate import Span, make_doc
from pipeline.names import IdentityWords, collect_positions, load_identity_words, resolve_actors
from pipeline.records import Actor

Row = tuple[str, str, int, str]  # word, lemma, head, dependency


@pytest.fixture(scope="module")
def identity_words() -> IdentityWords:
    return load_identity_words()


CASES: list[tuple[str, list[Row], tuple[int, int], int, str, list[tuple[str, str]]]] = [
    (
        "Белов стал министром",
        [("Белов", "белов", 1, "nsubj"), ("стал", "стать", 1, "root"), ("министром", "министр", 1, "obl"), (".", ".", 1, "punct")],
        (0, 1),
        2,
        "министр",
        [("министр", "current")],
    ),
    (
        "Белов не стал министром",
        [("Белов", "белов", 2, "nsubj"), ("не", "не", 2, "advmod"), ("стал", "стать", 2, "root"), ("министром", "министр", 2, "obl")],
        (0, 1),
        3,
        "министр",
        [],
    ),
    (
        "на пост министра назначен Белов",
        [
            ("На", "на", 1, "case"),
            ("пост", "пост", 3, "obl"),
            ("министра", "министр", 1, "nmod"),
            ("назначен", "назначить", 3, "root"),
            ("Белов", "белов", 3, "nsubj:pass"),
        ],
        (4, 5),
        2,
        "министр",
        [("министр", "current")],
    ),
    (
        "Белов, занимавший пост министра",
        [
            ("Белов", "белов", 0, "root"),
            (",", ",", 2, "punct"),
            ("занимавший", "занимать", 0, "acl"),
            ("пост", "пост", 2, "obj"),
            ("министра", "министр", 3, "nmod"),
        ],
        (0, 1),
        4,
        "министр",
        [("министр", "current")],
    ),
    (
        "Белов назначил министра",
        [("Белов", "белов", 1, "nsubj"), ("назначил", "назначить", 1, "root"), ("министра", "министр", 1, "obj")],
        (0, 1),
        2,
        "министр",
        [],
    ),
    (
        "they elected Belov chairman",
        [("They", "they", 1, "nsubj"), ("elected", "elect", 1, "root"), ("Belov", "belov", 1, "obj"), ("chairman", "chairman", 1, "xcomp")],
        (2, 3),
        3,
        "chairman",
        [("chairman", "current")],
    ),
    (
        "Belov - minister",
        [("Belov", "belov", 0, "root"), ("-", "-", 0, "punct"), ("minister", "minister", 0, "dep")],
        (0, 1),
        2,
        "minister",
        [("minister", "current")],
    ),
    (
        "Belov met the minister",
        [("Belov", "belov", 1, "nsubj"), ("met", "meet", 1, "root"), ("the", "the", 3, "det"), ("minister", "minister", 1, "obj")],
        (0, 1),
        3,
        "minister",
        [],
    ),
]


@pytest.mark.parametrize(("why", "rows", "name", "office", "position", "expected"), CASES, ids=[case[0] for case in CASES])
def test_offices_told_of_a_person(
    why: str, rows: list[Row], name: tuple[int, int], office: int, position: str, expected: list[tuple[str, str]], identity_words: IdentityWords
) -> None:
    words, lemmas, heads, deps = (list(column) for column in zip(*rows, strict=True))
    doc = make_doc(words, lemmas=lemmas, heads=heads, deps=deps)
    doc.sentences = [Span(doc, 0, len(doc), "ru")]
    person = Actor(*name, name[0], "person", "name", doc[name[0]].text, "ru", *name)
    place = Actor(office, office + 1, office, "person", "position", position, "ru", office, office + 1, position=position, affiliation="Zarnex")
    mentions = resolve_actors(doc, sorted((person, place), key=lambda actor: actor.start), identity_words)
    facts = collect_positions(doc, "doc", mentions, identity_words)
    assert [(fact.position, fact.status) for fact in facts] == expected, why
