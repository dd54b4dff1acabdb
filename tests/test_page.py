"""The report's page in a real browser: every test also fails on a message in the console and on any request that leaves the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import NARROW, WIDE, open_browser, open_page, report_address
from hostile.texts import ADDRESSES, XSS
from sample_folder import HOSTILE, sample_tables, write_sample

from pipeline.report import write_report
from pipeline.tables import EventRow, Tables, write_tables

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MANY = 600
# first day, last day, precision, EDTF: in English, in Russian
DATES = [
    ("2024-03-05", "2024-03-05", "day", "2024-03-05", "5 March 2024", "5 марта 2024 г."),
    ("2024-03-03", "2024-03-05", "range", "2024-03-03/2024-03-05", "3–5 March 2024", "3–5 марта 2024 г."),
    ("2024-03-30", "2024-04-02", "range", "2024-03-30/2024-04-02", "30 March – 2 April 2024", "30 марта – 2 апреля 2024 г."),
    ("2024-03-01", "2024-05-31", "range", "2024-03/2024-05", "March – May 2024", "март 2024 г. – май 2024 г."),
    ("2024-03-01", "2024-03-31", "month", "2024-03", "March 2024", "март 2024 г."),
    ("2024-04-01", "2024-06-30", "quarter", "2024-34", "Q2 2024", "2-й квартал 2024 г."),
    ("2024-07-01", "2024-12-31", "half", "2024-41", "second half of 2024", "второе полугодие 2024 г."),
    ("2024-09-01", "2024-11-30", "season", "2024-23", "autumn 2024", "осень 2024 г."),
    ("2023-12-01", "2024-02-29", "season", "2024-24", "winter 2023–2024", "зима 2023–2024 гг."),
    ("2024-01-01", "2024-12-31", "year", "2024", "2024", "2024"),
    ("2024-01-01", "2024-12-31", "year", "2024~", "about 2024", "около 2024"),
    ("2010-01-01", "2019-12-31", "decade", "201X", "2010s", "2010-е годы"),
    ("1901-01-01", "2000-12-31", "range", "19XX", "1901–2000", "1901–2000"),
]
VIEWS = ["events", "event/ev-meet-01", "names", "entity/p1", "network"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = write_sample(tmp_path_factory.mktemp("page") / "harbour")
    write_report(folder)
    return report_address(folder)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with open_page(browser, address) as opened:
        yield opened


def write_events(folder: Path, events: tuple[EventRow, ...]) -> str:
    write_tables(Tables(events=events), folder)
    write_report(folder)
    return report_address(folder)


def rows_of(page: Page) -> list[str]:
    return [str(row).split("/")[-1] for row in page.eval_on_selector_all("#grid tbody tr a", "links => links.map((link) => link.href)")]


def wait_for_count(page: Page, text: str) -> None:
    page.wait_for_function("text => document.getElementById('count').textContent === text", arg=text)


def open_view(page: Page, view: str) -> None:
    page.evaluate("view => { location.hash = view; }", view)
    page.wait_for_selector(f"#view-{view.split('/')[0]}:not([hidden]) > *")


def test_the_table_shows_every_event(page: Page) -> None:
    assert page.inner_text("#count") == "2 of 2 events"
    assert rows_of(page) == ["ev-meet-01", "ev-open-02"]
    assert page.inner_text("#grid tbody tr:first-child .c-date") == "4 May 2023"
    assert page.inner_text("#grid tbody tr:last-child .c-date") == "undated"


def test_filters_by_list(page: Page) -> None:
    page.select_option("#f-event_type", "=opening")
    wait_for_count(page, "1 of 2 events")
    assert rows_of(page) == ["ev-open-02"]
    assert page.inner_text("#filter-count") == "1"
    page.click("#filters button[type=reset]")
    wait_for_count(page, "2 of 2 events")


@pytest.mark.parametrize(("words", "found"), [("БРАНДТ сорин", ["ev-meet-01"]), ("ferry alert", ["ev-open-02"]), ("ev-open", ["ev-open-02"]), ("nobody", [])])
def test_search_in_both_languages(page: Page, words: str, found: list[str]) -> None:
    page.fill("#f-search", words)
    wait_for_count(page, f"{len(found)} of 2 events" if found else "No event fits. Clear a filter or two.")
    assert rows_of(page) == found


def test_filters_by_a_name_that_is_chosen(page: Page) -> None:
    page.fill("#f-person", "Pavel")
    assert page.eval_on_selector_all("#l-person option", "options => options.map((option) => option.value)") == ["Pavel Sorin"]
    page.fill("#f-person", "Pavel Sorin")
    page.dispatch_event("#f-person", "change")
    wait_for_count(page, "1 of 2 events")
    assert rows_of(page) == ["ev-meet-01"]


def test_filters_stay_in_the_address(page: Page) -> None:
    page.fill("#f-from", "2023-05-01")
    wait_for_count(page, "1 of 2 events")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.inner_text("#count") == "1 of 2 events"
    assert page.input_value("#f-from") == "2023-05-01"


def test_sorts_with_what_is_not_known_last(page: Page) -> None:
    page.click("#grid th.c-date")
    page.wait_for_function("() => location.hash === '#events?order=date'")
    assert rows_of(page) == ["ev-meet-01", "ev-open-02"]
    page.click("#grid th.c-documents")
    page.wait_for_function("() => location.hash === '#events?order=documents'")
    assert rows_of(page) == ["ev-open-02", "ev-meet-01"]


def test_opens_an_event(page: Page) -> None:
    page.click("#grid tbody tr:first-child .c-status")
    page.wait_for_selector("#view-event .mention")
    assert page.inner_text("#view-event h2") == "Olga Brandt, Pavel Sorin"
    assert page.locator("blockquote").count() == 2
    marked = page.eval_on_selector_all("blockquote:nth-of-type(1) mark", "marks => marks.map((mark) => [mark.textContent, mark.title])")
    assert marked[:3] == [["Mayor Olga Brandt", "who"], ["met", "event"], ["Governor Pavel Sorin", "whom"]]
    assert page.get_attribute(".mention .doc a", "href") == "https://harbour.example/a?x=1&y=2"
    assert "the same type, day and people" in page.inner_text("#view-event .reasons")
    page.go_back()
    page.wait_for_selector("#view-events:not([hidden])")


def test_words_of_documents_stay_words(page: Page) -> None:
    open_view(page, "event/ev-open-02")
    page.wait_for_selector("#view-event .mention")
    assert "".join(page.inner_text("blockquote").split()).endswith("".join(HOSTILE.split()) + ".")
    assert page.locator("#view-event :is(script, b, i, img)").count() == 0


TOLD = frozenset({"name", "name_en", "name_ru", "title", "source", "url", "path", "rule", "event_type", "position", "place", "what", "affiliation"})


def spoil(found: object, words: str) -> object:
    """A row, or evidence, with `words` behind whatever a document, a name of a file or a rule of the user's can say."""
    if isinstance(found, dict):
        return {key: spoil(value, words) if key in {"slots", "merge"} else value for key, value in found.items()}
    if isinstance(found, list | tuple):
        return type(found)(f"{entry} {words}" if isinstance(entry, str) else spoil(entry, words) for entry in found)
    if not is_dataclass(found) or isinstance(found, type):
        return found
    values = {field.name: getattr(found, field.name) for field in fields(found)}
    told = {name: f"{value or ''} {words}" for name, value in values.items() if name in TOLD}
    lists = {name: spoil(values[name], words) for name in ("sources", "participants", "who", "whom") if name in values}
    return replace(found, **told, **lists)


