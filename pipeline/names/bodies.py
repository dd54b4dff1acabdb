"""Bodies: governments, ministries, companies and other organisations, each as one piece with the place it belongs to."""

from __future__ import annotations

from pipeline.names.lexicon import fold
from pipeline.names.normal import nominative_phrase
from pipeline.names.pieces import Piece
from pipeline.names.places import gazetteer_place, parse_place
from pipeline.names.view import APOSTROPHES, View

PREPOSITIONS = frozenset({"of", "for", "on", "in", "to"})
QUOTES = {"«": "»", "“": "”", '"': '"', "„": "“"}
MODIFIERS = 8  # words before the head noun


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


def parse_owner(view: View, i: int) -> Piece | None:
    """A place or a country's adjective that stands before a noun: "Azerbaijan's", "Penza region", "Czech", "казахстанский"."""
    place = parse_place(view, i)
    if place is not None:
        end = place.end + (view.low(place.end) in APOSTROPHES)
        return Piece(i, end, place.type, place.name, place.country, place.head, place.name_start)
    return parse_adjective(view, i)


def parse_adjective(view: View, i: int) -> Piece | None:
    """A country's adjective at `i` as the country that it stands for."""
    table = view.names.adjectives[view.lang]
    for end in (i + 2, i + 1):
        if end > len(view) or (view.lang == "en" and not view.is_cap(i)):
            continue
        keys = {view.low(i)} | view.units[i].lemmas if end == i + 1 else {f"{view.low(i)} {view.low(i + 1)}"}
        code = next((table[key] for key in sorted(keys) if key in table), "")
        if code:
            return Piece(i, end, "country", view.names.country_names[view.lang].get(code, view.text(i, end)), code, end - 1)
    return None


def parse_english_body(view: View, i: int) -> Piece | None:
    """ "Government of the Republic of Serbia", "Penza Region Administration", "the Italian government", "Acme LLC", an ORG of the tagger."""
    for parse in (_described, _bloc, _tagged):
        piece = parse(view, i)
        if piece is not None:
            return piece
    return None


def _described(view: View, i: int) -> Piece | None:
    owner = parse_owner(view, i) if view.low(i) not in view.lex.portfolios else None
    if owner is not None and owner.end < len(view):
        head = _find_head(view, owner.end, owner=True)
        if head >= 0:
            return _complete(view, i, head, owner)
    head = _find_head(view, i, owner=False)
    return _complete(view, i, head, None) if head >= 0 else None


def _find_head(view: View, i: int, *, owner: bool) -> int:
    """The last noun for a body in the capitalised run at `i`, or the small one after an owner; -1 if there is none."""
    found = -1
    for j in range(i, min(i + MODIFIERS, len(view))):
        unit = view.units[j]
        if (
            unit.cap
            and view.among(j, view.lex.bodies | view.lex.legal_forms)
            and unit.pos != "VERB"
            and not (j == i and (unit.ent == "PER" or owner and _is_bloc(view, j)))
        ):
            found = j
            continue
        if not unit.cap and view.low(j) in view.lex.lower_bodies and (owner or j == i) and found < 0:
            return j
        if not _continues(view, j):
            break
    return -1 if found >= 0 and view.among(found + 1, view.lex.events | view.lex.offices) and view.is_cap(found + 1) else found


def _continues(view: View, j: int) -> bool:
    unit = view.units[j]
    if unit.cap:
        return unit.text[:1].isalpha() and not view.among(j, view.lex.offices - view.lex.portfolios - view.lex.body_modifiers) and unit.ent != "PER"
    if view.low(j) in {"and", "of", "for", "&", "'s"}:
        return view.is_cap(j + 1) and (view.low(j + 1) in view.lex.portfolios or unit.ent == "ORG" or view.low(j) == "'s")
    return view.low(j) in view.lex.body_modifiers


def _complete(view: View, start: int, head: int, owner: Piece | None) -> Piece | None:
    """The body around its head noun, with what follows: "of Economy of the Slovak Republic"."""
    end, place, told = head + 1, owner, False
    while end < len(view) and view.low(end) in PREPOSITIONS:
        j = end + 1 + (view.low(end + 1) == "the")
        following = parse_place(view, j)
        if following is not None and view.low(end) in {"of", "in"} and not (view.low(end) == "in" and not view.units[head].cap):
            place, end, told = place or following, following.end, True
            break
        stop = field_end(view, j, capitals=view.units[head].cap)
        if stop == j:
            break
        end, told = stop, True
    lower = not view.units[head].cap
    if lower and owner is None and place is None:
        return None
    if head == start and not told and owner is None and (lower or view.among(head, view.lex.common_bodies)):
        return None
    end += not lower and end < len(view) and told and is_abbreviation(view.units[end].text)
    return Piece(start, end, "organization", view.text(start, end), place.country if place else "", head, start, place, lower=lower)


def is_abbreviation(word: str) -> bool:
    """Whether the word is all capitals, as "DETEC"."""
    return word.isupper() and word.isalpha() and len(word) > 1


