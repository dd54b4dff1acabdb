"""The page about an output folder: what it holds, and that nothing of a document can act in it."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_folder import HOSTILE, OPENING, TEXT_RU, write_sample

from pipeline.errors import UsageError
from pipeline.report import write_report
from pipeline.report.details import web_address
from pipeline.report.page import dump_json, pack
from pipeline.report.records import Json
from pipeline.resources import list_resources, load_yaml

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


def load_words() -> dict[str, dict[str, dict[str, str]]]:
    return cast(dict[str, dict[str, dict[str, str]]], load_yaml("report/words.yml"))


class Page(HTMLParser):
    """Elements and the contents of scripts and styles of a page, those without an id by their kind and number."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.contents: dict[str, str] = {}
        self.inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.inside = dict(attrs).get("id") or f"{tag} {sum(name == tag for name, _ in self.elements)}"

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        self.contents[self.inside] = self.contents.get(self.inside, "") + data


SCRIPTS = ("script 6", "script 7", "script 8")  # behind five that hold data: the table's, the charts', and our own


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return Page(write_report(write_sample(tmp_path_factory.mktemp("report") / "a<b>")).read_text(encoding="utf-8"))


def unpack(letters: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(gzip.decompress(b64decode(letters)))
    return value


def details_of(page: Page) -> list[dict[str, Any]]:
    return [event for line in page.contents["data-details"].split("\n") for event in unpack(line)["events"]]


def test_scripts_are_the_page_s_own(page: Page) -> None:
    scripts = [attributes.get("id") for tag, attributes in page.elements if tag == "script"]
    assert scripts == ["data-words", "data-charts", "data-review", "data-index", "data-details", None, None, None]
    assert set(SCRIPTS) <= set(page.contents)
    assert "alert(" not in page.contents[SCRIPTS[2]]
    assert [tag for tag, _ in page.elements if tag in ("i", "b", "img", "iframe", "link", "object", "base")] == []


def test_policy_allows_this_style_and_these_scripts_alone(page: Page) -> None:
    policy = next(attributes["content"] for tag, attributes in page.elements if attributes.get("http-equiv") == "Content-Security-Policy")
    style, *scripts = (f"'sha256-{b64encode(sha256(page.contents[name].encode()).digest()).decode()}'" for name in ("style 1", *SCRIPTS))
    assert policy == f"default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src {style}; script-src {' '.join(scripts)}"


def test_nothing_is_fetched_and_no_attribute_acts(page: Page) -> None:
    attributes = {(name, value) for _, attrs in page.elements for name, value in attrs.items()}
    assert [name for name, _ in attributes if name.startswith("on") or name in ("src", "style")] == []
    assert {value for name, value in attributes if name == "href"} == {"#main", "#events", "#names", "#network"}
    assert re.findall(r"XMLHttpRequest|import\(|innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|https?://", page.contents[SCRIPTS[2]]) == []


def test_libraries_stand_whole_in_the_page(page: Page) -> None:
    assert "globalThis.DataTable" in page.contents[SCRIPTS[0]]
    assert "globalThis.vegaEmbed" in page.contents[SCRIPTS[1]]
    assert re.findall(r"</script|<!--", page.contents[SCRIPTS[0]] + page.contents[SCRIPTS[1]]) == []


def test_index_of_events(page: Page) -> None:
    index = unpack(page.contents["data-index"])
    events = index["events"]
    assert events["event_id"] == ["ev-meet-01", "ev-open-02"]
    assert events["what"] == ["", HOSTILE]
    assert [events["event_type"]["values"][code] for code in events["event_type"]["codes"]] == ["meeting", "opening"]
    assert [[events["sources"]["values"][code] for code in codes] for codes in events["sources"]["codes"]] == [["harbour.example", "port.example"], []]
    assert index["entities"]["ru"] == ["Ольга Брандт", "Павел Сорин"]
    assert index["people"] == [[0, 0, 1, 1, 1, 2], [0, 0, 1]]


def test_figures_of_documents(page: Page) -> None:
    told = {"ok": 2, "no_events": 0, "duplicate": 0, "skipped": 1, "failed": 0, "documents": 3, "sources": 2}
    assert unpack(page.contents["data-index"])["figures"] == told | {"first": "2023-05-05", "last": "2023-05-06"}


def test_events_with_their_details(page: Page) -> None:
    details = details_of(page)
    assert [len(detail["mentions"]) for detail in details] == [2, 1]
    assert [person[0] for person in details[0]["people"]] == [0, 1]
    assert details[0]["mentions"][0]["slots"] == [["who", "Olga Brandt", "subject", "Mayor Olga Brandt"]]
    assert details[0]["merge"] == ["the same type, day and people"]


def test_marks_stand_in_their_sentences(page: Page) -> None:
    mentions = [mention for detail in details_of(page) for mention in detail["mentions"]]
    marked = [[(mention["sentence"][start:end], slot) for start, end, slot in mention["marks"]] for mention in mentions]
    assert marked == [
        [("met", "trigger"), ("Mayor Olga Brandt", "who"), ("Governor Pavel Sorin", "whom")],
        [("встретился", "trigger"), ("Павел Сорин", "who"), ("Ольгой Брандт", "whom")],
        [("open", "trigger"), ("The mayor", "who")],
    ]
    assert [mention["sentence"] for mention in mentions][1:] == [TEXT_RU, OPENING]


def test_documents_link_to_the_web_alone(page: Page) -> None:
    documents = unpack(page.contents["data-details"].split("\n")[0])["documents"]
    assert {doc_id: document["url"] for doc_id, document in documents.items()} == {"a": "https://harbour.example/a?x=1&y=2", "b": ""}


def test_same_tables_same_bytes(tmp_path: Path) -> None:
    folder = write_sample(tmp_path)
    assert write_report(folder).read_bytes() == write_report(folder).read_bytes()


@pytest.mark.parametrize("group", load_words().items(), ids=lambda group: group[0])
def test_words_in_both_languages_with_the_same_gaps(group: tuple[str, dict[str, dict[str, str]]]) -> None:
    for key, told in group[1].items():
        gaps = {language: set(re.findall(r"\{(\w+)\}", text)) for language, text in told.items()}
        assert gaps.keys() == {"en", "ru"}, key
        assert gaps["en"] == gaps["ru"], key


def test_scripts_ask_for_words_that_there_are() -> None:
    script = "".join(path.read_text(encoding="utf-8") for path in list_resources("report", "*.*") if path.suffix in (".js", ".html"))
    asked = set(re.findall(r"""\bword\("(\w+)"(?:\)|, \{[^}]*\}\))|data-(?:word|label)="(\w+)\"""", script))
    assert len(asked) > 50
    assert {key for pair in asked for key in pair if key} - load_words()["page"].keys() == set()


@pytest.mark.parametrize("path", [path for path in list_resources("report", "*.*") if path.suffix in (".js", ".css")], ids=lambda path: path.name)
def test_scripts_and_styles_are_short(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 300


@pytest.mark.parametrize(("url", "address"), ADDRESSES)
def test_web_address(url: str, address: str) -> None:
    assert web_address(url) == address


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_reads_back_and_closes_nothing(value: Json) -> None:
    line = dump_json(value)
    assert json.loads(line) == value
    assert not set(line) & set("<>&\n\r\u2028\u2029")
    assert json.loads(gzip.decompress(b64decode(pack(value)))) == value


def test_no_tables(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no events.csv"):
        write_report(tmp_path)
