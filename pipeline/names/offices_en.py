"""English offices told in relation to another office ("Senior Advisor to the President"), and whether capitals after one are a name."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.names.known_places import gazetteer_place
from pipeline.names.pieces import Name, Office, Piece
from pipeline.names.view import APOSTROPHES, View

ORDINARY = frozenset({"head", "chief", "chair", "principal", "general"})  # before a single word in capitals often no office: "Head Start"
PLACES = frozenset({"city", "region", "country"})
FIELD = 6  # words of a field in capitals
NAMES = (2, 3)  # words of a name
ReadOffice = Callable[[View, int], Office | None]


def skip_short_form(view: View, i: int) -> int:
    """The unit behind the short form of a name in brackets at `i`: "the Republic of Korea (ROK) National Security Advisor"; `i` where none stands."""
    if view.lang != "en" or view.low(i) != "(" or view.low(i + 2) != ")" or not view.units[i + 1].text.isupper():
        return i
    return i + 3


def skip_area(view: View, i: int) -> int:
    """The unit behind the land that an office is told for, where its holder follows: "Supreme Allied Commander Europe Gen. Ivo Kos"; `i` for none."""
    found = gazetteer_place(view, i) if view.is_cap(i) else None
    if found is None or found[1].type != "area" or not view.is_cap(found[0]):
        return i
    return found[0] if view.low(found[0]) in view.lex.honorifics or view.units[found[0]].ent == "PER" else i


def areas_end(view: View, i: int) -> int:
    """Where the lands end that begin at `i`, whose affairs an office sees to: "Europe", "the Middle East and North Africa"; `i` where none stands."""
    found = gazetteer_place(view, i)
    if found is None or found[1].type != "area" or view.among(found[0], view.lex.portfolios):
        return i
    further = areas_end(view, found[0] + 1) if view.low(found[0]) == "and" else i
    return further if further > found[0] + 1 else found[0]


def serves(view: View, i: int, head: int, read: ReadOffice) -> tuple[int, str, Piece | None] | None:
    """(end, words that belong to the position, place or body) of "to the Prime Minister of Sweden" at `i`, after an aide's office."""
    if view.low(i) != "to" or not (view.among(head, view.lex.aides) or view.low(i - 1) == "staff"):
        return None
    if view.low(i + 1) != "the":
        return None
    master = read(view, i + 1)
    if master is None or master.plural or master.further:
        return None
    stop = master.owner.start if master.owner is not None and master.owner.start > master.head else master.end
    told = view.text(i, stop)
    return master.end, told.removesuffix(" of").removesuffix(" the").removesuffix(" of"), master.owner


def named_field_end(view: View, i: int) -> int:
    """Where a field in capitals ends that no list knows, at `i` behind an office, right before its holder's name; `i` for none.

    "Director of Special Education Anna Lind", "founder of the Children's Health Forum".
    """
    end = i
    while end < len(view) and end - i < FIELD and _goes_on(view, i, end):
        place = gazetteer_place(view, end)
        if view.units[end].dated or (place is not None and place[1].type != "area") or (view.among(end, view.lex.offices, view.lex.honorifics)):
            return i
        end += 1
    held = end + 1 < len(view) and view.units[end].ent == view.units[end + 1].ent == "PER" and not view.units[end + 1].ent_start
    owned = any(view.low(k) in APOSTROPHES for k in range(i, end - 1))
    affairs = end > i + 1 and view.low(end - 1) in view.lex.portfolios and view.low(i - 1) == "for"  # "for East Asian and Pacific Affairs"
    return end if end > i and (held or owned or affairs) else i


def _goes_on(view: View, start: int, k: int) -> bool:
    """Whether a field in capitals goes on with unit `k`."""
    joins = k > start and (view.low(k) in APOSTROPHES or (view.low(k) in {"and", "&"} and view.is_cap(k + 1)))
    return (view.is_cap(k) or joins) and view.units[k].ent != "PER"


