"""The less usual ways in which people tell that somebody met, called, went, signed or took an office, and what only sounds alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import Analysis

TOLD = [  # text, type, status, who takes part
    ("Mayor Olga Belova compared notes with Consul Igor Laptev.", "meeting", "occurred", ["Olga Belova", "Igor Laptev"]),
    (
        "Consul Igor Laptev and Mayor Olga Belova sat across the table from Minister Anna Lind.",
        "meeting",
        "occurred",
        ["Igor Laptev", "Olga Belova", "Anna Lind"],
    ),
    ("Consul Igor Laptev was granted an audience by President Marek Novak.", "meeting", "occurred", ["Marek Novak", "Igor Laptev"]),
    ("Consul Igor Laptev paid Mayor Olga Belova a courtesy call.", "meeting", "occurred", ["Igor Laptev", "Olga Belova"]),
    ("Mayor Olga Belova had a one-on-one with Consul Igor Laptev.", "meeting", "occurred", ["Olga Belova", "Igor Laptev"]),
    ("Consul Igor Laptev came to see Mayor Olga Belova.", "meeting", "occurred", ["Igor Laptev", "Olga Belova"]),
    ("Consul Igor Laptev was met at the station by Mayor Olga Belova.", "meeting", "occurred", ["Olga Belova", "Igor Laptev"]),
    ("Мэр Ольга Белова сверила часы с консулом Игорем Лаптевым.", "meeting", "occurred", ["Ольга Белова", "Игорь Лаптев"]),
    ("Консул Игорь Лаптев побывал в гостях у мэра Ольги Беловой.", "meeting", "occurred", ["Игорь Лаптев", "Ольга Белова"]),
    ("Состоялся обмен мнениями мэра Ольги Беловой и консула Игоря Лаптева.", "meeting", "occurred", ["Ольга Белова", "Игорь Лаптев"]),
    ("Mayor Olga Belova and Consul Igor Laptev were on the phone for an hour.", "call", "occurred", ["Olga Belova", "Igor Laptev"]),
    ("In a phone call on Monday, Mayor Olga Belova told Consul Igor Laptev that the bridge is ready.", "call", "occurred", ["Olga Belova", "Igor Laptev"]),
    ("Mayor Olga Belova will meet Consul Igor Laptev on Zoom.", "call", "planned", ["Olga Belova", "Igor Laptev"]),
    ("Мэр Ольга Белова вышла на видеосвязь с консулом Игорем Лаптевым.", "call", "occurred", ["Ольга Белова", "Игорь Лаптев"]),
    ("Мэр Ольга Белова и консул Игорь Лаптев провели онлайн-встречу.", "call", "occurred", ["Ольга Белова", "Игорь Лаптев"]),
    ("Consul Igor Laptev was shown around the shipyard.", "visit", "occurred", ["Igor Laptev"]),
    ("Consul Igor Laptev is expected in Kazan on Friday.", "visit", "planned", ["Igor Laptev"]),
    ("Consul Igor Laptev is due in Kazan on Friday.", "visit", "planned", ["Igor Laptev"]),
    ("Консулу Игорю Лаптеву показали верфь.", "visit", "occurred", ["Игорь Лаптев"]),
    ("Консула Игоря Лаптева в пятницу ждут в Казани.", "visit", "planned", ["Игорь Лаптев"]),
    ("Консул Игорь Лаптев ознакомился с работой верфи.", "visit", "occurred", ["Игорь Лаптев"]),
]
NOTHING = [
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


@pytest.mark.parametrize(("text", "event_type", "status", "people"), TOLD)
def test_what_is_told_in_an_unusual_way(text: str, event_type: str, status: str, people: list[str], read: Callable[[str], Analysis]) -> None:
    (mention,) = read(text).mentions
    assert (mention.event_type, mention.status) == (event_type, status)
    assert sorted(p.name for p in mention.participants) == sorted(people)


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_sounds_alike(text: str, read: Callable[[str], Analysis]) -> None:
    assert read(text).mentions == ()
