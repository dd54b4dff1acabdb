"""Looks up the words of a sentence in the gazetteer."""

from __future__ import annotations

from pipeline.names.lexicon import Place, lemma
from pipeline.names.view import View, remembered

LONGEST = 8  # units of a place's name
LONGEST_ABBREVIATION = 4  # letters: "GAO" is no town of Mali


@remembered
def gazetteer_place(view: View, i: int) -> tuple[int, Place] | None:
    """The longest name of the gazetteer at unit `i`: (end, place)."""
    if not view.is_cap(i):
        return None
    for end in range(min(i + min(LONGEST, _most_words(view, i)), len(view)), i, -1):
        for key in _keys(view, i, end):
            place = view.names.places[view.lang].get(key)
            if place is not None and not (place.type == "city" and _is_common(view, i, end)):
                return end, place
    return None


def _most_words(view: View, i: int) -> int:
    """The most words of a name that begins with the word at unit `i`."""
    first, most = view.low(i), view.names.place_words[view.lang]
    return max(most.get(first, 1), most.get(lemma(first, view.names.morphology), 1) if view.lang == "ru" else 1)


def _is_common(view: View, i: int, end: int) -> bool:
    lex, text = view.lex, view.units[i].text
    if end == i + 1 and text.isupper() and len(text) <= LONGEST_ABBREVIATION and not view.shouting:
        return True
    if end > i + 1:
        return view.lang == "en" and view.among(end - 1, lex.bodies)
    if any(view.low(i) in listed for listed in (lex.office_modifiers, lex.portfolios, lex.body_modifiers)):
        return True
    return view.among(i, lex.offices, lex.bodies, lex.honorifics, lex.events, lex.regions, lex.country_heads)


def _keys(view: View, start: int, end: int) -> list[str]:
    if end - start == 1:
        return [view.low(start), *sorted(view.units[start].lemmas)] if view.lang == "ru" else [view.low(start)]
    if view.lang == "en":
        return [" ".join(view.low(i) for i in range(start, end))]
    told = range(start, end)
    return [" ".join(lemma(view.low(i), view.names.morphology) for i in told), " ".join(view.low(i) for i in told)]


def is_area(view: View, i: int) -> bool:
    """Whether a land, sea or river stands here, or no place but an adjective: "Guatemalan"."""
    found = gazetteer_place(view, i)
    return found is not None and found[1].type in {"area", "body"} or view.low(i) in view.names.adjectives[view.lang]
