"""Checks rule files beyond what loading them needs, and tells every problem at once, with file, line and what is allowed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ValidationError

from pipeline.errors import RuleError
from pipeline.names.morphology import Morphology
from pipeline.resources import find_line, list_resources, load_yaml_file
from pipeline.resources.faults import describe_faults
from pipeline.rules.own import CUES, LEXICON, extend_lexicon, list_own
from pipeline.rules.schema import FUNCTIONS, CueAdditions, CueFile, Lang, Lexicon, LexiconAdditions, Rule, RuleFile, Words

LANGUAGES: tuple[Lang, ...] = get_args(Lang)
SHAPES: Mapping[str, type[BaseModel]] = {LEXICON: Lexicon, CUES: CueFile}  # every other file holds rules
OWN_SHAPES: Mapping[str, type[BaseModel]] = {LEXICON: LexiconAdditions, CUES: CueAdditions}
LIGHT_VERBS = ("agentive", "occurring")
LANGUAGE_NAMES: Mapping[Lang, str] = {"en": "English", "ru": "Russian"}
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
CYRILLIC, LATIN = re.compile("[а-яё]", re.IGNORECASE), re.compile("[a-z]", re.IGNORECASE)
Part = Literal["examples", "not"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A rule, and where it stands: file and index."""

    path: Path
    index: int
    rule: Rule

    def say(self, problem: str, *below: str | int) -> str:
        """The problem with file, line and rule; `below` is the way to the value within the rule."""
        line = find_line(self.path, ("rules", self.index, *below))
        return f"{self.path}, line {line}: rule {self.rule.name}: {problem}"


def check_rules(folder: Path | None = None) -> tuple[str, ...]:
    """One line for each problem of the shipped rule files, and of those in `folder` if one is given; empty if all is well."""
    shipped, own = list_resources("rules"), list_own(folder)
    problems = [problem for paths, shapes in ((shipped, SHAPES), (own, OWN_SHAPES)) for path in paths for problem in _shape_problems(path, shapes)]
    if problems:  # what follows needs files of the right shape
        return tuple(problems)
    lexicon = _load_lexicon(shipped, own)
    groups = [[placed for path in paths for placed in _rules_of(path)] for paths in (shipped, own)]
    checked = (problem for rules in groups for placed in rules for check in CHECKS for problem in check(placed, lexicon))
    known = {placed.rule.name for rules in groups for placed in rules}
    types = {placed.rule.type for rules in groups for placed in rules}
    untold = (problem for rules in groups for placed in rules for problem in _unknown_types(placed, types))
    morphology = Morphology() if own else None
    no_lemmas = (problem for placed in groups[1] if morphology is not None for problem in _no_lemmas(placed, morphology))
    turned_off = (problem for path in (*shipped, *own) for problem in _unknown_off(path, known))
    return (*_lexicon_problems(lexicon), *checked, *untold, *no_lemmas, *turned_off, *(problem for rules in groups for problem in _twice(rules)))


def _load_lexicon(shipped: Sequence[Path], own: Sequence[Path]) -> Lexicon:
    lexicon = Lexicon.model_validate(load_yaml_file(next(path for path in shipped if path.name == LEXICON)))
    added = next((path for path in own if path.name == LEXICON), None)
    return lexicon if added is None else extend_lexicon(lexicon, LexiconAdditions.model_validate(load_yaml_file(added)))


def _shape_problems(path: Path, shapes: Mapping[str, type[BaseModel]]) -> Iterator[str]:
    model = shapes.get(path.name, RuleFile)
    try:
        model.model_validate(load_yaml_file(path))
    except ValidationError as error:
        yield from describe_faults(path, error, model)
    except RuleError as error:
        yield str(error)


def _rules_of(path: Path) -> Iterator[Placed]:
    if path.name not in SHAPES:
        for index, rule in enumerate(RuleFile.model_validate(load_yaml_file(path)).rules):
            yield Placed(path, index, rule)


def _unknown_types(placed: Placed, types: Set[str]) -> Iterator[str]:
    """Types in `told_of` of which no rule tells."""
    for k, told in enumerate(placed.rule.told_of):
        if told not in types:
            yield placed.say(f"told_of: no rule has the type {told!r}; allowed are {', '.join(sorted(types))}", "told_of", k)


def _unknown_off(path: Path, known: Set[str]) -> Iterator[str]:
    if path.name not in SHAPES:
        for index, name in enumerate(RuleFile.model_validate(load_yaml_file(path)).off):
            if name not in known:
                yield f"{path}, line {find_line(path, ('off', index))}: off: no rule {name!r}; allowed are {', '.join(sorted(known))}"


