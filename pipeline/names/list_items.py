"""People with office and body as lists tell them, parted by commas: "Anna Lind, President, Nordic Council;"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.names.bodies import parse_body
from pipeline.names.pieces import Office, Piece
from pipeline.names.view import View

LIST_ENDS = frozenset({",", ".", ";", ")", "-", "–", "•", ""})
MARKS = frozenset({"-", "–", "—", "•", ";", ":"})  # before an item
WITHIN = frozenset({"of", "and", "the", "for", "&", "-", "'s", "’s"})  # words of a body's name in small letters
LONGEST = 8  # units of a body's name


def with_listed_body(view: View, office: Office) -> Office:
    """The English office with the known body behind its comma."""
    if view.lang == "ru" or office.owner is not None or view.low(office.end) != "," or not view.is_cap(office.end + 1):
        return office
    body = parse_body(view, office.end + 1)
    if body is None or body.lower or view.low(body.end) not in LIST_ENDS:
        return office
    return replace(office, end=body.end, owner=body)


def begins_item(view: View, start: int) -> bool:
    """Whether an item of an English list begins here: at the beginning of a line or behind a mark."""
    mark = start - 1 - (view.low(start - 1) == "and" and view.low(start - 2) == ";")
    return view.lang == "en" and (mark < 0 or view.units[mark].text in MARKS)


def with_item_body(view: View, office: Office) -> Office | None:
    """The office of an item with all that stands between its comma and the item's end, whatever the tagger calls it: "Founder, Mumi Design"."""
    start = end = office.end + 1
    if office.plural or office.owner is not None or view.low(office.end) != "," or not view.is_cap(start):
        return None
    while view.is_cap(end) or view.low(end) in WITHIN:
        end += 1
    closed = end >= len(view) or view.low(end) == ";" or (view.low(end) == "." and end == len(view) - 1)
    if not closed or end - start > LONGEST:
        return None
    return replace(office, end=end, owner=Piece(start, end, "organization", view.text(start, end), head=end - 1))
