"""From saved web pages to articles: text, title, day, address and site, in any encoding and layout."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.records import Article
from pipeline.settings import Limits, Settings
from pipeline.sources import ReadingKit, load_reading_kit, read_inputs
from pipeline.sources.article import cut_headline
from pipeline.sources.dateline import find_day, load_datelines
from pipeline.sources.markup import drop_furniture, parse_markup, write_lines
from pipeline.sources.page import read_page

TITLE = "Мэр Омска принял делегацию «Павлодара»"
FIRST = "Мэр Омска Анна Линдт приняла делегацию из Павлодара. Гости приехали по приглашению городского совета и пробудут в городе три дня."
SECOND = "Стороны обсудили перевозки зерна по Иртышу, ремонт набережной и обмен студентами. По итогам встречи подписан протокол."
THIRD = "Следующая встреча пройдёт осенью в Павлодаре, сообщила пресс-служба городской администрации."
MENU = "".join(f'<li><a href="/{i}">Раздел сайта {i}</a></li>' for i in range(12))
PAGE = f"""<!DOCTYPE html><html lang="ru"><head>{{head}}<title>{TITLE} - Вести Омска</title></head><body>
<header><ul>{MENU}</ul></header><div class="main"><article><h1>{TITLE}</h1>{{date}}
<p>{FIRST}</p><script>track("Это не текст");</script><p>Стороны обсудили перевозки зерна по Иртышу,
 ремонт   набережной и обмен студентами. По итогам встречи подписан <b>протокол</b>.</p><p>{THIRD}</p></article></div>
