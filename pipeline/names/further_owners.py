"""Groups and bodies told once, in the plural, for several places: "делегации Судана и Чада", "the chambers of commerce of Poland and Chad"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.names.genitives import is_genitive
from pipeline.names.normal import nominative_phrase
from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.view import View, singular

LANDS = frozenset({"country", "region"})
LONG = 2  # further places that need no "и" before the last: "делегации из Дании, Чехии, Словакии"


def each_piece(view: View, piece: Piece) -> tuple[Piece, ...]:
    """The piece, and one for each further place behind it, up to the last that "and" joins; the head is that of the first."""
    if piece.owner is None or piece.owner.end != piece.end or piece.head < 0 or view.units[piece.head].number != "Plur":
        return (piece,)
    if view.lang == "en":
        return _each_english(view, piece)
    places = list(_listed_places(view, piece.end))
    if not places or (view.low(places[-1].start - 1) != "и" and len(places) < LONG):
        return (piece,)
    kind = nominative_phrase(view, piece.head, piece.head + 1)
    return (piece, *(_owned(piece, place, f"{kind} {view.text(place.start, place.end)}") for place in places))


def _each_english(view: View, piece: Piece) -> tuple[Piece, ...]:
    """Delegations and bodies of several lands; people of a kind, "businessmen from Chad and Laos", are one group."""
    owner = piece.owner
    if owner is None or owner.start < piece.head or owner.type not in LANDS or view.low(piece.head) == singular(view.low(piece.head)):
        return (piece,)
    if piece.plural and not view.among(piece.head, view.lex.bodies, view.lex.lower_bodies):
        return (piece,)
    places = list(_listed_lands(view, piece.end))
    if not places or view.low(places[-1].start - 1) != "and":
        return (piece,)
    begin = piece.name_start if piece.name_start >= 0 else piece.start
    before, behind = view.text(begin, piece.head), view.text(piece.head + 1, owner.start)
    kind = " ".join(part for part in (before, singular(view.units[piece.head].text), behind) if part)
    return tuple(_owned(piece, place, f"{kind} {place.name}") for place in (owner, *places))


def _owned(piece: Piece, place: Piece, name: str) -> Piece:
    """The piece as the one of a place; the first keeps its words."""
    if place is piece.owner:
        return replace(piece, name=name)
    return replace(piece, start=place.start, end=place.end, name=name, country=place.country, owner=place, name_start=place.start)


def _listed_lands(view: View, end: int) -> Iterator[Piece]:
    while view.low(end) in {",", "and"} and end + 1 < len(view):
        start = end + 1 + (view.low(end) == "," and view.low(end + 1) == "and")
        place = parse_place(view, start) if start < len(view) else None
        if place is None or place.type not in LANDS:
            return
        yield place
        end = place.end


def _listed_places(view: View, end: int) -> Iterator[Piece]:
    while view.low(end) in {",", "и"} and end + 1 < len(view) and is_genitive(view, end + 1):
        place = parse_place(view, end + 1)
        if place is None:
            return
        yield place
        end = place.end
