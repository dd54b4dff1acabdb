"""Russian names of people in their normal form: nominative, given name first, with the sex that they tell."""

from __future__ import annotations

import re

from pipeline.names.known_places import gazetteer_place
from pipeline.names.morphology import Reading
from pipeline.names.normal import ADJECTIVE_FORM, CASES, GENDERS, SURNAME_FORM, genders_of, surname_gender, surname_nominative
from pipeline.names.pieces import Name
from pipeline.names.view import View

SURNAME = re.compile("(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|[сц]кий|[сц]кая|енко|[иы]х|ян|дзе|швили)$")
SOLE_SURNAME = re.compile("(?:[оеё]в|[иы]н)$")  # of a man told at the beginning of a Russian sentence by his surname alone
NAME_TAGS = frozenset({"Name", "Surn", "Patr"})
UNCHANGING = ("ых", "их")  # of surnames that have one form: "Вадим Черных"
SURNAME_ENDS = ("ов", "ев", "ёв", "ин", "ын")  # of men in the nominative
CLEARLY = 1.5  # times as likely
WITH_PATRONYMIC = 3  # words of a name
SHORTEST_GIVEN = 3  # letters of a woman's given name; "Ма" is a Chinese surname
CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
UNCHANGED = CONSONANTS | {"ь", "й"}  # ends of words that may stand in the nominative
SHORT = 4  # letters of a syllable that is a word of a foreign name
INSTRUMENTAL = ("ом", "ем", "ым")  # of men
MANS = ("ом", "ем")  # ends of surnames in the instrumental, of men alone
LONGEST_LAND = 4  # letters that stand for a land: «ЯНАО»
LONG_ENOUGH = 4  # letters of a surname whose ending tells its case
WOMAN_ENDINGS = ((("а", "я"), "nomn"), (("ы",), "gent"), (("ой", "ей"), "ablt"))  # of a given name before a surname without ending


def name_cases(view: View, i: int) -> frozenset[str]:
    """The cases of a word that the dictionary holds as a name; nobody tells a given name in the plural ("Хай" is no form of "Хая"), and what looks like a
    surname is no other one's plural ("Баулов" of "Баула")."""
    if view.low(i).endswith(UNCHANGING):
        return frozenset()
    plural = ("Name", "Surn") if view.low(i).endswith(SURNAME_ENDS) else ("Name",)
    held = [r for r in view.names.morphology.readings(view.low(i)) if r.tags & NAME_TAGS and r.known]
    changing = any(r.has("Name", "femn") and "Fixd" not in r.tags for r in held)  # "Анне" is rather a form of "Анна" than a name that never changes
    readings = [r for r in held if not (changing and r.has("Name", "Fixd", "femn")) and not any(r.has(kind, "plur") for kind in plural)]
    return frozenset(tag for r in readings for tag in r.tags & frozenset(CASES.values()))


def _guessed_cases(view: View, i: int) -> frozenset[str]:
    """The cases of a surname that the dictionary does not hold but knows the ending of."""
    readings = [r for r in view.names.morphology.readings(view.low(i)) if "Surn" in r.tags and "plur" not in r.tags]
    return frozenset(tag for r in readings for tag in r.tags & frozenset(CASES.values()))


def russian_name(view: View, start: int, end: int, cases: frozenset[str]) -> Name:
    """The name at `start` to `end`; `cases`: those of the office before it."""
    woman = _foreign_woman(view, start, end)
    if cases and woman not in cases | ({"gent"} if "accs" in cases else set()):
        woman = ""  # «поверенный в делах Матей Новак» is no Матея
    case = woman or _case(view, start, end, cases)
    gender = "f" if woman else _gender(view, start, end, case)
    made = [_nominative(view, i, case, gender) for i in range(start, end)]
    return Name(start, end, " ".join(_first_name_first(view, start, made)).replace(". ", ".", max(0, _initial_runs(made))), gender)


def _foreign_woman(view: View, start: int, end: int) -> str:
    """The case of a woman's name that only its first word tells: "Камалы Харрис" is no man, who would be "Камала Харриса"; else empty."""
    first, last = view.low(start), view.low(end - 1)
    if (
        end - start != 2
        or len(first) < SHORTEST_GIVEN
        or view.units[start].initial
        or last[-1] not in CONSONANTS
        or name_kind(view, end - 1) in {"Name", "Patr"}
    ):
        return ""
    if SURNAME_FORM.search(last) or any("plur" in r.tags and r.known for r in view.names.morphology.readings(last)):
        return ""
    case = next((case for endings, case in WOMAN_ENDINGS if first.endswith(endings)), "")
    if _is_told_as_mans(view, end - 1, case):
        return ""
    known = [r for r in view.names.morphology.readings(first) if r.has("Name", "nomn", "sing") and r.known]
    return "" if any("masc" in r.tags for r in known) else case


