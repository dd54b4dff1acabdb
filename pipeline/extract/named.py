"""Tells which occasions have a name of their own or stand alone as a heading: these took place, though nobody is told to have been there."""

from __future__ import annotations

from pipeline.annotate import Token
from pipeline.extract.slots import Candidate
from pipeline.extract.status import find_status
from pipeline.extract.talk import are_heads
from pipeline.extract.view import View, case_of, is_verb, preposition_of

PARTICIPLES = frozenset({"acl", "amod"})  # they only describe: «тема, прозвучавшая на Дунайском форуме»
QUOTES = frozenset({'"', "“", "«"})


def is_named(view: View, candidate: Candidate) -> bool:
    """Whether the phrase of an occasion holds a name, or a Russian adjective with a capital: «Нормандский саммит»."""
    what, head = candidate.what, candidate.trigger.head
    if what is None:
        return False
    words = [t for t in view.doc[what.start : what.end] if t.i != head.i]
    capital = (t for t in words if view.lang == "ru" and t.pos_ == "ADJ" and t.text[:1].isupper() and t.i != view.tokens[0].i)
    return any(t.pos_ == "PROPN" for t in words) or any(True for _ in capital)


def is_told_there(view: View, candidate: Candidate) -> bool:
    """Whether something is told to have been said at a forum that has a name or topic: «говорил на Дунайском форуме», "was discussed at the Danube Forum"."""
    noun = candidate.trigger.head
    at = preposition_of(view, noun) in view.grammar.lists["attending"] and (view.lang == "en" or case_of(view, noun) == "Loc")
    told = is_named(view, candidate) or any(c.dep_ == "nmod" and preposition_of(view, c) == "по" for c in noun.children)  # «на форуме по туризму»
    return at and told and _is_said(view, noun.head) and not _lies_ahead(view, candidate)


def _is_said(view: View, verb: Token) -> bool:
    """Whether a verb tells that somebody speaks, and does not only describe a noun."""
    said = view.lemma(verb) in view.grammar.speech or any(view.lemma(verb) in view.grammar.lists[name] for name in ("orating", "debating"))
    return said and is_verb(verb) and verb.dep_ not in PARTICIPLES


def _lies_ahead(view: View, candidate: Candidate) -> bool:
    """Whether a verb above tells of what may be, or of a plan that the noun itself does not show: «пригласил возглавить делегацию на Днях кино»."""
    token, above = candidate.trigger.head, []
    while token.head.i != token.i:
        token = token.head
        above.append(view.lemma(token))
    planned = find_status(view, candidate.predicate)[0] == "occurred" and not view.grammar.cues.governors.keys().isdisjoint(above)
    return planned or not view.grammar.cues.hypothetical.isdisjoint(above)


def is_placed(view: View, candidate: Candidate) -> bool:
    """Whether Russian talks at a place are told as where or after which somebody did something: «по итогам переговоров в Вене», not «о переговорах в Вене»."""
    noun = candidate.trigger.head
    told = candidate.trigger.rule.mutual and candidate.predicate.kind == "noun" and candidate.place is not None and candidate.place_clause == "in (tree)"
    at = preposition_of(view, noun) == "после" or (preposition_of(view, noun) == "на" and case_of(view, noun) == "Loc")
    return view.lang == "ru" and told and (at or (noun.dep_ == "nmod" and view.lemma(noun.head) in view.grammar.lists["margins"]))


def has_heads(view: View, candidate: Candidate) -> bool:
    """Whether those take part who each hold an office alone: «встреча глав арабских государств»."""
    return any(are_heads(view, f.mention.actor) for f in candidate.fillers)


def is_multilateral(view: View, candidate: Candidate) -> bool:
    """Whether talks at a place tell the number of their sides: «второй раунд шестисторонних переговоров в Вене»."""
    several = any(view.lemma(c) in view.grammar.lists["multilateral"] for c in candidate.trigger.head.children)
    return several and candidate.trigger.rule.mutual and candidate.place is not None


def is_over(view: View, candidate: Candidate) -> bool:
    """Whether what came of an occasion is told, with its name and place: «итогом Дунайского форума в Вене стали контракты»."""
    done = view.lemma(candidate.trigger.head.head) in view.grammar.lists["margins"]
    return done and candidate.place is not None and is_named(view, candidate)


def is_heading(view: View, candidate: Candidate) -> bool:
    """Whether a sentence without a verb tells of an occasion and its place alone: «Саммит в Брюсселе.»"""
    noun = candidate.trigger.head
    return noun.dep_ == "root" and candidate.place is not None and not any(is_verb(t) for t in view.tokens)


def is_awarded(view: View, candidate: Candidate) -> bool:
    """Whether somebody is told, or an award with a name of its own that was given on some day or at some place: «в Вене вручили премию «Дунай»»."""
    what = candidate.what
    inside = view.doc[what.start : what.end] if what is not None else ()
    named = any(t.text in QUOTES or (t.text[:1].isupper() and t.i > view.tokens[0].i and view.lemma(t) not in view.grammar.lists["awards"]) for t in inside)
    return bool(candidate.fillers) or (named and (candidate.place is not None or is_dated(view, candidate)))


def is_dated(view: View, candidate: Candidate) -> bool:
    """Whether a date depends on the trigger or on a participle of it."""
    inside = {t.i for t in candidate.trigger.head.subtree}
    return any(d.type == "DATE" and any(d.start <= view.doc[i].idx < d.end for i in inside) for d in view.dates)
