"""A second look at what rules or the context refused: in a document that tells of events it stands where a fitted model finds it likely."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.annotate import analysed_sentences, feature
from pipeline.extract.chance import ChanceWeights, chance_of
from pipeline.extract.draft import Draft, Sources, make_draft
from pipeline.extract.likely_date import age_of
from pipeline.extract.needs import unmet_needs
from pipeline.extract.phrases import noun_phrase
from pipeline.extract.slots import Candidate, fill_slots
from pipeline.extract.status import find_status
from pipeline.extract.view import View, is_finite, is_passive, is_quoted, is_verb, plain
from pipeline.records import EventMention, Evidence

PEOPLELESS = frozenset({"conference", "opening"})  # of these it is enough to tell what was held or opened
NAMING = frozenset({"appointment-take"})  # whose verb tells of an office only where it is told
STARTING = frozenset({"opening-start"})
LONG = 250  # characters
MOST_UP = 6  # words from a trigger up to its verb
MOST_NAMED_AGAIN, MOST_OF_TYPE, MOST_GAP = 3, 3, 4  # above these, numbers are told alike
BELOW = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "xcomp", "amod"})
DIRECT = BELOW - {"iobj", "obl", "xcomp"}
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


def look_again(
    found: Iterable[Found], mentions: Sequence[EventMention], sources: Sources, weights: ChanceWeights, *, published: date | None = None
) -> Iterator[Draft]:
    """Drafts of what was refused, for a trigger the likeliest alone, where the document tells of an event anyhow."""
    best: dict[int, tuple[float, Found]] = {}
    for case, features in list_refused(found, mentions, sources, published=published):
        chance, head = chance_of(features, weights), case.candidate.trigger.head.i
        if chance >= weights.least and chance > best.get(head, (0.0,))[0]:
            best[head] = chance, case
    for chance, case in best.values():
        draft = make_draft(case.view, case.candidate, sentence=case.sentence, sources=sources)
        words = case.view.doc[case.candidate.trigger.start : case.candidate.trigger.end]
        evidence = Evidence("rule", f"likely ({chance:.2f}) though not met: {case.missing or 'context'}", words.text, words.start_char, words.end_char)
        yield replace(draft, mention=replace(draft.mention, evidence=(*draft.mention.evidence, evidence)), likely=True)


def with_people(mentions: Iterable[EventMention]) -> Iterator[EventMention]:
    """The mentions but for those that only a second look let stand and of whose event no mention tells who took part."""
    mentions = tuple(mentions)
    peopled = {m.cluster for m in mentions if m.participants or m.event_type in PEOPLELESS}
    return (m for m in mentions if m.cluster in peopled or not any(e.slot == "rule" for e in m.evidence))


def list_refused(
    found: Iterable[Found], mentions: Sequence[EventMention], sources: Sources, *, published: date | None
) -> Iterator[tuple[Found, tuple[str, ...]]]:
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
        if _is_other_sense(case):
            continue
        whole = replace(case, candidate=_with_thing(view, fill_slots(view, trigger, whole=True)))
        types = {m.event_type for m in mentions}
        features = (
            *(*_of_rule(whole), *_of_slots(whole, sources), *_of_words(whole), *_of_neighbours(whole), *_of_clause(whole), *_of_spot(whole)),
            *(*_of_sentence(whole, told, types), *_of_dates(whole, published), *_of_document(whole, mentions), *_of_events(whole, mentions)),
        )
        yield whole, tuple(dict.fromkeys(features))


def _is_other_sense(case: Found) -> bool:
    """Whether what the trigger goes with tells that it means something else: "signed legislation", "took on the rebels", "started working with the army"."""
    view, rule, verb = case.view, case.candidate.trigger.rule, case.candidate.trigger.head
    if case.missing == "no general talk" and view.lang == "en" and verb.dep_ in {"acl", "acl:relcl"} and view.lemma(verb.head) in view.grammar.lists["aims"]:
        return True  # "thanked him for the commitment to open two clinics"
    if case.missing != "what" or not is_verb(verb):
        return False
    things = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    lawful = rule.type == "signing" and any(view.lemma(t) in view.grammar.lists["laws"] for t in things)
    if view.lang != "en":
        return lawful
    taken = rule.name in NAMING and view.lemma(verb) == "take"
    return lawful or taken or rule.name in STARTING and any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in verb.children)


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


def _of_neighbours(case: Found) -> Iterator[str]:
    """The words around the trigger in the tree."""
    view, head, kind = case.view, case.candidate.trigger.head, case.candidate.trigger.rule.type
    word = view.lemma(head)
    governor = view.lemma(head.head) if head.head.i != head.i else "none"
    yield from (f"governor {governor}", f"{kind} governor {governor}", f"word {word} as {head.dep_}", f"word {word} lacks {case.missing or 'context'}")
    for child in (c for c in head.children if c.dep_ in BELOW):
        yield f"{child.dep_} {view.lemma(child)}"
        if child.dep_ in DIRECT:
            yield f"{word} {child.dep_} {view.lemma(child)}"
    if case.candidate.predicate.light is not None:
        yield f"light {view.lemma(case.candidate.predicate.light)}"


def _of_clause(case: Found) -> Iterator[str]:
    """The verb of the trigger's clause, and what goes with it."""
    verb = case.candidate.trigger.head
    for _ in range(MOST_UP):
        if verb.pos_ in {"VERB", "AUX"}:
            break
        verb = verb.head
    yield f"clause in {feature(verb, 'Tense') or 'no tense'} {feature(verb, 'VerbForm')}"
    yield "main clause" if verb.head.i == verb.i else f"clause as {verb.dep_}"
    yield from (f"with {case.view.lemma(c)}" for c in verb.children if c.dep_ in {"aux", "aux:pass", "mark", "advmod"})


