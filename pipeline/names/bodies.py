"""Bodies: governments, ministries, companies and other organisations, each as one piece with the place it belongs to."""

from __future__ import annotations

from pipeline.names.bodies_en import parse_english_body
from pipeline.names.bodies_ru import parse_russian_body
from pipeline.names.pieces import Piece
from pipeline.names.view import View, remembered


@remembered
def parse_body(view: View, i: int) -> Piece | None:
    """The body that begins at unit `i`, an article before it included."""
    start = i
    if view.lang == "en" and view.low(i) == "the":
        i += 1
    if i >= len(view):
        return None
    found = (parse_english_body if view.lang == "en" else parse_russian_body)(view, i)
    if found is None:
        return None
    end = found.end + 3 * _is_abbreviated(view, found.end)
    return Piece(start, end, found.type, found.name, found.country, found.head, i, found.owner, plural=found.plural, lower=found.lower)


def _is_abbreviated(view: View, i: int) -> bool:
    """Whether "(OSCE)" follows."""
    return view.low(i) == "(" and view.low(i + 2) == ")" and sum(char.isupper() for char in view.units[i + 1].text) > 1