def test_names_of_rules_files_and_people_stay_words(browser: Browser, tmp_path: Path) -> None:
    words = " ".join((*XSS, *ADDRESSES))
    tables = sample_tables()
    spoilt = {field.name: tuple(spoil(row, words) for row in getattr(tables, field.name)) for field in fields(tables) if field.name != "texts"}
    write_tables(replace(tables, **spoilt), tmp_path)  # type: ignore[arg-type]
    write_report(tmp_path)
    with open_page(browser, report_address(tmp_path)) as page:
        for view in VIEWS:
            open_view(page, view)
            assert XSS[0] in page.inner_text("#main") or view == "network"
            assert page.locator("#main :is(script, iframe, img, base, meta, style, form[action], object, embed)").count() == 0
            assert page.locator("#main a[href]:not([href^='#']):not([href^='https://harbour.example/'])").count() == 0
            assert page.evaluate("[...document.querySelectorAll('#main *')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length") == 0


def test_goes_by_keyboard(page: Page) -> None:
    page.focus("#grid tbody tr:first-child a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.hash === '#event/ev-open-02'")
    page.wait_for_selector("#view-event .mention")
    assert page.locator("#view-event blockquote").count() > 0


def test_follows_a_person(page: Page) -> None:
    open_view(page, "event/ev-meet-01")
    page.click("#view-event h2 a:first-child")
    page.wait_for_selector("#timeline[data-drawn]")
    assert page.inner_text("#view-entity h2") == "Olga Brandt"
    assert "Ольга Брандт" in page.inner_text("#view-entity .under")
    assert page.inner_text("#view-entity .chips a") == "Pavel Sorin"
    page.click("#show-in-table")
    page.wait_for_function("() => document.getElementById('f-person').value === 'Olga Brandt'")  # the count of before reads the same
    wait_for_count(page, "2 of 2 events")


