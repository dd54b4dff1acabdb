"""Finds who does a thing by the verb above it: shared subjects, control, proposals and aims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.coordination import conjuncts
from pipeline.extract.functions import arguments_of
from pipeline.extract.outer import outer_arguments
from pipeline.extract.predicate import Argument, Predicate, is_aim
from pipeline.extract.view import View


def inherited_arguments(view: View, predicate: Predicate) -> Iterator[Argument]:
    """Subjects and objects that stand outside the clause of the verb, or, of a noun, belong to the verb that aims at it."""
    if predicate.verb is not None:
        yield from outer_arguments(view, predicate.verb)
        yield from _proposing(view, predicate)
    elif view.lemma(predicate.trigger.head.head) in view.grammar.lists["accompanying"]:
        own = tuple(arguments_of(view, predicate.trigger.head.head, found="control"))
        yield from (replace(a, functions=frozenset({"subject"})) for a in own if a.functions & {"subject", "object"} and a.token.i != predicate.trigger.head.i)
    elif view.lemma(predicate.trigger.head.head) in view.grammar.lists["petitions"]:
        yield from (a for a in arguments_of(view, predicate.trigger.head.head, found="control") if "possessor" in a.functions)
    elif is_aim(view, predicate.trigger.head) and view.lemma(predicate.trigger.head.head) in view.grammar.cues.governors:
        own = tuple(arguments_of(view, predicate.trigger.head.head, found="control"))
        yield from (a for a in own if "subject" in a.functions)
        yield from (replace(a, functions=frozenset({"with"})) for a in own if "object" in a.functions)


def _proposing(view: View, predicate: Predicate) -> Iterator[Argument]:
    """Who proposes to one other to meet would meet himself: «предложил президенту встретиться», not «поручил министру встретиться с послом»."""
    verb, rule = predicate.verb, predicate.trigger.rule
    if verb is None or view.lang != "ru" or not rule.mutual or rule.type == "signing" or verb.dep_ not in {"xcomp", "ccomp", "csubj"}:
        return
    kinds = view.grammar.lists
    if view.lemma(verb.head) in kinds["object_control"] and view.lemma(verb.head) not in kinds["commanding"]:
        own = tuple(arguments_of(view, verb.head, found="control"))
        partners = [a for t in (verb, predicate.trigger.head) for a in arguments_of(view, t, found="tree") if "with" in a.functions]
        asked = [t for a in own if a.functions & {"object", "recipient"} for t in (a.token, *conjuncts(view, a.token)) if view.mentions_at(t)]
        yield from (a for a in own if "subject" in a.functions and not (partners and asked) and len(asked) < 2)
