"""What a sentence takes from those before it: parties, places in one event, dates of what it is part of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.merge import MergeWords
from pipeline.merge.within import group_mentions
from pipeline.records import Analysis, EventMention

MET = "Mayor Olga Belova met with Consul Igor Laptev in Kazan on Monday."
MET_RU = "Мэр Ольга Белова встретилась с консулом Игорем Лаптевым в Казани в понедельник."
FORUM = "The Volga Forum took place in Kazan on Tuesday."
EN, RU = {"Olga Belova", "Igor Laptev"}, {"Ольга Белова", "Игорь Лаптев"}

CARRIED = [  # text, type of the event, who takes part in it
    (f"{MET} They spoke of the protocol signed by the two states in 2007, and of Slovakia and Chad.", "signing", {"Slovakia", "Chad"}),
    (f"{MET} The parties signed a protocol on trade.", "signing", EN),
    (f"{MET} The sides signed a protocol on trade.", "signing", EN),
    (f"{MET} They signed a protocol on trade.", "signing", EN),
    (f"{MET} Following the meeting, a protocol on trade was signed.", "signing", EN),
    (f"{MET_RU} Стороны подписали протокол о торговле.", "signing", RU),
    (f"{MET_RU} По итогам встречи подписан протокол о торговле.", "signing", RU),
    ("Consul Igor Laptev visited Kazan. He met with Mayor Olga Belova.", "meeting", EN),
    ("Консул Игорь Лаптев посетил Казань. Он встретился с мэром Ольгой Беловой.", "meeting", RU),
]
JOINED = [  # text that tells of one event in several sentences
    (f"{MET} During the meeting, the mayor spoke about trade.", "meeting"),
    (f"{MET} The meeting was held in a friendly atmosphere.", "meeting"),
    (f"{MET} At the talks the consul thanked the mayor.", "meeting"),
    ("Consul Igor Laptev will visit Kazan in May. During the visit, Mayor Olga Belova will praise the city.", "visit"),
    (f"{MET_RU} В ходе встречи мэр рассказала о торговле.", "meeting"),
    (f"{MET_RU} Встреча прошла в дружеской обстановке.", "meeting"),
    ("Мэр Ольга Белова встретилась с консулом Игорем Лаптевым. Встреча прошла 2 февраля в Казани.", "meeting"),
    ("Consul Igor Laptev visited Kazan in May. During the visit the consul praised the city.", "visit"),
    ("Консул Игорь Лаптев посетил Казань в мае. В ходе визита консул похвалил город.", "visit"),
]
APART = [  # text, number of events of the type
    (f"{MET_RU} Губернатор Олег Сорокин провёл специальное совещание, посвящённое дорогам.", "meeting", 1),
    (f"{MET} On Tuesday Mayor Olga Belova met with Governor Oleg Sorokin in Kazan.", "meeting", 2),
    (f"{MET_RU} Во вторник мэр Ольга Белова встретилась с губернатором Олегом Сорокиным.", "meeting", 2),
    ("Mayor Olga Belova met with Consul Igor Laptev on 3 May 2021. They met again on 7 June 2021.", "meeting", 2),
    ("Slovakia and Hungary signed a protocol on customs. They also signed a treaty on rivers.", "signing", 2),
    ("Мэр Ольга Белова провела телефонный разговор с послом Дании. Олег Сорокин и Игорь Лаптев обсудили паводок.", "call", 1),
    (f"{MET_RU} Моряков доставили в порт. Там они увидятся с послом Дании.", "meeting", 2),
    (f"{MET_RU} О проекте бюджета шла речь на встрече премьера с лидером Партии лесников.", "meeting", 2),
    (
        "Мэр Ольга Белова встретилась с ветеранами порта. На встрече шла речь о жилье. Мэр Ольга Белова провела встречу с консулом Игорем Лаптевым.",
        "meeting",
        2,
    ),
    ("Мэр Ольга Белова посетила Вену. О паводке говорил губернатор Олег Сорокин во время поездки в Томск.", "visit", 2),
]
NOTHING = [  # a noun that points back, and nothing to point to
    "During the meeting the mayor spoke about trade.",
    "The meeting was long.",
    "В ходе встречи мэр рассказала о торговле.",
    "По итогам визита подготовлен отчёт.",
]
TOPICS = [  # text, topics of the meeting
    (f"{MET_RU} Обсудили развитие туризма.", {"развитие туризма"}),
    (f"{MET_RU} Развитие туризма обсудили на заседании попечительского совета.", set()),
    (f"{MET_RU} Одной из тем заседания комиссии стало развитие туризма.", set()),
    (f"{MET_RU} В рамках форума обсудили развитие туризма.", set()),
]
DATED = [  # text, type, ISO day, where the date is from
    (MET, "meeting", "2023-03-13", "text"),
    (MET_RU, "meeting", "2023-03-13", "text"),
    ("Накануне мэр Ольга Белова встретилась с консулом Игорем Лаптевым.", "meeting", "2023-03-14", "text"),
    ("С 1 по 4 марта с. г. Казань посетил посол Игорь Лаптев.", "visit", "2023-03-01", "text"),
    ("Вчера в Казани открылась школа.", "opening", "2023-03-14", "text"),
    ("Yesterday a school was opened in Kazan.", "opening", "2023-03-14", "text"),
    (
        "During the visit of Consul Igor Laptev to Kazan on 3 May 2021, a protocol on trade was signed between Slovakia and Hungary.",
        "signing",
        "2021-05-03",
        "text",
    ),
    (f"{MET} Following the meeting, a protocol on trade was signed.", "signing", "2023-03-13", "context"),
    (f"{MET_RU} По итогам встречи подписан протокол о торговле.", "signing", "2023-03-13", "context"),
    ("Вчера мэр Ольга Белова вручила медаль консулу Игорю Лаптеву. Затем мэр и консул провели переговоры.", "meeting", "2023-03-14", "context"),
    (
        "Yesterday Mayor Olga Belova awarded a medal to Consul Igor Laptev. After the ceremony the mayor met with the consul.",
        "meeting",
        "2023-03-14",
        "context",
    ),
    (f"{FORUM} On the sidelines of the forum Mayor Olga Belova met with Consul Igor Laptev.", "meeting", "2023-03-14", "context"),
    ("Mayor Olga Belova will host Consul Igor Laptev for an official visit to Kazan on 3 May 2023.", "visit", "2023-05-03", "text"),
]


def of_type(analysis: Analysis, kind: str) -> list[EventMention]:
    return [m for m in analysis.mentions if m.event_type == kind]


@pytest.mark.parametrize(("text", "kind", "people"), CARRIED)
def test_parties_are_carried_over(text: str, kind: str, people: set[str], read: Callable[[str], Analysis]) -> None:
    (mention,) = of_type(read(text), kind)
    assert {p.name for p in mention.participants} == people
    carried = [p for p in mention.participants if p.resolved_by == "context"]
    assert all((p.start, p.end) == (-1, -1) for p in carried)


@pytest.mark.parametrize(("text", "kind"), JOINED)
def test_one_event_in_several_sentences(text: str, kind: str, read: Callable[[str], Analysis], merging: MergeWords) -> None:
    mentions = read(text).mentions
    assert {m.event_type for m in mentions} == {kind}
    assert len(mentions) > 1
    assert len(group_mentions(mentions, merging)) == 1


@pytest.mark.parametrize(("text", "kind", "count"), APART)
def test_events_apart(text: str, kind: str, count: int, read: Callable[[str], Analysis], merging: MergeWords) -> None:
    assert len(group_mentions(of_type(read(text), kind), merging)) == count


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_to_point_to(text: str, read: Callable[[str], Analysis]) -> None:
    assert [(m.rule, m.trigger) for m in read(text).mentions] == []


@pytest.mark.parametrize(("text", "topics"), TOPICS)
def test_topics_of_a_session_are_none_of_talks_before(text: str, topics: set[str], read: Callable[[str], Analysis]) -> None:
    assert {m.what for m in of_type(read(text), "meeting")} - {""} == topics


@pytest.mark.parametrize(("text", "kind", "day", "source"), DATED)
def test_dates(text: str, kind: str, day: str, source: str, read: Callable[[str], Analysis]) -> None:
    (mention,) = of_type(read(text), kind)
    assert mention.date is not None
    assert mention.date.interval is not None
    assert (mention.date.interval.first.isoformat(), mention.date_source) == (day, source)


UNDATED = [  # text, type of an event that another one's day is not of
    ("Consul Igor Laptev visited Kazan in May 2021. For his work for the city, the consul was awarded a medal.", "award"),
    ("В Казани открылась школа в честь битвы 7 ноября 1941 года.", "opening"),
    ("A monument was unveiled in Kazan in memory of the battle of 7 November 1941.", "opening"),
]
PLACED = [  # text, type, place, what its evidence says
    (f"{FORUM} On the sidelines of the forum Mayor Olga Belova met with Consul Igor Laptev.", "meeting", "Kazan", "told as part of 'forum'"),
    (
        "KAZAN, 15 March - Mayor Olga Belova met with Consul Igor Laptev today. The guests liked Kazan.",
        "meeting",
        "Kazan",
        "the city of the dateline, as a last resort",
    ),
    (
        "КАЗАНЬ, 15 марта - Мэр Ольга Белова сегодня встретилась с консулом Игорем Лаптевым. Гостям понравилась Казань.",
        "meeting",
        "Казань",
        "the city of the dateline, as a last resort",
    ),
    ("Мэр Ольга Белова встретилась с консулом Игорем Лаптевым в здании акимата.", "meeting", "здании акимата", "a building as described"),
]
HOMELESS = [  # what the dateline's city does not place
    "KAZAN, 15 March - Mayor Olga Belova met with Consul Igor Laptev in Riga today. The guests liked Kazan.",
    "KAZAN, 15 March - Mayor Olga Belova met with Consul Igor Laptev in May 2021. The guests liked Kazan.",
    "KAZAN, 15 March - Mayor Olga Belova spoke by phone with Consul Igor Laptev today. The guests liked Kazan.",
]


CHRONICLE = [  # text, the days of its meetings in the order of the text
    ("- March 13. Mayor Olga Belova met with Consul Igor Laptev.\n- March 14. Igor Laptev met with Governor Marek Novak.", ["13", "14"]),
    ("Monday. Mayor Olga Belova met with Consul Igor Laptev. They praised it.\n\nTuesday: Igor Laptev met with Governor Marek Novak.", ["13", "14"]),
    ("13 March\n\nMayor Olga Belova met with Consul Igor Laptev.\n\n14 March\n\nIgor Laptev met with Governor Marek Novak.", ["13", "14"]),
    ("- March 13. The hall was painted.\nMayor Olga Belova met with Consul Igor Laptev.\n- March 14. The hall was closed.", [""]),
    ("March 13.\nMayor Olga Belova met with Consul Igor Laptev.", [""]),
    ("- 13 марта. Мэр Ольга Белова встретилась с консулом Игорем Лаптевым.\n- 14 марта. Губернатор Марек Новак встретился с Игорем Лаптевым.", ["13", "14"]),
    ("Понедельник. Мэр Ольга Белова встретилась с консулом Игорем Лаптевым.\n\nСреда: Марек Новак встретился с Игорем Лаптевым.", ["13", "15"]),
    ("13 марта\n\nМэр Ольга Белова встретилась с консулом Игорем Лаптевым.\n\n14 марта\n\nМарек Новак встретился с Игорем Лаптевым.", ["13", "14"]),
    ("13.03.2023 – Мэр Ольга Белова встретилась с консулом Игорем Лаптевым.", ["13"]),
]


@pytest.mark.parametrize(("text", "days"), CHRONICLE)
def test_days_that_head_entries(text: str, days: list[str], read: Callable[[str], Analysis]) -> None:
    mentions = of_type(read(text), "meeting")
    found = [m.date.interval.first for m in mentions if m.date is not None and m.date.interval is not None]
    assert [day.isoformat() for day in found] == [f"2023-03-{day}" for day in days if day]
    assert len(mentions) == len(days)


@pytest.mark.parametrize(("text", "kind"), UNDATED)
def test_days_of_something_else(text: str, kind: str, read: Callable[[str], Analysis]) -> None:
    (mention,) = of_type(read(text), kind)
    assert mention.date is None


@pytest.mark.parametrize(("text", "kind", "place", "why"), PLACED)
def test_places(text: str, kind: str, place: str, why: str, read: Callable[[str], Analysis]) -> None:
    (mention,) = of_type(read(text), kind)
    assert (mention.place, [e.clause for e in mention.evidence if e.slot == "place"]) == (place, [why])


@pytest.mark.parametrize("text", HOMELESS)
def test_datelines_place_only_what_may_have_happened_there(text: str, read: Callable[[str], Analysis]) -> None:
    (mention,) = read(text).mentions
    assert mention.place != "Kazan"
