"""A second look at what rules or the context refused: in a document that tells of events it stands where a fitted model finds it likely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.annotate import analysed_sentences, feature
from pipeline.extract.chance import ChanceWeights, chance_of
from pipeline.extract.draft import Draft, Sources, make_draft
from pipeline.extract.needs import unmet_needs
from pipeline.extract.phrases import noun_phrase
from pipeline.extract.slots import Candidate, fill_slots
from pipeline.extract.status import find_status
from pipeline.extract.view import View, is_finite, is_passive, is_verb
from pipeline.records import EventMention, Evidence

LONG = 250  # characters
MOST_PEOPLE, MOST_NAMED, MOST_ACTORS, MOST_SENTENCE = 3, 2, 4, 4  # above these, numbers are told alike
LENGTHS = (8, 16, 32)  # sentences of a document: up to these are told alike
SHARES = (0.1, 0.25, 0.5)  # mentions for each sentence of it: the same
SHORT_TIME = 31  # days: a month and what is shorter dates an event


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found in sentence number `sentence`, and the first of its needs that is not met there; empty where it was the context that refused."""

    sentence: int
    view: View
    candidate: Candidate
    missing: str


def look_again(found: Iterable[Found], mentions: Sequence[EventMention], sources: Sources, weights: ChanceWeights) -> Iterator[Draft]:
    """Drafts of what was refused, for a trigger the likeliest alone, where the document tells of an event anyhow."""
    best: dict[int, tuple[float, Found]] = {}
    for case, features in list_refused(found, mentions, sources):
        chance, head = chance_of(features, weights), case.candidate.trigger.head.i
        if chance >= weights.least and chance > best.get(head, (0.0,))[0]:
            best[head] = chance, case
    for chance, case in best.values():
        draft = make_draft(case.view, case.candidate, sentence=case.sentence, sources=sources)
        words = case.view.doc[case.candidate.trigger.start : case.candidate.trigger.end]
        evidence = Evidence("rule", f"likely ({chance:.2f}) though not met: {case.missing or 'context'}", words.text, words.start_char, words.end_char)
        yield replace(draft, mention=replace(draft.mention, evidence=(*draft.mention.evidence, evidence)), likely=True)


def list_refused(found: Iterable[Found], mentions: Sequence[EventMention], sources: Sources) -> Iterator[tuple[Found, tuple[str, ...]]]:
    """The refused cases of a document that may be events, all their slots filled, with their features."""
    if not mentions:
        return
    taken = {m.trigger_start for m in mentions}
    seen: set[tuple[int, str]] = set()
    for case in found:
        trigger, view = case.candidate.trigger, case.view
        told = [m for m in mentions if m.start == view.span.start_char]
        key = (trigger.head.i, trigger.rule.type)
        if trigger.rule.joins or key in seen or {view.doc[trigger.start].idx, trigger.head.idx} & taken or any(m.event_type == key[1] for m in told):
            continue
        seen.add(key)
        whole = replace(case, candidate=_with_thing(view, fill_slots(view, trigger, whole=True)))
        types = {m.event_type for m in mentions}
        yield (
            whole,
            tuple(
                dict.fromkeys(
                    (*_of_rule(whole), *_of_slots(whole, sources), *_of_words(whole), *_of_sentence(whole, told, types), *_of_document(whole, mentions))
                )
            ),
        )


def _with_thing(view: View, candidate: Candidate) -> Candidate:
    """The candidate; what nobody expected in its place as what it is about: the object that is no actor."""
    if candidate.what is not None or not candidate.trigger.rule.what.required:
        return candidate
    things = (a.token for a in candidate.arguments if "object" in a.functions and a.token.i not in view.actor_at and a.token.pos_ in {"NOUN", "PROPN"})
    thing = next(things, None)
    return candidate if thing is None else replace(candidate, what=noun_phrase(view, thing), what_clause="object (second look)")


def _of_rule(case: Found) -> Iterator[str]:
    rule, lang = case.candidate.trigger.rule, case.view.lang
    lacking = unmet_needs(case.view, case.candidate)
    missing = case.missing or "context"
    yield f"lacks first {missing}"
    yield f"{rule.type} that lacks first {missing}"
    yield f"{rule.name} that lacks first {missing}"
    yield f"lacks {len(lacking)}"
    yield from (f"lacks {need}" for need in lacking)
    yield f"rule {rule.name}"
    yield f"rule {rule.name} in {lang}"
    yield f"{rule.type} in {lang}"


def _of_slots(case: Found, sources: Sources) -> Iterator[str]:
    candidate, kind = case.candidate, case.candidate.trigger.rule.type
    fillers = [f for f in candidate.fillers if f.mention.key in sources.entities]
    number = min(MOST_PEOPLE, len(fillers))
    yield f"{number} take part"
    yield f"{number} take part in {kind}"
    for filler in fillers:
        yield f"{filler.role} is {filler.mention.actor.entity_type}"
        yield f"{filler.role} of {kind}"
        yield f"told by {filler.mention.actor.form}"
    yield "placed" if candidate.place is not None or candidate.place_phrase is not None else "without place"
    yield "about something" if candidate.what is not None else "about nothing"
    yield f"status {find_status(case.view, candidate.predicate)[0]}"


def _of_words(case: Found) -> Iterator[str]:
    head = case.candidate.trigger.head
    pos = case.candidate.trigger.rule.trigger.pos
    yield "finite" if is_finite(head) else "not finite"
    yield "passive" if is_verb(head) and is_passive(head) else "active"
    yield f"is {pos}"
    yield f"{pos} as {head.dep_}"
    yield f"as {head.dep_}"
    yield "carried by a verb" if case.candidate.predicate.light is not None else "carried by no verb"
    yield f"predicate {case.candidate.predicate.kind}"
    yield f"tense {feature(head, 'Tense') or 'none'}"
    yield f"word {case.view.lemma(head)}"
    yield from sorted({f"governs {child.dep_}" for child in head.children})


def _of_sentence(case: Found, told: Sequence[EventMention], types: set[str]) -> Iterator[str]:
    view, people = case.view, [m for m in case.view.actors if m.actor.entity_type == "person"]
    yield f"{min(MOST_PEOPLE, len({m.key for m in people}))} people"
    yield f"{min(MOST_NAMED, len({m.key for m in people if m.actor.form == 'name'}))} named people"
    yield f"{min(MOST_ACTORS, len(view.actors))} actors"
    yield "dated" if any(d.interval is not None and d.interval.days <= SHORT_TIME for d in view.dates) else "not dated"
    yield "alone in its sentence" if not told else "beside another event"
    yield from (f"beside {m.event_type}" for m in told)
    yield f"sentence {min(MOST_SENTENCE, case.sentence)}"
    yield "long sentence" if len(view.span.text) > LONG else "short sentence"
    yield "with quotation marks" if any(mark in view.span.text for mark in '«“"') else "without quotation marks"
    yield "type told elsewhere" if case.candidate.trigger.rule.type in types else "type told nowhere else"


def _of_document(case: Found, mentions: Sequence[EventMention]) -> Iterator[str]:
    sentences = max(1, len(analysed_sentences(case.view.doc)))
    yield f"document of up to {next((n for n in LENGTHS if sentences <= n), 'more')} sentences"
    yield f"up to {next((n for n in SHARES if len(mentions) / sentences <= n), 'more')} mentions a sentence"
