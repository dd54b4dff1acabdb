"""Short Russian releases as a whole: the sides of each event, its day and place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.merge import MergeWords
from pipeline.merge.headline import headline_end
from pipeline.merge.within import group_mentions
from pipeline.records import Analysis

Row = tuple[str, str, str, str]  # type, who, whom, all others; names joined by commas

ROWS: list[tuple[str, list[Row]]] = [
    # who came to a ceremony told in a sentence of its own
    (
        "Губернатор Олег Сорокин открыл в Томске мост. В церемонии приняли участие мэр Ольга Белова и консул Ханс Вебер.",
        [("opening", "Олег Сорокин", "", "Ольга Белова, Ханс Вебер")],
    ),
    (
        "Ректор Анна Орлова и посол Игорь Лаптев подписали договор о практике. На церемонии присутствовал мэр Марк Шах.",
        [("signing", "Анна Орлова", "Игорь Лаптев", "Марк Шах")],
    ),
    ("Мэр Ольга Белова награждена медалью. На церемонии присутствовал консул Ханс Вебер.", [("award", "Ольга Белова", "", "")]),
    # who gave awards told before
    (
        "Орденом Дружбы награждён ректор Виктор Дронов. Медаль получила врач Анна Орлова. Награды вручил посол Игорь Лаптев.",
        [("award", "Анна Орлова", "Игорь Лаптев", ""), ("award", "Виктор Дронов", "Игорь Лаптев", "")],
    ),
    # by whose decree
    (
        "Распоряжением губернатора Олега Сорокина на должность министра культуры назначена Ольга Белова.",
        [("appointment", "Ольга Белова", "Олег Сорокин", "")],
    ),
    ("Указом президента Марека Новака Ольга Белова назначена послом в Кении.", [("appointment", "Ольга Белова", "Марек Новак", "")]),
    ("Приказ подписан 9 февраля; этим же документом от должности освобождён Игорь Лаптев.", [("appointment", "Игорь Лаптев", "", "")]),
    # a new holder, and who it is in the next sentence
    ("Назначен новый консул Чехии\n\nКонсулом Чехии назначена Ольга Белова.", [("appointment", "Ольга Белова", "", "")]),
    # "the diplomat", "the head of the foreign ministry", "the mayor" of a city whose head is told
    (
        "Генконсул Чехии Ольга Белова завершает свою миссию. Дипломата принял мэр Марк Шах.",
        [("meeting", "Марк Шах", "Ольга Белова", "")],
    ),
    (
        "Глава Томска Олег Сорокин прибыл в Ригу. Мэр Томска встретился с ректором Анной Орловой.",
        [("meeting", "Олег Сорокин", "Анна Орлова", ""), ("visit", "Олег Сорокин", "", "")],
    ),
    (
        "Премьер-министр Чехии Марк Шах прибыл в Ригу. Глава чешского кабмина встретился с мэром Ольгой Беловой.",
        [("meeting", "Марк Шах", "Ольга Белова", ""), ("visit", "Марк Шах", "", "")],
    ),
    # the region that alone is named
    (
        "Губернатор Тверской области Олег Сорокин принял посла Игоря Лаптева. Регион подписал меморандум с компанией «Речной путь».",
        [("meeting", "Олег Сорокин", "Игорь Лаптев", ""), ("signing", "Тверская область", "компания «Речной путь»", "")],
    ),
    # first sides of what a delegation is to do where it goes
    (
        "Делегация Тверской области завтра посетит Ригу. Запланированы переговоры с премьер-министром Мареком Новаком.",
        [("meeting", "Делегация Тверской области", "Марек Новак", ""), ("visit", "Делегация Тверской области", "", "")],
    ),
    # who signed for which side
    (
        "Тверская область и компания «Речной путь» подписали соглашение. "
        "От региона документ подписал губернатор Олег Сорокин, от компании – её президент Анна Орлова.",
        [("signing", "Тверская область", "компания «Речной путь»", "Анна Орлова, Олег Сорокин")],
    ),
    # names
    ("Города Омск и Ош подписали соглашение о дружбе.", [("signing", "Омск", "Ош", "")]),
    ("Мэр Олег Сорокин подписал соглашение с Ферганой.", [("signing", "Олег Сорокин", "Фергана", "")]),
    ("Мэр Олег Сорокин встретился с делегацией провинции Аньхой.", [("meeting", "Олег Сорокин", "делегация провинции Аньхой", "")]),
    ("Раис Татарстана Олег Сорокин и проректор Анна Орлова подписали договор о практике.", [("signing", "Олег Сорокин", "Анна Орлова", "")]),
    ("Мэр Ольга Белова беседовала с президентом Турецкой Республики Тургутом Эмре Демиром.", [("meeting", "Ольга Белова", "Тургут Эмре Демир", "")]),
    (
        "В рамках форума врио губернатора Тверской области Олег Сорокин и председатель правления Речного банка Марк Шах заключили соглашение о цифровизации.",
        [("signing", "Олег Сорокин", "Марк Шах", "")],
    ),
    ("«Мы дружим давно», — сказал Сорокин, напомнив, что в прошлом году краевая делегация побывала в Омске.", [("visit", "краевая делегация", "", "")]),
    # what the document told before is not
    ("Соглашение о речном вокзале, которое стороны собирались подписать, так и не было подписано.", [("signing", "", "", "")]),
    # who cut the ribbon, put signatures, was present at a document, handed an award over
    (
        "Ректор Анна Орлова открыла в Томске библиотеку. Красную ленту перерезали мэр Ольга Белова и консул Ханс Вебер.",
        [("opening", "Анна Орлова", "", "Ольга Белова, Ханс Вебер")],
    ),
    (
        "Словакия и Венгрия подписали протокол. Подписи поставили министр Ольга Белова и министр Марк Шах.",
        [("signing", "Словакия", "Венгрия", "Марк Шах, Ольга Белова")],
    ),
    (
        "Договор подписали мэр Ольга Белова и ректор Марк Шах. Документ подписан в присутствии посла Игоря Лаптева.",
        [("signing", "Ольга Белова", "Марк Шах", "Игорь Лаптев")],
    ),
    (
        "Президент Марек Новак наградил ректора Анну Орлову орденом Альберта II. Награду передал консул Ханс Вебер.",
        [("award", "Анна Орлова", "Марек Новак, Ханс Вебер", "")],
    ),
    # one more meeting of the same people, and where guests went on
    (
        "Мэр Ольга Белова приняла посла Игоря Лаптева. Следующая встреча состоится в Риге в мае.",
        [("meeting", "Ольга Белова", "Игорь Лаптев", ""), ("meeting", "Ольга Белова", "Игорь Лаптев", "")],
    ),
    (
        "Мэр Ольга Белова приняла депутатов сейма. После беседы гости побывали в Риге.",
        [("meeting", "Ольга Белова", "депутаты сейма", ""), ("visit", "депутаты сейма", "", "")],
    ),
    # both leaders of a session sign
    (
        "В Риге прошло заседание комиссии. Заседание провели министр России Ольга Белова и министр Чехии Марк Шах. По итогам подписан протокол.",
        [("conference", "Марк Шах, Ольга Белова", "", ""), ("signing", "Ольга Белова", "Марк Шах", "")],
    ),
    # "at this the governor" is no pair; an office with its whole title; a house with a hyphen; the second company behind a quotation mark
    ("При этом губернатор принял посла Игоря Лаптева.", [("meeting", "губернатор", "Игорь Лаптев", "")]),
    ("Между «Речторгом» и ганойской компанией «Лотос» подписано соглашение.", [("signing", "Речторг", "ганойская компания «Лотос»", "")]),
    (
        "В Томске состоялось открытие дома-музея. Участие в мероприятии приняли мэр Ольга Белова и посол Игорь Лаптев.",
        [("opening", "", "", "Игорь Лаптев, Ольга Белова")],
    ),
    # topics of talks
    ("Губернатор Олег Сорокин и посол Игорь Лаптев обсудили открытие консульства в Омске.", [("meeting", "Олег Сорокин", "Игорь Лаптев", "")]),
    ("Мэр Ольга Белова приняла посла Игоря Лаптева. Обсуждались сроки запуска парома.", [("meeting", "Ольга Белова", "Игорь Лаптев", "")]),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_the_sides_of_a_release(text: str, rows: list[Row], read: Callable[[str], Analysis], merging: MergeWords) -> None:
    found = []
    for group in group_mentions(read(text).mentions, merging, headline=headline_end(text)):
        people = [p for mention in group.mentions for p in mention.participants]
        sides = ({p.name.replace("ё", "е") for p in people if p.role == role} for role in ("who", "whom"))
        others = {p.name.replace("ё", "е") for p in people if p.role not in {"who", "whom"}}
        found.append((group.mentions[0].event_type, *(", ".join(sorted(names)) for names in (*sides, others))))
    assert sorted(found) == sorted(rows)


OCCASIONS = [  # the day and place of an event that a sentence of its own tells
    ("Мэр Ольга Белова и посол Игорь Лаптев подписали договор. Церемония состоялась в Риге 2 февраля.", "signing", "2023-02-02", "Рига"),
    ("Мэр Ольга Белова награждена медалью. Награждение состоялось в Риге 2 февраля.", "award", "2023-02-02", "Рига"),
    ("Мэр Ольга Белова и посол Игорь Лаптев провели переговоры в Риге. По их итогам подписан договор.", "signing", "", "Рига"),
    ("Мэр Ольга Белова и посол Игорь Лаптев обсудили открытие консульства в Омске.", "meeting", "", ""),
    ("Мэр Ольга Белова приняла посла Игоря Лаптева. После беседы гости побывали в Риге.", "meeting", "", ""),
    ("Rector Anna Lind and Mayor Olga Belova signed a treaty. The signing ceremony took place in Riga on 2 February.", "signing", "2023-02-02", "Riga"),
]


@pytest.mark.parametrize(("text", "kind", "day", "place"), OCCASIONS)
def test_the_occasion_of_an_event(text: str, kind: str, day: str, place: str, read: Callable[[str], Analysis], merging: MergeWords) -> None:
    (group,) = [g for g in group_mentions(read(text).mentions, merging) if g.mentions[0].event_type == kind]
    assert {m.date.edtf for m in group.mentions if m.date is not None} == ({day} if day else set())
    assert {m.place for m in group.mentions if m.place} == ({place} if place else set())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Марек Новак назначил Игоря Лаптева Чрезвычайным и Полномочным Послом Чехии в Кении.", "Чрезвычайным и Полномочным Послом Чехии в Кении"),
        ("В Томске состоялось открытие дома-музея.", "дома-музея"),
    ],
)
def test_what_an_event_is_about(text: str, what: str, read: Callable[[str], Analysis]) -> None:
    (mention,) = read(text).mentions
    assert mention.what == what


def test_what_was_long_ago_is_another_event(read: Callable[[str], Analysis], merging: MergeWords) -> None:
    text = "Мэр Ольга Белова приняла посла Игоря Лаптева. Речь шла о туризме. Последний раз они встречались в марте 2021 года."
    now, before = group_mentions(read(text).mentions, merging)
    assert [m.background for m in (*now.mentions, *before.mentions)] == [False, False, True]
