"""Names of people: where they stand in a sentence, and their normal form."""

from __future__ import annotations

from pipeline.names.agreement_ru import agrees
from pipeline.names.known_places import gazetteer_place
from pipeline.names.offices_en import is_named_as_office
from pipeline.names.people_ru import (
    NAME_TAGS,
    SOLE_SURNAME,
    acts_alone,
    begins_anew,
    is_called_as_land,
    is_capital_adjective,
    is_common_word,
    is_middle,
    is_short_land,
    name_cases,
    name_kind,
    russian_name,
    tells_town,
)
from pipeline.names.pieces import Name
from pipeline.names.view import APOSTROPHES, View

LONGEST = 5  # words of a name
STATE = 2  # letters of an American state's short form
ARTICLES = ("al-", "el-")  # of Arabic surnames
NICKNAME_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "(", ")"})


def skip_honorifics(view: View, i: int) -> int:
    """The unit after "Mr.", "His Excellency", "г-н" and the like at `i`."""
    j = i
    while j < len(view) and view.among(j, view.lex.honorifics) and (view.is_cap(j) or view.lang == "ru" or view.low(j) in {"his", "her", "the", "excellency"}):
        j += 1
        dotted = view.low(j) == "." and (view.lang == "ru" or view.is_cap(j + 1))  # "Col. Peter Kern" as two tokens
        j += dotted or (view.low(j) in APOSTROPHES and view.low(j - 1) == "dato")
    if j == i or tells_town(view, i):
        return i
    told = {view.low(k) for k in range(i, j)}
    return i if told <= {"his", "her", "the", "он", "его", "ее"} or view.low(j - 1) == "the" else j


def parse_name(view: View, i: int, *, strong: bool, cases: frozenset[str] = frozenset()) -> Name | None:
    """The name of a person that begins at `i`. `strong`: an office or honorific stands before it, so that capitals are proof enough.

    `cases`: in which cases (OpenCorpora grammemes) that office can stand, Russian only.
    """
    end = _name_end(view, i, strong)
    if end == i:
        return None
    if view.lang == "ru" and strong and cases and not agrees(view, i, end, cases):
        return None
    if not any(len(view.low(k)) > 1 and not view.units[k].initial for k in range(i, end)):
        return None
    if view.lang == "ru":
        return russian_name(view, i, end, cases)
    i += view.low(i) in view.lex.told_callings and end - i > 2
    quoted = {k for k in range(i + 1, end - 1) if view.units[k - 1].text in NICKNAME_QUOTES and view.units[k + 1].text in NICKNAME_QUOTES}
    kept = [unit for k, unit in enumerate(view.units[i:end], start=i) if k not in quoted and unit.text not in NICKNAME_QUOTES]
    words = [unit.text for unit in kept if unit.low not in view.lex.name_tails]
    if len(words) == 1 and len(kept) == 2 and kept[1].text.isupper():
        words = [unit.text for unit in kept]  # "King Charles III"
    return Name(i, _tail_end(view, end), " ".join(words), "")


def _tail_end(view: View, end: int) -> int:
    """The end of a name with "Jr." after it, behind a comma or not."""
    j = end + (view.low(end) == ",")
    return j + 1 if view.low(j) in view.lex.name_tails and view.is_cap(j) else end


def skip_party(view: View, i: int) -> int:
    """The unit behind the party and state of somebody whose name ends at `i`: "(R-Ohio)", ", D-Ohio,"; `i` where none is told."""
    letter, hyphen, state = view.low(i + 1).partition("-")
    district = view.low(i) == "(" and state.isdigit() and len(letter) == STATE and view.low(i + 2) == ")"  # "(TX-18)"
    if district:
        return i + 3
    if view.low(i) not in {"(", ","} or letter not in view.lex.party_letters or not hyphen or not state:
        return i
    if view.low(i) == ",":
        return i + 2 if view.low(i + 2) in {",", "and"} else i
    return next((k + 1 for k in range(i + 2, min(i + 5, len(view))) if view.low(k) == ")"), i)


def skip_force(view: View, i: int) -> int:
    """The unit behind the armed force that somebody serves in, told behind a name that ends at `i`: ", U.S. Army (Retired)"; `i` where none is told."""
    if view.lang != "en" or view.low(i) != ",":
        return i
    end = next((k + 1 for k in range(i + 1, min(i + 1 + LONGEST, len(view))) if view.is_cap(k) and view.low(k) in view.lex.forces), i)
    if end == i or not all(view.is_cap(k) for k in range(i + 1, end)):
        return i
    if view.low(end) == "(" and view.low(end + 2) == ")":
        return end + 3
    return end + 2 if view.low(end) == "," and view.among(end + 1, view.lex.former) else end


