"""Compares the example sentences of both languages: each should have its partner, with the same slots filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from pipeline.rules.schema import Example, Rule

SLOTS = ("who", "whom", "attendee", "witness", "what", "place", "status", "date")


def compare_languages(rules: Iterable[Rule]) -> tuple[str, ...]:
    """One line for each example that has no partner in the other language, or one that fills other slots. A rule of one language alone has none to miss.

    Partners are the first English and the first Russian example, the second of both, and so on.
    """
    return tuple(line for rule in rules if rule.trigger.words.en and rule.trigger.words.ru for line in _compare(rule))


def _compare(rule: Rule) -> Iterator[str]:
    for english, russian in zip_longest(rule.examples.en, rule.examples.ru):
        if english is None or russian is None:
            alone, missing = (english, "Russian") if russian is None else (russian, "English")
            yield f"{rule.name}: no {missing} partner: {alone.text}"
        elif _filled(english) != _filled(russian):
            yield f"{rule.name}: {_only(english, russian)} in English only, {_only(russian, english)} in Russian only: {english.text} | {russian.text}"
    for lang, mine, theirs in (("Russian", rule.not_.en, rule.not_.ru), ("English", rule.not_.ru, rule.not_.en)):
        yield from (f"{rule.name}: no {lang} partner of the counter-example: {text}" for text in mine[len(theirs) :])


def _filled(example: Example) -> frozenset[str]:
    return frozenset(slot for slot in SLOTS if getattr(example, slot) is not None)


def _only(one: Example, other: Example) -> str:
    return ", ".join(sorted(_filled(one) - _filled(other))) or "nothing"
