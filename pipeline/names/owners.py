"""What stands before a noun and tells whose it is: a place, or a country's adjective."""

from __future__ import annotations

from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.places_ru import agreeing
from pipeline.names.view import APOSTROPHES, View, remembered


@remembered
def parse_owner(view: View, i: int) -> Piece | None:
    """A place or a country's adjective that stands before a noun: "Azerbaijan's", "Penza region", "Czech", "казахстанский"."""
    place = parse_place(view, i) if view.low(i) not in view.names.region_adjectives else None
    if place is not None:
        end = place.end + (view.low(place.end) in APOSTROPHES)
        return Piece(i, end, place.type, place.name, place.country, place.head, place.name_start)
    return parse_adjective(view, i)


@remembered
def parse_adjective(view: View, i: int) -> Piece | None:
    """A country's or region's adjective at `i` as the place that it stands for."""
    table = view.names.adjectives[view.lang]
    for end in (i + 2, i + 1):
        if end > len(view) or (view.lang == "en" and not view.is_cap(i)):
            continue
        keys = {view.low(i)} | view.units[i].lemmas if end == i + 1 else {f"{view.low(i)} {view.low(i + 1)}"}
        code = next((table[key] for key in sorted(keys) if key in table), "")
        if code:
            return Piece(i, end, "country", view.names.country_names[view.lang].get(code, view.text(i, end)), code, end - 1)
    if i >= len(view) or (view.lang == "en" and not view.is_cap(i)):
        return None
    told = (view.names.region_adjectives[key] for key in sorted({view.low(i)} | view.units[i].lemmas) if key in view.names.region_adjectives)
    return next((Piece(i, i + 1, "region", name, code, i) for name, code in told), None)


def parse_land(view: View, i: int) -> Piece | None:
    """A country's or region's adjective before people: "казахстанская", "астраханская делегация"; not one that may mean a capital."""
    found = parse_adjective(view, i)
    return found if found is not None or i >= len(view) or view.among(i, view.lex.capital_adjectives) else parse_region_adjective(view, i)


def parse_region_adjective(view: View, i: int) -> Piece | None:
    """A Russian adjective at `i` that regions are called by, as "Астраханская область"; only the noun behind it tells whether the region is meant."""
    if view.lang != "ru" or not any("ADJF" in r.tags for r in view.names.morphology.readings(view.low(i))[:1]):
        return None
    lemma = next((lemma for lemma in sorted(view.units[i].lemmas) if lemma in view.names.region_words["ru"]), "")
    if not lemma:
        return None
    kind = "край" if lemma in view.lex.krais else "область"
    name = agreeing(lemma, kind, view.names)
    return Piece(i, i + 1, "region", f"{name[:1].upper()}{name[1:]} {kind}", view.names.region_words["ru"][lemma], i)
