"""Events of which no frame names who took part: the text tells it elsewhere, or tells no event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import Analysis

OWNED = [  # text, kind, who took part: told by the words of the document or occasion itself
    ("The accord builds on the U.S.-Chad Trade and Investment Framework Agreement signed in 2006.", "signing", ["United States", "Chad"]),
    ("The Slovakia-Hungary Fishing Agreement was signed in Vienna on March 3.", "signing", ["Slovakia", "Hungary"]),
    ("A Slovak-Hungarian treaty was signed in Vienna.", "signing", ["Slovakia", "Hungary"]),
    ("The U.S.-Chad-Canada Agreement was signed in Vienna.", "signing", ["United States", "Chad", "Canada"]),
    ("Slovak-Hungarian talks were held in Vienna on March 4.", "meeting", ["Slovakia", "Hungary"]),
    ("Mayor Anna Lind and Rector Ivo Kos signed a Slovak-Hungarian treaty on lakes.", "signing", ["Anna Lind", "Ivo Kos"]),
    ("Guinea-Bissau signed an agreement with Chad.", "signing", ["Guinea-Bissau", "Chad"]),
    ("The congress of the Union of River Ports was held in Tomsk.", "conference", ["Union of River Ports"]),
    ("At the summit of the Union of River Ports, Mayor Anna Lind announced a plan.", "conference", ["Anna Lind", "Union of River Ports"]),
    ("The forum of the Union of River Ports was held in Tomsk.", "conference", []),
    ("В Вене завершился саммит Евросоюза.", "conference", ["Евросоюз"]),
    ("Главной темой саммита ОДКБ в Минске стал туризм.", "conference", ["ОДКБ"]),
    ("В Томске прошла конференция партии «Союз рек».", "conference", ["партия «Союз рек»"]),
    ("В Томске завершился форум Евросоюза.", "conference", []),
    ("В Петербурге прошёл саммит G8.", "conference", ["G8"]),
    ("В Вене завершился саммит АТЭС.", "conference", ["АТЭС"]),
]


@pytest.mark.parametrize(("text", "kind", "people"), OWNED)
def test_whose_document_or_occasion_it_is(text: str, kind: str, people: list[str], read: Callable[[str], Analysis]) -> None:
    (mention,) = read(text).mentions
    assert (mention.event_type, [p.name for p in mention.participants]) == (kind, people)


HEADS = [  # text, who signed
    ("В Сочи завершились переговоры глав МИД стран Причерноморья. Министры подписали декларацию о рыбе.", ["главы МИД стран"]),
    ("Лидеры «большой восьмёрки» провели встречу в Вене. Главы государств подписали десятки документов.", ["лидеры «большой восьмёрки»"]),
    ("Губернатор Олег Сорокин встретился с послом Игорем Лаптевым. Главы подписали протокол о рыбе.", ["Олег Сорокин", "Игорь Лаптев"]),
    ("Leaders of Slovakia and Hungary held talks in Vienna. The leaders signed a treaty on fish.", ["leader of Slovakia", "leader of Hungary"]),
]


HEADS += [  # "the parties" where two lands and no more are named
    ("Благополучно разрешился спор Перу и Кубы о воде. Стороны подписали соглашение о колодцах.", ["Перу", "Куба"]),
    ("Chad and Mali ended their quarrel over water. The parties signed an agreement on wells.", ["Chad", "Mali"]),
]


@pytest.mark.parametrize(("text", "people"), HEADS)
def test_those_who_hold_offices_go_on(text: str, people: list[str], read: Callable[[str], Analysis]) -> None:
    (signing,) = (m for m in read(text).mentions if m.event_type == "signing")
    assert [p.name for p in signing.participants] == people


NOTHING = [  # told as such, as history or in general
    "Chad and Mali ended their quarrel with Niger. The parties signed an agreement on wells.",
    "Чад и Мали закончили спор с Нигером. Стороны подписали соглашение о колодцах.",
    "На форуме подписаны сотни соглашений на пять миллиардов рублей.",
    "Там подписан договор о рыбе.",
    "The treaty on fish has been signed.",
    "В Омске суд перенёс на 15 июля заседание по делу Петра Холина.",
    "Приёмные были открыты для всех в 80 городах.",
    "Открыты новые важные объекты.",
    "The forum is the only meeting of all rectors of the Danube countries.",
    "Форум является крупнейшей встречей лидеров Дунайского региона.",
    "The treaty on fish cleared the senate in June and was signed by President Marek Novak on Monday.",
    "Соглашение о рыбе одобрено парламентом и подписано президентом Мареком Новаком.",
    "The guests praised the 2022 Summit of the Islands Declaration on Fish in Vienna.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_told_of_nobody_as_such_is_no_event(text: str, read: Callable[[str], Analysis]) -> None:
    assert read(text).mentions == ()


STANDS = [  # the same with what makes it an event
    ("В Вене подписан договор о рыбе.", "signing"),
    ("The treaty on fish was signed on March 3, 1962.", "signing"),
    ("Подписание договора о рыбе отложено.", "signing"),
    ("The treaty on fish cleared the senate and was signed by President Marek Novak and Premier Ivo Kos.", "signing"),
    ("Открыты новые школы в Омске.", "opening"),
    ("The Summit of the Islands on fish was held in Vienna.", "conference"),
]


@pytest.mark.parametrize(("text", "kind"), STANDS)
def test_a_day_a_place_or_people_make_it_an_event(text: str, kind: str, read: Callable[[str], Analysis]) -> None:
    assert [m.event_type for m in read(text).mentions] == [kind]


BESIDE = [  # text, kind, who took part: told by another clause, or in a way that no name finder reads alone
    ("Following his Montana Farmers' Summit in Great Falls today, Senator Jon Lind vowed to help.", "conference", ["Jon Lind"]),
    ("После своего форума в Омске мэр Олег Белов рассказал о планах.", "conference", ["Олег Белов"]),
    ("The Volga Forum was held in Samara. At its opening, Mayor Anna Lind said that trade was growing.", "conference", ["Anna Lind"]),
    ("В Омске прошёл Речной форум. На его открытии мэр Олег Белов заявил, что торговля растёт.", "conference", ["Олег Белов"]),
    ("Ties grow.\n\n- GE Harbour and Alder University signed an MOU on radios.", "signing", ["GE Harbour", "Alder University"]),
    ("4rX and Alder University signed a contract on radios.", "signing", ["4rX", "Alder University"]),
    ("Democrats and the University of Alta signed an agreement.", "signing", ["University of Alta"]),
    ("Председатель Думы и лидер партии «Река» Олег Белов прибыл в Омск.", "visit", ["Олег Белов"]),
    ("Председатель Думы и лидер партии «Река» Олег Белов прибыли в Омск.", "visit", ["председатель Думы", "Олег Белов"]),
]


@pytest.mark.parametrize(("text", "kind", "people"), BESIDE)
def test_who_is_told_beside(text: str, kind: str, people: list[str], read: Callable[[str], Analysis]) -> None:
    mentions = read(text).mentions
    assert {m.event_type for m in mentions} == {kind}
    assert [p.name for m in mentions for p in m.participants] == people
