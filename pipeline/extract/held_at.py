"""Finds the occasion at which a sentence tells something to have been done, and the clause that tells when and where it was: "at a ceremony held on Monday"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate import Token, feature
from pipeline.extract.functions import arguments_of
from pipeline.extract.predicate import Argument, Predicate
from pipeline.extract.view import View, preposition_of

AT = frozenset({"at", "in", "during", "within", "on", "в", "во", "на", "при"})
CLAUSES = frozenset({"acl", "acl:relcl"})
PLACED = frozenset({"in", "at", "on"})
MOST = 3  # words above an occasion up to what was done at it: "within the framework of the forum"


def held_clauses(view: View) -> Iterator[tuple[Token, Token]]:
    """The nouns of occasions at which the sentence tells something to have been done, each with the clause that tells how it was held."""
    words = view.grammar.lists["gatherings"]
    for noun, lemma in zip(view.tokens, view.lemmas, strict=True):
        if lemma in words and noun.dep_ in {"obl", "nmod"} and preposition_of(view, _outer(view, noun)) in AT:
            yield from ((noun, c) for c in noun.children if is_held_clause(view, c))


def is_held_clause(view: View, token: Token) -> bool:
    """Whether a word opens a clause that tells of an occasion that it was held: "that took place on Monday", «прошедшей в ратуше», "hosted by the embassy"."""
    if token.dep_ not in CLAUSES:
        return False
    lemma, grammar = view.lemma(token), view.grammar
    return lemma in grammar.occurring or lemma in grammar.agentive or lemma in grammar.lists["hosts"] or lemma in grammar.lists["making"]


def astray_clauses(view: View, noun: Token) -> Iterator[Token]:
    """The clauses that tell when and where an occasion is, which the tree hangs on a noun beside it: «на конгресс врачей, который пройдёт в мае»."""
    for clause in view.tokens[view.position[noun.i] + 1 :]:
        held = clause.dep_ in CLAUSES or (clause.dep_ == "advcl" and any(c.dep_ == "aux:pass" for c in clause.children) and _has_no_subject(clause))
        if held and clause.head.i != noun.i and (view.lemma(clause) in view.grammar.occurring or _is_scheduled(view, noun, clause)):
            below = clause.head.i > noun.i and clause.head.dep_ == "nmod" and any(a.i == noun.i for a in clause.head.ancestors)
            below = below or (clause.head.i > noun.i and _is_scheduled(view, noun, clause))
            if below or (clause.head.i == noun.head.i < noun.i and _is_right_behind(noun, clause)):
                yield clause


def _is_scheduled(view: View, noun: Token, clause: Token) -> bool:
    """Whether a Russian participle agrees with an occasion and not with the noun that it hangs on: «в форуме учёных, намеченном на май»."""
    if view.lang != "ru" or clause.dep_ != "acl" or view.grammar.cues.modifiers.get(view.lemma(clause)) != "planned":
        return False
    cases = [feature(t, "Case") for t in (clause, noun, clause.head)]
    return bool(cases[0]) and cases[0] == cases[1] != cases[2] and feature(clause, "Number") == feature(noun, "Number")


def _has_no_subject(clause: Token) -> bool:
    return not any(c.dep_ in {"nsubj", "nsubj:pass"} for c in clause.children)


def _is_right_behind(noun: Token, clause: Token) -> bool:
    """Whether nothing but signs stands between the phrase of a noun and a clause."""
    end = max(t.i for t in noun.subtree if t.i < clause.left_edge.i or t.i == noun.i)
    return all(t.pos_ in {"PUNCT", "SPACE"} for t in clause.doc[end + 1 : clause.left_edge.i])


def arguments_at(view: View, predicate: Predicate) -> Iterator[Argument]:
    """The places of the clause that tells where the occasion was held at which the predicate's event took place."""
    own = {t.i for t in (predicate.trigger.head, predicate.light) if t is not None}
    if predicate.trigger.rule.trigger.pos == "noun":
        clauses = astray_clauses(view, predicate.trigger.head)
        yield from (a for clause in clauses for a in arguments_of(view, clause, found="occasion") if a.functions & PLACED)
    for noun, clause in held_clauses(view):
        carrier = _outer(view, noun).head
        if noun.i not in own and {carrier.i, carrier.head.i if carrier.dep_ in {"conj", "obj", "nsubj:pass"} else -1} & own:
            yield from (a for a in arguments_of(view, clause, found="occasion") if a.functions & PLACED)


def _outer(view: View, noun: Token) -> Token:
    """The noun itself, or the margin above it: "within the framework of the forum", «на полях форума»."""
    for _ in range(MOST):
        if noun.dep_ != "nmod" or view.lemma(noun.head) not in view.grammar.lists["margins"]:
            break
        noun = noun.head
    return noun
