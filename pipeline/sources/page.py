"""Reads saved web pages: article text, title, day of publication, address and site."""

from __future__ import annotations

from urllib.parse import urlsplit

from pipeline.sources.article import find_article, fold_title
from pipeline.sources.dateline import DatelinePatterns
from pipeline.sources.headline import find_headline
from pipeline.sources.markup import Tree, select_values
from pipeline.sources.page_date import find_page_date
from pipeline.sources.record import Record
from pipeline.sources.structured import Told, find_told

ADDRESS = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
SITE = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")


def read_page(tree: Tree, datelines: DatelinePatterns) -> Record:
    """The document of a page."""
    told = find_told(tree)
    url, sites = find_url(tree, told), find_sites(tree, told)
    title = find_headline(tree, told=[item.headline for item in told if item.is_article and item.headline], sites=(*sites, urlsplit(url).netloc))
    main = sorted(told, key=lambda item: _rank(item, title))
    dates = [item.published for item in main if item.published]
    body = next((item.body for item in main if item.body), "")
    return Record(
        text=find_article(tree, title=title, told=body),
        published=find_page_date(tree, told=dates, url=url, datelines=datelines),
        published_source="page",
        title=title,
        url=url,
        source=next(iter(sites), "") or urlsplit(url).netloc.removeprefix("www."),
    )


def find_url(tree: Tree, told: tuple[Told, ...]) -> str:
    """The page's own address, if it names one beyond the site's front page."""
    urls = [value for path in ADDRESS for value in select_values(tree, path)] + [item.url for item in told if item.is_article]
    return next((url for url in urls if urlsplit(url).netloc and urlsplit(url).path.strip("/")), "")


def find_sites(tree: Tree, told: tuple[Told, ...]) -> tuple[str, ...]:
    """The names under which the page tells its site, the first one as it calls itself."""
    named = [value for path in SITE for value in select_values(tree, path)]
    return tuple(dict.fromkeys([*named, *(item.publisher for item in told if item.publisher)]))


def _rank(item: Told, title: str) -> int:
    """The article that bears the page's headline comes first, then other articles, then what is told of the page."""
    if item.is_article and fold_title(item.headline) == fold_title(title):
        return 0
    return 1 if item.is_article else 2
