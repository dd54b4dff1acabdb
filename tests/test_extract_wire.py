"""Short items of the wire and of TV news, also in less usual ways: who takes part in what they tell, and what is none of their events."""

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
    ("Мэр Олег Белов встретился с экипажем крейсера «Ока».", "meeting", "occurred", {"Олег Белов", "экипаж крейсера «Ока»"}),
    ("Мэр Олег Белов встретился с коллективом Омского завода.", "meeting", "occurred", {"Олег Белов", "коллектив Омского завода"}),
    ("Лаос начал переговоры о поставках газа с Чехией.", "meeting", "occurred", {"Лаос", "Чехия"}),
    ("В Перми прошли переговоры мэра Олега Белова о границе с Польшей.", "meeting", "occurred", {"Олег Белов"}),
    ("В Перми избран председатель палаты. Им стал адвокат Олег Белов.", "appointment", "occurred", {"Олег Белов"}),
    ("Дмитрий Серов возглавил департамент после Анны Орловой.", "appointment", "occurred", {"Дмитрий Серов"}),
    ("В Ялте собрались представители 40 стран.", "meeting", "occurred", {"представители 40 стран"}),
    ("Токаев заявил на встрече с Олегом Беловым, что порт достроят.", "meeting", "occurred", {"Токаев", "Олег Белов"}),
    (
        "Мэр Ольга Белова сообщила об этом на встрече с послом Олегом Серовым, где присутствовали также Ян Холм и Пётр Орлов.",
        "meeting",
        "occurred",
        {"Ольга Белова", "Олег Серов", "Ян Холм", "Пётр Орлов"},
    ),
    (
        "В свою очередь, думские центристы в ближайшие два дня намерены провести по этому вопросу консультации с кабинетом министров.",
        "meeting",
        "planned",
        {"думские центристы", "кабинет министров"},
    ),
    ("Европейский союз поддерживает предложение Марека Новака провести консультации между Чехией и Лаосом.", "meeting", "proposed", {"Чехия", "Лаос"}),
    ("The council backs a plan to hold talks between Slovakia and Laos.", "meeting", "planned", {"Slovakia", "Laos"}),
    ("В Омске главком Анатолий Серов вручил награды экипажу самолёта Ил-76.", "award", "occurred", {"Анатолий Серов", "экипаж самолёта Ил-76"}),
    ("Двое офицеров питерского «Тайфуна» награждены орденами Мужества.", "award", "occurred", {"офицеры питерского «Тайфуна»"}),
    ("Президенту Мареку Новаку надо встретиться с послом Анной Линд.", "meeting", "proposed", {"Марек Новак", "Анна Линд"}),
    ("Депутатам Омска пора провести переговоры с правительством Чехии.", "meeting", "proposed", {"Депутаты Омска", "правительство Чехии"}),
    ("Президенту Мареку Новаку удалось встретиться с послом Анной Линд.", "meeting", "occurred", {"Марек Новак", "Анна Линд"}),
    ("Мэр Олег Белов заявил, что переговоры с Чехией нужно провести в Вене.", "meeting", "proposed", {"Олег Белов", "Чехия"}),
    ("Mayor Anna Lind should meet with Consul Ivo Kos.", "meeting", "proposed", {"Anna Lind", "Ivo Kos"}),
    ("Орденами Мужества награждены журналисты «Волны» и «Зари».", "award", "occurred", {"журналисты «Волны» и «Зари»"}),
    ("Состоялась встреча премьер-министра и первого вице-премьера.", "meeting", "occurred", {"премьер-министр", "первый вице-премьер"}),
    ("Anna Lind became minister of economy in May 2021.", "appointment", "occurred", {"Anna Lind"}),
    ("Mayor Olga Belova compared notes with Consul Igor Laptev.", "meeting", "occurred", {"Olga Belova", "Igor Laptev"}),
    (
        "Consul Igor Laptev and Mayor Olga Belova sat across the table from Minister Anna Lind.",
        "meeting",
        "occurred",
        {"Igor Laptev", "Olga Belova", "Anna Lind"},
    ),
    ("Consul Igor Laptev was granted an audience by President Marek Novak.", "meeting", "occurred", {"Marek Novak", "Igor Laptev"}),
    ("Consul Igor Laptev paid Mayor Olga Belova a courtesy call.", "meeting", "occurred", {"Igor Laptev", "Olga Belova"}),
    ("Mayor Olga Belova had a one-on-one with Consul Igor Laptev.", "meeting", "occurred", {"Olga Belova", "Igor Laptev"}),
    ("Consul Igor Laptev came to see Mayor Olga Belova.", "meeting", "occurred", {"Igor Laptev", "Olga Belova"}),
    ("Consul Igor Laptev was met at the station by Mayor Olga Belova.", "meeting", "occurred", {"Olga Belova", "Igor Laptev"}),
    ("Мэр Ольга Белова сверила часы с консулом Игорем Лаптевым.", "meeting", "occurred", {"Ольга Белова", "Игорь Лаптев"}),
    ("Консул Игорь Лаптев побывал в гостях у мэра Ольги Беловой.", "meeting", "occurred", {"Игорь Лаптев", "Ольга Белова"}),
    ("Состоялся обмен мнениями мэра Ольги Беловой и консула Игоря Лаптева.", "meeting", "occurred", {"Ольга Белова", "Игорь Лаптев"}),
    ("Mayor Olga Belova and Consul Igor Laptev were on the phone for an hour.", "call", "occurred", {"Olga Belova", "Igor Laptev"}),
    ("In a phone call on Monday, Mayor Olga Belova told Consul Igor Laptev that the bridge is ready.", "call", "occurred", {"Olga Belova", "Igor Laptev"}),
    ("Mayor Olga Belova will meet Consul Igor Laptev on Zoom.", "call", "planned", {"Olga Belova", "Igor Laptev"}),
    ("Мэр Ольга Белова вышла на видеосвязь с консулом Игорем Лаптевым.", "call", "occurred", {"Ольга Белова", "Игорь Лаптев"}),
    ("Мэр Ольга Белова и консул Игорь Лаптев провели онлайн-встречу.", "call", "occurred", {"Ольга Белова", "Игорь Лаптев"}),
    ("Consul Igor Laptev was shown around the shipyard.", "visit", "occurred", {"Igor Laptev"}),
    ("Consul Igor Laptev is expected in Kazan on Friday.", "visit", "planned", {"Igor Laptev"}),
    ("Consul Igor Laptev is due in Kazan on Friday.", "visit", "planned", {"Igor Laptev"}),
    ("Консулу Игорю Лаптеву показали верфь.", "visit", "occurred", {"Игорь Лаптев"}),
    ("Консула Игоря Лаптева в пятницу ждут в Казани.", "visit", "planned", {"Игорь Лаптев"}),
    ("Консул Игорь Лаптев ознакомился с работой верфи.", "visit", "occurred", {"Игорь Лаптев"}),
]
NONE = [
    "Мэр Ольга Белова комментировала слухи о своей отставке.",
    "Mayor Anna Lind denied rumors of her resignation.",
    "Издание припомнило режиму провал и запрет вести переговоры с Чехией.",
    "The paper recalled the ban on talks with Slovakia.",
    "Министр спорта Олег Серов стал первым министром, который достиг полюса.",
    "Anna Lind became the first minister to reach the pole.",
    "Все больше добровольцев подписывает контракт с Министерством обороны.",
    "More and more firms sign contracts with the Port Authority.",
    "В программе «Час» Александр Серов обсудит с экспертами, нужна ли стране река.",
    "Пётр Орлов обсудит последние события с гостями своей новой студии.",
    "Mayor Anna Lind discussed tariffs with Ivo Kos in a broadcast on Monday.",
    "Марсоход НАСА совершил первую поездку по красной планете.",
    "Серов служил при губернаторе Валентине Орловой, а после её отставки работал в порту.",
    "15 мая исполнится 110 лет со дня открытия музея в Омске.",
    "На площади собрались тысячи активистов движения «Ока».",
    "Разговор о поддержке семей с детьми продолжился в Омске.",
    "Капитан команды участвовал в товарищеской встрече с «Окой».",
    "Mayor Olga Belova sat at her desk.",
    "Mayor Olga Belova saw Consul Igor Laptev as a rival.",
    "Tourists were shown around the shipyard.",
    "Snow is expected in Kazan on Friday.",
    "Mayor Olga Belova inspected the guard of honour in Kazan.",
    "Clients are connected by phone.",
    "Мэр Ольга Белова пообедала.",
    "Туристам показали верфь.",
    "Снег в Казани ожидают в пятницу.",
    "Мэр Ольга Белова ознакомилась в Казани с письмом.",
]


