"""What a run prepares while its workers are at theirs: the same as if it had waited."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from pipeline.batch.prepare import Encoded, decode, open_preparation, read_encoded, uncollected
from pipeline.errors import LedgerError
from pipeline.ledger import encode_analysis, open_ledger
from pipeline.records import Analysis, Article, LocalEntity

ARTICLES = [Article(f"d{n}", "", sha256=f"a{n}", n_chars=6, published="2021-05-06") for n in range(3)]


def analysis_of(article: Article) -> Analysis:
    return Analysis(article, entities=(LocalEntity(article.doc_id, "e1", "person", "Ida Berg", "en", ("Berg",), "FI", "mayor", "Porvoo", 0, 4),))


def fill(folder: Path) -> list[Encoded]:
    """What a ledger of the three articles, each with its text and analysis, gives back of the last two."""
    with open_ledger(folder, fresh=True) as ledger:
        ledger.replace_documents(ARTICLES)
        for article in ARTICLES:
            ledger.write_text(article.sha256, f"text {article.doc_id}")
        ledger.write_analyses((article.doc_id, "key", encode_analysis(analysis_of(article))) for article in ARTICLES)
        return list(read_encoded(ledger, ARTICLES[1:]))


def test_what_was_decoded_beforehand_is_what_would_have_been_decoded_later(tmp_path: Path) -> None:
    kept = fill(tmp_path)
    assert [encoded.article.text for encoded in kept] == ["text d1", "text d2"]
    with open_preparation() as ahead:
        ahead.begin(kept)
        ahead.begin()  # once is enough
        prepared = ahead.get()
    assert prepared.analyses == {encoded.article.doc_id: decode(encoded) for encoded in kept}
    assert [a.entities for a in prepared.analyses.values()] == [analysis_of(article).entities for article in ARTICLES[1:]]
    assert prepared.identity.places.names["FI"] == ("Finland", "Финляндия")


def test_words_are_there_without_a_beginning() -> None:
    with open_preparation() as ahead:
        assert ahead.get().analyses == {}
        assert ahead.get() is ahead.get()


@pytest.mark.parametrize("data", [b"", b"no analysis"])
def test_a_broken_analysis_is_told_when_it_is_asked_for(data: bytes) -> None:
    with open_preparation() as ahead:
        ahead.begin([Encoded(ARTICLES[0], data)])
        with pytest.raises(LedgerError, match=r"the analysis of d0 can't be read; run with --fresh"):
            ahead.get()


def test_a_missing_analysis_is_told(tmp_path: Path) -> None:
    fill(tmp_path)
    with open_ledger(tmp_path, fresh=False) as ledger, pytest.raises(LedgerError, match="the analysis of other can't be read"):
        list(read_encoded(ledger, [Article("other", "", sha256="a1")]))


def test_the_collector_rests_inside_alone() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
