"""Makes an event mention of what a rule matched in one sentence, before the rest of the document has its say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.annotate import Token
from pipeline.extract.acting import find_acting
from pipeline.extract.dating import date_of
from pipeline.extract.definite import is_other, is_told_as_next, means_told
from pipeline.extract.fillers import Filler
from pipeline.extract.functions import RELATIVES
from pipeline.extract.money import MoneyWords, parse_money
from pipeline.extract.named import QUOTES, has_heads, is_heading, is_multilateral, is_over, is_placed, is_told_there
from pipeline.extract.needs import missing_need
from pipeline.extract.open_parties import count_parties, find_office_holders, find_told_group, is_told_again, open_office_of, open_parties_of, tells_strangers
from pipeline.extract.participants import make_participants, slot_evidence
from pipeline.extract.peers import peers_of
from pipeline.extract.phrases import Phrase
from pipeline.extract.recalled import is_background
from pipeline.extract.slots import ELSEWHEN, Candidate, fill_slots
from pipeline.extract.speaker import is_first_person, speaker_of
from pipeline.extract.status import find_status
from pipeline.extract.ties import follows, is_there
from pipeline.extract.triggers import Trigger, find_triggers
from pipeline.extract.view import View, is_finite, plain, preposition_of
from pipeline.extract.what import is_bare_post, office_phrase
from pipeline.records import DateMention, EventMention, Evidence, LocalEntity, Participant

RESOLVED_LATER = frozenset({"participant", "awarded", "sides", "who", "whom", "human_subject", "anchor"})

MOST = 60  # triggers of a sentence; what has more is a list of words, and would take long


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention and what the context needs to know of it."""

    mention: EventMention
    sentence: int  # index in the document
    anaphoric: bool  # a noun that names nobody: it may mean an event told before
    definite: bool  # "the visit", not "a visit"
    circumstance: bool  # "during the meeting", «по итогам визита»: when something else was done
    theirs: bool = False  # English "their call of May 3": of those who did something before
    open_parties: str = ""  # "the parties", "they" stand for participants told before: people, guests, country, region, city, or empty
    open_office: str = ""  # the office that "the two mayors" hold
    holders: tuple[LocalEntity, ...] = ()  # the people of the document who were told by that office before, for "the mayors"
    missing: str = ""  # the need of its rule that the sentence alone does not meet
    nobody: bool = False  # somebody takes part, but nobody whom the document knows: "upon them"
    counted: bool = False  # "the three mayors"
    joins: bool = False  # never an event of its own
    apart: bool = False  # told as before or after what its sentence tells: «после беседы гости уехали»
    told_of: tuple[str, ...] = ()  # types of events told before that it may mean, if not its own
    told_group: LocalEntity | None = None  # whom "the guests" may mean if no visit was told
    partner: str = ""  # the other side where the document does not know it: a noun ("residents"), a pronoun, or empty
    retells: bool = False  # a verb that may tell more of an event told before: "X discussed trade with Y"
    spoken: bool = False  # what "we" did, in a quotation: more of an event of its kind told before
    bare: bool = False  # a noun that no verb carries, of something that takes two: "consultation with the chair"
    nominal: bool = False  # a noun that no verb carries
    setting: bool = False  # where that was done which the sentence tells of: «на форуме обсудили туризм», not "plans made at the forum"
    quorum: int = 2  # how many must act around talks told as a setting: one where their place is told: «на переговорах в Вене президент заявил»
    named: bool = False  # of heads, a heading that tells where, a name with the place or with what was done there: no mere name
    acting: tuple[Participant, ...] = ()  # who acts in the clause of a circumstance: "during the visit X signed"
    attributive: bool = False  # told in passing, by a participle or relative clause: "the agreement signed in Rome"
    follows: bool = False  # the sentence opens as what happened beside, before or after what was told: "after the ceremony", «в тот же день»
    told_forum: bool = False  # «форум», «пленарная сессия» with nothing of its own: of a forum told before
    at_forum: bool = False  # "on the sidelines of the forum": what the sentence tells happened at one told before
    attended: bool = False  # «во встрече приняли участие»: people are added to what was told right before
    peers: frozenset[str] = frozenset()  # keys of who is told as "his counterparts" alone
    ends: bool = False  # "the forum will end on Friday": of what was told before
    likely: bool = False  # no rule lets it stand, but a fitted model does
    lands: tuple[LocalEntity, ...] = ()  # the countries, regions and cities of the document, for "the two states"


