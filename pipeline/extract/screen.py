"""Tells cheaply what can't hold an event, so that nothing else need be done about it: by the words of the triggers, which the rule files name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import contains

from pipeline.annotate import Doc, Span, analysed_sentences
from pipeline.annotate.tokens import INVISIBLE
from pipeline.extract.phrases import OPENING
from pipeline.extract.triggers import Trigger, find_triggers
from pipeline.extract.view import View, make_view, plain
from pipeline.rules import Grammar, PhraseSet, Rule, RuleBook, TriggerEntry

Lemmas = Callable[[str], frozenset[str]]  # of a word, all lemmas that it may be given

QUOTES = frozenset(OPENING)
TITLED = "openings"  # the list of what may also be told by a title alone
PHRASES = 2000  # phrases of rules that are remembered
ROOT = 4  # letters by which forms of one name begin alike

_WORD = re.compile(r"[^\W\d_]+")
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_HIDDEN = dict.fromkeys(map(ord, INVISIBLE))


@dataclass(frozen=True, slots=True)
class Letters:
    """The words of a sentence as they are written, and all lemmas that each may have; `joined` are those of words with a hyphen, which count in parts, too."""

    words: Sequence[str]
    lemmas: Sequence[frozenset[str]]
    joined: frozenset[str]
    parts: frozenset[str]  # words behind a hyphen
    quoted: bool  # whether there are quotation marks
    sentence: str

    def among(self, words: PhraseSet, *, but: int) -> bool:
        """Whether some word other than number `but` may be in a list."""
        return not (words.isdisjoint(self.joined) and all(words.isdisjoint(lemmas) for k, lemmas in enumerate(self.lemmas) if k != but))

    def hold(self, phrase: str) -> bool:
        """Whether the words of a phrase may be there in a row, and its marks before them: ", to be"."""
        mark, wanted = _split_phrase(phrase)
        if not wanted:
            return True
        size, last = len(wanted), len(self.lemmas) - len(wanted)
        rows = (k for k, lemmas in enumerate(self.lemmas) if wanted[0] in lemmas and k <= last and all(map(contains, self.lemmas[k : k + size], wanted)))
        return any(not mark or self._mark(k) == mark for k in rows)

    def _mark(self, k: int) -> str:
        """The last character before word number `k` that is no blank."""
        start = next(islice(_WORD.finditer(self.sentence), k, k + 1)).start()
        return self.sentence[:start].rstrip()[-1:]

    def bar(self, words: Sequence[str]) -> bool:
        """Whether some word can be nothing but one of those that must not stand in the sentence."""
        return bool(words) and any(lemmas <= _plain_words(words) for lemmas in self.lemmas)

    def may_be_title(self, k: int) -> bool:
        """Whether word number `k` begins with a capital letter, or its first part may."""
        return self.words[k][:1].isupper() or self.words[k] in self.parts


@lru_cache(PHRASES)
def _split_phrase(phrase: str) -> tuple[str, tuple[str, ...]]:
    """The mark before the words of a phrase, if any, and these."""
    first = _WORD.search(plain(phrase))
    return (phrase[: first.start()].strip()[-1:] if first else "", tuple(_WORD.findall(plain(phrase))))


@lru_cache(PHRASES)
def _plain_words(words: Sequence[str]) -> frozenset[str]:
    return frozenset(map(plain, words))


def may_trigger(sentence: str, grammar: Grammar, lemmas: Lemmas) -> bool:
    """Whether some words of the sentence may be the lemmas of a trigger, and others what its rule wants with it.

    True where in doubt: whatever has a trigger that may tell of an event by itself passes.
    """
    sentence = sentence.translate(_HIDDEN)
    words = _WORD.findall(sentence)
    found = [lemmas(word) for word in words]
    starting = tuple(_starting(found, grammar))
    if not starting:
        return False
    hyphened = _HYPHENED.findall(sentence)
    parts = frozenset(part for word in hyphened for part in word.split("-")[1:])
    letters = Letters(words, found, frozenset[str]().union(*map(lemmas, hyphened)), parts, not QUOTES.isdisjoint(sentence), sentence)
    return any(_may_match(letters, k, entry, grammar) for k, entry in starting)


def _starting(found: Sequence[frozenset[str]], grammar: Grammar) -> Iterator[tuple[int, TriggerEntry]]:
    """The triggers whose phrase may begin with some word, each with its number; not those that only join what others tell."""
    first = grammar.triggers.keys()
    for k in (k for k, word in enumerate(found) if not first.isdisjoint(word)):
        for entry in (entry for lemma in found[k] for entry in grammar.triggers.get(lemma, ())):
            following = found[k : k + len(entry.words)]
            if not entry.rule.joins and len(following) == len(entry.words) and all(map(contains, following, entry.words)):
                yield k, entry


def _may_match(letters: Letters, k: int, entry: TriggerEntry, grammar: Grammar) -> bool:
    """Whether the sentence may have what the rule of a trigger at word number `k` can't do without."""
    head = k if entry.rule.trigger.pos == "verb" else k + len(entry.words) - 1
    if "titled" in entry.rule.needs and not letters.may_be_title(head):
        return False
    beside, barred = (words.en if grammar.lang == "en" else words.ru for words in (entry.rule.trigger.beside, entry.rule.trigger.unless_beside))
    if (beside and not any(map(letters.hold, beside))) or letters.bar(barred):
        return False
    company = _company(entry.rule, grammar)
    return company is None or letters.among(company, but=head) or (entry.rule.what.heads == TITLED and letters.quoted)


def _company(rule: Rule, grammar: Grammar) -> PhraseSet | None:
    """The list that must have a word of the sentence, for the `what` without which there is no event; None for no such list."""
    what = rule.what
    return grammar.lists[what.heads] if what.required and what.heads and not what.trigger else None


def find_telling(doc: Doc, book: RuleBook) -> list[Span]:
    """The sentences that have a trigger in the form that its rule asks for. Names may yet speak against it, never for it."""
    return [span for span in analysed_sentences(doc) if _may_tell(doc, span, book.grammars[span.label_])]


def _may_tell(doc: Doc, span: Span, grammar: Grammar) -> bool:
    view = make_view(doc, span, actors=(), dates=(), grammar=grammar)
    return any(not trigger.rule.joins and _has_company(view, trigger) for trigger in find_triggers(view))


def _has_company(view: View, trigger: Trigger) -> bool:
    company = _company(trigger.rule, view.grammar)
    if trigger.rule.what.heads == TITLED and any(token.text in OPENING for token in view.tokens):
        return True
    others = (lemma for token, lemma in zip(view.tokens, view.lemmas, strict=True) if token is not trigger.head)
    return company is None or any(part in company for lemma in others for part in (lemma, *lemma.split("-")))  # «пресс-центр»


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
