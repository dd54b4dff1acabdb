"""Verdicts: what is allowed, how they are kept, and how they correct the tables; and the server that takes them from its own page alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sample_folder import sample_tables, write_sample

from pipeline.errors import UsageError
from pipeline.report.server import TOKEN, make_app
from pipeline.review import ROW, Verdict, apply_reviews, forget_gone, keep_verdict, load_reviews
from pipeline.review.records import check_verdict, parse_told
from pipeline.tables import check_tables

PORT = 8731
ORIGIN = f"http://127.0.0.1:{PORT}"
DATES = [
    ("2022", ("2022-01-01", "2022-12-31", "year")),
    ("2022-11", ("2022-11-01", "2022-11-30", "month")),
    ("2024-02", ("2024-02-01", "2024-02-29", "month")),
    ("2022-23", ("2022-09-01", "2022-11-30", "season")),
    ("2022-24", ("2021-12-01", "2022-02-28", "season")),
    ("2022-11-22", ("2022-11-22", "2022-11-22", "day")),
    ("2022-11-22/2022-11-24", ("2022-11-22", "2022-11-24", "range")),
    ("2022-11/2023", ("2022-11-01", "2023-12-31", "range")),
]
NO_DATES = ["", "2022-13", "2022-00", "22", "2022-02-30", "tomorrow", "2022-05/2022-03", "2022/", "0000", "2022-11-22T10:00"]
# cell, verdict, value: what the meeting of Olga Brandt and Pavel Sorin holds then
CORRECTED = [
    ("whom", "fix", "Olga Brandt; Nina Weiss", {"whom": ("Olga Brandt", "Nina Weiss"), "participants": ("Olga Brandt", "Nina Weiss")}),
    ("whom", "fix", "павел сорин", {"whom": ("Pavel Sorin",), "participants": ("Olga Brandt", "Pavel Sorin")}),
    ("whom", "reject", "", {"whom": (), "who": ("Olga Brandt",), "participants": ("Olga Brandt",)}),
    ("date", "fix", "2023-05", {"date_start": "2023-05-01", "date_end": "2023-05-31", "date_precision": "month", "date_edtf": "2023-05"}),
    ("date", "reject", "", {"date_start": None, "date_end": None, "date_precision": None, "date_source": None, "date_edtf": None}),
    ("place", "fix", "Porvoo", {"place": "Porvoo", "country": "DE"}),
    ("place", "reject", "", {"place": None, "country": None}),
    ("what", "fix", "ferry line", {"what": "ferry line"}),
    ("status", "fix", "planned", {"status": "planned"}),
    ("event_type", "fix", "visit", {"event_type": "visit"}),
]
REFUSED = [
    (("ev-meet-01", "colour", "fix", "red"), "no cell 'colour'"),
    (("ev-meet-01", "what", "praise"), "no verdict 'praise'"),
    (("ev-meet-01", ROW, "fix", "x"), "no verdict 'fix'"),
    (("", ROW, "accept"), "names no event"),
    (("ev-meet-01", "what", "fix", " "), "fix what to what"),
    (("ev-meet-01", "whom", "fix", "; ;"), "fix whom to what"),
    (("ev-meet-01", "status", "fix", "done"), "no status 'done'"),
    (("ev-meet-01", "event_type", "fix", "Big Meeting"), "no event type"),
    (("ev-meet-01", "date", "fix", "5 May"), "no date '5 May'"),
    (("ev-meet-01", "what", "fix", "a\nb"), "control characters"),
    (("ev-meet-01", "what", "fix", "a" * 2001), "more than 2000"),
]
STRANGERS = [
    {"Host": "evil.example", "Origin": "http://evil.example"},
    {"Host": f"127.0.0.1:{PORT + 1}"},
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": ""},
    {TOKEN: "guess"},
    {TOKEN: ""},
    {"Content-Type": "text/plain"},
    {"Sec-Fetch-Site": "cross-site"},
]
ACCEPTED = {"event_id": "ev-meet-01", "slot": ROW, "verdict": "accept"}


@pytest.mark.parametrize(("value", "told"), DATES)
def test_dates(value: str, told: tuple[str, str, str]) -> None:
    read = parse_told(value)
    assert ((read.first, read.last, read.precision), read.edtf) == (told, value)


@pytest.mark.parametrize("value", NO_DATES)
def test_no_dates(value: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_told(value)


@pytest.mark.parametrize(("told", "message"), REFUSED)
def test_refuses(told: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        check_verdict(Verdict(*told))


@pytest.mark.parametrize(("slot", "verdict", "value", "cells"), CORRECTED)
def test_corrects_a_cell(slot: str, verdict: str, value: str, cells: dict[str, object]) -> None:
    tables = apply_reviews(sample_tables(), [Verdict("ev-meet-01", slot, verdict, value)])
    event = tables.events[0]
    assert {name: getattr(event, name) for name in cells} == cells
    assert event.review_status == "fixed"
    assert tables.events[1] == sample_tables().events[1]
    check_tables(tables)


@pytest.mark.parametrize(("slot", "verdict", "status"), [(ROW, "accept", "accepted"), (ROW, "reject", "rejected"), ("what", "accept", None)])
def test_judges_a_row(slot: str, verdict: str, status: str | None) -> None:
    tables = apply_reviews(sample_tables(), [Verdict("ev-open-02", slot, verdict)])
    assert tables.events[1].review_status == status
    assert tables.event_participants == sample_tables().event_participants


def test_one_who_takes_part_keeps_office_and_count() -> None:
    tables = apply_reviews(sample_tables(), [Verdict("ev-meet-01", "whom", "fix", "Nina Weiss; Pavel Sorin")])
    people = [(row.name, row.role, row.side, row.position, row.n_mentions) for row in tables.event_participants if row.event_id == "ev-meet-01"]
    assert people == [("Olga Brandt", "who", 1, "mayor", 2), ("Nina Weiss", "whom", 2, None, 0), ("Pavel Sorin", "whom", 3, "governor", 2)]
    assert {row.name: row.n_events for row in tables.entities} == {"Olga Brandt": 2, "Pavel Sorin": 1, "Nina Weiss": 1}


def test_verdict_on_an_event_that_has_another_id_now() -> None:
    tables = sample_tables()
    old = "e" + tables.mentions[1].mention_id[1:]
    assert apply_reviews(tables, [Verdict(old, ROW, "reject")]).events[0].review_status == "rejected"
    both = [Verdict(old, ROW, "reject", reviewed="2024-02-02"), Verdict("ev-meet-01", ROW, "accept", reviewed="2024-01-01")]
    assert apply_reviews(tables, both).events[0].review_status == "accepted"


def test_verdict_on_an_event_that_is_gone() -> None:
    assert apply_reviews(sample_tables(), [Verdict("ev-none", ROW, "reject")]) == sample_tables()


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=40).filter(lambda text: text.strip() == text))
def test_reads_back_what_was_kept(tmp_path_factory: pytest.TempPathFactory, value: str) -> None:
    path = tmp_path_factory.mktemp("reviews") / "reviews.csv"
    verdict = Verdict("ev-1", "what", "fix", value, "=1+1", "2024-01-01T10:00:00+00:00")
    keep_verdict(path, verdict, event_id="ev-1", slot="what")
    assert load_reviews(path) == (verdict,)


def test_a_later_verdict_takes_the_place_of_one_before(tmp_path: Path) -> None:
    path = tmp_path / "reviews.csv"
    for verdict in (Verdict("b", ROW, "accept"), Verdict("a", ROW, "accept"), Verdict("b", ROW, "reject")):
        keep_verdict(path, verdict, event_id=verdict.event_id, slot=ROW)
    assert load_reviews(path) == (Verdict("a", ROW, "accept"), Verdict("b", ROW, "reject"))
    assert keep_verdict(path, None, event_id="a", slot=ROW) == (Verdict("b", ROW, "reject"),)


def test_verdicts_on_what_is_forgotten_are_forgotten(tmp_path: Path) -> None:
    folder = write_sample(tmp_path, without="ev-open-02")
    path = folder / "reviews.csv"
    for event_id in ("ev-meet-01", "ev-open-02", "e-1"):
        keep_verdict(path, Verdict(event_id, ROW, "accept"), event_id=event_id, slot=ROW)
    forget_gone(folder)
    assert [verdict.event_id for verdict in load_reviews(path)] == ["e-1", "ev-meet-01"]


@pytest.mark.parametrize(
    ("content", "message"), [("a,b\n1,2\n", "no columns event_id"), ("event_id,slot,verdict\ne1,row,maybe\n", "line 2: .*no verdict 'maybe'")]
)
def test_no_file_of_verdicts(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "reviews.csv").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        load_reviews(tmp_path / "reviews.csv")


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return make_app(write_sample(tmp_path), PORT).test_client()


def headers_of(client: FlaskClient) -> dict[str, str]:
    page = client.get("/", headers={"Host": f"127.0.0.1:{PORT}"}).get_data(as_text=True)
    token = page.partition('{"token":"')[2].partition('"')[0]
    return {"Host": f"127.0.0.1:{PORT}", "Origin": ORIGIN, TOKEN: token, "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"}


def test_takes_a_verdict_of_its_own_page(client: FlaskClient, tmp_path: Path) -> None:
    answer = client.post("/verdicts", json=ACCEPTED, headers=headers_of(client))
    assert (answer.status_code, answer.get_json()) == (200, [["ev-meet-01", "row", "accept", ""]])
    assert [verdict.verdict for verdict in load_reviews(tmp_path / "reviews.csv")] == ["accept"]
    client.post("/verdicts", json=ACCEPTED | {"verdict": ""}, headers=headers_of(client))
    assert load_reviews(tmp_path / "reviews.csv") == ()


@pytest.mark.parametrize("changed", STRANGERS, ids=str)
def test_refuses_what_others_send(client: FlaskClient, tmp_path: Path, changed: dict[str, str]) -> None:
    answer = client.post("/verdicts", json=ACCEPTED, headers=headers_of(client) | changed)
    assert answer.status_code in (403, 415)
    assert not (tmp_path / "reviews.csv").exists()


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1.evil.example:{PORT}"])
def test_shows_nothing_under_another_name(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize(
    "told", [{}, [], "x", {"event_id": 1}, ACCEPTED | {"event_id": "ev-none"}, ACCEPTED | {"slot": "colour"}, ACCEPTED | {"verdict": "praise"}], ids=str
)
def test_refuses_no_verdict(client: FlaskClient, tmp_path: Path, told: object) -> None:
    answer = client.post("/verdicts", json=told, headers=headers_of(client))
    assert answer.status_code == 400
    assert answer.get_json()["error"]
    assert not (tmp_path / "reviews.csv").exists()


def test_policy_is_told_by_the_server_as_well(client: FlaskClient) -> None:
    answer = client.get("/", headers={"Host": f"127.0.0.1:{PORT}"})
    policy = answer.headers["Content-Security-Policy"]
    assert "connect-src 'self'" in policy
    assert policy.endswith("frame-ancestors 'none'")
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