def _of_spot(case: Found) -> Iterator[str]:
    """Where in its sentence the trigger stands."""
    view, head = case.view, case.candidate.trigger.head
    k, words = view.position[head.i], [plain(t.text) for t in view.tokens]
    before = view.span.text[: head.idx - view.span.start_char]
    yield "in a quotation" if is_quoted(before) else "in no quotation"
    yield from (f"first word {words[0]}", f"quarter {k * 4 // len(words)}")
    yield from (f"behind word {words[k - 1] if k else 'none'}", f"before word {words[k + 1] if k + 1 < len(words) else 'none'}")


def _of_dates(case: Found, published: date | None) -> Iterator[str]:
    for day in case.view.dates:
        if day.interval is not None:
            yield f"date {day.precision} {age_of(day.interval, published)}"


def _of_events(case: Found, mentions: Sequence[EventMention]) -> Iterator[str]:
    """How near the document's events are, and who of their participants is told here."""
    kind, own = case.candidate.trigger.rule.type, {f.mention.key for f in case.candidate.fillers}
    same = [m for m in mentions if m.event_type == kind]
    everyone = {p.key for m in mentions for p in m.participants}
    yield "people of the type's event" if any(own & {p.key for p in m.participants} for m in same) else "nobody of the type's event"
    yield "people of an event" if own & everyone else "nobody of an event"
    yield f"{min(MOST_NAMED_AGAIN, len({m.key for m in case.view.actors} & everyone))} of the events' people"
    yield f"{min(MOST_OF_TYPE, len(same))} of the type told"
    starts = [sentence.start_char for sentence in analysed_sentences(case.view.doc)]
    for name, told in (("event", mentions), ("of the type", same)):
        gap = min((bisect_right(starts, m.start) - 1 - case.sentence for m in told), key=abs, default=MOST_GAP)
        yield f"nearest {name} {gap if abs(gap) < MOST_GAP else 'far'}"
    yield "last sentence" if case.sentence == len(starts) - 1 else "not the last sentence"


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
