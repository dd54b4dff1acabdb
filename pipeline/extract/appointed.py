"""Tells apart who is appointed and to what in English where the tree makes the name a part of the office behind it: "appointed Anna Lind ambassador"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.predicate import Argument
from pipeline.extract.triggers import Trigger
from pipeline.extract.view import View, is_passive, is_verb
from pipeline.records import Actor


def with_appointed(view: View, trigger: Trigger, arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """The arguments; an office behind the name of a person whom an active verb appoints is what he becomes, and the person is the object."""
    arguments = tuple(arguments)
    if view.lang != "en" or trigger.rule.type != "appointment" or not is_verb(trigger.head) or is_passive(trigger.head):
        return arguments
    held = {office.actor.root: person for person, office in pairwise(view.actors) if _is_named_before(person.actor, office.actor)}
    found = [a for a in arguments if a.token.i in held and a.token.i > trigger.head.i and a.functions & {"attribute", "object"}]
    people = (Argument(view.doc[held[a.token.i].actor.root], frozenset({"object"}), "before its office") for a in found)
    return (*(replace(a, functions=frozenset({"attribute"})) if a in found else a for a in arguments), *people)


def _is_named_before(person: Actor, office: Actor) -> bool:
    """Whether a name without an office stands right before an office without a name."""
    named = person.entity_type == "person" and person.form == "name" and not person.position
    return named and office.form == "position" and person.end == office.start