def _initial_runs(made: list[str]) -> int:
    return sum(1 for a, b in zip(made, made[1:], strict=False) if a.endswith(".") and b.endswith("."))


def _first_name_first(view: View, start: int, made: list[str]) -> list[str]:
    """ "Петров Иван" becomes "Иван Петров", "Петров Иван Сергеевич" "Иван Сергеевич Петров"; initials stay where they are told."""
    if len(made) not in {2, 3} or any(part.endswith(".") for part in made):
        return made
    kinds = [name_kind(view, start + k) for k in range(len(made))]
    double = any(r.has("Surn") for r in view.names.morphology.readings(view.low(start + 1)))  # «Фазиль Искандер»
    surname = SURNAME.search(made[0]) or (kinds[0] == "Surn" and not (double and len(made) < WITH_PATRONYMIC))
    if surname and kinds[1] == "Name" and all(kind == "Patr" for kind in kinds[2:]):
        return [*made[1:], made[0]]
    return made


def name_kind(view: View, i: int) -> str:
    """Patr, Name, Surn or empty: which part of a name the dictionary holds the word as."""
    readings = [r for r in view.names.morphology.readings(view.low(i)) if r.tags & NAME_TAGS and r.known]
    return next((kind for kind in ("Patr", "Name", "Surn") if any(kind in r.tags for r in readings[:4])), "")


def _gender(view: View, start: int, end: int, case: str) -> str:
    for kind in ("Patr", "Name"):
        for i in range(start, end):
            if view.units[i].initial or (end == start + 1 and SURNAME_FORM.search(view.low(i))):
                continue
            found = genders_of(view.low(i), kind, view.names.morphology)
            if len(found) > 1:
                found = frozenset(_surname_gender(view, i + 1, end, case)) or _likelier_gender(view, i, kind, case) or found
            if len(found) == 1:
                return next(iter(found))
    return _surname_gender(view, start, end, case) or ("m" if _is_told_as_mans(view, end - 1, case) else _tagged_gender(view, start, end))


def _is_told_as_mans(view: View, i: int, case: str) -> bool:
    """Whether a surname has an ending that no woman's takes: «губернатором Раджендрой Сингхом»."""
    word = view.low(i)
    return case == "ablt" and word.endswith(MANS) and len(word) > LONG_ENOUGH and word[-3] in CONSONANTS and not name_cases(view, i)


def _likelier_gender(view: View, i: int, kind: str, case: str) -> frozenset[str]:
    """Of two sexes that a given name can tell in one case the clearly likelier one: "Юлии" is Юлия's rather than Юлий's."""
    readings = [r for r in view.names.morphology.readings(view.low(i)) if kind in r.tags and r.known and "plur" not in r.tags]
    for told in ([r for r in readings if case in r.tags], readings):
        scores = {sex: sum(r.score for r in told if tag in r.tags) for tag, sex in GENDERS.items()}
        best = max(scores, key=lambda sex: scores[sex])
        if scores[best] >= CLEARLY * min(scores.values()) and scores[best] > 0:
            return frozenset({best})
    return frozenset()


def _tagged_gender(view: View, start: int, end: int) -> str:
    """The tagger's gender, where all words agree; it takes foreign names in a vowel for women's."""
    told = {view.units[i].gender for i in range(start, end) if not view.units[i].initial}
    if told == {"Fem"}:
        return "f" if view.low(start).endswith(("а", "я", "ой", "ей", "у", "ю", "ы", "и")) else ""
    return "m" if told == {"Masc"} else ""


def _surname_gender(view: View, start: int, end: int, case: str) -> str:
    last = next((view.low(i) for i in range(end - 1, start - 1, -1) if not view.units[i].initial), "")
    return surname_gender(last, case, view.lex)


