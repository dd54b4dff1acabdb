"""Finds the actors of a document: people with their offices, bodies, places, groups, pronouns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pipeline.annotate import Doc, analysed_sentences
from pipeline.names.actors import find_root, make_actor
from pipeline.names.anaphors import parse_acting_lands, parse_bare_body, parse_counted, parse_guests, parse_pair, parse_parties, parse_pronoun, parse_side
from pipeline.names.between_lands import find_between
from pipeline.names.bodies import parse_body
from pipeline.names.find_people import find_adjectives, find_members, find_named, find_office
from pipeline.names.further_owners import before_second_body, each_piece, with_shared_noun
from pipeline.names.genitives import QUOTES
from pipeline.names.groups import parse_group, parse_people
from pipeline.names.kinds import parse_kind
from pipeline.names.known_places import gazetteer_place
from pipeline.names.lexicon import NameWords, fold
from pipeline.names.listed import as_listed, with_joined_bodies, with_shared_land
from pipeline.names.namesakes import named_day_end, saint_end
from pipeline.names.people import parse_name
from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.view import View, make_view
from pipeline.records import Actor

OPENING = frozenset({"ADJ", "NUM"})  # Russian parts of speech that may begin an actor, whatever the word

SHIP = 3  # words of a ship's name at most

Finder = Callable[[Doc, View, int], tuple[int, tuple[Actor, ...]] | None]


def find_actors(doc: Doc, words: NameWords) -> tuple[Actor, ...]:
    """All actors of the analysed sentences, sorted by start, not overlapping but for two lands told in one adjective, each inside one sentence."""
    return next(find_actors_with(doc, words, [frozenset()]))


def find_actors_with(doc: Doc, words: NameWords, told: Iterable[frozenset[str]]) -> Iterator[tuple[Actor, ...]]:
    """The actors for each set of namesakes: words (folded) that count as names of people as if the document told of them in full."""
    views = [make_view(sentence, words, frozenset()) for sentence in analysed_sentences(doc)]
    first = [_in_order(doc, view) for view in views]
    own = frozenset(_known_words(actor for actors in first for actor in actors))
    for namesakes in told:
        known = namesakes | own
        found = [_in_order(doc, replace(view, known=known)) if _has_unread(view, actors, known) else actors for view, actors in zip(views, first, strict=True)]
        yield tuple(actor for actors in found for actor in actors)


def _in_order(doc: Doc, view: View) -> tuple[Actor, ...]:
    listed = tuple(with_joined_bodies(view, tuple(as_listed(view, tuple(_find(doc, view))))))
    return tuple(with_shared_land(view, listed))


def _known_words(actors: Iterator[Actor]) -> Iterator[str]:
    """Words of people's names told in full, or after an office or "Ms": they may stand alone elsewhere."""
    for actor in actors:
        if actor.entity_type == "person" and actor.form == "name" and (actor.position or " " in actor.name or actor.name_start > actor.start):
            yield from (fold(word) for word in actor.name.split() if len(word) > 2 and not word.endswith(".") and word[:1].isupper())


def _has_unread(view: View, actors: tuple[Actor, ...], known: frozenset[str]) -> bool:
    """Whether a word of a person's name stands in the sentence outside all people found there."""
    people = [actor for actor in actors if actor.entity_type == "person" and actor.form == "name"]
    names = (unit for unit in view.units if unit.cap and (unit.low in known or not unit.lemmas.isdisjoint(known)))
    return any(not any(actor.start <= unit.start < actor.end for actor in people) for unit in names)


def _find(doc: Doc, view: View) -> Iterator[Actor]:
    i = 0
    while i < len(view):
        found = _first_found(doc, view, i) if may_begin(view, i) else None
        if found is not None and found[0] > i:
            yield from found[1]
            i = found[0]
        else:
            i += 1