def _name_end(view: View, i: int, strong: bool) -> int:
    if not view.is_cap(i) or not (_is_name_word(view, i, strong) or view.units[i].initial):
        return i
    if view.lang == "ru" and len(view.units[i].text) == 1 and not (strong and 0 < i < len(view) - 1 and view.units[i].ent == "PER" and view.is_cap(i + 1)):
        return i  # a preposition: "О Джо Байдене", but no «министр У Вин Аун»
    end = i
    while end < len(view) and sum(view.low(k) not in view.lex.particles for k in range(i, end)) <= LONGEST and _goes_on(view, i, end, strong):
        end += 1
        end = _after_nickname(view, end)
    while end > i and view.low(end - 1) in view.lex.particles and not view.is_cap(end - 1):
        end -= 1
    words = [k for k in range(i, end) if not view.units[k].initial and view.low(k) not in view.lex.name_tails]
    if not words:
        return i
    return end if strong or _is_evident(view, i, end) else i


def _after_nickname(view: View, i: int) -> int:
    """The surname after a nickname in quotes, as in 'Robert "Bob" Stone'; `i` if none stands there."""
    if view.lang == "ru" or i + 3 >= len(view) or view.units[i].text not in NICKNAME_QUOTES or view.units[i + 2].text not in NICKNAME_QUOTES:
        return i
    if view.units[i].text == "(" and (view.units[i + 1].ent != "PER" or view.units[i + 1].initial):  # "John (Jay) Weller"
        return i
    return i + 3 if view.is_cap(i + 1) and view.is_cap(i + 3) and _is_name_word(view, i + 3, True) else i


def _goes_on(view: View, start: int, i: int, strong: bool) -> bool:
    unit = view.units[i]
    if unit.low in view.lex.not_names:
        return False
    if unit.initial:
        return True
    if i > start and view.low(i) in view.lex.particles and view.is_cap(i + 1 + (view.low(i + 1) in view.lex.particles)):
        return True
    anew = i > start and view.units[i].ent == "PER" and view.units[i].ent_start and view.units[i - 1].ent == "PER"
    if anew and view.lang == "en" and not unit.low.startswith(ARTICLES) and not _is_double(view, start, i, strong):
        return False
    return unit.cap and _is_name_word(view, i, strong) and (view.lang == "en" or i == start or _same_name(view, start, i))


def _is_double(view: View, start: int, i: int, strong: bool) -> bool:
    """Whether an English name of three or four words, which the tagger takes for two, is one person's: "President Juan Carlos Vega Soto of Peru"."""
    end = i
    while end < len(view) and view.units[end].ent == "PER" and (end == i or not view.units[end].ent_start):
        end += 1
    return (
        strong
        and i - start == 2
        and end - i in {1, 2}
        and view.low(end) in {"of", ",", ".", "'s", "’s", "'", "’", "", "and", "in", "on", "to", "at", "for", "with", "from", "during"}
    )


def _same_name(view: View, start: int, i: int) -> bool:
    """A name's words stand in one case: "с министром Петровым Иваном", not "министру Петрову Иван ..."."""
    if i - 1 > start and view.low(i - 1) in view.lex.particles:
        return True  # «Хамад бен Иса Аль Тани»: a particle ties what follows, whatever other forms the dictionary takes it for
    before = next((k for k in range(i - 1, start - 1, -1) if not view.units[k].initial), -1)
    if before < 0:
        return True
    first, second = name_cases(view, before), name_cases(view, i)
    if first and second and not first & second and not is_middle(view, start, i):
        return False
    if begins_anew(view, start, i, before):
        return False
    if view.among(start - 1, view.lex.called_after) and i == start + 1 and name_kind(view, start) != "Name" and name_kind(view, i) == "Name":
        return False  # «наградил орденом Пирогова Анну Линд»
    again = name_kind(view, i) == "Name" and any(name_kind(view, k) == "Name" for k in range(start, i))
    return not (again and view.units[before].cases and view.units[i].cases and not view.units[before].cases & view.units[i].cases)


def _is_name_word(view: View, i: int, strong: bool) -> bool:
    unit = view.units[i]
    if (
        not unit.cap
        or unit.dated
        or not unit.text[:1].isalpha()
        or unit.low in APOSTROPHES
        or (unit.text.isupper() and len(unit.text) > 3 and unit.ent != "PER" and not view.shouting)
    ):
        return False
    if view.lang == "en":
        return _is_english_word(view, i, strong)
    return _is_russian_word(view, i, strong)


def _is_english_word(view: View, i: int, strong: bool) -> bool:
    unit, lex = view.units[i], view.lex
    if is_named_as_office(view, i):
        return True
    inside = not unit.ent_start and i > 0 and view.units[i - 1].ent == "PER" and view.low(i) not in lex.bodies  # "Dana Banks"
    if unit.ent == "PER" and not view.among(i, lex.offices) and not (view.among(i, lex.bodies) and not inside or view.low(i) in lex.groups):
        return True
    if view.is_known(i) and unit.pos == "PROPN":
        return True
    if view.among(i, lex.offices, lex.bodies, lex.events, lex.regions, lex.portfolios, lex.honorifics) or view.low(i) in view.names.adjectives["en"]:
        return False
    if strong and (_is_called_as_town(view, i) or _is_called_as_land(view, i)):
        return True
    if unit.ent == "" and unit.pos == "PROPN" and i + 1 < len(view) and view.units[i + 1].ent == "PER" and view.units[i + 1].ent_start:
        return gazetteer_place(view, i) is None
    if (
        not strong
        or view.shouting
        or unit.pos not in {"PROPN", "NOUN", "ADJ", "X", "VERB"}
        or unit.ent == "EVENT"
        or unit.ent == "FAC"
        and not _holds_town(view, i)
    ):
        return False
    found = gazetteer_place(view, i)
    return found is None or found[1].type == "city" and unit.ent != "LOC"


