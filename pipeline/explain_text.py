"""Tells, sentence by sentence, which rules a text sets off, what fills their slots, and why the others give no event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.annotate import Span, analysed_sentences, see_text
from pipeline.errors import UsageError
from pipeline.explain import find_nearest
from pipeline.extract.near import NearMiss, find_near_misses
from pipeline.extract.view import View, make_view
from pipeline.flow import STAGES, Kit, Work, load_kit
from pipeline.records import Article, DateMention, EventMention, Evidence
from pipeline.settings import Settings
from pipeline.text.letters import tell_letters
from pipeline.text.visible import VisibleText

TEXT = "text"  # doc_id of the text explained


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one sentence."""

    number: int
    span: Span
    mentions: tuple[EventMention, ...]
    misses: tuple[NearMiss, ...]


def explain_text(text: str, published: str = "", rule: str = "", *, rules_dir: Path | None = None, kit: Kit | None = None) -> str:
    """Lines of text: every sentence with its events, and for each trigger word without one the first condition that failed.

    `published` is an ISO day or empty; `rule` keeps to one rule, UsageError naming the nearest if there is none of that name. The kit is loaded if not given,
    with the rules of `rules_dir` beside the shipped ones. As in a run, the text is read as it is seen: then positions count in what is seen, which is told.
    """
    kit = kit or load_kit(Settings(thorough=True, rules_dir=rules_dir))
    _check_rule(rule, kit)
    visible = see_text(text, kit.models)
    work = Work(Article(TEXT, text if visible is None else visible.text, published=published))
    for stage in STAGES:
        if not work.article.status:
            work = stage(work, kit)
    if work.article.status:
        return f"{work.article.status}: {work.article.reason}"
    return "\n".join((*_note_change(visible), *_lines(work, kit, rule=rule)))


def _note_change(visible: VisibleText | None) -> Iterator[str]:
    if visible is None:
        return
    if tell_letters(visible.original):
        yield "the text is all in capitals, or without any; it is read with capitals where words have them"
    if visible.text.lower() != visible.original.lower():
        yield "the text holds hidden characters or look-alikes of letters; it is read as it is seen, and positions count in what is seen"


def _check_rule(rule: str, kit: Kit) -> None:
    names = [known.name for known in kit.extract.book.rules]
    if rule and rule not in names:
        raise UsageError(f"no rule {rule!r}; nearest: {', '.join(find_nearest(rule, names)) or ', '.join(sorted(names))}")


def _lines(work: Work, kit: Kit, *, rule: str) -> Iterator[str]:
    told = tuple(_tell(work, kit))
    published = f"; published {work.article.published}" if work.article.published else ""
    yield f"language {work.article.lang}; sentences: {len(told)}; events: {len(work.mentions)}{published}"
    for sentence in told:
        yield ""
        yield f"sentence {sentence.number} [{sentence.span.start_char}:{sentence.span.end_char}]: {' '.join(sentence.span.text.split())}"
        yield from _sentence_lines(sentence, work, rule=rule)


def _tell(work: Work, kit: Kit) -> Iterator[Told]:
    assert work.doc is not None
    for number, span in enumerate(analysed_sentences(work.doc), 1):
        view = make_view(work.doc, span, actors=work.actors, dates=work.dates, grammar=kit.extract.book.grammars[span.label_])
        mentions = tuple(m for m in work.mentions if m.start == span.start_char)
        yield Told(number, span, mentions, tuple(_misses(view, mentions)))


def _misses(view: View, mentions: Sequence[EventMention]) -> Iterator[NearMiss]:
    """The near misses of a sentence, without those whose word tells of an event of the same type all the same."""
    events = {(m.trigger_start, m.event_type) for m in mentions}
    rules = {(m.trigger_start, m.rule) for m in mentions}
    for miss in find_near_misses(view):
        if (miss.start, miss.rule.name) not in rules:
            taken = (miss.start, miss.rule.type) in events
            yield NearMiss(miss.rule, miss.text, miss.start, miss.end, "another rule of its type matched here first") if taken and not miss.reason else miss


def _sentence_lines(told: Told, work: Work, *, rule: str) -> Iterator[str]:
    lines = [
        *(line for mention in told.mentions if rule in ("", mention.rule) for line in _mention_lines(mention, work)),
        *(_miss_line(miss) for miss in told.misses if rule in ("", miss.rule.name)),
    ]
    yield from lines
    if not lines:
        yield f"  no trigger word of {rule}" if rule else "  no trigger word of any rule"
    if not told.mentions:
        yield f"    its lemmas: {' '.join(t.lemma_ for t in told.span if t.pos_ not in {'SPACE', 'PUNCT'})}"


def _mention_lines(mention: EventMention, work: Work) -> Iterator[str]:
    yield f"  {mention.trigger!r} [{mention.trigger_start}:{mention.trigger_end}] {mention.rule}: {mention.event_type}, confidence {mention.confidence}"
    cue = f"  <- {mention.status_cue!r}" if mention.status_cue else "  <- told as fact"
    yield f"    status = {mention.status}{cue}"
    values = {"event": "that told before", "rule": mention.rule, "place": mention.place, "what": mention.what, "date": _date_value(mention.date)}
    for evidence in mention.evidence:
        yield f"    {evidence.slot} = {_value(evidence, mention, values)}{_origin(evidence)}"
    if mention.likely_date is not None:
        day = mention.likely_date
        origin = _origin(Evidence("date", "the likeliest of those told nearby, unless a sentence dates the event", day.text, day.start, day.end))
        yield f"    date = {_date_value(day)}?{origin}"
    if mention.likely_place is not None:
        place = mention.likely_place
        origin = _origin(Evidence("place", "the likeliest of those told nearby, unless a sentence places the event", place.text, place.start, place.end))
        yield f"    place = {place.name}{origin}"
    yield from (f"    {slot} = {value}" for slot, value in _other_slots(mention) if value)


def _value(evidence: Evidence, mention: EventMention, values: dict[str, str]) -> str:
    """The value of a slot, of a participant the name that its words stand for; `-` where they stand for nobody known."""
    names = (p.name for p in mention.participants if p.role == evidence.slot and p.text == evidence.text)
    return values.get(evidence.slot) or next(names, "-")


def _origin(evidence: Evidence) -> str:
    place = f" [{evidence.start}:{evidence.end}]" if evidence.start >= 0 else ""
    return f"  <- {evidence.clause}: {evidence.text!r}{place}"


def _date_value(value: DateMention | None) -> str:
    return "" if value is None else (value.edtf or value.value)


def _other_slots(mention: EventMention) -> Iterator[tuple[str, str]]:
    yield "document_type", mention.document_type
    yield "amount", f"{mention.amount:,.10g} {mention.currency}" if mention.amount is not None else ""
    yield "asserted_by", mention.asserted_by
    yield "background", "yes" if mention.background else ""


def _miss_line(miss: NearMiss) -> str:
    reason = miss.reason or "nothing before it says what it points back to, and nobody is known to take part"
    return f"  {miss.text!r} [{miss.start}:{miss.end}] {miss.rule.name}: no event: {reason}"
