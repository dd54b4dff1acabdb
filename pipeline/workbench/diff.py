"""What a change of rules changes: mentions gained, lost and told otherwise, by rule and source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.flow import Kit
from pipeline.records import EventMention
from pipeline.rules import RuleBook
from pipeline.workbench.reading import align, extract_with, read_works

KINDS = ("gained", "lost", "changed")
MARKS = {"gained": "+", "lost": "-", "changed": "~"}
Key = tuple[int, str]  # first character of the trigger, event type


@dataclass(frozen=True, slots=True)
class Change:
    """A mention that one set of rules finds and the other does not, or finds with other slots."""

    kind: str  # gained, lost, changed
    source: str
    mention: EventMention  # as the new rules tell it; of a lost one, as the old ones did
    slots: tuple[tuple[str, str, str], ...] = ()  # slot, old value, new value


def diff_rules(old: RuleBook, new: RuleBook, inputs: Sequence[Path], kit: Kit) -> tuple[Change, ...]:
    """The changes over all documents of `inputs`, in their order; UsageError for an input that does not exist."""
    changes: list[Change] = []
    for work in read_works(inputs, kit):
        before, after = (_by_key(extract_with(work, kit, book)) for book in (old, new))
        changes += _compare(before, after, source=work.article.source)
    return tuple(changes)


def format_changes(changes: Sequence[Change]) -> str:
    """A table of counts by rule and source, then every change with its sentence."""
    if not changes:
        return "no mention gained, lost or changed"
    table = [("rule", "source", *KINDS), *count_changes(changes)]
    return "\n".join((*align(table), "", *(line for change in changes for line in _describe(change))))


def count_changes(changes: Sequence[Change]) -> tuple[tuple[str, ...], ...]:
    """Rule, source, and how many mentions were gained, lost and changed, sorted."""
    counts = Counter((change.mention.rule, change.source or "(no source)", change.kind) for change in changes)
    groups = sorted({(rule, source) for rule, source, _ in counts})
    return tuple((*group, *(str(counts[*group, kind]) for kind in KINDS)) for group in groups)


def _by_key(mentions: Iterable[EventMention]) -> dict[Key, EventMention]:
    return {(mention.trigger_start, mention.event_type): mention for mention in mentions}


def _compare(before: dict[Key, EventMention], after: dict[Key, EventMention], *, source: str) -> Iterator[Change]:
    for key in sorted(before.keys() | after.keys()):
        if key not in before:
            yield Change("gained", source, after[key])
        elif key not in after:
            yield Change("lost", source, before[key])
        elif slots := tuple(_changed_slots(before[key], after[key])):
            yield Change("changed", source, after[key], slots)


def _changed_slots(old: EventMention, new: EventMention) -> Iterator[tuple[str, str, str]]:
    told, tells = dict(list_slots(old)), dict(list_slots(new))
    yield from ((slot, told[slot], tells[slot]) for slot in tells if told[slot] != tells[slot])


def list_slots(mention: EventMention) -> Iterator[tuple[str, str]]:
    """The slots that are compared, with their values as text."""
    yield "status", mention.status
    yield "date", mention.date.edtf if mention.date is not None else ""
    for side in ("who", "whom"):
        yield side, "; ".join(participant.name for participant in mention.participants if (participant.role == "whom") == (side == "whom"))
    yield "place", mention.place
    yield "what", mention.what


def _describe(change: Change) -> Iterator[str]:
    mention = change.mention
    yield f"{MARKS[change.kind]} {mention.doc_id} {mention.rule}: {' '.join(mention.sentence.split())}"
    if change.kind == "changed":
        yield from (f"    {slot}: {old or '(empty)'} -> {new or '(empty)'}" for slot, old, new in change.slots)
    else:
        yield "    " + ", ".join(f"{slot}: {value}" for slot, value in list_slots(mention) if value)
