"""People told by their offices in a list: «политики и мэр Анна Линд» are no people told before, "the president of Chad and the minister" are of one land."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.names.actors import make_actor
from pipeline.names.normal import nominative_phrase
from pipeline.names.view import BULLETS, View
from pipeline.records import Actor

HEADING = 6  # units of a heading before a colon
FIRM = 3  # units of a firm's name
JOINERS = frozenset({",", "и", "а", "также"})
WITH = frozenset({"с", "со"})
TOLD_AGAIN = frozenset({"parties", "pronoun"})


def as_listed(view: View, actors: Sequence[Actor]) -> Iterator[Actor]:
    """The actors of a sentence; "parties" with an office that stand in a list with others or are met by somebody become a group of their own."""
    for k, actor in enumerate(actors):
        yield _as_group(view, actor) if view.lang == "ru" and actor.form == "parties" and _is_listed_or_met(view, actors, k) else actor


def _is_listed_or_met(view: View, actors: Sequence[Actor], k: int) -> bool:
    beside = (*actors[max(0, k - 1) : k], *actors[k + 1 : k + 2])
    if any(other.form not in TOLD_AGAIN and _is_joined(view, actors[k], other) for other in beside):
        return True
    return any(other.entity_type == "person" for other in actors) and _is_behind_with(view, actors[k])


def with_joined_bodies(view: View, actors: Sequence[Actor]) -> Iterator[Actor]:
    """The actors of an English sentence, with unread names that alone stand joined to a body as who acts: "- GE Harbour and Alder University signed"."""
    for actor in actors:
        if view.lang == "en" and actor.entity_type == "person" and actor.form == "name" and any(c.isdigit() for c in actor.name):
            actor = replace(actor, entity_type="organization", gender="")  # "L3 Harbour"
        if view.lang != "en" or actor.entity_type != "organization" or actor.form != "name":
            yield actor
            continue
        first = next((k for k, unit in enumerate(view.units) if unit.start == actor.start), -1)
        last = next((k for k, unit in enumerate(view.units) if unit.end == actor.end), -1)
        taken = {k for k, unit in enumerate(view.units) if any(a.start <= unit.start < a.end for a in actors)} if first >= 0 else set()
        before = range(_begin(view), first - 1)
        if first > 1 and view.low(first - 1) == "and" and _acts(view, last + 1) and _is_name(view, before, taken):
            yield _body(view, before)
        yield actor
        behind = range(last + 2, _end(view, last + 2))
        opens = 0 <= first == _begin(view) and view.low(last + 1) == "and"
        if opens and _acts(view, behind.stop) and _is_name(view, behind, taken):
            yield _body(view, behind)


def _begin(view: View) -> int:
    """The first unit of what a sentence tells, behind a bullet and a heading: "- Radio MOU : A and B signed"."""
    colon = next((k + 1 for k in range(min(HEADING, len(view))) if view.units[k].text == ":"), 0)
    return colon or next((k for k, unit in enumerate(view.units) if unit.text not in BULLETS), 0)


def _end(view: View, i: int) -> int:
    while i < len(view) and view.units[i].pos not in {"VERB", "AUX"}:
        i += 1
    return i


def _acts(view: View, i: int) -> bool:
    return i < len(view) and view.units[i].pos in {"VERB", "AUX"}


def _is_name(view: View, units: range, taken: set[int]) -> bool:
    """Whether a few units look like the name of a firm, which nothing has read."""
    named = all(any(c.isupper() for c in view.units[k].text) and view.units[k].pos in {"PROPN", "NUM", "X", "NOUN"} and k not in taken for k in units)
    made_up = len(units) > 1 or any(view.units[k].text[1:] != view.units[k].text[1:].lower() for k in units)  # "4rX", not "Democrats"
    known = not made_up or any(view.among(k, view.lex.offices, view.lex.groups, view.lex.events) for k in units)
    return 0 < len(units) <= FIRM and named and not known


def _body(view: View, units: range) -> Actor:
    root = view.units[units.stop - 1].end - 1
    return make_actor(view, units.start, units.stop, root, "organization", "name", view.text(units.start, units.stop))


def with_shared_land(view: View, actors: Sequence[Actor]) -> Iterator[Actor]:
    """The actors of a sentence; an office told without a land behind one that is told with it is of that land: «президент Чада и министр иностранных дел»."""
    before: Actor | None = None
    for actor in actors:
        before = _of_land(view, before, actor) if before is not None and _shares_land(view, before, actor) else actor
        yield before


def _shares_land(view: View, first: Actor, second: Actor) -> bool:
    """Whether two offices are joined, the second without name or land, and the first with a country behind it."""
    bare = second.entity_type == "person" and second.form == "position" and not second.affiliation and not second.country and not second.plural
    owned = first.entity_type == "person" and first.affiliation_type == "country" and first.affiliation_start > first.start and first.form == "position"
    if not bare or not owned:
        return False
    between = [unit.low for unit in view.units if first.end <= unit.start < second.start]
    cases = [unit.cases for a in (first, second) for unit in view.units if unit.start <= a.root < unit.end]
    agree = view.lang == "en" or (len(cases) == 2 and bool(cases[0] & cases[1]))
    return between in (["и"], ["and"]) and agree


def _of_land(view: View, first: Actor, second: Actor) -> Actor:
    land = next((k for k, unit in enumerate(view.units) if unit.start >= first.affiliation_start), 0)
    end = next((k for k, unit in enumerate(view.units) if unit.start >= first.affiliation_end), len(view))
    name = f"{second.name} {view.text(land, end)}" if view.lang == "ru" else second.name
    told = (first.affiliation, first.affiliation_type, first.country)
    return replace(second, name=name, affiliation=told[0], affiliation_type=told[1], country=told[2])


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
