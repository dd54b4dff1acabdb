"""Chains of genitives and names in quotes after a Russian noun: "связей и молодёжной политики", "по делам молодёжи", «Ромашка»."""

from __future__ import annotations

from dataclasses import replace

from pipeline.names.known_places import gazetteer_place
from pipeline.names.normal import nominative_phrase
from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.view import View, remembered

QUOTES = {"«": "»", "“": "”", '"': '"', "„": "“"}
HEADS = frozenset({"глава", "президент"})
DASHES = frozenset({"-", "–", "—"})
MEMBERS = frozenset({"участник", "участница", "член"})
OURS = frozenset({"нашего", "нашей"})  # «глава нашего государства»


@remembered
def generic_place(view: View, i: int) -> Piece | None:
    """ "области", "региона", "страны": a place that the context tells."""
    if view.low(i) in OURS and view.among(i - 1, HEADS) and i + 1 < len(view) and (found := generic_place(view, i + 1)) is not None:
        return replace(found, start=i)
    if view.is_cap(i) or not view.among(i, view.lex.told_lands):
        return None
    if view.is_cap(i + 1) and i + 1 < len(view) and view.units[i + 1].ent != "PER" and parse_place(view, i) is not None:
        return None
    end = _club_end(view, i + 1) if view.units[i].number == "Plur" else i + 1
    return Piece(i, end, "region", nominative_phrase(view, i, end), "", i, generic=True) if is_genitive(view, i) else None


def _club_end(view: View, i: int) -> int:
    """The end of what several lands belong to, told in quotes or as a club of so many: "стран «Большой двадцатки»", "стран большой восьмёрки"; else `i`."""
    if i < len(view) and view.units[i].text in QUOTES and (stop := quote_end(view, i)) > i:
        return stop
    if i + 1 < len(view) and view.units[i].text in DASHES and view.among(i + 1, MEMBERS) and is_genitive(view, i + 1):
        found = gazetteer_place(view, i + 2)  # «Ассамблея государств – участников СНГ»
        return found[0] if found is not None and found[1].type == "body" else i + 2
    return i + 2 if view.among(i + 1, view.lex.clubs) and _plain_genitive(view, i) else i


@remembered
def is_genitive(view: View, i: int) -> bool:
    """Whether the unit can be read as a genitive."""
    readings = view.names.morphology.readings(view.low(i)) if view.low(i)[:1].isalpha() else ()
    if readings and not readings[0].known and view.units[i].cases == {"Gen"}:
        return True
    return any(reading.tags & {"gent", "gen2"} or "Fixd" in reading.tags for reading in readings)


def genitive_step(view: View, i: int) -> int:
    """The unit after the genitive words at `i` ("и внешних связей", "по делам молодёжи"); `i` if there are none."""
    if view.low(i) == "и" and view.among(i + 2, view.lex.offices) and view.units[i + 1].pos == "ADJ":
        return i  # «встреча премьера и первого вице-премьера»
    if view.low(i) in {"и", ","} and _plain_genitive(view, i + 1) and not is_body_noun(view, i + 1):
        return i + 2 if view.low(i) == "и" or _list_goes_on(view, i + 1) else i
    apart = view.among(i + 1, view.lex.no_fields) or _is_bloc(view, i - 1) or view.is_cap(i + 1) and view.among(i - 1, view.lex.whole_lands)
    apart = apart or view.low(i + 1) == "странам" and view.among(i - 1, view.lex.whole_lands)
    if view.low(i) == "по" and apart:
        return i  # «Совет безопасности ООН по Украине», «поездка президента по Приморскому краю», «поездка премьера по странам Азии»
    if view.low(i) == "по" and view.is_cap(i + 1) and (place := parse_place(view, i + 1)) is not None:
        return place.end
    if view.low(i) == "по" and _has_case(view, i + 1, {"datv"}):
        return _together(view, _while_case(view, i + 1, {"datv"}))
    if view.low(i) == "при" and _has_case(view, i + 1, {"loct"}) and not view.among(i + 1, view.lex.support):
        return _while_case(view, i + 1, {"loct"})
    if i + 1 < len(view) and view.units[i].pos == "ADV" and view.units[i + 1].pos in {"ADJ", "VERB"} and _plain_genitive(view, i + 1):
        return i + 2  # «руководитель недавно созданной службы»
    counted = i + 1 < len(view) and view.units[i].pos == "NUM" and "Gen" in view.units[i].cases and _plain_genitive(view, i + 1)
    if counted and not view.among(i + 1, view.lex.groups, view.lex.pair_nouns):
        return i + 1  # «руководители трёх телеканалов», not «парламенты двух государств»
    if view.among(i, view.lex.unowned) and view.among(i - 1, view.lex.whole_lands):
        return i  # «указом президента орденов удостоены»
    return i + 1 if _plain_genitive(view, i) or _are_members(view, i) else i


