"""Who holds which office where, as whole sentences tell it: texts in, (holder, office, body, status) out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import Analysis

CASES: list[tuple[str, str, list[tuple[str, str, str]]]] = [
    (
        "a body that goes on after a preposition",
        "Новость подтвердил вчера официальный представитель Следственного комитета при прокуратуре Олег Рябинин.",
        [("Олег Рябинин", "официальный представитель", "Следственный комитет при прокуратуре")],
    ),
    (
        "a body against something",
        "Ответил лидер Движения против платных парковок Денис Ухов.",
        [("Денис Ухов", "лидер", "Движение против платных парковок")],
    ),
    (
        "where an envoy works is told by its kind",
        "По мнению полпреда президента РФ в округе Николая Шубина, дорога нужна.",
        [("Николай Шубин", "полпред президента", "РФ")],
    ),
    (
        "an occasion between office and name",
        "Глава правительства Латвии на переговорах Янис Озолс ответил всем.",
        [("Янис Озолс", "глава", "правительство Латвии")],
    ),
    (
        "two offices of one holder side by side",
        "Глава представительства Канады на переговорах помощник заместителя министра Мэтью Холлис призвал к миру.",
        [("Мэтью Холлис", "глава", "представительство Канады"), ("Мэтью Холлис", "помощник заместителя министра", "")],
    ),
    (
        "two offices after the name",
        "Иван Котов, министр труда Чехии, председатель совета директоров завода «Рассвет», уехал.",
        [("Иван Котов", "министр труда", "Чехия"), ("Иван Котов", "председатель", "совет директоров завода «Рассвет»")],
    ),
    ("a field in the instrumental", "Пришёл Павел Лисин, заведующий кафедрой истории РГГУ.", [("Павел Лисин", "заведующий", "кафедра истории РГГУ")]),
    (
        "a chamber in small letters",
        "Бывший спикер палаты представителей, Анна Линд, приехала вчера.",
        [("Анна Линд", "спикер", "палата представителей")],
    ),
    (
        "an office of two words",
        "Мэр принял Чрезвычайного и Полномочного Посла Китайской Народной Республики Ло Вэньгуя.",
        [("Ло Вэньгуй", "чрезвычайный и полномочный посол", "Китайская Народная Республика")],
    ),
    (
        "offices listed before their holders",
        "Мэр Бреста принял глав Курской и Томской областей — Анну Линд и Марека Новака.",
        [("Анна Линд", "глава", "Курская область"), ("Марек Новак", "глава", "Томская область")],
    ),
    ("a body within a body", "Выступил Дейв Норман, глава отдела серверов и сетей HP.", [("Дейв Норман", "глава", "отдел серверов и сетей HP")]),
    ("under a letter", "Кирилл Ивашов Президент ФИДЕ", [("Кирилл Ивашов", "президент", "ФИДЕ")]),
    (
        "the party named before",
        "Представители партии «Заря» выдвинули кандидата. Главу партии Сергея Митрова поддержали все.",
        [("Сергей Митров", "глава партии", "партия «Заря»")],
    ),
    ("two parties named before", "Партия «Заря» и партия «Луч» спорят. Главу партии Сергея Митрова поддержали.", [("Сергей Митров", "глава партии", "")]),
    ("who heads a body", "Иван Котов возглавил Омский университет.", [("Иван Котов", "глава", "Омский университет")]),
    ("a body headed by", "The council headed by Marek Novak met. Anna Lind chairs the Nordic Council.", [("Anna Lind", "head", "Nordic Council")]),
    ("whose aide, not who", "Помощник Хиллари Клинтон прибыл в Белград.", []),
    ("trades are no offices", "Писатель Иван Котов уехал. Основатель газеты «Труд» Пётр Белов остался.", []),
    ("a trade for a body", "Приехал Владимир Котов, фотограф газеты «Вестник».", [("Владимир Котов", "фотограф", "газета «Вестник»")]),
]


@pytest.mark.parametrize(("why", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_positions(why: str, text: str, expected: list[tuple[str, str, str]], read: Callable[[str], Analysis]) -> None:
    found = read(text)
    names = {entity.key: entity.name for entity in found.entities}
    assert [(names[fact.key], fact.position, fact.organization) for fact in found.positions] == expected, why


def test_a_body_told_of_an_office_alone_is_an_entity(read: Callable[[str], Analysis]) -> None:
    found = read("Приехал Владимир Котов, ректор Омского университета.")
    (fact,) = found.positions
    (body,) = [entity for entity in found.entities if entity.key == fact.organization_key]
    assert (body.name, body.entity_type) == ("Омский университет", "organization")


def test_the_office_of_a_former_holder_is_not_told_of_him_again(read: Callable[[str], Analysis]) -> None:
    found = read("Former mayor of Porvoo Anna Lind retired. The mayor of Porvoo met Marek Novak.")
    assert [(fact.position, fact.status) for fact in found.positions] == [("mayor", "former")]
