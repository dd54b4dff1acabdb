"""Tells what a sentence says of an occasion or document as such: what kind it is, that it became law, what is called after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.annotate import Token, feature
from pipeline.extract.slots import Candidate
from pipeline.extract.view import View, is_finite, is_verb, preposition_of

OCCASIONS = frozenset({"meeting", "conference"})
BULLETS = frozenset({"-", "–", "—", "•", "·", "*"})
QUOTES = frozenset({'"', "«", "“", "„"})
FEW = 4  # words that tell things by their kind alone
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
JOINED = frozenset({"of", "the", "for", "and"})  # small words inside a title


def _is_definition(view: View, candidate: Candidate) -> bool:
    """Whether an occasion is only told to be the only or largest of its kind, on no day: "the forum is the only meeting of the rectors"."""
    noun = candidate.trigger.head
    be = view.lemma(noun.head) in view.grammar.lists["defining"] and noun.head.i != noun.i and feature(noun.head, "Tense") == "Pres"
    single = be and any(c.dep_ == "amod" and view.lemma(c) in view.grammar.lists["sole"] for c in noun.children)
    return single and candidate.trigger.rule.type in OCCASIONS and not any(d.type == "DATE" for d in view.dates)


def _becomes_law(view: View, candidate: Candidate) -> bool:
    """Whether one person signs what a parliament passed: "the agreement cleared the senate and was signed by the president"."""
    what, people = candidate.what, {f.mention.key for f in candidate.fillers if f.mention.actor.entity_type == "person"}
    if candidate.trigger.rule.type != "signing" or what is None or len(people) != 1 or len(candidate.fillers) > 1:
        return False
    passing = (t for t in view.tokens if view.lemma(t) in view.grammar.lists["lawmaking"])
    return any(c.dep_ in SUBJECTS and what.start <= c.i < what.end for verb in passing for c in verb.children)


def _names_document(view: View, candidate: Candidate) -> bool:
    """Whether an English occasion only begins the name of a document: "the Summit of the Americas Declaration"."""
    words = list(_title_behind(view, candidate.trigger.head))
    told = candidate.trigger.rule.type == "conference" and view.lang == "en" and len(words) > 2
    return told and view.lemma(words[-1]) in view.grammar.lists["documents"]


def _title_behind(view: View, noun: Token) -> Iterator[Token]:
    """The words of a capitalised title behind its first noun, up to the first document that is told."""
    for token in view.tokens[view.position[noun.i] + 1 :] if noun.text[:1].isupper() else ():
        if not token.text[:1].isupper() and token.text not in JOINED:
            return
        yield token
        if view.lemma(token) in view.grammar.lists["documents"]:
            return


def _is_of_any_kind(view: View, candidate: Candidate) -> bool:
    """Whether Russian things open that are told by their kind alone, in the plural, nobody tells where, when and by whom: «открываются театры»."""
    what = candidate.what
    if candidate.trigger.rule.type != "opening" or view.lang != "ru" or what is None or candidate.fillers or candidate.place is not None:
        return False
    told = view.doc[what.start : what.end]
    noun = next((t for t in told if t.pos_ == "NOUN"), told.root)  # «приёмные были открыты»
    named = (
        candidate.place_phrase is not None
        or view.dates
        or any(t.pos_ in {"NUM", "PROPN"} and t.i > view.tokens[0].i or t.text in QUOTES or t.text[1:] != t.text[1:].lower() for t in told)
    )
    return feature(noun, "Number") == "Plur" and not named and len(told) < FEW


def _goes_to_anybody(view: View, candidate: Candidate) -> bool:
    """Whether an English award is only told to be one that people of a kind get: "the prize is given to lawmakers who serve farmers"."""
    told = [f.mention.actor for f in candidate.fillers if f.role == "who"]
    passive = any(c.dep_ == "aux:pass" and feature(c, "Tense") == "Pres" and c.lemma_ == "be" for c in candidate.trigger.head.children)
    anybody = bool(told) and all(a.plural and a.entity_type == "group" for a in told)
    return view.lang == "en" and candidate.trigger.rule.type == "award" and passive and anybody and not view.dates


def _settles(view: View, candidate: Candidate) -> bool:
    """Whether English people of a kind come to live somewhere, or flee: "six families arrived in the city in search of work"."""
    told = [view.doc[f.mention.actor.root] for f in candidate.fillers if f.role == "who"]
    return view.lang == "en" and candidate.trigger.rule.type == "visit" and bool(told) and all(view.lemma(t) in view.grammar.lists["settlers"] for t in told)


def _is_proclaimed(view: View, candidate: Candidate) -> bool:
    """Whether days are only named: "proclaimed the first week of June as Forest Week"."""
    noun = candidate.trigger.head
    if view.lang != "en" or candidate.trigger.rule.type != "conference":
        return False
    named = preposition_of(view, noun) == "as" or candidate.trigger.rule.name == "conference-days"
    return named and any(view.lemma(t) in view.grammar.lists["proclaiming"] for t in noun.ancestors)


def _opens_by_paper(view: View, candidate: Candidate) -> bool:
    """Whether what opens something in English is a document, which only provides for it: "an agreement that reopens the ports"."""
    verb, papers = candidate.trigger.head, view.grammar.lists["documents"]
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    told = [verb.head if t.pos_ in {"PRON", "DET", "SCONJ"} and verb.dep_ in {"acl", "acl:relcl"} else t for t in subjects]
    return view.lang == "en" and candidate.trigger.rule.type == "opening" and bool(told) and all(view.lemma(t) in papers for t in told)


def _is_listed(view: View, candidate: Candidate) -> bool:
    """Whether a forum's name only stands in a list of English names without a verb, no day and place told: "- Port Authority - Conference of Mayors"."""
    bare = view.lang == "en" and candidate.trigger.rule.type == "conference" and not any(is_finite(t) for t in view.tokens)
    told = candidate.place is not None or any(d.type == "DATE" for d in view.dates) or candidate.predicate.light is not None
    return bare and not told and sum(t.text in BULLETS for t in view.tokens) > 2


