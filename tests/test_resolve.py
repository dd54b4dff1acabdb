"""Within one article: names, offices, pronouns and bodies that are one entity. The documents and actors are made by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest

from pipeline.annotate import Doc, Span, make_doc
from pipeline.names import IdentityWords, collect_entities, collect_positions, load_identity_words, resolve_actors
from pipeline.records import Actor, EntityMention

Told = dict[str, Any]


@pytest.fixture(scope="module")
def identity_words() -> IdentityWords:
    return load_identity_words()


def read_doc(text: str, subjects: Sequence[int] = ()) -> Doc:
    """A `Doc` of the words and points of `text`; a point ends a sentence; `subjects` are token numbers."""
    tokens = re.findall(r"\w\.(?=\w\.)|\w\.(?= [A-ZА-Я])|[\w\-«»]+|[.,]", text)
    spaces = [i + 1 < len(tokens) and tokens[i + 1] not in {".", ","} for i in range(len(tokens))]
    doc = make_doc(tokens, spaces=spaces, heads=[*range(len(tokens))], deps=["nsubj" if i in subjects else "dep" for i in range(len(tokens))])
    ends = [i + 1 for i, token in enumerate(tokens) if token == "."]
    doc.sentences = [Span(doc, start, end, "en") for start, end in zip([0, *ends], ends, strict=False)]
    return doc


def make_actors(doc: Doc, told: Sequence[Told]) -> tuple[Actor, ...]:
    """Actors for phrases of the doc, each sought after the one before it."""
    actors, position = [], 0
    for row in told:
        words = re.findall(r"[\w\-«»]+\.?|[.,]", row["phrase"])
        size = len(words)
        texts = [token.text for token in doc]
        start = next(i for i in range(position, len(doc)) if [t.rstrip(".") for t in texts[i : i + size]] == [w.rstrip(".") for w in words])
        position = start + size
        actors.append(_make_actor(start, start + size, row))
    return tuple(actors)


def _make_actor(start: int, end: int, row: Told) -> Actor:
    fields = {key: value for key, value in row.items() if key not in {"phrase", "type", "form", "name", "plural"}}
    form = row.get("form", "name")
    name = str(row.get("name", row.get("position", row["phrase"]) if form == "position" else row["phrase"]))
    return Actor(start, end, start, row.get("type", "person"), form, name, "en", start, end, plural=bool(row.get("plural")), **fields)


def resolve(text: str, told: Sequence[Told], words: IdentityWords, subjects: Sequence[int] = ()) -> tuple[Doc, tuple[EntityMention, ...]]:
    doc = read_doc(text, subjects)
    return doc, resolve_actors(doc, make_actors(doc, told), words)


GOVERNOR = {"position": "governor", "affiliation": "Tula Region"}
CASES: list[tuple[str, str, list[Told], str, tuple[int, ...]]] = [  # why, text, actors, keys, subjects
    ("surname alone", "Igor Stepanov came. Stepanov spoke.", [{"phrase": "Igor Stepanov"}, {"phrase": "Stepanov"}], "1 1", ()),
    ("surname before the full name", "Stepanov came. Igor Stepanov spoke.", [{"phrase": "Stepanov"}, {"phrase": "Igor Stepanov"}], "1 1", ()),
    ("initials", "Игорь Степанов прибыл. Встретил Степанов И. Борис.", [{"phrase": "Игорь Степанов"}, {"phrase": "Степанов И."}], "1 1", ()),
    ("other initials", "Игорь Степанов прибыл. Встретил Степанов О. Борис.", [{"phrase": "Игорь Степанов"}, {"phrase": "Степанов О."}], "1 2", ()),
    (
        "one surname, two people",
        "Igor Belov met Oleg Belov. Belov left.",
        [{"phrase": "Igor Belov"}, {"phrase": "Oleg Belov"}, {"phrase": "Belov"}],
        "1 2 3",
        (),
    ),
    (
        "gender decides",
        "Игорь Белов и Анна Белова прибыли. Белова ушла.",
        [{"phrase": "Игорь Белов"}, {"phrase": "Анна Белова"}, {"phrase": "Белова"}],
        "1 2 2",
        (),
    ),
    (
        "given name and patronymic",
        "Игорь Петрович Степанов прибыл. Игорь Петрович выступил.",
        [{"phrase": "Игорь Петрович Степанов"}, {"phrase": "Игорь Петрович"}],
        "1 1",
        (),
    ),
    ("surname that comes first", "Wu Guoqing arrived. Wu spoke.", [{"phrase": "Wu Guoqing"}, {"phrase": "Wu"}], "1 1", ()),
    (
        "office alone",
        "Igor Stepanov came. The governor spoke.",
        [{"phrase": "Igor Stepanov", **GOVERNOR}, {"phrase": "The governor", "form": "position", "position": "governor"}],
        "1 1",
        (),
    ),
    (
        "office by a synonym",
        "Igor Stepanov came. The head of the region spoke.",
        [{"phrase": "Igor Stepanov", **GOVERNOR}, {"phrase": "The head of the region", "form": "position", "position": "head of the region"}],
        "1 1",
        (),
    ),
    (
        "the governor named last",
        "Igor Stepanov met Oleg Belov. The governor spoke.",
        [
            {"phrase": "Igor Stepanov", **GOVERNOR},
            {"phrase": "Oleg Belov", "position": "governor", "affiliation": "Tver Region"},
            {"phrase": "The governor", "form": "position", "position": "governor"},
        ],
        "1 2 2",
        (),
    ),
    (
        "the place decides",
        "Igor Stepanov met Oleg Belov. The Tula governor spoke.",
        [
            {"phrase": "Igor Stepanov", **GOVERNOR},
            {"phrase": "Oleg Belov", "position": "governor", "affiliation": "Tver Region"},
            {"phrase": "The Tula governor", "form": "position", "position": "governor", "affiliation": "Tula Region"},
        ],
        "1 2 1",
        (),
    ),
    (
        "another office",
        "Igor Stepanov came. The deputy governor spoke.",
        [{"phrase": "Igor Stepanov", **GOVERNOR}, {"phrase": "The deputy governor", "form": "position", "position": "deputy governor"}],
        "1 2",
        (),
    ),
    (
        "a deputy is no minister",
        "Igor Stepanov came. The minister spoke.",
        [{"phrase": "Igor Stepanov", "position": "deputy minister of trade"}, {"phrase": "The minister", "form": "position", "position": "minister"}],
        "1 2",
        (),
    ),
    (
        "two ministers: none",
        "Igor Stepanov met Oleg Belov. The minister spoke.",
        [
            {"phrase": "Igor Stepanov", "position": "minister of trade"},
            {"phrase": "Oleg Belov", "position": "minister of culture"},
            {"phrase": "The minister", "form": "position", "position": "minister"},
        ],
        "1 2 3",
        (),
    ),
    (
        "somebody not named",
        "Igor Stepanov came. A governor spoke.",
        [{"phrase": "Igor Stepanov", **GOVERNOR}, {"phrase": "A governor", "form": "position", "position": "governor"}],
        "1 2",
        (),
    ),
    (
        "the president of another country",
        "Igor Stepanov came. The president of Iran spoke.",
        [
            {"phrase": "Igor Stepanov", "position": "president", "affiliation": "Belarus"},
            {"phrase": "The president of Iran", "form": "position", "position": "president", "affiliation": "Iran"},
        ],
        "1 2",
        (),
    ),
    (
        "the place told with the office alone",
        "The governor of Tula Region came. Governor Igor Stepanov spoke.",
        [
            {"phrase": "The governor of Tula Region", "form": "position", **GOVERNOR},
            {"phrase": "Governor Igor Stepanov", "name": "Igor Stepanov", "position": "governor"},
        ],
        "1 1",
        (),
    ),
    (
        "two governors in one sentence",
        "Governor Igor Stepanov met the governor of Tula Region.",
        [
            {"phrase": "Governor Igor Stepanov", "name": "Igor Stepanov", "position": "governor"},
            {"phrase": "the governor of Tula Region", "form": "position", **GOVERNOR},
        ],
        "1 2",
        (),
    ),
    (
        "the leader of a country",
        "The leader of Iran came. The president of Iran Hassan Moradi spoke.",
        [
            {"phrase": "The leader of Iran", "form": "position", "position": "leader", "affiliation": "Iran"},
            {"phrase": "The president of Iran Hassan Moradi", "name": "Hassan Moradi", "position": "president", "affiliation": "Iran"},
        ],
        "1 1",
        (),
    ),
    (
        "a couple of one surname",
        "Lind came. Lind and First Lady Anna Lind left. Lind spoke.",
        [{"phrase": "Lind"}, {"phrase": "Lind"}, {"phrase": "Lady Anna Lind", "name": "Anna Lind"}, {"phrase": "Lind"}],
        "1 1 2 1",
        (),
    ),
    ("Chinese name in another case", "Ма Шэнкунем. Ма Шэнкунь.", [{"phrase": "Ма Шэнкунем"}, {"phrase": "Ма Шэнкунь"}], "1 1", ()),
    (
        "an office without a name is one",
        "The president of Iran came. The president spoke. The president of Iran left.",
        [
            {"phrase": "The president of Iran", "form": "position", "position": "president", "affiliation": "Iran"},
            {"phrase": "The president of Iran", "form": "position", "position": "president", "affiliation": "Iran"},
        ],
        "1 1",
        (),
    ),
    ("he", "Igor Stepanov came. He spoke.", [{"phrase": "Igor Stepanov", "gender": "m"}, {"phrase": "He", "form": "pronoun", "gender": "m"}], "1 1", ()),
    ("she is not he", "Igor Stepanov came. She spoke.", [{"phrase": "Igor Stepanov"}, {"phrase": "She", "form": "pronoun", "gender": "f"}], "1 2", ()),
    (
        "he of the gender told",
        "Igor Stepanov met Anna Belova. He spoke.",
        [{"phrase": "Igor Stepanov"}, {"phrase": "Anna Belova"}, {"phrase": "He", "form": "pronoun", "gender": "m"}],
        "1 2 1",
        (),
    ),
    (
        "the subject",
        "Igor Stepanov met Oleg Belov. He spoke.",
        [{"phrase": "Igor Stepanov"}, {"phrase": "Oleg Belov"}, {"phrase": "He", "form": "pronoun", "gender": "m"}],
        "1 2 1",
        (0,),
    ),
    (
        "no subject, two men",
        "Igor Stepanov met Oleg Belov. He spoke.",
        [{"phrase": "Igor Stepanov"}, {"phrase": "Oleg Belov"}, {"phrase": "He", "form": "pronoun", "gender": "m"}],
        "1 2 3",
        (),
    ),
    (
        "a subject of unknown gender",
        "Councillor Pern spoke with Oleg Belov. She left.",
        [{"phrase": "Councillor Pern", "name": "Rune Pern"}, {"phrase": "Oleg Belov", "gender": "m"}, {"phrase": "She", "form": "pronoun", "gender": "f"}],
        "1 2 1",
        (0,),
    ),
    (
        "a subject of unknown gender and a woman beside it",
        "Rune Pern spoke with Maria Belova. She left.",
        [{"phrase": "Rune Pern"}, {"phrase": "Maria Belova", "gender": "f"}, {"phrase": "She", "form": "pronoun", "gender": "f"}],
        "1 2 3",
        (0,),
    ),
    (
        "nobody who is named later",
        "The minister waited. She spoke. Minister Maria Belova left.",
        [
            {"phrase": "The minister", "form": "position", "position": "minister"},
            {"phrase": "She", "form": "pronoun", "gender": "f"},
            {"phrase": "Minister Maria Belova", "name": "Maria Belova", "position": "minister", "gender": "f"},
        ],
        "1 2 1",
        (0,),
    ),
    (
        "the head of a body is not the president",
        "President Igor Stepanov came. The head of Zarnex spoke.",
        [
            {"phrase": "President Igor Stepanov", "name": "Igor Stepanov", "position": "president"},
            {"phrase": "The head of Zarnex", "form": "position", "position": "head", "affiliation": "Zarnex"},
        ],
        "1 2",
        (),
    ),
    (
        "the office of nobody known",
        "Pyotr Malinin came. The governor waited. He spoke.",
        [
            {"phrase": "Pyotr Malinin"},
            {"phrase": "The governor", "form": "position", "position": "governor"},
            {"phrase": "He", "form": "pronoun", "gender": "m"},
        ],
        "1 2 2",
        (0, 4),
    ),
    ("too far", "Igor Stepanov came. It rained. He spoke.", [{"phrase": "Igor Stepanov"}, {"phrase": "He", "form": "pronoun", "gender": "m"}], "1 2", ()),
    (
        "one country",
        "Kazakhstan joined. The Republic of Kazakhstan signed.",
        [{"phrase": "Kazakhstan", "type": "country"}, {"phrase": "The Republic of Kazakhstan", "type": "country"}],
        "1 1",
        (),
    ),
    (
        "one government",
        "The Government of Tula Region met the Tula Region Government.",
        [{"phrase": "The Government of Tula Region", "type": "organization"}, {"phrase": "Tula Region Government", "type": "organization"}],
        "1 1",
        (),
    ),
    (
        "short name of a body",
        "The Ministry of Trade of Iran wrote. The Ministry signed.",
        [{"phrase": "The Ministry of Trade of Iran", "type": "organization"}, {"phrase": "The Ministry", "type": "organization"}],
        "1 1",
        (),
    ),
    (
        "short name that fits two",
        "The Ministry of Trade of Iran and the Ministry of Culture of Iran wrote. The Ministry signed.",
        [
            {"phrase": "The Ministry of Trade of Iran", "type": "organization"},
            {"phrase": "the Ministry of Culture of Iran", "type": "organization"},
            {"phrase": "The Ministry", "type": "organization"},
        ],
        "1 2 3",
        (),
    ),
    (
        "city and region",
        "Astrakhan hosts. Astrakhan region signed.",
        [{"phrase": "Astrakhan", "type": "city", "country": "RU"}, {"phrase": "Astrakhan region", "type": "region", "country": "RU"}],
        "1 2",
        (),
    ),
    (
        "parties stay their own",
        "Igor Stepanov came. The parties agreed. The parties signed.",
        [
            {"phrase": "Igor Stepanov"},
            {"phrase": "The parties", "type": "group", "form": "parties", "plural": "yes"},
            {"phrase": "The parties", "type": "group", "form": "parties", "plural": "yes"},
        ],
        "1 2 3",
        (),
    ),
]


@pytest.mark.parametrize(("why", "text", "told", "keys", "subjects"), CASES, ids=[case[0] for case in CASES])
def test_keys(why: str, text: str, told: list[Told], keys: str, subjects: tuple[int, ...], identity_words: IdentityWords) -> None:
    _, mentions = resolve(text, told, identity_words, subjects)
    assert [mention.key for mention in mentions] == [f"e{number}" for number in keys.split()], why


def test_how_it_was_resolved(identity_words: IdentityWords) -> None:
    told = [
        {"phrase": "Igor Stepanov", **GOVERNOR},
        {"phrase": "The governor", "form": "position", "position": "governor"},
        {"phrase": "he", "form": "pronoun", "gender": "m"},
        {"phrase": "She", "form": "pronoun", "gender": "f"},
        {"phrase": "parties", "type": "group", "form": "parties"},
    ]
    _, mentions = resolve("Igor Stepanov came. The governor said he knew. She and the parties left.", told, identity_words)
    assert [m.resolved_by for m in mentions] == ["name", "position", "pronoun", "", "group"]


def test_collected_entities(identity_words: IdentityWords) -> None:
    told = [
        {"phrase": "Stepanov"},
        {"phrase": "Igor Stepanov", "country": "RU", "gender": "m", **GOVERNOR},
        {"phrase": "he", "form": "pronoun", "gender": "m"},
        {"phrase": "parties", "type": "group", "form": "parties"},
        {"phrase": "Iran", "type": "country", "country": "IR"},
    ]
    doc, mentions = resolve("Stepanov came. Igor Stepanov said he knew the parties in Iran.", told, identity_words)
    person, country, region = collect_entities(doc, "doc", mentions)
    assert (person.key, person.name, person.aliases, person.country) == ("e1", "Igor Stepanov", ("Igor Stepanov", "Stepanov"), "RU")
    assert (person.position, person.affiliation, person.gender) == ("governor", "Tula Region", "m")
    assert doc.text[person.start : person.end] == "Stepanov"
    assert (country.name, country.entity_type, doc.text[country.start : country.end]) == ("Iran", "country", "Iran")
    assert (region.key, region.name, region.position) == ("a1", "Tula Region", "")


def test_collected_positions(identity_words: IdentityWords) -> None:
    told = [
        {"phrase": "Igor Stepanov", "affiliation_type": "region", **GOVERNOR},
        {"phrase": "Tula Region", "type": "region", "country": "RU"},
        {"phrase": "Stepanov", "affiliation_type": "region", **GOVERNOR},
        {"phrase": "Oleg Belov", "position": "rector", "position_status": "former"},
    ]
    doc, mentions = resolve("Igor Stepanov left Tula Region. Stepanov met Oleg Belov.", told, identity_words)
    facts = collect_positions(doc, "doc", mentions, identity_words)
    assert [(f.key, f.position, f.organization, f.organization_key, f.status) for f in facts] == [
        ("e1", "governor", "Tula Region", "e2", "current"),
        ("e3", "rector", "", "", "former"),
    ]
    assert doc.text[facts[0].start : facts[0].end] == "Igor Stepanov"


OFFICE_NAMES = [
    ("The president of Iran came.", "The president of Iran", 4, "president of Iran"),
    ("The Iranian president came.", "The Iranian president", 1, "president of Iran"),
    ("The president came.", "The president", -1, "president"),
]


@pytest.mark.parametrize(("text", "phrase", "place", "name"), OFFICE_NAMES)
def test_an_office_without_a_name_is_called_with_its_place(text: str, phrase: str, place: int, name: str, identity_words: IdentityWords) -> None:
    affiliation = {"affiliation": "Iran", "affiliation_start": place, "affiliation_end": place + 1} if place >= 0 else {}
    doc, mentions = resolve(text, [{"phrase": phrase, "form": "position", "position": "president", **affiliation}], identity_words)
    (entity,) = collect_entities(doc, "doc", mentions)
    assert entity.name == name


@pytest.mark.parametrize(("verb", "keys"), [(2, ["e1", "e2"]), (3, ["e1", "e1"])])
def test_subject_and_object_of_one_verb_are_two(verb: int, keys: list[str], identity_words: IdentityWords) -> None:
    words = ["Igor", "Stepanov", "said", "knew", "him", "."]
    deps = ["nsubj", "flat", "ROOT", "ccomp", "obj", "punct"]
    doc = make_doc(words, heads=[2, 0, 2, 2, verb, 2], deps=deps)
    doc.sentences = [Span(doc, 0, len(doc), "en")]
    actors = make_actors(doc, [{"phrase": "Igor Stepanov", "gender": "m"}, {"phrase": "him", "form": "pronoun", "gender": "m"}])
    assert [mention.key for mention in resolve_actors(doc, actors, identity_words)] == keys
