"""The way of an article: its ends, its failures, and tables that do not depend on order, batches or neighbours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pipeline.batch import analyse_safely
from pipeline.flow import analyse, assemble
from pipeline.records import Analysis, Article
from pipeline.settings import Settings
from pipeline.tables import Tables, check_tables

if TYPE_CHECKING:
    from pipeline.flow import Kit

EN = Article("en", "Mayor Olga Belova met with Consul Igor Laptev in Kazan on Monday. The parties signed a protocol on trade.", published="2023-03-15")
RU = Article("ru", "Мэр Казани Ольга Белова посетила Вену 3 мая 2021 года. В Вене открылась библиотека.", published="2021-05-04")
BARE = Article("bare", "The weather was fine and the harvest was good, said the paper.")
KAZAKH = Article("kk", "Кездесу өтті, тараптар келісімге қол қойды және ынтымақтастықты талқылады.")
ENDED = Article("ended", EN.text, status="duplicate", duplicate_of="en", reason="the text of en")
ALL = (EN, RU, BARE, KAZAKH, ENDED)
ENDS = [(EN, "", "en", 2), (RU, "", "ru", 2), (BARE, "", "en", 0), (KAZAKH, "skipped", "", 0), (ENDED, "duplicate", "", 0)]
ODD = ["", " \n", "…", "\ufeff", "12.03.2021", "🎉🎉🎉", "a" * 5000, "Он. " * 300, "\u202eabc\u202c met with", "Ю́рий встре́тился с мэ́ром.", "\0 met \x07 with"]


@pytest.fixture(scope="module")
def analyses(kit: Kit) -> tuple[Analysis, ...]:
    """The analyses of all articles above."""
    return tuple(analyse(article, kit) for article in ALL)


@pytest.mark.parametrize(("article", "status", "lang", "count"), ENDS, ids=[row[0].doc_id for row in ENDS])
def test_ends(article: Article, status: str, lang: str, count: int, kit: Kit) -> None:
    analysis = analyse(article, kit)
    assert (analysis.article.status, len(analysis.mentions)) == (status, count)
    assert lang in ("", analysis.article.lang)
    assert bool(analysis.article.reason) == bool(status)


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_do_no_harm(text: str, kit: Kit) -> None:
    analysis = analyse(Article("odd", text, published="2023-03-15"), kit)
    assert analysis.article.status in ("", "skipped")
    check_tables(assemble([analysis], identity=kit.identity, language="en"))


@pytest.mark.parametrize("published", ["", "2023-03-15", "0001-01-01", "9999-12-31"])
def test_any_day_of_publication(published: str, kit: Kit) -> None:
    text = "Mayor Olga Belova will meet Consul Igor Laptev next week. They met last year. Вчера мэр Ольга Белова посетила Вену."
    check_tables(assemble([analyse(Article("d", text, published=published), kit)], identity=kit.identity, language="en"))


def test_an_article_that_fails_is_told_and_stops_nothing(kit: Kit) -> None:
    analysis, _ = analyse_safely(replace(EN, published="some day"), kit)
    assert analysis.article.status == "failed"
    assert analysis.article.reason.startswith("ValueError: ")
    tables = assemble([analysis, analyse(RU, kit)], identity=kit.identity, language="en")
    assert [(row.doc_id, row.status) for row in tables.documents] == [("en", "failed"), ("ru", "ok")]


def test_the_longest_text_is_bounded() -> None:
    assert 100_000 < Settings().limits.characters <= 10_000_000


def test_the_same_analysis_twice(kit: Kit) -> None:
    assert analyse(EN, kit) == analyse(EN, kit)


def test_order_of_articles_does_not_matter(analyses: tuple[Analysis, ...], kit: Kit) -> None:
    tables = assemble(analyses, identity=kit.identity, language="en")
    assert assemble(reversed(analyses), identity=kit.identity, language="en") == tables
    check_tables(tables)


def test_ids_do_not_depend_on_other_articles(analyses: tuple[Analysis, ...], kit: Kit) -> None:
    alone, together = (assemble(group, identity=kit.identity, language="en") for group in (analyses[:1], analyses))
    for name, key in (("events", "event_id"), ("mentions", "mention_id")):
        ids = {getattr(row, key) for row in getattr(alone, name)}
        assert ids
        assert ids <= {getattr(row, key) for row in getattr(together, name)}


def test_status_of_documents(analyses: tuple[Analysis, ...], kit: Kit) -> None:
    tables = assemble(analyses, identity=kit.identity, language="en")
    found = {row.doc_id: row.status for row in tables.documents}
    assert found == {"en": "ok", "ru": "ok", "bare": "no_events", "kk": "skipped", "ended": "duplicate"}


@pytest.mark.parametrize(("language", "names"), [("en", {"Olga Belova", "Igor Laptev"}), ("ru", {"Ольга Белова"})])
def test_names_are_told_in_the_table_language(language: str, names: set[str], analyses: tuple[Analysis, ...], kit: Kit) -> None:
    tables = assemble(analyses, identity=kit.identity, language=language)
    assert {name for event in tables.events for name in event.participants} >= names


def test_texts_and_offsets_agree(analyses: tuple[Analysis, ...], kit: Kit) -> None:
    tables = assemble(analyses, identity=kit.identity, language="en")
    texts = dict(tables.texts)
    assert tables.mentions
    assert all(texts[m.doc_id][m.char_start : m.char_end] == m.sentence for m in tables.mentions)
    assert all(texts[d.doc_id][d.char_start : d.char_end] == d.text for d in tables.dates)


def told(tables: Tables) -> dict[str, str]:
    return {event.event_type: event.quote or "" for event in tables.events}


def test_a_quote_is_a_sentence_of_the_text(read: Callable[[str], Analysis], kit: Kit) -> None:
    tables = assemble([read(EN.text)], identity=kit.identity, language="en")
    assert set(told(tables)) == {"meeting", "signing"}
    assert all(quote in EN.text for quote in told(tables).values())