def test_finds_a_name(page: Page) -> None:
    open_view(page, "names")
    page.fill("#name-search", "сорин")
    page.click("#view-names tbody a")
    page.wait_for_function("() => location.hash === '#entity/p2'")
    assert page.inner_text("#view-entity h2") == "Pavel Sorin"


def test_shows_who_met_whom(page: Page) -> None:
    open_view(page, "network")
    page.wait_for_selector("#net[data-drawn]")
    assert page.inner_text("#pairs tbody tr").split() == ["Olga", "Brandt", "Pavel", "Sorin", "1"]
    page.click("#net .mark-symbol path >> nth=-1")
    page.wait_for_function("() => location.hash.startsWith('#entity/p')")


def test_counts_over_time_lead_to_their_events(page: Page) -> None:
    page.wait_for_selector("#over-time[data-drawn]")
    page.click("#over-time svg .mark-rect path")
    wait_for_count(page, "1 of 2 events")
    assert (page.input_value("#f-from"), page.input_value("#f-to")) == ("2023-05-01", "2023-05-31")


def test_changes_language_and_keeps_it(page: Page) -> None:
    page.click("#language")
    page.wait_for_selector("html[lang=ru]")
    wait_for_count(page, "2 из 2 событий")
    assert page.inner_text(".tabs a[aria-current]") == "События"
    assert page.inner_text("#grid tbody tr:first-child .c-who") == "Ольга Брандт, Павел Сорин"
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.inner_text("#language") == "English"


def test_speaks_the_browser_s_language(browser: Browser, address: str) -> None:
    with open_page(browser, address, locale="ru-RU") as page:
        assert page.inner_text("#count") == "2 из 2 событий"


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["phone", "desk"])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_wider_than_the_window(browser: Browser, address: str, view: str, size: tuple[int, int]) -> None:
    with open_page(browser, address, size=size) as page:
        open_view(page, view)
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["phone", "desk"])
def test_is_usable_by_everybody(browser: Browser, address: str, size: tuple[int, int], dark: bool) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="the package axe-playwright-python is not installed").Axe()
    with open_page(browser, address, size=size, dark=dark) as page:
        for view in VIEWS:
            open_view(page, view)
            page.wait_for_timeout(400)
            told = [(view, found["id"], found["nodes"][0]["html"]) for found in axe.run(page).response["violations"]]
            assert told == []


def test_theme_can_be_chosen(page: Page) -> None:
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_dates_as_people_write_them(browser: Browser, tmp_path: Path) -> None:
    rows = [EventRow(f"e{number:02}", "visit", "occurred", *case[:3], "text", case[3]) for number, case in enumerate(DATES)]
    with open_page(browser, write_events(tmp_path, tuple(rows))) as page:
        told = {}
        for language in ("en", "ru"):
            for row in rows:
                open_view(page, f"event/{row.event_id}")
                page.wait_for_function("id => document.querySelector('#view-event dd code')?.textContent === id", arg=row.event_id)
                told[row.event_id, language] = page.inner_text("#view-event .under")
            page.click("#language")
            page.wait_for_selector("html[lang=ru]" if language == "en" else "html[lang=en]")
    plain = {key: " ".join(text.split()) for key, text in told.items()}
    assert [(plain[row.event_id, "en"], plain[row.event_id, "ru"]) for row in rows] == [case[4:] for case in DATES]


def test_many_rows_are_made_only_where_they_are_seen(browser: Browser, tmp_path: Path) -> None:
    event = sample_tables().events[0]
    with open_page(browser, write_events(tmp_path, tuple(replace(event, event_id=f"e{number:04}") for number in range(MANY)))) as page:
        assert page.locator("#grid tbody tr").count() < MANY / 4
        page.evaluate("() => { const body = document.querySelector('.dt-scroll-body'); body.scrollTop = body.scrollHeight; }")
        page.wait_for_selector(f"#grid a[href='#event/e{MANY - 1:04}']")


def test_an_empty_folder_opens(browser: Browser, tmp_path: Path) -> None:
    with open_page(browser, write_events(tmp_path, ())) as page:
        assert page.inner_text("#count") == "No event fits. Clear a filter or two."
