"""English people told by their kind and number, home or house: "five pupils from Tomsk", "a group of Chinese traders", "doctors of the regional hospital"."""

from __future__ import annotations

from pipeline.names.bodies import parse_body
from pipeline.names.groups import DETERMINERS
from pipeline.names.owners import parse_adjective
from pipeline.names.people import parse_name
from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.view import View

MOST_MODIFIERS = 4  # numbers, adjectives and nouns before the kind
MOST_COMPLEMENT = 7  # words behind "of" or "from"
COLLECTIVES = frozenset({"group", "dozens", "hundreds", "number", "team", "class", "couple", "party"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def parse_kind(view: View, i: int) -> Piece | None:
    """People of a kind, where a number, a collective, a land or what they belong to makes them more than anybody of the kind."""
    if view.lang != "en":
        return None
    j, collective = _skip_collective(view, i)
    head, owner, counted = _read_modifiers(view, j)
    if not _is_kind(view, head):
        return None
    end, following = _complement(view, head + 1)
    if not (counted or collective or owner is not None or end > head + 1) or parse_name(view, end, strong=False) is not None:
        return None
    owner = owner or following
    start = i + (view.low(i) in DETERMINERS)
    return Piece(i, end, "group", view.text(start, end), owner.country if owner is not None else "", head if j == i else start, start, owner, plural=True)


def _skip_collective(view: View, i: int) -> tuple[int, bool]:
    """The unit behind "a large group of", and whether there is one."""
    for j in range(i, min(i + 3, len(view))):
        if view.low(j) in COLLECTIVES and view.low(j + 1) == "of" and not view.is_cap(j + 2):
            return j + 2, True
        if view.low(j) in COLLECTIVES and view.low(j + 1) == "of" and parse_adjective(view, j + 2) is not None:
            return j + 2, True
        if view.low(j) not in DETERMINERS and view.units[j].pos != "ADJ":
            break
    return i, False


def _read_modifiers(view: View, i: int) -> tuple[int, Piece | None, bool]:
    """(unit of the head, land, whether they are counted) of what stands before a kind of people."""
    j, owner, counted = i + (view.low(i) in DETERMINERS), None, False
    for _ in range(MOST_MODIFIERS):
        if j >= len(view) or _is_kind(view, j):
            break
        land = parse_adjective(view, j)
        if land is not None:
            owner, j = owner or land, land.end
        elif view.units[j].pos in {"NUM", "ADJ", "NOUN"} and not (view.is_cap(j) and j > 0):
            counted = counted or view.units[j].pos == "NUM"
            j += 1
        else:
            break
    return j, owner, counted


def _is_kind(view: View, i: int) -> bool:
    known = view.low(i) in view.lex.kinds or view.lex.groups.get(view.low(i), "group") != "group"
    return 0 <= i < len(view) and known and view.units[i].pos in {"NOUN", "PROPN"} and not (view.is_cap(i) and i > 0)


def _complement(view: View, i: int) -> tuple[int, Piece | None]:
    """The end of "from Tomsk", "of the regional hospital" at `i`, and the place or body named there; (`i`, None) for none."""
    if view.low(i) not in {"of", "from"}:
        return i, None
    found = parse_place(view, i + 1) or parse_body(view, i + 1)
    if found is not None:
        return found.end, found
    j = i + 1 + (view.low(i + 1) in DETERMINERS)
    if j == i + 1 and not view.is_cap(j):
        return i, None
    end = i
    for k in range(j, min(j + MOST_COMPLEMENT, len(view))):
        if view.units[k].pos not in NOMINAL or view.units[k].ent == "PER":
            break
        end = k + 1 if view.units[k].pos in {"NOUN", "PROPN"} else end
    return max(i, end), None
