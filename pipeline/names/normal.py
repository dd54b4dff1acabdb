"""Normal forms: Russian phrases and people's names in the nominative, English ones without honorifics and possessives."""

from __future__ import annotations

from pipeline.names.morphology import Morphology, Reading
from pipeline.names.view import View

GENDERS = {"masc": "m", "femn": "f"}
CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}


def nominative_phrase(view: View, start: int, end: int) -> str:
    """The Russian noun phrase with its adjectives and head noun in the nominative; what follows the head stays as told."""
    if view.lang != "ru":
        return view.text(start, end)
    head = find_head(view, start, end)
    if head < 0:
        return view.text(start, end)
    reading = head_reading(view, head)
    number = "plur" if reading is not None and "plur" in reading.tags else "sing"
    gender = next((tag for tag in ("masc", "femn", "neut") if reading is not None and tag in reading.tags), "masc")
    parts = [_adjective(view, i, number, gender) for i in range(start, head)]
    parts.append(_noun(view, head, reading, number))
    blanks = [" " if unit.space else "" for unit in view.units[start : head + 1]]
    made = "".join(part + blank for part, blank in zip(parts, blanks, strict=True))
    return (made + view.text(head + 1, end)).strip()


def find_head(view: View, start: int, end: int) -> int:
    """The first noun of a phrase that begins with its adjectives; -1 if there is none."""
    for i in range(start, end):
        unit = view.units[i]
        readings = view.names.morphology.readings(unit.low) if unit.low[:1].isalpha() else ()
        if not readings:
            continue
        if "NOUN" in readings[0].tags or unit.pos in {"NOUN", "PROPN"} and any("NOUN" in r.tags for r in readings):
            return i
        if not any(r.tags & {"ADJF", "PRTF", "NUMR"} for r in readings) and "-" not in unit.low:
            return i if readings else -1
    return -1


def head_reading(view: View, i: int) -> Reading | None:
    """How the noun at `i` is to be read: as the tagger's case and number say, as far as the dictionary allows."""
    unit = view.units[i]
    nouns = [reading for reading in view.names.morphology.readings(unit.low) if "NOUN" in reading.tags]
    wanted = {CASES.get(case, case) for case in unit.cases}
    number = {"Plur": "plur", "Sing": "sing"}.get(unit.number, "")
    fitting = [r for r in nouns if (not wanted or r.tags & wanted or ("loct" in wanted and "loc2" in r.tags)) and (not number or number in r.tags)]
    return (fitting or nouns or [None])[0]


def _noun(view: View, i: int, reading: Reading | None, number: str) -> str:
    text = view.units[i].text
    if reading is None or "Fixd" in reading.tags:
        return text
    return view.names.morphology.inflect(text, reading.tags, frozenset({"nomn", number})) or text


def _adjective(view: View, i: int, number: str, gender: str) -> str:
    text = view.units[i].text
    wanted = frozenset({"nomn", "plur"}) if number == "plur" else frozenset({"nomn", "sing", gender})
    for kind in ("ADJF", "PRTF"):
        made = view.names.morphology.inflect(text, frozenset({kind}), wanted)
        if made:
            return made
    return text


def surname_forms(word: str, case: str, gender: str) -> str:
    """The nominative of a Russian surname that no dictionary holds, by its ending; `word` itself where no rule fits."""
    low = word.lower()
    for endings, nominative in MASCULINE.get(case, ()) if gender != "f" else FEMININE.get(case, ()):
        for ending in endings:
            if low.endswith(ending) and len(low) > len(ending) + 1:
                return word[: len(word) - len(ending)] + nominative
    return word


MASCULINE = {
    "gent": (
        (("ского",), "ский"),
        (("цкого",), "цкий"),
        (("ого",), "ой"),
        (("ова", "ёва"), "ов"),
        (("ева",), "ев"),
        (("ина",), "ин"),
        (("ына",), "ын"),
        (("я",), "й"),
        (("а",), ""),
    ),
    "accs": (
        (("ского",), "ский"),
        (("цкого",), "цкий"),
        (("ого",), "ой"),
        (("ова",), "ов"),
        (("ева",), "ев"),
        (("ина",), "ин"),
        (("ына",), "ын"),
        (("я",), "й"),
        (("а",), ""),
    ),
    "datv": (
        (("скому",), "ский"),
        (("цкому",), "цкий"),
        (("ому",), "ой"),
        (("ову",), "ов"),
        (("еву",), "ев"),
        (("ину",), "ин"),
        (("ыну",), "ын"),
        (("ю",), "й"),
        (("у",), ""),
    ),
    "ablt": (
        (("ским",), "ский"),
        (("цким",), "цкий"),
        (("овым",), "ов"),
        (("евым",), "ев"),
        (("иным",), "ин"),
        (("ыным",), "ын"),
        (("ом",), ""),
        (("ем",), "й"),
    ),
    "loct": ((("ском",), "ский"), (("цком",), "цкий"), (("ове",), "ов"), (("еве",), "ев"), (("ине",), "ин"), (("е",), "")),
}
FEMININE = {
    "gent": ((("ской", "цкой"), "ская"), (("овой",), "ова"), (("евой",), "ева"), (("иной",), "ина"), (("ой",), "а"), (("ы",), "а"), (("и",), "я")),
    "datv": ((("ской", "цкой"), "ская"), (("овой",), "ова"), (("евой",), "ева"), (("иной",), "ина"), (("ой",), "а"), (("е",), "а")),
    "ablt": ((("ской", "цкой"), "ская"), (("овой",), "ова"), (("евой",), "ева"), (("иной",), "ина"), (("ой",), "а"), (("ей",), "я")),
    "loct": ((("ской", "цкой"), "ская"), (("овой",), "ова"), (("евой",), "ева"), (("иной",), "ина"), (("ой",), "а"), (("е",), "а")),
    "accs": ((("скую", "цкую"), "ская"), (("ову",), "ова"), (("еву",), "ева"), (("ину",), "ина"), (("у",), "а"), (("ю",), "я")),
}


def genders_of(word: str, kind: str, morphology: Morphology) -> frozenset[str]:
    """m, f: as which sex a given name or patronymic can be read."""
    return frozenset(GENDERS[tag] for reading in morphology.readings(word) if kind in reading.tags for tag in reading.tags & set(GENDERS))
