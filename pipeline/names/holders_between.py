"""Russian: what stands between an office and the name of its holder, and offices that belong to the person named after them."""

from __future__ import annotations

from pipeline.names.normal import CASES
from pipeline.names.pieces import Name, Office
from pipeline.names.view import View

PREPOSITIONS = frozenset({"в", "во", "на", "по"})
LONGEST = 4  # words after a preposition


def skip_circumstances(view: View, i: int) -> int:
    """The unit after "в регионе", "на переговорах", "в России, на Украине и в Белоруссии" at `i`; `i` if nothing of the kind stands there."""
    if view.lang != "ru" or view.low(i) not in PREPOSITIONS:
        return i
    end = _phrase_end(view, i + 1)
    if end == i + 1:
        return i
    while view.low(end) in {",", "и"}:
        start = end + 1 + (view.low(end + 1) in PREPOSITIONS)
        stop = _phrase_end(view, start)
        if stop == start:
            break
        end = stop
    return end


def _phrase_end(view: View, i: int) -> int:
    """The end of adjectives and nouns in the locative or dative at `i`."""
    j = i
    while j < len(view) and j < i + LONGEST and _is_oblique(view, j):
        j += 1
    return j


def _is_oblique(view: View, i: int) -> bool:
    unit = view.units[i]
    if unit.pos not in {"NOUN", "PROPN", "ADJ"} or unit.ent == "PER" or unit.initial:
        return False
    readings = [r for r in view.names.morphology.readings(unit.low) if r.tags & {"NOUN", "ADJF"}]
    possible = any(r.tags & {"loct", "loc2", "datv"} or "Fixd" in r.tags for r in readings)
    return possible and (not unit.cases or bool(unit.cases & {"Loc", "Dat"}) or unit.pos == "PROPN")


def is_held_by_next(view: View, office: Office, name: Name) -> bool:
    """Whether the name may be whose aide the office is, not its holder: "помощник Хиллари Клинтон", "адвокат Ивана Петрова"."""
    if view.lang != "ru" or office.owner is not None or office.end != office.head + 1 or not view.among(office.head, view.lex.aides):
        return False
    if view.units[office.head].cases & {"Gen", "Acc"}:
        return False
    return all(view.units[k].initial or _may_be_genitive(view, k) for k in range(name.start, name.end))


def _may_be_genitive(view: View, i: int) -> bool:
    """Whether the word is a genitive by the dictionary, or by the tagger where no dictionary holds it."""
    readings = [r for r in view.names.morphology.readings(view.low(i)) if r.tags & {"Name", "Surn", "Patr"} and r.known]
    if any("gent" in r.tags or "Fixd" in r.tags for r in readings):
        return True
    return not readings and {CASES.get(case, "") for case in view.units[i].cases} == {"gent"}