def _is_called_as_town(view: View, i: int) -> bool:
    """Whether a town's name behind an office is a given name, for a surname and no more follows: "Foreign Minister of Armenia Ararat Petrosyan met"."""
    found, j = gazetteer_place(view, i), i + 1
    if found is None or found[1].type != "city" or found[0] > j or view.units[i].pos != "PROPN" or not view.is_cap(j) or view.is_cap(j + 1):
        return False
    behind, lex = view.units[j], view.lex
    listed = view.among(j, lex.offices, lex.bodies, lex.events, lex.regions, lex.cities, lex.portfolios, lex.body_modifiers, lex.honorifics)
    return behind.pos == "PROPN" and behind.ent in {"", "PER", view.units[i].ent} and not listed and not behind.dated and gazetteer_place(view, j) is None


def _is_called_as_land(view: View, i: int) -> bool:
    """Whether a region's name behind a given name is a surname: "the Mayor of Konya Ugur Altay said"."""
    found = gazetteer_place(view, i)
    if found is None or found[1].type not in {"region", "area"} or found[0] > i + 1 or view.is_cap(i + 1) or i == 0 or view.units[i].pos != "PROPN":
        return False
    before = view.units[i - 1]
    return before.cap and before.pos == "PROPN" and view.units[i].ent != "LOC" and not view.among(i - 1, view.lex.offices, view.lex.honorifics)


def _holds_town(view: View, i: int) -> bool:
    """Whether the tagger takes a town and the name behind it for one building: "the Mayor of Plovdiv Stoyan Iliev"."""
    first = i
    while first > 0 and view.units[first].ent == view.units[first - 1].ent and not view.units[first].ent_start:
        first -= 1
    found = gazetteer_place(view, first)
    return found is not None and found[0] <= i and view.low(first - 1) == "of"


def _is_russian_word(view: View, i: int, strong: bool) -> bool:
    unit, lex = view.units[i], view.lex
    if is_short_land(view, i) or is_capital_adjective(view, i):
        return False
    readings = view.names.morphology.readings(view.low(i))
    if i == 0 and is_common_word(view, readings):
        return acts_alone(view)
    if readings and readings[0].tags & NAME_TAGS and readings[0].known and unit.ent in {"PER", ""} or unit.ent == "PER":
        return not (view.among(i, lex.offices, lex.bodies, lex.office_modifiers) and not any(r.tags & {*NAME_TAGS, "Anum"} for r in readings))
    if view.is_known(i):
        return True
    if view.among(i, lex.offices, lex.bodies, lex.events, lex.regions, lex.honorifics, lex.groups, lex.office_modifiers):
        return False
    if any(r.tags & NAME_TAGS for r in readings[:3]) and unit.pos == "PROPN" and unit.ent != "LOC" and (strong or unit.ent == ""):
        return gazetteer_place(view, i) is None or any(r.tags & {"Name", "Surn"} and r.known for r in readings)
    if not strong or unit.pos not in {"PROPN", "NOUN", "X", "ADJ"} or any("Geox" in r.tags for r in readings[:1]):
        return False
    if is_called_as_land(view, i):
        return True
    return unit.ent not in {"LOC", "ORG"} and gazetteer_place(view, i) is None and not (readings and readings[0].known and unit.pos != "PROPN")


def _is_evident(view: View, start: int, end: int) -> bool:
    """Whether the words are a person's name without an office before them."""
    units = view.units[start:end]
    if any(unit.ent == "PER" for unit in units):
        return not _is_place(view, start, end)
    if any(view.is_known(i) for i in range(start, end)):
        return True
    if view.lang == "en":
        return False
    if len(units) == 1 and start == 0 and view.units[start].pos == "PROPN" and SOLE_SURNAME.search(units[0].low) and gazetteer_place(view, start) is None:
        return end < len(view) and view.units[end].pos == "VERB" and units[0].cases <= {"Nom"}  # «Бакиев объявил»
    initials = any(unit.initial for unit in units)
    kinds = {tag for unit in units for r in view.names.morphology.readings(unit.low)[:2] if r.known for tag in r.tags & NAME_TAGS}
    return (initials and len(units) > 1) or (len(kinds) > 1 and len(units) > 1)


def _is_place(view: View, start: int, end: int) -> bool:
    found = gazetteer_place(view, start)
    if found is None or found[0] < end:
        return False
    if view.lang == "ru" and any(r.tags & {"Name", "Surn"} and r.known for r in view.names.morphology.readings(view.low(start))):
        return False
    return found[1].type != "city" or not view.is_known(start)
