"""Reads saved web pages: article text, title, day of publication, author, address and site."""

from __future__ import annotations

from pipeline.sources.address import split_address
from pipeline.sources.article import find_article, fold_title
from pipeline.sources.dateline import find_dateline
from pipeline.sources.headline import find_headline
from pipeline.sources.kit import ReadingKit
from pipeline.sources.markup import Tree, drop_unseen, parse_markup, select_values, write_lines
from pipeline.sources.page_date import find_page_date, guess_page_date
from pipeline.sources.profile import Lookups, Page
from pipeline.sources.profiles import Clues, find_profile
from pipeline.sources.record import Record
from pipeline.sources.selectors import find_elements, find_values
from pipeline.sources.structured import Told, find_told

ADDRESS = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
SITE = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
AUTHOR = ("//meta[@name='author']/@content",)


def read_page(markup: str, kit: ReadingKit, path: str = "") -> Record:
    """The document of a page: where its source's profile does not tell where things stand, they are guessed."""
    tree = parse_markup(markup, kit.limits)
    told = find_told(tree)
    url, sites = find_url(tree, told), find_sites(tree, told)
    profile = find_profile(kit.profiles, Clues(path, url, next(iter(sites), ""), markup))
    places = profile.page if profile is not None else Page()
    lookups = profile.lookups if profile is not None else Lookups()
    for selector in places.drop:
        for element in find_elements(tree, [selector]):
            element.drop_tree()
    drop_unseen(tree)
    title = next(find_values(tree, places.title), "") or _guess_title(tree, told, (*sites, split_address(url).netloc))
    main = sorted(told, key=lambda item: _rank(item, title))
    published, where = _find_own_date(tree, places, lookups, kit), "source"
    text = _find_text(tree, places, title, main)
    if not published:
        published, where = find_page_date(tree, told=[item.published for item in main if item.published], datelines=kit.datelines), "page"
    if not published and not find_dateline(text, kit.datelines):
        published = guess_page_date(tree, url=url, datelines=kit.datelines)
    return Record(
        text=text,
        published=published,
        published_source=where,
        title=title,
        author=next(find_values(tree, places.author), "") or _guess_author(tree, main),
        url=url,
        source=profile.title if profile is not None else next(iter(sites), "") or split_address(url).netloc.removeprefix("www."),
        profile=profile.name if profile is not None else "",
    )


def find_url(tree: Tree, told: tuple[Told, ...]) -> str:
    """The page's own address, if it names one beyond the site's front page."""
    urls = [value for path in ADDRESS for value in select_values(tree, path)] + [item.url for item in told if item.is_article]
    return next((url for url in urls if split_address(url).netloc and split_address(url).path.strip("/")), "")


def find_sites(tree: Tree, told: tuple[Told, ...]) -> tuple[str, ...]:
    """The names under which the page tells its site, the first one as it calls itself."""
    named = [value for path in SITE for value in select_values(tree, path)]
    return tuple(dict.fromkeys([*named, *(item.publisher for item in told if item.publisher)]))


def _find_text(tree: Tree, places: Page, title: str, main: list[Told]) -> str:
    lines = [line for element in find_elements(tree, places.text) for line in write_lines(element)]
    return "\n".join(lines) or find_article(tree, title=title, told=next((item.body for item in main if item.body), ""))


def _find_own_date(tree: Tree, places: Page, lookups: Lookups, kit: ReadingKit) -> str:
    values = (lookups.published.get(value, value) for value in find_values(tree, places.published))
    return next((day for value in values if (day := kit.read_date(value))), "")


def _guess_title(tree: Tree, told: tuple[Told, ...], sites: tuple[str, ...]) -> str:
    return find_headline(tree, told=[item.headline for item in told if item.is_article and item.headline], sites=sites)


def _guess_author(tree: Tree, main: list[Told]) -> str:
    named = [item.author for item in main if item.is_article and item.author]
    authors = [*named, *(value for path in AUTHOR for value in select_values(tree, path))]
    return next((author for author in authors if not split_address(author).netloc), "")


def _rank(item: Told, title: str) -> int:
    """The article that bears the page's headline comes first, then other articles, then what is told of the page."""
    if item.is_article and fold_title(item.headline) == fold_title(title):
        return 0
    return 1 if item.is_article else 2