def _case(view: View, start: int, end: int, hints: frozenset[str]) -> str:
    """The case that most words of the name, the office or preposition before it and the tagger agree on, as a grammeme."""
    nominative = all(view.units[i].initial or view.units[i].cases == {"Nom"} for i in range(start, end))
    if nominative and (hints == {"nomn"} or ("nomn" in hints and not any(name_cases(view, i) for i in range(start, end)))):
        return "nomn"  # «вице-мэр Акира Цутия», whatever other names the dictionary takes these for
    surely = 2 * (end - start) + 1  # more than the tagger's word on every part of a name that it does not know
    votes = dict.fromkeys(sorted(hints), surely if len(hints) == 1 else 3)
    if governed := view.lex.governed_cases.get(view.low(start - 1), "") if start > 0 else "":
        votes[governed] = votes.get(governed, 0) + surely
    for i in range(start, end):
        if view.units[i].initial:
            continue
        for case in view.units[i].cases:
            votes[CASES.get(case, "nomn")] = votes.get(CASES.get(case, "nomn"), 0) + 2
        known, guessed = name_cases(view, i), _guessed_cases(view, i)
        for case in known or guessed:
            votes[case] = votes.get(case, 0) + (surely if not known and len(guessed) == 1 else 1)
    possible = [name_cases(view, i) for i in range(start, end) if name_cases(view, i) and not is_middle(view, start, i)]
    shared = frozenset.intersection(*possible) if possible else frozenset()
    fitting = {case: count for case, count in votes.items() if not shared or case in shared}
    return max(sorted(fitting or votes), key=lambda case: (fitting or votes)[case], default="nomn")


def _nominative(view: View, i: int, case: str, gender: str) -> str:
    text = view.units[i].text
    if view.units[i].initial or case == "nomn" or text.endswith(UNCHANGING):
        return text
    if "-" in text and not any(reading.known for reading in view.names.morphology.readings(text)):
        return "-".join(_nominative_part(view, part, case, gender) for part in text.split("-"))
    return _nominative_word(view, text, case, gender)


def _nominative_part(view: View, part: str, case: str, gender: str) -> str:
    """One part of a double name; small words after a hyphen are adjectives: "Бодрова-младшего"."""
    if part[:1].isupper():
        return _nominative_word(view, part, case, gender)
    sex = "femn" if gender == "f" else "masc"
    return view.names.morphology.inflect(part, frozenset({"ADJF"}), frozenset({"nomn", "sing", sex})) or part


def _nominative_word(view: View, text: str, case: str, gender: str) -> str:
    morphology = view.names.morphology
    sex = {"m": "masc", "f": "femn"}.get(gender, "")
    for known, kinds in ((True, ("Name", "Patr", "Surn", "Anum")), (False, ("Patr", "Surn"))):
        for reading in sorted(morphology.readings(text), key=lambda reading: reading.has("Name", "Fixd", "femn")):
            fits = reading.known == known and case in reading.tags and "plur" not in reading.tags and not reading.tags.isdisjoint(kinds)
            if fits and (not sex or sex in reading.tags or (known and "ms-f" in reading.tags)):
                return morphology.inflect(text, reading.tags, frozenset({"nomn"})) or text
    return _odd_nominative(text, case, sex, view) or surname_nominative(text, case, gender, view.lex)


def _odd_nominative(text: str, case: str, sex: str, view: View) -> str:
    """The nominative of surnames told in the plural ("братьям Третьяковым") or that are adjectives ("Олега Белого"); else empty."""
    for reading in view.names.morphology.readings(text):
        if reading.known and case in reading.tags and reading.has("Surn", "plur"):
            return view.names.morphology.inflect(text, reading.tags, frozenset({"nomn", "sing", sex or "masc"}))
        if reading.known and case in reading.tags and "ADJF" in reading.tags and not SURNAME_FORM.search(text.lower()) and (not sex or sex in reading.tags):
            return view.names.morphology.inflect(text, reading.tags, frozenset({"nomn"}))
    return ""


def is_called_as_land(view: View, i: int) -> bool:
    """Whether the tagger takes a given name, or the surname behind one, for a place: «митрополиту Христофору», «губернатору Валентине Белой»."""
    unit = view.units[i]
    if is_behind_see(view, i):
        return True
    given = i if unit.ent_start else i - 1
    if unit.ent != "LOC" or given < 1 or view.units[given].ent != "LOC" or gazetteer_place(view, i) is not None or gazetteer_place(view, given) is not None:
        return False
    return any(r.known and "Name" in r.tags for r in view.names.morphology.readings(view.low(given))[:1])


