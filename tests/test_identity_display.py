"""The names that tables show."""

from __future__ import annotations

import pytest

from pipeline.names import IdentityWords, display_name, load_identity_words


@pytest.fixture(scope="module")
def identity_words() -> IdentityWords:
    return load_identity_words()


SHOWN = [  # type, names as told, English, Russian
    ("person", ["Степанов И.В.", "Igor Stepanov", "Stepanov"], "Igor Stepanov", "Степанов И.В."),
    ("person", ["Игорь Степанов", "Степанов"], "Igor Stepanov", "Игорь Степанов"),
    ("person", ["Степанова Мария Юрьевна"], "Maria Yuryevna Stepanova", "Степанова Мария Юрьевна"),
    ("person", ["Stepanoff", "Игорь Степанов"], "Igor Stepanoff", "Игорь Степанов"),
    ("person", ["Kosherbaev", "Ермек Кошербаев"], "Yermek Kosherbaev", "Ермек Кошербаев"),
    ("person", ["Carlo Benedetti"], "Carlo Benedetti", "Carlo Benedetti"),
    ("person", ["президент Ирана"], "president of Iran", "президент Ирана"),
    ("person", ["министр культуры Тульской области"], "minister of culture of Tula Region", "министр культуры Тульской области"),
    ("person", ["глава региона"], "head of the region", "глава региона"),
    ("person", ["ambassador of Iran", "посол Ирана"], "ambassador of Iran", "посол Ирана"),
    ("country", ["РФ"], "Russia", "Россия"),
    ("country", ["the Republic of Kazakhstan"], "Kazakhstan", "Казахстан"),
    ("region", ["Тульская область"], "Tula Region", "Тульская область"),
    ("region", ["Atyrau oblast"], "Atyrau Region", "Атырауская область"),
    ("city", ["Астрахань"], "Astrakhan", "Астрахань"),
    ("city", ["Ставрополь"], "Stavropol", "Ставрополь"),
    ("city", ["Сари"], "Sari", "Сари"),
    ("city", ["Пекин"], "Beijing", "Пекин"),
    ("city", ["Питтсбург"], "Pittsburgh", "Питтсбург"),
    ("organization", ["Правительство Тульской области"], "Government of Tula Region", "Правительство Тульской области"),
    (
        "organization",
        ["Министерство культуры и туризма Тульской области"],
        "Ministry of Culture and Tourism of Tula Region",
        "Министерство культуры и туризма Тульской области",
    ),
    ("organization", ["Посольство Казахстана в РФ"], "Embassy of Kazakhstan in Russia", "Посольство Казахстана в РФ"),
    ("organization", ["Комитет по правам человека Чехии"], "Committee of Human Rights of Czechia", "Комитет по правам человека Чехии"),
    ("organization", ["МИД России"], "Ministry of Foreign Affairs of Russia", "МИД России"),
    ("organization", ["российские банки"], "rossiyskiye banki", "российские банки"),
    ("organization", ["RIVERSIDE TRUST", "Riverside Trust"], "Riverside Trust", "Riverside Trust"),
    ("organization", ["ООН"], "United Nations", "Организация Объединённых Наций"),
    ("organization", ["ООО «Ромашка»"], "OOO «Romashka»", "ООО «Ромашка»"),
    ("organization", ["Acme Holding"], "Acme Holding", "Acme Holding"),
    ("person", ["Ли Чжэньпин"], "Li Zhenping", "Ли Чжэньпин"),
    ("person", ["Чан Ван Тханг"], "Chan Van Tkhang", "Чан Ван Тханг"),
    ("person", ["представитель ООН"], "representative of United Nations", "представитель ООН"),
    ("person", ["генеральный консул в Томске"], "consul general in Tomsk", "генеральный консул в Томске"),
    ("person", ["генеральный консул в Самаре"], "consul general in Samara", "генеральный консул в Самаре"),
    ("organization", ["Торговый дом Грузии"], "Trade House of Georgia", "Торговый дом Грузии"),
    ("organization", ["завод «Ромашка»"], "Romashka plant", "завод «Ромашка»"),
    ("organization", ["компания «Северный Чай»"], "Severny Chay company", "компания «Северный Чай»"),
    ("group", ["главы регионов"], "heads of regions", "главы регионов"),
    ("group", ["делегация Атырауской области"], "Delegation of Atyrau Region", "делегация Атырауской области"),
]


@pytest.mark.parametrize(("entity_type", "names", "english", "russian"), SHOWN)
def test_display_name(entity_type: str, names: list[str], english: str, russian: str, identity_words: IdentityWords) -> None:
    told = [(name, "") for name in names]
    assert display_name(told, "en", identity_words, entity_type=entity_type) == english
    assert display_name(told, "ru", identity_words, entity_type=entity_type) == russian


def test_the_more_often_told_of_equal_names_wins(identity_words: IdentityWords) -> None:
    told = [("Igor Stepanov", "en"), ("Ihor Stepanov", "en"), ("Ihor Stepanov", "en")]
    assert display_name(told, "en", identity_words) == "Ihor Stepanov"
