"""People listed below a heading or behind a colon take part in the event that the heading means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.merge import MergeWords
from pipeline.merge.within import group_mentions
from pipeline.records import Analysis

HELD = "Minister Anna Lind hosted a roundtable with ferry owners on Monday."
LISTS = [  # text, type, who takes part
    (
        f"{HELD} Officials from the port taking part in the meeting included Captain Peter Holm, Mayor Olga Belova, and Consul Igor Laptev.",
        "meeting",
        {"Anna Lind", "Peter Holm", "Olga Belova", "Igor Laptev"},
    ),
    (
        f"{HELD} Also in the meeting were Captain Peter Holm, Mayor Olga Belova, and Ida Tamm.",
        "meeting",
        {"Anna Lind", "Peter Holm", "Olga Belova", "Ida Tamm"},
    ),
    (f"{HELD} Also present were Captain Peter Holm and Mayor Olga Belova.", "meeting", {"Anna Lind", "Peter Holm", "Olga Belova"}),
    (
        f"{HELD} The Danish delegation was led by Captain Peter Holm and included Mayor Olga Belova.",
        "meeting",
        {"Anna Lind", "Peter Holm", "Olga Belova"},
    ),
    (f"{HELD}\n\nParticipants in the meeting included:\n\n- Captain Peter Holm - Mayor Olga Belova", "meeting", {"Anna Lind", "Peter Holm", "Olga Belova"}),
    (f"{HELD}\n\nAttendees:\n\n1. Peter Holm, Director, Northern Ferries\n2. Olga Belova, Mayor", "meeting", {"Anna Lind", "Peter Holm", "Olga Belova"}),
    (
        "The agreement was signed by: Mayor Olga Belova, Governor Oleg Sorokin and Consul Igor Laptev.",
        "signing",
        {"Olga Belova", "Oleg Sorokin", "Igor Laptev"},
    ),
    (
        "Мэр Ольга Белова встретилась с консулом Игорем Лаптевым. В ней участвовали:\n- Пётр Холин;\n- Олег Сорокин",
        "meeting",
        {"Ольга Белова", "Игорь Лаптев", "Пётр Холин", "Олег Сорокин"},
    ),
]
ATTENDED = [  # who takes part is told in a sentence of its own
    (
        "Mayor Olga Belova met with Consul Igor Laptev on Monday. {}",
        [
            "It was attended by Deputy Mayor Peter Holm and rector Oleg Sorokin.",
            "Also present on the line from Riga were Deputy Mayor Peter Holm and rector Oleg Sorokin.",
            "Also taking part were Deputy Mayor Peter Holm and rector Oleg Sorokin.",
            "Deputy Mayor Peter Holm and rector Oleg Sorokin also joined from the town hall.",
            "From the Latvian side, Deputy Mayor Peter Holm and rector Oleg Sorokin attended.",
            "Deputy Mayor Peter Holm and rector Oleg Sorokin were among those present.",
            "The meeting with Consul Laptev was also attended by Deputy Mayor Peter Holm and rector Oleg Sorokin.",
            "At the end of the meeting, which was also attended by Deputy Mayor Peter Holm and rector Oleg Sorokin, a vase was handed over.",
        ],
        {"Olga Belova", "Igor Laptev", "Peter Holm", "Oleg Sorokin"},
    ),
    (
        "The fifth session of the joint commission of Chad and Laos was held in Riga on Wednesday. {}",
        ["The Chadian side was led by Minister Peter Holm while the Lao side was headed by Governor Oleg Sorokin."],
        {"Peter Holm", "Oleg Sorokin"},
    ),
    (
        "The Consulate of Chad was opened in Riga on Thursday. {}",
        ["The plaque was uncovered by Ambassador Peter Holm together with Mayor Oleg Sorokin."],
        {"Peter Holm", "Oleg Sorokin"},
    ),
    (
        "Мэр Ольга Белова встретилась с консулом Игорем Лаптевым. {}",
        [
            "Во встрече приняли участие ректор Пётр Холин и министр Олег Сорокин.",
            "Во встрече также участвовали ректор Пётр Холин и министр Олег Сорокин.",
            "В ней приняли участие ректор Пётр Холин и министр Олег Сорокин.",
            "В мероприятии участвовали ректор Пётр Холин и министр Олег Сорокин.",
            "На встрече присутствовали ректор Пётр Холин и министр Олег Сорокин.",
        ],
        {"Ольга Белова", "Игорь Лаптев", "Пётр Холин", "Олег Сорокин"},
    ),
    (
        "Тверской университет и Томский университет заключили меморандум о туризме. {}",
        ["Документ подписали ректоры Пётр Холин и Олег Сорокин.", "Подписи под документом поставили ректоры Пётр Холин и Олег Сорокин."],
        {"Тверской университет", "Томский университет", "Пётр Холин", "Олег Сорокин"},
    ),
    (
        "A delegation from Tver Region visited Turku on Monday. {}",
        [
            "It included Mayor Olga Belova and rector Peter Holm.",
            "The delegation was made up of Mayor Olga Belova and rector Peter Holm.",
            "Among its members were Mayor Olga Belova and rector Peter Holm.",
        ],
        {"delegation from Tver Region", "Olga Belova", "Peter Holm"},
    ),
    (
        "Делегация Тверской области посетила Турку. {}",
        [
            "В состав делегации вошли мэр Ольга Белова и ректор Пётр Холин.",
            "В неё вошли мэр Ольга Белова и ректор Пётр Холин.",
            "В составе делегации — мэр Ольга Белова и ректор Пётр Холин.",
        ],
        {"Делегация Тверской области", "Ольга Белова", "Пётр Холин"},
    ),
    (
        "Делегация Тверской области посетила Турку. {}",
        ["Её возглавила мэр Ольга Белова.", "Делегацию возглавила мэр Ольга Белова."],
        {"Делегация Тверской области", "Ольга Белова"},
    ),
    (
        "The foreign ministers of Latvia and Chile held talks in Riga. {}",
        ["Olga Belova and Peter Holm discussed trade.", "Olga Belova and Peter Holm agreed to meet again."],
        {"Olga Belova", "Peter Holm"},
    ),
]
NO_LISTS = [
    f"{HELD} She said: Peter Holm knows the coast.",
    f"{HELD} Also in the book are poems by Peter Holm and Olga Belova.",
    f"{HELD} The book includes poems by Peter Holm and Olga Belova.",
    f"{HELD} It included poems by Peter Holm and Olga Belova.",
    f"{HELD}\n\nTopics:\n\n- Holm Ferries\n- Belova Bridge",
]


@pytest.mark.parametrize(("text", "kind", "people"), LISTS)
def test_listed_people_take_part(text: str, kind: str, people: set[str], read: Callable[[str], Analysis], merging: MergeWords) -> None:
    mentions = read(text).mentions
    assert {m.event_type for m in mentions} == {kind}
    assert len(group_mentions(mentions, merging)) == 1
    assert {p.name for m in mentions for p in m.participants if p.entity_type == "person"} == people


@pytest.mark.parametrize(("text", "people"), [(text.format(further), people) for text, told, people in ATTENDED for further in told])
def test_those_told_in_a_sentence_of_their_own_take_part(text: str, people: set[str], read: Callable[[str], Analysis], merging: MergeWords) -> None:
    mentions = read(text).mentions
    assert len(group_mentions(mentions, merging)) == 1
    assert {p.name for m in mentions for p in m.participants} == people


ELIDED = [
    "Анна Линд назначена министром культуры, а Олег Сорокин - министром транспорта.",
    "Президент Марек Новак назначил Анну Линд министром культуры, а Олега Сорокина — министром транспорта.",
    "Министром культуры назначена Анна Линд, министром транспорта - Олег Сорокин.",
]


@pytest.mark.parametrize("text", ELIDED)
def test_appointments_share_a_verb(text: str, read: Callable[[str], Analysis], merging: MergeWords) -> None:
    mentions = read(text).mentions
    assert len(group_mentions(mentions, merging)) == 2
    told = {(next(p.name for p in m.participants if p.role == "who"), m.what.lower()) for m in mentions}
    assert told == {("Анна Линд", "министром культуры"), ("Олег Сорокин", "министром транспорта")}


def test_who_stays_in_office_is_not_appointed(read: Callable[[str], Analysis]) -> None:
    told = read("Анна Линд назначена министром культуры, Олег Сорокин остался министром транспорта.").mentions
    assert [p.name for m in told for p in m.participants] == ["Анна Линд"]


def test_a_single_guest_is_who_came(read: Callable[[str], Analysis]) -> None:
    told = read("Консул Анна Линд посетила Томск. Гостью принял мэр Олег Сорокин.").mentions
    assert {p.name for m in told if m.event_type == "meeting" for p in m.participants} == {"Анна Линд", "Олег Сорокин"}


def test_what_others_signed_is_another_document(read: Callable[[str], Analysis], merging: MergeWords) -> None:
    told = "Мэр Ольга Белова и консул Игорь Лаптев подписали меморандум о туризме. Документ подписали ректоры Пётр Холин и Олег Сорокин."
    assert len(group_mentions(read(told).mentions, merging)) == 2


GATHERED = [
    ("The summit in Riga brought together Mayor Olga Belova and Consul Igor Laptev.", {"Olga Belova", "Igor Laptev"}),
    ("Their meeting in Riga, hosted by Minister Anna Lind, brought together Peter Holm and Ida Tamm.", {"Anna Lind", "Peter Holm", "Ida Tamm"}),
    ("The summit in Riga brought together 300 participants.", set()),
    ("The summit in Riga brought Mayor Olga Belova much praise.", set()),
    ("Саммит в Риге собрал мэра Ольгу Белову и консула Игоря Лаптева.", {"Ольга Белова", "Игорь Лаптев"}),
    ("Саммит в Риге объединил 300 участников.", set()),
    ("В Риге состоялись консультации МИД Чехии и Дании.", {"МИД Чехии", "МИД Дании"}),
]


@pytest.mark.parametrize(("text", "people"), GATHERED)
def test_whom_an_occasion_brings_together_takes_part(text: str, people: set[str], read: Callable[[str], Analysis]) -> None:
    assert {p.name for m in read(text).mentions for p in m.participants} == people


@pytest.mark.parametrize("text", NO_LISTS)
def test_other_lists_add_nobody(text: str, read: Callable[[str], Analysis]) -> None:
    assert {p.name for m in read(text).mentions for p in m.participants} <= {"Anna Lind", "ferry owners"}
