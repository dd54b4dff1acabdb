"""Russian people told by an office in the plural, in a list with others: "политики, учёные и мэр Анна Линд" are no people told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.names.normal import nominative_phrase
from pipeline.names.view import View
from pipeline.records import Actor

JOINERS = frozenset({",", "и", "а", "также"})
WITH = frozenset({"с", "со"})
TOLD_AGAIN = frozenset({"parties", "pronoun"})


def as_listed(view: View, actors: Sequence[Actor]) -> Iterator[Actor]:
    """The actors of a sentence; "parties" with an office that stand in a list with others or are met by somebody become a group of their own."""
    for k, actor in enumerate(actors):
        beside = [other for other in (*actors[max(0, k - 1) : k], *actors[k + 1 : k + 2]) if other.form not in TOLD_AGAIN and _is_joined(view, actor, other)]
        met = any(other.entity_type == "person" for other in actors) and _is_behind_with(view, actor)
        yield _as_group(view, actor) if view.lang == "ru" and actor.form == "parties" and (beside or met) else actor


def _is_behind_with(view: View, actor: Actor) -> bool:
    """Whether somebody meets them, who so are no people told before: «премьер обсудил с министрами»."""
    before = next((unit.low for unit in reversed(view.units) if unit.end <= actor.start), "")
    return before in WITH


def _is_joined(view: View, actor: Actor, other: Actor) -> bool:
    """Whether only commas and conjunctions stand between two actors that stand in one case."""
    first, second = sorted((actor, other), key=lambda a: a.start)
    between = [unit.low for unit in view.units if first.end <= unit.start < second.start]
    cases = [unit.cases for a in (actor, other) for unit in view.units if unit.start <= a.root < unit.end]
    agree = len(cases) < 2 or not all(cases) or bool(cases[0] & cases[1])
    return bool(between) and set(between) <= JOINERS and agree and other.entity_type in {"person", "group"}


def _as_group(view: View, actor: Actor) -> Actor:
    units = [k for k, unit in enumerate(view.units) if actor.start <= unit.start < actor.end]
    people = [k for k in units if any(r.has("NOUN", "anim") for r in view.names.morphology.readings(view.low(k)))]
    if not people or any(view.among(k, view.lex.returning) for k in units):
        return actor
    return replace(actor, entity_type="group", form="position", name=nominative_phrase(view, units[0], units[-1] + 1).lower())
