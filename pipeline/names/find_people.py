"""Finds people and the holders of offices, named or not, one or several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.annotate import Doc
from pipeline.names.actors import find_root, make_actor, one_body, singular_office
from pipeline.names.anaphors import means_told, office_of_parties
from pipeline.names.bodies import parse_body
from pipeline.names.holders import find_apposition, home_of, is_quoted, list_names, read_office, with_name
from pipeline.names.items import item_name
from pipeline.names.kinds import first_modifier, kind_complement
from pipeline.names.known_places import gazetteer_place
from pipeline.names.normal import nominative_adjective, told_cases
from pipeline.names.offices import DETERMINERS, parse_office
from pipeline.names.offices_en import skip_short_form
from pipeline.names.offices_ru import parse_office_ru
from pipeline.names.owners import parse_adjective, parse_region_adjective
from pipeline.names.people import parse_name, skip_honorifics, skip_party
from pipeline.names.pieces import Name, Office, Piece
from pipeline.names.places import parse_place
from pipeline.names.places_ru import words_of_owner
from pipeline.names.view import APOSTROPHES, View
from pipeline.records import Actor

LONGEST_LIST = 14  # units between an office and the dash before a list of its holders
LIST_WORDS = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "X"})
WHERE = frozenset({"in", "at", "from", "near", "of", "for", "the"})
SAINTS = frozenset({"st", "st.", "saint"})
LIST_MARKS = frozenset({"-", "–", "—", ":"})

Found = tuple[int, tuple[Actor, ...]]  # end, actors


def find_office(doc: Doc, view: View, i: int) -> Found | None:
    """An office with or without its holder's name."""
    office = read_office(view, i)
    if office is None or is_quoted(view, i):
        return _colleague(doc, view, i) if office is None and view.lang == "ru" else None
    office, name = with_name(view, office)
    if name is None:
        return _nameless(doc, view, office)
    if office.plural:
        return _several(doc, view, office, name)
    end, owner = name.end, office.owner
    place = parse_place(view, end + 1) if view.lang == "en" and view.low(end) == "of" else None
    if place is not None:
        owner, end = owner or place, skip_short_form(view, place.end)
    end = find_apposition(view, replace(name, end=end))[0]
    return end, (_person(doc, view, office.start, end, name, office, owner),)


def _nameless(doc: Doc, view: View, office: Office) -> Found | None:
    listed = _listed(doc, view, office) if office.plural else None
    if listed is not None:
        return listed
    if office.weak or not _is_told(view, office):
        return None
    if (served := _staff(doc, view, office)) is not None:
        return served
    if office.further:
        return office.end, tuple(_owners(doc, view, office))
    root = find_root(doc, view, office.start, office.end, office.head)
    pair = office_of_parties(view, office)
    if pair > office.end:
        return pair, (make_actor(view, office.start, pair, root, "group", "parties", office.position, plural=True),)
    if means_told(view, office):
        return office.end, (make_actor(view, office.start, office.end, root, "group", "parties", office.position, plural=True),)
    kind, owner, start, name, end = "group" if office.plural else "person", office.owner, office.start, office.position, office.end
    if view.lang == "en" and office.plural and owner is None:
        start = first_modifier(doc, view, start, root)
        name = f"{view.text(start, office.start)} {name}" if start < office.start else name
        end, owner = kind_complement(view, end) if end == office.head + 1 else (end, None)
        name = f"{name} {view.text(office.end, end)}".strip()
    elif view.lang == "en" and office.plural and owner is not None and owner.start < office.head and (owner.type == "organization" or _is_of_land(view, owner)):
        name = f"{view.text(owner.start, owner.end)} {name}"
    elif office.plural and owner is not None and owner.start > office.head and (view.lang == "ru" or owner.type == "organization"):
        name = f"{name} {view.text(owner.start - (view.lang == 'en'), office.end)}"  # "executives of Acme Bank"
    return end, (make_actor(view, start, end, root, kind, "position", name, office=office, owner=owner, plural=office.plural),)


def _is_of_land(view: View, owner: Piece) -> bool:
    """Whether a land stands before the adjective of another: "Cuban American leaders"."""
    return view.low(owner.end) in view.names.adjectives["en"]


def _colleague(doc: Doc, view: View, i: int) -> Found | None:
    """«Коллега из Чехии Марек Новак»: who has the same office as somebody told before, elsewhere."""
    place = parse_place(view, i + 2) if view.units[i].lemmas & view.lex.counterparts and view.low(i + 1) == "из" and i + 2 < len(view) else None
    name = parse_name(view, place.end, strong=True, cases=told_cases(view, i)) if place is not None and place.end < len(view) else None
    if name is None:
        return None
    office = Office(i, i + 1, i, min(view.units[i].lemmas & view.lex.counterparts), "current")
    return name.end, (_person(doc, view, i, name.end, name, office, place),)


