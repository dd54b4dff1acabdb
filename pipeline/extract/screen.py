"""Tells cheaply what can't hold an event, so that nothing else need be done about it: by the words of the triggers, which the rule files name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from pipeline.annotate import analysed_sentences
from pipeline.annotate.tokens import INVISIBLE
from pipeline.extract.triggers import find_triggers
from pipeline.extract.view import make_view
from pipeline.rules import Grammar, RuleBook

Lemmas = Callable[[str], frozenset[str]]  # of a word, all lemmas that it may be given

_WORD = re.compile(r"[^\W\d_]+")
_HIDDEN = dict.fromkeys(map(ord, INVISIBLE))


def may_trigger(sentence: str, grammar: Grammar, lemmas: Lemmas) -> bool:
    """Whether some words of the sentence may be the lemmas of a trigger. True where in doubt: whatever has a trigger passes."""
    found = [lemmas(word) for word in _WORD.findall(sentence.translate(_HIDDEN))]
    return any(_may_start(found, k, grammar) for k in range(len(found)))


def _may_start(found: Sequence[frozenset[str]], k: int, grammar: Grammar) -> bool:
    phrases = (entry.phrase for lemma in found[k] for entry in grammar.triggers.get(lemma, ()))
    return any(all(lemma in following for lemma, following in zip(phrase, found[k:], strict=False)) for phrase in phrases)


def has_trigger(doc: Doc, book: RuleBook) -> bool:
    """Whether a sentence has a trigger in the form that its rule asks for. Names may yet speak against it, never for it."""
    views = (make_view(doc, span, actors=(), dates=(), grammar=book.grammars[span.label_]) for span in analysed_sentences(doc))
    return any(True for view in views for _ in find_triggers(view))