def _first_found(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    for finder in FINDERS:
        found = finder(doc, view, i)
        if found is not None:
            return found
    return None


def may_begin(view: View, i: int) -> bool:
    """Whether an actor can begin at unit `i`: not with a word in small letters that is in none of the lists; of Russian ones those for people can."""
    unit = view.units[i]
    if unit.cap or "-" in unit.text or "." in unit.text:
        return unit.text[:1].isalpha()
    return not unit.forms.isdisjoint(view.names.openers[view.lang]) or (view.lang == "ru" and _may_begin_russian(view, i))


def _may_begin_russian(view: View, i: int) -> bool:
    """Whether the word may be for people, an adjective, a number, or an office with its modifier in one word: "генконсул"."""
    unit = view.units[i]
    if not unit.text[:1].isalpha():
        return False
    if unit.pos in OPENING or view.names.morphology.may_mean_people(unit.low):
        return True
    prefixes = tuple(view.lex.office_prefixes)
    return any(form.startswith(prefixes) for form in unit.forms)


def _find_area(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    """Skips lands, seas and rivers: "the Caspian Sea", "Европа"."""
    found = gazetteer_place(view, i)
    return (found[0], ()) if found is not None and found[1].type == "area" and not _owns(view, found[0]) else None


def _owns(view: View, i: int) -> bool:
    """ "Caucasus region", "Caspian states": the area is part of a longer name."""
    return view.among(i, view.lex.regions, view.lex.bodies, view.lex.events) or view.is_cap(i)


def _find_event(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    """Skips the name of a forum, treaty or order, so that no actor is found inside it."""
    if view.lang != "en" or not view.is_cap(i):
        return None
    j = i
    while j < len(view) and j < i + 9 and (view.is_cap(j) or view.low(j) in {"of", "for", "on", "and", "the", "&"} and view.is_cap(j + 1)):
        if view.low(j) in view.lex.events and not view.among(j, view.lex.offices):
            return (j + 1, ()) if _is_title(view, i, j) else None
        if view.low(j) in {"of", "for", "on", "the", "and"} or view.units[j].ent == "PER":
            return None
        j += 1
    return None


def _is_title(view: View, i: int, j: int) -> bool:
    return all(view.is_cap(k) and not view.among(k, view.lex.offices) for k in range(i, j))


def _find_namesake(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    """Skips the name of a day or saint: «Дня защитника Отечества», «орденом святого Даниила»."""
    end = max(named_day_end(view, i), saint_end(view, i))
    return (end, ()) if end > i else None


def _find_parties(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    end = max(parse_parties(view, i), parse_acting_lands(view, i), parse_pair(view, i), parse_counted(view, i), parse_guests(view, i))
    if end == i or _owned_further(view, end):
        return None
    root = find_root(doc, view, i, end, i)
    return end, (make_actor(view, i, end, root, "group", "parties", view.text(i, end).lower(), plural=True),)


def _owned_further(view: View, end: int) -> bool:
    """ "the leaders of Armenia" are no "the leaders"."""
    if view.lang == "en":
        return view.low(end) == "of"
    quoted = end + 1 < len(view) and view.units[end].text in QUOTES and view.units[end + 1].cases == {"Gen"}  # «лидеры «большой восьмёрки»»
    return end < len(view) and (
        view.low(end) in {"из", "от"}
        or quoted
        or view.units[end].pos == "NUM"
        or parse_name(view, end, strong=True) is not None
        or (view.units[end].cases == {"Gen"} and view.units[end].pos in {"NOUN", "PROPN", "ADJ"})
    )


def _find_pronoun(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    found = parse_pronoun(view, i)
    if found is None:
        return None
    end, gender, plural = found
    kind = "group" if plural else "person"
    return end, (make_actor(view, i, end, view.units[i].start, kind, "pronoun", view.low(i), gender=gender, plural=plural),)


def _find_kind(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    piece = parse_kind(doc, view, i)
    if piece is None:
        return None
    root, span = find_root(doc, view, piece.start, piece.end, piece.head), (piece.name_start, piece.end)
    told = make_actor(view, piece.start, piece.end, root, "group", "name", piece.name, owner=piece.owner, country=piece.country, plural=True, span=span)
    return piece.end, (told,)


def _find_group(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    piece = parse_group(view, i)
    if piece is None:
        return None
    members = find_members(doc, view, piece)
    return members if members is not None else _group(doc, view, piece)


def _find_people(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    piece = parse_people(view, i)
    if piece is None:
        return None
    members = find_members(doc, view, piece)
    return members if members is not None else _group(doc, view, piece)


def _group(doc: Doc, view: View, piece: Piece) -> tuple[int, tuple[Actor, ...]]:
    form = "position" if piece.lower else "name"
    root = find_root(doc, view, piece.start, piece.end, piece.head)
    told = each_piece(view, piece)
    return told[-1].end, tuple(_actor_of(view, part, root, "group", form) for part in told)


def _actor_of(view: View, piece: Piece, root: int, kind: str, form: str) -> Actor:
    span = (piece.name_start if piece.name_start >= 0 else piece.start, piece.end)
    return make_actor(view, piece.start, piece.end, root, kind, form, piece.name, owner=piece.owner, country=piece.country, plural=piece.plural, span=span)


def _find_side(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    return _piece(doc, view, parse_side(view, i))


def _find_bare_body(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    return _piece(doc, view, parse_bare_body(view, i), form="position")


def _find_dateline(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    """Skips the place in capitals before a report: "TASHKENT, 8 December", "Minsk (AP) -": it does nothing and nobody speaks for it."""
    if i > 0:
        return None
    agency = _after_agency(view)
    if agency:
        return agency, ()
    end = i
    while end < len(view) and view.units[end].text.isupper() and len(view.units[end].text) > 2:
        end += 1
    if end == i or view.shouting or view.low(end) not in {",", "(", "-", "–", "—"}:
        return None
    found = gazetteer_place(view, i)
    is_city = found is not None and found[0] == end and found[1].type == "city"
    return (end, ()) if is_city or view.low(end) == "," and (view.is_dated(end + 1) or view.low(end + 1)[:1].isdigit()) else None


def _after_agency(view: View) -> int:
    """The unit after "Minsk (AP) -" at the beginning of a sentence; 0 if it begins otherwise."""
    found = gazetteer_place(view, 0)
    if found is None or found[1].type != "city" or view.low(found[0]) != "(":
        return 0
    close = found[0] + 2
    return close + 1 if close + 1 < len(view) and view.units[close].text == ")" and view.low(close + 1) in {"-", "–", "—"} else 0


def _find_ship(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    """Skips a ship, which is called as people and places are: "USS North Carolina"."""
    end = i + 1
    if view.lang != "en" or view.units[i].low not in view.lex.ships or not view.units[i].text.isupper():
        return None
    while view.is_cap(end) and end <= i + SHIP:
        end += 1
    return end, ()


def _find_body(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    piece = parse_body(view, i)
    if piece is None:
        return None
    piece = before_second_body(view, piece)
    found = _piece(doc, view, with_shared_noun(view, piece))
    seat = parse_place(view, piece.end + 1) if view.lang == "en" and view.low(piece.end) == "," and piece.end + 1 < len(view) else None
    told = seat is not None and view.low(seat.end) in {",", ".", ""} and any(view.low(k) == "," for k in range(seat.start, seat.end))
    return (seat.end, found[1]) if found is not None and seat is not None and told else found  # "Alder College, Osh, Kyrgyzstan,"


def _find_place(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    return _piece(doc, view, parse_place(view, i))


def _piece(doc: Doc, view: View, piece: Piece | None, *, form: str = "name") -> tuple[int, tuple[Actor, ...]] | None:
    if piece is None:
        return None
    root = find_root(doc, view, piece.start, piece.end, piece.head)
    told = each_piece(view, piece) if piece.type == "organization" else (piece,)
    return told[-1].end, tuple(_actor_of(view, part, root, part.type, form) for part in told)


FINDERS: tuple[Finder, ...] = (
    _find_dateline,
    _find_ship,
    _find_area,
    find_between,
    _find_event,
    _find_namesake,
    _find_parties,
    _find_side,
    find_adjectives,
    _find_group,
    find_office,
    _find_kind,
    find_named,
    _find_body,
    _find_place,
    _find_bare_body,
    _find_people,
    _find_pronoun,
)