def is_behind_see(view: View, i: int) -> bool:
    """Whether a word is the name of a bishop told behind his see: «митрополит Пермский и Кунгурский Тихон», which may be a town's name as well."""
    first = i
    while first > 0 and (view.low(first - 1) == "и" or (view.is_cap(first - 1) and ADJECTIVE_FORM.search(view.low(first - 1)))):
        first -= 1
    given = view.is_cap(i) and any(r.known and "Name" in r.tags for r in view.names.morphology.readings(view.low(i)))
    return given and 0 < first < i and view.among(first - 1, view.lex.clergy)


def tells_town(view: View, i: int) -> bool:
    """Whether «г.» stands before a town, and is no short «господин»: «в г. Пскове»."""
    told = view.lang == "ru" and view.low(i).rstrip(".") == "г" and i + 1 < len(view) and "Loc" in view.units[i + 1].cases
    return told and gazetteer_place(view, i + 1) is not None


def is_short_land(view: View, i: int) -> bool:
    """Whether the first letters of a land, which the tagger takes for a name, stand between an office and its holder: «Главы КБР Анзора Бекова»."""
    text = view.units[i].text
    short = text.isupper() and text.isalpha() and 1 < len(text) <= LONGEST_LAND and not view.shouting
    beside = short and view.among(i - 1, view.lex.whole_lands) and view.is_cap(i + 1) and not view.units[i + 1].text.isupper()
    return beside and view.units[i].ent in {"PER", "LOC"} and view.units[i + 1].ent == "PER"


def is_capital_adjective(view: View, i: int) -> bool:
    """Whether an adjective with a capital only belongs to the noun behind it: «Благодарственные письма», which the tagger takes for a name."""
    behind = view.units[i + 1] if i + 1 < len(view) else view.units[i]
    if view.units[i].pos != "ADJ" or behind.pos != "NOUN" or not behind.text.islower():
        return False
    readings = view.names.morphology.readings(view.low(i))
    return bool(readings) and readings[0].known and not any(r.tags & NAME_TAGS or "ADJF" not in r.tags for r in readings)


def begins_anew(view: View, start: int, i: int, before: int) -> bool:
    """Whether a nominative follows a man's name in another case: "сын Джона Байдена Хантер", «с Ким Чен Ыном Владимир Путин»."""
    last, unit = view.units[before], view.units[i]
    if last.low.endswith(INSTRUMENTAL) and not name_cases(view, before) and name_kind(view, i) == "Name" and view.is_cap(i + 1):
        return "ablt" not in name_cases(view, i)
    told = last.gender == "Masc" and bool(last.cases) and "Nom" not in last.cases and last.low[-1] in "ауюя" and before > start
    return told and unit.cases == {"Nom"} and unit.low[-1] in CONSONANTS


def is_middle(view: View, start: int, i: int) -> bool:
    """Whether a short word is the middle of a foreign name, of which the first and last alone change: «посла Данга Минь Кхоя»."""
    unit, inside = view.units[i], i == start + 1 and i + 1 < len(view) and all(view.units[k].ent == "PER" and not view.units[k].ent_start for k in (i, i + 1))
    return inside and view.is_cap(i + 1) and len(unit.text) <= SHORT and unit.low[-1] in UNCHANGED and name_kind(view, start) != "Surn"


def _is_of_three(view: View) -> bool:
    """Whether the sentence opens with a foreign name of three words by the tagger, the first of them short: «Чан Куок Хынг»."""
    first = view.units[:3]
    return len(first) == 3 and len(first[0].text) <= SHORT and all(u.ent == "PER" and u.cap and not (k and u.ent_start) for k, u in enumerate(first))


def is_common_word(view: View, readings: tuple[Reading, ...]) -> bool:
    """Whether a word that begins a sentence is an ordinary one before a name ("Теорему Пифагора"), or no noun in the singular."""
    if _is_of_three(view) and any(r.has("NOUN", "nomn", "sing") for r in readings):
        return False
    if not readings or any(not r.known or r.tags & {*NAME_TAGS, "Geox", "Abbr"} for r in readings):
        return False
    return view.is_cap(1) and not view.units[1].initial or not any(r.has("NOUN", "sing") for r in readings)


def acts_alone(view: View) -> bool:
    """Whether a sentence opens with a man's surname that has a common word's form, and with what he did: «Токаев заявил»."""
    first, verb = view.units[0], view.units[min(1, len(view) - 1)]
    alike = verb.pos == "VERB" and first.number == "Sing" and verb.number == "Sing" and first.cases == {"Nom"}
    return alike and first.pos == "PROPN" and bool(SOLE_SURNAME.search(first.low)) and first.gender == "Masc" and gazetteer_place(view, 0) is None
