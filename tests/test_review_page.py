"""The page of a review in a real browser: a row is rejected, a participant put right, and both hold when the folder is written anew."""

from __future__ import annotations

import csv
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import NARROW, WIDE, open_browser, open_page

from pipeline.batch import run
from pipeline.evaluate import evaluate
from pipeline.report.server import HOST, make_app
from pipeline.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TEXT = "Mayor Anna Lind met with Governor Pavel Sorin in Porvoo on 14 March 2023. The mayor opened a ferry terminal in Porvoo on 12 March 2023."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    from werkzeug.serving import make_server

    with socket.socket() as free:
        free.bind((HOST, 0))
        port = int(free.getsockname()[1])
    server = make_server(HOST, port, make_app(folder, port), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://{HOST}:{port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose release has been analysed once; its copies need no model to be written anew."""
    folder = tmp_path_factory.mktemp("analysed")
    (folder / "release.txt").write_text(TEXT, encoding="utf-8")
    return run_again(folder).parent


@pytest.fixture
def folder(analysed: Path, tmp_path: Path) -> Path:
    return shutil.copytree(analysed, tmp_path / "copy") / "tables"


def run_again(folder: Path) -> Path:
    run([folder / "release.txt"], folder / "tables", Settings(), lambda done, count: None)
    return folder / "tables"


def read_events(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "events.csv").open(encoding="utf-8", newline="") as file:
        return {row["event_type"]: row for row in csv.DictReader(file)}


def open_event(page: Page, event_id: str) -> None:
    page.evaluate("id => { location.hash = `event/${id}`; }", event_id)
    page.wait_for_function("id => document.querySelector('#view-event dd code')?.textContent === id", arg=event_id)


def test_verdicts_hold_when_the_tables_are_written_anew(browser: Browser, folder: Path) -> None:
    before = read_events(folder)
    assert before["meeting"]["participants"] == "Anna Lind; Pavel Sorin"
    with serve(folder) as address, open_page(browser, address) as page:
        open_event(page, before["meeting"]["event_id"])
        page.click("[data-slot=whom][data-verdict=fix]")
        page.fill(".edit input", "Pavel Surin; Marek Novak")
        page.keyboard.press("Enter")
        page.wait_for_selector("ins")
        assert page.inner_text("ins") == "Pavel Surin; Marek Novak"
        open_event(page, before["opening"]["event_id"])
        page.keyboard.press("x")
        page.wait_for_selector(".event-head .tag.rejected")
    run_again(folder.parent)
    after = read_events(folder)
    assert (after["meeting"]["review_status"], after["opening"]["review_status"]) == ("fixed", "rejected")
    assert after["meeting"]["participants"] == "Anna Lind; Pavel Surin; Marek Novak"
    assert "Surin" in after["meeting"]["summary_en"]
    with serve(folder) as address, open_page(browser, address) as page:
        open_event(page, before["meeting"]["event_id"])
        assert page.inner_text("#view-event h2") == "Anna Lind, Pavel Surin, Marek Novak"
        assert page.get_attribute("[data-slot=whom][data-verdict=fix]", "aria-pressed") == "true"


def test_verdicts_are_gold_for_another_run(browser: Browser, folder: Path) -> None:
    events = read_events(folder)
    with serve(folder) as address, open_page(browser, address) as page:
        open_event(page, events["opening"]["event_id"])
        page.click("#verdicts [data-verdict=reject]")
        page.wait_for_selector(".event-head .tag.rejected")
        open_event(page, events["meeting"]["event_id"])
        page.click("#verdicts [data-verdict=accept]")
        page.wait_for_function("id => location.hash === `#event/${id}`", arg=events["opening"]["event_id"])
    found = evaluate(folder / "reviews.csv", folder).total.slots["event"]
    assert (found.right, found.found, found.asked) == (1, 2, 1)


def test_the_queue_begins_with_what_is_least_sure_and_not_yet_judged(browser: Browser, folder: Path) -> None:
    sure = {row["event_id"]: float(row["confidence"]) for row in read_events(folder).values()}
    ranked = sorted(sure, key=lambda event_id: sure[event_id])
    with serve(folder) as address, open_page(browser, f"{address}#events?order=-doubt", size=NARROW) as page:
        links = "links => links.map((link) => link.href.split('/').pop())"
        assert page.eval_on_selector_all("#grid tbody tr a", links) == ranked
        open_event(page, ranked[0])
        page.keyboard.press("a")
        page.wait_for_function("id => location.hash === `#event/${id}`", arg=ranked[1])
        page.evaluate("() => { location.hash = 'events?order=-doubt'; }")
        page.wait_for_selector("#view-events:not([hidden])")
        assert page.eval_on_selector_all("#grid tbody tr a", links) == ranked[::-1]
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["phone", "desk"])
def test_the_panel_is_usable_by_everybody(browser: Browser, folder: Path, size: tuple[int, int], dark: bool) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="the package axe-playwright-python is not installed").Axe()
    event_id = read_events(folder)["meeting"]["event_id"]
    with serve(folder) as address, open_page(browser, address, size=size, dark=dark) as page:
        open_event(page, event_id)
        page.wait_for_timeout(400)
        assert [(found["id"], found["nodes"][0]["html"]) for found in axe.run(page).response["violations"]] == []
