"""Invented documents of both languages through the whole flow: which of them end in one row, and how many sources that row has."""

from __future__ import annotations

from collections import defaultdict

import pytest

from pipeline.flow import Kit, analyse, assemble
from pipeline.records import Article
from pipeline.tables import Tables

MET_EN = (
    "On March 12, Deputy Minister of Transport of Kazakhstan Askar Nurbekov met in Tallinn with Estonian Minister of Climate Liis Kallaste. "
    "The parties discussed rail freight. Following the talks, they signed a memorandum of understanding on rail freight."
)
MET_RU = (
    "12 марта в Таллине заместитель министра транспорта Казахстана Аскар Нурбеков встретился с министром климата Эстонии Лийс Калласте. "
    "Стороны обсудили железнодорожные перевозки. По итогам переговоров подписан меморандум о взаимопонимании в сфере железнодорожных перевозок."
)
NEXT_DAY_RU = (
    "13 марта министр климата Эстонии Лийс Калласте вновь встретилась с заместителем министра транспорта Казахстана Аскаром Нурбековым. "
    "Они подписали соглашение о сотрудничестве в области туризма."
)
PLANNED_EN = "Deputy Minister of Transport of Kazakhstan Askar Nurbekov will meet Estonian Minister of Climate Liis Kallaste in Tallinn on March 12."
CALL_EN = "President Tamar Gelashvili of Georgia spoke by phone with President Arvid Lund of Norway. They discussed energy. The call lasted 40 minutes."
CALL_RU = "Президент Грузии Тамар Гелашвили поговорила по телефону с президентом Норвегии Арвидом Лундом. Они обсудили энергетику. Разговор длился 40 минут."
OTHER_CALL_RU = (
    "Президент Грузии Тамар Гелашвили провела телефонный разговор с президентом Норвегии Арвидом Лундом. Речь шла о 15 тысячах беженцев и о выборах 2025 года."
)
ARTICLES = (
    Article("met-en", MET_EN, published="2024-03-13", source="ministry"),
    Article("met-ru", MET_RU, published="2024-03-14", source="herald"),
    Article("next-ru", NEXT_DAY_RU, published="2024-03-14", source="herald"),
    Article("plan-en", PLANNED_EN, published="2024-03-05", source="agency"),
    Article("call-en", CALL_EN),
    Article("call-ru", CALL_RU),
    Article("other-ru", OTHER_CALL_RU),
)
ROWS = [  # kind, documents of each of its rows, with status, first day and sources
    (
        "meeting",
        {("met-en", "met-ru", "plan-en"): ("occurred", "2024-03-12", 2), ("next-ru",): ("occurred", "2024-03-13", 1)},
    ),
    ("call", {("call-en", "call-ru"): ("occurred", "", 1), ("other-ru",): ("occurred", "", 1)}),
]


@pytest.fixture(scope="module")
def tables(kit: Kit) -> Tables:
    return assemble([analyse(article, kit) for article in ARTICLES], identity=kit.identity, language="en")


@pytest.mark.parametrize(("kind", "rows"), ROWS)
def test_rows(kind: str, rows: dict[tuple[str, ...], tuple[str, str, int]], tables: Tables) -> None:
    events = [event for event in tables.events if event.event_type == kind]
    assert {event.doc_ids: (event.status, event.date_start or "", event.n_sources) for event in events} == rows


def test_two_documents_signed_are_two_rows(tables: Tables) -> None:
    signed = defaultdict(set)
    for event in tables.events:
        if event.event_type == "signing":
            signed[event.document_type].add(event.doc_ids)
    assert signed == {"memorandum": {("met-en", "met-ru")}, "agreement": {("next-ru",)}}
