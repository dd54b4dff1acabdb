"""Two lands told in one adjective: «российско-украинское соглашение», «франко-германские переговоры»."""

from __future__ import annotations

from pipeline.annotate import Doc
from pipeline.names.actors import make_actor
from pipeline.names.view import View
from pipeline.records import Actor

FAR = 3  # units behind the adjective among which the occasion or document stands
ENDINGS = ("ий", "ский", "ийский")  # of adjectives whose first parts end in "о": "российско", "японо", "индо"


def find_between(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    """The lands of an adjective before what two sides do together; the root of both is the adjective."""
    unit = view.units[i]
    act = next((k for k in range(i + 1, min(i + 1 + FAR, len(view))) if view.among(k, view.lex.joint_acts)), -1)
    if view.lang != "ru" or "-" not in unit.text or act < 0 or (unit.cap and view.among(act, view.lex.bodies)):
        return None  # «Кыргызско-чешская комиссия» is a name
    codes = next((codes for form in sorted(unit.lemmas | {unit.low}) if (codes := _codes(view, form)) and all(codes)), ())
    if len(set(codes)) < 2:
        return None
    root = unit.end - 1
    return i + 1, tuple(make_actor(view, i, i + 1, root, "country", "name", view.names.country_names["ru"][code], country=code) for code in codes)


def _codes(view: View, adjective: str) -> tuple[str, ...]:
    """The codes of the countries, one for each part of the adjective; empty for a part that is none."""
    *firsts, last = adjective.split("-")
    table = view.names.adjectives["ru"]
    last_code = next((table[form] for form in sorted(view.names.morphology.lemmas(last) | {last}) if form in table), "")
    return (*(next((table[form] for form in (f"{first}-", *(first[:-1] + end for end in ENDINGS)) if form in table), "") for first in firsts), last_code)
