"""Tells whether a sentence recalls an event of before: "earlier", "it should be recalled", «напомним»."""

from __future__ import annotations

from pipeline.annotate import Token, feature
from pipeline.extract.view import View, is_verb

CONVERBS = frozenset({"Ger", "Part", "Conv"})


def is_background(view: View, trigger: Token) -> bool:
    """Whether words of the sentence place what the trigger tells of before what the text is about."""
    return any(not _is_told_beside(view.tokens[k], trigger) for k, _ in view.grammar.background.matches(view.lemmas))


def _is_told_beside(word: Token, trigger: Token) -> bool:
    """Whether a verb of recalling is told beside the event, of which it says nothing: "she received the guests and recalled the first visit"."""
    beside = word.dep_ == "conj" or (word.dep_ == "advcl" and feature(word, "VerbForm") in CONVERBS)
    return beside and is_verb(word) and word.head.i == trigger.i