def _staff(doc: Doc, view: View, office: Office) -> Found | None:
    """The body that serves the holder of an English office: "the mayor's office", "the Tula governor's press service"."""
    noun = office.end + 1 + (view.low(office.end + 1) == "press")
    if view.lang != "en" or view.low(office.end) not in APOSTROPHES or view.low(noun) not in view.lex.serving_bodies:
        return None
    start = office.start + (view.low(office.start) in DETERMINERS)
    root = find_root(doc, view, office.start, noun + 1, noun)
    return noun + 1, (make_actor(view, start, noun + 1, root, "organization", "name", view.text(start, noun + 1), owner=office.owner),)


def _listed(doc: Doc, view: View, office: Office) -> Found | None:
    """ "The mayors of the towns of Alta and Berga - Anna Lind and Marek Novak": each name with its office."""
    places = (office.owner, *office.further)
    dash = next((k for k in range(office.end, min(office.end + LONGEST_LIST, len(view))) if view.low(k) in LIST_MARKS), -1)
    if dash < 0 or any(view.units[k].pos not in LIST_WORDS and view.low(k) != "," for k in range(office.end, dash)):
        return None
    first = parse_name(view, skip_honorifics(view, dash + 1), strong=bool(office.further))
    names = list_names(view, first) if first is not None else []
    if len(names) < 2 or (office.further and len(names) != len(places)):
        return None
    single = Office(office.start, office.end, office.head, singular_office(view, office), office.status)
    owners = places if len(places) == len(names) else [office.owner if dash == office.end and not office.further else None] * len(names)
    starts = [office.start, *(name.start for name in names[1:])]
    return names[-1].end, tuple(_person(doc, view, *told) for told in _each(starts, names, single, owners))


def _each(
    starts: Sequence[int], names: Sequence[Name], office: Office, owners: Sequence[Piece | None]
) -> Iterator[tuple[int, int, Name, Office, Piece | None]]:
    for start, name, owner in zip(starts, names, owners, strict=True):
        yield start, name.end, name, office, owner


def _is_told(view: View, office: Office) -> bool:
    """A bare common noun in small letters without article is no participant: "as president"."""
    if view.lang == "ru" or office.plural or office.owner is not None or office.end - office.start > 1:
        return True
    return view.is_cap(office.head)


def _owners(doc: Doc, view: View, office: Office) -> Iterator[Actor]:
    """ "the presidents of Armenia and Georgia": one holder per place."""
    root = view.units[office.head].end - 1
    owners = [owner for owner in (office.owner, *office.further) if owner is not None]
    position, owners = _with_bodies(view, singular_office(view, office), owners)
    office = replace(office, position=position, plural=False)
    for k, owner in enumerate(owners):
        start = office.start if k == 0 else owner.start
        name = f"{position} {words_of_owner(view, owners, k)}" if view.lang == "ru" else position
        yield make_actor(view, start, owner.end, root, "person", "position", name, office=office, owner=owner)


def _with_bodies(view: View, position: str, owners: list[Piece]) -> tuple[str, list[Piece]]:
    """The position with the kind of body that each heads, and the lands: «глава правительства» of «главы правительств Словакии и Чехии»."""
    first = owners[0]
    place = first.owner
    if view.lang != "ru" or first.type != "organization" or place is None or place.start <= first.start:
        return position, owners
    if view.units[first.head].text.isupper():  # «глав МИД России и США»
        return f"{position} {view.text(first.start, place.start)}", [place, *owners[1:]]
    if view.units[first.head].number != "Plur":
        return position, owners
    return f"{position} {one_body(view, view.text(first.start, place.start))}", [place, *owners[1:]]


def _several(doc: Doc, view: View, office: Office, name: Name) -> Found:
    """ "Presidents Ivanov and Petrov", "президенты России и Сербии Иван Петров и Милан Йович": each name with its office."""
    names = list_names(view, name, told_cases(view, office.head) if view.lang == "ru" else frozenset())
    if len(names) == 1 and view.lang == "ru":
        return name.end, (_person(doc, view, name.start, name.end, name, None, None),)
    owners = [office.owner, *office.further]
    owners = owners if len(owners) == len(names) else [office.owner if not office.further else None] * len(names)
    single = Office(office.start, office.end, office.head, singular_office(view, office), office.status)
    found = []
    end = names[-1].end
    for k, (holder, owner) in enumerate(zip(names, owners, strict=True)):
        home = home_of(view, holder)
        end = home.end if home is not None else skip_party(view, holder.end)
        found.append(_person(doc, view, office.start if k == 0 else holder.start, end, holder, single, owner or home))
    apposed = view.lang == "en" and home_of(view, names[-1]) is None
    return find_apposition(view, names[-1])[0] if apposed else end, tuple(found)


def find_named(doc: Doc, view: View, i: int) -> Found | None:
    """A name without office before it, perhaps with one after it: "Ivan Petrov, Mayor of Brest,"."""
    force = _force(view, i)
    begin = skip_honorifics(view, force.end if force is not None else i)
    name = parse_name(view, begin, strong=begin > i) or item_name(view, i) or _before_office(view, i)
    if name is None or is_quoted(view, i) or _is_town(view, i, name.end):
        return None
    end, office = find_apposition(view, name)
    return end, (_person(doc, view, i, end, name, office, office.owner if office is not None else force),)


