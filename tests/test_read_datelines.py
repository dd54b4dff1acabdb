"""The day of publication: told by the record, else by the text's dateline, never by its sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sources import read_inputs
from pipeline.sources.dateline import DatelinePatterns, find_dateline, load_datelines
from pipeline.sources.published import parse_published


@pytest.fixture(scope="module")
def patterns() -> DatelinePatterns:
    return load_datelines()


TOLD = [
    ("2023-05-04", "2023-05-04"),
    ("2023-05-04T23:30:00-05:00", "2023-05-04"),
    ("2023-05-04 10:11:12", "2023-05-04"),
    ("20230504T101112Z", "2023-05-04"),
    ("2023/5/4", "2023-05-04"),
    ("04.05.2023 10:11", "2023-05-04"),
    ("Thu, 04 May 2023 10:11:12 +0300", "2023-05-04"),
    (" 2023-05-04 ", "2023-05-04"),
    ("2023-02-30", ""),
    ("2023-05", ""),
    ("0000-00-00", ""),
    ("yesterday", ""),
    ("", ""),
]


@pytest.mark.parametrize(("value", "day"), TOLD)
def test_notations_of_records(value: str, day: str) -> None:
    assert parse_published(value) == day


DATELINES = [
    ("March 14, 2023", "2023-03-14"),
    ("March 14, 2023.", "2023-03-14"),
    ("Tuesday, March 14, 2023", "2023-03-14"),
    ("14 March 2023, 10:15", "2023-03-14"),
    ("Mar. 14, 2023 10:15 a.m. EST", "2023-03-14"),
    ("Published: 14 March 2023", "2023-03-14"),
    ("For immediate release: March 14, 2023", "2023-03-14"),
    ("date 2023-03-14 By Jane Roe", "2023-03-14"),
    ("2023-03-14", "2023-03-14"),
    ("14.03.2023 00:00", "2023-03-14"),
    ("14.03.2023 г.", "2023-03-14"),
    ("14 марта 2023", "2023-03-14"),
    ("14 марта 2023 года", "2023-03-14"),
    ("14\u00a0марта 2023\u00a0г., 12:40", "2023-03-14"),
    ("12:40, 14 марта 2023", "2023-03-14"),
    ("14 марта 2023, 12:40 | Новости региона", "2023-03-14"),
    ("Дата публикации: 14.03.2023", "2023-03-14"),
    ("Омск, 14 марта 2023 г.", "2023-03-14"),
    ("TARTU, March 14, 2023 - The mayor received guests.", "2023-03-14"),
    ("NEW HAVEN, Conn., March 14, 2023 – The mayor received guests.", "2023-03-14"),
    ("TARTU (March 14, 2023) – The mayor received guests.", "2023-03-14"),
    ("ОМСК, 14 марта 2023 г. /Вести/. — Мэр принял гостей.", "2023-03-14"),
    ("Омск. 14 марта 2023 года. ВЕСТНИК – Мэр принял гостей.", "2023-03-14"),
    ("14 марта 2023 года, Омск – Мэр принял гостей.", "2023-03-14"),
    ("14.03.2023, 12:40 Мэр принял гостей.", "2023-03-14"),
    ("14 марта 2023 года в Омске состоялась встреча мэра с гостями.", ""),
    ("On March 14, 2023 the mayor - the first of his party - left.", ""),
    ("14 марта 2023 — эта дата войдёт в историю города.", ""),
    ("The strategy until March 14, 2023", ""),
    ("March 2023", ""),
    ("March 14", ""),
    ("31.02.2023", ""),
    ("September 3, 1939", ""),
    ("Call 555-2023, ext. 14", ""),
]


@pytest.mark.parametrize(("line", "day"), DATELINES)
def test_datelines_at_the_start(patterns: DatelinePatterns, line: str, day: str) -> None:
    assert find_dateline(f"Mayor receives guests\n\n{line}\n\nThe talks went on for an hour.\n", patterns) == day


def test_a_dateline_may_stand_at_the_end(patterns: DatelinePatterns) -> None:
    text = "\n".join(["The talks went on."] * 20)
    assert find_dateline(f"{text}\nCITY HALL,\nMarch 14, 2023.\n", patterns) == "2023-03-14"
    assert find_dateline(f"{text}\nMarch 14, 2023.\n{text}", patterns) == ""


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_every_order(day: date) -> None:
    patterns = load_datelines()
    for line in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", f"{day:%d.%m.%Y}", day.isoformat()):
        assert find_dateline(f"Headline\n{line}\nText.", patterns) == day.isoformat()


SOURCES = [
    (b'{"text": "May 3, 2023\\nNews.", "published": "2023-05-04"}', "2023-05-04", "record", ""),
    (b'{"text": "May 3, 2023\\nNews.", "published": null}', "2023-05-03", "dateline", ""),
    (b'{"text": "May 3, 2023\\nNews.", "published": "soon"}', "2023-05-03", "dateline", "published 'soon' is no date"),
    (b'{"text": "News."}', "", "", ""),
]


@pytest.mark.parametrize(("line", "day", "source", "note"), SOURCES)
def test_the_record_comes_before_the_dateline(tmp_path: Path, line: bytes, day: str, source: str, note: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(line)
    [article] = read_inputs([tmp_path])
    assert (article.published, article.published_source, article.reason, article.status) == (day, source, note, "")
