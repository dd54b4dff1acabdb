"""English organisations that the tagger saw, where neither a noun for a body nor a legal form tells one."""

from __future__ import annotations

from dataclasses import replace

from pipeline.names.known_places import gazetteer_place
from pipeline.names.owners import parse_owner
from pipeline.names.pieces import Piece
from pipeline.names.view import APOSTROPHES, View

LANDS = frozenset({"country", "region", "city"})
NO_START = frozenset({"and", "&", "for", "of", "with", "to", "from", "by", "at", "on", "in", "my", "our", "his", "her", "their", "your", "its"})


def tagged_body(view: View, i: int) -> Piece | None:
    """An ORG of the tagger, unless it is an event, a document or an office."""
    unit = view.units[i]
    if (
        unit.ent != "ORG"
        or unit.low in NO_START
        or not unit.cap
        or view.among(i, view.lex.offices)
        or (not unit.ent_start and i > 0 and view.units[i - 1].ent == "ORG")
    ):
        return None
    end = i + 1
    while end < len(view) and view.units[end].ent == "ORG" and not view.units[end].ent_start:
        end += 1
    while end > i + 1 and (view.low(end - 1) in APOSTROPHES or not view.units[end - 1].cap):
        end -= 1
    end += end == i + 1 and _is_half(view, end)
    end -= end > i + 1 and _is_held(view, end)
    if view.low(i - 1) == "(" and view.low(end) == ")":
        return None
    if any(view.low(k) == "," for k in range(i, end)) and view.is_known(i):  # "Lind, Novak and Kos met"
        return None
    if (end == i + 1 and not _is_name(view, i)) or view.shouting or any(view.low(k) in APOSTROPHES for k in range(i, end)):
        return None
    place = gazetteer_place(view, i)
    if place is not None and place[0] == end and place[1].type != "body":
        return None
    if any(view.among(k, view.lex.events) for k in range(i, end)) or not any(len(view.low(k)) > 1 for k in range(i, end)):
        return None
    return Piece(i, end, "organization", view.text(i, end), "", end - 1)


def owned_body(view: View, i: int) -> Piece | None:
    """ "Chad's Alder Express": an ORG of the tagger behind the land whose it is."""
    owner = parse_owner(view, i) if view.units[i].ent != "ORG" else None
    if owner is None or view.low(owner.end - 1) not in APOSTROPHES or owner.end >= len(view) or owner.type not in LANDS:
        return None
    body = tagged_body(view, owner.end)
    return replace(body, start=i, owner=owner, country=body.country or owner.country) if body is not None else None


def _is_half(view: View, i: int) -> bool:
    """Whether the unit is the second half of a name of which the tagger saw the first: "Lockheed Martin"."""
    if not view.is_cap(i) or view.units[i].ent or view.units[i].dated or view.units[i].pos != "PROPN" or view.is_cap(i + 1):
        return False
    return not (view.units[i].initial or view.is_known(i) or view.among(i, view.lex.offices, view.lex.events, view.lex.honorifics))


def _is_held(view: View, end: int) -> bool:
    """Whether the last word of what the tagger takes for an organisation is the office there of whom the next words name: "ABC Co-Chair Anna Lind"."""
    return is_office_noun(view, end - 1) and end < len(view) and view.units[end].ent == "PER" and view.units[end].ent_start


def _is_name(view: View, i: int) -> bool:
    """Whether a single word that the tagger takes for an organisation may be one."""
    unit = view.units[i]
    if view.low(i) in view.lex.not_bodies | view.lex.portfolios or (i == 0 and unit.pos != "PROPN"):
        return False
    return not ("-" in unit.text and unit.text.rsplit("-", 1)[1].islower())


def is_office_noun(view: View, j: int) -> bool:
    """Whether the unit is a noun for an office, and for no field."""
    lex = view.lex
    return any(form in lex.offices and form not in lex.portfolios and form not in lex.body_modifiers for form in view.units[j].forms)
