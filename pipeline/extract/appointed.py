"""Tells apart who is appointed and to what in English where the tree makes the name a part of the office behind it: "appointed Anna Lind ambassador"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.duties import find_duties
from pipeline.extract.predicate import Argument
from pipeline.extract.triggers import Trigger
from pipeline.extract.view import View, case_of, is_passive, is_verb, preposition_of
from pipeline.records import Actor


def with_appointed(view: View, trigger: Trigger, arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """The arguments; an office behind the name of a person whom an active verb appoints is what he becomes, and the person is the object."""
    arguments = tuple(_naming(view, trigger, tuple(_by_owner(view, trigger, tuple(arguments)))))
    arguments = (*arguments, *_named_last(view, trigger, arguments))
    if view.lang != "en" or trigger.rule.type != "appointment" or not is_verb(trigger.head) or is_passive(trigger.head):
        return _with_duties(view, trigger, arguments)
    held = {office.actor.root: person for person, office in pairwise(view.actors) if _is_named_before(person.actor, office.actor)}
    ends = {m.actor.end: m for m in view.actors if m.actor.entity_type == "person" and m.actor.form == "name" and not m.actor.position}
    bare = {a.token.i: ends[a.token.i] for a in arguments if a.token.i in ends and view.lemma(a.token) in view.grammar.lists["offices"]}
    held |= {i: person for i, person in bare.items() if i not in view.actor_at and view.doc[person.actor.root].head.i == i}  # "named Anna Lind director"
    found = [a for a in arguments if a.token.i in held and a.token.i > trigger.head.i and a.functions & {"attribute", "object"}]
    people = (Argument(view.doc[held[a.token.i].actor.root], frozenset({"object"}), "before its office") for a in found)
    told = (*(replace(a, functions=frozenset({"attribute"})) if a in found else a for a in arguments), *people)
    return _with_duties(view, trigger, told)


def _named_last(view: View, trigger: Trigger, arguments: tuple[Argument, ...]) -> Iterable[Argument]:
    """Whose Russian appointment it is, told behind a long office: «указ о назначении министром культуры и архивного дела Анны Линд»."""
    noun = trigger.head
    told = view.lang == "ru" and trigger.rule.name == "appointment-noun" and view.lemma(noun) in view.grammar.lists["appointing"]
    office = next((a for a in arguments if "attribute" in a.functions and a.token.i > noun.i), None) if told else None
    owned = any("possessor" in a.functions and any(m.actor.entity_type == "person" for m in view.mentions_at(a.token)) for a in arguments)
    if office is None or owned:
        return
    stop = next((t.i for t in view.tokens if t.i > office.token.i and (is_verb(t) or t.text in {";", ":", "—"})), view.tokens[-1].i)
    people = (m for m in view.actors if office.token.i < m.actor.start < stop and m.actor.entity_type == "person" and m.actor.form == "name")
    named = next((m for m in people if not m.actor.position and not preposition_of(view, view.doc[m.actor.root])), None)
    if named is not None and case_of(view, view.doc[named.actor.root]) in {"Gen", "Acc", ""}:
        yield Argument(view.doc[named.actor.root], frozenset({"possessor"}), "behind the office")


def _with_duties(view: View, trigger: Trigger, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The arguments, and what an English verb appoints somebody to do."""
    if view.lang != "en" or trigger.rule.type != "appointment" or trigger.rule.trigger.pos != "verb":
        return arguments
    duties = tuple(find_duties(view, trigger.head))
    told = {a.token.i for a in duties}
    return (*(a for a in arguments if a.token.i not in told), *duties)


def _by_owner(view: View, trigger: Trigger, arguments: tuple[Argument, ...]) -> Iterable[Argument]:
    """The arguments; of two to whom an English appointment belongs the first makes it: "the mayor's appointment of Anna Lind"."""
    owners = [a for a in arguments if "possessor" in a.functions and any(m.actor.entity_type == "person" for m in view.mentions_at(a.token))]
    told = view.lang == "en" and trigger.rule.name == "appointment-noun" and len(owners) > 1 and view.lemma(trigger.head) == "appointment"
    maker = next((a for a in owners if a.token.dep_ == "nmod:poss" and a.token.head.i == trigger.head.i), None) if told else None
    return (replace(a, functions=frozenset({"agent"})) if a is maker else a for a in arguments)


def _naming(view: View, trigger: Trigger, arguments: tuple[Argument, ...]) -> Iterable[Argument]:
    """The arguments of "Anna Lind, director of the port, named Otto Reed as her deputy", which the tree takes for a participle: who is told behind is named."""
    behind = [a for a in arguments if "attribute" in a.functions and any(m.actor.form == "name" and not m.actor.position for m in view.mentions_at(a.token))]
    if view.lang != "en" or trigger.rule.type != "appointment" or not behind or not any("as" in a.functions for a in arguments):
        return arguments
    swapped = {a.token.i: frozenset({"object"}) for a in behind} | {a.token.i: frozenset({"subject"}) for a in arguments if a.found == "relative"}
    return (replace(a, functions=swapped.get(a.token.i, a.functions)) for a in arguments)


def _is_named_before(person: Actor, office: Actor) -> bool:
    """Whether a name without an office stands right before an office without a name."""
    named = person.entity_type == "person" and person.form == "name" and not person.position
    return named and office.form == "position" and person.end == office.start
