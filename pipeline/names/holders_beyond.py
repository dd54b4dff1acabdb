"""English names that stand behind more than their office: "the member of the council in charge of schools Anna Lind", "the mayor of Alta, Norway, Ivo Kos"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.names.bodies import parse_body
from pipeline.names.people import parse_name, skip_honorifics
from pipeline.names.pieces import Name, Office
from pipeline.names.places import parse_place
from pipeline.names.view import APOSTROPHES, View

LONGEST = 14  # units between an office and the name of who holds it
OPENERS = frozenset({"of", "for", "in", "at", "on", "responsible", "with"})
OWNING = frozenset({"of", "in", "at"})
BETWEEN = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "PART"})
ENDS = frozenset({",", ".", ";", ")", "and", "", "as"})


def name_beyond(view: View, office: Office) -> tuple[Office, Name] | None:
    """The office with all that is told of it, and who holds it; None where another thing follows."""
    if view.lang != "en" or office.plural or office.further:
        return None
    return _behind_land(view, office) if view.low(office.end) == "," else _behind_phrase(view, office)


def _behind_land(view: View, office: Office) -> tuple[Office, Name] | None:
    """The name behind the land of a town: "the Mayor of Alta, Norway, Ivo Kos,"."""
    place = parse_place(view, office.end + 1) if office.owner is not None and office.owner.type in {"city", "region"} and view.is_cap(office.end + 1) else None
    if place is None or view.low(place.end) != ",":
        return None
    return _held(view, office, _apposed(view, place.end))


def _behind_phrase(view: View, office: Office) -> tuple[Office, Name] | None:
    """The name behind what an office is for, with a comma and "Dr." or, where the tagger sees a person, without: "the envoy for the coast, Dr. Ivo Kos,"."""
    if view.low(office.end) not in OPENERS and not (view.low(office.end) == "and" and parse_place(view, office.end + 1) is not None):
        return None  # "the Ambassador to Chad and Laos, Dr. Ivo Kos,"
    for k in range(office.end + 1, min(office.end + LONGEST, len(view))):
        unit = view.units[k]
        if unit.low == ",":
            return _held(view, office, _apposed(view, k, told=True))
        if unit.ent == "PER" and unit.ent_start and k > office.end + 1 and view.units[k - 1].pos in {"NOUN", "PROPN"}:
            return _held(view, office, _tagged(view, k))
        start = skip_honorifics(view, k) if unit.cap and view.units[k - 1].pos in {"NOUN", "PROPN"} else k
        if start > k and k > office.end + 1:  # "the Secretary for Lands Dr. Ivo Kos"
            return _held(view, office, _titled(view, start))
        bound = unit.dated or (unit.pos not in BETWEEN and unit.low not in APOSTROPHES)
        if bound or (unit.ent != "PER" and _is_calling(view, k)) or (unit.low == "and" and not view.is_cap(k - 1) and view.low(k + 1) == "the"):
            return None
    return None


def _is_calling(view: View, k: int) -> bool:
    """Whether another office or an honorific begins at `k`."""
    return (
        view.among(k, view.lex.offices)
        and (view.is_cap(k) or not view.among(k, view.lex.weak_offices))
        or (view.is_cap(k) and view.among(k, view.lex.honorifics))
    )


def _apposed(view: View, comma: int, *, told: bool = False) -> Name | None:
    """The name of two words or more behind a comma and before another; `told`: only with "Dr." and the like before it."""
    start = skip_honorifics(view, comma + 1)
    name = parse_name(view, start, strong=start > comma + 1) if start < len(view) and (start > comma + 1 or not told) else None
    return name if name is not None and name.end - name.start > 1 and view.low(name.end) in ENDS else None


def _tagged(view: View, i: int) -> Name | None:
    """The name of two words or more that begins at `i`, which the tagger sees as one person's."""
    name = parse_name(view, i, strong=False)
    return name if name is not None and name.end - name.start > 1 and not any(u.ent_start for u in view.units[i + 1 : name.end]) else None


def _titled(view: View, i: int) -> Name | None:
    """The name of two words or more at `i`, behind an honorific."""
    name = parse_name(view, i, strong=True)
    return name if name is not None and name.end - name.start > 1 else None


def _held(view: View, office: Office, name: Name | None) -> tuple[Office, Name] | None:
    if name is None:
        return None
    body = parse_body(view, office.end + 1) if office.owner is None and view.low(office.end) in OWNING else None
    return replace(office, end=name.start, weak=False, owner=office.owner or body), name
