"""Finds the words that may tell of an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.annotate import Token
from pipeline.extract.view import View, is_finite, is_passive, is_verb, plain
from pipeline.records import EntityMention
from pipeline.rules import Rule, TriggerEntry, Words

INFINITIVES = ("ть", "ться", "ти", "тись")
BE = frozenset({"be", "быть"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A rule and the words that start it; `head` carries its place in the tree."""

    rule: Rule
    head: Token
    start: int  # tokens
    end: int


def find_triggers(view: View) -> Iterator[Trigger]:
    """Every trigger of the sentence, each with the rules that it may start, in the order of the text; longer phrases go before shorter ones."""
    covered: dict[str, tuple[int, int]] = {}  # where the phrase begins and ends that alone tells of an event of the type
    told = (-1, -1)  # where a verb phrase that was found begins and ends: no other event is told by its words
    for k, lemma in enumerate(view.lemmas):
        for entry in _entries(view, lemma):
            trigger = _match(view, k, entry)
            if trigger is None or _is_elsewhere(view, trigger) or (trigger.start < told[1] and told != (trigger.start, trigger.end)):
                continue
            phrase = covered.get(entry.rule.type, (-1, -1))
            if phrase[1] > trigger.head.i and phrase != (trigger.start, trigger.end):
                continue
            if len(entry.phrase) > 1 and not entry.rule.joins:
                covered.update(dict.fromkeys(_rivals(entry.rule), (trigger.start, trigger.end)))
                told = (trigger.start, trigger.end) if entry.rule.trigger.pos == "verb" and trigger.end > told[1] else told
            yield trigger


def _rivals(rule: Rule) -> tuple[str, ...]:
    """The types of event that the words of a longer phrase tell no more: a telephone conversation is no meeting."""
    return (rule.type, "meeting") if rule.type == "call" else (rule.type,)


def _entries(view: View, lemma: str) -> Sequence[TriggerEntry]:
    """The triggers that begin with a lemma; a compound is looked up by its last part («бизнес-форум»)."""
    entries = view.grammar.triggers.get(lemma, ())
    if "-" not in lemma or any(len(e.phrase) == 1 for e in entries):
        return entries
    last = view.grammar.triggers.get(lemma.rsplit("-", 1)[-1], ())
    return (*entries, *(e for e in last if len(e.phrase) == 1 and e.rule.trigger.pos == "noun"))


def _match(view: View, k: int, entry: TriggerEntry) -> Trigger | None:
    phrase, rule = entry.phrase, entry.rule
    if len(phrase) > 1 and tuple(view.lemmas[k : k + len(phrase)]) != phrase:
        return None
    tokens = view.tokens[k : k + len(phrase)]
    head = tokens[0] if rule.trigger.pos == "verb" else _top(tokens)
    if len(phrase) > 1 and tokens[-1].dep_ == "case" and _is_dated(view, k + len(phrase)):
        return None  # "was signed on 3 May" is no "signed on"
    if not _has_form(head, entry) or not _has_beside(view, entry) or _is_barred(view, k + len(phrase), entry):
        return None
    return Trigger(rule, head, tokens[0].i, tokens[-1].i + 1)


def _is_dated(view: View, k: int) -> bool:
    """Whether a date stands at word number `k` of the sentence."""
    return k < len(view.tokens) and any(date.start <= view.tokens[k].idx < date.end for date in view.dates)


def _top(tokens: Sequence[Token]) -> Token:
    """The noun of a phrase, its last, or the one that its last hangs on: "exchange of views"."""
    head = tokens[-1]
    return head.head if head.head in tokens and head.head.i < head.i else head