def _lexicon_problems(lexicon: Lexicon) -> Iterator[str]:
    for lang, functions in lexicon.prepositions.items():
        for function in sorted(set(functions) - set(FUNCTIONS)):
            yield f"lexicon.yml: prepositions.{lang}: no function {function!r}; allowed are {', '.join(FUNCTIONS)}"
    for lang in sorted(set(LANGUAGES) - set(lexicon.prepositions)):
        yield f"lexicon.yml: prepositions: the language {lang} is missing"
    for name in sorted(set(LIGHT_VERBS) - set(lexicon.light_verbs)):
        yield f"lexicon.yml: light_verbs: the list {name!r} is missing"


def _names(placed: Placed, lexicon: Lexicon) -> Iterator[str]:
    for key, value in (("name", placed.rule.name), ("type", placed.rule.type)):
        if not NAME.fullmatch(value):
            yield placed.say(f"{key}: {value!r} can't be one; allowed are small Latin letters, digits, hyphens and underscores", key)


def _scripts(placed: Placed, lexicon: Lexicon) -> Iterator[str]:
    """English sentences hold no Russian ones, and the other way round."""
    rule = placed.rule
    told: Mapping[Part, Mapping[Lang, Sequence[str]]] = {
        "examples": {"en": [example.text for example in rule.examples.en], "ru": [example.text for example in rule.examples.ru]},
        "not": {"en": rule.not_.en, "ru": rule.not_.ru},
    }
    for part, by_lang in told.items():
        for lang, texts in by_lang.items():
            for index, text in enumerate(texts):
                if bool(CYRILLIC.search(text)) != (lang == "ru"):
                    yield placed.say(f"{part}.{lang}: {text!r} is not in {LANGUAGE_NAMES[lang]}", part, lang, index)


def _heads(placed: Placed, lexicon: Lexicon) -> Iterator[str]:
    heads = placed.rule.what.heads
    if heads and heads not in lexicon.lists:
        yield placed.say(f"what.heads: no list {heads!r} in lexicon.yml; allowed are {', '.join(sorted(lexicon.lists))}", "what", "heads")


def _triggers(placed: Placed, lexicon: Lexicon) -> Iterator[str]:
    words = placed.rule.trigger.words
    if not words.en and not words.ru:
        yield placed.say("no trigger words; at least one is needed, in English or Russian", "trigger")
    for lang in LANGUAGES:
        for word, times in sorted(Counter(_words(words, lang)).items()):
            if times > 1:
                yield placed.say(f"trigger.words.{lang}: {word!r} is told {times} times", "trigger", "words", lang)
            if word != word.lower() or not word.split():
                yield placed.say(f"trigger.words.{lang}: {word!r} is no lemma; allowed are words in lower case", "trigger", "words", lang)


def _no_lemmas(placed: Placed, morphology: Morphology) -> Iterator[str]:
    """Trigger words that no sentence can hold: other forms than the dictionary's, and words that mix the letters of both scripts."""
    words = placed.rule.trigger.words
    for lang in LANGUAGES:
        for word in _words(words, lang):
            if CYRILLIC.search(word) and LATIN.search(word):
                yield placed.say(f"trigger.words.{lang}: {word!r} holds letters of both scripts; type it anew in one", "trigger", "words", lang)
    for word in words.ru:
        lemmas = morphology.lemmas(word) if " " not in word else frozenset()
        if lemmas and word.replace("ё", "е") not in lemmas:
            yield placed.say(f"trigger.words.ru: {word!r} is no lemma; its lemma is {' or '.join(map(repr, sorted(lemmas)))}", "trigger", "words", "ru")


def _sentences(placed: Placed, lexicon: Lexicon) -> Iterator[str]:
    """Each language with triggers has sentences that the rule matches, and others that it does not."""
    rule = placed.rule
    told: Mapping[Part, Mapping[str, Sequence[object]]] = {
        "examples": {"en": rule.examples.en, "ru": rule.examples.ru},
        "not": {"en": rule.not_.en, "ru": rule.not_.ru},
    }
    for part, by_lang in told.items():
        for lang in LANGUAGES:
            if _words(rule.trigger.words, lang) and not by_lang[lang]:
                yield placed.say(f"{part}.{lang}: no sentence; each language with trigger words needs at least one", part)


def _twice(rules: Sequence[Placed]) -> Iterator[str]:
    first: dict[str, Placed] = {}
    for placed in rules:
        other = first.setdefault(placed.rule.name, placed)
        if other is not placed:
            yield placed.say(f"the name is taken by a rule in {other.path.name}; names are told once")


def _words(words: Words, lang: str) -> tuple[str, ...]:
    return words.en if lang == "en" else words.ru


Check = Callable[[Placed, Lexicon], Iterator[str]]
CHECKS: tuple[Check, ...] = (_names, _heads, _triggers, _sentences, _scripts)
