"""Short items of the wire and of TV news: who takes part in what they tell, and what is none of their events."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import Analysis

TAKE_PART = [  # text, type, status, all who take part
    ("Мэр Ольга Белова встретилась с руководством «Северного моста».", "meeting", "occurred", {"Ольга Белова", "руководство «Северного моста»"}),
    (
        "Представители компаний Чада, Северной и Южной Кореи встретились в Сочи.",
        "meeting",
        "occurred",
        {"Представители компаний Чада", "Представители компаний Северной Кореи", "Представители компаний Южной Кореи"},
    ),
    ("Президент Марек Новак наградил митрополита Пермского и Омского Тихона орденом Дружбы.", "award", "occurred", {"Марек Новак", "Тихон"}),
    ("Хамада бен Исы Аль Омари принял в Омске мэр Олег Белов.", "meeting", "occurred", {"Хамад бен Иса Аль Омари", "Олег Белов"}),
    ("President Ali bin Isa Al Sani met with Mayor Anna Lind in Graz.", "meeting", "occurred", {"Ali bin Isa Al Sani", "Anna Lind"}),
    ("В Праге прошли переговоры Чехия-Лаос.", "meeting", "occurred", {"Чехия", "Лаос"}),
    ("The Slovakia-Laos talks took place in Graz.", "meeting", "occurred", {"Slovakia", "Laos"}),
    ("Президент Марек Новак поручил министру Олегу Серову встретиться с послом Анной Линд.", "meeting", "proposed", {"Олег Серов", "Анна Линд"}),
    ("President Marek Novak instructed Minister Ivo Kos to meet with Consul Anna Lind.", "meeting", "proposed", {"Ivo Kos", "Anna Lind"}),
    ("Лаос призвал Чехию и Словакию начать переговоры.", "meeting", "proposed", {"Чехия", "Словакия"}),
    ("Президент Марек Новак предложил послу Анне Линд встретиться в Омске.", "meeting", "proposed", {"Марек Новак", "Анна Линд"}),
    ("Мэр Ольга Белова ждёт встречи с послом Ильёй Громовым.", "meeting", "planned", {"Ольга Белова", "Илья Громов"}),
    ("Mayor Anna Lind awaits a meeting with Consul Ivo Kos.", "meeting", "planned", {"Anna Lind", "Ivo Kos"}),
    ("Рынок в Перми, куда направлялось большинство гостей, уже открылся.", "opening", "occurred", set()),
    ("Anna Lind became minister of economy in May 2021.", "appointment", "occurred", {"Anna Lind"}),
]
NONE = [
    "Мэр Ольга Белова комментировала слухи о своей отставке.",
    "Mayor Anna Lind denied rumors of her resignation.",
    "Издание припомнило режиму провал и запрет вести переговоры с Чехией.",
    "The paper recalled the ban on talks with Slovakia.",
    "Министр спорта Олег Серов стал первым министром, который достиг полюса.",
    "Anna Lind became the first minister to reach the pole.",
    "Капитан команды участвовал в товарищеской встрече с «Окой».",
]


@pytest.mark.parametrize(("text", "kind", "status", "names"), TAKE_PART)
def test_those_who_take_part(text: str, kind: str, status: str, names: set[str], read: Callable[[str], Analysis]) -> None:
    (mention,) = read(text).mentions
    assert (mention.event_type, mention.status, {p.name for p in mention.participants}) == (kind, status, names)


@pytest.mark.parametrize("text", NONE)
def test_what_is_said_or_forbidden_or_played_is_no_event(text: str, read: Callable[[str], Analysis]) -> None:
    assert [(m.rule, m.trigger) for m in read(text).mentions] == []
