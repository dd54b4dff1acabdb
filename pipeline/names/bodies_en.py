"""Organisations in English sentences."""

from __future__ import annotations

from pipeline.names.bodies_of_offices import holders_end, parse_staff, served_end
from pipeline.names.bodies_tagged_en import NO_START, is_office_noun, owned_body, tagged_body
from pipeline.names.genitives import QUOTES, quote_end
from pipeline.names.known_places import gazetteer_place
from pipeline.names.owners import parse_owner
from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.view import APOSTROPHES, View

PREPOSITIONS = frozenset({"of", "for", "on", "in"})
NAMING = frozenset({"PROPN", "ADJ", "NOUN"})  # in capitals: the tagger takes rare names for nouns
SMALL = frozenset({"the", "'s"})  # that go on to a body
MINISTRIES = frozenset({"department", "ministry", "office"})
MINISTRIES_MANY = frozenset({"departments", "ministries"})
LIST_REACH = 12  # words between "departments" and the last of their fields
FIELD_REACH = 4  # words between the noun of a ministry and the "and" within its field
MARKS = "".join({*QUOTES, *QUOTES.values()})
MODIFIERS = 8  # words before the head noun
GROUPED = frozenset({"group", "company", "concern", "consortium", "holding"})
PREFIXES = frozenset({"sub", "inter", "vice", "co", "self", "micro", "mini", "pre", "poly"})


def parse_english_body(view: View, i: int) -> Piece | None:
    """ "Government of the Republic of Serbia", "Penza Region Administration", "the Italian government", "Acme LLC", an ORG of the tagger."""
    if not view.is_cap(i) and not _may_begin_small(view, i):
        return None
    for parse in (parse_staff, _described, _named, _bloc, _formal, owned_body, tagged_body):
        piece = parse(view, i)
        if piece is not None:
            return piece
    return None


def _may_begin_small(view: View, i: int) -> bool:
    """Whether a body can begin with a word in small letters: its noun, a word before that, or a place that it belongs to."""
    low, lex = view.low(i), view.lex
    return low in lex.lower_bodies or low in lex.body_modifiers or low in SMALL or view.among(i, lex.regions, lex.cities)


def _described(view: View, i: int) -> Piece | None:
    if view.low(i) in NO_START:
        return None
    owner = parse_owner(view, i) if view.low(i) not in view.lex.portfolios else None
    if owner is None and view.low(i) in view.lex.not_names:  # but "the U.S. Department of Energy"
        return None
    if owner is not None and owner.end < len(view):
        head = _find_head(view, owner.end, owner=True)
        if head >= 0:
            return _complete(view, i, head, owner)
    head = _find_head(view, i, owner=False)
    return _complete(view, i, head, None) if head >= 0 else None


def _named(view: View, i: int) -> Piece | None:
    """ "The Acme plant": a name in capitals between the article and a small noun for a body."""
    j = i
    while view.is_cap(j) and j < i + 4 and not view.units[j].dated and not view.among(j, view.lex.offices, view.lex.honorifics):
        j += 1
    named = j > i and view.low(i - 1) == "the" and view.low(j) in view.lex.named_bodies and not view.is_cap(j)
    if not named or view.low(i) in view.names.adjectives["en"] or view.is_cap(j + 1):
        return None
    place = parse_place(view, i)
    return Piece(i, j + 1, "organization", view.text(i, j + 1), place.country if place is not None else "", j, i)


def _formal(view: View, i: int) -> Piece | None:
    """ "JSC Alder Grain": capitals behind a legal form, whatever the tagger takes them for."""
    end = i + 1
    while view.is_cap(end) and end < i + 5 and view.units[end].pos == "PROPN" and not view.units[end].dated and not view.among(end, view.lex.offices):
        end += 1
    formal = view.is_cap(i) and view.among(i, view.lex.legal_forms) and end > i + 1
    return Piece(i, end, "organization", view.text(i, end), "", end - 1) if formal else None


