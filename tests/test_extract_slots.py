"""Who is who in one sentence: passives turned, pairs, lists, relative clauses, shared and lowered subjects, heads of delegations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import Analysis, EventMention

# sentence, type, who, whom, place
ENGLISH = [
    ("Mayor Olga Belova met with Consul Igor Laptev, while Governor Oleg Sorokin stayed at home.", "meeting", ["Olga Belova"], ["Igor Laptev"], ""),
    ("Mayor Olga Belova met with Consul Igor Laptev in Kazan.", "meeting", ["Olga Belova"], ["Igor Laptev"], "Kazan"),
    ("In Kazan, Mayor Olga Belova met Consul Igor Laptev.", "meeting", ["Olga Belova"], ["Igor Laptev"], "Kazan"),
    ("Consul Igor Laptev was received by Mayor Olga Belova.", "meeting", ["Olga Belova"], ["Igor Laptev"], ""),
    ("Mayor Olga Belova and Consul Igor Laptev met in Kazan.", "meeting", ["Olga Belova"], ["Igor Laptev"], "Kazan"),
    (
        "Mayor Olga Belova met with Consul Igor Laptev, Governor Oleg Sorokin and Ambassador Victor Dronov.",
        "meeting",
        ["Olga Belova"],
        ["Igor Laptev", "Oleg Sorokin", "Victor Dronov"],
        "",
    ),
    (
        "Mayor Olga Belova, joined by Rector Victor Dronov and Governor Oleg Sorokin, met with Consul Igor Laptev.",
        "meeting",
        ["Olga Belova", "Oleg Sorokin", "Victor Dronov"],
        ["Igor Laptev"],
        "",
    ),
    ("Mayor Olga Belova along with Rector Victor Dronov visited Kazan.", "visit", ["Olga Belova", "Victor Dronov"], [], "Kazan"),
    ("Olga Belova will attend the Conference of the Parties to the Rivers Convention in Kazan.", "conference", ["Olga Belova"], [], "Kazan"),
    ("Mayor Olga Belova joined Consul Igor Laptev for a meeting in Kazan.", "meeting", ["Olga Belova"], ["Igor Laptev"], "Kazan"),
    ("Upon approval by the full Senate, the Council and Senate will meet in Kazan.", "meeting", ["Council"], ["Senate"], "Kazan"),
    ("Talks between Mayor Olga Belova and Consul Igor Laptev were held in Kazan.", "meeting", ["Olga Belova"], ["Igor Laptev"], "Kazan"),
    ("Mayor Olga Belova held talks with Consul Igor Laptev in Kazan.", "meeting", ["Olga Belova"], ["Igor Laptev"], "Kazan"),
    ("Mayor Olga Belova had a meeting with Consul Igor Laptev.", "meeting", ["Olga Belova"], ["Igor Laptev"], ""),
    ("Consul Igor Laptev, who met with Mayor Olga Belova, left for home.", "meeting", ["Igor Laptev"], ["Olga Belova"], ""),
    ("Consul Igor Laptev arrived in Kazan and met with Mayor Olga Belova.", "meeting", ["Igor Laptev"], ["Olga Belova"], "Kazan"),
    ("Consul Igor Laptev arrived in Kazan and met with Mayor Olga Belova.", "visit", ["Igor Laptev"], [], "Kazan"),
    ("Mayor Olga Belova invited Consul Igor Laptev to visit Kazan.", "visit", ["Igor Laptev"], [], "Kazan"),
    ("Mayor Olga Belova plans to visit Kazan.", "visit", ["Olga Belova"], [], "Kazan"),
    ("A delegation of Slovakia headed by Minister Olga Belova visited Kazan.", "visit", ["Olga Belova", "delegation of Slovakia"], [], "Kazan"),
    ("The visit of Minister Olga Belova to Hungary took place in May.", "visit", ["Olga Belova"], [], "Hungary"),
    ("Minister Olga Belova's visit to Hungary took place in May.", "visit", ["Olga Belova"], [], "Hungary"),
    ("Slovakia and Hungary signed an agreement on trade in Vienna.", "signing", ["Slovakia"], ["Hungary"], "Vienna"),
    ("An agreement on trade was signed between Slovakia and Hungary.", "signing", ["Slovakia"], ["Hungary"], ""),
    ("Slovakia signed an agreement on trade with Hungary.", "signing", ["Slovakia"], ["Hungary"], ""),
    ("A protocol was signed by Minister Olga Belova and Ambassador Igor Laptev.", "signing", ["Olga Belova"], ["Igor Laptev"], ""),
    ("The protocol signed by Minister Olga Belova and Ambassador Igor Laptev covers trade.", "signing", ["Olga Belova"], ["Igor Laptev"], ""),
    ("President Marek Novak awarded Rector Victor Dronov a medal.", "award", ["Victor Dronov"], ["Marek Novak"], ""),
    ("Rector Victor Dronov was awarded a medal by President Marek Novak.", "award", ["Victor Dronov"], ["Marek Novak"], ""),
    ("President Marek Novak presented a medal to Rector Victor Dronov.", "award", ["Victor Dronov"], ["Marek Novak"], ""),
    ("Victor Dronov was appointed ambassador by President Marek Novak.", "appointment", ["Victor Dronov"], ["Marek Novak"], ""),
    ("Mayor Olga Belova opened a school in Kazan.", "opening", ["Olga Belova"], [], "Kazan"),
    ("A school was opened in Kazan by Mayor Olga Belova.", "opening", ["Olga Belova"], [], "Kazan"),
    ("Mayor Olga Belova took part in the Volga Forum in Kazan.", "conference", ["Olga Belova"], [], "Kazan"),
    ("Minister Olga Belova spoke by phone with Ambassador Igor Laptev.", "call", ["Olga Belova"], ["Igor Laptev"], ""),
]
RUSSIAN = [
    (
        "Мэр Ольга Белова встретилась с консулом Игорем Лаптевым, а специальный представитель Олег Сорокин выяснял, сколько стоит хлеб.",
        "meeting",
        ["Ольга Белова"],
        ["Игорь Лаптев"],
        "",
    ),
    ("Казань посетила делегация Словакии.", "visit", ["делегация Словакии"], [], "Казань"),
    ("В аэропорту посла Игоря Лаптева встретил губернатор Олег Сорокин.", "meeting", ["Олег Сорокин"], ["Игорь Лаптев"], "аэропорту"),
    ("Губернатор Олег Сорокин принял в здании мэрии посла Игоря Лаптева.", "meeting", ["Олег Сорокин"], ["Игорь Лаптев"], "здании мэрии"),
    ("Олег Сорокин встретился с вице-премьером, министром транспорта Марком Орловым.", "meeting", ["Олег Сорокин"], ["Марк Орлов"], ""),
    ("В Омске, на доме, где жил Олег Белов, открыли мемориальную доску.", "opening", [], [], "Омск"),
    ("В Томске, на территории Управления по туризму, открыли мемориал.", "opening", [], [], "Томск"),
    ("Марек Новак и Анна Линд обсудили рыбалку и отношения с Дунайским союзом.", "meeting", ["Марек Новак"], ["Анна Линд"], ""),
    ("Марек Новак встретился с католикосом всея Грузии Давидом Вторым.", "meeting", ["Марек Новак"], ["Давид Второй"], ""),
    ("Марек Новак встретился с комиссаром союза по делам рыбаков Игорем Лаптевым.", "meeting", ["Марек Новак"], ["Игорь Лаптев"], ""),
    ("На встрече с послом Словакии глава нашего правительства Олег Белов рассказал о рыбалке.", "meeting", ["Олег Белов"], ["посол Словакии"], ""),
    ("В столице Дании Марек Новак посетил портовую церковь, встретился с ректором Анной Орловой.", "meeting", ["Марек Новак"], ["Анна Орлова"], "Дания"),
    ("Орден Дружбы министр Анна Линд вручила матери Олега Белова.", "award", [], ["Анна Линд"], ""),
    ("Президент Марек Новак выдвинул кандидатуру Олега Белова на пост спикера.", "appointment", ["Олег Белов"], ["Марек Новак"], ""),
    ("Министр Анна Линд провела заседание комиссии по борьбе с КОВИД-19.", "conference", ["Анна Линд"], [], ""),
    ("Министр Анна Линд посетила выставку «Волга».", "visit", ["Анна Линд"], [], "выставку «Волга»"),
    ("В Риге состоялось вручение кинопремии «Золотой Орёл».", "award", [], [], "Рига"),
    ("Олег Сорокин провёл встречу с Марком Орловым, которая прошла в порту.", "meeting", ["Олег Сорокин"], ["Марк Орлов"], ""),
    ("Башкортостан посетил Чрезвычайный и Полномочный Посол Дании Марек Новак.", "visit", ["Марек Новак"], [], "Башкортостан"),
    ("Мэр Ольга Белова поблагодарила консула Дании за визит.", "visit", ["консул Дании"], [], ""),
    ("Областное управление культуры возглавил Игорь Лаптев.", "appointment", ["Игорь Лаптев"], [], ""),
    # the tree hangs the ambassador below the order that he gives
    (
        "Чрезвычайный и Полномочный Посол Словакии в России Марек Новак сегодня вручил губернатору Тверской области Олегу Сорокину орден «Дружба» II степени.",
        "award",
        ["Олег Сорокин"],
        ["Марек Новак"],
        "",
    ),
    ("Мэр Ольга Белова встретилась с консулом Игорем Лаптевым в Казани.", "meeting", ["Ольга Белова"], ["Игорь Лаптев"], "Казань"),
    ("В Казани мэр Ольга Белова встретилась с консулом Игорем Лаптевым.", "meeting", ["Ольга Белова"], ["Игорь Лаптев"], "Казань"),
    ("Консул Игорь Лаптев был принят мэром Ольгой Беловой.", "meeting", ["Ольга Белова"], ["Игорь Лаптев"], ""),
    ("Консула Игоря Лаптева приняла мэр Ольга Белова.", "meeting", ["Ольга Белова"], ["Игорь Лаптев"], ""),
    ("Мэр Ольга Белова и консул Игорь Лаптев встретились в Казани.", "meeting", ["Ольга Белова"], ["Игорь Лаптев"], "Казань"),
    ("В Казани прошли переговоры между мэром Ольгой Беловой и консулом Игорем Лаптевым.", "meeting", ["Ольга Белова"], ["Игорь Лаптев"], "Казань"),
    ("Мэр Ольга Белова провела переговоры с консулом Игорем Лаптевым.", "meeting", ["Ольга Белова"], ["Игорь Лаптев"], ""),
    ("Состоялась встреча мэра Ольги Беловой с консулом Игорем Лаптевым.", "meeting", ["Ольга Белова"], ["Игорь Лаптев"], ""),
    (
        "Мэр Ольга Белова встретилась с консулом Игорем Лаптевым, губернатором Олегом Сорокиным и послом Виктором Дроновым.",
        "meeting",
        ["Ольга Белова"],
        ["Игорь Лаптев", "Олег Сорокин", "Виктор Дронов"],
        "",
    ),
    ("Консул Игорь Лаптев, который встретился с мэром Ольгой Беловой, уехал.", "meeting", ["Игорь Лаптев"], ["Ольга Белова"], ""),
    ("Консул Игорь Лаптев прибыл в Казань и встретился с мэром Ольгой Беловой.", "meeting", ["Игорь Лаптев"], ["Ольга Белова"], "Казань"),
    ("Консул Игорь Лаптев прибыл в Казань и встретился с мэром Ольгой Беловой.", "visit", ["Игорь Лаптев"], [], "Казань"),
    ("Мэр Ольга Белова пригласила консула Игоря Лаптева посетить Казань.", "visit", ["Игорь Лаптев"], [], "Казань"),
    ("Мэр Ольга Белова планирует посетить Казань.", "visit", ["Ольга Белова"], [], "Казань"),
    ("Министр Ольга Белова прибыла в Венгрию.", "visit", ["Ольга Белова"], [], "Венгрия"),
    ("В мае состоялся визит министра Ольги Беловой в Венгрию.", "visit", ["Ольга Белова"], [], "Венгрия"),
    ("Словакия и Венгрия подписали соглашение о торговле.", "signing", ["Словакия"], ["Венгрия"], ""),
    ("Соглашение о торговле подписано между Словакией и Венгрией.", "signing", ["Словакия"], ["Венгрия"], ""),
    ("Протокол подписали министр Ольга Белова и посол Игорь Лаптев.", "signing", ["Ольга Белова"], ["Игорь Лаптев"], ""),
    ("Протокол был подписан министром Ольгой Беловой и послом Игорем Лаптевым.", "signing", ["Ольга Белова"], ["Игорь Лаптев"], ""),
    ("Президент Марек Новак вручил медаль ректору Виктору Дронову.", "award", ["Виктор Дронов"], ["Марек Новак"], ""),
    ("Ректору Виктору Дронову вручена медаль.", "award", ["Виктор Дронов"], [], ""),
    ("Президент Марек Новак назначил Виктора Дронова послом.", "appointment", ["Виктор Дронов"], ["Марек Новак"], ""),
    ("Виктор Дронов назначен послом.", "appointment", ["Виктор Дронов"], [], ""),
    ("Мэр Ольга Белова открыла школу в Казани.", "opening", ["Ольга Белова"], [], "Казань"),
    ("Мэр Ольга Белова приняла участие в форуме «Волга» в Казани.", "conference", ["Ольга Белова"], [], "Казань"),
    ("Министр Ольга Белова поговорила по телефону с послом Игорем Лаптевым.", "call", ["Ольга Белова"], ["Игорь Лаптев"], ""),
]
NO_EVENT = [
    "The mayor met the budget deadline.",
    "The governor held a press conference.",
    "Мэр провёл пресс-конференцию.",
    "Congress was able to override the veto.",
    "Forums are useful.",
    "The region received a subsidy from the ministry.",
    "The president signed a decree on pensions.",
    "The city hosts thousands of tourists.",
    "He opened the window.",
    "The rules meet the standards.",
    "The company signed up new customers.",
    "The street was named after the poet.",
    "Президент подписал указ о пенсиях.",
    "Депутаты приняли закон о бюджете.",
    "Министерство ежегодно подписывает контракты.",
    "Губернатор принял решение о ремонте дорог.",
    "Регион получил субсидию из бюджета.",
    "Сторож открыл ворота.",
    "Поезд прибыл на станцию.",
    "Такие растения встречаются в степи.",
    "Суд вынес решение по делу.",
    "Студенты смогут посетить Казань бесплатно.",
    "Если бы Игорь Лаптев мог посетить Казань, жители были бы рады.",
    "Томск готов принять инспекторов агентства.",
    "Виктор Дронов уже встретился с ними.",
]
ROLES = [  # sentence, participants as (name, role, side)
    (
        "A delegation of Slovakia led by Minister Olga Belova visited Kazan.",
        {("delegation of Slovakia", "who", 1), ("Olga Belova", "head_of_delegation", 1)},
    ),
    (
        "Mayor Olga Belova met with Consul Igor Laptev and Governor Oleg Sorokin.",
        {("Olga Belova", "who", 1), ("Igor Laptev", "whom", 2), ("Oleg Sorokin", "whom", 3)},
    ),
    (
        "Slovakia and Hungary signed a protocol in the presence of Governor Oleg Sorokin and Mayor Olga Belova.",
        {("Slovakia", "who", 1), ("Hungary", "whom", 2), ("Oleg Sorokin", "witness", 0), ("Olga Belova", "witness", 0)},
    ),
    (
        "В присутствии губернатора Олега Сорокина холдинг «Волга» и компания «Дунай» подписали контракт.",
        {("холдинг «Волга»", "who", 1), ("компания «Дунай»", "whom", 2), ("Олег Сорокин", "witness", 0)},
    ),
]


def names(mention: EventMention, *roles: str) -> list[str]:
    return sorted(p.name for p in mention.participants if p.role in roles)


@pytest.mark.parametrize(("sentence", "kind", "who", "whom", "place"), [*ENGLISH, *RUSSIAN])
def test_slots(sentence: str, kind: str, who: list[str], whom: list[str], place: str, read: Callable[[str], Analysis]) -> None:
    (mention,) = [m for m in read(sentence).mentions if m.event_type == kind]
    assert (names(mention, "who", "head_of_delegation"), names(mention, "whom"), mention.place) == (sorted(who), sorted(whom), place)


@pytest.mark.parametrize("sentence", NO_EVENT)
def test_no_event(sentence: str, read: Callable[[str], Analysis]) -> None:
    assert [(m.rule, m.trigger) for m in read(sentence).mentions] == []


@pytest.mark.parametrize(("sentence", "wanted"), ROLES)
def test_roles_and_sides(sentence: str, wanted: set[tuple[str, str, int]], read: Callable[[str], Analysis]) -> None:
    (mention,) = read(sentence).mentions
    assert {(p.name, p.role, p.side) for p in mention.participants} >= wanted


@pytest.mark.parametrize("sentence", [row[0] for row in (*ENGLISH, *RUSSIAN)])
def test_words_stand_where_they_are_said_to(sentence: str, read: Callable[[str], Analysis]) -> None:
    for mention in read(sentence).mentions:
        assert sentence[mention.start : mention.end] == mention.sentence
        assert sentence[mention.trigger_start : mention.trigger_end] == mention.trigger
        assert all(sentence[p.start : p.end] == p.text for p in mention.participants if p.start >= 0)
        assert all(sentence[e.start : e.end] == e.text for e in mention.evidence if e.start >= 0)
        assert 0.05 <= mention.confidence <= 0.99