@dataclass(frozen=True, slots=True)
class Sources:
    """What drafts are made with."""

    doc_id: str
    entities: Mapping[str, LocalEntity]
    money: MoneyWords


def draft_mentions(view: View, *, sentence: int, sources: Sources, note: Callable[[Candidate, str], None] | None = None) -> Iterator[Draft]:
    """The drafts of one sentence in the order of the text, at most one for a trigger and type; `note` is told of all that was found, and what it lacks."""
    seen: set[tuple[int, str]] = set()
    special: set[int] = set()  # triggers of rules that demand a word beside them: "discussed by phone" is a call, no meeting
    triggers = tuple(find_triggers(view))
    if len(triggers) > MOST:
        return
    for trigger in sorted(triggers, key=lambda t: (t.head.i, not _is_special(view, t), t.rule.joins)):
        if (trigger.head.i, trigger.rule.type) in seen or trigger.head.i in special:
            continue
        candidate = fill_slots(view, trigger)
        missing = missing_need(view, candidate)
        if note is not None:
            note(candidate, missing)
        if missing and not _may_wait(candidate, missing):
            continue
        seen.add((trigger.head.i, trigger.rule.type))
        special |= {trigger.head.i} if _is_special(view, trigger) else set()
        yield make_draft(view, candidate, sentence=sentence, sources=sources, missing=missing)


def _is_special(view: View, trigger: Trigger) -> bool:
    """Whether its rule demands a word beside the trigger in the language of the sentence."""
    beside = trigger.rule.trigger.beside
    return bool(beside.en if view.lang == "en" else beside.ru)


def _may_wait(candidate: Candidate, missing: str) -> bool:
    """Whether the document may still give what the sentence does not: who met in "The meeting took place on Monday"."""
    rule = candidate.trigger.rule
    return rule.anaphoric and rule.trigger.pos == "noun" and missing in RESOLVED_LATER


def make_draft(view: View, candidate: Candidate, *, sentence: int, sources: Sources, missing: str = "") -> Draft:
    """The draft of what a rule found in one sentence; `missing` is the need that the document may still meet."""
    rule = candidate.trigger.rule
    known = tuple(f for f in candidate.fillers if f.mention.key in sources.entities and not is_told_again(view, f, sources.entities))  # not "they"
    return Draft(
        _mention(view, candidate, known, sources),
        sentence,
        anaphoric=rule.anaphoric and rule.trigger.pos == "noun" and not known and not _is_named(view, candidate) and not is_multilateral(view, candidate),
        definite=_is_definite(candidate.trigger.head),
        circumstance=_is_circumstance(view, candidate),
        theirs=view.lang == "en" and any(c.dep_ == "nmod:poss" and plain(c.text) == "their" for c in candidate.trigger.head.children),
        open_parties=(parties := open_parties_of(view, candidate, known)),
        told_group=find_told_group(view, parties, sources.entities),
        open_office=(office := open_office_of(view, candidate, known)),
        holders=find_office_holders(view, candidate, office, sources.entities),
        counted=count_parties(view, candidate) > 0,
        missing=missing,
        nobody=_is_nobody(candidate, known),
        joins=rule.joins,
        told_of=rule.told_of,
        apart=candidate.predicate.kind == "noun" and preposition_of(view, candidate.trigger.head) in ELSEWHEN,
        partner=_partner(view, candidate, known) or ("noun" if rule.type == "signing" and tells_strangers(view) else ""),
        retells=rule.anaphoric and rule.trigger.pos == "verb",
        spoken=any(is_first_person(view, a.token) for a in candidate.arguments if "subject" in a.functions),
        bare=candidate.predicate.kind == "noun" and rule.mutual,
        nominal=candidate.predicate.kind == "noun",
        setting=_is_setting(candidate.trigger.head),
        quorum=1 if is_placed(view, candidate) else 2,
        named=any(tells(view, candidate) for tells in (is_heading, is_told_there, is_over, has_heads, is_multilateral)),
        acting=find_acting(view, candidate, sources.entities),
        attributive=_is_attributive(view, candidate.trigger.head),
        follows=follows(view) or is_there(view),
        told_forum=means_told(view, candidate),
        at_forum=_is_at_forum(view),
        peers=peers_of(view, known),
        ends=candidate.predicate.light is not None and view.lemma(candidate.predicate.light) in view.grammar.lists["ending"],
        lands=tuple(e for e in sources.entities.values() if e.entity_type in {"country", "region", "city"}),
    )


