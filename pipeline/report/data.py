"""Gathers from an output folder what the report's page shows of each event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipeline.report.records import Happening, Json, ReportData
from pipeline.tables.read import check_folder, read_evidence, read_table

Row = dict[str, str]
COLUMNS = (
    *("event_id", "date_start", "date_end", "date_edtf", "event_type", "status", "participants", "place", "country", "what"),
    *("languages", "sources", "n_mentions", "n_documents"),
)
FACTS = (
    "who",
    "whom",
    "date_precision",
    "date_source",
    "document_type",
    "amount",
    "currency",
    "conflicts",
    "confidence",
    "n_sources",
    "first_published",
    "last_published",
)
PEOPLE = ("name", "role", "side", "entity_type", "position", "affiliation", "country")
TOLD = ("mention_id", "doc_id", "lang", "status", "status_cue", "date_text", "rule", "asserted_by", "sentence")
DOCUMENTS = (("ok", "with events"), ("no_events", "without events"), ("duplicate", "duplicates"), ("skipped", "skipped"), ("failed", "failed"))
NUMBERS = frozenset({"n_mentions", "n_documents"})
TRUE = frozenset({"true", "1"})
LATEST_LAST = "9999"  # undated events sort after all dated ones


def load_report(folder: Path) -> ReportData:
    """All that the page shows, events by date and id; UsageError for a folder without tables."""
    events = sorted(read_table(check_folder(folder), "events"), key=lambda row: (row["date_start"] or LATEST_LAST, row["event_id"]))
    mentions = _group(read_table(folder, "mentions"))
    people = _group(read_table(folder, "event_participants"))
    evidence = {record["mention_id"]: record for record in read_evidence(folder)}
    documents = read_table(folder, "documents")
    cited = {mention["doc_id"] for told in mentions.values() for mention in told}
    return ReportData(
        headline=tuple(_headline(events, mentions, documents)),
        columns=COLUMNS,
        rows=tuple([_value(row, column) for column in COLUMNS] for row in events),
        details=tuple(_detail(row, people[row["event_id"]], mentions[row["event_id"]], evidence) for row in events),
        documents={row["doc_id"]: _document(row) for row in documents if row["doc_id"] in cited},
        happenings=tuple(Happening(row["date_start"], row["date_end"] or row["date_start"], row["status"] == "occurred") for row in events),
    )


def web_address(url: str) -> str:
    """The address if it is one of the web (http or https), else nothing: only these become links."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else ""


def _group(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["event_id"]].append(row)
    return grouped


def _value(row: Row, column: str) -> Json:
    return int(row[column] or 0) if column in NUMBERS else row[column]


def _headline(events: list[Row], mentions: dict[str, list[Row]], documents: list[Row]) -> Iterator[tuple[str, str]]:
    statuses = Counter(row["status"] for row in documents)
    days = sorted(row["published"] for row in documents if row["published"])
    yield _number(len(events)), "events"
    yield _number(sum(map(len, mentions.values()))), "mentions"
    yield _number(len(documents)), "documents"
    yield from ((_number(statuses[status]), label) for status, label in DOCUMENTS if statuses[status])
    yield _number(len({row["source"] for row in documents if row["source"]})), "sources"
    if days:
        yield " to ".join(dict.fromkeys((days[0], days[-1]))), "published"


def _number(value: int) -> str:
    return f"{value:,}"


def _document(row: Row) -> dict[str, Json]:
    return {"title": row["title"], "url": web_address(row["url"]), "source": row["source"], "published": row["published"], "path": row["path"]}


def _detail(event: Row, people: list[Row], mentions: list[Row], evidence: dict[str, dict[str, Any]]) -> dict[str, Json]:
    facts: dict[str, Json] = {column: event[column] for column in FACTS if event[column]}
    told = sorted(mentions, key=lambda row: (row["doc_id"], int(row["char_start"])))
    return {
        "facts": facts,
        "people": [[person[column] for column in PEOPLE] for person in people],
        "mentions": [_mention(mention, evidence.get(mention["mention_id"], {})) for mention in told],
    }


def _mention(mention: Row, record: dict[str, Any]) -> dict[str, Json]:
    told: dict[str, Json] = {column: mention[column] for column in TOLD if mention[column]}
    start = int(mention["char_start"])
    slots = [[str(slot.get(key) or "") for key in ("slot", "value", "clause", "text")] for slot in record.get("slots") or []]
    return told | {
        "trigger": [int(mention["trigger_start"]) - start, int(mention["trigger_end"]) - start],
        "background": mention["background"].lower() in TRUE,
        "slots": [list[Json](slot) for slot in slots],
        "merge": [_reason(reason) for reason in record.get("merge") or []],
    }


def _reason(reason: object) -> str:
    if isinstance(reason, dict):
        return ", ".join(f"{key}: {value}" for key, value in reason.items())
    return str(reason)
