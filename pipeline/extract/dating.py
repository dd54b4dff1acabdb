"""Chooses the date that a sentence tells for one event, also the day from which somebody holds an office, or of the decree that gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.annotate import Token, feature
from pipeline.dates import COARSE, choose_date
from pipeline.extract.discussed import TALKS, words_discussed
from pipeline.extract.held_at import astray_clauses, held_clauses
from pipeline.extract.slots import Candidate
from pipeline.extract.view import View, is_verb, plain
from pipeline.records import DateMention

BEGINNING = frozenset({"appointment", "opening"})  # «с 1 апреля управление возглавит Иван Петров»
DECREED = frozenset({"appointment", "award"})  # «указом от 8 марта присвоено звание»
DECREE_REACH = 5  # words between a decree and its day
PARTICIPLES = frozenset({"acl", "advcl"})
DATED = "date"  # "the decree dated March 3"


def date_of(view: View, candidate: Candidate) -> DateMention | None:
    """The date told with the trigger, else with the verb that carries it; None if there is none."""
    if "listed" in candidate.trigger.rule.needs:
        return None  # days in lists of names are those on which terms end
    dates = tuple(_freed(view, candidate.trigger.rule.type))
    inside = words_discussed(view, candidate)
    if inside:  # "discussed the coming visit today": the talk was today
        dates = tuple(d for d in dates if any(d.start <= view.doc[i].idx < d.end for i in inside))
    dates = tuple(d for d in dates if not _is_in_title(view, candidate, d) and not _is_of_topic(view, candidate, d))
    at = [clause.i for clause in _dating_clauses(view, candidate)] if dates else []
    for token in (candidate.trigger.head, candidate.predicate.light):
        date = choose_date(view.doc, token.i, view.span, dates, at=at) if token is not None else None
        if date is not None:
            return date
    return None


def _dating_clauses(view: View, candidate: Candidate) -> Iterator[Token]:
    """The clauses whose days may be the event's: of an occasion, of a noun that tells of it, of the decree that gives it, of who leads a delegation."""
    yield from (clause for _, clause in held_clauses(view))
    head, rule, english = candidate.trigger.head, candidate.trigger.rule, view.lang == "en"
    if rule.trigger.pos == "noun":
        yield from astray_clauses(view, head)
    for clause in (
        t for t in view.tokens if english and t.dep_ in PARTICIPLES and t.pos_ == "VERB" and not any(c.dep_.startswith("nsubj") for c in t.children)
    ):
        led = (
            clause.dep_ == "acl"
            and feature(clause, "VerbForm") == "Part"
            and view.lemma(clause) in view.grammar.lists["conducting"]
            and clause.head.i != head.i
        )
        decreed = rule.type in DECREED and view.lemma(clause) == DATED and view.lemma(clause.head) in view.grammar.lists["unilateral"]
        behind = rule.trigger.pos == "noun" and head.i < clause.i and not any(is_verb(t) for t in view.doc[head.i + 1 : clause.i])
        if led or decreed or (behind and view.grammar.cues.modifiers.get(plain(clause.text)) == "planned"):
            yield clause


def _is_of_topic(view: View, candidate: Candidate, date: DateMention) -> bool:
    """Whether a month or year behind what people talked about tells when that is: "met to discuss the elections in 2023", «обсудили выборы в мае»."""
    verb, rule = candidate.trigger.head, candidate.trigger.rule
    talk = rule.type in TALKS and is_verb(verb) and view.lemma(verb) in view.grammar.lists["debating"]
    topics = [c for c in verb.children if c.dep_ in {"obj", "obl"} and c.i > verb.i and c.pos_ == "NOUN" and c.i not in view.actor_at]
    return talk and date.precision in COARSE and any(t.idx + len(t) <= date.start for t in topics)


def _is_in_title(view: View, candidate: Candidate, date: DateMention) -> bool:
    """Whether words of a date stand in the quotes of what the event is about: «выставка «Томск вчера и сегодня»»."""
    what = candidate.what
    if what is None or not view.doc[what.start].idx <= date.start < view.doc[what.end - 1].idx:
        return False
    before = view.doc.text[view.doc[what.start].idx : date.start]
    return before.count("«") > before.count("»")


def _freed(view: View, event_type: str) -> Iterator[DateMention]:
    """The dates of the sentence; days that bound what is told date what begins on them."""
    for mention in view.dates:
        bound = view.lang == "ru" and mention.role == "bound" and mention.precision == "day"
        yield replace(mention, role="") if bound and _may_date(view, mention, event_type) else mention


def _may_date(view: View, mention: DateMention, event_type: str) -> bool:
    k = next((k for k, t in enumerate(view.tokens) if t.idx >= mention.start), 0)
    preposition = plain(view.tokens[k - 1].text) if k else ""
    decrees = view.grammar.lists["unilateral"]
    decreed = any(lemma in decrees for lemma in view.lemmas[max(0, k - DECREE_REACH) : k])
    return (preposition in {"с", "со"} and event_type in BEGINNING) or (preposition == "от" and event_type in DECREED and decreed)
