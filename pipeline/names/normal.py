"""Normal forms: Russian phrases and people's names in the nominative, English ones without honorifics and possessives."""

from __future__ import annotations

import re

from pipeline.names.lexicon import LanguageWords, lemma
from pipeline.names.morphology import Morphology, Reading
from pipeline.names.view import View

SURNAME_FORM = re.compile("(?:[оеё]в|[иы]н|[сц]к)(?:[ауе]|ой|ым|им|ий|ая|ого|ому|ом|ую)?$")
ADJECTIVE_FORM = re.compile("[сц]к(ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$")
ADJECTIVE_ENDINGS = {"masc": "ий", "femn": "ая", "neut": "ое", "plur": "ие"}
SUPERLATIVE_FORM = re.compile("[шщ](ий|его|ему|им|ем|ая|ей|ую|ее|ие|их|ими)$")
SUPERLATIVE_ENDINGS = {"masc": "ий", "femn": "ая", "neut": "ее", "plur": "ие"}
INDECLINABLE = re.compile("(?:[уюоэ]|(?<![еи])и)$")  # ends of foreign names that do not change, as far as no dictionary holds them
WOMANS, OBLIQUE = ("ей", "ой"), frozenset({"gent", "datv", "ablt", "loct"})  # of a woman's office that is an adjective by form
LONG_ENDING = 3  # letters of an ending that is sure even after one letter: "Хаем"
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
    if head > start and view.units[head].text.isupper() and (reading is None or not reading.known):
        gender = _gender_of_adjective(view, head - 1)  # «Омская ТПП»: capitals have no gender to be seen
    parts = [nominative_adjective(view, i, number, gender) for i in range(start, head)]
    parts.append(_noun(view, head, reading, number))
    blanks = [" " if unit.space else "" for unit in view.units[start : head + 1]]
    made = "".join(part + blank for part, blank in zip(parts, blanks, strict=True))
    return (made + view.text(head + 1, end)).strip()


def _gender_of_adjective(view: View, i: int) -> str:
    """The gender that the form of an adjective tells, of one that no dictionary holds as well: masc, femn or neut."""
    told = {tag for r in view.names.morphology.readings(view.low(i)) if "ADJF" in r.tags for tag in r.tags & {"masc", "femn", "neut"}}
    return "femn" if told == {"femn"} else "neut" if told == {"neut"} else "masc"


def masculine(adjective: str, morphology: Morphology) -> str:
    """The dictionary form of an adjective in any form, also of one that no dictionary holds: "атыраускую"."""
    ending = ADJECTIVE_FORM.search(adjective)
    return lemma(adjective, morphology) if ending is None else adjective[: ending.start(1)] + "ий"


def find_head(view: View, start: int, end: int) -> int:
    """The first noun of a phrase that begins with its adjectives; -1 if there is none."""
    for i in range(start, end):
        unit = view.units[i]
        readings = view.names.morphology.readings(unit.low) if unit.low[:1].isalpha() else ()
        if not readings or (ADJECTIVE_FORM.search(unit.low) and i + 1 < end) or (unit.low == "и" and i > start):
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
    return next(iter(fitting or nouns), None)


def told_cases(view: View, i: int) -> frozenset[str]:
    """The cases (OpenCorpora grammemes) that the noun at `i` can stand in: the tagger's where the dictionary allows it, else the dictionary's.

    A deputy told in one word with whose deputy it is, «замглавы», has one form for all cases.
    """
    if _is_joined_deputy(view, i):
        return frozenset(CASES.values())
    tagged = frozenset(CASES[case] for case in view.units[i].cases if case in CASES)
    nouns = [r for r in view.names.morphology.readings(view.low(i)) if "NOUN" in r.tags]
    possible = frozenset(case for r in nouns for case in r.tags & frozenset(CASES.values()))
    if not nouns and view.low(i).endswith(WOMANS):
        return OBLIQUE  # «заведующей», one form for four cases
    if view.among(i, view.lex.offices) and (not any(r.known for r in nouns) or any("Fixd" in r.tags for r in nouns if r.known)):
        return possible | tagged  # «хоким», which no dictionary knows; «атташе», one form for all cases
    return tagged & possible or possible or tagged


