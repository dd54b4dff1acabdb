"""Groups and bodies told once, in the plural, for several places: "делегации Судана и Чада", "the chambers of commerce of Poland and Chad"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.names.genitives import is_genitive
from pipeline.names.normal import head_reading, nominative_phrase
from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.places_ru import agreeing, shared_noun, words_of_owner
from pipeline.names.view import View, singular

LANDS = frozenset({"country", "region"})
MINISTRIES = frozenset({"departments", "ministries"})
JOINERS = frozenset({",", "and", "&"})
SINGULAR = frozenset({"nomn", "sing"})
OFFSET = 3  # units behind "and" that a body has at least: "Department of Energy"
LONG = 2  # further places that need no "и" before the last: "делегации из Дании, Чехии, Словакии"


def each_piece(view: View, piece: Piece) -> tuple[Piece, ...]:
    """The piece, and one for each further place behind it, up to the last that "and" joins; the head is that of the first. So with the fields of ministries."""
    fields = _fields(view, piece) if view.lang == "en" and piece.owner is None and piece.head >= 0 else []
    if len(fields) > 1:
        return tuple(_of_field(view, piece, first, end) for first, end in fields)
    if piece.owner is None or piece.owner.end != piece.end or piece.head < 0:
        return (piece,)
    if view.units[piece.head].number != "Plur" and not _is_short(view, piece):
        return (_of_all(view, piece),)
    if view.lang == "en":
        return _each_english(view, piece)
    places = list(_listed_places(view, piece.end))
    if not places or (view.low(places[-1].start - 1) != "и" and len(places) < LONG):
        return (piece,)
    kind, told, between = _kind(view, piece), view.text(piece.owner.start, piece.owner.end), view.text(piece.head + 1, piece.owner.start)
    words, *others = [words_of_owner(view, (piece.owner, *places), k) for k in range(len(places) + 1)]
    name = piece.name.removesuffix(told) + words if piece.name.endswith(told) else piece.name
    single = kind != nominative_phrase(view, piece.head, piece.head + 1)
    first = replace(piece, name=f"{kind} {between} {words}".replace("  ", " ") if single else name)
    return (first, *(_owned(piece, place, " ".join(part for part in (kind, between, other) if part)) for place, other in zip(places, others, strict=True)))


def _kind(view: View, piece: Piece) -> str:
    """The Russian noun of the piece; in the singular, with its adjectives, for bodies and delegations, of which each place has one."""
    told, reading = nominative_phrase(view, piece.head, piece.head + 1), head_reading(view, piece.head)
    one = piece.type == "organization" or any(view.lex.groups.get(lemma) == "group" for lemma in view.units[piece.head].lemmas)
    single = view.names.morphology.inflect(view.units[piece.head].text, reading.tags, SINGULAR) if one and reading is not None else ""
    if not single:
        return told
    start = piece.name_start if 0 <= piece.name_start < piece.head else piece.head
    return " ".join((*(agreeing(view.units[k].text, single, view.names) for k in range(start, piece.head)), single))


def _is_short(view: View, piece: Piece) -> bool:
    """Whether a Russian body of a country is told in capitals, alike in singular and plural: «МИД Чехии и Дании»."""
    return view.lang == "ru" and piece.owner is not None and piece.owner.type == "country" and view.units[piece.head].text.isupper()


def _of_all(view: View, piece: Piece) -> Piece:
    """The one group or body of several Russian regions: «делегация Томской и Омской областей»."""
    noun = shared_noun(view, piece.end) if view.lang == "ru" else None
    if noun is None:
        return piece
    return replace(piece, end=noun + 1, name=f"{piece.name} {view.text(piece.end, noun + 1)}".replace(" ,", ","))


def _fields(view: View, piece: Piece) -> list[tuple[int, int]]:
    """Where the fields of several ministries stand: "the Departments of State, Energy and Commerce"; none if each is not one of the list."""
    start = piece.head + 2
    if view.low(piece.head) not in MINISTRIES or view.low(piece.head + 1) != "of" or not view.is_cap(piece.head):
        return []
    marks = [k for k in range(start, piece.end) if view.low(k) in JOINERS]
    firsts = [k + 1 + (view.low(k + 1) == "the") for k in (start - 1, *marks)]
    spans = [(first, end) for first, end in zip(firsts, [*marks, piece.end], strict=True) if end > first]
    return spans if all(view.low(k) in view.lex.portfolios and view.is_cap(k) for first, end in spans for k in range(first, end)) else []


def _of_field(view: View, piece: Piece, first: int, end: int) -> Piece:
    """The ministry of one field; the first keeps the words before it."""
    name = f"{singular(view.units[piece.head].text)} of {view.text(first, end)}"
    start = piece.start if first == piece.head + 2 else first
    return replace(piece, start=start, end=end, name=name, name_start=-1 if start == piece.start else first)


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


def before_second_body(view: View, piece: Piece) -> Piece:
    """The first of two English bodies that the tagger takes for one name: "the Ministry of Health and the Ministry of Labour"; any other as it is."""
    if view.lang != "en" or piece.type != "organization":
        return piece
    for k in range(piece.start + 1, piece.end - OFFSET):
        noun = k + 1 + (view.low(k + 1) == "the")
        own = view.among(noun, view.lex.bodies) and view.is_cap(noun) and view.units[noun].number != "Plur" and view.low(noun + 1) == "of"
        if view.low(k) == "and" and own and any(view.among(i, view.lex.bodies) for i in range(piece.start, k)):
            begin = piece.name_start if piece.name_start >= 0 else piece.start
            head = piece.head if piece.head < k else next(i for i in range(piece.start, k) if view.among(i, view.lex.bodies))
            return replace(piece, end=k, name=view.text(begin, k), head=head, owner=piece.owner if piece.owner is not None and piece.owner.end <= k else None)
    return piece


def with_shared_noun(view: View, piece: Piece) -> Piece:
    """An English body with the noun that the one joined to it has for both, or its own of both: "Alta State and Berga Universities"."""
    shared = view.lex.shared_bodies
    if view.lang != "en" or piece.type != "organization":
        return piece
    if view.low(piece.end - 1) in shared and view.low(piece.start - 1) == "and" and view.is_cap(piece.start - 2) and piece.end - piece.start > 1:
        return replace(piece, name=f"{view.text(piece.start, piece.end - 1)} {singular(view.units[piece.end - 1].text)}")
    noun = next((k for k in range(piece.end + 2, min(piece.end + 4, len(view))) if view.low(k) in shared), -1)
    joined = view.low(piece.end) == "and" and noun > 0 and all(view.is_cap(k) for k in range(piece.end + 1, noun + 1))
    if not joined or any(view.among(k, view.lex.bodies) for k in range(piece.start, piece.end)):
        return piece
    return replace(piece, name=f"{piece.name} {singular(view.units[noun].text)}")
