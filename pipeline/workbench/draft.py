"""Drafts a rule from one sentence: the word that tells of the event, and the words that are to fill its slots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from pipeline.annotate import analysed_sentences
from pipeline.errors import UsageError
from pipeline.extract.arguments import find_arguments
from pipeline.extract.predicate import Argument, find_predicate
from pipeline.extract.triggers import Trigger
from pipeline.extract.view import View, is_verb, make_view
from pipeline.flow import Kit
from pipeline.records import Article
from pipeline.rules import Rule
from pipeline.workbench.reading import annotate

SLOTS = ("who", "whom", "what", "place")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a new rule is to find: its name and type, a sentence, the trigger word as it stands there, and the words of each slot."""

    name: str
    event_type: str
    sentence: str
    trigger: str
    slots: Mapping[str, str]  # who, whom, what, place


def draft_rule(wanted: Wanted, kit: Kit) -> str:
    """A rule file (YAML) whose only rule finds the slots in the sentence. UsageError where the trigger or a slot's words are not in the
    sentence, or where they do not depend on the trigger: the message lists what does.
    """
    view = _read(wanted.sentence, kit)
    trigger = _find_trigger(view, wanted)
    arguments = find_arguments(view, find_predicate(view, trigger))
    functions = {slot: _functions(view, words, arguments, slot=slot) for slot, words in wanted.slots.items() if words}
    return yaml.safe_dump({"rules": [_compose(wanted, view, trigger, functions)]}, allow_unicode=True, sort_keys=False, width=150)


def _read(sentence: str, kit: Kit) -> View:
    work = annotate(Article("draft", sentence), kit)
    if work.doc is None:
        raise UsageError(f"rules new: the sentence can't be read: {work.article.reason or 'it is empty'}")
    span = next(iter(analysed_sentences(work.doc)), None)
    if span is None:
        raise UsageError("rules new: no sentence in English or Russian; give a whole one, with a verb")
    return make_view(work.doc, span, actors=work.actors, dates=work.dates, grammar=kit.extract.book.grammars[span.label_])


def _find_trigger(view: View, wanted: Wanted) -> Trigger:
    start, end = _find_words(view, wanted.trigger, slot="trigger")
    inside = [token for token in view.tokens if start <= token.idx < end]
    verb = is_verb(inside[0])
    phrase = " ".join(view.lemma(token) for token in inside)
    rule = Rule.model_validate(
        {"name": wanted.name, "type": wanted.event_type, "trigger": {"pos": "verb" if verb else "noun", "words": {view.lang: [phrase]}}, "examples": {}}
    )
    return Trigger(rule, inside[0] if verb else inside[-1], inside[0].i, inside[-1].i + 1)


def _find_words(view: View, words: str, *, slot: str) -> tuple[int, int]:
    """Characters of the words in the document."""
    start = view.doc.text.lower().find(words.lower())
    if start < 0 or not words.strip():
        raise UsageError(f"rules new: {slot} {words!r} does not stand in the sentence; give words of it as they are written there")
    return start, start + len(words)


def _functions(view: View, words: str, arguments: Sequence[Argument], *, slot: str) -> list[str]:
    start, end = _find_words(view, words, slot=slot)
    held = [argument for argument in arguments if start <= argument.token.idx < end or _covers(view, argument, start)]
    if not held:
        told = ", ".join(f"{a.token.text!r} ({' or '.join(sorted(a.functions))})" for a in arguments) or "nothing"
        raise UsageError(f"rules new: {slot} {words!r} does not depend on the trigger; what does: {told}")
    return sorted(held[0].functions)


def _covers(view: View, argument: Argument, start: int) -> bool:
    """Whether the words belong to the actor that the argument is."""
    mention = view.actor_at.get(argument.token.i)
    return mention is not None and any(token.idx <= start < token.idx + len(token) for token in view.doc[mention.actor.start : mention.actor.end])


def _compose(wanted: Wanted, view: View, trigger: Trigger, functions: Mapping[str, list[str]]) -> dict[str, object]:
    rule: dict[str, object] = {"name": wanted.name, "type": wanted.event_type}
    rule["trigger"] = {"pos": trigger.rule.trigger.pos, "words": {view.lang: [*_words(trigger, view.lang)]}}
    rule |= {slot: functions[slot] for slot in ("who", "whom", "place") if slot in functions}
    if "what" in functions:
        rule["what"] = {"functions": functions["what"]}
    rule["needs"] = ["participant"] if {"who", "whom"} & functions.keys() else ["anchor"]
    rule["examples"] = {view.lang: [{"text": wanted.sentence}]}
    rule["not"] = {view.lang: [f"Here a sentence with {wanted.trigger!r} that tells of no such event."]}
    return rule


def _words(trigger: Trigger, lang: str) -> Iterator[str]:
    yield from trigger.rule.trigger.words.en if lang == "en" else trigger.rule.trigger.words.ru