def _is_private(view: View, candidate: Candidate) -> bool:
    """Whether people travel for themselves: "a family trip", «школьная поездка»."""
    words = view.grammar.lists["leisure"]
    kinds = (c for c in candidate.trigger.head.children if c.dep_ in {"amod", "compound", "nmod"})
    return candidate.trigger.rule.type == "visit" and any(view.lemma(c) in words for c in kinds)


def _is_what_was_opened(view: View, candidate: Candidate) -> bool:
    """Whether an English clause only tells which things are meant, nobody where or when: "the schools she opened"."""
    verb = candidate.trigger.head
    described = candidate.trigger.rule.type == "opening" and verb.dep_ in {"acl", "acl:relcl"} and is_verb(verb) and feature(verb.head, "Number") == "Plur"
    return view.lang == "en" and described and candidate.place is None and not view.dates


def _is_any_of_many(view: View, candidate: Candidate) -> bool:
    """Whether English talks, several and on no day, are those of one with anybody of some kinds: "scripted his conversations with lawmakers and donors"."""
    noun, predicate = candidate.trigger.head, candidate.predicate
    several = view.lang == "en" and candidate.trigger.rule.type in {"meeting", "call"} and not is_verb(noun) and feature(noun, "Number") == "Plur"
    others = [f.mention.actor for f in candidate.fillers if f.role == "whom"]
    counted = any(c.dep_ in {"nummod", "det"} for c in noun.children)
    anybody = bool(others) and all(a.plural and not a.country and not a.affiliation for a in others)
    return several and anybody and predicate.light is None and not counted and not view.dates


def _is_of_any(view: View, candidate: Candidate) -> bool:
    """Whether an English clause belongs to any time or anybody: "during any period in which the officer has resigned"."""
    clauses = [t for t in (candidate.trigger.head, *candidate.trigger.head.ancestors) if t.dep_ == "acl:relcl" or t.dep_ == "acl"]
    return view.lang == "en" and any(view.lemma(c) == "any" and c.dep_ == "det" for t in clauses for c in t.head.children)


def _is_state(view: View, candidate: Candidate) -> bool:
    """Whether an English participle only describes people: "service members medically retired for a disability", nobody told."""
    verb = candidate.trigger.head
    left = candidate.trigger.rule.name == "appointment-leave" and verb.dep_ in {"acl", "amod"}
    return view.lang == "en" and left and not any(f.role == "who" and f.mention.actor.entity_type == "person" for f in candidate.fillers)


def _is_flown(view: View, candidate: Candidate) -> bool:
    """Whether somebody flew what he was in: "flew single-engine planes over New Guinea"."""
    verb = candidate.trigger.head
    things = any(c.dep_ == "obj" and c.pos_ == "NOUN" and c.i not in view.actor_at for c in verb.children)
    return view.lang == "en" and candidate.trigger.rule.name == "visit-travel" and view.lemma(verb) == "fly" and things


def _is_held_yearly(view: View, candidate: Candidate) -> bool:
    """Whether a clause tells that English days are held every year: "the Forest Week that is held annually from 30 June"."""
    clauses = [c for c in candidate.trigger.head.children if c.dep_ == "acl:relcl"]
    words = [view.position[t.i] for c in clauses for t in c.children if t.i in view.position]
    return view.lang == "en" and bool(words) and any(start <= k < end for start, end in view.grammar.habitual.matches(view.lemmas) for k in words)


def _is_kept_up(view: View, candidate: Candidate) -> bool:
    """Whether English talks are what somebody goes on with, on no day: "will continue to consult with the community"."""
    verb = candidate.trigger.head
    goes_on = is_verb(verb) and verb.dep_ == "xcomp" and view.lemma(verb.head) == "continue" and feature(verb.head, "Tense") != "Past"
    return view.lang == "en" and candidate.trigger.rule.type in {"meeting", "call"} and not candidate.trigger.rule.joins and goes_on and not view.dates


def _are_only_days(view: View, candidate: Candidate) -> bool:
    """Whether English days with a name are only when something is done, nobody and no place told: "during Forest Week, which we observe"."""
    days = view.lang == "en" and candidate.trigger.rule.name == "conference-days" and candidate.predicate.light is None
    return days and candidate.place is None and not candidate.fillers


AS_SUCH: tuple[Callable[[View, Candidate], bool], ...] = (
    _is_definition,
    _becomes_law,
    _names_document,
    _is_of_any_kind,
    _goes_to_anybody,
    _settles,
    _is_private,
    _is_proclaimed,
    _opens_by_paper,
    _is_listed,
    _is_what_was_opened,
    _is_any_of_many,
    _is_of_any,
    _is_state,
    _is_flown,
    _is_held_yearly,
    _is_kept_up,
    _are_only_days,
)