def _is_bloc(view: View, i: int) -> bool:
    """Whether the unit is a bloc known by its letters: "ООН", not "МВД", which has offices "по Москве"."""
    found = gazetteer_place(view, i) if i >= 0 and view.units[i].text.isupper() else None
    return found is not None and found[1].type == "body"


def with_further_people(view: View, i: int) -> int:
    """The end of "и предпринимателей" behind the people of whom a body is made: "союз промышленников и предпринимателей"; `i` if none are told."""
    return i + 2 if view.low(i) == "и" and _are_people(view, i - 1) and _are_people(view, i + 1) else i


def _are_people(view: View, i: int) -> bool:
    """Whether the unit is a genitive of people of a kind: "промышленников и предпринимателей"."""
    readings = view.names.morphology.readings(view.low(i)) if 0 <= i < len(view) and not view.is_cap(i) and view.units[i].pos == "NOUN" else ()
    return "Gen" in view.units[i].cases and any(r.has("NOUN", "gent", "plur", "anim") for r in readings) if readings else False


def _together(view: View, i: int) -> int:
    """The end of "с общественными объединениями" behind a noun that takes it ("по взаимодействию"); `i` if nothing of the kind stands there."""
    linked = view.low(i) in {"с", "со"} and view.among(i - 1, view.lex.joint_nouns) and _has_case(view, i + 1, {"ablt"})
    return _while_case(view, i + 1, {"ablt"}) if linked else i


def _are_members(view: View, i: int) -> bool:
    """ "совет министров", "палата представителей": the holders of an office of whom a body is made."""
    if not is_body_noun(view, i - 1) or not view.among(i, view.lex.offices):
        return False
    return any(reading.has("gent", "plur", "NOUN") for reading in view.names.morphology.readings(view.low(i)))


def _plain_genitive(view: View, i: int) -> bool:
    """Whether the unit may go on a chain of genitives and is no name, office or verb."""
    if i >= len(view) or not view.low(i)[:1].isalpha() or view.units[i].ent == "PER" or view.units[i].initial:
        return False
    unit, readings = view.units[i], view.names.morphology.readings(view.low(i))
    if unit.cap and any(r.tags & {"Name", "Surn", "Patr"} for r in readings[:1]):
        return False
    if unit.cases and "Gen" not in unit.cases and unit.pos != "PROPN" or (unit.pos == "VERB" and not unit.cases):
        return False
    nominal = [r for r in readings if r.tags & {"NOUN", "ADJF", "PRTF"} and not r.tags & {"NPRO"}]
    return bool(nominal) and is_genitive(view, i) and unit.pos in {"NOUN", "ADJ", "PROPN", "VERB", "X"} and not view.among(i, view.lex.offices)


def _list_goes_on(view: View, i: int) -> bool:
    """ "связи, информации и печати": after a comma only where "и" follows soon."""
    return any(view.low(j) == "и" and _plain_genitive(view, j + 1) for j in range(i + 1, i + 4)) and all(
        view.low(j) in {"и", ","} or _plain_genitive(view, j) for j in range(i, min(i + 2, len(view)))
    )


def _has_case(view: View, i: int, cases: set[str]) -> bool:
    readings = view.names.morphology.readings(view.low(i)) if view.low(i)[:1].isalpha() else ()
    return any(reading.tags & cases and reading.tags & {"NOUN", "ADJF", "PRTF"} for reading in readings)


def _while_case(view: View, i: int, cases: set[str]) -> int:
    j = i
    while (
        j < len(view)
        and view.units[j].pos != "ADP"
        and _has_case(view, j, cases)
        and not (view.is_cap(j) and parse_place(view, j) is not None)
        and view.units[j].ent != "PER"
        and not (j > i and view.among(j, view.lex.offices))
    ):
        j += 1
        if view.low(j) == "и" and _has_case(view, j + 1, cases) and not view.is_cap(j + 1):
            j += 1
    dangling = j > i and view.low(j - 1) == "и" and not _plain_genitive(view, j)  # «агентства по энергии и восстановил порядок»
    return j - dangling


def is_body_noun(view: View, i: int) -> bool:
    """Whether the unit is a noun for an organisation."""
    return view.among(i, view.lex.bodies, view.lex.legal_forms) and view.units[i].pos not in {"VERB", "ADP"}


def quote_end(view: View, i: int) -> int:
    """The unit after the quotation mark that closes the one at `i`; `i` if it is not closed soon."""
    close = QUOTES[view.units[i].text]
    return next((j + 1 for j in range(i + 1, min(i + 12, len(view))) if view.units[j].text == close), i)


def quotes_end(view: View, i: int) -> int:
    """As `quote_end`, behind further names in quotes: «журналисты «Волны» и «Зари»»."""
    end = quote_end(view, i)
    while end > i and view.low(end) == "и" and end + 2 < len(view) and view.units[end + 1].text in QUOTES and is_genitive(view, end + 2):
        following = quote_end(view, end + 1)
        if following <= end + 1:
            break
        end = following
    return end
