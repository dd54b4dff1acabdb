"""From saved feeds to articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.records import Article
from pipeline.sources import read_inputs

RSS = """<?xml version="1.0" encoding="windows-1251"?>
<rss version="2.0" xmlns:yandex="http://news.yandex.ru"><channel><title>Мэрия Омска</title><link>http://omsk.example</link>
<item><title>Мэр "принял" посла</title><link>http://omsk.example/1</link><guid>omsk-1</guid><pubDate>Tue, 14 Mar 2023 10:00:00 +0300</pubDate>
<description>Кратко.</description><yandex:full-text>Мэр принял посла Ирана. Обсудили зерно &amp; сталь.</yandex:full-text></item>
<item><title>Второе</title><description><![CDATA[<p>Первый абзац.<br>Строка.</p><p>Второй &laquo;абзац&raquo;.</p>]]></description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>City Hall</title><entry><id>tag:city,2023:1</id><title type="html">Mayors &amp;amp; guests</title>
<updated>2023-03-14T10:00:00Z</updated><link href="http://city.example/b"/>
<summary>Short.</summary><content type="html">&lt;p&gt;The mayor met the governor.&lt;/p&gt;</content></entry></feed>"""


def read_feed(folder: Path, data: bytes) -> list[Article]:
    (folder / "feed.xml").write_bytes(data)
    return list(read_inputs([folder]))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "koi8-r", "cp866"])
def test_rss_in_any_encoding_whatever_it_declares(tmp_path: Path, encoding: str) -> None:
    data = RSS.replace("&laquo;", '"').replace("&raquo;", '"')
    first, second = read_feed(tmp_path, data.encode(encoding))
    assert first.text == "Мэр принял посла Ирана. Обсудили зерно & сталь."
    assert (first.doc_id, first.title, first.url) == ("omsk-1", 'Мэр "принял" посла', "http://omsk.example/1")
    assert (first.published, first.published_source, first.source) == ("2023-03-14", "record", "Мэрия Омска")
    assert (second.doc_id, second.text) == ("feed#2", 'Первый абзац.\nСтрока.\nВторой "абзац".')


def test_atom(tmp_path: Path) -> None:
    [entry] = read_feed(tmp_path, ATOM.encode())
    assert (entry.doc_id, entry.text, entry.title) == ("tag:city,2023:1", "The mayor met the governor.", "Mayors & guests")
    assert (entry.published, entry.url) == ("2023-03-14", "http://city.example/b")


def test_a_feed_cut_short_gives_what_it_holds(tmp_path: Path) -> None:
    assert read_feed(tmp_path, RSS[: RSS.index("</item>") + 7].encode())[0].doc_id == "omsk-1"


LOLS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "lol"}">' for i in range(10))
BROKEN = [
    "",
    "no xml",
    "<catalogue><book/></catalogue>",
    "<html><body><p>A page.</p></body></html>",
    f'<?xml version="1.0"?><!DOCTYPE r [{LOLS}]><r>&l9;</r>',
]


@pytest.mark.parametrize("data", BROKEN)
def test_other_xml_fails(tmp_path: Path, data: str) -> None:
    [article] = read_feed(tmp_path, data.encode())
    assert (article.doc_id, article.status) == ("feed", "failed")
    assert "no RSS or Atom feed" in article.reason


def test_entities_of_a_feed_are_not_expanded_and_read_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password", encoding="utf-8")
    outer = f'<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">'
    feed = f'<?xml version="1.0"?><!DOCTYPE r [{LOLS}{outer}]>' + RSS.partition("?>")[2].replace("Кратко.", "&l9; &x;")
    articles = read_feed(tmp_path, feed.encode())
    assert sum(len(article.text) for article in articles) < 1000
    assert not any("password" in article.text for article in articles)
