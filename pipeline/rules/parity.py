"""Compares the example sentences of both languages: each should have its partner, with the same slots filled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.rules.schema import Example, Rule

SLOTS = ("who", "whom", "attendee", "witness", "what", "place", "status", "date")


def compare_languages(rules: Iterable[Rule]) -> tuple[str, ...]:
    """One line for each example that has no partner in the other language: one that fills the same slots, and is nobody else's partner.

    Of counter-examples each language must have as many. A rule of one language alone has none to miss.
    """
    return tuple(line for rule in rules if rule.trigger.words.en and rule.trigger.words.ru for line in _compare(rule))


def _compare(rule: Rule) -> Iterator[str]:
    for lang, mine, theirs in (("Russian", rule.examples.en, rule.examples.ru), ("English", rule.examples.ru, rule.examples.en)):
        yield from (f"{rule.name}: no {lang} partner that fills {_told(example)}: {example.text}" for example in _alone(mine, theirs))
    for lang, counters, others in (("Russian", rule.not_.en, rule.not_.ru), ("English", rule.not_.ru, rule.not_.en)):
        yield from (f"{rule.name}: no {lang} partner of the counter-example: {text}" for text in counters[len(others) :])


def _alone(mine: Sequence[Example], theirs: Sequence[Example]) -> Iterator[Example]:
    free = Counter(_filled(example) for example in theirs)
    for example in mine:
        if free[_filled(example)] == 0:
            yield example
        else:
            free[_filled(example)] -= 1


def _filled(example: Example) -> frozenset[str]:
    return frozenset(slot for slot in SLOTS if getattr(example, slot) is not None)


def _told(example: Example) -> str:
    return ", ".join(slot for slot in SLOTS if slot in _filled(example)) or "nothing"
