"""The extraction of one document: sentence by sentence, then with the document's context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from pipeline.annotate import Doc, analysed_sentences, feature
from pipeline.extract.attendance import with_listed
from pipeline.extract.chance import ChanceWeights, load_chances
from pipeline.extract.confidence import ConfidenceWeights, load_confidence_weights, score_confidence
from pipeline.extract.context import may_stand, resolve_context
from pipeline.extract.draft import Draft, Sources, draft_mentions
from pipeline.extract.elided import with_elided
from pipeline.extract.entries import with_entries
from pipeline.extract.leaders import with_called, with_led
from pipeline.extract.likely_date import make_telling, with_likely_date
from pipeline.extract.likely_participants import find_scenes, with_likely_participants
from pipeline.extract.likely_place import make_scenery, with_likely_place
from pipeline.extract.members import with_members
from pipeline.extract.money import MoneyWords, load_money_words
from pipeline.extract.open_parties import is_bare_office
from pipeline.extract.parties_before import with_parties_before
from pipeline.extract.second_look import Found, look_again, with_people
from pipeline.extract.several import with_several
from pipeline.extract.slots import Candidate
from pipeline.extract.speeches import with_speakers
from pipeline.extract.surroundings import find_surroundings
from pipeline.extract.venue import with_venue
from pipeline.extract.view import View, make_view
from pipeline.records import DateMention, EntityMention, EventMention, LocalEntity
from pipeline.rules import RuleBook


@dataclass(frozen=True, slots=True)
class ExtractWords:
    """Rules, words and weights of the extraction."""

    book: RuleBook
    money: MoneyWords
    confidence: ConfidenceWeights
    chances: Mapping[str, ChanceWeights]  # by question


def load_extract_words(book: RuleBook) -> ExtractWords:
    """The rules with the words for sums of money and the weights of the confidence."""
    return ExtractWords(book, load_money_words(), load_confidence_weights(), load_chances())


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What rules and context alone make of a document, and all that rules found there."""

    doc: Doc
    published: date | None
    actors: Sequence[EntityMention]
    dates: Sequence[DateMention]
    views: Sequence[View]
    sources: Sources
    home: LocalEntity | None
    drafts: tuple[Draft, ...]
    found: Sequence[Found]
    mentions: tuple[EventMention, ...]


def extract_events(look: FirstLook, words: ExtractWords) -> tuple[EventMention, ...]:
    """The event mentions of a document, in the order of the text; what rules of the user's own find or refuse stays as they leave it."""
    resolved, entity_of, own = look.mentions, look.sources.entities, words.book.own
    shipped = [found for found in look.found if found.candidate.trigger.rule.name not in own]
    if likely := tuple(look_again(shipped, resolved, look.sources, words.chances["second_look"], published=look.published)):
        again = {draft.mention.trigger_start for draft in likely}
        drafts = [draft for draft in look.drafts if draft.mention.trigger_start not in again]
        resolved = resolve_context((*drafts, *likely), published=look.published, home=look.home)
    scenes = zip(resolved, find_scenes(look.views, resolved), strict=True)
    asked = words.chances["likely_participants"]
    completed = [m if s is None or m.rule in own else with_likely_participants(s, entity_of, asked) for m, s in scenes]
    completed = completed if asked.is_closed else list(with_people(completed))
    placed = [m if s is None or m.rule in own else with_venue(s, entity_of) for m, s in zip(completed, find_scenes(look.views, completed), strict=True)]
    mentions = [_with_tense(look.doc, m, look.published) for m in placed]
    telling = make_telling(mentions, look.dates, [(v.span.start_char, v.span.end_char) for v in look.views], look.published)
    mentions = [m if m.rule in own else with_likely_date(m, telling, words.chances["likely_date"]) for m in mentions]
    scenery = make_scenery(replace(telling, mentions=mentions), look.views, entity_of)
    mentions = [m if m.rule in own else with_likely_place(m, scenery, words.chances["likely_place"]) for m in mentions]
    around = find_surroundings(look.doc, look.actors, mentions)
    return tuple(replace(m, confidence=score_confidence(m, near, words.confidence)) for m, near in zip(mentions, around, strict=True))


def look_first(
    doc: Doc,
    *,
    doc_id: str,
    published: date | None,
    actors: Sequence[EntityMention],
    entities: Sequence[LocalEntity],
    dates: Sequence[DateMention],
    words: ExtractWords,
) -> FirstLook:
    """An annotated document read by rules and context alone, sentence by sentence, then as a whole."""
    sources = Sources(doc_id, {e.key: e for e in entities}, words.money)
    views = _views(doc, actors=actors, dates=dates, words=words)
    if (led := with_called(views, with_led(views, actors))) != list(actors):
        views = _views(doc, actors=led, dates=dates, words=words)
    found: list[Found] = []
    drafts = tuple(with_entries(_drafts(views, sources, found), doc.text, dates))
    home = _home(doc, entities, dates)
    mentions = resolve_context(drafts, published=published, home=home)
    return FirstLook(doc, published, actors, dates, views, sources, home, drafts, found, mentions)


