"""Evaluates an output folder against a gold file: precision, recall and F1 by event type, language and slot, and every difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.evaluate.clusters import measure_clusters
from pipeline.evaluate.compare import Match, match_events
from pipeline.evaluate.found import load_found
from pipeline.evaluate.gold import load_gold
from pipeline.evaluate.names import NameMatcher, load_matcher
from pipeline.evaluate.records import EvaluationResult, Figures, Finding, FoundEvent, GoldDocument, GoldEvent, Group
from pipeline.evaluate.reliability import measure_reliability
from pipeline.evaluate.reviewed import load_reviewed

SLOTS = ("event", "row", "status", "date", "who", "who_paired", "place", "what")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one event, annotated or found, adds to the figures."""

    event_type: str
    lang: str
    slots: dict[str, Figures]
    invented_date: bool = False
    finding: Finding | None = None
    confidence: float | None = None  # of the event found
    told: bool = False  # status and participants are right


def evaluate(gold_path: Path, folder: Path) -> EvaluationResult:
    """The figures of the folder's tables on the annotated documents; UsageError if either can't be read.

    An event is right if its type is, and its evidence overlaps; a row if status, date and participants are right too. Precision of status, date,
    place and what is on the events found, their recall on all annotated ones that tell the slot. Optional events count neither way.
    """
    documents = load_reviewed(gold_path) if gold_path.suffix == ".csv" else load_gold(gold_path)
    found = load_found(folder)
    matcher = load_matcher()
    verdicts = [verdict for document in documents for verdict in judge_document(document, found.get(document.doc_id, ()), matcher=matcher)]
    return EvaluationResult(
        documents=len(documents),
        total=_sum_group("all", verdicts),
        by_type=tuple(_sum_group(name, (v for v in verdicts if v.event_type == name)) for name in sorted({v.event_type for v in verdicts})),
        by_language=tuple(_sum_group(name, (v for v in verdicts if v.lang == name)) for name in sorted({v.lang for v in verdicts})),
        reliability=measure_reliability((v.confidence, v.told) for v in verdicts if v.confidence is not None),
        clusters=measure_clusters(documents, found, matcher=matcher),
        findings=tuple(verdict.finding for verdict in verdicts if verdict.finding is not None),
    )


def judge_document(document: GoldDocument, found: tuple[FoundEvent, ...], *, matcher: NameMatcher) -> Iterator[Verdict]:
    """One verdict for every annotated event and every false one of the document."""
    pairs = match_events(document.events, found, matcher=matcher)
    for index, gold in enumerate(document.events):
        if gold.optional:
            continue
        yield _judge_match(document, pairs[index][1]) if index in pairs else _judge_missed(document, gold)
    paired = {j for j, _ in pairs.values()}
    yield from (_judge_false(document, event) for index, event in enumerate(found) if index not in paired)


def _judge_missed(document: GoldDocument, gold: GoldEvent) -> Verdict:
    finding = Finding("missed", document.doc_id, gold.event_type, "", gold.evidence, wanted=_gold_slots(gold))
    return Verdict(gold.event_type, document.lang, _asked(gold), finding=finding)


def _judge_false(document: GoldDocument, event: FoundEvent) -> Verdict:
    slots = {"event": Figures(found=1), "row": Figures(found=1), "who": Figures(found=len(event.participants))}
    finding = Finding("false", document.doc_id, event.event_type, event.event_id, event.sentence, got=_found_slots(event))
    return Verdict(event.event_type, document.lang, slots, finding=finding, confidence=event.confidence)


def _judge_match(document: GoldDocument, match: Match) -> Verdict:
    gold, found, people = match.gold, match.found, match.people
    asked = _asked(gold)
    told = {
        "event": Figures(right=1, found=1, met=1),
        "row": Figures(right=match.row, found=1, met=match.row),
        "status": Figures(right=match.status, found=1, met=match.status),
        "date": _slot(match.date, found=gold.tells_date, asked=gold.tells_date),
        "who": Figures(right=people.right, found=people.counted, met=people.met),
        "who_paired": Figures(right=people.right, found=people.counted, met=people.met, asked=len(gold.participants)),
        "place": _slot(match.place, found=bool(found.place), asked=bool(gold.places)),
        "what": _slot(match.what, found=bool(found.what), asked=gold.asks_what),
    }
    return Verdict(
        gold.event_type,
        document.lang,
        slots={name: asked.get(name, Figures()) + figures for name, figures in told.items()},
        invented_date=gold.date is None and found.date is not None and not match.date,
        finding=_find_differences(document, match),
        confidence=found.confidence,
        told=match.told,
    )


def _slot(right: bool, *, found: bool, asked: bool) -> Figures:
    """A slot counts on a pair only where it is asked for; its recall's base is counted apart."""
    if not (found and asked):
        return Figures()
    return Figures(right=right, found=1, met=right)


def _asked(gold: GoldEvent) -> dict[str, Figures]:
    return {
        "event": Figures(asked=1),
        "row": Figures(asked=1),
        "status": Figures(asked=1),
        "date": Figures(asked=gold.tells_date),
        "who": Figures(asked=len(gold.participants)),
        "place": Figures(asked=bool(gold.places)),
        "what": Figures(asked=gold.asks_what),
    }


def _find_differences(document: GoldDocument, match: Match) -> Finding | None:
    gold, found = match.gold, match.found
    wrong = {
        "status": not match.status,
        "date": not match.date,
        "who": not match.all_people,
        "place": bool(gold.places) and not match.place,
        "what": gold.asks_what and not match.what,
    }
    if not any(wrong.values()):
        return None
    wanted = tuple(pair for pair in _gold_slots(gold) if wrong[pair[0]])
    got = tuple(pair for pair in _found_slots(found) if wrong[pair[0]])
    return Finding("slots", document.doc_id, gold.event_type, found.event_id, gold.evidence, wanted=wanted, got=got)


def _gold_slots(gold: GoldEvent) -> tuple[tuple[str, str], ...]:
    people = "; ".join(names[0] for names in gold.participants if names)
    return (
        ("status", gold.status),
        ("date", "/".join(dict.fromkeys(gold.date or ()))),
        ("who", people),
        ("place", "; ".join(gold.places)),
        ("what", (gold.documents or ("",))[0]),
    )


def _found_slots(found: FoundEvent) -> tuple[tuple[str, str], ...]:
    people = "; ".join(forms[0] for forms in found.participants if forms)
    return (("status", found.status), ("date", "/".join(dict.fromkeys(found.date or ()))), ("who", people), ("place", found.place), ("what", found.what))


def _sum_group(name: str, verdicts: Iterable[Verdict]) -> Group:
    members = list(verdicts)
    slots = {slot: sum((member.slots.get(slot, Figures()) for member in members), Figures()) for slot in SLOTS}
    return Group(name, slots, invented_dates=sum(member.invented_date for member in members))