def field_end(view: View, i: int, *, capitals: bool) -> int:
    """Where the words for a field end that begin at `i`: "Foreign Affairs and Trade", "youth policy"."""
    j = i
    while j < len(view):
        unit, low = view.units[j], view.low(j)
        if low in view.lex.portfolios and (unit.cap or not capitals or unit.ent == "ORG") and not (unit.ent == "PER" and unit.cap and unit.ent_start):
            j += 1
        elif low in {"and", "&", ",", "of", "the", "for"} and j > i and _field_follows(view, j, capitals):
            j += 1
        elif capitals and unit.ent == "ORG" and not unit.ent_start and unit.cap and not view.among(j, view.lex.offices):
            j += 1
        else:
            break
    return j


def _field_follows(view: View, j: int, capitals: bool) -> bool:
    k = j + 1
    while view.low(k) in {"the", "and"}:
        k += 1
    return (
        view.low(k) in view.lex.portfolios and (view.is_cap(k) or not capitals) and not (view.low(j) in {"of", "the"} and gazetteer_place(view, k) is not None)
    )


def _is_bloc(view: View, i: int) -> bool:
    found = gazetteer_place(view, i)
    return found is not None and found[1].type == "body"


def _bloc(view: View, i: int) -> Piece | None:
    found = gazetteer_place(view, i)
    if found is None or found[1].type != "body":
        return None
    return Piece(i, found[0], "organization", view.text(i, found[0]), "", found[0] - 1)


def _tagged(view: View, i: int) -> Piece | None:
    """An ORG of the tagger, unless it is an event, a document or an office."""
    unit = view.units[i]
    if unit.ent != "ORG" or not unit.cap or view.among(i, view.lex.offices) or (not unit.ent_start and i > 0 and view.units[i - 1].ent == "ORG"):
        return None
    end = i + 1
    while end < len(view) and view.units[end].ent == "ORG" and not view.units[end].ent_start:
        end += 1
    while end > i + 1 and (view.low(end - 1) in APOSTROPHES or not view.units[end - 1].cap):
        end -= 1
    if view.low(i - 1) == "(" and view.low(end) == ")":
        return None
    if end == i + 1 and (view.low(i) in view.lex.not_bodies or (i == 0 and unit.pos != "PROPN")) or any(view.low(k) in APOSTROPHES for k in range(i, end)):
        return None
    if any(view.among(k, view.lex.events) for k in range(i, end)) or not any(len(view.low(k)) > 1 for k in range(i, end)):
        return None
    return Piece(i, end, "organization", view.text(i, end), "", end - 1)


def parse_russian_body(view: View, i: int) -> Piece | None:
    """ "Правительство Астраханской области", "ООО «Ромашка»", "итальянское правительство", an ORG of the tagger."""
    for parse in (_russian_described, _russian_bloc, _russian_tagged):
        piece = parse(view, i)
        if piece is not None:
            return piece
    return None


def _russian_described(view: View, i: int) -> Piece | None:
    head = i
    while head < len(view) and head < i + 4 and not _is_body_noun(view, head) and _is_adjective(view, head):
        head += 1
    if head >= len(view) or not _is_body_noun(view, head) or (view.units[head].initial):
        return None
    end, place, quoted = russian_complement(view, head + 1)
    owner = next((found for k in range(i, head) if (found := parse_adjective(view, k)) is not None), None)
    place = place or owner
    if _is_vague(view, i, head, end, place, quoted):
        return None
    name = nominative_phrase(view, i, end)
    return Piece(i, end, "organization", name, place.country if place else "", head, i, place, lower=not view.is_cap(i))


def _is_body_noun(view: View, i: int) -> bool:
    return view.among(i, view.lex.bodies | view.lex.legal_forms) and view.units[i].pos not in {"VERB", "ADP"}


def _is_vague(view: View, start: int, head: int, end: int, place: Piece | None, quoted: bool) -> bool:
    """Whether these are only common words: "центр", "новая школа"."""
    if quoted or view.is_cap(head) and start > 0 or (view.units[head].text.isupper() and len(view.units[head].text) > 1):
        return False
    if place is not None and (not place.generic or view.among(head, view.lex.bodies - view.lex.common_bodies)):
        return False
    if start == 0 and view.is_cap(0) and end > head + 1:
        return False
    return view.among(head, view.lex.common_bodies) or end == head + 1 and not any(view.is_cap(k) for k in range(max(start, 1), head + 1))


def _is_adjective(view: View, i: int) -> bool:
    return any(reading.tags & {"ADJF", "PRTF"} for reading in view.names.morphology.readings(view.low(i))[:2])