def has_draft(
    doc: Doc,
    *,
    published: date | None,
    actors: Sequence[EntityMention],
    entities: Sequence[LocalEntity],
    dates: Sequence[DateMention],
    words: ExtractWords,
) -> bool:
    """Whether a sentence of the document may tell of an event, if its pronouns stand for people of whom others tell, and others list who took part."""
    known = {m.key: _stand_in(m) for m in actors if m.actor.form == "pronoun"} | {e.key: e for e in entities}
    again = {m.key for m in actors if is_bare_office(m.actor)}  # who may be told in other sentences
    hopeful = [replace(m, resolved_by=m.resolved_by or "pronoun") for m in actors]
    views = _views(doc, actors=hopeful, dates=dates, words=words)
    opens_list = [any(token.text == ":" for token in view.tokens) for view in views]
    sources = [Sources("", known, words.money)]
    sources += [Sources("", {key: e for key, e in known.items() if key not in again}, words.money)] if again else []
    drafts = (draft for told in sources for draft in _drafts(views, told))
    return any(opens_list[draft.sentence] or bool(draft.open_office or draft.open_parties) or may_stand(draft, published) for draft in drafts)


def _stand_in(mention: EntityMention) -> LocalEntity:
    """Somebody for whom a pronoun may stand."""
    actor = mention.actor
    return LocalEntity("", mention.key, actor.entity_type, actor.name, actor.lang, (), actor.country, "", "", actor.start, actor.end)


def _views(doc: Doc, *, actors: Sequence[EntityMention], dates: Sequence[DateMention], words: ExtractWords) -> list[View]:
    return [make_view(doc, span, actors=actors, dates=dates, grammar=words.book.grammars[span.label_]) for span in analysed_sentences(doc)]


def _drafts(views: Sequence[View], sources: Sources, found: list[Found] | None = None) -> Iterator[Draft]:
    """The drafts of all sentences; all that rules found there is added to `found`."""
    for number, view in enumerate(views):
        note = None if found is None else partial(_note, found, number, view)
        told = with_elided(view, draft_mentions(view, sentence=number, sources=sources, note=note), sources)
        between = with_parties_before(views, number, told, sources)
        listed = with_listed(views, number, tuple(with_several(view, with_members(views, number, between, sources))), sources)
        yield from with_speakers(views, number, tuple(listed), sources)


def _note(found: list[Found], number: int, view: View, candidate: Candidate, missing: str) -> None:
    found.append(Found(number, view, candidate, missing))


def _with_tense(doc: Doc, mention: EventMention, published: date | None) -> EventMention:
    """A thing told as fact for a day after publication is planned; what a verb tells in the past happened, and the day is that of something else."""
    interval = mention.date.interval if mention.date is not None else None
    if interval is None or published is None or mention.status != "occurred" or interval.first <= published:
        return mention
    assert mention.date is not None
    if _is_past(doc, mention):
        return replace(mention, date=None, date_source="")
    if mention.event_type == "appointment" and _is_done(doc, mention):
        return mention  # "has been named director with effect from 1 April"
    return replace(mention, status="planned", status_cue=mention.date.text)


def _is_past(doc: Doc, mention: EventMention) -> bool:
    """Whether the trigger is a finite verb in the past: "they met", «встретились»."""
    trigger = next((t for t in doc if t.idx >= mention.trigger_start), None)
    return trigger is not None and trigger.pos_ == "VERB" and feature(trigger, "Tense") == "Past" and feature(trigger, "VerbForm") == "Fin"


def _is_done(doc: Doc, mention: EventMention) -> bool:
    """Whether the trigger is a participle of what has been done: "has named", "was appointed", «назначен»."""
    trigger = next((t for t in doc if t.idx >= mention.trigger_start), None)
    if trigger is None or trigger.pos_ != "VERB" or feature(trigger, "VerbForm") != "Part":
        return False
    helping = [c for c in trigger.children if c.dep_ in {"aux", "aux:pass"}]
    if mention.lang == "ru":
        return feature(trigger, "Variant") == "Short" and feature(trigger, "Aspect") == "Perf" and all(feature(c, "Tense") == "Past" for c in helping)
    return bool(helping) and all(c.lemma_ in {"have", "be"} for c in helping) and any(c.lemma_ == "have" or feature(c, "Tense") == "Past" for c in helping)


def _home(doc: Doc, entities: Sequence[LocalEntity], dates: Sequence[DateMention]) -> LocalEntity | None:
    """The city of the dateline: what is told before its day, where the article names that city again."""
    day = next((d for d in dates if d.role == "dateline"), None)
    if day is None:
        return None
    line = doc.text.rfind("\n", 0, day.start) + 1
    told = doc.text[line : day.start].strip(" ,.(/|").casefold()
    return next((e for e in entities if e.entity_type == "city" and e.name.casefold() == told), None)
