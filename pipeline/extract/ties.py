"""Tells whether a sentence is tied to what was told right before it: "after the ceremony", «на полях мероприятия», "there"."""

from __future__ import annotations

from pipeline.annotate import Token
from pipeline.extract.view import View, plain, preposition_of

FIRST_WORDS = 3  # of a sentence, among which a phrase may tie it to the one before
HEAD = 9  # words of a sentence that tell beside what it was
DEFINITE = frozenset({"the", "this", "that", "этот"})
PLAIN = frozenset({"det", "case", "punct"})
CLAUSES = frozenset({"acl", "acl:relcl", "ccomp", "advcl"})


def follows(view: View) -> bool:
    """Whether a phrase among the first words ties the sentence to what was told before."""
    lists = view.grammar.lists
    if any(lists["following"].match_at(view.lemmas, k) for k in range(min(FIRST_WORDS, len(view.lemmas)))):
        return True
    return any(lemma in lists["tying"] and _is_setting(view, t) for t, lemma in zip(view.tokens[:HEAD], view.lemmas, strict=False))


def is_there(view: View) -> bool:
    """Whether the main clause of a sentence says that it was there: "also met the rector there", «там прошёл форум»."""
    words = view.grammar.lists["thereby"]
    there = (t for t, lemma in zip(view.tokens, view.lemmas, strict=True) if lemma in words)
    return any(t.dep_ == "advmod" and t.head.dep_ in {"root", "conj"} for t in there)


def _is_setting(view: View, noun: Token) -> bool:
    """Whether a noun with no more than its article hangs on the main clause: "at the end of the event", not "the end of the event was"."""
    definite = view.lang == "ru" or any(c.dep_ == "det" and plain(c.text) in DEFINITE for c in noun.children)
    plainly = PLAIN | ({"nmod"} if view.lemma(noun) in view.grammar.lists["touring"] else {"amod"} if view.lang == "ru" else set())
    if not definite or any(c.dep_ not in plainly for c in noun.children):
        return False
    outer = noun
    while outer.dep_ == "nmod" and view.lemma(outer.head) in view.grammar.lists["margins"]:
        outer = outer.head
    return outer.dep_ == "obl" and bool(preposition_of(view, outer)) and outer.head.dep_ not in CLAUSES
