"""Finds the actors of a document: people with their offices, bodies, places, groups, pronouns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.annotate import analysed_sentences
from pipeline.names.bodies import QUOTES, parse_adjective, parse_body, quote_end
from pipeline.names.groups import parse_group, parse_parties, parse_pronoun
from pipeline.names.lexicon import NameWords, fold
from pipeline.names.offices import DETERMINERS, parse_office
from pipeline.names.offices_ru import DASHES, parse_office_ru
from pipeline.names.people import parse_name, skip_honorifics
from pipeline.names.pieces import Name, Office, Piece
from pipeline.names.places import gazetteer_place, parse_place
from pipeline.names.view import View, make_view
from pipeline.records import Actor

LONGEST_TITLE = 5  # units of a name in quotes, the closing mark included

Finder = Callable[[Doc, View, int], tuple[int, tuple[Actor, ...]] | None]


def find_actors(doc: Doc, words: NameWords) -> tuple[Actor, ...]:
    """All actors of the analysed sentences, sorted by start, not overlapping, each inside one sentence."""
    views = [make_view(sentence, words, frozenset()) for sentence in analysed_sentences(doc)]
    found = [tuple(_find(doc, view)) for view in views]
    known = frozenset(_known_words(actor for actors in found for actor in actors))
    for k, view in enumerate(views):
        if _has_unread(view, found[k], known):
            found[k] = tuple(_find(doc, replace(view, known=known)))
    return tuple(actor for actors in found for actor in actors)


def _known_words(actors: Iterator[Actor]) -> Iterator[str]:
    """Words of people's names told in full or after an office: they may stand alone elsewhere."""
    for actor in actors:
        if actor.entity_type == "person" and actor.form == "name" and (actor.position or " " in actor.name):
            yield from (fold(word) for word in actor.name.split() if len(word) > 2 and not word.endswith(".") and word[:1].isupper())


def _has_unread(view: View, actors: tuple[Actor, ...], known: frozenset[str]) -> bool:
    """Whether a word of a person's name stands in the sentence outside all people found there."""
    people = [actor for actor in actors if actor.entity_type == "person" and actor.form == "name"]
    names = (unit for unit in view.units if unit.cap and (unit.low in known or not unit.lemmas.isdisjoint(known)))
    return any(not any(actor.start <= unit.start < actor.end for actor in people) for unit in names)


def _find(doc: Doc, view: View) -> Iterator[Actor]:
    i = 0
    while i < len(view):
        found = next((hit for finder in FINDERS if (hit := finder(doc, view, i)) is not None), None) if view.units[i].text[:1].isalpha() else None
        if found is not None and found[0] > i:
            yield from found[1]
            i = found[0]
        else:
            i += 1


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


