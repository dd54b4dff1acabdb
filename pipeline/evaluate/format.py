"""Puts the results of an evaluation and of a comparison of folders into lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.evaluate.records import Bin, Clusters, EvaluationResult, Finding, Group
from pipeline.evaluate.reliability import calibration_error

LONGEST_SENTENCE = 240
MARKS = {"missed": "missed", "false": "false ", "slots": "slots "}


def format_evaluation(result: EvaluationResult, *, findings: bool = True) -> str:
    """Tables of figures, and the list of misses, false rows and wrong slots with their sentences."""
    asked = result.total.slots["event"].asked
    lines = [f"{result.documents} documents, {asked} annotated events, {result.total.slots['event'].found} found", ""]
    lines += [_HEADER, *_group_lines(result.total)]
    lines += ["", _BY_GROUP, *(_group_line(group) for group in (*result.by_type, *result.by_language))]
    lines += ["", _RELIABILITY, *(_bin_line(b) for b in result.reliability), f"mean distance of confidence {calibration_error(result.reliability):.3f}"]
    lines += ["", _cluster_line(result.clusters)] if result.clusters is not None else []
    if findings and result.findings:
        lines += ["", f"{len(result.findings)} differences"]
        lines += [line for finding in result.findings for line in _finding_lines(finding)]
    return "\n".join(lines)


_HEADER = f"{'':12}{'precision':>10}{'recall':>8}{'F1':>8}{'found':>8}{'asked':>8}"
_BY_GROUP = f"{'F1':12}{'event':>8}{'row':>8}{'status':>8}{'date':>8}{'who':>8}{'place':>8}{'what':>8}{'found':>8}{'asked':>8}{'P':>8}{'R':>8}"


_RELIABILITY = f"{'confidence':12}{'mean':>10}{'right':>8}{'rows':>8}"


def _cluster_line(clusters: Clusters) -> str:
    figures = f"precision {clusters.precision:.3f}, recall {clusters.recall:.3f}, F1 {clusters.f1:.3f}"
    return f"one event, one row (B-cubed over {clusters.events} events found): {figures}"


def _bin_line(b: Bin) -> str:
    return f"{b.low:.1f} to {b.high:.1f}  {b.confidence:10.3f}{b.right:8.3f}{b.found:8d}"


def _group_lines(group: Group) -> Iterator[str]:
    for slot, figures in group.slots.items():
        yield f"{slot:12}{figures.precision:10.3f}{figures.recall:8.3f}{figures.f1:8.3f}{figures.found:8d}{figures.asked:8d}"
    yield f"{'':12}dates given to events that tell none: {group.invented_dates}"


def _group_line(group: Group) -> str:
    event = group.slots["event"]
    scores = "".join(f"{group.slots[slot].f1:8.3f}" for slot in ("event", "row", "status", "date", "who", "place", "what"))
    return f"{group.name or '(none)':12}{scores}{event.found:8d}{event.asked:8d}{event.precision:8.3f}{event.recall:8.3f}"


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield f"{MARKS[finding.kind]}  {finding.event_type:12} {finding.doc_id}  {finding.event_id}".rstrip()
    yield f"        {shorten_sentence(finding.sentence)}"
    got = dict(finding.got)
    for slot, wanted in finding.wanted:
        if finding.kind == "slots":
            yield f"        {slot}: {wanted or '-'} | found: {got.get(slot) or '-'}"
    if finding.kind == "false":
        yield "        " + ", ".join(f"{slot}: {value}" for slot, value in finding.got if value)


def shorten_sentence(sentence: str, *, length: int = LONGEST_SENTENCE) -> str:
    """The sentence on one line, cut at `length` characters."""
    line = " ".join(sentence.split())
    return line if len(line) <= length else line[: length - 3] + "..."
