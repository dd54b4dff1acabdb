"""The sample corpus under `corpus/` and its gold agree with each other and hold what `corpus/README.md` says."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parents[1] / "corpus"
SAMPLE = CORPUS / "sample"

TYPES = ("meeting", "call", "visit", "signing", "award", "opening", "conference", "appointment")
STATUSES = ("occurred", "planned", "proposed", "negated")
LANGUAGES = (("en", 18), ("ru", 18), ("kk", 1))

FEATURES = (  # what readers of files and finders of boilerplate must cope with, and how it shows in the bytes of a file
    ("byte order mark", b"\xef\xbb\xbf"),
    ("no-break space", "\u00a0".encode()),
    ("windows-1251", "Казань".encode("cp1251")),
    ("comment form", b"Leave a Reply"),
    ("counters", b"\n0 0\n"),
    ("categories", b"Article Categories:"),
    ("share", "Поделиться".encode()),
    ("caption", "Фото: пресс-служба".encode()),
    ("byline date", b" date 2022-02-09 By "),
    ("city dateline", b"BAKU, November 14, 2019 - "),
    ("numeric dateline", b"27.11.2023 00:00\n"),
)


def decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251")


def raw(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def texts_of(path: Path) -> Iterator[tuple[str, str]]:
    """(doc_id, text) of every document of a file."""
    text = decode(raw(path))
    name = path.name.removesuffix(".gz").rpartition(".")[0]
    if path.suffix == ".jsonl":
        for line in text.splitlines():
            record = json.loads(line)
            yield record["doc_id"], record["text"]
    elif path.suffix == ".csv":
        for number, row in enumerate(csv.DictReader(io.StringIO(text, newline="")), start=1):
            yield f"{name}#{number}", row["text"]
    else:
        yield name, text


TEXTS = {doc_id: (path.name, text) for path in sorted(SAMPLE.iterdir()) for doc_id, text in texts_of(path)}
GOLD: list[dict[str, Any]] = [json.loads(line) for line in (CORPUS / "gold" / "sample.jsonl").read_text(encoding="utf-8").splitlines()]
EVENTS: list[tuple[dict[str, Any], dict[str, Any]]] = [(document, event) for document in GOLD for event in document["events"]]


def clusters() -> dict[str, list[tuple[dict[str, Any], dict[str, Any]]]]:
    found: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = defaultdict(list)
    for document, event in EVENTS:
        if event["cluster"] is not None:
            found[event["cluster"]].append((document, event))
    return found


def days(value: str) -> list[date]:
    """The ends of an ISO day, month, year or range, each completed to a day."""
    return [date(*(int(part) for part in (end + "-01-01")[:10].split("-"))) for end in value.split("/")]


def test_gold_and_files_name_the_same_documents() -> None:
    assert {document["doc_id"]: document["file"] for document in GOLD} == {doc_id: name for doc_id, (name, _) in TEXTS.items()}


@pytest.mark.parametrize("document", GOLD, ids=lambda document: document["doc_id"])
def test_spans_hold_the_evidence(document: dict[str, Any]) -> None:
    _, text = TEXTS[document["doc_id"]]
    for event in document["events"]:
        assert [text[start:end] for start, end in event["spans"]] == [event["evidence"], *event["also"]]
        assert all(sentence.strip() == sentence != "" for sentence in [event["evidence"], *event["also"]])


@pytest.mark.parametrize("document", GOLD, ids=lambda document: document["doc_id"])
def test_slots_are_well_formed(document: dict[str, Any]) -> None:
    date.fromisoformat(document["published"])
    for event in document["events"]:
        assert event["type"] in TYPES
        assert {event["status"], *event["status_ok"]} <= set(STATUSES)
        assert all(group and all(name.strip() for name in group) for group in event["participants"] + event["participants_ok"])
        for value in filter(None, [event["date"], *event["date_ok"]]):
            assert days(value) == sorted(days(value))


@pytest.mark.parametrize(("lang", "count"), LANGUAGES)
def test_documents_per_language(lang: str, count: int) -> None:
    assert sum(document["lang"] == lang for document in GOLD) == count


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_each_language_tells_every_type_and_status(lang: str) -> None:
    told = [event for document, event in EVENTS if document["lang"] == lang and not event["optional"]]
    assert {event["type"] for event in told} == set(TYPES)
    assert {event["status"] for event in told} == set(STATUSES)
    assert sum(document["lang"] == lang and not document["events"] for document in GOLD) == 1


@pytest.mark.parametrize(("name", "sign"), FEATURES, ids=[name for name, _ in FEATURES])
def test_features(name: str, sign: bytes) -> None:
    assert any(sign in raw(path) for path in SAMPLE.iterdir()), name


def test_file_kinds() -> None:
    kinds = Counter(path.suffix for path in SAMPLE.iterdir())
    assert kinds[".txt"] >= 20
    assert all(kinds[suffix] == 1 for suffix in (".jsonl", ".csv", ".md", ".gz"))


def test_length_of_texts() -> None:
    assert all(80 <= len(text.split()) <= 350 for _, text in TEXTS.values())


@pytest.mark.parametrize("cluster", sorted(clusters()))
def test_a_cluster_is_one_event_in_two_to_four_documents(cluster: str) -> None:
    members = clusters()[cluster]
    assert 2 <= len({document["doc_id"] for document, _ in members}) == len(members) <= 4
    assert len({event["type"] for _, event in members}) == 1


def test_number_of_clusters() -> None:
    languages = [{document["lang"] for document, _ in members} for members in clusters().values()]
    assert len(languages) >= 12
    assert sum(found == {"en", "ru"} for found in languages) >= 6


def test_clusters_change_status_between_documents() -> None:
    changes = {tuple(sorted({event["status"] for _, event in members})) for members in clusters().values()}
    assert {("occurred", "planned"), ("negated", "planned")} <= changes