def _find_adjectives(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    """ "the Azerbaijani, Russian and Armenian leaders": one actor per adjective."""
    start = i
    i += view.lang == "en" and view.low(i) in DETERMINERS
    owners: list[Piece] = []
    while (owner := parse_adjective(view, i) if i < len(view) else None) is not None:
        owners.append(owner)
        i = owner.end
        if view.low(i) not in {",", "and", "и"}:
            break
        i += 1
    if len(owners) < 2:
        return None
    office = (parse_office if view.lang == "en" else parse_office_ru)(view, i)
    if office is None:
        return None
    return office.end, tuple(
        _shared(doc, view, office, owner, start if owner is owners[0] else owner.start, office.end if owner is owners[-1] else owner.end) for owner in owners
    )


def _shared(doc: Doc, view: View, office: Office, owner: Piece, start: int, end: int) -> Actor:
    """One holder of an office told once for several: the root is the office's noun for all of them."""
    root = view.units[office.head].end - 1
    owner_piece = Piece(owner.start, owner.end, owner.type, owner.name, owner.country, owner.head, owner.name_start)
    position = _singular(view, office)
    return _actor(view, start, end, root, "person", "position", position, office=replace(office, position=position, plural=False), owner=owner_piece)


def _singular(view: View, office: Office) -> str:
    if view.lang == "ru":
        return min(view.units[office.head].lemmas & view.lex.offices, default=office.position)
    head = view.units[office.head]
    single = min(head.lemmas & view.lex.offices, default=head.low)
    return office.position.replace(head.low, single)


def _find_parties(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    end = parse_parties(view, i)
    if end == i or _owned_further(view, end):
        return None
    root = _root(doc, view, i, end, i)
    return end, (_actor(view, i, end, root, "group", "parties", view.text(i, end).lower(), plural=True),)


def _owned_further(view: View, end: int) -> bool:
    """ "the leaders of Armenia" are no "the leaders"."""
    if view.lang == "en":
        return view.low(end) == "of"
    return end < len(view) and (
        parse_name(view, end, strong=True) is not None or (view.units[end].cases == {"Gen"} and view.units[end].pos in {"NOUN", "PROPN", "ADJ"})
    )


def _find_pronoun(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    found = parse_pronoun(view, i)
    if found is None:
        return None
    end, gender, plural = found
    kind = "group" if plural else "person"
    return end, (_actor(view, i, end, view.units[i].start, kind, "pronoun", view.low(i), gender=gender, plural=plural),)


def _find_office(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    """An office with or without its holder's name."""
    office = _office(view, i)
    if office is None or _is_quoted(view, i):
        return None
    office, name = _with_name(view, office)
    if name is None:
        return _nameless(doc, view, office)
    if office.plural:
        return _several(doc, view, office, name)
    end, owner = name.end, office.owner
    if view.lang == "en" and view.low(end) == "of" and (place := parse_place(view, end + 1)) is not None:
        owner, end = owner or place, place.end
    end = _apposition(view, Name(name.start, end, name.name))[0]
    return end, (_person(doc, view, office.start, end, name, office, owner),)


def _is_quoted(view: View, i: int) -> bool:
    """Whether a quotation mark stands right before: a ship or a contest is called so."""
    return view.lang == "ru" and i > 0 and view.units[i - 1].text in QUOTES and quote_end(view, i - 1) - i < LONGEST_TITLE and quote_end(view, i - 1) > i


def _office(view: View, i: int) -> Office | None:
    return parse_office(view, i) if view.lang == "en" else parse_office_ru(view, i)


def _with_name(view: View, office: Office) -> tuple[Office, Name | None]:
    """The office and the name after it; further offices of the same person in between count with it."""
    name = _name_after(view, office)
    if name is not None:
        return office, name
    second = _office(view, office.end + 1) if view.low(office.end) in {"and", "и", ",", *DASHES} else None
    if second is None or second.plural or office.plural or view.low(second.start) in DETERMINERS:
        return office, None
    found = _name_after(view, second)
    if found is None or not _is_same_holder(view, office, found):
        return office, None
    link = {",": ", ", "and": " and "}.get(view.low(office.end), " - ")
    position = f"{office.position}{link}{second.position}"
    return replace(office, end=second.end, position=position, owner=office.owner or second.owner, weak=False), found


def _is_same_holder(view: View, office: Office, name: Name) -> bool:
    """Whether an office and the one after it are one person's: "глава области - председатель правительства Иван Петров"."""
    link = view.low(office.end)
    if link in DASHES:
        return True
    if link == ",":
        return view.lang == "ru" and office.owner is not None and name.end - name.start > 1 and view.low(name.end) not in {",", "и"}
    return view.lang == "en" and name.end - name.start > 1


def _name_after(view: View, office: Office) -> Name | None:
    i = skip_honorifics(view, office.end)
    cases = view.units[office.head].cases
    name = parse_name(view, i, strong=True, cases=cases)
    if name is not None or view.low(office.end) != "," or office.weak:
        return name
    i = skip_honorifics(view, office.end + 1)
    name = parse_name(view, i, strong=True, cases=cases)
    if name is None or name.end - name.start < 2 or _office_follows(view, name.end):
        return None
    return name if view.low(name.end) in {",", ".", ";", ")", ""} or i > office.end + 1 or view.lang == "en" else None


def _office_follows(view: View, i: int) -> bool:
    return view.low(i) == "," and i + 1 < len(view) and (office := _office(view, i + 1)) is not None and _name_after(view, office) is None


def _nameless(doc: Doc, view: View, office: Office) -> tuple[int, tuple[Actor, ...]] | None:
    if office.weak or not _is_told(view, office):
        return None
    if office.further:
        return office.end, tuple(_owners(doc, view, office))
    root = _root(doc, view, office.start, office.end, office.head)
    kind = "group" if office.plural else "person"
    name = office.position if office.owner is None else _position_name(view, office)
    return office.end, (_actor(view, office.start, office.end, root, kind, "position", name, office=office, owner=office.owner, plural=office.plural),)


def _position_name(view: View, office: Office) -> str:
    return office.position


def _is_told(view: View, office: Office) -> bool:
    """A bare common noun in small letters without article is no participant: "as president"."""
    if view.lang == "ru" or office.plural or office.owner is not None or office.end - office.start > 1:
        return True
    return view.is_cap(office.head)


def _owners(doc: Doc, view: View, office: Office) -> Iterator[Actor]:
    """ "the presidents of Armenia and Georgia": one holder per place."""
    assert office.owner is not None
    root = view.units[office.head].end - 1
    position = _singular(view, office)
    office = replace(office, position=position, plural=False)
    yield _actor(view, office.start, office.owner.end, root, "person", "position", position, office=office, owner=office.owner)
    for owner in office.further:
        yield _actor(view, owner.start, owner.end, root, "person", "position", position, office=office, owner=owner)


def _several(doc: Doc, view: View, office: Office, name: Name) -> tuple[int, tuple[Actor, ...]]:
    """ "Presidents Ivanov and Petrov", "президенты России и Сербии Иван Петров и Милан Йович": each name with its office."""
    names = [name]
    while view.low(names[-1].end) in {",", "and", "и"} and (more := parse_name(view, skip_honorifics(view, names[-1].end + 1), strong=True)) is not None:
        names.append(more)
    if len(names) == 1 and view.lang == "ru":
        return name.end, (_person(doc, view, name.start, name.end, name, None, None),)
    owners = [office.owner, *office.further]
    owners = owners if len(owners) == len(names) else [office.owner if not office.further else None] * len(names)
    single = Office(office.start, office.end, office.head, _singular(view, office), office.status)
    found = []
    for k, (holder, owner) in enumerate(zip(names, owners, strict=True)):
        found.append(_person(doc, view, office.start if k == 0 else holder.start, holder.end, holder, single, owner))
    return names[-1].end, tuple(found)


def _find_name(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    """A name without office before it, perhaps with one after it: "Ivan Petrov, Mayor of Brest,"."""
    begin = skip_honorifics(view, i)
    name = parse_name(view, begin, strong=begin > i)
    if name is None or _is_quoted(view, i):
        return None
    end, office = _apposition(view, name)
    return end, (_person(doc, view, i, end, name, office, office.owner if office is not None else None),)


def _apposition(view: View, name: Name) -> tuple[int, Office | None]:
    if view.low(name.end) not in {",", "("}:
        return name.end, None
    office = _office(view, name.end + 1)
    if office is None or office.plural or office.weak or _name_after(view, office) is not None:
        return name.end, None
    if not (view.low(office.end) in {",", ")", ".", ";", "", "and", "и", "who"} or office.owner is not None):
        return name.end, None
    return office.end, office


def _person(doc: Doc, view: View, start: int, end: int, name: Name, office: Office | None, owner: Piece | None) -> Actor:
    preferred = office.head if office is not None and view.lang == "ru" and office.head < name.start else name.end - 1
    root = _root(doc, view, start, end, preferred)
    return _actor(view, start, end, root, "person", "name", name.name, office=office, owner=owner, gender=name.gender, span=(name.start, name.end))


def _find_group(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    piece = parse_group(view, i)
    if piece is None:
        return None
    form = "position" if piece.lower else "name"
    root = _root(doc, view, piece.start, piece.end, piece.head)
    return piece.end, (
        _actor(
            view,
            piece.start,
            piece.end,
            root,
            "group",
            form,
            piece.name,
            owner=piece.owner,
            country=piece.country,
            plural=piece.plural,
            span=(piece.name_start, piece.end),
        ),
    )


def _find_body(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    return _piece(doc, view, parse_body(view, i))


def _find_place(doc: Doc, view: View, i: int) -> tuple[int, tuple[Actor, ...]] | None:
    return _piece(doc, view, parse_place(view, i))


def _piece(doc: Doc, view: View, piece: Piece | None) -> tuple[int, tuple[Actor, ...]] | None:
    if piece is None:
        return None
    root = _root(doc, view, piece.start, piece.end, piece.head)
    span = (piece.name_start if piece.name_start >= 0 else piece.start, piece.end)
    return piece.end, (_actor(view, piece.start, piece.end, root, piece.type, "name", piece.name, owner=piece.owner, country=piece.country, span=span),)


def _root(doc: Doc, view: View, start: int, end: int, preferred: int) -> int:
    """The token of the phrase whose head stands outside it: the one of the preferred unit if that is one, else the first but punctuation and prepositions."""
    first, last = view.units[start].start, view.units[end - 1].end
    outside = [t for t in doc[first:last] if not first <= t.head.i < last or t.head.i == t.i]
    outside = [t for t in outside if t.pos_ not in {"PUNCT", "ADP", "SPACE", "DET"}] or outside
    wanted = view.units[preferred] if start <= preferred < end else None
    for token in outside:
        if wanted is not None and wanted.start <= token.i < wanted.end:
            return token.i
    if len(outside) == 1 or wanted is None:
        return outside[0].i if outside else first
    return wanted.end - 1


def _actor(
    view: View,
    start: int,
    end: int,
    root: int,
    entity_type: str,
    form: str,
    name: str,
    *,
    office: Office | None = None,
    owner: Piece | None = None,
    country: str = "",
    gender: str = "",
    plural: bool = False,
    span: tuple[int, int] | None = None,
) -> Actor:
    first, last = span or (start, end)
    return Actor(
        start=view.units[start].start,
        end=view.units[end - 1].end,
        root=root,
        entity_type=entity_type,
        form=form,
        name=name,
        lang=view.lang,
        name_start=view.units[first].start,
        name_end=view.units[last - 1].end,
        position=office.position if office is not None else "",
        position_status=(office.status or "current") if office is not None else "",
        affiliation=owner.name if owner is not None else "",
        affiliation_type=owner.type if owner is not None else "",
        affiliation_start=view.units[owner.start].start if owner is not None else -1,
        affiliation_end=view.units[owner.end - 1].end if owner is not None else -1,
        country=country or (owner.country if owner is not None else ""),
        gender=gender,
        plural=plural,
    )


def is_place_name(view: View, i: int) -> bool:
    """Whether a place of the gazetteer begins at `i`."""
    return gazetteer_place(view, i) is not None


FINDERS: tuple[Finder, ...] = (_find_event, _find_parties, _find_adjectives, _find_group, _find_office, _find_name, _find_body, _find_place, _find_pronoun)
