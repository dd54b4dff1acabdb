"""Occurred, planned, proposed or negated, and the word that says so, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import Analysis

ENGLISH = [  # sentence, type, status, cue
    ("Mayor Olga Belova will tour the port, visit Kazan, meet with Consul Igor Laptev and open a fair.", "meeting", "planned", "will"),
    ("Mayor Olga Belova toured the port and met with Consul Igor Laptev.", "meeting", "occurred", ""),
    ("Danube Herald: Bakkafrost to open ‘green’ steel plant in Kazan, bring work to hundreds.", "opening", "planned", "to"),
    ("Rector Igor Laptev acted on the recommendation that Captain Peter Holm receive the Medal of Merit.", "award", "proposed", "recommendation"),
    ("Slovakia will join the bank, including through negotiations with Hungary in Riga on May 3.", "meeting", "planned", "will"),
    ("Mayor Olga Belova met with Consul Igor Laptev.", "meeting", "occurred", ""),
    ("Mayor Olga Belova has met with Consul Igor Laptev.", "meeting", "occurred", ""),
    ("Mayor Olga Belova meets Consul Igor Laptev.", "meeting", "occurred", ""),
    ("Mayor Olga Belova was received by Governor Oleg Sorokin.", "meeting", "occurred", ""),
    ("Mayor Olga Belova will meet with Consul Igor Laptev.", "meeting", "planned", "will"),
    ("Mayor Olga Belova plans to meet with Consul Igor Laptev.", "meeting", "planned", "plans"),
    ("Mayor Olga Belova to meet with Consul Igor Laptev", "meeting", "planned", "to"),
    ("Slovakia and Hungary committed to sign an agreement on trade.", "signing", "planned", "committed"),
    ("Mayor Olga Belova praised initiatives such as the Danube Summit in Kazan on March 2.", "conference", "occurred", ""),
    ("The premier instructed Minister Anna Lind to hold talks with Slovakia.", "meeting", "proposed", "instructed"),
    ("Премьер поручил министру Анне Орловой провести переговоры со Словакией.", "meeting", "proposed", "поручил"),
    ("Mayor Olga Belova is trying to work out a meeting with Consul Igor Laptev.", "meeting", "proposed", "trying"),
    ("Slovakia and Hungary strive to sign an agreement on trade.", "signing", "proposed", "strive"),
    ("Governor Oleg Sorokin attempted to open a museum in Kazan.", "opening", "proposed", "attempted"),
    ("Slovakia and Hungary agreed to work towards signing an agreement on trade.", "signing", "planned", "towards"),
    ("Slovakia and Hungary agreed to work toward opening a consulate in Kazan.", "opening", "planned", "toward"),
    ("Mayor Olga Belova soon visited Kazan.", "visit", "occurred", ""),
    ("Mayor Olga Belova is expected to visit Kazan.", "visit", "planned", "expected"),
    ("Mayor Olga Belova is scheduled to visit Kazan in May.", "visit", "planned", "scheduled"),
    ("An agreement on trade between Slovakia and Hungary is to be signed in Bratislava.", "signing", "planned", "to"),
    ("The upcoming meeting between Mayor Olga Belova and Consul Igor Laptev is important.", "meeting", "planned", "upcoming"),
    ("A consulate will be opened in Kazan.", "opening", "planned", "will"),
    ("Governor Oleg Sorokin offered to sign a memorandum with Hungary.", "signing", "proposed", "offered"),
    ("Governor Oleg Sorokin invited Consul Igor Laptev to visit Kazan.", "visit", "proposed", "invited"),
    ("Slovakia and Hungary are ready to sign an agreement on trade.", "signing", "proposed", "ready"),
    ("Governor Oleg Sorokin suggested opening a consulate in Kazan.", "opening", "proposed", "suggested"),
    ("Mayor Olga Belova did not meet with Consul Igor Laptev.", "meeting", "negated", "not"),
    ("Mayor Olga Belova never visited Kazan.", "visit", "negated", "never"),
    ("Mayor Olga Belova refused to meet with Consul Igor Laptev.", "meeting", "negated", "refused"),
    ("The meeting between Mayor Olga Belova and Consul Igor Laptev was cancelled.", "meeting", "negated", "cancelled"),
    ("The visit of Mayor Olga Belova to Kazan was postponed.", "visit", "negated", "postponed"),
    ("The Northern Forum was cancelled.", "conference", "negated", "cancelled"),
    ("Mayor Olga Belova refrained from signing the agreement with Hungary.", "signing", "negated", "refrained"),
    ("The spokesman refused to comment on the meeting between Mayor Olga Belova and Consul Igor Laptev.", "meeting", "occurred", ""),
    ("Мэр Ольга Белова отказалась комментировать встречу с консулом Игорем Лаптевым.", "meeting", "occurred", ""),
    ("There is consideration to hold a meeting between Mayor Olga Belova and Consul Igor Laptev.", "meeting", "proposed", "consideration"),
    ("Mayor Olga Belova failed to sign the agreement with Hungary.", "signing", "negated", "failed"),
    ("Mayor Olga Belova met with Consul Igor Laptev, who plans to leave.", "meeting", "occurred", ""),
    ("Mayor Olga Belova met with Consul Igor Laptev and will visit Kazan.", "meeting", "occurred", ""),
    ("Mayor Olga Belova met with Consul Igor Laptev and will visit Kazan.", "visit", "planned", "will"),
    ("Consul Igor Laptev, who did not visit Kazan, met with Mayor Olga Belova.", "meeting", "occurred", ""),
]
RUSSIAN = [
    ("Мэр Ольга Белова встретилась с консулом Игорем Лаптевым.", "meeting", "occurred", ""),
    ("Консул Игорь Лаптев был принят мэром Ольгой Беловой.", "meeting", "occurred", ""),
    ("Мэр Ольга Белова встретится с консулом Игорем Лаптевым.", "meeting", "planned", "встретится"),
    ("Мэр Ольга Белова планирует посетить Казань.", "visit", "planned", "планирует"),
    ("Мэр Ольга Белова не планирует посещать Казань.", "visit", "negated", "планирует"),
    ("Словакия не собирается проводить переговоры с Венгрией.", "meeting", "negated", "собирается"),
    ("Жители потребовали роспуска совета и отставки мэра Ольги Беловой.", "appointment", "proposed", "потребовали"),
    ("Тысячи жителей выступили за отставку мэра Ольги Беловой.", "appointment", "proposed", "выступили"),
    ("Мэр Ольга Белова поблагодарила за визит консула Игоря Лаптева в Казань.", "visit", "occurred", ""),
    ("Мэр Ольга Белова пыталась встретиться с консулом Игорем Лаптевым.", "meeting", "proposed", "пыталась"),
    ("Мэр Ольга Белова попыталась открыть в Казани музей.", "opening", "proposed", "попыталась"),
    ("Словакия и Венгрия стремятся подписать соглашение о торговле.", "signing", "proposed", "стремятся"),
    ("Мэр Ольга Белова приехала в Казань вскоре после консула Игоря Лаптева.", "visit", "occurred", ""),
    ("Мэр Ольга Белова вскоре приедет в Казань.", "visit", "planned", "приедет"),
    ("Мэр Ольга Белова намерена посетить Казань.", "visit", "planned", "намерена"),
    ("Предстоящая встреча мэра Ольги Беловой с консулом Игорем Лаптевым важна.", "meeting", "planned", "Предстоящая"),
    ("Встреча мэра Ольги Беловой с консулом Игорем Лаптевым запланирована.", "meeting", "planned", "запланирована"),
    ("В Казани откроют консульство Словакии.", "opening", "planned", "откроют"),
    ("Губернатор Олег Сорокин предложил подписать меморандум с Венгрией.", "signing", "proposed", "предложил"),
    ("Губернатор Олег Сорокин пригласил консула Игоря Лаптева посетить Казань.", "visit", "proposed", "пригласил"),
    ("Словакия и Венгрия готовы подписать соглашение о торговле.", "signing", "proposed", "готовы"),
    ("Губернатор Олег Сорокин предложил открыть в Казани консульство.", "opening", "proposed", "предложил"),
    ("Мэр Ольга Белова не встретилась с консулом Игорем Лаптевым.", "meeting", "negated", "не"),
    ("Мэр Ольга Белова отказалась встретиться с консулом Игорем Лаптевым.", "meeting", "negated", "отказалась"),
    ("Визит мэра Ольги Беловой в Казань отменён.", "visit", "negated", "отменён"),
    ("Встреча мэра Ольги Беловой с консулом Игорем Лаптевым перенесена.", "meeting", "negated", "перенесена"),
    ("Соглашение между Словакией и Венгрией не было подписано.", "signing", "negated", "не"),
    ("Мэр Ольга Белова встретилась с консулом Игорем Лаптевым и посетит Казань.", "meeting", "occurred", ""),
    ("Мэр Ольга Белова встретилась с консулом Игорем Лаптевым и посетит Казань.", "visit", "planned", "посетит"),
    ("Мэр Ольга Белова встретилась с консулом Игорем Лаптевым, который не приехал в Казань.", "meeting", "occurred", ""),
    ("Намечена встреча мэра Ольги Беловой с консулом Игорем Лаптевым.", "meeting", "planned", "Намечена"),
    ("Визит мэра Ольги Беловой в Казань, намеченный на март, состоялся.", "visit", "occurred", ""),
    ("Мэр Ольга Белова и консул Игорь Лаптев договорились о встрече в Казани.", "meeting", "planned", "договорились"),
    ("Накануне визита в Казань консул Игорь Лаптев дал интервью.", "visit", "planned", "Накануне"),
    ("Ректор университета ходатайствует о награждении Ольги Беловой орденом.", "award", "proposed", "ходатайствует"),
    ("Консул Игорь Лаптев отложил запланированный визит в Казань.", "visit", "negated", "отложил"),
    ("Объявлена дата визита консула Игоря Лаптева в Казань.", "visit", "planned", "дата"),
    ("Словакия согласилась на переговоры с Венгрией.", "meeting", "planned", "согласилась"),
    ("Устав должен быть принят на съезде партии «Заря».", "conference", "planned", "должен"),
    ("В Казани прошли демонстрации за отставку мэра Ольги Беловой.", "appointment", "proposed", "демонстрации"),
    ("Жители сорвали открытие музея.", "opening", "negated", "сорвали"),
    ("В преддверии визита консула Игоря Лаптева в Казань мэр Ольга Белова выступила с инициативой.", "visit", "planned", "преддверии"),
    ("Устав будут обсуждать на заседании Совета ректоров.", "conference", "planned", "будут"),
]
BY_DATE = [  # told as fact, for a day after the publication on 15 March 2023: planned
    ("Talks between Mayor Olga Belova and Consul Igor Laptev take place on March 20.", "meeting", "planned", "March 20"),
    ("Talks between Mayor Olga Belova and Consul Igor Laptev took place on March 14.", "meeting", "occurred", ""),
    ("14 марта в Казани открылся форум «Волга».", "conference", "occurred", ""),
]


@pytest.mark.parametrize(("sentence", "kind", "status", "cue"), [*ENGLISH, *RUSSIAN, *BY_DATE])
def test_status(sentence: str, kind: str, status: str, cue: str, read: Callable[[str], Analysis]) -> None:
    told = [(m.status, m.status_cue) for m in read(sentence).mentions if m.event_type == kind]
    assert told == [(status, cue)]