def _find_head(view: View, i: int, *, owner: bool) -> int:
    """The last noun for a body in the capitalised run at `i`, or the small one after an owner; -1 if there is none."""
    found = -1
    for j in range(i, min(i + MODIFIERS, len(view))):
        unit = view.units[j]
        if (
            unit.cap
            and (view.among(j, view.lex.bodies, view.lex.legal_forms) or _is_part_of_body(view, j))
            and unit.pos != "VERB"
            and not (j == i and (unit.ent == "PER" or owner and _is_bloc(view, j)))
        ):
            found = j
            continue
        kind = view.low(j) in view.lex.lower_bodies or (view.low(j) in view.lex.described_bodies and view.low(j - 1) in view.lex.body_modifiers and j > i)
        if not unit.cap and kind and (owner or j == i or _is_quoted(view, j + 1)) and found < 0:
            return j
        if not _continues(view, j) and not (j > i and view.low(j) == "," and view.among(j + 1, view.lex.legal_forms)):  # "Alder, Inc."
            break
    followed = found >= 0 and view.is_cap(found + 1) and view.low(found + 1) != "general"
    return -1 if followed and view.among(found + 1, view.lex.events, view.lex.offices) else found


def _is_part_of_body(view: View, j: int) -> bool:
    """Whether the unit is a noun for a body with a prefix: "the Sub-Committee"."""
    prefix, _, noun = view.low(j).rpartition("-")
    return prefix in PREFIXES and noun in view.lex.bodies


def _continues(view: View, j: int) -> bool:
    unit = view.units[j]
    if unit.cap:
        named = (
            not is_office_noun(view, j) or view.low(j + 1) in APOSTROPHES and view.is_cap(j + 2) and view.among(j + 2, view.lex.bodies)
        )  # "Border Sheriff's Guild"
        return unit.text[:1].isalpha() and not unit.dated and named and unit.ent != "PER"
    if view.low(j) in {"and", "of", "for", "&", "'s"}:
        return view.is_cap(j + 1) and (view.low(j + 1) in view.lex.portfolios or unit.ent == "ORG" or view.low(j) == "'s")
    return view.low(j) in view.lex.body_modifiers


def _complete(view: View, start: int, head: int, owner: Piece | None) -> Piece | None:
    """The body around its head noun, with what follows: "of Economy of the Slovak Republic"."""
    end, place, told, country = head + 1, owner, False, ""
    end = _tail(view, end)
    while end < len(view) and view.low(end) in PREPOSITIONS and not (view.low(end) == "in" and view.among(head, view.lex.legal_forms)):
        j = end + 1 + (view.low(end + 1) == "the")
        following = parse_place(view, j)
        if following is not None and view.low(end) in {"of", "in"} and not (view.low(end) == "in" and not view.units[head].cap):
            place, end, told, country = place or following, following.end, True, following.country
            break
        stop = field_end(view, j, capitals=view.units[head].cap) if view.low(end) != "in" else j
        if view.low(end) == "of":
            stop = max(
                stop, _find_head(view, j, owner=False) + 1 if view.units[head].cap and not view.is_cap(stop - 1) else j
            )  # "of the regional People's Congress"
            stop = max(stop, served_end(view, head, j), holders_end(view, head, j) if stop == j else j)
        if stop == j:
            break
        end, told = stop, True
    lower = not view.units[head].cap
    called = _called(view, head) if lower and not told else head + 1
    if called > head + 1:
        return Piece(start, called, "organization", view.text(head + 1, called).strip(MARKS), country, called - 1, head + 1, place)
    if lower and owner is None and place is None:
        return None
    if (
        head == start
        and not told
        and owner is None
        and (lower or view.among(head, view.lex.common_bodies) or end == head + 1 and view.among(head, view.lex.legal_forms))
    ):
        return None
    end += not lower and end < len(view) and told and is_abbreviation(view.units[end].text)
    end += not lower and not told and view.low(end) in GROUPED and not view.is_cap(end) and not view.is_cap(end + 1)  # "the Acme Hospitals group"
    return Piece(start, end, "organization", view.text(start, end), (place.country if place else "") or country, head, start, place, lower=lower)


def _is_quoted(view: View, i: int) -> bool:
    """Whether quotation marks open at `i` before a capital."""
    return i < len(view) and view.units[i].text in QUOTES and view.is_cap(i + 1)


