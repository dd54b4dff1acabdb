"""Tells cheaply what can't hold an event, so that nothing else need be done about it: by the words of the triggers, which the rule files name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from pipeline.annotate import Doc, Span, analysed_sentences
from pipeline.annotate.tokens import INVISIBLE
from pipeline.extract.triggers import find_triggers
from pipeline.extract.view import make_view, plain
from pipeline.rules import Grammar, Rule, RuleBook, TriggerEntry

Lemmas = Callable[[str], frozenset[str]]  # of a word, all lemmas that it may be given

ROOT = 4  # letters by which forms of one name begin alike

_WORD = re.compile(r"[^\W\d_]+")
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_HIDDEN = dict.fromkeys(map(ord, INVISIBLE))


def may_trigger(sentence: str, grammar: Grammar, lemmas: Lemmas) -> bool:
    """Whether some words of the sentence may be the lemmas of a trigger, and others what its rule wants with it.

    True where in doubt: whatever has a trigger that may tell of an event passes.
    """
    sentence = sentence.translate(_HIDDEN)
    found = [lemmas(word) for word in _WORD.findall(sentence)]
    starting = tuple(_starting(found, grammar))
    if not starting:
        return False
    whole = frozenset().union(*found, *map(lemmas, _HYPHENED.findall(sentence)))
    return any(_has_company(entry.rule, whole, grammar) for entry in starting)


def _starting(found: Sequence[frozenset[str]], grammar: Grammar) -> Iterator[TriggerEntry]:
    """The triggers whose phrase may begin with some word."""
    first = grammar.triggers.keys()
    for k in (k for k, word in enumerate(found) if not first.isdisjoint(word)):
        for entry in (entry for lemma in found[k] for entry in grammar.triggers.get(lemma, ())):
            if all(lemma in following for lemma, following in zip(entry.phrase, found[k:], strict=False)):
                yield entry


def _has_company(rule: Rule, lemmas: Collection[str], grammar: Grammar) -> bool:
    """Whether what the rule can't do without may be there: a word of the list that its `what` is of."""
    what = rule.what
    if not what.required or not what.heads or what.trigger:
        return True
    words = grammar.lists[what.heads]
    return any(lemma in words for lemma in lemmas)


def find_telling(doc: Doc, book: RuleBook) -> list[Span]:
    """The sentences that have a trigger in the form that its rule asks for. Names may yet speak against it, never for it."""
    return [span for span in analysed_sentences(doc) if _may_tell(doc, span, book.grammars[span.label_])]


def _may_tell(doc: Doc, span: Span, grammar: Grammar) -> bool:
    view = make_view(doc, span, actors=(), dates=(), grammar=grammar)
    return any(_has_company(trigger.rule, view.lemmas, grammar) for trigger in find_triggers(view))


def find_namesakes(text: str, spans: Sequence[Span]) -> frozenset[str]:
    """Capitalised words of the sentences, lower-case, that the rest of the text has, too, in whatever form: there they may be told to be names."""
    inside = [match.group() for span in spans for match in _WORD.finditer(span.text) if match.group()[:1].isupper() and len(match.group()) > 2]
    told = {span.start_char: span.end_char for span in spans}
    outside, position = set[str](), 0
    for start, end in (*sorted(told.items()), (len(text), len(text))):
        outside.update(_root(word) for word in _WORD.findall(text[position:start]) if word[:1].isupper())
        position = end
    return frozenset(plain(word) for word in inside if _root(word) in outside)


def _root(word: str) -> str:
    return plain(word)[:ROOT]
