"""Tells for each trigger word of a sentence that gave no draft which condition of its rule failed first, for `explain`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.annotate import Token
from pipeline.extract.needs import missing_need
from pipeline.extract.slots import Candidate, fill_slots
from pipeline.extract.triggers import Trigger, find_triggers
from pipeline.extract.view import View, is_finite, is_passive, is_verb
from pipeline.rules import Rule, TriggerEntry, Words

NEEDS: Mapping[str, str] = {
    "what": "what",
    "no general talk": "a real occasion: what is told is general or merely possible",
    "who": "someone as who",
    "whom": "someone as whom",
    "participant": "somebody who takes part",
    "sides": "two sides, or a group",
    "place": "a place, or an institution that can be visited",
    "human_subject": "a person, body, country or place as subject",
    "human_object": "a person, group or office as object",
    "anchor": "a verb that holds it, people who take part, or a name with date or place",
    "appointee": "somebody who is appointed",
    "host": "a person or body that receives, no city",
    "session": "a verb that holds it or a body that it is of, no court, parliament or government",
    "other_topic": "a topic that is named",
    "no_naming": "nothing that the other side is called",
    "no_demand": "no infinitive that tells what is demanded",
    "main_clause": "a clause of its own, no 'since she took office'",
    "intransitive": "no object, and no infinitive of what somebody is about to do",
    "bare_noun": "a noun of which nothing tells what it is of or for",
    "named_place": "a place told by its name, not only a building described",
    "sitting": "a commission, council or committee that it is of",
    "titled": "a capital letter, as a title has: «Дни культуры»",
    "travel": "a place that it is paid to, not a person",
    "sight": "an institution or a named place that is seen",
    "guest": "people known by name or office, or a delegation, as those who go",
    "listed": "an item of a list of people who are put forward for offices",
    "awarded": "somebody who takes part, or an award with a name that was given on a day or at a place",
    "envoys": "officials who are sent, or a group of those who are, such as a delegation",
    "officials": "several who each hold an office alone, of more than one land",
    "of_talks": "a meeting or call that the sentence names",
    "official_partner": "a named person with an office as the other side",
    "parties": "two sides, or a document that one can sign alone",
    "definite": "an article, a modifier or a number before it",
    "partner": "somebody behind 'with'",
    "light": "a verb that holds it, plans it or calls it off",
    "fitting_subject": "people as subject and object, no things",
    "topical": "people who talk, no thing as subject",
    "who_or_what": "somebody who gets it, or its name",
    "people_subject": "people known by name or office as subject",
}


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A trigger word and why its rule gives no draft; `reason` is empty where the sentence does all that the rule asks."""

    rule: Rule
    text: str
    start: int  # characters
    end: int
    reason: str


def find_near_misses(view: View) -> Iterator[NearMiss]:
    """Every trigger word of the sentence with each rule that it may start, in the order of the text."""
    found = {(t.rule.name, t.start): t for t in find_triggers(view)}
    for k, lemma in enumerate(view.lemmas):
        for entry in view.grammar.triggers.get(lemma, ()):
            size = len(entry.phrase)
            if tuple(view.lemmas[k : k + size]) == entry.phrase:
                first, last = view.tokens[k], view.tokens[k + size - 1]
                trigger = found.get((entry.rule.name, first.i))
                if trigger is None and "listed" in entry.rule.needs:
                    continue  # any "be" that opens no item of a list
                reason = _trigger_failure(view, entry, first, last) if trigger is None else _need_failure(view, trigger)
                yield NearMiss(entry.rule, view.doc[first.i : last.i + 1].text, first.idx, last.idx + len(last), reason)


def _trigger_failure(view: View, entry: TriggerEntry, first: Token, last: Token) -> str:
    wanted = entry.rule.trigger
    head = first if wanted.pos == "verb" else last
    if (wanted.pos == "verb") != is_verb(head):
        return f"its form: {head.text!r} was read as {head.pos_}, the rule wants a {wanted.pos}"
    if wanted.passive is not None and is_passive(head) != wanted.passive:
        return f"its form: the rule wants {'the passive' if wanted.passive else 'no passive'}"
    if wanted.finite and not is_finite(head):
        return "its form: the rule wants a finite verb"
    barred = (*_of(view, wanted.unless_before), *_of(view, wanted.unless_after))
    if any(word in barred for word in _neighbours(view, first, last)):
        return f"beside it one of: {', '.join(barred)}"
    beside = _of(view, wanted.beside)
    if beside and not any(f" {word} " in f" {' '.join(view.lemmas)} " for word in beside):
        return f"beside it none of: {', '.join(beside)}"
    against = _of(view, wanted.unless_beside)
    if any(f" {word} " in f" {' '.join(view.lemmas)} " for word in against):
        return f"in its sentence one of: {', '.join(against)}"
    mention = view.actor_at.get(head.i)
    if mention is not None and mention.actor.form == "name":
        return f"it belongs to the name {mention.actor.name!r}"
    return "a longer trigger covers it, or it only describes: a title, a compound, what a document or an award is about"


def _of(view: View, words: Words) -> tuple[str, ...]:
    return words.en if view.lang == "en" else words.ru


def _neighbours(view: View, first: Token, last: Token) -> list[str]:
    """The lemmas right before and right behind a phrase, and the first part of a compound."""
    before, behind = view.position[first.i], view.position[last.i] + 1
    return [*view.lemmas[max(0, before - 1) : before], *view.lemmas[behind : behind + 1], view.lemmas[before].partition("-")[0]]


def _need_failure(view: View, trigger: Trigger) -> str:
    candidate = fill_slots(view, trigger)
    missing = missing_need(view, candidate)
    return f"needs {_describe(candidate, missing)}; found {_found(candidate)}" if missing else ""


def _describe(candidate: Candidate, missing: str) -> str:
    heads = candidate.trigger.rule.what.heads
    return f"what: one of the words of the list {heads!r}" if missing == "what" and heads else NEEDS.get(missing, missing)


def _found(candidate: Candidate) -> str:
    """The arguments of the trigger with their functions: "'governor' (subject), 'support' (object)"."""
    told = (f"{a.token.text!r} ({' or '.join(sorted(a.functions))})" for a in candidate.arguments)
    return ", ".join(told) or "nothing that depends on it"