def _called(view: View, head: int) -> int:
    """Where the name ends by which a body in small letters is called: "the Danish company Alder Foods"; behind the noun for none."""
    end = head + 1
    if view.low(head) in view.lex.called_bodies and _is_quoted(view, end):
        return max(end, quote_end(view, end))  # the foundation "Ak Niet"
    while view.is_cap(end) and end < head + 5 and view.units[end].pos in NAMING and not view.units[end].dated and not view.among(end, view.lex.offices):
        end += 1
    held = view.is_cap(end) or view.low(end) in APOSTROPHES
    return end if view.low(head) in view.lex.called_bodies and not held else head + 1


def _tail(view: View, end: int) -> int:
    """What follows the noun itself: "Consulate General", "JSC “Acme”"."""
    if view.low(end) == "general":
        return end + 1
    if view.low(end - 1) in view.lex.legal_forms and end < len(view) and view.units[end].text in QUOTES:
        return max(end, quote_end(view, end))
    return end


def is_abbreviation(word: str) -> bool:
    """Whether the word is all capitals, as "DETEC"."""
    return word.isupper() and word.isalpha() and len(word) > 1


def field_end(view: View, i: int, *, capitals: bool) -> int:
    """Where the words for a field end that begin at `i`: "Foreign Affairs and Trade", "youth policy"."""
    j = i
    while j < len(view) and (_is_field(view, j, capitals) or (j > i and _joins_fields(view, j, capitals))):
        j += 1
    return j


def _is_field(view: View, j: int, capitals: bool) -> bool:
    unit = view.units[j]
    if view.low(j) in view.lex.portfolios:
        named = unit.ent == "PER" and unit.cap and unit.ent_start and not (_is_person(view, j + 1) and _is_person(view, j + 2))
        return (unit.cap or not capitals or unit.ent == "ORG") and not named  # but "the Minister of Roads Olga Belova", where the tagger sees one name
    named = view.among(j - 1, view.lex.bodies) and not view.among(j, view.lex.bodies)  # "the Speaker of the National Assembly Olga Belova"
    return (
        capitals
        and unit.ent == "ORG"
        and not unit.ent_start
        and unit.cap
        and not unit.initial
        and not view.among(j, view.lex.offices, view.lex.events)
        and not named
    )


def _is_person(view: View, j: int) -> bool:
    """Whether the unit goes on with a person's name, for the tagger."""
    return j < len(view) and view.units[j].ent == "PER" and not view.units[j].ent_start


def _joins_fields(view: View, j: int, capitals: bool) -> bool:
    return view.low(j) in {"and", "&", ",", "of", "the", "for"} and _field_follows(view, j, capitals)


def _field_follows(view: View, j: int, capitals: bool) -> bool:
    k = j + 1
    several = any(view.low(m) in MINISTRIES_MANY for m in range(max(0, j - LIST_REACH), j))  # "Departments of Energy, the Interior, and Trade"
    while view.low(k) == "and" or (view.low(k) == "the" and (view.low(j) != "," or several)):
        k += 1
    if view.low(j) == "and" and view.low(k - 1) == "the" and _is_body_of_land(view, k):
        return False  # "the Department of the Treasury and the Monetary Authority of Singapore"
    last = k
    while view.is_cap(last) and view.low(last) in view.lex.portfolios:
        last += 1
    ministry = any(view.low(m) in MINISTRIES and view.low(m + 1) == "of" for m in range(max(0, j - FIELD_REACH), j))  # "Department of Fish and Trade Secretary"
    if last > k and view.low(j) in {"and", ",", "&"} and view.is_cap(last) and view.among(last, view.lex.offices) and not (ministry and view.low(j) == "and"):
        return False  # "... Commission and Foreign Minister" are two offices
    return (
        view.low(k) in view.lex.portfolios and (view.is_cap(k) or not capitals) and not (view.low(j) in {"of", "the"} and gazetteer_place(view, k) is not None)
    )


def _is_body_of_land(view: View, i: int) -> bool:
    """Whether a body with its noun and "of" begins at `i`: the field of none before it."""
    head = _find_head(view, i, owner=False)
    return head > i and view.low(head) not in view.lex.portfolios and view.low(head + 1) == "of"


def _is_bloc(view: View, i: int) -> bool:
    found = gazetteer_place(view, i)
    return found is not None and found[1].type == "body"


def _bloc(view: View, i: int) -> Piece | None:
    found = gazetteer_place(view, i)
    if found is None or found[1].type != "body":
        return None
    return Piece(i, found[0], "organization", view.text(i, found[0]), "", found[0] - 1)
