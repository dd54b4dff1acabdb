"""Tells what a sentence says of an occasion or document as such: what kind it is, that it became law, what is called after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.annotate import Token, feature
from pipeline.extract.slots import Candidate
from pipeline.extract.view import View, is_finite, preposition_of

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
    named = preposition_of(view, noun) == "as" or candidate.trigger.rule.name == "conference-days"
    proclaimed = any(view.lemma(t) in view.grammar.lists["proclaiming"] for t in noun.ancestors)
    return view.lang == "en" and candidate.trigger.rule.type == "conference" and named and proclaimed


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
)
