"""Within one article: an office that nobody is said to hold stands for the one person named who is known to hold it that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.flow import STAGES, Work
from pipeline.names import IdentityWords, load_identity_words
from pipeline.names.identity_person import parse_person
from pipeline.names.leaders import find_held
from pipeline.records import Article

if TYPE_CHECKING:
    from pipeline.flow import Kit

CASES = [  # text, day of publication, words of an office, the name that they stand for (None: nobody named)
    ("Владимир Путин подписал указ. Президент России приехал в Казань.", "2016-05-04", "Президент России", "Владимир Путин"),
    ("Владимир Путин подписал указ. Президент приехал в Казань.", "2016-05-04", "Президент", "Владимир Путин"),
    ("Владимир Путин подписал указ. Президент России приехал в Казань.", "2009-05-04", "Президент России", None),
    ("Владимир Путин подписал указ. Президент Ирана приехал в Казань.", "2016-05-04", "Президент Ирана", None),
    ("Об этом сказал Сергей Лавров. Глава МИД России прибыл в Баку.", "2016-05-04", "Глава МИД России", "Сергей Лавров"),
    ("Владимир Путин принял Ильхама Алиева. Президент приехал в Казань.", "2016-05-04", "Президент", None),
    ("Завершается визит президента России в Китай. Переговоры провёл Дмитрий Медведев.", "2009-05-04", "президента России", "Дмитрий Медведев"),
    ("Президент приехал в Казань. Переговоры провёл Дмитрий Медведев.", "2009-05-04", "Президент", "Дмитрий Медведев"),
    ("Президент приехал в Казань. Там он осмотрел порт. На встречу пришёл Дмитрий Медведев.", "2009-05-04", "Президент", "Дмитрий Медведев"),
    ("Президент приехал в Казань. Там дождь. Порт закрыт. Погоды нет. Пришёл Дмитрий Медведев.", "2009-05-04", "Президент", None),
    ("Президент был в Казани. Тула. Омск растёт. Пермь ждёт снега. Тверь в снегу. Пришёл Дмитрий Медведев.", "2009-05-04", "Президент", "Дмитрий Медведев"),
    ("Дмитрий Медведев прибыл. Президент Ингушетии осмотрел порт.", "2009-05-04", "Президент Ингушетии", None),
    ("Эрдоган уехал из Анкары. Он отдыхает.\n\nПрезидент был в Казани.\n\nВладимир Путин осмотрел порт.", "2016-05-04", "Президент", "Владимир Путин"),
    ("Президент Турции Эрдоган прибыл. Президент осмотрел порт. Владимир Путин в Туле.", "2016-05-04", "Президент", "Эрдоган"),
    ("Владимир Путин и Реджеп Эрдоган прибыли в Казань. Погода в Туле и Омске ясная. Президент улыбался.", "2016-05-04", "Президент", "Владимир Путин"),
    ("Прибыл глава администрации президента России Олег Белов. Президент осмотрел порт.", "2016-05-04", "Президент", None),
    ("Прибыл начальник службы России Олег Белов. Глава Чечни осмотрел порт.", "2016-05-04", "Глава Чечни", None),
    ("Мэр принял главу порта. Анна Белова доложила о планах.", "2016-05-04", "главу порта", "Анна Белова"),
    ("Мэр принял главу порта. Планы похвалила Анна Белова.", "2016-05-04", "главу порта", "Анна Белова"),
    ("Мэр принял главу порта. Репортаж Анны Беловой.", "2016-05-04", "главу порта", None),
    ("Мэр принял главу порта. В форуме примут участие Анна Белова, а также ректоры вузов.", "2016-05-04", "главу порта", None),
    ("Мэр принял главу порта и ректора вуза. Анна Белова доложила о планах.", "2016-05-04", "главу порта", None),
    ("Олег Серов принял главу порта. Анна Белова доложила о планах.", "2016-05-04", "главу порта", None),
    ("Мэр принял главу порта. Судья Анна Белова доложила о планах.", "2016-05-04", "главу порта", None),
    ("Мэр принял главу порта. Анна Белова и Олег Серов доложили о планах.", "2016-05-04", "главу порта", None),
    ("Putin and Erdogan spoke on Monday. The president of Turkey visited Sochi.", "2016-05-04", "The president of Turkey", "Erdogan"),
    ("Erdogan spoke on Monday. The president of Turkey visited Sochi.", "", "The president of Turkey", None),
]


@pytest.mark.parametrize(("text", "published", "office", "name"), CASES)
def test_an_office_stands_for_who_is_known_to_hold_it(text: str, published: str, office: str, name: str | None, kit: Kit) -> None:
    work = Work(Article("a", text, published=published))
    for stage in STAGES[:-1]:
        work = stage(work, kit)
    assert work.doc is not None
    told = {work.doc[m.actor.start : m.actor.end].text: m.key for m in work.actors}
    names = {m.key: m.actor.name for m in work.actors if m.actor.form == "name"}
    assert names.get(told[office]) == name


@pytest.fixture(scope="module")
def words() -> IdentityWords:
    return load_identity_words()


HELD = [
    ("Dmitry Medvedev", "2010-01-01", 1),
    ("Д. Медведев", "2010-01-01", 1),
    ("Медведев", "2010-01-01", 1),
    ("Андрей Медведев", "2010-01-01", 0),
    ("А. Медведев", "2010-01-01", 0),
    ("Dmitry Medvedev", "2007-01-01", 0),
    ("Си Цзиньпин", "2020-01-01", 2),
]


@pytest.mark.parametrize(("name", "day", "count"), HELD)
def test_offices_held_on_a_day(name: str, day: str, count: int, words: IdentityWords) -> None:
    assert len(find_held([parse_person(name, words.given, words.sounds)], day, words.leaders, words.sounds)) == count


def test_every_office_of_the_table_is_understood(words: IdentityWords) -> None:
    assert all(tenure.office.concepts and tenure.office.places and not tenure.office.others for tenure in words.leaders)
    assert all(not tenure.until or tenure.since < tenure.until for tenure in words.leaders)
