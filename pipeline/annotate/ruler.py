"""What spaCy's attribute ruler says of a word, remembered: the same matches as its own, in a third of the time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

KNOWN = 200_000  # words that are remembered
TOLD = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})  # what rules may ask of a word
OPERATORS = frozenset({"IN", "NOT_IN", "REGEX"})

Match = tuple[int, int, int, int]  # number of the rule, id of the match, start and end in tokens
Kind = tuple[int, int, int, int]


class RuleMemory:
    """Takes the place of the `match` of an attribute ruler. Rules for single words are asked once for each kind of word, the others where one may begin."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._match: Callable[[Doc], Sequence[Match]] = ruler.match
        self._strings = ruler.vocab.strings
        self._lower, self._dep = (Mentioned(ruler, name) for name in ("LOWER", "DEP"))
        self._pairs, self._first = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._known: dict[Kind, tuple[tuple[int, int], ...]] = {}
        self._begins: set[Kind] = set()
        for number, rule in enumerate(ruler.patterns):
            longer = [pattern for pattern in _patterns(rule) if len(pattern) > 1]
            if longer:
                self._pairs.add(str(number), longer)
                self._first.add(str(number), [pattern[:1] for pattern in longer])

    def __call__(self, doc: Doc) -> list[Match]:
        """The matches in the order of the rules."""
        rows = doc.to_array(["TAG", "LOWER", "DEP", "IS_SPACE"]).tolist()
        kinds = [(tag, self._lower[lower], self._dep[dep], space) for tag, lower, dep, space in rows]
        if any(kind not in self._known for kind in kinds):
            self._learn(doc, kinds)
        found = [(number, name, i, i + 1) for i, kind in enumerate(kinds) for number, name in self._known[kind]]
        if not self._begins.isdisjoint(kinds):
            found += [(int(self._strings[name]), name, start, end) for name, start, end in self._pairs(doc, allow_missing=True)]
        return sorted(found)

    def _learn(self, doc: Doc, kinds: Sequence[Kind]) -> None:
        told: dict[int, list[tuple[int, int]]] = {}
        for number, name, start, end in self._match(doc):
            if end == start + 1:
                told.setdefault(start, []).append((number, name))
        self._begins.update(kinds[start] for _, start, _ in self._first(doc, allow_missing=True))
        self._known.update((kind, tuple(told.get(i, ()))) for i, kind in enumerate(kinds))


class Mentioned(dict[int, int]):
    """The values of an attribute that the rules tell apart, each as itself; all others are one (0)."""

    def __init__(self, ruler: AttributeRuler, name: str) -> None:
        super().__init__()
        self._strings = ruler.vocab.strings
        told = [word[name] for rule in ruler.patterns for pattern in _patterns(rule) for word in pattern if name in word]
        self._words = {told_word for value in told for told_word in _listed(value)}
        self._searches = [re.compile(value["REGEX"]) for value in told if isinstance(value, dict) and "REGEX" in value]

    def __missing__(self, key: int) -> int:
        if len(self) > KNOWN:
            self.clear()
        text = self._strings[key]
        self[key] = key if text in self._words or any(search.search(text) for search in self._searches) else 0
        return self[key]


def _listed(value: Any) -> list[str]:
    """The values that a condition names: one, or those of the list of IN or NOT_IN."""
    return [value] if isinstance(value, str) else [*value.get("IN", ()), *value.get("NOT_IN", ())]


def remember_rules(ruler: AttributeRuler) -> None:
    """Lets the ruler remember, if its rules ask of a word only what its kind tells."""
    patterns = [pattern for rule in ruler.patterns for pattern in _patterns(rule)]
    words = [word for pattern in patterns for word in pattern]
    if all(TOLD.issuperset(word) and all(_is_plain(value) for value in word.values()) for word in words):
        ruler.match = RuleMemory(ruler)  # type: ignore[method-assign]


def _is_plain(value: Any) -> bool:
    return not isinstance(value, dict) or (len(value) == 1 and not OPERATORS.isdisjoint(value))


def _patterns(rule: Mapping[str, Any]) -> list[Any]:
    return list(rule["patterns"])
