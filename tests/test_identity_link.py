"""Linking across articles: people who share a name, short names, bodies and places in both languages; the order of input is of no account."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.names import IdentityWords, explain_link, link_entities, load_identity_words
from pipeline.names.identity_keys import entity_key
from pipeline.records import LocalEntity


@pytest.fixture(scope="module")
def identity_words() -> IdentityWords:
    return load_identity_words()


def person(doc_id: str, name: str, position: str = "", affiliation: str = "", country: str = "", gender: str = "") -> LocalEntity:
    return LocalEntity(doc_id, "e1", "person", name, "", (name,), country, position, affiliation, 0, 1, gender)


def thing(doc_id: str, entity_type: str, name: str, country: str = "", affiliation: str = "") -> LocalEntity:
    return LocalEntity(doc_id, "e1", entity_type, name, "", (name,), country, "", affiliation, 0, 1)


def groups(entities: list[LocalEntity], words: IdentityWords) -> set[frozenset[str]]:
    """The doc_ids that were put together."""
    linked = link_entities(entities, words)
    return {frozenset(doc_id for (doc_id, _), group in linked.items() if group == name) for name in linked.values()}


OFFICIALS = {  # surname -> officials who share it; one letter each, a second mention of the same person doubles the letter
    "Kovalev": [("a", "Oleg Kovalev", "governor", "Penza Region", "RU"), ("b", "Андрей Ковалев", "министр культуры", "Тверская область", "RU")],
    "Akhmetov": [
        ("a", "Daniyar Akhmetov", "akim", "Pavlodar Region", "KZ"),
        ("aa", "Данияр Ахметов", "аким", "Павлодарская область", "KZ"),
        ("b", "Ахметов С.Н.", "посол", "Казахстан", "KZ"),
        ("c", "Rinat Akhmetov", "mayor", "Kazan", "RU"),
    ],
    "Popov": [
        ("a", "Ivan Popov", "minister of economy", "Bulgaria", "BG"),
        ("b", "Иван Попов", "губернатор", "Курская область", "RU"),
        ("bb", "Попов И.", "губернатор Курской области", "", "RU"),
        ("c", "Ирина Попова", "губернатор", "Курская область", "RU"),
    ],
    "Hasanov": [
        ("a", "Elchin Hasanov", "ambassador", "Azerbaijan", "AZ"),
        ("aa", "Эльчин Гасанов", "посол", "Азербайджан", "AZ"),
        ("b", "Zakir Hasanov", "minister of defence", "Azerbaijan", "AZ"),
        ("bb", "Гасанов", "министр обороны", "Азербайджан", "AZ"),
    ],
    "Wang": [
        ("a", "Wang Zhiqiang", "governor", "Henan", "CN"),
        ("aa", "Ван Чжицян", "губернатор", "провинция Хэнань", "CN"),
        ("b", "Wang Jun", "ambassador", "China", "CN"),
        ("bb", "Ван Цзюнь", "посол", "КНР", "CN"),
    ],
}


@pytest.mark.parametrize("surname", OFFICIALS)
def test_officials_of_one_surname_stay_apart(surname: str, identity_words: IdentityWords) -> None:
    entities = [person(doc, *rest) for doc, *rest in OFFICIALS[surname]]
    letters = {e.doc_id[0] for e in entities}
    assert groups(entities, identity_words) == {frozenset(e.doc_id for e in entities if e.doc_id[0] == letter) for letter in letters}


SHORT = [  # mentions, and which of them are one
    ("surname, same office and country", [("a", "Rustam Sabirov", "ambassador", "Uzbekistan", "UZ"), ("b", "Сабиров", "посол", "Узбекистан", "UZ")], {"ab"}),
    ("surname with the country alone", [("a", "Rustam Sabirov", "ambassador", "Uzbekistan", "UZ"), ("b", "Сабиров", "", "", "UZ")], {"a", "b"}),
    ("surname without any context", [("a", "Rustam Sabirov", "ambassador", "Uzbekistan", "UZ"), ("b", "Sabirov")], {"a", "b"}),
    (
        "initial that fits two",
        [("a", "Oleg Belov", "", "", "RU"), ("b", "Олеся Белова", "", "", "RU"), ("c", "Orest Belov", "", "", "RU"), ("d", "Белов О.")],
        {"a", "b", "c", "d"},
    ),
    ("initials with one candidate", [("a", "Oleg Belov", "mayor", "Tomsk", "RU"), ("b", "Белов О.Н.", "мэр", "Томск", "RU")], {"ab"}),
    ("patronymics differ", [("a", "Олег Иванович Белов", "", "", "RU"), ("b", "Олег Петрович Белов", "", "", "RU")], {"a", "b"}),
    ("patronymic missing", [("a", "Олег Иванович Белов", "", "", "RU"), ("b", "Oleg Belov", "", "", "RU")], {"ab"}),
    ("junior left out", [("a", "Edgar Talbot Jr.", "mayor", "Boston", "US"), ("b", "Edgar Talbot", "mayor", "Boston", "US")], {"ab"}),
    ("junior in both languages", [("a", "Edgar Talbot Jr.", "", "", "US"), ("b", "Эдгар Талбот-младший", "", "", "US")], {"ab"}),
    ("father and son", [("a", "Edgar Talbot Jr", "mayor", "Boston", "US"), ("b", "Edgar Talbot Sr.", "mayor", "Boston", "US")], {"a", "b"}),
    ("a senior is told to be one", [("a", "Эдгар Талбот", "мэр", "Бостон", "US"), ("b", "Эдгар Талбот-старший", "мэр", "Бостон", "US")], {"a", "b"}),
    ("offices without a name, one place", [("a", "president", "president", "Iran"), ("b", "президент", "президент", "Иран")], {"ab"}),
    ("offices without a name, other places", [("a", "president", "president", "Iran"), ("b", "президент", "президент", "Турция")], {"a", "b"}),
    ("offices that several people hold", [("a", "adviser", "adviser", "Iran"), ("b", "советник", "советник", "Иран")], {"a", "b"}),
    ("an office without a name or place", [("a", "minister", "minister"), ("b", "министр", "министр")], {"a", "b"}),
]


@pytest.mark.parametrize(("case", "told", "expected"), SHORT, ids=[case for case, _, _ in SHORT])
def test_short_names(case: str, told: list[tuple[str, ...]], expected: set[str], identity_words: IdentityWords) -> None:
    assert groups([person(*row) for row in told], identity_words) == {frozenset(letters) for letters in expected}


FAMOUS = [  # articles on the better known of two who share a name, another telling, and whether it is of him
    (30, ("b", "Talbot", "president"), True),
    (30, ("b", "Талбот", "президент", "США", "US", "m"), True),
    (30, ("b", "Edgar Talbot"), True),
    (30, ("b", "Эдгар Талбот"), True),
    (10, ("b", "Talbot", "president"), False),
    (10, ("b", "Edgar Talbot"), False),
    (30, ("b", "Talbot", "", "", "", "f"), False),
    (30, ("b", "Edgar Q. Talbot"), False),
]


@pytest.mark.parametrize(("articles", "other", "joined"), FAMOUS)
def test_a_short_name_is_the_best_known_person(articles: int, other: tuple[str, ...], joined: bool, identity_words: IdentityWords) -> None:
    told = [person(f"w{n}", "Edgar W. Talbot", "president", "United States", "US", "m") for n in range(articles)]
    rival = person("h", "Edgar H. Talbot", "president", "United States", "US", "m")
    linked = link_entities([*told, rival, person(*other)], identity_words)
    assert linked["h", "e1"] != linked["w0", "e1"]
    assert (linked["b", "e1"] == linked["w0", "e1"]) is joined


MISPRINTS = [  # articles that tell "Edgar W. Talbot", others that tell him without the initial, those that tell "Edgar O. Talbot"; whether all are one
    (30, 30, 1, True),
    (30, 30, 3, False),
    (30, 5, 1, True),
    (5, 30, 1, False),
]


@pytest.mark.parametrize(("usual", "plain", "odd", "one"), MISPRINTS)
def test_a_rare_middle_initial_is_a_misprint(usual: int, plain: int, odd: int, one: bool, identity_words: IdentityWords) -> None:
    office = ("mayor", "Boston", "US", "m")
    told = [("w", "Edgar W. Talbot", usual), ("p", "Эдгар Талбот", plain), ("o", "Эдгар О. Талбот", odd)]
    people = [person(f"{letter}{n}", name, *office) for letter, name, count in told for n in range(count)]
    assert (len(groups(people, identity_words)) == 1) is one
    coach = person("c", "Edgar Q. Talbot", "coach", "Boston", "US", "m")
    assert frozenset("c") in groups([*people, coach], identity_words)


SAME_THING = [
    ("organization", "Chamber of Commerce and Industry of Samara region", "Торгово-промышленная палата Самарской области"),
    ("country", "Kazakhstan", "РК"),
    ("country", "Republic of Kazakhstan", "Казахстан"),
    ("country", "Islamic Republic of Iran", "Исламская Республика Иран"),
    ("country", "People's Republic of China", "КНР"),
    ("country", "Russian Federation", "Россия"),
    ("region", "Tula Region", "Тульская область"),
    ("region", "Tula Oblast", "Тульской области"),
    ("region", "Atyrau region", "Атырауская область"),
    ("region", "Henan province", "провинция Хэнань"),
    ("region", "Lankaran district", "Ланкаранский район"),
    ("city", "Moscow", "Москва"),
    ("city", "Atyrau", "Атырау"),
    ("organization", "Government of Tula Region", "Правительство Тульской области"),
    ("organization", "Tula Region Government", "правительство Тульской области"),
    ("organization", "Ministry of Economy of the Slovak Republic", "Министерство экономики Словацкой Республики"),
    ("organization", "Ministry of Foreign Affairs of Russia", "МИД России"),
    ("organization", "Russian Ministry of Foreign Affairs", "российский МИД"),
    ("organization", "Kazakh universities", "казахстанские университеты"),
    ("organization", "Embassy of Kazakhstan in Russia", "Посольство Республики Казахстан в РФ"),
    ("organization", "UN", "Организация Объединённых Наций"),
    ("organization", "Lukoil", "«Лукойл»"),
    ("organization", "United Russia", "партия «Единая Россия»"),
    ("organization", "партия «Северный путь»", "«Северный путь»"),
    ("organization", "Совбез РФ", "Совет безопасности России"),
    ("organization", "Bora Denizcilik", "компания Bora Denizcilik"),
    ("organization", "Volgatrans", "ООО «Волгатранс»"),
    ("group", "delegation of Atyrau Region", "делегация Атырауской области"),
]
OTHER_THING = [
    ("country", "Slovakia", "Словения"),
    ("region", "Moscow Region", "Тульская область"),
    ("city", "Tula", "Тверь"),
    ("organization", "Government of Tula Region", "Правительство Тверской области"),
    ("organization", "Government of Russia", "Правительство Тульской области"),
    ("organization", "Ministry of Economy of Slovakia", "Министерство культуры Словакии"),
    ("organization", "Ministry of Economy", "Министерство экономики"),
    ("organization", "Embassy of Kazakhstan", "Посольство Киргизии"),
    ("group", "delegation of Atyrau Region", "делегация Мангистауской области"),
    ("organization", "VS", "ВСУ"),
    ("organization", "Volgatrans", "фонд «Волгатранс»"),
    ("organization", "Kazakh University", "казахстанские университеты"),
    ("organization", "Русский музей", "российские музеи"),
    ("region", "region", "регион"),
    ("city", "District", "город"),
    ("country", "Moldova", "Приднестровье"),
]


BY_REGION = [
    ("organization", "Тульское правительство", "Тульская область", "Правительство Тульской области"),
    ("organization", "калмыцкое правительство", "Калмыкия", "Government of Kalmykia"),
    ("group", "астраханская делегация", "Астраханская область", "delegation of Astrakhan Region"),
]


@pytest.mark.parametrize(("entity_type", "name", "region", "other"), BY_REGION)
def test_a_region_may_be_told_by_its_adjective(entity_type: str, name: str, region: str, other: str, identity_words: IdentityWords) -> None:
    keys = {entity_key(name, entity_type, identity_words, country="RU", within=region), entity_key(other, entity_type, identity_words)}
    assert len(keys) == 1
    assert entity_key("Kazan Federal University", "organization", identity_words, within="Kazan").endswith(":kazan")


@pytest.mark.parametrize(("entity_type", "english", "russian"), SAME_THING)
def test_bodies_and_places_are_linked_across_languages(entity_type: str, english: str, russian: str, identity_words: IdentityWords) -> None:
    assert len(groups([thing("a", entity_type, english), thing("b", entity_type, russian)], identity_words)) == 1


@pytest.mark.parametrize(("entity_type", "english", "russian"), OTHER_THING)
def test_other_bodies_and_places_stay_apart(entity_type: str, english: str, russian: str, identity_words: IdentityWords) -> None:
    assert len(groups([thing("a", entity_type, english), thing("b", entity_type, russian)], identity_words)) == 2


def test_a_city_is_not_the_region_of_its_name(identity_words: IdentityWords) -> None:
    assert len(groups([thing("a", "city", "Astrakhan", "RU"), thing("b", "region", "Astrakhan region", "RU")], identity_words)) == 2


def test_a_body_without_a_place_belongs_where_it_is_told_to(identity_words: IdentityWords) -> None:
    ministries = [
        thing("a", "organization", "Ministry of Culture", affiliation="Tula Region"),
        thing("b", "organization", "Министерство культуры Тульской области"),
    ]
    assert len(groups(ministries, identity_words)) == 1


ALL = [person(f"{doc}{i}", *rest) for i, rows in enumerate(OFFICIALS.values()) for doc, *rest in rows] + [
    thing(f"t{i}", entity_type, name) for i, (entity_type, *names) in enumerate(SAME_THING) for name in names[:1]
]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(ALL))
def test_the_order_of_entities_does_not_matter(order: list[LocalEntity], identity_words: IdentityWords) -> None:
    assert link_entities(order, identity_words) == link_entities(ALL, identity_words)


REASONS = [
    (
        ("a", "Igor Stepanov", "governor", "Penza Region", "RU"),
        ("b", "Степанов И.В.", "губернатор", "Пензенская область", "RU"),
        {"surname": "same", "given": "initial", "office": "same"},
    ),
    (("a", "Igor Stepanov", "", "", "RU"), ("b", "Олег Степанов", "", "", "KZ"), {"surname": "same", "given": "different", "country": "different"}),
    (("a", "Maria Stepanova"), ("b", "Степанов М.", "", "", "", "m"), {"gender": "different"}),
]


@pytest.mark.parametrize(("first", "second", "expected"), REASONS)
def test_reasons_are_told(first: tuple[str, ...], second: tuple[str, ...], expected: dict[str, str], identity_words: IdentityWords) -> None:
    score, reasons = explain_link(person(*first), person(*second), identity_words)
    grades = {reason.feature: reason.grade for reason in reasons}
    assert expected.items() <= grades.items()
    assert score == pytest.approx(sum(reason.weight for reason in reasons))


def test_a_key_is_a_reason(identity_words: IdentityWords) -> None:
    score, (reason,) = explain_link(thing("a", "country", "Kazakhstan"), thing("b", "country", "РК"), identity_words)
    assert (score, reason.feature, reason.grade) == (1.0, "key", "same: country:KZ")


WELL_KNOWN = [  # articles that name each in full, what is told of one known by the surname alone, whether that is the first
    ({"Anna Brandt": 20}, {}, True),
    ({"Anna Brandt": 19}, {}, False),
    ({"Anna Brandt": 38, "Karl Brandt": 2}, {}, True),  # nineteen of twenty
    ({"Anna Brandt": 37, "Karl Brandt": 3}, {}, False),
    ({"Anna Brandt": 30}, {"position": "rector", "affiliation": "Turku"}, False),
]


@pytest.mark.parametrize(("articles", "told", "same"), WELL_KNOWN)
def test_a_surname_alone_of_somebody_well_known(articles: dict[str, int], told: dict[str, str], same: bool, identity_words: IdentityWords) -> None:
    named = [person(f"{name} {number}", name, "chancellor", "Germany", "DE") for name, count in articles.items() for number in range(count)]
    found = groups([*named, person("alone", "Brandt", **told)], identity_words)
    assert any({"alone", "Anna Brandt 0"} <= group for group in found) is same


@pytest.mark.parametrize(("office", "same"), [("", True), ("rector", True), ("chancellor", False)])
def test_who_does_not_hold_the_office_that_is_told_is_no_rival(office: str, same: bool, identity_words: IdentityWords) -> None:
    named = [person(f"a{n}", "Anna Brandt", "chancellor", "Germany", "DE") for n in range(37)]
    others = [person("j", "Jutta Brandt", "chancellor"), *(person(f"k{n}", "Karl Brandt", office) for n in range(3))]
    found = groups([*named, *others, person("alone", "Brandt", "chancellor")], identity_words)
    assert any({"alone", "a0"} <= group for group in found) is same
