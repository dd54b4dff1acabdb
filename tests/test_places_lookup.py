"""Places are told apart by kind, and their countries are known, in both languages."""

from __future__ import annotations

import pytest

from pipeline.names import NameWords, find_country, load_name_words, place_type

CASES = [  # name, language, type, country
    ("Kazakhstan", "en", "country", "KZ"),
    ("Republic of Kazakhstan", "en", "country", "KZ"),
    ("Slovak Republic", "en", "country", "SK"),
    ("the Russian Federation", "en", "country", "RU"),
    ("U.S.", "en", "country", "US"),
    ("Penza region", "en", "region", "RU"),
    ("Penza", "en", "city", "RU"),
    ("Astrakhan Region", "en", "region", "RU"),
    ("Astrakhan", "en", "city", "RU"),
    ("Texas", "en", "region", "US"),
    ("Minsk", "en", "city", "BY"),
    ("Ashkhabad", "en", "city", "TM"),
    ("Казахстан", "ru", "country", "KZ"),
    ("Республика Казахстан", "ru", "country", "KZ"),
    ("Словацкая Республика", "ru", "country", "SK"),
    ("РФ", "ru", "country", "RU"),
    ("Пензенская область", "ru", "region", "RU"),
    ("Пенза", "ru", "city", "RU"),
    ("Атырауская область", "ru", "region", "KZ"),
    ("Татарстан", "ru", "region", "RU"),
    ("Минск", "ru", "city", "BY"),
    ("Africa", "en", "", ""),
    ("Zzyzzlov", "en", "", ""),
    ("ожерелье", "ru", "", ""),
    ("Turkey", "en", "country", "TR"),
    ("Бирма", "ru", "country", "MM"),
    ("Цейлон", "ru", "country", "LK"),
    ("Zaire", "en", "country", "CD"),
]


@pytest.fixture(scope="module")
def name_words() -> NameWords:
    return load_name_words()


@pytest.mark.parametrize(("name", "lang", "kind", "country"), CASES)
def test_kind_and_country_of_a_place(name: str, lang: str, kind: str, country: str, name_words: NameWords) -> None:
    assert (place_type(name, lang, name_words), find_country(name, lang, name_words)) == (kind, country)