def _is_nobody(candidate: Candidate, known: Sequence[Filler]) -> bool:
    """Whether somebody must take part, and nobody who does is known; a forum with a place needs nobody."""
    rule = candidate.trigger.rule
    needed = bool(RESOLVED_LATER & {*rule.needs}) and not (rule.type == "conference" and candidate.place is not None)
    return needed and bool(candidate.fillers) and not known


def _is_definite(noun: Token) -> bool:
    """Whether a noun is told as a certain one: "the visit", "their visit"."""
    return any((c.dep_ == "det" and c.lemma_ in {"the", "this"}) or plain(c.text) in {"their", "his", "her", "today", "их"} for c in noun.children)


def _mention(view: View, candidate: Candidate, known: Sequence[Filler], sources: Sources) -> EventMention:
    trigger, rule, what, place = candidate.trigger, candidate.trigger.rule, _what(view, candidate), candidate.place
    status, cue = find_status(view, candidate.predicate)
    date = date_of(view, candidate)
    money = _money(view, candidate, sources.money)
    words = view.doc[trigger.start : trigger.end]
    return EventMention(
        doc_id=sources.doc_id,
        lang=view.lang,
        event_type=rule.type,
        rule=rule.name,
        status=status,
        status_cue=cue,
        sentence=view.span.text,
        start=view.span.start_char,
        end=view.span.end_char,
        trigger=words.text,
        trigger_start=words.start_char,
        trigger_end=words.end_char,
        participants=make_participants(view, known, sources.entities),
        date=date,
        date_source="text" if date is not None else "",
        place=_place_name(candidate),
        place_key=place.key if place else "",
        country=place.actor.country if place else "",
        what=what.text if what else "",
        document_type=_document_type(view, what) if rule.type == "signing" else "",
        amount=money[0],
        currency=money[1],
        background=is_background(view, candidate.trigger.head),
        another=((not known or rule.type == "conference") and is_told_as_next(view, trigger.head)) or is_other(view, candidate),
        asserted_by=_asserted_by(view, trigger.head),
        evidence=(*slot_evidence(view, candidate), *_date_evidence(date)),
    )


def _what(view: View, candidate: Candidate) -> Phrase | None:
    """What fills the slot; in place of a post that is not named the office by which its holder is told."""
    what = candidate.what
    if candidate.trigger.rule.type != "appointment" or (what is not None and not is_bare_post(view, what)):
        return what
    return next((office for f in candidate.fillers if f.role == "who" and (office := office_phrase(view, f.mention)) is not None), None)