def _is_joined_deputy(view: View, i: int) -> bool:
    prefix = next((p for p in sorted(view.lex.joined_deputies) if view.low(i).startswith(p)), "")
    superior = view.names.morphology.readings(view.low(i)[len(prefix) :]) if prefix else ()
    return any(r.known and r.has("gent", "sing") and r.normal in view.lex.offices for r in superior)


def _noun(view: View, i: int, reading: Reading | None, number: str) -> str:
    text = view.units[i].text
    if "-" in text and text.islower() and (reading is None or not reading.known) and len(view.units[i].cases) == 1:  # «ветеранами-военачальниками»
        tags = frozenset({CASES.get(min(view.units[i].cases), ""), "NOUN", number})
        made = [view.names.morphology.inflect(part, tags, frozenset({"nomn", number})) for part in text.split("-")]
        if all(made):
            return "-".join(made)
    if (
        reading is None
        or "Fixd" in reading.tags
        or (text.isupper() and len(text) > 1 and not reading.known)
        or (not reading.known and not is_joined_office(view, reading.normal) and INDECLINABLE.search(text))
    ):
        return text
    return view.names.morphology.inflect(text, reading.tags, frozenset({"nomn", number})) or text


def is_joined_office(view: View, noun: str) -> bool:
    """Whether a noun is an office with its modifier in one word: «генконсул», «вицепремьер»."""
    return any(noun.startswith(prefix) and noun.removeprefix(prefix) in view.lex.offices for prefix in view.lex.office_prefixes)


def nominative_adjective(view: View, i: int, number: str, gender: str) -> str:
    """The adjective in the nominative; `number` is sing or plur, `gender` masc, femn or neut."""
    text = view.units[i].text
    wanted = frozenset({"nomn", "plur"}) if number == "plur" else frozenset({"nomn", "sing", gender})
    for kind in ("ADJF", "PRTF"):
        made = view.names.morphology.inflect(text, frozenset({kind}), wanted)
        if made and (ending := SUPERLATIVE_FORM.search(text)) and not made.startswith(text[: ending.start(1)]):
            return (
                text[: ending.start(1)] + SUPERLATIVE_ENDINGS["plur" if number == "plur" else gender]
            )  # "лучшие", not "наихорошие"; "высший", not "высочайший"
        if made:
            return made
    ending = ADJECTIVE_FORM.search(text)
    return text if ending is None else text[: ending.start(1)] + ADJECTIVE_ENDINGS["plur" if number == "plur" else gender]


def surname_nominative(word: str, case: str, gender: str, words: LanguageWords) -> str:
    """The nominative of a Russian surname that no dictionary holds, by its ending; `word` itself where no ending fits."""
    endings = words.surname_endings.get(case, {}).get(gender or "m", {})
    ending = next((end for end in endings if word.lower().endswith(end) and len(word) > len(end) + (len(end) < LONG_ENDING)), None)
    return word if ending is None else word[: len(word) - len(ending)] + endings[ending]


def surname_gender(word: str, case: str, words: LanguageWords) -> str:
    """m, f, or empty: the sex that a Russian surname's ending tells when it stands in `case`."""
    for gender, endings in words.surname_endings.get(case, {}).items():
        if any(word.endswith(end) for end in endings if end not in words.sexless_endings):
            return gender
    return ""


def genders_of(word: str, kind: str, morphology: Morphology) -> frozenset[str]:
    """m, f: as which sex a given name or patronymic can be read; guesses count for patronymics alone."""
    readings = [reading for reading in morphology.readings(word) if kind in reading.tags and (reading.known or kind == "Patr")]
    return frozenset(GENDERS[tag] for reading in readings for tag in reading.tags & set(GENDERS))
