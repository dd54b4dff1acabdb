"""English bodies that are named by offices: of their members, or of the one whom they serve."""

from __future__ import annotations

from pipeline.names.pieces import Piece
from pipeline.names.view import View

LONGEST = 6  # words of an office


def holders_end(view: View, head: int, i: int) -> int:
    """The unit behind the offices of its members by which the body with the noun at `head` is named: "the Council of Ministers"; `i` for none."""
    capitals = view.is_cap(head) and view.is_cap(i) and view.low(i).endswith("s")
    if capitals and view.is_cap(i + 1) and view.low(i + 1) == "general" and view.low(i) in view.lex.office_modifiers:
        return i + 2  # "Association of Attorneys General"
    named = capitals and view.among(i, view.lex.offices) and view.low(i) not in view.lex.offices
    return i + named


def served_end(view: View, head: int, i: int) -> int:
    """The unit behind the office that the body with the noun at `head` serves: "the Office of the Prime Minister"; `i` for none."""
    if not view.is_cap(head) or view.low(head) not in view.lex.serving_bodies or view.low(i - 1) != "the":
        return i
    end = i
    while view.is_cap(end) and end < i + LONGEST and view.among(end, view.lex.offices, view.lex.office_modifiers, view.lex.portfolios):
        end += 1
    return end if end > i and view.low(end - 1) in view.lex.offices else i


def parse_staff(view: View, i: int) -> Piece | None:
    """ "Joint Chiefs of Staff": capitals of which the last but two are an office in the plural."""
    held = view.is_cap(i) and view.low(i) in view.lex.body_modifiers and holders_end(view, i, i + 1) == i + 2
    if not held or view.low(i + 2) != "of" or not view.is_cap(i + 3) or view.low(i + 3) not in view.lex.bodies:
        return None
    return Piece(i, i + 4, "organization", view.text(i, i + 4), "", i + 1)
