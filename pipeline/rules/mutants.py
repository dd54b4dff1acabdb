"""Rules with one word, function or condition less: examples that are good for something tell each of them from the rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.rules.schema import Rule, Trigger, What, Words

LISTS = ("words", "beside", "unless_before", "unless_after", "unless_beside")
SLOTS = ("who", "whom", "attendee", "witness", "place")
SWITCHES = ("anaphoric", "joins", "mutual")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule without one of its parts."""

    where: str  # key of what is gone: trigger.words.en, who, needs, ...
    gone: str
    rule: Rule
    lang: str = ""  # the language whose sentences alone may tell; empty for both

    @property
    def kind(self) -> str:
        """word, slot or condition."""
        if self.lang:
            return "word"
        return "slot" if self.where.partition(".")[0] in {*SLOTS, "what"} else "condition"


def list_mutants(rule: Rule) -> tuple[Mutant, ...]:
    """Every way to leave out one word of a list, one function of a slot, or one condition that the rule tells."""
    return (*_fewer_words(rule), *_fewer_functions(rule), *_fewer_conditions(rule))


def _fewer_words(rule: Rule) -> Iterator[Mutant]:
    for name in LISTS:
        words: Words = getattr(rule.trigger, name)
        for lang, told in (("en", words.en), ("ru", words.ru)):
            for word in told:
                fewer = words.model_copy(update={lang: tuple(other for other in told if other != word)})
                yield Mutant(f"trigger.{name}.{lang}", word, _with_trigger(rule, name, fewer), lang)


def _fewer_functions(rule: Rule) -> Iterator[Mutant]:
    for slot in SLOTS:
        told = getattr(rule, slot) if slot in rule.model_fields_set else ()
        for function in told:
            yield Mutant(slot, function, rule.model_copy(update={slot: tuple(other for other in told if other != function)}))
    for function in rule.what.functions:
        yield Mutant("what.functions", function, _with_what(rule, "functions", tuple(other for other in rule.what.functions if other != function)))


def _fewer_conditions(rule: Rule) -> Iterator[Mutant]:
    for need in rule.needs:
        yield Mutant("needs", need, rule.model_copy(update={"needs": tuple(other for other in rule.needs if other != need)}))
    if rule.trigger.passive is not None:
        yield Mutant("trigger.passive", str(rule.trigger.passive).lower(), _with_trigger(rule, "passive", None))
    if rule.trigger.finite:
        yield Mutant("trigger.finite", "true", _with_trigger(rule, "finite", False))
    for name, default in What().model_dump().items():
        value = getattr(rule.what, name)
        if name != "functions" and value != default:
            yield Mutant(f"what.{name}", str(value), _with_what(rule, name, default))
    for name in SWITCHES:
        if getattr(rule, name):
            yield Mutant(name, "true", rule.model_copy(update={name: False}))


def _with_trigger(rule: Rule, name: str, value: object) -> Rule:
    trigger: Trigger = rule.trigger.model_copy(update={name: value})
    return rule.model_copy(update={"trigger": trigger})


def _with_what(rule: Rule, name: str, value: object) -> Rule:
    return rule.model_copy(update={"what": rule.what.model_copy(update={name: value})})
