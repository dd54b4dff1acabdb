"""Tells why two events of an output folder were not joined: how their tellings compare, and what kept them apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from pipeline.errors import TableError
from pipeline.explain import explain_event, find_told
from pipeline.merge.blocks import find_keys
from pipeline.merge.compare import compare_tellings
from pipeline.merge.telling import Telling, parse_telling
from pipeline.merge.words import MergeWords, Reason, format_reasons, load_merge_words, score_of
from pipeline.names import load_identity_words
from pipeline.tables.read import read_evidence

SHOWN = 5  # pairs of tellings that are shown, the likest first


@dataclass(frozen=True, slots=True)
class Compared:
    """A telling of each event, and how they compare."""

    first: Telling
    second: Telling
    reasons: tuple[Reason, ...]


def explain_pair(folder: Path, first: str, second: str) -> str:
    """Lines of text on two ids of events or mentions; if they are one event, those of `explain_event`. UsageError for an id that the folder has not."""
    ids = [find_told(folder, wanted)[0]["event_id"] for wanted in (first, second)]
    if ids[0] == ids[1]:
        return f"{first} and {second} are one event\n{explain_event(folder, ids[0])}"
    ours, theirs = (_load_tellings(folder, event_id) for event_id in ids)
    return "\n".join(_tell(ids, ours, theirs))


def _load_tellings(folder: Path, event_id: str) -> list[Telling]:
    records = [record["telling"] for record in read_evidence(folder) if record["event_id"] == event_id and record.get("telling")]
    if not records:
        raise TableError(f"{folder}: evidence.jsonl keeps no tellings of {event_id}; write the folder anew with `communique run`")
    return [parse_telling(record) for record in records]


def _tell(ids: Sequence[str], ours: Sequence[Telling], theirs: Sequence[Telling]) -> Iterator[str]:
    yield f"{ids[0]} and {ids[1]} are two events"
    kinds = [tellings[0].event_type for tellings in (ours, theirs)]
    if kinds[0] != kinds[1]:
        yield f"  of two kinds: {kinds[0]} and {kinds[1]}"
        return
    words = load_merge_words(load_identity_words())
    compared = [Compared(a, b, compare_tellings(a, b, words)) for a, b in product(ours, theirs)]
    yield f"  {_decide(compared, words)}"
    for pair in sorted(compared, key=lambda c: (-score_of(c.reasons), c.first.key, c.second.key))[:SHOWN]:
        yield f"  {pair.first.key} in {pair.first.document.doc_id} and {pair.second.key} in {pair.second.document.doc_id}:"
        yield f"    {format_reasons(pair.reasons)} of {words.join:.2f} needed"


def _decide(compared: Sequence[Compared], words: MergeWords) -> str:
    """What kept them apart: one document's own telling, a feature that no other outweighs, too little in common, or a third event."""
    together = next((c for c in compared if c.first.document.doc_id == c.second.document.doc_id), None)
    if together is not None:
        return f"{together.first.document.doc_id} tells of both, and within it they were not joined"
    against = next(((c, reason) for c in compared for reason in c.reasons if reason.weight <= words.veto), None)
    if against is not None:
        return f"{against[1]} keeps them apart{_days(against[0]) if against[1].feature == 'days' else ''}"
    if not any(set(find_keys(c.first, words)) & set(find_keys(c.second, words)) for c in compared):
        return "never compared: no text, story, sentence, two names, country and day, or place and name in common"
    if all(score_of(c.reasons) < words.join for c in compared):
        return "too little in common"
    return "one of the tellings is vague and fits several events"


def _days(compared: Compared) -> str:
    return f": {_day(compared.first)} | {_day(compared.second)}"


def _day(telling: Telling) -> str:
    if telling.interval is None:
        return f"published {telling.document.published}"
    return telling.interval.first.isoformat() if telling.interval.days == 1 else f"{telling.interval.first}/{telling.interval.last}"
