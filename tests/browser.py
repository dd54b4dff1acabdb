"""Drives Debian's Chromium over a page, and keeps what went wrong in it: messages of its console, errors, and requests that left the file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
WIDE, NARROW = (1400, 900), (390, 844)
PATIENCE = 30_000  # milliseconds


def find_chromium() -> str:
    """The path of an installed Chromium, or of the one that CHROMIUM names; empty if there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A headless Chromium with a profile of its own; skips the test where there is none or no Playwright."""
    driver = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed: pip install playwright")
    path = find_chromium()
    if not path:
        pytest.skip("no Chromium found: apt-get install chromium, or set CHROMIUM to its path")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def open_page(browser: Browser, address: str, *, size: tuple[int, int] = WIDE, dark: bool = False, locale: str = "en-GB") -> Iterator[Page]:
    """The page, ready; at the end it must have told no error and asked for nothing beside its own address."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light", locale=locale, reduced_motion="reduce", accept_downloads=False
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    page.on("request", lambda request: None if is_own(request.url, address) else problems.append(f"request: {request.url}"))
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    try:
        yield page
    finally:
        context.close()
    assert not problems, "\n".join(problems)


def is_own(url: str, address: str) -> bool:
    """Is it the page itself, a picture within it, or its own server?"""
    asked, own = urlsplit(url), urlsplit(address)
    return asked.scheme == "data" or (asked.scheme, asked.netloc) == (own.scheme, own.netloc) and (own.scheme != "file" or asked.path == own.path)


def report_address(folder: Path) -> str:
    """The address of the folder's report on the disk."""
    return (folder / "report.html").resolve().as_uri()
