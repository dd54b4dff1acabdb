"""What stands for somebody told before, and words beside names that belong to none: sides, pairs, bare bodies, days, datelines."""

from __future__ import annotations

import pytest

from pipeline.annotate import Models, annotate
from pipeline.names import NameWords, find_actors, load_name_words
from pipeline.records import Block


@pytest.fixture(scope="module")
def name_words() -> NameWords:
    return load_name_words()


# language, sentence, (words of the actor, entity type, form, name) of each actor
CASES = [
    ("en", "Today Baltic Lines inked a memorandum.", [("Baltic Lines", "organization", "name", "Baltic Lines")]),
    ("en", "On 18 April Artem Ludintsev visited the mine.", [("Artem Ludintsev", "person", "name", "Artem Ludintsev")]),
    ("en", "April Johnson spoke on Monday.", [("April Johnson", "person", "name", "April Johnson")]),
    ("en", "SREDNEGORSK, March 3 – Oleg Sorokin spoke.", [("Oleg Sorokin", "person", "name", "Oleg Sorokin")]),
    ("ru", "ТАШКЕНТ, 8 декабря – Олег Сорокин выступил.", [("Олег Сорокин", "person", "name", "Олег Сорокин")]),
    ("en", "President Robert J. Halvorsen, Jr. spoke.", [("President Robert J. Halvorsen, Jr.", "person", "name", "Robert J. Halvorsen")]),
    ("en", 'Governor Robert "Bob" Stone spoke.', [('Governor Robert "Bob" Stone', "person", "name", "Robert Stone")]),
    ("en", "The Serbian side agreed.", [("The Serbian side", "country", "name", "Serbia")]),
    ("en", "The Serbian and Belarusian sides agreed.", [("The Serbian", "country", "name", "Serbia"), ("Belarusian", "country", "name", "Belarus")]),
    ("ru", "Сербская сторона отказалась.", [("Сербская сторона", "country", "name", "Сербия")]),
    (
        "en",
        "The embassy and the Georgian port signed it.",
        [("The embassy", "organization", "position", "embassy"), ("the Georgian port", "organization", "position", "Georgian port")],
    ),
    (
        "en",
        "They wrote to a university in Plovdiv.",
        [("They", "group", "pronoun", "they"), ("a university in Plovdiv", "organization", "position", "university in Plovdiv")],
    ),
    ("en", "The two universities agreed.", [("The two universities", "group", "parties", "the two universities")]),
    ("ru", "Два вуза договорились.", [("Два вуза", "group", "parties", "два вуза")]),
    ("en", "The mayors agreed.", [("The mayors", "group", "parties", "mayors")]),
    ("en", "The heads of the two regions agreed.", [("The heads of the two regions", "group", "parties", "heads of the two regions")]),
    ("en", "Heads of ministries took part.", [("Heads of ministries", "group", "position", "heads of ministries")]),
    ("ru", "Главы двух городов встретились.", [("Главы двух городов", "group", "parties", "главы двух городов")]),
    ("ru", "Он говорил с депутатами.", [("Он", "person", "pronoun", "он"), ("депутатами", "group", "position", "депутаты")]),
    ("en", "They met the port's management.", [("They", "group", "pronoun", "they"), ("the port's management", "group", "name", "port's management")]),
    (
        "ru",
        "Новым генконсулом назначен Реза Карими.",
        [("Новым генконсулом", "person", "position", "генконсул"), ("Реза Карими", "person", "name", "Реза Карими")],
    ),
    ("ru", "Он избран председатель комитета.", [("Он", "person", "pronoun", "он"), ("председатель комитета", "person", "position", "председатель комитета")]),
    (
        "en",
        "They wrote to the Kolomavagon plant.",
        [("They", "group", "pronoun", "they"), ("the Kolomavagon plant", "organization", "name", "Kolomavagon plant")],
    ),
    ("en", "They wrote to Gomel Bus Works.", [("They", "group", "pronoun", "they"), ("Gomel Bus Works", "organization", "name", "Gomel Bus Works")]),
    (
        "en",
        "Consul General of the Republic of Kazakhstan in Omsk Erlan Abenov spoke.",
        [("Consul General of the Republic of Kazakhstan in Omsk Erlan Abenov", "person", "name", "Erlan Abenov")],
    ),
    ("en", "The mayor of the city, Talant Osmonov, spoke.", [("The mayor of the city, Talant Osmonov", "person", "name", "Talant Osmonov")]),
    (
        "en",
        "The head of the Vologda region administration's foreign relations office, Petr Belov, spoke.",
        [("The head of the Vologda region administration's foreign relations office, Petr Belov", "person", "name", "Petr Belov")],
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_actors_are_found(lang: str, text: str, expected: list[tuple[str, str, str, str]], models: Models, name_words: NameWords) -> None:
    doc = annotate(text, (Block(0, len(text), lang),), models)
    found = [(doc[a.start : a.end].text, a.entity_type, a.form, a.name) for a in find_actors(doc, name_words)]
    assert found == expected
