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
    (
        "Мэр Ольга Белова наградила ректора Виктора Дронова. Награды вручил посол Игорь Лаптев.",
        [("award", "", "Игорь Лаптев", ""), ("award", "Виктор Дронов", "Ольга Белова", "")],
    ),
    # by whose decree
    (
        "Распоряжением губернатора Олега Сорокина на должность министра культуры назначена Ольга Белова.",
        [("appointment", "Ольга Белова", "Олег Сорокин", "")],
    ),
    ("Указом президента Марека Новака Ольга Белова назначена послом в Кении.", [("appointment", "Ольга Белова", "Марек Новак", "")]),
    ("Приказ подписан 9 февраля; этим же документом от должности освобождён Игорь Лаптев.", [("appointment", "Игорь Лаптев", "", "")]),
    # a new holder, and who it is in the next sentence
    ("Назначен новый консул Чехии\n\nКонсулом Чехии назначена Ольга Белова.", [("appointment", "Ольга Белова, консул Чехии", "", "")]),
    # "the diplomat", "the head of the foreign ministry", "the mayor" of a city whose head is told
    (
        "Генконсул Чехии Ольга Белова завершает свою миссию. Дипломата принял мэр Марк Шах.",
        [("meeting", "Марк Шах", "Ольга Белова", "")],
    ),
    (
        "Глава Томска Олег Сорокин прибыл в Ригу. Мэр Томска встретился с ректором Анной Орловой.",
        [("meeting", "Олег Сорокин", "Анна Орлова", ""), ("visit", "Олег Сорокин", "", "")],
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
    ("Rector Anna Lind and Mayor Olga Belova signed a treaty. The signing ceremony took place in Riga on 2 February.", "signing", "2023-02-02", "Riga"),
]


@pytest.mark.parametrize(("text", "kind", "day", "place"), OCCASIONS)
def test_the_occasion_of_an_event(text: str, kind: str, day: str, place: str, read: Callable[[str], Analysis], merging: MergeWords) -> None:
    (group,) = [g for g in group_mentions(read(text).mentions, merging) if g.mentions[0].event_type == kind]
    assert {m.date.edtf for m in group.mentions if m.date is not None} == ({day} if day else set())
    assert {m.place for m in group.mentions if m.place} == ({place} if place else set())


def test_what_was_long_ago_is_another_event(read: Callable[[str], Analysis], merging: MergeWords) -> None:
    text = "Мэр Ольга Белова приняла посла Игоря Лаптева. Речь шла о туризме. Последний раз они встречались в марте 2021 года."
    now, before = group_mentions(read(text).mentions, merging)
    assert [m.background for m in (*now.mentions, *before.mentions)] == [False, False, True]
