"""Russian: what stands between an office and the name of its holder, and offices that belong to the person named after them."""

from __future__ import annotations

from pipeline.names.bodies import parse_body
from pipeline.names.genitives import is_genitive
from pipeline.names.normal import CASES
from pipeline.names.people import parse_name
from pipeline.names.pieces import Name, Office, Piece
from pipeline.names.places import parse_place
from pipeline.names.view import View

PREPOSITIONS = frozenset({"в", "во", "на", "по"})
LONGEST = 4  # words after a preposition
FIELD = frozenset({"ADP", "ADJ", "NOUN", "CCONJ"})
LONGEST_FIELD = 10  # words between the land of an office and its holder's name


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


def end_before_name(view: View, i: int, owner: Piece) -> int:
    """The end of what is told between `owner`, the land or body of an office, and its holder's name: a second body, its seat, a field; else `i`."""
    end = _seat_end(view, _second_body(view, i)) if owner.type == "organization" else i
    return _field_end(view, end)


def _second_body(view: View, i: int) -> int:
    """The end of a second body that the same person heads, told before the name: "председатель совета и правительства Иван Петров"; else `i`."""
    body = parse_body(view, i + 1) if view.low(i) == "и" and i + 1 < len(view) and is_genitive(view, i + 1) else None
    return body.end if body is not None and parse_name(view, body.end, strong=True) is not None else i


def _seat_end(view: View, i: int) -> int:
    """The end of the place where a body is, told right before the name: "директор филиала банка в Омске Иван Петров"; else `i`."""
    place = parse_place(view, i + 1) if view.low(i) in {"в", "во", "на"} and i + 1 < len(view) else None
    there = place is not None and "Acc" not in view.units[place.head if place.head >= 0 else i + 1].cases  # not "поездка главы банка в Омск"
    return place.end if place is not None and there and parse_name(view, place.end, strong=True) is not None else i


def _field_end(view: View, i: int) -> int:
    """The end of the field that an office is for, told behind its land and right before the name: "по контролю над вооружениями и безопасности"; else `i`."""
    end = i
    while end < min(len(view), i + LONGEST_FIELD) and view.low(i) == "по" and view.units[end].pos in FIELD and not view.is_cap(end):
        end += 1
    named = end > i + 1 and view.units[end - 1].pos == "NOUN" and parse_name(view, end, strong=True) is not None
    return end if named else i
