"""Lands told in one word before what they do together: «российско-украинское соглашение», "the Slovak-Hungarian talks", "the U.S.-Chad Trade Agreement"."""

from __future__ import annotations

from pipeline.annotate import Doc
from pipeline.names.actors import make_actor
from pipeline.names.lexicon import fold
from pipeline.names.view import View
from pipeline.records import Actor

FAR = {"en": 6, "ru": 3}  # units behind the word among which the occasion or document stands
ENDINGS = ("ий", "ский", "ийский")  # of adjectives whose first parts end in "о": "российско", "японо", "индо"


def find_between(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    """The lands of a word before what two sides do together; the root of all is the last token of the word."""
    unit = view.units[i]
    if (pair := _named_pair(view, i)) and view.lang == "ru":
        return i + 1, tuple(make_actor(view, i, i + 1, unit.end - 1, *told) for told in pair)
    if "-" not in unit.text or (act := _act_behind(view, i)) < 0 or (unit.cap and view.lang == "ru" and view.among(act, view.lex.bodies)):
        return None  # «Кыргызско-чешская комиссия» is a name
    told = (_lands(view, unit.low),) if view.lang == "en" else (_codes(view, form) for form in sorted(unit.lemmas | {unit.low}))
    codes = next((codes for codes in told if codes and all(codes)), ())
    if len(set(codes)) < 2:
        return None
    root = unit.end - 1
    return i + 1, tuple(make_actor(view, i, i + 1, root, "country", "name", view.names.country_names[view.lang][code], country=code) for code in codes)


def _named_pair(view: View, i: int) -> tuple[tuple[str, str, str], ...]:
    """(type, form, name) of the two lands or blocs told in one word behind what they do together: «консультации Чад-НАТО», not «совет Чад-НАТО»."""
    parts, act = view.units[i].text.split("-"), i - 1 - (i > 0 and view.units[i - 1].text in {"«", '"'})
    if len(parts) != 2 or not view.among(act, view.lex.joint_acts) or view.among(act, view.lex.bodies):
        return ()
    places = [view.names.places["ru"].get(fold(part)) for part in parts if part[:1].isupper()]
    types = ["organization" if p.type == "body" else p.type for p in places if p is not None and p.type in {"country", "body"}]
    return tuple((kind, "name", part) for kind, part in zip(types, parts, strict=True)) if len(types) == 2 else ()


def _act_behind(view: View, i: int) -> int:
    """The unit of what is done together; -1 if none stands near, or, in English, something else than words of its name stands between."""
    for k in range(i + 1, min(i + 1 + FAR[view.lang], len(view))):
        if view.among(k, view.lex.joint_acts):
            return k
        if view.lang == "en" and view.units[k].pos not in {"NOUN", "PROPN", "ADJ", "CCONJ"}:
            return -1
    return -1


def _lands(view: View, words: str) -> tuple[str, ...]:
    """The codes of the countries of an English word, told by names or adjectives: "slovakia-hungary", "slovak-hungarian"; empty for a part that is none."""
    names, adjectives = view.names.places["en"], view.names.adjectives["en"]
    lands = (names[part].country if part in names and names[part].type == "country" else adjectives.get(part, "") for part in words.split("-"))
    return tuple(lands)


def _codes(view: View, adjective: str) -> tuple[str, ...]:
    """The codes of the countries, one for each part of the adjective; empty for a part that is none."""
    *firsts, last = adjective.split("-")
    table = view.names.adjectives["ru"]
    last_code = next((table[form] for form in sorted(view.names.morphology.lemmas(last) | {last}) if form in table), "")
    return (*(next((table[form] for form in (f"{first}-", *(first[:-1] + end for end in ENDINGS)) if form in table), "") for first in firsts), last_code)
