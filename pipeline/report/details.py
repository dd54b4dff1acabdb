"""Gathers what the page of one event shows: its mentions with their words, the reasoning about dates, and what joined them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipeline.report.records import Json
from pipeline.tables.read import read_evidence, read_table

Row = dict[str, str]
Grouped = Mapping[str, list[Row]]
FACTS = (
    "date_source",
    "document_type",
    "amount",
    "currency",
    "conflicts",
    "n_sources",
    "first_published",
    "last_published",
    "doc_ids",
    "summary_en",
    "summary_ru",
)
TOLD = ("mention_id", "doc_id", "lang", "status", "status_cue", "date_start", "date_end", "date_precision", "date_source", "date_text", "place", "what")
SAID = ("rule", "asserted_by", "sentence", "document_type", "amount", "currency")
DATED = ("text", "value", "anchor", "date_start", "date_end")
TRUE = frozenset({"true", "1"})
CHUNK = 64  # events unpacked at a time
Evidence = Mapping[str, Any]


def gather_chunks(folder: Path, events: list[Row], people: Grouped, order: Mapping[str, int]) -> Iterator[dict[str, Json]]:
    """The details of events in their order, with the documents that they cite, some events at a time."""
    details = _Details(folder, people, order)
    documents = {row["doc_id"]: _document(row) for row in read_table(folder, "documents")}
    for start in range(0, len(events), CHUNK):
        told = [details.gather(event) for event in events[start : start + CHUNK]]
        cited = {mention["doc_id"] for event in events[start : start + CHUNK] for mention in details.mentions[event["event_id"]]}
        yield {"events": list[Json](told), "documents": {doc_id: documents[doc_id] for doc_id in sorted(cited) if doc_id in documents}}


def group_rows(rows: Iterable[Row], column: str = "event_id") -> defaultdict[str, list[Row]]:
    """The rows by the value of a column."""
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row[column]].append(row)
    return grouped


def web_address(url: str) -> str:
    """The address if it is one of the web (http or https), else nothing: only these become links."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else ""


class _Details:
    """The tables of a folder, by what their rows belong to."""

    def __init__(self, folder: Path, people: Grouped, order: Mapping[str, int]) -> None:
        self.people, self.order = people, order
        self.mentions = group_rows(read_table(folder, "mentions"))
        self.participants = group_rows(read_table(folder, "participants"), "mention_id")
        self.dates = group_rows(read_table(folder, "dates"), "doc_id")
        self.evidence = {record["mention_id"]: record for record in read_evidence(folder)}

    def gather(self, event: Row) -> dict[str, Json]:
        told = sorted(self.mentions[event["event_id"]], key=lambda row: (row["doc_id"], int(row["char_start"]), row["mention_id"]))
        records = [self.evidence.get(mention["mention_id"], {}) for mention in told]
        reasons = dict.fromkeys(_reason(reason) for record in records for reason in record.get("merge") or [])
        chosen = [[str(choice[key]) for key in ("slot", "mention_id", "reason")] for record in records for choice in record.get("chosen") or []]
        return {
            "facts": {column: event[column] for column in FACTS if event.get(column)},
            "people": [
                [self.order.get(row["entity_id"], row["name"]), row["role"], int(row["side"] or 0), _office(row)] for row in self.people[event["event_id"]]
            ],
            "merge": list(reasons),
            "chosen": [list[Json](choice) for choice in chosen],
            "mentions": [self._mention(mention, record) for mention, record in zip(told, records, strict=True)],
        }

    def _mention(self, mention: Row, record: Evidence) -> dict[str, Json]:
        told: dict[str, Json] = {column: mention[column] for column in (*TOLD, *SAID) if mention[column]}
        slots = [slot for slot in record.get("slots") or [] if slot["slot"] != "trigger"]
        participants = self.participants[mention["mention_id"]]
        return told | {
            "background": mention["background"].lower() in TRUE,
            "marks": list(_marks(mention, participants, slots)),
            "carried": [[self.order.get(row["entity_id"], row["name"]), row["role"], row["resolved_by"]] for row in participants if not row["char_start"]],
            "slots": [[str(slot.get(key) or "") for key in ("slot", "value", "clause", "text")] for slot in slots],
            "date": self._reasoning(mention),
        }

    def _reasoning(self, mention: Row) -> dict[str, Json] | None:
        """The date expression that the mention's date was read from, with the day it was counted from; one in its own sentence first."""
        first, last = int(mention["char_start"]), int(mention["char_end"])
        alike = [row for row in self.dates[mention["doc_id"]] if mention["date_text"] and row["text"] == mention["date_text"]]
        nearest = min(alike, key=lambda row: (not first <= int(row["char_start"]) < last, row["date_start"] != mention["date_start"]), default=None)
        return None if nearest is None else {key: nearest[key] for key in DATED if nearest[key]}


def _marks(mention: Row, participants: Iterable[Row], slots: Iterable[Evidence]) -> Iterator[list[Json]]:
    """Start, end (code points from the sentence's start) and slot of the words that the mention was read from; the trigger comes first."""
    first, last = int(mention["char_start"]), int(mention["char_end"])
    spans = [(int(mention["trigger_start"]), int(mention["trigger_end"]), "trigger")]
    spans += [(int(row["char_start"]), int(row["char_end"]), row["role"]) for row in participants if row["char_start"]]
    told = {span[:2] for span in spans}
    others = [(slot.get("start"), slot.get("end"), str(slot["slot"])) for slot in slots]
    spans += [(start, end, name) for start, end, name in others if start is not None and end is not None and (start, end) not in told]
    for start, end, name in dict.fromkeys(spans):
        if first <= start < end <= last:
            yield [start - first, end - first, name]


def _office(row: Row) -> str:
    return ", ".join(part for part in (row["position"], row["affiliation"]) if part)


def _document(row: Row) -> dict[str, Json]:
    return {"title": row["title"], "url": web_address(row["url"]), "source": row["source"], "published": row["published"], "path": row["path"]}


def _reason(reason: object) -> str:
    if isinstance(reason, dict):
        return ", ".join(f"{key}: {value}" for key, value in reason.items())
    return str(reason)
