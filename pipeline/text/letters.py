"""Tells texts whose letters are nearly all capitals, or nearly all small: capitals show nothing in them."""

from __future__ import annotations

SHORT = 40  # characters of a text too short to judge its letters
SHOUTED = 0.75  # of the letters: a text of so many capitals is as good as all in capitals, though a line names an agency or an address
HUSHED = 0.002  # of the letters: a text of so few has none where sentences and names begin


def tell_letters(text: str) -> str:
    """`capitals` for a text in capitals, `small` for one without any; empty for all others."""
    if len(text) < SHORT:
        return ""
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    if capitals and capitals >= SHOUTED * (capitals + small):
        return "capitals"
    return "small" if small and capitals <= HUSHED * (capitals + small) else ""
