"""Loads the rule files and compiles them to what the extraction looks up: triggers by lemma, word lists as sets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from pipeline.errors import RuleError
from pipeline.resources import list_resources, load_yaml_file, resource_path
from pipeline.resources.faults import describe_faults
from pipeline.rules.own import CUES, LEXICON, collect_rules, extend_cues, extend_lexicon, list_own
from pipeline.rules.schema import Cue, CueAdditions, CueFile, Lexicon, LexiconAdditions, Rule, RuleFile, Words

LANGUAGES = ("en", "ru")
NOT_RULES = frozenset({LEXICON, CUES})

Phrase = tuple[str, ...]
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """A trigger phrase (lemmas in the order of the text) and the rule it may start. The last lemma of a noun phrase is the head, the first of a verb's."""

    phrase: Phrase
    rule: Rule
    words: Phrase  # the phrase without signs


class PhraseSet(frozenset[str]):
    """Lemma phrases, by their first lemma; as a set it holds those that are one lemma."""

    by_first: Mapping[str, tuple[Phrase, ...]]

    def __new__(cls, phrases: Iterable[Phrase]) -> PhraseSet:
        """The phrases, of which none is empty."""
        longest = sorted(phrases, key=len, reverse=True)
        found = super().__new__(cls, (phrase[0] for phrase in longest if len(phrase) == 1))
        by_first: dict[str, tuple[Phrase, ...]] = {}
        for phrase in longest:
            by_first[phrase[0]] = (*by_first.get(phrase[0], ()), phrase)
        found.by_first = by_first
        return found

    def match_at(self, lemmas: Sequence[str], i: int) -> int:
        """How many lemmas a phrase of the set covers at position `i` (the longest), 0 for none."""
        phrases = self.by_first.get(lemmas[i])
        return next((len(p) for p in phrases if tuple(lemmas[i : i + len(p)]) == p), 0) if phrases else 0

    def matches(self, lemmas: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where phrases begin and end among the lemmas, the longest that begins at each; they may overlap."""
        for i, lemma in enumerate(lemmas):
            if lemma in self.by_first and (length := self.match_at(lemmas, i)):
                yield i, i + length


@dataclass(frozen=True, slots=True)
class Cues:
    """Status by lemma."""

    governors: Mapping[str, str]
    modifiers: Mapping[str, str]
    auxiliaries: Mapping[str, str]
    negations: PhraseSet
    ahead: PhraseSet
    hypothetical: PhraseSet


@dataclass(frozen=True, slots=True)
class Grammar:
    """What one language contributes."""

    lang: str
    triggers: Mapping[str, tuple[TriggerEntry, ...]]  # by first lemma
    nouns: Mapping[str, frozenset[str]]  # type of event -> the first lemmas of the nouns that tell of it
    lists: Mapping[str, PhraseSet]
    prepositions: Mapping[str, Mapping[str, frozenset[str]]]  # preposition -> function -> cases
    agentive: PhraseSet
    occurring: PhraseSet
    leading: PhraseSet
    habitual: PhraseSet
    background: PhraseSet
    speech: PhraseSet
    document_types: Mapping[str, PhraseSet]
    cues: Cues


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules and words, ready for use."""

    rules: tuple[Rule, ...]
    grammars: Mapping[str, Grammar]
    own: frozenset[str] = frozenset()  # names of the rules that the user's folder adds or replaces


def load_rules(folder: Path | None = None) -> RuleBook:
    """The shipped rules and words with those of `folder`: its rules replace shipped ones of the same name, its words are added to the shipped lists.

    RuleError names file, place and what is allowed; UsageError where `folder` holds no files.
    """
    own = {path.name: path for path in list_own(folder)}
    files = (path for path in (*list_resources("rules"), *own.values()) if path.name not in NOT_RULES)
    read = {path: _load(path, RuleFile) for path in files}
    rules = collect_rules(read.values())
    names = frozenset(rule.name for path in own.values() if path in read for rule in read[path].rules)
    lexicon = _load(resource_path(f"rules/{LEXICON}"), Lexicon)
    cues = _load(resource_path(f"rules/{CUES}"), CueFile)
    if LEXICON in own:
        lexicon = extend_lexicon(lexicon, _load(own[LEXICON], LexiconAdditions))
    if CUES in own:
        cues = extend_cues(cues, _load(own[CUES], CueAdditions))
    return RuleBook(rules, {lang: _grammar(lang, rules, lexicon, cues) for lang in LANGUAGES}, names)


def replace_rule(book: RuleBook, rule: Rule) -> RuleBook:
    """The book with `rule` in the place of the one of its name."""
    rules = tuple(rule if other.name == rule.name else other for other in book.rules)
    triggers = {lang: _triggers(lang, rules) for lang in book.grammars}
    return RuleBook(rules, {lang: replace(g, triggers=triggers[lang], nouns=_nouns(triggers[lang])) for lang, g in book.grammars.items()}, book.own)


def _load(path: Path, model: type[Model]) -> Model:
    try:
        return model.model_validate(load_yaml_file(path))
    except ValidationError as error:
        raise RuleError(next(describe_faults(path, error, model))) from error


def _words(words: Words, lang: str) -> tuple[str, ...]:
    return words.en if lang == "en" else words.ru


def phrase_set(words: Iterable[str]) -> PhraseSet:
    """The phrases of a word list, whose words are separated by blanks."""
    return PhraseSet(tuple(word.lower().replace("ё", "е").split()) for word in words)


def _grammar(lang: str, rules: Sequence[Rule], lexicon: Lexicon, cues: CueFile) -> Grammar:

    def pick(words: Words) -> PhraseSet:
        return phrase_set(_words(words, lang))

    triggers = _triggers(lang, rules)

    return Grammar(
        lang=lang,
        triggers=triggers,
        nouns=_nouns(triggers),
        lists={name: pick(words) for name, words in lexicon.lists.items()},
        prepositions=_prepositions(lexicon.prepositions["en" if lang == "en" else "ru"]),
        agentive=pick(lexicon.light_verbs["agentive"]),
        occurring=pick(lexicon.light_verbs["occurring"]),
        leading=pick(lexicon.leading),
        habitual=pick(lexicon.habitual),
        background=pick(lexicon.background),
        speech=pick(lexicon.speech),
        document_types={name: pick(words) for name, words in lexicon.document_types.items()},
        cues=_cues(lang, cues),
    )


def _triggers(lang: str, rules: Sequence[Rule]) -> dict[str, tuple[TriggerEntry, ...]]:
    by_first: dict[str, list[TriggerEntry]] = defaultdict(list)
    for rule in rules:
        for word in _words(rule.trigger.words, lang):
            phrase = tuple(word.lower().replace("ё", "е").split())
            by_first[phrase[0]].append(TriggerEntry(phrase, rule, tuple(lemma for lemma in phrase if lemma[:1].isalpha())))
    return {first: tuple(sorted(entries, key=lambda e: -len(e.phrase))) for first, entries in by_first.items()}


def _nouns(triggers: Mapping[str, Sequence[TriggerEntry]]) -> dict[str, frozenset[str]]:
    types = {entry.rule.type for entries in triggers.values() for entry in entries}
    told = {first: {e.rule.type for e in entries if e.rule.trigger.pos == "noun"} for first, entries in triggers.items()}
    return {event_type: frozenset(first for first, found in told.items() if event_type in found) for event_type in types}


def _prepositions(functions: Mapping[str, Mapping[str, tuple[str, ...]]]) -> dict[str, dict[str, frozenset[str]]]:
    by_preposition: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for function, prepositions in functions.items():
        for preposition, cases in prepositions.items():
            by_preposition[preposition][function] = frozenset(cases)
    return dict(by_preposition)


def _cues(lang: str, cues: CueFile) -> Cues:

    def table(part: Sequence[Cue]) -> dict[str, str]:
        return {word.replace("ё", "е"): cue.status for cue in part for word in _words(cue.words, lang)}

    return Cues(
        table(cues.governors),
        table(cues.modifiers),
        table(cues.auxiliaries),
        phrase_set(_words(cues.negations, lang)),
        phrase_set(_words(cues.ahead, lang)),
        phrase_set(_words(cues.hypothetical, lang)),
    )
