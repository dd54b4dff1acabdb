"""Reads a gold file (JSON lines, one document a line) into records."""

from __future__ import annotations

import calendar
import json
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.evaluate.records import Days, GoldDocument, GoldEvent


def load_gold(path: Path) -> tuple[GoldDocument, ...]:
    """The annotated documents of the file; UsageError with the line where it is no gold file."""
    if not path.is_file():
        raise UsageError(f"{path}: no such gold file; give a file of JSON lines with doc_id and events")
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return tuple(_parse_line(line, where=f"{path}, line {number}") for number, line in enumerate(lines, start=1) if line.strip())


def parse_days(value: str) -> Days:
    """First and last ISO day of a year, month, day or START/END: `2022-02` is 2022-02-01, 2022-02-28. ValueError if it is none of these."""
    start, _, end = value.partition("/")
    return _first_day(start), _last_day(end or start)


def _first_day(value: str) -> str:
    year, month, day = (*value.split("-")[:3], "1", "1")[:3]
    return f"{int(year):04d}-{int(month):02d}-{int(day):02d}"


def _last_day(value: str) -> str:
    parts = [int(part) for part in value.split("-")[:3]]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}-{day:02d}"


def _parse_line(line: str, *, where: str) -> GoldDocument:
    try:
        record = json.loads(line)
        return GoldDocument(record["doc_id"], record.get("lang") or "", tuple(map(_parse_event, record["events"])))
    except json.JSONDecodeError as error:
        raise UsageError(f"{where}: not JSON ({error.msg})") from error
    except (KeyError, TypeError, ValueError, AttributeError, calendar.IllegalMonthError) as error:
        raise UsageError(f"{where}: not a gold document ({error!r}); it needs doc_id and events with type, status, participants, date, spans") from error


def _parse_event(record: dict[str, Any]) -> GoldEvent:
    documents = [record.get("document"), *record.get("document_ok", [])]
    return GoldEvent(
        event_type=record["type"],
        status=record["status"],
        statuses_ok=tuple(record.get("status_ok", [])),
        participants=tuple(map(tuple, record["participants"])),
        participants_ok=tuple(map(tuple, record.get("participants_ok", []))),
        date=_parse_date(record.get("date")),
        dates_ok=tuple(map(_parse_date, record.get("date_ok", []))),
        places=tuple(record.get("place") or ()),
        documents=tuple(document for document in documents if document),
        asks_what=bool(record.get("document")),
        evidence=record.get("evidence") or "",
        spans=tuple((int(start), int(end)) for start, end in record["spans"]),
        optional=bool(record.get("optional")),
        cluster=str(record.get("cluster") or ""),
    )


def _parse_date(value: str | None) -> Days | None:
    return parse_days(value) if value else None
