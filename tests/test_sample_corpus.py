"""The corpora under `corpus/` and their gold agree with each other and hold what `corpus/README.md` says."""

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
CORPORA = ("sample", "held_out", "varied", "daily", "fresh")
CLUSTERED = ("sample", "held_out")
EMPTY = {"sample": 1, "held_out": 1, "varied": 4, "daily": 36, "fresh": 4}  # documents of each language that tell of no event

TYPES = ("meeting", "call", "visit", "signing", "award", "opening", "conference", "appointment")
STATUSES = ("occurred", "planned", "proposed", "negated")
LANGUAGES = (
    ("sample", "en", 18),
    ("sample", "ru", 18),
    ("sample", "kk", 1),
    ("held_out", "en", 24),
    ("held_out", "ru", 24),
    ("varied", "en", 44),
    ("varied", "ru", 44),
    ("daily", "en", 384),
    ("daily", "ru", 384),
    ("fresh", "en", 36),
    ("fresh", "ru", 36),
)

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


def read_texts(corpus: str) -> dict[str, tuple[str, str]]:
    """doc_id -> (file, text)"""
    return {doc_id: (path.name, text) for path in sorted((CORPUS / corpus).iterdir()) for doc_id, text in texts_of(path)}


def read_gold(corpus: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPUS / "gold" / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines()]


TEXTS = {corpus: read_texts(corpus) for corpus in CORPORA}
GOLD = {corpus: read_gold(corpus) for corpus in CORPORA}
DOCUMENTS = [pytest.param(corpus, document, id=document["doc_id"]) for corpus in CORPORA for document in GOLD[corpus]]


def events(corpus: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(document, event) for document in GOLD[corpus] for event in document["events"]]


def clusters(corpus: str) -> dict[str, list[tuple[dict[str, Any], dict[str, Any]]]]:
    found: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = defaultdict(list)
    for document, event in events(corpus):
        if event["cluster"] is not None:
            found[event["cluster"]].append((document, event))
    return found


def days(value: str) -> list[date]:
    """The ends of an ISO day, month, year or range, each completed to a day."""
    return [date(*(int(part) for part in (end + "-01-01")[:10].split("-"))) for end in value.split("/")]


@pytest.mark.parametrize("corpus", CORPORA)
def test_gold_and_files_name_the_same_documents(corpus: str) -> None:
    assert {document["doc_id"]: document["file"] for document in GOLD[corpus]} == {doc_id: name for doc_id, (name, _) in TEXTS[corpus].items()}


def test_no_document_is_in_two_corpora() -> None:
    assert max(Counter(doc_id for texts in TEXTS.values() for doc_id in texts).values()) == 1


@pytest.mark.parametrize(("corpus", "document"), DOCUMENTS)
def test_spans_hold_the_evidence(corpus: str, document: dict[str, Any]) -> None:
    _, text = TEXTS[corpus][document["doc_id"]]
    for event in document["events"]:
        assert [text[start:end] for start, end in event["spans"]] == [event["evidence"], *event["also"]]
        assert all(sentence.strip() == sentence != "" for sentence in [event["evidence"], *event["also"]])


@pytest.mark.parametrize(("corpus", "document"), DOCUMENTS)
def test_slots_are_well_formed(corpus: str, document: dict[str, Any]) -> None:
    assert corpus in {"held_out", "daily"} or document["published"] is not None
    assert document["published"] is None or date.fromisoformat(document["published"])
    for event in document["events"]:
        assert event["type"] in TYPES
        assert {event["status"], *event["status_ok"]} <= set(STATUSES)
        assert all(group and all(name.strip() for name in group) for group in event["participants"] + event["participants_ok"])
        for value in filter(None, [event["date"], *event["date_ok"]]):
            assert days(value) == sorted(days(value))


@pytest.mark.parametrize(("corpus", "lang", "count"), LANGUAGES)
def test_documents_per_language(corpus: str, lang: str, count: int) -> None:
    assert sum(document["lang"] == lang for document in GOLD[corpus]) == count


@pytest.mark.parametrize("corpus", CORPORA)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_each_language_tells_every_type_and_status(corpus: str, lang: str) -> None:
    told = [event for document, event in events(corpus) if document["lang"] == lang and not event["optional"]]
    assert {event["type"] for event in told} == set(TYPES)
    assert {event["status"] for event in told} == set(STATUSES)
    assert sum(document["lang"] == lang and not document["events"] for document in GOLD[corpus]) == EMPTY[corpus]


@pytest.mark.parametrize(("name", "sign"), FEATURES, ids=[name for name, _ in FEATURES])
def test_features(name: str, sign: bytes) -> None:
    assert any(sign in raw(path) for path in SAMPLE.iterdir()), name


def test_file_kinds() -> None:
    kinds = Counter(path.suffix for path in SAMPLE.iterdir())
    assert kinds[".txt"] >= 20
    assert all(kinds[suffix] == 1 for suffix in (".jsonl", ".csv", ".md", ".gz"))


def test_length_of_texts() -> None:
    assert all(80 <= len(text.split()) <= 350 for _, text in TEXTS["sample"].values())
    lengths = [len(text) for _, text in TEXTS["held_out"].values()]
    assert all(200 <= length <= 350 or 600 <= length <= 2200 for length in lengths)
    assert sum(length <= 350 for length in lengths) == 8
    assert all(120 <= len(text.split()) <= 230 for _, text in TEXTS["varied"].values())
    assert all(100 <= len(text.split()) <= 320 for corpus in ("daily", "fresh") for _, text in TEXTS[corpus].values())


def test_undated_documents() -> None:
    assert Counter(document["lang"] for document in GOLD["held_out"] if document["published"] is None) == {"en": 2, "ru": 2}


@pytest.mark.parametrize(("corpus", "cluster"), [(corpus, cluster) for corpus in CLUSTERED for cluster in sorted(clusters(corpus))])
def test_a_cluster_is_one_event_in_two_to_four_documents(corpus: str, cluster: str) -> None:
    members = clusters(corpus)[cluster]
    assert 2 <= len({document["doc_id"] for document, _ in members}) == len(members) <= 4
    assert len({event["type"] for _, event in members}) == 1


@pytest.mark.parametrize("corpus", CLUSTERED)
def test_number_of_clusters(corpus: str) -> None:
    languages = [{document["lang"] for document, _ in members} for members in clusters(corpus).values()]
    assert len(languages) >= 12
    assert sum(found == {"en", "ru"} for found in languages) >= 6


@pytest.mark.parametrize("corpus", CLUSTERED)
def test_clusters_change_status_between_documents(corpus: str) -> None:
    changes = {tuple(sorted({event["status"] for _, event in members})) for members in clusters(corpus).values()}
    assert {("occurred", "planned"), ("negated", "planned")} <= changes
