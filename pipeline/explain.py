"""Tells why an event of an output folder is what it is: the rule that matched, what filled each slot, and what joined its mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.tables.read import check_folder, find_anchor, read_evidence, read_table

Row = dict[str, str]
EVENT_SLOTS = (
    "status",
    "date_edtf",
    "date_source",
    "who",
    "whom",
    "place",
    "country",
    "what",
    "document_type",
    "amount",
    "currency",
    "conflicts",
    "confidence",
)
MENTION_SLOTS = (
    "status",
    "status_cue",
    "date_start",
    "date_end",
    "date_text",
    "date_source",
    "place",
    "what",
    "document_type",
    "amount",
    "currency",
    "asserted_by",
)
NEAREST = 3  # ids named for one that is unknown


def explain_event(folder: Path, wanted: str) -> str:
    """Lines of text for an event_id (with all its mentions) or one mention_id; UsageError naming the nearest ids if the folder has no such id.

    The id of an event that has since been joined to another finds that one: it is the id of one of its mentions.
    """
    told = find_told(folder, wanted)
    evidence = {record["mention_id"]: record for record in read_evidence(folder) if record["event_id"] == told[0]["event_id"]}
    event = next(row for row in read_table(folder, "events") if row["event_id"] == told[0]["event_id"])
    every = [row for row in read_table(folder, "mentions") if row["event_id"] == event["event_id"]]
    lines = [*_event_lines(event), *_choice_lines(evidence.values()), *_history_lines(every, folder), *_merge_lines(evidence.values())]
    for mention in sorted(told, key=lambda row: (row["doc_id"], int(row["char_start"]))):
        lines += ["", *_mention_lines(mention, evidence.get(mention["mention_id"], {}))]
    return "\n".join(lines)


def find_told(folder: Path, wanted: str) -> list[Row]:
    """The mentions of an event_id, or the one of a mention_id; UsageError naming the nearest ids if the folder has no such id."""
    mentions = read_table(check_folder(folder), "mentions")
    told = [row for row in mentions if wanted in (row["event_id"], row["mention_id"])]
    if told:
        return told
    anchors = {row["event_id"] for row in mentions if row["mention_id"] == find_anchor(wanted)}
    if not anchors:
        raise UsageError(_unknown(wanted, mentions, folder=folder))
    return [row for row in mentions if row["event_id"] in anchors]


def find_nearest(wanted: str, ids: Iterable[str]) -> list[str]:
    """The ids most like the wanted one, best first, at most three: those it is the beginning of, else those that are spelt alike."""
    known = sorted(set(ids))
    starts = [known_id for known_id in known if known_id.lower().startswith(wanted.lower())] if wanted else []
    return starts[:NEAREST] or get_close_matches(wanted, known, n=NEAREST, cutoff=0.3)


def _unknown(wanted: str, mentions: list[Row], *, folder: Path) -> str:
    nearest = find_nearest(wanted, (row[key] for row in mentions for key in ("event_id", "mention_id")))
    hint = f"; nearest: {', '.join(nearest)}" if nearest else "; ids are in the columns event_id and mention_id of its tables"
    return f"{folder}: no event or mention {wanted!r}{hint}"


def _event_lines(event: Row) -> Iterator[str]:
    yield f"event {event['event_id']}: {event['event_type']}; mentions: {event['n_mentions']}, documents: {event['n_documents']}"
    yield from _value_lines(event, EVENT_SLOTS)


def _mention_lines(mention: Row, record: dict[str, Any]) -> Iterator[str]:
    background = ", background" if mention["background"].lower() in ("true", "1") else ""
    yield f"mention {mention['mention_id']} in {mention['doc_id']} [{mention['char_start']}:{mention['char_end']}], {mention['lang']}{background}"
    yield f"  sentence: {' '.join(mention['sentence'].split())}"
    yield f"  rule: {mention['rule']}"
    yield f"  trigger: {mention['trigger']!r} [{mention['trigger_start']}:{mention['trigger_end']}]"
    slots = [slot for slot in record.get("slots") or [] if slot["slot"] != "trigger"]
    for slot in slots:
        yield f"  {slot['slot']} = {slot.get('value') or '-'}{_origin(slot)}"
    told = {slot["slot"] for slot in slots}
    yield from _value_lines(mention, tuple(column for column in MENTION_SLOTS if column.partition("_")[0] not in told))


def _origin(slot: dict[str, Any]) -> str:
    """Which clause bound which words: ` <- subject: 'Igor Orlov' [12:22]`."""
    start, end = slot.get("start", -1), slot.get("end", -1)
    place = f" [{start}:{end}]" if start is not None and start >= 0 else ""
    words = f": {slot['text']!r}" if slot.get("text") not in (None, "", slot.get("value")) else ""
    return f"  <- {slot.get('clause') or 'no clause'}{words}{place}"


def _choice_lines(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Which mention each slot of the event is taken from, and why that one."""
    chosen = [choice for record in records for choice in record.get("chosen") or []]
    if chosen:
        yield "  chosen:"
        yield from (f"    {choice['slot']} from {choice['mention_id']}: {choice['reason']}" for choice in chosen)


def _history_lines(mentions: list[Row], folder: Path) -> Iterator[str]:
    """How status and date moved on from document to document; nothing where all tell the same."""
    published = {row["doc_id"]: row["published"] for row in read_table(folder, "documents")}
    told = sorted((published.get(row["doc_id"], ""), row["doc_id"], row["status"], _days(row)) for row in mentions)
    if len({(status, days) for _, _, status, days in told}) > 1:
        yield "  history:"
        for day, doc_id, status, days in dict.fromkeys(told):
            yield f"    {day or 'no day'}  {status}{f' {days}' if days else ''} ({doc_id})"


def _days(mention: Row) -> str:
    start, end = mention["date_start"], mention["date_end"]
    return start if start == end else f"{start}/{end}"


def _merge_lines(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    reasons = dict.fromkeys(format_reason(reason) for record in records for reason in record.get("merge") or [])
    if reasons:
        yield "  joined because:"
        yield from (f"    {reason}" for reason in reasons)


def format_reason(reason: object) -> str:
    """One reason of a merge as a line: a text as it is, a mapping as `key: value, key: value`."""
    if isinstance(reason, dict):
        return ", ".join(f"{key}: {value}" for key, value in reason.items())
    return str(reason)


def _value_lines(row: Row, columns: tuple[str, ...]) -> Iterator[str]:
    yield from (f"  {column}: {row[column]}" for column in columns if row[column])
