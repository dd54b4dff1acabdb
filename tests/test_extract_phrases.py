"""What was signed, awarded, opened or held: as told, with its topic, without articles, parties, dates and quotation marks around the whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import Analysis

SIGNED = [  # sentence, what, document type
    ("Slovakia and Hungary signed an Agreement on trade and economic cooperation.", "Agreement on trade and economic cooperation", "agreement"),
    ("Slovakia and Hungary signed a memorandum of understanding in Vienna on 3 May 2021.", "memorandum of understanding", "memorandum"),
    ("A protocol on customs was signed between Slovakia and Hungary.", "protocol on customs", "protocol"),
    ("Slovakia and Hungary signed the Treaty on the protection of rivers last week.", "Treaty on the protection of rivers", "treaty"),
    ("Slovakia and Hungary signed a roadmap for the development of tourism.", "roadmap for the development of tourism", "roadmap"),
    ("Slovakia and Hungary signed a five-year contract with a bank.", "five-year contract", "contract"),
    ("Slovakia and Hungary signed a joint declaration.", "joint declaration", "declaration"),
    ("A protocol was signed between Slovakia and Hungary on river transport.", "protocol on river transport", "protocol"),
    ("Slovakia and Hungary signed an Action Plan for 2024 on the development of trade.", "Action Plan for 2024 on the development of trade", "programme"),
    ("Словакия и Венгрия подпишут контракт на строительство моста.", "контракт на строительство моста", "contract"),
    ("Словакия и Венгрия подписали план сотрудничества на 2024–2026 годы.", "план сотрудничества на 2024–2026 годы", "programme"),
    ("Словакия и Венгрия подписали договор на острове Цейлон.", "договор", "treaty"),
    ("Словакия и Венгрия подписали Соглашение о торговле и туризме.", "Соглашение о торговле и туризме", "agreement"),
    ("Словакия и Венгрия подписали меморандум о взаимопонимании в Вене 3 мая 2021 года.", "меморандум о взаимопонимании", "memorandum"),
    ("Между Словакией и Венгрией подписан протокол о таможенном контроле.", "протокол о таможенном контроле", "protocol"),
    ("Словакия и Венгрия подписали дорожную карту по развитию туризма.", "дорожную карту по развитию туризма", "roadmap"),
    ("Словакия и Венгрия заключили договор об охране рек.", "договор об охране рек", "treaty"),
    ("Словакия и Венгрия подписали программу сотрудничества в сфере образования.", "программу сотрудничества в сфере образования", "programme"),
    ("Словакия и Венгрия подписали совместное заявление.", "совместное заявление", "declaration"),
]
OTHER = [  # sentence, type, what
    ("On May 3, Mayor Olga Belova will host the United We Sail Summit.", "conference", "United We Sail Summit"),
    ("Mayor Olga Belova will host a Summit on Rivers and Biofarming.", "conference", "Summit on Rivers and Biofarming"),
    ("Mayor Olga Belova will host the Danube Conference on Hunger, Nutrition, and Health.", "conference", "Danube Conference on Hunger, Nutrition, and Health"),
    ("Mayor Olga Belova took part in an internet-based Danube Forum.", "conference", "internet-based Danube Forum"),
    ("Mayor Olga Belova and Consul Igor Laptev discussed the progress their agencies are making.", "meeting", "progress"),
    ("Mayor Olga Belova and Consul Igor Laptev discussed a range of issues that leaders will consider.", "meeting", "range of issues"),
    ("Mayor Olga Belova opened a new children's library in Kazan.", "opening", "new children's library"),
    ("A consulate of Slovakia was opened in Kazan in May.", "opening", "consulate of Slovakia"),
    ("В Казани открылась новая детская библиотека.", "opening", "новая детская библиотека"),
    ("Президент Марек Новак вручил ректору Виктору Дронову орден Почёта.", "award", "орден Почёта"),
    ("Президент Марек Новак вручил Дронову медаль.", "award", "медаль"),
    ("The Volga Forum took place in Kazan on 3 May 2021.", "conference", "Volga Forum"),
    ("Mayor Olga Belova attended the Volga Forum and the concert of the students.", "conference", "Volga Forum"),
    ("В Казани прошёл международный форум «Волга».", "conference", "международный форум «Волга»"),
    ("Виктор Дронов назначен заместителем министра энергетики.", "appointment", "заместителем министра энергетики"),
    ("Начальник управления дорог Виктор Дронов освобождён от занимаемой должности.", "appointment", "Начальник управления дорог"),
    ("Президент Марек Новак объявил, что покинет свой пост.", "appointment", "Президент"),
    ("Mayor Olga Belova and Consul Igor Laptev discussed ways to protect the coast.", "meeting", "ways to protect the coast"),
    ("Мэр Ольга Белова обсудила с консулом Игорем Лаптевым планы построить мост.", "meeting", "планы построить мост"),
    ("Телефонный разговор мэра Ольги Беловой с консулом Игорем Лаптевым отменён по техническим причинам.", "call", ""),
    ("The issue was discussed with Minister Victor Dronov.", "meeting", ""),
]
PRICED = [  # sentence, amount, currency
    ("Slovakia and Hungary signed a contract worth 5 million euros.", 5e6, "EUR"),
    ("Словакия и Венгрия подписали контракт на 2,5 млрд рублей.", 2.5e9, "RUB"),
    ("Slovakia and Hungary signed a contract for 5 years.", None, ""),
]


@pytest.mark.parametrize(("sentence", "what", "document_type"), SIGNED)
def test_documents(sentence: str, what: str, document_type: str, read: Callable[[str], Analysis]) -> None:
    assert [(m.what, m.document_type) for m in read(sentence).mentions] == [(what, document_type)]


@pytest.mark.parametrize(("sentence", "kind", "what"), OTHER)
def test_what(sentence: str, kind: str, what: str, read: Callable[[str], Analysis]) -> None:
    assert [(m.event_type, m.what, m.document_type) for m in read(sentence).mentions] == [(kind, what, "")]


@pytest.mark.parametrize(("sentence", "amount", "currency"), PRICED)
def test_price(sentence: str, amount: float | None, currency: str, read: Callable[[str], Analysis]) -> None:
    assert [(m.amount, m.currency) for m in read(sentence).mentions] == [(amount, currency)]