def _has_form(head: Token, entry: TriggerEntry) -> bool:
    wanted = entry.rule.trigger
    if wanted.pos == "noun":
        if head.pos_ == "NUM" and len(entry.phrase) > 1:
            return True  # "a one-on-one"
        return head.pos_ in {"NOUN", "PROPN"} or (head.pos_ == "ADJ" and _is_nominal(head))
    if wanted.finite and not is_finite(head):
        return False
    if head.pos_ == "ADV" and head.dep_ == "root":  # «открыто консульство»: a participle that the tagger takes for an adverb
        return any(c.dep_ in {"nsubj", "nsubj:pass"} for c in head.children)
    if head.pos_ == "ADJ" and head.dep_ == "root" and plain(head.lemma_).endswith(INFINITIVES):  # «скрепили», which the tagger takes for an adjective
        return True
    if head.pos_ == "NOUN" and len(entry.phrase) > 1 and plain(head.lemma_).endswith(INFINITIVES):  # «завод введён в строй», to the tagger a noun
        return any(c.dep_ == "nsubj:pass" for c in head.children)
    if head.pos_ == "AUX":  # "were on the phone"
        told = len(entry.phrase) > 1 or entry.rule.joins  # "the focus was on trade", of talks told before
        return "listed" in entry.rule.needs or (told and entry.phrase[0] in BE)
    return is_verb(head) and (wanted.passive is None or is_passive(head) == wanted.passive)


def _is_nominal(head: Token) -> bool:
    """Whether a noun was tagged an adjective: «Бизнес-форум «Ташкент — Казань»», "hosted a roundtable"."""
    return "-" in head.text or head.dep_ in {"obj", "nsubj", "nsubj:pass", "obl"}


def _has_beside(view: View, entry: TriggerEntry) -> bool:
    wanted, barred = (_of(view, words) for words in (entry.rule.trigger.beside, entry.rule.trigger.unless_beside))
    text = f" {' '.join(view.lemmas)} "
    return (not wanted or _holds(text, wanted)) and not _holds(text, barred)


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return any(f" {plain(word)} " in text for word in words)


def _is_barred(view: View, k: int, entry: TriggerEntry) -> bool:
    """Whether a neighbour gives the trigger another sense."""
    after, left = (_of(view, words) for words in (entry.rule.trigger.unless_before, entry.rule.trigger.unless_after))
    first = k - len(entry.phrase)
    if len(entry.phrase) == 1 and k < len(view.lemmas) and view.lemmas[k] in after:  # "a call to action", not "a phone call to the mayor"
        return True
    return (first > 0 and view.lemmas[first - 1] in left) or any(view.lemmas[first].startswith(f"{word}-") for word in left)


def _of(view: View, words: Words) -> tuple[str, ...]:
    return words.en if view.lang == "en" else words.ru


def _is_elsewhere(view: View, trigger: Trigger) -> bool:
    """Whether the word belongs to a name, a title, the description of a document ("agreement on the opening of consulates") or of a thing ("summit hall")."""
    mention = view.actor_at.get(trigger.head.i)
    if mention is not None and mention.actor.form == "name" and not _names_occasion(trigger, mention):
        return True
    if trigger.rule.trigger.pos == "verb":
        return trigger.head.dep_ == "amod" and not any(c.dep_ in {"obl", "obl:agent"} for c in trigger.head.children)
    return trigger.head.dep_ == "compound" or _describes(view, trigger.head) or _is_quoted(view, trigger)


def _names_occasion(trigger: Trigger, mention: EntityMention) -> bool:
    """Whether the name is that of the occasion itself: "the Tourism Congress has been cancelled"."""
    return trigger.rule.what.trigger == "phrase" and mention.actor.entity_type == "organization" and mention.actor.root == trigger.head.i


def _is_quoted(view: View, trigger: Trigger) -> bool:
    """Whether quotation marks open right before the trigger: the name of a programme, not what happened."""
    k = view.position[trigger.start]
    return k > 0 and view.tokens[k - 1].text in {"«", "“", "„"} and any(t.text in {"»", "”"} for t in view.tokens[k : k + 7])


def _is_convention_of(view: View, above: Token, noun: Token) -> bool:
    """Whether a convention is the treaty that a conference is of: "the Conference of the Parties to the Climate Convention"."""
    return view.lang == "en" and view.lemma(noun) == "convention" and view.lemma(above) in {"conference", "party", "meeting", "session"}


def _describes(view: View, token: Token) -> bool:
    """Whether a noun hangs, as its topic, below a document, an award or another noun that only describes."""
    below = token
    for _ in range(3):
        if token.dep_ not in {"nmod", "acl", "conj"} or token.head.i == token.i:
            return False
        token = token.head
        if any(view.lemma(token) in view.grammar.lists[name] for name in ("documents", "awards")) or _is_convention_of(view, token, below):
            return True
    return False
