"""Offices of English texts: "the former Deputy Minister of Foreign Affairs of Serbia", without the name that may follow."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from pipeline.names.bodies import parse_body
from pipeline.names.bodies_en import field_end, is_abbreviation
from pipeline.names.lexicon import fold
from pipeline.names.offices_en import areas_end, is_holder, is_named_as_office, named_field_end, serves, skip_area, skip_short_form
from pipeline.names.owners import parse_owner
from pipeline.names.pieces import Office, Piece
from pipeline.names.places import parse_place
from pipeline.names.view import APOSTROPHES, View, remembered, singular

DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that"})
GENERIC = frozenset(
    {
        "region",
        "country",
        "republic",
        "state",
        "city",
        "province",
        "government",
        "delegation",
        "mission",
        "nation",
        "district",
        "organization",
        "company",
        "department",
        "ministry",
        "committee",
    }
)
LINKS = frozenset({"of", "for", "the", "and", "in", "to", "on", "&"})
SMALL_WORDS = LINKS | {"chief", "first", "vice", "ex", "co", "elect", "region", "country", "republic", "city", "province", "nation"}
ABROAD = frozenset(
    {"ambassador", "consul", "representative", "envoy", "delegate", "observer", "plenipotentiary", "attache", "attaché", "mission", "commissioner"}
)


@remembered
def parse_office(view: View, i: int) -> Office | None:
    """The office that begins at unit `i`, with determiner, status, owner and complement."""
    start = i
    i += view.low(i) in DETERMINERS
    i, status = _status(view, i)
    owner = parse_owner(view, i)
    if owner is not None and (core := _core(view, _status(view, skip_short_form(view, owner.end))[0])) is not None:
        i, late = _status(view, skip_short_form(view, owner.end))
        return _complete(view, start, i, core, owner, status or late)
    core = _core(view, i)
    if core is not None:
        return _complete(view, start, i, core, None, status)
    return _owned_by_body(view, start, i, status)


def _owned_by_body(view: View, start: int, i: int, status: str) -> Office | None:
    """ "Gazprom CEO", "the Foreign Ministry's spokesman"."""
    body = parse_body(view, i)
    if body is None:
        return None
    end = skip_short_form(view, body.end + (view.low(body.end) in APOSTROPHES))
    core = _core(view, end)
    return _complete(view, start, end, core, body, status) if core is not None else None


def _status(view: View, i: int) -> tuple[int, str]:
    status = ""
    while view.among(i, view.lex.former, view.lex.acting, view.lex.current) and not (i < len(view) and i > 0 and view.units[i - 1].pos == "AUX"):
        status = status or ("former" if view.low(i) in view.lex.former else "acting" if view.low(i) in view.lex.acting else "")
        i += 1
    return i, status


def _core(view: View, i: int) -> tuple[int, int] | None:
    """(head, end) of "First Deputy Prime Minister", "Consul General", "Economy Minister"."""
    head, j = -1, i
    while j < min(i + 10, len(view)):
        if is_office(view, j) and not (head >= 0 and view.units[j].cap and not view.units[head].cap):
            head = j
        elif head == j - 1 and view.low(head) == "chief" and view.is_cap(j) and view.low(j + 1) == "officer" and view.is_cap(j + 1):
            head = -1
        elif not _is_modifier(view, j, i) or (head >= 0 and not _leads_on(view, j, head)):
            break
        j += 1
    if head < 0 or view.units[head].pos == "VERB" and not view.units[head].cap:
        return None
    if view.low(head) == "general" and head > i and view.among(head - 1, view.lex.bodies):
        return None
    end = _tail(view, head + 1)
    return None if view.is_cap(end) and view.among(end, view.lex.bodies, view.lex.events) and view.units[end].ent != "PER" else (head, end)


def _leads_on(view: View, j: int, head: int) -> bool:
    """Whether a modifier behind an office belongs to another one in capitals: "Deputy Prime Minister", "Principal Deputy National Security Adviser"."""
    last = j + 3 if view.low(head) == "deputy" else j + 1
    k = j
    while k < last and view.is_cap(k) and not is_office(view, k) and _is_modifier(view, k, j):
        k += 1
    return k > j and is_office(view, k) and view.is_cap(k)


def is_office(view: View, i: int) -> bool:
    """Whether the unit is a noun for an office, with prefixes ("vice-president") or in the plural."""
    if not 0 <= i < len(view) or is_named_as_office(view, i):
        return False
    unit = view.units[i]
    if view.among(i, view.lex.offices):
        return unit.pos not in {"VERB", "ADJ", "ADV"} or unit.cap
    if "-" not in unit.low:
        return False
    parts = unit.low.split("-")
    allowed = view.lex.offices | view.lex.office_modifiers | view.lex.former | view.lex.acting | view.lex.office_tails | {"general", "in"}
    return any(part in view.lex.offices for part in parts) and all(part in allowed for part in parts)


def _is_modifier(view: View, j: int, start: int) -> bool:
    low = view.low(j)
    if low in view.lex.office_modifiers or (low in view.lex.portfolios and (view.is_cap(j) or view.among(j + 1, view.lex.offices))):
        return True
    return low in {"and", "&", ",", "of"} and low != "of" and j > start and view.is_cap(j - 1) and view.low(j + 1) in view.lex.portfolios and view.is_cap(j + 1)


def _tail(view: View, j: int) -> int:
    if view.low(j) == "in" and view.low(j + 1) == "chief":
        return j + 2
    while view.low(j) in view.lex.office_tails or (view.low(j) == "and" and view.low(j + 1) in view.lex.office_tails):
        j += 1
    return skip_area(view, j)


def _complete(view: View, start: int, core_start: int, core: tuple[int, int], owner: Piece | None, status: str) -> Office:
    head, end = core
    words, further = [_lowered(view, view.text(core_start, end))], list[Piece]()
    while (step := _complement(view, end, head, owner)) is not None:
        end, told, place = step
        if told:
            words.append(told)
        if place is not None and owner is not None and not told:
            further.extend(_more_owners(view, end))
        owner = owner or place
    prefix = view.low(head).split("-")[0]
    status = status or ("former" if prefix in view.lex.former and "-" in view.low(head) else "")
    plural = is_plural(view, head)
    more = _more_owners(view, end) if plural and owner is not None and owner.end == end else []
    position = " ".join(words)
    weak = view.among(head, view.lex.weak_offices) and core_start == head and owner is None and len(words) == 1
    return Office(start, more[-1].end if more else end, head, position, status, owner, weak, plural, tuple(more))


def is_plural(view: View, head: int) -> bool:
    """Whether the noun at `head` is told in the plural."""
    low = view.low(head - (view.low(head) == "general" and view.low(head - 1).endswith("s")))  # "attorneys general"
    return low not in view.lex.offices and low.split("-")[-1] not in view.lex.offices and low.endswith(("s", "men"))


def _complement(view: View, i: int, head: int, owner: Piece | None) -> tuple[int, str, Piece | None] | None:
    """(end, words that belong to the position, place or body) of "of Foreign Affairs", "of the Republic of Serbia", "to the Russian Federation"."""
    preposition = view.low(i)
    if preposition not in {"of", "for", "to", "in", "at", "on"}:
        return None
    j = i + 1 + (view.low(i + 1) == "the")
    served = serves(view, i, head, parse_office)
    if served is not None:
        return served[0], _lowered(view, served[1]), served[2]
    place = parse_place(view, i + 1)
    if preposition in {"to", "in", "at"}:
        return _abroad(view, i, head, place)
    area = areas_end(view, j)
    if (
        area > j and (place is None or place.end <= area) and not (view.is_cap(area) and view.among(area, view.lex.bodies, view.lex.events))
    ):  # "chair of the Danube Fund"
        return area, view.text(i, area), None
    field, body, place = _before_holder(view, i, head, place)
    is_named = body is not None and (body.end > field or any(view.among(k, view.lex.bodies) for k in range(body.start, body.end)))
    if body is not None and is_named and body.end >= field and (not body.lower or body.owner is not None) and (place is None or body.end > place.end):
        body = _possessed(view, body)
        return body.end, "", body
    if place is not None and preposition == "of":
        return place.end, "", place
    if body is not None and body.end > field:
        return body.end, "", body
    if is_view_abbreviation(view, j):
        return j + 1, "", Piece(j, j + 1, "organization", view.units[j].text, "", j)
    if field > j and view.low(field) not in APOSTROPHES:
        field += view.among(field, view.lex.bodies) and not view.is_cap(field) and view.units[field].pos == "NOUN"
        return field, _lowered(view, view.text(i, field)), None
    named = named_field_end(view, j)
    return (named, view.text(i, named), None) if named > j and preposition in {"of", "for"} else _generic(view, i, j)


def _before_holder(view: View, i: int, head: int, place: Piece | None) -> tuple[int, Piece | None, Piece | None]:
    """(end of the field, body, place) behind the preposition at `i`, up to the name that the tagger takes for more of them."""
    j = i + 1 + (view.low(i + 1) == "the")
    field, body = field_end(view, j, capitals=view.is_cap(j)), parse_body(view, i + 1)
    told = next((k for k in range(j, field) if view.is_cap(k) and view.low(k) not in view.lex.portfolios), field)
    field = told if is_holder(view, told, head, j) else field
    if place is None and body is not None and told == j and is_holder(view, j + 1, head, j):
        return j, None, Piece(j, j + 1, "city", view.units[j].text, "", j)
    if body is not None and is_holder(view, place.end if place is not None and place.end < body.end else told, head, j):
        body = None  # "Vice Governor of Hokkaido Akira Tsuchi", "Minister of Ecology Yerlan Nysan"
    return field, body, place


def _possessed(view: View, body: Piece) -> Piece:
    """ "The city administration's foreign relations office": the part of the body, else the body itself."""
    j = body.end + 1
    while view.low(body.end) in APOSTROPHES and j < body.end + 6 and (view.low(j) in view.lex.portfolios or view.low(j) in view.lex.body_modifiers):
        j += 1
    if view.low(body.end) not in APOSTROPHES or not view.among(j, view.lex.bodies):
        return body
    return replace(body, end=j + 1, name=f"{body.name}{view.text(body.end, j + 1)}", head=j)


def is_view_abbreviation(view: View, i: int) -> bool:
    """Whether the unit is an abbreviation in a text of small letters."""
    return i < len(view) and is_abbreviation(view.units[i].text) and any(unit.text.islower() for unit in view.units)


def _abroad(view: View, i: int, head: int, place: Piece | None) -> tuple[int, str, Piece | None] | None:
    if not view.among(head, ABROAD) and not (view.low(head) == "general" and view.among(head - 1, ABROAD)):
        return None
    found = place or parse_body(view, i + 1)
    if found is None:
        return None
    return found.end, "" if view.low(i) == "in" else view.text(i, found.end), None


def _generic(view: View, i: int, j: int) -> tuple[int, str, Piece | None] | None:
    """ "of the region", "of key ministries and departments", "of state"."""
    k = j
    while _is_generic_modifier(view, k):
        k += 1
    if k >= len(view) or not (view.among(k, GENERIC) or view.low(k) in view.lex.groups):
        return None
    k += 1
    if view.low(k) == "and" and k + 1 < len(view) and (view.among(k + 1, GENERIC) or view.low(k + 1) in view.lex.groups):
        k += 2
    if k < len(view) and view.units[k].pos in {"NOUN", "ADJ"} and view.low(k - 1) == "state" and not view.is_cap(k):
        return None  # "administrators of state leave programs"
    return k, view.text(i, k), None


def _is_generic_modifier(view: View, k: int) -> bool:
    if view.is_cap(k) or not any(view.low(k) in listed for listed in (view.lex.group_modifiers, view.lex.office_modifiers, view.lex.pair_words)):
        return False
    return not view.among(k, GENERIC) or view.among(k + 1, GENERIC, view.lex.bodies)


def _more_owners(view: View, i: int) -> list[Piece]:
    """The further places of "the presidents of Armenia, Georgia and Serbia"."""
    found: list[Piece] = []
    while view.low(i) in {",", "and"}:
        j = i + 1 + (view.low(i) == "," and view.low(i + 1) == "and")
        place, body = parse_place(view, j), parse_body(view, j)
        place = body if body is not None and not body.lower and (place is None or body.end > place.end) else place
        if place is None:
            break
        found.append(place)
        i = place.end
        if view.low(place.start - 1) == "and":
            return found  # "of Chad and Laos, Anna Lind and Ivo Kos": behind the last place stand the names
    return []


def _lowered(view: View, words: str) -> str:
    """Words of the lists in small letters, names as told."""
    lex = view.lex
    common = (lex.offices, lex.office_modifiers, lex.office_tails, lex.portfolios, lex.bodies, lex.groups, SMALL_WORDS)
    return " ".join(word.lower() if _is_common(word, common, view) else word for word in words.split())


def _is_common(word: str, common: Sequence[Container[str]], view: View) -> bool:
    low = fold(word).rstrip(",")
    if is_shouted(word) or low in view.names.adjectives["en"]:
        return False
    return all(any(part in listed or singular(part) in listed for listed in common) for part in low.split("-"))


def is_shouted(word: str) -> bool:
    """Whether the word is an abbreviation of an office's field: "EU", "IT", but not "PRESIDENT"."""
    return word.isupper() and 1 < len(word) < 4