def _is_named(view: View, candidate: Candidate) -> bool:
    """Whether the noun is part of a name of its own: "the Volga Forum", not "the forum"; Russian, without articles, does not show it."""
    if candidate.trigger.rule.what.trigger != "phrase" or candidate.what is None:
        return False
    head = candidate.trigger.head
    return view.lang == "ru" or any(
        t.i != head.i and (t.pos_ == "PROPN" or t.text[:1].isupper() or t.text in QUOTES) for t in view.doc[candidate.what.start : candidate.what.end]
    )


def _is_setting(noun: Token) -> bool:
    """Whether a noun hangs below the verb of a clause that stands by itself, through other nouns as the case may be."""
    while noun.dep_ in {"nmod", "obl"} and not is_finite(noun.head) and noun.head.i != noun.i:
        noun = noun.head
    return noun.dep_ == "obl" and noun.head.dep_ in {"root", "conj", "ccomp", "parataxis"}


def _is_at_forum(view: View) -> bool:
    """Whether a forum that is not named tells where the sentence happened: "at the forum", «на полях форума»."""
    forums = view.grammar.nouns.get("conference", frozenset())
    nouns = (t for t, lemma in zip(view.tokens, view.lemmas, strict=True) if lemma in forums and _is_unnamed(view, t))
    return any(preposition_of(view, t) or view.lemma(t.head) in view.grammar.lists["margins"] for t in nouns)


def _is_unnamed(view: View, noun: Token) -> bool:
    told = [c for c in noun.children if c.dep_ not in {"case", "punct", "det"}]
    return not told and noun.pos_ == "NOUN" and noun.i not in view.actor_at


def _place_name(candidate: Candidate) -> str:
    """The name of the place; of a building that is only described, the words as told."""
    if candidate.place is not None:
        return candidate.place.actor.name
    return candidate.place_phrase.text if candidate.place_phrase is not None else ""


def _is_attributive(view: View, verb: Token) -> bool:
    """Whether a verb only describes a noun: a participle or relative clause without a subject of its own."""
    subject = any(c.dep_ in {"nsubj", "nsubj:pass"} and view.lemma(c) not in RELATIVES for c in verb.children)
    return verb.dep_ in {"acl", "acl:relcl", "amod"} and not subject


def _partner(view: View, candidate: Candidate, known: Sequence[Filler]) -> str:
    """What stands for the other side, where it is nobody whom the document knows: "noun", "pronoun", or empty."""
    rule = candidate.trigger.rule
    places = {f.mention.actor.root for f in known}
    sides = [a.token for a in candidate.arguments if a.functions & {*rule.whom} & {"with", "object"} and a.token.i not in places]
    unknown = [t for t in sides if not any(m.key == f.mention.key for m in view.mentions_at(t) for f in known)]
    return "" if not unknown else "pronoun" if all(t.pos_ == "PRON" for t in unknown) else "noun"


def _date_evidence(date: DateMention | None) -> tuple[Evidence, ...]:
    return () if date is None else (Evidence("date", "told with the trigger", date.text, date.start, date.end),)


def _money(view: View, candidate: Candidate, words: MoneyWords) -> tuple[float | None, str]:
    found = parse_money(view.span.text, words) if candidate.trigger.rule.type == "signing" else None
    return found or (None, "")


def _document_type(view: View, what: Phrase | None) -> str:
    """The first kind of document that the title names."""
    if what is None:
        return ""
    kinds = view.grammar.document_types
    return next((kind for k in range(len(what.lemmas)) for kind, words in kinds.items() if words.match_at(what.lemmas, k)), "other")


def _asserted_by(view: View, token: Token) -> str:
    speaker = speaker_of(view, token)
    return speaker.actor.name if speaker is not None else ""


def _is_circumstance(view: View, candidate: Candidate) -> bool:
    """Whether the noun tells when something else was done: "during the meeting", «по итогам встречи»."""
    if candidate.trigger.rule.trigger.pos != "noun" or candidate.predicate.light is not None:
        return False
    token = candidate.trigger.head
    for _ in range(3):
        if preposition_of(view, token):
            return True
        if token.dep_ != "nmod":
            return False
        token = token.head
    return False