def _is_town(view: View, i: int, end: int) -> bool:
    """Whether an English town is called after a saint: "St. Louis"."""
    place = gazetteer_place(view, i) if view.lang == "en" and view.low(i) in SAINTS else None
    return place is not None and place[0] >= end


def _force(view: View, i: int) -> Piece | None:
    """The armed force before the rank of who serves in it: "U.S. Navy Adm. Ivo Kos"."""
    body = parse_body(view, i) if view.lang == "en" and view.is_cap(i) else None
    told = body is not None and view.low(body.end - 1) in view.lex.forces and view.is_cap(body.end)
    return body if body is not None and told and skip_honorifics(view, body.end) > body.end else None


def _before_office(view: View, i: int) -> Name | None:
    """A name that only the office behind it and a comma shows to be one: "Odhran Vey, Deputy Assistant to the President, met"."""
    name = parse_name(view, i, strong=True) if view.lang == "en" and view.is_cap(i) and view.low(i - 1) not in WHERE else None
    if name is None or name.end - i < 2 or view.low(name.end) != "," or not view.is_cap(name.end + 1) or any(u.ent == "LOC" for u in view.units[i : name.end]):
        return None
    office = read_office(view, name.end + 1)
    alone = office is not None and not office.plural and not office.weak and with_name(view, office)[1] is None
    return name if alone else None


def _person(doc: Doc, view: View, start: int, end: int, name: Name, office: Office | None, owner: Piece | None) -> Actor:
    preferred = office.head if office is not None and view.lang == "ru" and office.head < name.start else name.end - 1
    root = find_root(doc, view, start, end, preferred)
    return make_actor(view, start, end, root, "person", "name", name.name, office=office, owner=owner, gender=name.gender, span=(name.start, name.end))


def find_adjectives(doc: Doc, view: View, i: int) -> Found | None:
    """ "the Azerbaijani, Russian and Armenian leaders": one actor per adjective."""
    start = i
    i += view.lang == "en" and view.low(i) in DETERMINERS
    owners: list[Piece] = []
    while (owner := (parse_adjective(view, i) or parse_region_adjective(view, i)) if i < len(view) else None) is not None:
        owners.append(owner)
        i = owner.end
        if view.low(i) not in {",", "and", "и"}:
            break
        i += 1
    if len(owners) < 2:
        return None
    if view.among(i, view.lex.sides):
        return i + 1, tuple(_side(view, owner, i, start if owner is owners[0] else owner.start) for owner in owners)
    if view.lang == "ru" and view.among(i, view.lex.counterparts):
        return i + 1, tuple(_counterpart(view, owner, i, start if owner is owners[0] else owner.start) for owner in owners)
    office = (parse_office if view.lang == "en" else parse_office_ru)(view, i)
    if office is None:
        return None
    return office.end, tuple(
        _shared(doc, view, office, owner, start if owner is owners[0] else owner.start, office.end if owner is owners[-1] else owner.end) for owner in owners
    )


def _side(view: View, owner: Piece, head: int, start: int) -> Actor:
    """ "The Serbian and Belarusian sides": one place per adjective, the root is the noun's for all of them."""
    root = view.units[head].end - 1
    return make_actor(view, start, owner.end, root, owner.type, "name", owner.name, country=owner.country, span=(owner.start, owner.end))


def _counterpart(view: View, owner: Piece, head: int, start: int) -> Actor:
    """«Турецкий коллега» of «турецкий и китайский коллеги»: the root is the noun's for all of them."""
    noun = min(view.units[head].lemmas & view.lex.counterparts)
    name, end = f"{nominative_adjective(view, owner.start, 'sing', 'masc')} {noun}", owner.end
    return make_actor(view, start, end, view.units[head].end - 1, "group", "name", name, owner=owner, country=owner.country, span=(owner.start, end))


def _shared(doc: Doc, view: View, office: Office, owner: Piece, start: int, end: int) -> Actor:
    """One holder of an office told once for several: the root is the office's noun for all of them."""
    root = view.units[office.head].end - 1
    owner_piece = Piece(owner.start, owner.end, owner.type, owner.name, owner.country, owner.head, owner.name_start)
    position = singular_office(view, office)
    return make_actor(view, start, end, root, "person", "position", position, office=replace(office, position=position, plural=False), owner=owner_piece)


def find_members(doc: Doc, view: View, group: Piece) -> Found | None:
    """The people whom a group is said to be: "Members of the Presidency Anna Lind, Ivo Kos, and Marek Novak", «ветераны Анна Линд и Марек Новак»."""
    if not group.plural or (group.owner is None and view.lang == "en") or group.end >= len(view):
        return None
    first = parse_name(view, skip_honorifics(view, group.end), strong=False)
    names = list_names(view, first) if first is not None else []
    if len(names) < 2 or names[0].end - names[0].start < 2:
        return None
    nouns = view.units[group.head].lemmas & view.lex.offices
    office = Office(group.start, group.end, group.head, min(nouns), "") if nouns else None
    starts = [group.start, *(name.start for name in names[1:])]
    return names[-1].end, tuple(_person(doc, view, start, name.end, name, office, group.owner) for start, name in zip(starts, names, strict=True))
