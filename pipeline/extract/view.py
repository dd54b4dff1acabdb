"""One analysed sentence as the extraction sees it: words, lemmas, actors, dates and the grammar of its language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.annotate import Doc, Span, Token, feature, words
from pipeline.records import DateMention, EntityMention
from pipeline.rules import Grammar

KNOWN = 20_000  # words whose plain form is remembered
DASHES = frozenset({"-", "–", "—"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})


NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class View:
    """A sentence. `tokens` are its words without white space; `lemmas` stand beside them (lower-case, ё as е); `actor_at` maps a token's `i` to its actor."""

    doc: Doc
    span: Span
    lang: str
    tokens: Sequence[Token]
    lemmas: Sequence[str]
    position: Mapping[int, int]  # token.i -> index in tokens
    actors: Sequence[EntityMention]
    actor_at: Mapping[int, EntityMention]
    dates: Sequence[DateMention]
    grammar: Grammar

    def mentions_at(self, token: Token) -> tuple[EntityMention, ...]:
        """The actors that a word stands for: several share a root in "the Russian and Armenian leaders", a noun may have one in apposition."""
        rooted = tuple(m for m in self.actors if m.actor.root == token.i)
        if rooted or token.i in self.actor_at:
            return rooted or (self.actor_at[token.i],)
        beside = (self.actor_at[c.i] for c in token.children if c.dep_ in {"appos", "flat"} and c.i > token.i and c.i in self.actor_at)
        return tuple(m for m in beside if self.doc[m.actor.root].dep_ != "nmod")  # «аппарат президента Олега Белова»

    def lemma(self, token: Token) -> str:
        """The lemma of a word of this sentence as word lists hold it."""
        return plain(token.lemma_)


@lru_cache(KNOWN)
def plain(word: str) -> str:
    """Lower-case, ё as е: how word lists and lemmas are compared."""
    return word.lower().replace("ё", "е")


def make_view(doc: Doc, span: Span, *, actors: Sequence[EntityMention], dates: Sequence[DateMention], grammar: Grammar) -> View:
    """The view of one sentence; of `actors` and `dates` those inside it are kept."""
    tokens = words(span)
    inside = tuple(m for m in actors if span.start <= m.actor.start < span.end)
    start, end = span.start_char, span.end_char
    return View(
        doc=doc,
        span=span,
        lang=span.label_,
        tokens=tokens,
        lemmas=[plain(t.lemma_) for t in tokens],
        position={t.i: k for k, t in enumerate(tokens)},
        actors=inside,
        actor_at={i: m for m in inside for i in range(m.actor.start, m.actor.end)},
        dates=tuple(d for d in dates if start <= d.start < end),
        grammar=grammar,
    )


def is_verb(token: Token) -> bool:
    """Whether the word is a verb form, finite or not."""
    return token.pos_ in {"VERB", "AUX"}


def is_finite(token: Token) -> bool:
    """Whether the word can be the predicate of a clause: a finite verb or a Russian short participle."""
    form = feature(token, "VerbForm")
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    if any(c.dep_ == "aux" and c.pos_ == "AUX" for c in token.children):
        return True
    return form == "Fin" or feature(token, "Variant") == "Short" or (token.dep_ == "root" and form != "Inf")


def is_passive(token: Token) -> bool:
    """Whether a verb form is passive: English by its auxiliary, Russian by its voice."""
    if any(child.dep_ == "aux:pass" for child in token.children):
        return True
    if feature(token, "VerbForm") == "Part" and feature(token, "Tense") == "Past" and feature(token, "Voice") == "Pass":
        return True
    return feature(token, "Voice") == "Pass"


def is_past_participle(token: Token) -> bool:
    """Whether the word is a passive participle: "signed by", «подписанный»."""
    return feature(token, "VerbForm") == "Part" and feature(token, "Voice") != "Act" and feature(token, "Tense") in {"Past", ""}


def _only_includes(word: Token, noun: Token) -> bool:
    """Whether a word only tells that more is meant, before the preposition: "held meetings, including with the mayor"."""
    return word.pos_ == "VERB" and word.text == "including" and any(c.dep_ == "case" and word.i < c.i < noun.i for c in noun.children)


def preposition_of(view: View, token: Token) -> str:
    """The lemma of the preposition before a nominal: its `case` child, else the word before its actor phrase; empty for none."""
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i and child.pos_ in {"ADP", "SCONJ", "PART", "ADV", "VERB"} and not _only_includes(child, token):
            return plain(child.text)
    mention = view.actor_at.get(token.i)
    start = mention.actor.start if mention else token.i
    return next((plain(t.text) for t in before(view, start, limit=1) if t.pos_ == "ADP"), "")


def before(view: View, i: int, *, limit: int) -> Iterator[Token]:
    """Words to the left of token `i`, nearest first, articles and adjectives left out."""
    k = view.position.get(i, 0) - 1
    while k >= 0 and limit:
        token = view.tokens[k]
        if token.pos_ not in {"DET", "ADJ"} and token.dep_ not in {"det", "amod"}:
            yield token
            limit -= 1
        k -= 1


def is_quoted(before: str) -> bool:
    """Whether the words of a sentence before a spot leave quotation marks open."""
    return sum(before.count(mark) for mark in "«“") > sum(before.count(mark) for mark in "»”") or before.count('"') % 2 == 1


def in_date(view: View, token: Token) -> bool:
    """Whether a word belongs to a date."""
    return any(d.start <= token.idx < d.end for d in view.dates)


def case_of(view: View, token: Token) -> str:
    """The grammatical case of a nominal: its own, else that of its actor's other words; empty where the language or the word shows none."""
    case = feature(token, "Case")
    if case and not (token.text.isupper() and len(token) > 1):  # АО, ООО: the tagger can only guess
        return case
    mention = view.actor_at.get(token.i)
    if mention is None:
        return ""
    return next((found for t in view.doc[mention.actor.start : mention.actor.end] if (found := feature(t, "Case"))), "")


def told_number(token: Token) -> int:
    """The number that an English numeral tells, two to nine in words; 0 for other words."""
    word = plain(token.text)
    if token.pos_ != "NUM":
        return 0
    return int(word) if word.isdecimal() else NUMBERS.index(word) + 2 if word in NUMBERS else 0
