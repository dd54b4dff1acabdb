"""The page about an output folder: what it holds, and that nothing of a document can act in it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_folder import HOSTILE, OPENING, TEXT_RU, write_sample

from pipeline.errors import UsageError
from pipeline.report import write_report
from pipeline.report.data import load_report, web_address
from pipeline.report.page import dump_json
from pipeline.report.records import Json

ADDRESSES = [
    ("https://port.example/a?b=c&d", "https://port.example/a?b=c&d"),
    (" http://port.example ", "http://port.example"),
    ("HTTPS://port.example/a", "HTTPS://port.example/a"),
    ("javascript:alert(1)", ""),
    ("JavaScript:alert(1)//https://port.example", ""),
    ("data:text/html,<script>", ""),
    ("file:///etc/passwd", ""),
    ("//port.example/a", ""),
    ("https:", ""),
    ("http://[broken", ""),
    ("", ""),
]


class Page(HTMLParser):
    """Elements and the content of scripts and styles of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.contents: dict[str, str] = {}
        self.inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.inside = dict(attrs).get("id") or tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        self.contents[self.inside] = self.contents.get(self.inside, "") + data


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return Page(write_report(write_sample(tmp_path / "a<b>")).read_text(encoding="utf-8"))


def test_scripts_are_the_page_s_own(page: Page) -> None:
    scripts = [attributes.get("id") for tag, attributes in page.elements if tag == "script"]
    assert scripts == ["data-events", "data-documents", "data-details", None]
    assert "alert" not in page.contents["script"]
    assert [tag for tag, _ in page.elements if tag in ("i", "b", "img", "iframe", "link", "object", "base")] == []


def test_policy_allows_this_style_and_script_alone(page: Page) -> None:
    policy = next(attributes["content"] for tag, attributes in page.elements if attributes.get("http-equiv") == "Content-Security-Policy")
    hashes = {name: b64encode(sha256(page.contents[name].encode()).digest()).decode() for name in ("style", "script")}
    assert policy is not None
    assert policy.split("; ")[:3] == ["default-src 'none'", f"style-src 'sha256-{hashes['style']}'", f"script-src 'sha256-{hashes['script']}'"]


def test_nothing_is_fetched_and_no_attribute_acts(page: Page) -> None:
    attributes = {(name, value) for _, attrs in page.elements for name, value in attrs.items()}
    assert [name for name, _ in attributes if name.startswith("on") or name in ("src", "style")] == []
    assert {value for name, value in attributes if name == "href"} == {"#list"}
    assert re.findall(r"fetch\(|XMLHttpRequest|import\(|innerHTML|eval\(|https?://", page.contents["script"]) == []


def test_events_with_their_details(page: Page) -> None:
    events = json.loads(page.contents["data-events"])
    details = [json.loads(line) for line in page.contents["data-details"].split("\n")]
    rows = [dict(zip(events["columns"], row, strict=True)) for row in events["rows"]]
    assert [row["event_id"] for row in rows] == ["ev-meet-01", "ev-open-02"]
    assert rows[1]["what"] == HOSTILE
    assert [len(detail["mentions"]) for detail in details] == [2, 1]
    assert [person[0] for person in details[0]["people"]] == ["Olga Brandt", "Pavel Sorin"]
    assert details[0]["mentions"][0]["slots"] == [["who", "Olga Brandt", "subject", "Mayor Olga Brandt"]]
    assert details[0]["mentions"][0]["merge"] == ["the same type, day and people"]


def test_trigger_stands_in_its_sentence(page: Page) -> None:
    details = [json.loads(line) for line in page.contents["data-details"].split("\n")]
    told = [(mention["sentence"], mention["trigger"]) for detail in details for mention in detail["mentions"]]
    assert [sentence[start:end] for sentence, (start, end) in told] == ["met", "встретился", "open"]
    assert [sentence for sentence, _ in told][1:] == [TEXT_RU, OPENING]


def test_documents_link_to_the_web_alone(page: Page) -> None:
    documents = json.loads(page.contents["data-documents"])
    assert {doc_id: document["url"] for doc_id, document in documents.items()} == {"a": "https://harbour.example/a?x=1&y=2", "b": ""}


def test_headline(tmp_path: Path) -> None:
    counted = {label: figure for figure, label in load_report(write_sample(tmp_path)).headline}
    expected = {"events": "2", "mentions": "3", "documents": "3", "with events": "2", "skipped": "1", "sources": "2"}
    assert counted == expected | {"published": "2023-05-05 to 2023-05-06"}


def test_same_tables_same_bytes(tmp_path: Path) -> None:
    folder = write_sample(tmp_path)
    assert write_report(folder).read_bytes() == write_report(folder).read_bytes()


@pytest.mark.parametrize(("url", "address"), ADDRESSES)
def test_web_address(url: str, address: str) -> None:
    assert web_address(url) == address


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_reads_back_and_closes_nothing(value: Json) -> None:
    line = dump_json(value)
    assert json.loads(line) == value
    assert not set(line) & set("<>&\n\r\u2028\u2029")


def test_no_tables(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no events.csv"):
        write_report(tmp_path)
