"""Actors are found with office, body and name as one phrase, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.annotate import Doc, Models, analysed_sentences, annotate
from pipeline.names import NameWords, find, find_actors, load_name_words
from pipeline.names.view import View, make_view, remembered
from pipeline.records import Actor, Block

# language, sentence, (words of the actor, entity type, form, name, position, affiliation, country) of each actor
PEOPLE = [
    (
        "ru",
        "Министр Али Акбар Садеги принял Алу Белова и говорил с Тони Гретом.",
        [
            ("Министр Али Акбар Садеги", "person", "name", "Али Акбар Садеги", "министр", "", ""),
            ("Алу Белова", "person", "name", "Алу Белов", "", "", ""),
            ("Тони Гретом", "person", "name", "Тони Грет", "", "", ""),
        ],
    ),
    (
        "ru",
        "Договор между Пензенской, Самарской и Тверской областями подписан.",
        [
            ("Пензенской", "region", "name", "Пензенская область", "", "", "RU"),
            ("Самарской", "region", "name", "Самарская область", "", "", "RU"),
            ("Тверской областями", "region", "name", "Тверская область", "", "", "RU"),
        ],
    ),
    (
        "ru",
        "Ректор Олег Баулов вручил письма Анне Зуевой и Марату Гатину.",
        [
            ("Ректор Олег Баулов", "person", "name", "Олег Баулов", "ректор", "", ""),
            ("Анне Зуевой", "person", "name", "Анна Зуева", "", "", ""),
            ("Марату Гатину", "person", "name", "Марат Гатин", "", "", ""),
        ],
    ),
    (
        "ru",
        "Звания Героя Труда удостоен Карл Линд.",
        [("Карл Линд", "person", "name", "Карл Линд", "", "", "")],
    ),
    (
        "en",
        "The talks were joined by: - Secretary of Homeland Security - Administrator of General Services",
        [
            ("Secretary of Homeland Security", "person", "position", "secretary of homeland security", "secretary of homeland security", "", ""),
            ("Administrator of General Services", "person", "position", "administrator", "administrator", "General Services", ""),
        ],
    ),
    *(
        ("en", f"The {word} delegation left the hall.", [(f"The {word} delegation", "group", "name", f"{word} delegation", "", land, code)])
        for word, land, code in (
            ("Jamaican", "Jamaica", "JM"),
            ("Rwandan", "Rwanda", "RW"),
            ("Somali", "Somalia", "SO"),
            ("Chadian", "Chad", "TD"),
            ("Bavarian", "Bavaria", "DE"),
            ("Flemish", "Flanders", "BE"),
        )
    ),
    *(
        ("ru", f"{word} делегация покинула зал.", [(f"{word} делегация", "group", "name", f"{word} делегация", "", land, code)])
        for word, land, code in (
            ("Ямайская", "Ямайка", "JM"),
            ("Руандийская", "Руанда", "RW"),
            ("Сомалийская", "Сомали", "SO"),
            ("Баварская", "Бавария", "DE"),
            ("Фламандская", "Фландрия", "BE"),
        )
    ),
    *(
        ("ru", f"{land} выразила согласие.", [(land, "country", "name", land, "", "", code)])
        for land, code in (("Республика Корея", "KR"), ("Южно-Африканская Республика", "ZA"), ("Центрально-Африканская Республика", "CF"))
    ),
    ("en", "The Solomon Islands agreed.", [("The Solomon Islands", "country", "name", "Solomon Islands", "", "", "SB")]),
    *(
        ("en", f"The fair moved to {city} in May.", [(city, "city", "name", city, "", "", code)])
        for city, code in (("Reykjavik", "IS"), ("Colombo", "LK"), ("Valletta", "MT"))
    ),
    (
        "en",
        "Listed: Ivo Kos, Founder, Kite Shop; Anna Lind, President, Nordic Council; and Mira Hol, Co-Founder, Sons of Rivers.",
        [
            ("Ivo Kos, Founder, Kite Shop", "person", "name", "Ivo Kos", "founder", "Kite Shop", ""),
            ("Anna Lind, President, Nordic Council", "person", "name", "Anna Lind", "president", "Nordic Council", ""),
            ("Mira Hol, Co-Founder, Sons of Rivers", "person", "name", "Mira Hol", "co-founder", "Sons of Rivers", ""),
        ],
    ),
    (
        "en",
        "The Ministry of Health and the Ministry of Labour and Social Policy thanked the Office of Management and Budget.",
        [
            ("The Ministry of Health", "organization", "name", "Ministry of Health", "", "", ""),
            ("the Ministry of Labour and Social Policy", "organization", "name", "Ministry of Labour and Social Policy", "", "", ""),
            ("the Office of Management and Budget", "organization", "name", "Office of Management and Budget", "", "", ""),
        ],
    ),
    (
        "ru",
        "Главы МИД стран БРИКС прибыли в Вену.",
        [
            ("Главы МИД стран БРИКС", "group", "position", "главы МИД стран БРИКС", "главы", "МИД стран БРИКС", ""),
            ("Вену", "city", "name", "Вена", "", "", "AT"),
        ],
    ),
    (
        "en",
        "The fair moved from New York, Illinois and Iowa to Portland, Oregon.",
        [
            ("New York", "city", "name", "New York", "", "", "US"),
            ("Illinois", "region", "name", "Illinois", "", "", "US"),
            ("Iowa", "region", "name", "Iowa", "", "", "US"),
            ("Portland, Oregon", "city", "name", "Portland", "", "", "US"),
        ],
    ),
    (
        "ru",
        "О Джордже Линде говорил Шон О'Мара.",
        [("Джордже Линде", "person", "name", "Джордж Линд", "", "", ""), ("Шон О'Мара", "person", "name", "Шон О'Мара", "", "", "")],
    ),
    (
        "en",
        "Alder Foods, Inc. and Kestrel LLC in Riga signed.",
        [
            ("Alder Foods, Inc.", "organization", "name", "Alder Foods, Inc.", "", "", ""),
            ("Kestrel LLC", "organization", "name", "Kestrel LLC", "", "", ""),
            ("Riga", "city", "name", "Riga", "", "", "LV"),
        ],
    ),
    (
        "en",
        "Mayor Holm Announces His Intent to Nominate Robert Lind.",
        [("Mayor Holm", "person", "name", "Holm", "mayor", "", ""), ("Robert Lind", "person", "name", "Robert Lind", "", "", "")],
    ),
    (
        "en",
        "Governor Pavel Ozerov met with Armenia's Economy Minister Vahan Karapetyan.",
        [
            ("Governor Pavel Ozerov", "person", "name", "Pavel Ozerov", "governor", "", ""),
            ("Armenia's Economy Minister Vahan Karapetyan", "person", "name", "Vahan Karapetyan", "economy minister", "Armenia", "AM"),
        ],
    ),
    (
        "en",
        "Penza region Governor D. S. Ozerov arrived in Minsk.",
        [
            ("Penza region Governor D. S. Ozerov", "person", "name", "D. S. Ozerov", "governor", "Penza region", "RU"),
            ("Minsk", "city", "name", "Minsk", "", "", "BY"),
        ],
    ),
    (
        "en",
        "The talks were attended by the Governor of Penza Region Pavel Ozerov and President of the Islamic Republic of Iran Reza Karimi.",
        [
            ("the Governor of Penza Region Pavel Ozerov", "person", "name", "Pavel Ozerov", "governor", "Penza Region", "RU"),
            ("President of the Islamic Republic of Iran Reza Karimi", "person", "name", "Reza Karimi", "president", "Islamic Republic of Iran", "IR"),
        ],
    ),
    (
        "en",
        "Daulet Akhmetov, First Deputy Akim of the Atyrau Region, received the President of Serbia, Milan Jovanovic, on Monday.",
        [
            ("Daulet Akhmetov, First Deputy Akim of the Atyrau Region", "person", "name", "Daulet Akhmetov", "first deputy akim", "Atyrau Region", "KZ"),
            ("the President of Serbia, Milan Jovanovic", "person", "name", "Milan Jovanovic", "president", "Serbia", "RS"),
        ],
    ),
    (
        "en",
        "The Ambassador Extraordinary and Plenipotentiary of Mongolia to the Russian Federation Batbayar Dorj spoke with H.E. Alexander Orlov.",
        [
            (
                "The Ambassador Extraordinary and Plenipotentiary of Mongolia to the Russian Federation Batbayar Dorj",
                "person",
                "name",
                "Batbayar Dorj",
                "ambassador extraordinary and plenipotentiary to the Russian Federation",
                "Mongolia",
                "MN",
            ),
            ("H.E. Alexander Orlov", "person", "name", "Alexander Orlov", "", "", ""),
        ],
    ),
    (
        "ru",
        "Состоялась встреча Генерального консула Садыкова Б.М. с губернатором Пензенской области Озеровым П.С.",
        [
            ("Генерального консула Садыкова Б.М.", "person", "name", "Садыков Б.М.", "генеральный консул", "", ""),
            ("губернатором Пензенской области Озеровым П.С.", "person", "name", "Озеров П.С.", "губернатор", "Пензенская область", "RU"),
        ],
    ),
    (
        "ru",
        "Он встретился с Министром внешних связей Пензенской области Климовым Р.Т. и Марией Ершовой.",
        [
            ("Он", "person", "pronoun", "он", "", "", ""),
            (
                "Министром внешних связей Пензенской области Климовым Р.Т.",
                "person",
                "name",
                "Климов Р.Т.",
                "министр внешних связей",
                "Пензенская область",
                "RU",
            ),
            ("Марией Ершовой", "person", "name", "Мария Ершова", "", "", ""),
        ],
    ),
    (
        "ru",
        "Глава Отдела по связям Церкви и общества Олег Белов прибыл.",
        [
            ("Глава Отдела по связям Церкви и общества Олег Белов", "person", "name", "Олег Белов", "глава", "Отдел по связям Церкви и общества", ""),
        ],
    ),
    (
        "ru",
        "Врио главы региона Сергея Лыткина поздравил бывший посол Италии в Грузии Паоло Ринальди.",
        [
            ("Врио главы региона Сергея Лыткина", "person", "name", "Сергей Лыткин", "глава региона", "", ""),
            ("бывший посол Италии в Грузии Паоло Ринальди", "person", "name", "Паоло Ринальди", "посол", "Италия", "IT"),
        ],
    ),
    (
        "ru",
        "Президенты Сербии и Монголии Милан Йованович и Батбаяр Дорж провели переговоры.",
        [
            ("Президенты Сербии и Монголии Милан Йованович", "person", "name", "Милан Йованович", "президент", "Сербия", "RS"),
            ("Батбаяр Дорж", "person", "name", "Батбаяр Дорж", "президент", "Монголия", "MN"),
        ],
    ),
]
BODIES = [
    (
        "en",
        "The Agreement between the Government of the Republic of Serbia and the Penza Region Administration was signed in Tver.",
        [
            ("the Government of the Republic of Serbia", "organization", "name", "Government of the Republic of Serbia", "", "Republic of Serbia", "RS"),
            ("the Penza Region Administration", "organization", "name", "Penza Region Administration", "", "Penza Region", "RU"),
            ("Tver", "city", "name", "Tver", "", "", "RU"),
        ],
    ),
    (
        "ru",
        "Соглашение подписано Правительством Пензенской области и Министерством экономики Чешской Республики.",
        [
            ("Правительством Пензенской области", "organization", "name", "Правительство Пензенской области", "", "Пензенская область", "RU"),
            ("Министерством экономики Чешской Республики", "organization", "name", "Министерство экономики Чешской Республики", "", "Чешская Республика", "CZ"),
        ],
    ),
    (
        "ru",
        "ООО «Василёк» подписало договор с Республикой Казахстан.",
        [
            ("ООО «Василёк»", "organization", "name", "ООО «Василёк»", "", "", ""),
            ("Республикой Казахстан", "country", "name", "Республика Казахстан", "", "", "KZ"),
        ],
    ),
    (
        "ru",
        "Ожидается также, что «Волжские железные дороги» подпишут с заводом «Камавагон» контракт на поставку вагонов.",
        [
            ("Волжские железные дороги", "organization", "name", "Волжские железные дороги", "", "", ""),  # the tagger's name ends with the mark
            ("заводом «Камавагон»", "organization", "name", "завод «Камавагон»", "", "", ""),
        ],
    ),
]
GROUPS = [
    (
        "ru",
        "Татарстанская делегация посетила тульское правительство.",
        [
            ("Татарстанская делегация", "group", "name", "Татарстанская делегация", "", "Татарстан", "RU"),
            ("тульское правительство", "organization", "name", "тульское правительство", "", "Тульская область", "RU"),
        ],
    ),
    (
        "ru",
        "Калмыцкая и астраханская стороны ждали, а подмосковный губернатор Олег Белов уехал.",
        [
            ("Калмыцкая", "region", "name", "Калмыкия", "", "", "RU"),
            ("астраханская", "region", "name", "Астраханская область", "", "", "RU"),
            ("подмосковный губернатор Олег Белов", "person", "name", "Олег Белов", "губернатор", "Московская область", "RU"),
        ],
    ),
    (
        "ru",
        "Московская делегация уехала.",
        [("делегация", "group", "parties", "делегация", "", "", "")],
    ),
    (
        "en",
        "The Kalmyk delegation thanked the Chechen leader.",
        [
            ("The Kalmyk delegation", "group", "name", "Kalmyk delegation", "", "Kalmykia", "RU"),
            ("the Chechen leader", "person", "position", "leader", "leader", "Chechnya", "RU"),
        ],
    ),
    (
        "en",
        "They met with the heads of ministries and departments of Mongolia.",
        [
            ("They", "group", "pronoun", "they", "", "", ""),
            (
                "the heads of ministries and departments of Mongolia",
                "group",
                "position",
                "heads of ministries and departments",
                "heads of ministries and departments",
                "Mongolia",
                "MN",
            ),
        ],
    ),
    (
        "en",
        "The Consulate General of Mongolia thanked JSC “Northern Ports”.",
        [
            ("The Consulate General of Mongolia", "organization", "name", "Consulate General of Mongolia", "", "Mongolia", "MN"),
            ("JSC “Northern Ports”", "organization", "name", "JSC “Northern Ports”", "", "", ""),
        ],
    ),
    (
        "en",
        "A delegation of Penza region headed by the Governor D. Ozerov met members of the Atyrau delegation.",
        [
            ("A delegation of Penza region", "group", "name", "delegation of Penza region", "", "Penza region", "RU"),
            ("the Governor D. Ozerov", "person", "name", "D. Ozerov", "governor", "", ""),
            ("members of the Atyrau delegation", "group", "name", "members of the Atyrau delegation", "", "Atyrau", "KZ"),
        ],
    ),
    (
        "en",
        "The pact was signed by the Serbian, Greek and Bulgarian leaders.",
        [
            ("the Serbian", "person", "position", "leader", "leader", "Serbia", "RS"),
            ("Greek", "person", "position", "leader", "leader", "Greece", "GR"),
            ("Bulgarian leaders", "person", "position", "leader", "leader", "Bulgaria", "BG"),
        ],
    ),
    (
        "en",
        "The parties thanked the head of the region, and she agreed.",
        [
            ("The parties", "group", "parties", "the parties", "", "", ""),
            ("the head of the region", "person", "position", "head of the region", "head of the region", "", ""),
            ("she", "person", "pronoun", "she", "", "", ""),
        ],
    ),
    (
        "ru",
        "Стороны поблагодарили делегацию Туркменистана.",
        [
            ("Стороны", "group", "parties", "стороны", "", "", ""),
            ("делегацию Туркменистана", "group", "name", "делегация Туркменистана", "", "Туркменистан", "TM"),
        ],
    ),
]
NO_ACTORS = [
    ("en", "The Order of Friendship was mentioned."),
    ("en", "The Caspian Economic Forum will be held next spring."),
    ("en", "The Treaty of Friendship and Cooperation has expired."),
    ("ru", "Книга вышла весной."),
    ("ru", "Весной отметят День защитника Отечества."),
    ("ru", "Это орден святого благоверного князя Даниила Московского."),
]


@pytest.fixture(scope="module")
def name_words() -> NameWords:
    return load_name_words()


def _annotate(text: str, lang: str, models: Models) -> Doc:
    return annotate(text, (Block(0, len(text), lang),), models)


def _row(doc: Doc, actor: Actor) -> tuple[str, ...]:
    return (doc[actor.start : actor.end].text, actor.entity_type, actor.form, actor.name, actor.position, actor.affiliation, actor.country)


@pytest.mark.parametrize(("lang", "text", "expected"), PEOPLE + BODIES + GROUPS)
def test_actors_are_found_whole(lang: str, text: str, expected: list[tuple[str, ...]], models: Models, name_words: NameWords) -> None:
    doc = _annotate(text, lang, models)
    assert [_row(doc, actor) for actor in find_actors(doc, name_words)] == expected


@pytest.mark.parametrize(("lang", "text"), NO_ACTORS)
def test_documents_awards_and_events_are_no_actors(lang: str, text: str, models: Models, name_words: NameWords) -> None:
    assert find_actors(_annotate(text, lang, models), name_words) == ()


# language, sentence, status of the first office
STATUS = [
    ("en", "Former Prime Minister Milan Jovanovic spoke.", "former"),
    ("en", "Acting Mayor Pavel Ozerov spoke.", "acting"),
    ("en", "Mayor Pavel Ozerov spoke.", "current"),
    ("ru", "Экс-министр Павел Озеров выступил.", "former"),
    ("ru", "И.о. министра Павел Озеров выступил.", "acting"),
    ("ru", "Министр Павел Озеров выступил.", "current"),
]


@pytest.mark.parametrize(("lang", "text", "status"), STATUS)
def test_status_of_an_office_is_read(lang: str, text: str, status: str, models: Models, name_words: NameWords) -> None:
    doc = _annotate(text, lang, models)
    assert [actor.position_status for actor in find_actors(doc, name_words)] == [status]


PHRASES = {
    "en": [
        "Governor Pavel Ozerov",
        "the Government of Serbia",
        "met with",
        "and",
        ",",
        "the parties",
        "of Penza region",
        "in Minsk",
        "delegation",
        "she",
        "(",
        "President",
    ],
    "ru": [
        "губернатор",
        "Павел Озеров",
        "П.С. Озеровым",
        "Правительство",
        "Пензенской области",
        "и",
        ",",
        "встретился с",
        "делегация",
        "Сербии",
        "стороны",
        "«Василёк»",
    ],
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), lang=st.sampled_from(["en", "ru"]))
def test_actors_never_overlap_nor_leave_their_sentence(data: st.DataObject, lang: str, models: Models, name_words: NameWords) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(PHRASES[lang]), min_size=1, max_size=12))) + "."
    doc = _annotate(text, lang, models)
    actors = find_actors(doc, name_words)
    assert all(a.end <= b.start for a, b in zip(actors, actors[1:], strict=False))
    for actor in actors:
        assert actor.start <= actor.name_start < actor.name_end <= actor.end
        assert any(span.start <= actor.start and actor.end <= span.end and span.start <= actor.root < span.end for span in analysed_sentences(doc))


def test_no_actor_begins_with_a_word_that_is_passed_over(models: Models, name_words: NameWords, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = [_annotate(text, lang, models) for lang, text, _ in PEOPLE + BODIES + GROUPS]
    quick = [find_actors(doc, name_words) for doc in docs]
    monkeypatch.setattr(find, "may_begin", lambda view, i: view.units[i].text[:1].isalpha())
    assert quick == [find_actors(doc, name_words) for doc in docs]


def test_only_what_depends_on_who_is_known_is_read_again(models: Models, name_words: NameWords) -> None:
    text = "Lind met Novak."
    (sentence,) = analysed_sentences(annotate(text, (Block(0, len(text), "en"),), models))
    read: list[tuple[str, int]] = []

    @remembered
    def parse_plain(view: View, i: int) -> str:
        read.append(("plain", i))
        return view.low(i)

    @remembered
    def parse_known(view: View, i: int) -> bool:
        read.append(("known", i))
        return view.is_known(i) and parse_plain(view, i) != ""

    @remembered
    def parse_through(view: View, i: int) -> bool:
        read.append(("through", i))
        return parse_known(view, i)

    view = make_view(sentence, name_words, frozenset())
    assert not any(parse(view, i) for parse in (parse_known, parse_through) for i in (0, 2))
    known = replace(view, known=frozenset({"novak"}))
    assert [parse_through(known, i) for i in (0, 2, 2)] == [False, True, True]
    assert parse_plain(view, 2) == parse_plain(known, 2) == "novak"
    assert sorted(read) == sorted([("known", 0), ("known", 2), ("through", 0), ("through", 2)] * 2 + [("plain", 2)])
