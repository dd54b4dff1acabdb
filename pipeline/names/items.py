"""People in the items of English lists: "- Anna Lind, Director, Nordic Council - Ivo Kos, Writer"."""

from __future__ import annotations

from pipeline.names.known_places import gazetteer_place
from pipeline.names.offices import parse_office
from pipeline.names.people import parse_name
from pipeline.names.pieces import Name
from pipeline.names.view import View

MARKS = frozenset({"-", "–", "—", "•", "*", "·", "●"})
THINGS = frozenset({"ORG", "LOC", "FAC", "EVENT"})


def item_name(view: View, i: int) -> Name | None:
    """The name of two words or more between the mark of an item and the comma before what somebody is; no body and no place."""
    if view.lang != "en" or i == 0 or view.units[i - 1].text not in MARKS:
        return None
    name = parse_name(view, i, strong=True)
    if name is None or name.end - name.start < 2 or view.low(name.end) != "," or not view.is_cap(name.end + 1):
        return None
    if gazetteer_place(view, i) is not None and gazetteer_place(view, i)[0] >= name.end:  # type: ignore[index]
        return None
    thing = any(unit.ent in THINGS for unit in view.units[name.start : name.end])
    return None if thing and parse_office(view, name.end + 1) is None else name