def russian_complement(view: View, i: int) -> tuple[int, Piece | None, bool]:
    """What follows a Russian body's noun: (end, the place in it, whether a name in quotes is in it)."""
    end, place, quoted = i, None, False
    while end < len(view):
        if view.units[end].text in QUOTES and (stop := quote_end(view, end)) > end:
            end, quoted = stop, True
            continue
        following = generic_place(view, end) or (parse_place(view, end) if _is_genitive(view, end) or view.units[end].text.isupper() else None)
        if following is not None:
            return following.end, following, quoted
        step = genitive_step(view, end)
        if step == end:
            break
        end = step
    return end, place, quoted


def quote_end(view: View, i: int) -> int:
    """The unit after the quotation mark that closes the one at `i`; `i` if it is not closed soon."""
    close = QUOTES[view.units[i].text]
    return next((j + 1 for j in range(i + 1, min(i + 12, len(view))) if view.units[j].text == close), i)


def generic_place(view: View, i: int) -> Piece | None:
    """ "области", "региона", "страны": a place that the context tells."""
    if view.is_cap(i) or not view.among(i, frozenset({"область", "край", "регион", "республика", "страна", "город", "район", "округ", "государство"})):
        return None
    if view.is_cap(i + 1) and i + 1 < len(view) and view.units[i + 1].ent != "PER" and parse_place(view, i) is not None:
        return None
    return Piece(i, i + 1, "region", nominative_phrase(view, i, i + 1), "", i, generic=True) if _is_genitive(view, i) else None


def _is_genitive(view: View, i: int) -> bool:
    readings = view.names.morphology.readings(view.low(i)) if view.low(i)[:1].isalpha() else ()
    return any(reading.tags & {"gent", "gen2"} or "Fixd" in reading.tags for reading in readings)


def genitive_step(view: View, i: int) -> int:
    """The unit after the genitive words at `i` ("и внешних связей", "по делам молодёжи"); `i` if there are none."""
    if view.low(i) in {"и", ","} and _plain_genitive(view, i + 1) and not _is_body_noun(view, i + 1):
        return i + 2 if view.low(i) == "и" or _list_goes_on(view, i + 1) else i
    if view.low(i) == "по" and _has_case(view, i + 1, {"datv"}):
        return _while_case(view, i + 1, {"datv"})
    if view.low(i) == "при" and _has_case(view, i + 1, {"loct"}):
        return _while_case(view, i + 1, {"loct"})
    return i + 1 if _plain_genitive(view, i) or _are_members(view, i) else i


def _are_members(view: View, i: int) -> bool:
    """ "совет министров", "палата представителей": the holders of an office of whom a body is made."""
    if not _is_body_noun(view, i - 1) or not view.among(i, view.lex.offices):
        return False
    return any(reading.has("gent", "plur", "NOUN") for reading in view.names.morphology.readings(view.low(i)))


def _plain_genitive(view: View, i: int) -> bool:
    """Whether the unit may go on a chain of genitives and is no name, office or verb."""
    if i >= len(view) or not view.low(i)[:1].isalpha() or view.units[i].ent == "PER" or view.units[i].initial:
        return False
    unit, readings = view.units[i], view.names.morphology.readings(view.low(i))
    if unit.cap and any(r.tags & {"Name", "Surn", "Patr"} for r in readings[:1]):
        return False
    if unit.cases and "Gen" not in unit.cases and unit.pos != "PROPN":
        return False
    nominal = [r for r in readings if r.tags & {"NOUN", "ADJF", "PRTF"} and not r.tags & {"NPRO"}]
    return bool(nominal) and _is_genitive(view, i) and unit.pos in {"NOUN", "ADJ", "PROPN", "VERB", "X"} and not view.among(i, view.lex.offices)


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
    while j < len(view) and _has_case(view, j, cases) and view.units[j].ent != "PER" and not (j > i and view.among(j, view.lex.offices)):
        j += 1
        if view.low(j) == "и" and _has_case(view, j + 1, cases) and not view.is_cap(j + 1):
            j += 1
    return j


def _russian_bloc(view: View, i: int) -> Piece | None:
    found = gazetteer_place(view, i)
    if found is None or found[1].type != "body":
        return None
    return Piece(i, found[0], "organization", nominative_phrase(view, i, found[0]), "", i)


def _russian_tagged(view: View, i: int) -> Piece | None:
    unit = view.units[i]
    if (
        unit.ent != "ORG"
        or not (unit.cap or unit.text in QUOTES)
        or (not unit.ent_start and i > 0 and view.units[i - 1].ent == "ORG" and view.units[i - 1].text not in QUOTES)
    ):
        return None
    end = i + 1
    while end < len(view) and view.units[end].ent == "ORG" and not view.units[end].ent_start:
        end += 1
    if any(view.among(k, view.lex.events | view.lex.offices | view.lex.not_bodies) for k in range(i, end)):
        return None
    name = nominative_phrase(view, i, end) if unit.cap else view.text(i, end).strip('«»“”"„')
    return Piece(i, end, "organization", name, "", i)


def is_body(name: str, view: View) -> bool:
    """Whether `name` holds a noun for a body."""
    return any(part in view.lex.bodies for part in fold(name).split())
