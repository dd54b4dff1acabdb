"""What a text only names in passing gives no row; what it tells of does, with nobody named or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import Analysis

PASSING = [
    "The Volga Summit platform has helped hundreds of young farmers.",
    "Slovakia will continue to support the Danube Islands Forum.",
    "The opening of this huge mill crowns ten years of work by all who live here.",
    "Five hundred foresters are expected to attend the convention.",
    "The text of the letter they signed is below.",
    "Медали вручены.",
    "В Омске открылись «новые возможности».",
    "The medals were presented in Vienna.",
    "В Вене вручили медали.",
    "Теперь в замке планируют проводить выставки редких монет.",
    "Победа открывает дорогу на Омск и Томск.",
    "Врач Анна Орлова признана виновной в убийстве двух человек.",
    "Этот договор может быть подписан на Ялтинском саммите в Крыму.",
    "Ещё одна тема, звучавшая в ходе споров на Волжском экономическом форуме в Самаре, — рыболовство.",
]
TOLD = [  # text, what is told
    ("The Volga Summit was held in Samara.", ("conference", "Samara")),
    ("It was decided at the Volga Forum in Kazan to build a bridge.", ("conference", "Kazan")),
    ("The Northern Forum was cancelled.", ("conference", "")),
    ("В Томске открылась ярмарка мёда.", ("conference", "Томск")),
    ("A honey fair opened in Tomsk.", ("conference", "Tomsk")),
    ("The Northern Forum opens on Monday.", ("conference", "")),
    ("На Волжском форуме в Казани обсудили рыболовство.", ("conference", "Казань")),
    ("На форуме, который завершился в Перми, говорили о лесе.", ("conference", "Пермь")),
    ("Мэр рассказал о форуме, который пройдёт в Казани 12 мая.", ("conference", "Казань")),
    ("Саммит в Вене.", ("conference", "Вена")),
    ("О рыболовстве говорили на Дунайском экономическом форуме.", ("conference", "")),
    ("Итогом первого Дунайского форума в Вене стали контракты.", ("conference", "Вена")),
    ("The Danube Prize was presented in Vienna.", ("award", "Vienna")),
    ("В Вене завершился второй раунд шестисторонних переговоров.", ("meeting", "Вена")),
    ("В столице Словакии открывается форум портов.", ("conference", "Словакия")),
    ("Дороги обсудили на Дунайском экономическом форуме.", ("conference", "")),
    ("О дорогах говорили на форуме по туризму.", ("conference", "")),
    ("One of the wings of the hospital opened in Tomsk.", ("opening", "Tomsk")),
    ("В Томске открылся один из корпусов больницы.", ("opening", "Томск")),
    ("В Вене вручили литературную премию «Дунай».", ("award", "Вена")),
    ("В Омске открылся знаменитый «Белый утёс».", ("opening", "Омск")),
    ("В Омске открыта развязка у моста.", ("opening", "Омск")),
    ("Волжский саммит закончился.", ("conference", "")),
    ("В городе открылась новая школа.", ("opening", "")),
    ("В Омске открыли дорогу к аэропорту.", ("opening", "Омск")),
]


@pytest.mark.parametrize("text", PASSING)
def test_what_is_named_in_passing_is_no_row(text: str, read: Callable[[str], Analysis]) -> None:
    assert read(text).mentions == ()


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_is_told_is_a_row_though_nobody_is_named(text: str, told: tuple[str, str], read: Callable[[str], Analysis]) -> None:
    (mention,) = read(text).mentions
    assert (mention.event_type, mention.place, mention.participants) == (*told, ())


def test_one_telling_keeps_all_mentions_of_its_event(read: Callable[[str], Analysis]) -> None:
    mentions = read("The Volga Forum was held in Samara on May 3. The forum was long.\n\nThe forum was followed by a concert.").mentions
    assert mentions
    assert len({m.cluster for m in mentions}) == 1


NO_EVENTS = [
    "В зале в это время находились управляющий, кассир и уборщица.",
    "В Словакии разразился скандал, итогом которого может стать отставка министра Анны Орловой.",
    "Об этом в репортаже Нины Зайцевой, которая побывала в Омске.",
    "В Омске побывал наш корреспондент Пётр Холин.",
    "Our correspondent Peter Holm visited Kazan.",
    "Ректоры двух вузов — Волжской академии и Омского института — подписали открытое письмо.",
    "Это сократит путь и откроет дорогу к запасам угля.",
    "Соглашение открывает дорогу нашим компаниям, сказал Пётр Холин.",
    "Lawmakers of Ohio and Texas signed a letter to the secretary.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_what_reporters_do_and_what_may_be_is_no_event(text: str, read: Callable[[str], Analysis]) -> None:
    assert read(text).mentions == ()


def test_the_place_of_what_came_before_is_not_that_of_what_follows(read: Callable[[str], Analysis]) -> None:
    (mention,) = read("Состоялись первые после встречи в Женеве переговоры министра Анны Орловой и мэра Ольги Беловой.").mentions
    assert (mention.event_type, mention.place) == ("meeting", "")


def test_whose_meeting_it_was_is_no_further_side(read: Callable[[str], Analysis]) -> None:
    (mention,) = read("On March 2, Slovakia and Hungary held their third transport advisors' meeting.").mentions
    assert [p.name for p in mention.participants] == ["Slovakia", "Hungary"]


@pytest.mark.parametrize(("day", "rows"), [("", 0), (" on May 3", 1)])
def test_a_promise_to_talk_needs_its_day(day: str, rows: int, read: Callable[[str], Analysis]) -> None:
    assert len(read(f"Mayor Olga Belova committed to meeting with Consul Igor Laptev{day}.").mentions) == rows


def test_a_bare_office_is_not_that_of_a_holder_far_before_and_abroad(read: Callable[[str], Analysis]) -> None:
    far = "Река замёрзла.\n\nНа дорогах Омска лёд.\n\nВ школах Казани каникулы.\n\nХлеб в Самаре дорожает.\n\n" + "Погода портится.\n\n" * 3
    told = "Решение принял президент Словакии Марек Новак.\n\n"
    met = "Президент встретился с губернатором Олегом Сорокиным."
    assert [p.name for m in read(told + met).mentions for p in m.participants if p.role == "who"] == ["Марек Новак"]
    assert [p.name for m in read(told + far + met).mentions for p in m.participants if p.role == "who"] == ["президент"]
