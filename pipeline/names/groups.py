"""Actors that are no single person or body: delegations and other groups."""

from __future__ import annotations

from pipeline.names.bodies import parse_body
from pipeline.names.genitives import generic_place, is_genitive
from pipeline.names.normal import nominative_phrase
from pipeline.names.owners import parse_adjective, parse_owner
from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.view import APOSTROPHES, View, remembered

DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our"})


@remembered
def parse_group(view: View, i: int) -> Piece | None:
    """ "an official delegation of Penza region", "members of the Atyrau delegation", "деловые круги области"."""
    start = i
    i += view.lang == "en" and view.low(i) in DETERMINERS
    core, owner = i, None
    while i < len(view) and i - core < 7:
        found = _group_noun(view, i)
        if found is not None:
            return _complete(view, start, core, i, found, owner)
        place = (parse_owner(view, i) or _common_owner(view, i)) if view.lang == "en" else parse_adjective(view, i)
        body = parse_body(view, i) if place is None and view.lang == "en" else None
        if place is not None or body is not None:
            owner = place or body
            assert owner is not None
            i = owner.end + (body is not None and view.low(owner.end) in APOSTROPHES)
        elif view.among(i, view.lex.group_modifiers):
            i += 1
        else:
            return None
    return None


def _common_owner(view: View, i: int) -> Piece | None:
    """ "The port's", "the city's": a body or land told by its kind alone."""
    if (
        view.is_cap(i)
        or view.low(i + 1) not in APOSTROPHES
        or not any(view.low(i) in listed for listed in (view.lex.bare_bodies, view.lex.regions, view.lex.cities))
    ):
        return None
    return Piece(i, i + 2, "organization", view.low(i), "", i, generic=True)


def _group_noun(view: View, i: int) -> tuple[int, str] | None:
    """(end, kind) of a noun for a group at `i`, of two words as well; Russian ones for people in the plural only."""
    two = f"{view.low(i)} {view.low(i + 1)}"
    if two in view.lex.groups:
        return i + 2, two
    for form in sorted({view.low(i)} | (view.units[i].lemmas if view.lang == "ru" else set())):
        if form in view.lex.groups and view.units[i].pos != "VERB":
            if view.lang == "ru" and view.lex.groups[form] != "group" and view.units[i].number != "Plur":
                return None
            return i + 1, form
    return None


def _complete(view: View, start: int, core: int, head: int, found: tuple[int, str], owner: Piece | None) -> Piece | None:
    end, noun = found
    if owner is None or view.lang == "ru":
        end, following = _complement(view, end)
        owner = owner or following
    if owner is None and (noun in view.lex.group_needs_owner or (start == head and end == found[0])):
        return None
    name = view.text(core, end) if view.lang == "en" else nominative_phrase(view, core, end)
    country = owner.country if owner is not None else ""
    plural = view.lex.groups[noun] != "group"
    return Piece(start, end, "group", name, country, head, core, owner, plural=plural, lower=owner is None and end == found[0])


def _complement(view: View, i: int) -> tuple[int, Piece | None]:
    if view.lang == "ru":
        return _russian_complement(view, i)
    if view.low(i) not in {"of", "from"}:
        return i, None
    j = i + 1
    inner = parse_group(view, j)
    if inner is not None:
        return inner.end, inner.owner
    found = parse_place(view, j) or parse_body(view, j)
    if found is not None:
        return found.end, found
    k = j + (view.low(j) in DETERMINERS)
    known = view.low(k) in view.lex.portfolios | view.lex.bodies | view.lex.regions
    return (k + 1, None) if known and not view.is_cap(k) else (i, None)


def _russian_complement(view: View, i: int) -> tuple[int, Piece | None]:
    j = i + (view.low(i) in {"из", "от"})
    if j >= len(view):
        return i, None
    inner = parse_group(view, j) if j == i and is_genitive(view, j) else None
    if inner is not None:
        return inner.end, inner.owner
    generic = generic_place(view, j) or _common_body(view, j)
    found = generic or (parse_place(view, j) or parse_body(view, j) if is_genitive(view, j) or view.units[j].text.isupper() else None)
    return (found.end, found) if found is not None else (i, None)


def _common_body(view: View, j: int) -> Piece | None:
    """ "порта" in "руководство порта"."""
    last = j + 1 >= len(view) or not is_genitive(view, j + 1) or view.units[j + 1].pos not in {"NOUN", "PROPN", "ADJ"}
    if not last or view.is_cap(j) or not view.among(j, view.lex.bare_bodies) or not is_genitive(view, j) or view.low(j + 1) in {"«", '"'}:
        return None
    return Piece(j, j + 1, "organization", nominative_phrase(view, j, j + 1), "", j, generic=True)
