"""Groups and bodies told once, in the plural, for several places: "делегации Судана и Чада", "правительства Польши и Чехии"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.names.genitives import is_genitive
from pipeline.names.normal import nominative_phrase
from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.view import View

LONG = 2  # further places that need no "и" before the last: "делегации из Дании, Чехии, Словакии"


def further_pieces(view: View, piece: Piece) -> tuple[Piece, ...]:
    """A piece for each further place behind the first one, up to the last that "и" joins; the head is that of the first."""
    if view.lang != "ru" or piece.owner is None or piece.owner.end != piece.end or piece.head < 0 or view.units[piece.head].number != "Plur":
        return ()
    places = list(_listed_places(view, piece.end))
    if not places or (view.low(places[-1].start - 1) != "и" and len(places) < LONG):
        return ()
    kind = nominative_phrase(view, piece.head, piece.head + 1)
    return tuple(
        replace(
            piece,
            start=place.start,
            end=place.end,
            name=f"{kind} {view.text(place.start, place.end)}",
            country=place.country,
            owner=place,
            name_start=place.start,
        )
        for place in places
    )


def _listed_places(view: View, end: int) -> Iterator[Piece]:
    while view.low(end) in {",", "и"} and end + 1 < len(view) and is_genitive(view, end + 1):
        place = parse_place(view, end + 1)
        if place is None:
            return
        yield place
        end = place.end