<div class="more"><ul>{MENU}</ul></div><footer>© Вести Омска, 2019</footer></body></html>"""
META = '<meta property="article:published_time" content="2023-03-14T10:00:00+06:00"><meta property="og:site_name" content="Вести Омска">'
SITE = '<meta property="og:url" content="https://vesti.example/2023/priem">'
LAYOUT = f"""<html><head><title>Новости - Вести Омска</title></head><body>
<table width=900><tr><td><table><tr>{"<td><a href=/a>Раздел</a></td>" * 8}</tr></table></td></tr><tr>
<td width=200><div><a href=/1>Другая новость о другом деле</a></div><div><a href=/2>Ещё одна новость</a></div><div><a href=/3>Третья</a></div></td>
<td><div class=newstime>14.03.23 16:58</div><h1>{TITLE}</h1><div class=gm><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></td>
</tr></table></body></html>"""


def read_one(folder: Path, name: str, data: bytes) -> Article:
    (folder / name).write_bytes(data)
    [article] = read_inputs([folder / name])
    return article


def page(text: str) -> Article:
    record = read_page(text, ReadingKit(load_datelines()))
    return Article("", record.text, title=record.title, url=record.url, source=record.source, published=record.published)


ENCODED = [
    ("utf-8", ""),
    ("utf-8-sig", '<meta charset="utf-8">'),
    ("utf-16", ""),
    ("windows-1251", '<meta charset="windows-1251">'),
    ("windows-1251", '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'),
    ("windows-1251", '<meta charset="shift_jis">'),
    ("koi8-r", '<meta charset="koi8-r">'),
    ("koi8-r", '<meta charset="windows-1251">'),
    ("cp866", ""),
    ("mac_cyrillic", ""),
    ("iso8859-5", '<meta charset="no such thing">'),
    ("utf-8", '<?xml version="1.0" encoding="windows-1251"?>'),
]


@pytest.mark.parametrize(("encoding", "declaration"), ENCODED)
def test_every_encoding_gives_the_same_article(tmp_path: Path, encoding: str, declaration: str) -> None:
    markup = PAGE.format(head=f"{declaration}{META}{SITE}", date="").replace("«", '"').replace("»", '"').replace("©", "")
    found = read_one(tmp_path, "priem.html", markup.encode(encoding))
    assert found.text.split("\n") == [FIRST, SECOND, THIRD]
    assert (found.title, found.published, found.published_source) == (TITLE.replace("«", '"').replace("»", '"'), "2023-03-14", "page")
    assert (found.url, found.source, found.doc_id) == ("https://vesti.example/2023/priem", "Вести Омска", "priem")


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.html.gz"])
def test_names_of_pages(tmp_path: Path, name: str) -> None:
    data = PAGE.format(head=META, date="").encode()
    found = read_one(tmp_path, name, gzip.compress(data) if name.endswith(".gz") else data)
    assert (found.doc_id, found.text.split("\n")[0]) == ("a", FIRST)


DATES = [
    (META, "", "2023-03-14T10:00:00+06:00"),
    ('<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "x", "datePublished": "2023-03-14"}]}</script>', "", "2023-03-14"),
    ('<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2023-03-13"}</script>' + META, "", "2023-03-13"),
    ('<script type="application/ld+json">{broken</script>' + META, "", "2023-03-14T10:00:00+06:00"),
    ('<meta name="DATE" content="2023-03-14">', "", "2023-03-14"),
    ("", '<time itemprop="datePublished" datetime="2023-03-14T09:00">вчера</time>', "2023-03-14T09:00"),
    ("", '<div class="pubdate">14 марта 2023 г., вторник</div>', "2023-03-14"),
    ("", '<span class="news-date">16:58 14/03/2023</span>', "2023-03-14"),
    ("", "", ""),
]


@pytest.mark.parametrize(("head", "shown", "published"), DATES)
def test_day_of_publication(head: str, shown: str, published: str) -> None:
    assert page(PAGE.format(head=head, date=shown).replace(", 2019", "")).published == published


GUESSED = [  # what stands in the article, what stands below it
    ("Released Friday, 5 May 2023", "(c) 2001-2024 Government of the province", "2023-05-05"),
    ("PORVOO, May 5, 2023 - The mayor received the consul.", "(c) 2001-2024 Government of the province. Updated 11 November 2024", "2023-05-05"),
    ("The mayor received the consul.", "© 2024 Government of the province", ""),
    ("The mayor received the consul.", "Последнее изменение: 11 ноября 2024 года. Страница обновлена 11.11.2024", ""),
]


@pytest.mark.parametrize(("line", "foot", "published"), GUESSED)
def test_a_footer_tells_no_day_of_publication(line: str, foot: str, published: str, tmp_path: Path) -> None:
    body = f"<h1>A visit</h1><p>{line}</p><p>{'They spoke of the ferry line and of the school for sailors. ' * 3}</p>"
    (tmp_path / "a.html").write_text(f"<html><body><div class=main>{body}</div><div id=ftr>{foot}</div></body></html>", encoding="utf-8")
    (article,) = read_inputs([tmp_path])
    assert article.published == published


SHOWN = [
    ("28  ноября 2011, Понедельник,  18:12", "2011-11-28"),
    ("28.11.11 16:58", "2011-11-28"),
    ("28/11/2011", "2011-11-28"),
    ("November 28, 2011 at 6:12 pm", "2011-11-28"),
    ("Обновлено 31.02.2011", ""),
    ("18:12", ""),
]


@pytest.mark.parametrize(("line", "day"), SHOWN)
def test_shown_dates(line: str, day: str) -> None:
    assert find_day(line, load_datelines()) == day


TITLES = [
    ("<title>A visit - Daily</title>", "<h1>A visit</h1>", "A visit"),
    ('<meta property="og:site_name" content="Daily News"><meta property="og:title" content="A visit | Daily News">', "<h1>Daily News</h1>", "A visit"),
    ('<meta property="og:title" content="A &quot;good&quot; visit - Daily"><title>x</title>', "<h1>A “good” visit</h1>", 'A "good" visit'),
    ('<meta property="og:title" content="Short form"><title>A long visit | Daily</title>', "<h1>A long visit</h1>", "A long visit"),
    ("<title>City news - Daily</title>", "<h1>A <i>long</i>\n visit</h1>", "A long visit"),
    ("<title>BUDGET | A visit</title>", "", "BUDGET | A visit"),
    ("", "", ""),
]


@pytest.mark.parametrize(("head", "heading", "title"), TITLES)
def test_title_is_what_most_places_agree_on(head: str, heading: str, title: str) -> None:
    assert page(f"<html><head>{head}</head><body>{heading}<p>{'The mayor met the guests. ' * 9}</p></body></html>").title == title


def test_tables_that_lay_out_a_page_are_no_data() -> None:
    found = page(LAYOUT)
    assert (found.text.split("\n"), found.title, found.published) == ([FIRST, SECOND, THIRD], TITLE, "2023-03-14")


def test_text_told_to_search_engines_counts_where_the_page_shows_none() -> None:
    told = '{"@type": "NewsArticle", "articleBody": "' + FIRST + "\\n" + SECOND + '"}'
    found = page(f'<html><head><script type="application/ld+json">{told}</script></head><body><div id="app">Loading</div></body></html>')
    assert found.text.split("\n") == [FIRST, SECOND]


LINES = [
    ("<p>One\n two</p>three<br>four <b>five</b>", ["One two", "three", "four five"]),
    ("<ul><li>a</li><li>b <a href=x>c</a></li></ul>", ["a", "b c"]),
    ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
    ("A&nbsp;&nbsp;b &laquo;c&raquo; &#1052;", ["A b «c» М"]),
    ("<p> </p>", []),
]


@pytest.mark.parametrize(("markup", "lines"), LINES)
def test_blocks_become_lines(markup: str, lines: list[str]) -> None:
    assert list(write_lines(parse_markup(f"<body>{markup}</body>", Limits()))) == lines


def test_only_lists_of_links_are_dropped() -> None:
    links = "".join(f"<a href={i}>Headline number {i}</a> " for i in range(5))
    tree = parse_markup(
        f"<body><div>{links}</div><div>Text about <a href=1>a</a>, <a href=2>b</a> and <a href=3>c</a>.</div><div><h1>x</h1>{links}</div></body>", Limits()
    )
    drop_furniture(tree)
    assert [line[:10] for line in write_lines(tree)] == ["Text about", "x", "Headline n"]


CUT = [
    (["Menu", "A «good» visit", "Text."], ['A "good" visit'], ["Text."]),
    (["A visit", "A longer visit", "Text."], ["A visit", "A longer visit"], ["Text."]),
    (["Text.", "More."], ["A visit", ""], ["Text.", "More."]),
    (["A visit"], ["A visit"], ["A visit"]),
]


@pytest.mark.parametrize(("lines", "titles", "left"), CUT)
def test_what_stands_before_the_headline_is_cut(lines: list[str], titles: list[str], left: list[str]) -> None:
    assert cut_headline(lines, titles) == left


HOSTILE = [
    ("<html><body>" + "<div>" * 5000 + "text", "deep"),
    ("<html><body>" + "<i>" * 1200 + "text", "at most 1000 are read"),
    ("<html><body>" + "<p>x</p>" * 30_001, "elements; at most 30000"),
    ("", "no page"),
    ("<!-- nothing -->", "no page"),
]


@pytest.mark.parametrize(("markup", "reason"), HOSTILE)
def test_no_page_of_people(markup: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        parse_markup(markup, Limits())


def test_entities_of_a_page_are_not_expanded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "' + "ha" * 50 + '"><!ENTITY b "' + "&a;" * 50 + '">]><body><p>&b;&b;</p><p>' + FIRST + "</p></body>"
    assert len(read_one(tmp_path, "a.html", bomb.encode()).text) < 1000


@pytest.mark.parametrize("name", ["a.html", "a.xml", "a.txt.gz", "a.html.gz"])
def test_large_files_fail_alone(tmp_path: Path, name: str) -> None:
    data = b"<p>" + b"a" * 3_000_000
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    (tmp_path / "z.txt").write_text(FIRST, encoding="utf-8")
    found = list(read_inputs([tmp_path], load_reading_kit(Settings(limits=Limits(unpacked=2_500_000, page=2_000_000)))))
    assert [(article.doc_id, article.status) for article in found] == [("a", "failed"), ("z", "")]
    assert "bytes" in found[0].reason
