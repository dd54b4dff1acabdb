"""What stands before a noun and tells whose it is: a place, or a country's adjective."""

from __future__ import annotations

from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.view import APOSTROPHES, View, remembered


@remembered
def parse_owner(view: View, i: int) -> Piece | None:
    """A place or a country's adjective that stands before a noun: "Azerbaijan's", "Penza region", "Czech", "казахстанский"."""
    place = parse_place(view, i)
    if place is not None:
        end = place.end + (view.low(place.end) in APOSTROPHES)
        return Piece(i, end, place.type, place.name, place.country, place.head, place.name_start)
    return parse_adjective(view, i)


@remembered
def parse_adjective(view: View, i: int) -> Piece | None:
    """A country's adjective at `i` as the country that it stands for."""
    table = view.names.adjectives[view.lang]
    for end in (i + 2, i + 1):
        if end > len(view) or (view.lang == "en" and not view.is_cap(i)):
            continue
        keys = {view.low(i)} | view.units[i].lemmas if end == i + 1 else {f"{view.low(i)} {view.low(i + 1)}"}
        code = next((table[key] for key in sorted(keys) if key in table), "")
        if code:
            return Piece(i, end, "country", view.names.country_names[view.lang].get(code, view.text(i, end)), code, end - 1)
    return None
