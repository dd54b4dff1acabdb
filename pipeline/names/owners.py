"""What stands before a noun and tells whose it is: a place, or a country's adjective."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.places_ru import agreeing
from pipeline.names.view import APOSTROPHES, View, remembered

Known = TypeVar("Known")


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
    if i >= len(view) or (view.lang == "en" and not view.is_cap(i)):
        return None
    table, forms = view.names.adjectives[view.lang], view.units[i].forms
    for end, keys in ((i + 2, (f"{view.low(i)} {view.low(i + 1)}",)), (i + 1, forms)):
        code = _first_known(keys, table) if end <= len(view) else None
        if code:
            return Piece(i, end, "country", view.names.country_names[view.lang].get(code, view.text(i, end)), code, end - 1)
    told = _first_known(forms, view.names.region_adjectives)
    return Piece(i, i + 1, "region", *told, i) if told is not None else None


def _first_known(keys: Iterable[str], table: Mapping[str, Known]) -> Known | None:
    """What the table holds for the first of the keys, in the order of the alphabet, that it knows."""
    known = [key for key in keys if key in table]
    return table[min(known)] if known else None


@remembered
def parse_land(view: View, i: int) -> Piece | None:
    """A country's or region's adjective before people: "казахстанская", "астраханская делегация"; not one that may mean a capital."""
    if view.lang == "en":
        return parse_adjective(view, i) if view.is_cap(i) else None
    found = parse_adjective(view, i)
    return found if found is not None or i >= len(view) or view.among(i, view.lex.capital_adjectives) else parse_region_adjective(view, i)


def parse_region_adjective(view: View, i: int) -> Piece | None:
    """A Russian adjective at `i` that regions are called by, as "Астраханская область"; only the noun behind it tells whether the region is meant."""
    lemmas, regions = view.units[i].lemmas, view.names.region_words["ru"]
    if view.lang != "ru" or regions.keys().isdisjoint(lemmas) or not any("ADJF" in r.tags for r in view.names.morphology.readings(view.low(i))[:1]):
        return None
    lemma = min(lemma for lemma in lemmas if lemma in regions)
    kind = "край" if lemma in view.lex.krais else "область"
    name = agreeing(lemma, kind, view.names)
    return Piece(i, i + 1, "region", f"{name[:1].upper()}{name[1:]} {kind}", regions[lemma], i)