def is_doubtful(view: View, name: Name, *, apart: bool) -> bool:
    """Whether capitals after an office are perhaps no person: nothing but capitals says so, and the run goes on ("Chairman, Blue Wolf Capital Partners").

    `apart`: whether a comma stands between office and name.
    """
    units = view.units[name.start : name.end]
    if any(unit.ent == "PER" or unit.initial for unit in units) or any(view.is_known(k) for k in range(name.start, name.end)):
        return False
    if (
        apart
        or (len(units) == 1 and view.low(name.start - 1) in ORDINARY)
        or any(view.low(k) in view.lex.portfolios or view.low(k) in view.lex.body_modifiers for k in range(name.start, name.end))
    ):
        return True
    return view.is_cap(name.end) and not view.units[name.end].dated and view.low(name.end) not in APOSTROPHES


def is_apposed(view: View, office: Office, name: Name) -> bool:
    """Whether capitals between commas can only be who holds the one office of a land or town: "the mayor of Osh, Taalai Sydyk, cut the ribbon".

    So with the first of several: "the mayors of Osh and Naryn, Taalai Sydyk and Anna Lind".
    """
    several = office.plural and bool(office.further)
    generic = view.low(office.end - 2) == "the" and view.low(office.end - 3) == "of" and view.among(office.end - 1, view.lex.cities, view.lex.regions)
    mission = office.owner is not None and office.owner.type == "organization" and bool(office.owner.country)  # "the First Secretary of the Embassy of Laos"
    told = generic or office.owner is not None and (office.owner.type in PLACES or mission)  # "the mayor of the city, Taalai Sydyk"
    field = office.end > office.head + 1 and not several and gazetteer_place(view, name.start) is None  # "the Minister of Culture, Anna Lind,"
    owned = (told or field) and several == office.plural and view.low(office.start) == "the"
    if not owned or name.end - name.start not in NAMES or view.low(name.end) not in ({",", "and"} if several else {",", ".", ""}):
        return False
    listed = any(view.among(k, view.lex.portfolios, view.lex.body_modifiers, view.lex.bodies, view.lex.events) for k in range(name.start, name.end))
    return not listed and any(unit.ent != "ORG" for unit in view.units[name.start : name.end])


def is_holder(view: View, i: int, head: int, body_start: int) -> bool:
    """Whether two capitals at `i`, which the tagger takes for more of a body, name who holds the office at `head`: "Governor of Hokkaido Akira Tsuchi"."""
    behind, lex = i + NAMES[0], view.lex
    if (
        not view.among(head, lex.state_offices)
        or not body_start < i < behind <= len(view)
        or view.is_cap(behind)
        or view.low(behind) in {"and", "&", "of", "for"}
    ):
        return False
    words = range(i, behind)
    listed = any(view.among(k, lex.portfolios, lex.body_modifiers, lex.bodies, lex.events, lex.offices, lex.regions, lex.cities) for k in words)
    return not listed and all(view.is_cap(k) and view.units[k].pos == "PROPN" and view.units[k].text[1:].islower() and not view.units[k].dated for k in words)


def is_named_as_office(view: View, i: int) -> bool:
    """Whether a word for an office is somebody's name, for the tagger: the surname of "Angus King", the given name of "Representative Dean Phillips"."""
    if view.lang != "en" or not 0 < i < len(view) or view.low(i) not in view.lex.office_names or view.units[i].ent != "PER":
        return False
    if view.low(i + 1) == "of" or view.low(i - 1) == "the":  # "the Dean of the faculty"
        return False
    before = view.units[i - 1]
    if view.units[i].ent_start:
        return before.cap and before.ent != "PER" and view.among(i - 1, view.lex.offices, view.lex.honorifics)
    return before.ent == "PER" and not view.among(i - 1, view.lex.offices, view.lex.office_modifiers)