@pytest.mark.parametrize(("text", "kind", "status", "names"), TAKE_PART)
def test_those_who_take_part(text: str, kind: str, status: str, names: set[str], read: Callable[[str], Analysis]) -> None:
    (mention,) = read(text).mentions
    assert (mention.event_type, mention.status, {p.name for p in mention.participants}) == (kind, status, names)


@pytest.mark.parametrize("text", NONE)
def test_what_only_sounds_alike_is_no_event(text: str, read: Callable[[str], Analysis]) -> None:
    assert [(m.rule, m.trigger) for m in read(text).mentions] == []


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [  # published on 15 March 2023
        ("Марек Новак накануне 19 марта встретился с послом Анной Линд.", "occurred", ""),
        ("Marek Novak met with Consul Anna Lind on the eve of March 19, 2023.", "occurred", ""),
        ("Марек Новак встречается с послом Анной Линд 19 марта.", "planned", "2023-03-19"),
        ("Marek Novak meets with Consul Anna Lind on March 19, 2023.", "planned", "2023-03-19"),
    ],
)
def test_a_verb_in_the_past_tells_no_plan(text: str, status: str, day: str, read: Callable[[str], Analysis]) -> None:
    (mention,) = read(text).mentions
    assert (mention.status, str(mention.date.interval.first) if mention.date is not None and mention.date.interval is not None else "") == (status, day)


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Олег Белов провёл торжественную встречу с офицерами по случаю присвоения им высших воинских званий.", "award", {"офицеры"}),
        ("Олег Белов встретился с Анной Линд. Одна из участниц встречи предложила построить порт.", "meeting", {"Олег Белов", "Анна Линд"}),
    ],
)
def test_who_took_part_is_told_with_another_event(text: str, kind: str, names: set[str], read: Callable[[str], Analysis]) -> None:
    told = [m for m in read(text).mentions if m.event_type == kind]
    assert {m.status for m in told} == {"occurred"}
    assert {p.name for m in told for p in m.participants} == names


def test_a_patriarch_told_with_a_number_is_nobody_else(read: Callable[[str], Analysis]) -> None:
    told = read("Алексею Лукину вручили премию «Заря» за повесть. Алексей работает в кузнице.\n\nПатриарх Алексий II награждён орденом Дружбы.").mentions
    assert {p.name for m in told for p in m.participants} == {"Алексей Лукин", "Алексий II"}
