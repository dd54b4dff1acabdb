"""Actors that are no single person or body: delegations and other groups."""

from __future__ import annotations

from dataclasses import replace

from pipeline.names.bodies import parse_body
from pipeline.names.genitives import QUOTES, generic_place, genitive_step, is_genitive, quote_end, quotes_end, with_further_people
from pipeline.names.normal import nominative_phrase
from pipeline.names.owners import parse_adjective, parse_land, parse_owner
from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.view import APOSTROPHES, View, remembered

DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our"})
PEOPLE = frozenset({"человек", "человека"})
OTHER = frozenset({"другой", "иной", "ряд"})
DASHES = frozenset({"-", "–", "—"})
MOST_PLAIN = 6  # words in small letters that tell whom people speak for
MOST_MODIFIERS = 4  # numbers and adjectives before people


@remembered
def parse_group(view: View, i: int) -> Piece | None:
    """ "an official delegation of Penza region", "members of the Atyrau delegation", "деловые круги области"."""
    start = i
    i += view.lang == "en" and view.low(i) in DETERMINERS
    core, owner = i, None
    while i < len(view) and i - core < 7:
        found = _group_noun(view, i)
        if found is not None:
            return _complete(view, start, core, i, found, owner)
        place = (parse_owner(view, i) or _common_owner(view, i)) if view.lang == "en" else parse_land(view, i)
        body = parse_body(view, i) if place is None and view.lang == "en" else None
        if place is not None or body is not None:
            owner = place or body
            assert owner is not None
            i = owner.end + (body is not None and view.low(owner.end) in APOSTROPHES)
            if body is not None and view.low(i) == "and" and (second := parse_body(view, i + 1)) is not None and _group_noun(view, second.end) is not None:
                owner, i = body, second.end  # "Senate and House members"
            if place is not None and view.lang == "en" and view.low(i) == "and" and (other := parse_adjective(view, i + 1)) is not None:
                owner, i = replace(owner, country=""), other.end  # "the Finnish and Estonian delegations"
        elif view.among(i, view.lex.group_modifiers):
            i += 1
        else:
            return None
    return None


def _common_owner(view: View, i: int) -> Piece | None:
    """ "The port's", "the city's": a body or land told by its kind alone."""
    if (
        view.is_cap(i)
        or view.low(i + 1) not in APOSTROPHES
        or not any(view.low(i) in listed for listed in (view.lex.bare_bodies, view.lex.regions, view.lex.cities))
    ):
        return None
    return Piece(i, i + 2, "organization", view.low(i), "", i, generic=True)


def _group_noun(view: View, i: int) -> tuple[int, str] | None:
    """(end, kind) of a noun for a group at `i`, of two words as well; Russian ones for people in the plural only."""
    two = f"{view.low(i)} {view.low(i + 1)}"
    if two in view.lex.groups:
        return i + 2, two
    forms = [form for form in (view.units[i].forms if view.lang == "ru" else (view.low(i),)) if form in view.lex.groups]
    for form in sorted(forms):
        if view.units[i].pos != "VERB":
            if view.lang == "ru" and view.lex.groups[form] != "group" and view.units[i].number != "Plur":
                return None
            if form in view.lex.regions and i > 0 and view.is_cap(i - 1) and view.units[i - 1].number == "Sing":
                return None  # of "Пензенской и Самарской областей"
            return i + 1, form
    return None


def _complete(view: View, start: int, core: int, head: int, found: tuple[int, str], owner: Piece | None) -> Piece | None:
    end, noun = found
    if owner is None or view.lang == "ru":
        end, following = _complement(view, end)
        if view.lang == "en" and view.lex.groups[noun] != "group" and following is not None and view.low(found[0]) == "from":
            end = further_places(view, end)  # people of several places are one group, delegations one each
        owner = owner or following
    if view.lang == "en" and view.lex.groups[noun] == "group" and end == found[0] and view.is_cap(end) and not view.is_dated(end):
        return None  # "the French group Nordtrans"
    if owner is None and (noun in view.lex.group_needs_owner or (start == head and end == found[0])):
        return None
    name = view.text(core, end) if view.lang == "en" else nominative_phrase(view, core, end)
    country = owner.country if owner is not None else ""
    plural = view.lex.groups[noun] != "group"
    return Piece(start, end, "group", name, country, head, core, owner, plural=plural, lower=owner is None and end == found[0])


def _complement(view: View, i: int) -> tuple[int, Piece | None]:
    if view.lang == "ru":
        return _russian_complement(view, i)
    if view.low(i) not in {"of", "from"}:
        return i, None
    j = i + 1
    inner = parse_group(view, j)
    if inner is not None:
        return inner.end, inner.owner
    k = j + (view.low(j) in DETERMINERS)
    place, body = parse_place(view, j), parse_body(view, j) or parse_body(view, k)
    found = body if place is None or body is not None and body.end > place.end else place
    if found is not None:
        return found.end, found
    land = parse_adjective(view, k)
    town = parse_place(view, land.end) if land is not None and land.end < len(view) else None
    if land is not None and town is not None:
        return town.end, replace(town, country=town.country or land.country)  # "a delegation from the Finnish city of Turku"
    people = _kind_end(view, k)
    if people > k:
        home = parse_place(view, people + 1) if view.low(people) == "from" and people + 1 < len(view) else None
        return (home.end, home) if home is not None else (people, parse_adjective(view, k))
    if k > j and view.low(k) in view.lex.bare_bodies | view.lex.named_bodies and not view.is_cap(k) and view.low(k + 1) not in {"of", "for", *APOSTROPHES}:
        return k + 1, Piece(k, k + 1, "organization", view.low(k), "", k, generic=True)  # "representatives of the company"
    known = view.low(k) in view.lex.portfolios | view.lex.bodies | view.lex.regions
    return (_plain_end(view, k), None) if known and not view.is_cap(k) else (i, None)


def further_places(view: View, i: int) -> int:
    """The end of the further English places joined at `i` to the one that people come from: "mayors from Alta, Berga, and Cerva"; `i` for none."""
    end = i
    while view.low(end) in {",", "and"} and end + 1 < len(view):
        first = end + 1 + (view.low(end) == "," and view.low(end + 1) == "and")
        place = parse_place(view, first) if first < len(view) else None
        if place is None or view.is_cap(place.end) or view.low(place.end) in APOSTROPHES:
            return i
        if view.low(first - 1) == "and":
            return place.end
        end = place.end
    return i


def _plain_end(view: View, k: int) -> int:
    """The end of the nouns in small letters that begin at unit `k`: "state", "state and local government", "government agencies"."""
    end = j = k + 1
    while j < min(k + MOST_PLAIN, len(view)) and not view.is_cap(j) and not view.units[j].dated:
        joined = view.low(j) in {"and", ","} and j + 1 < len(view) and view.units[j + 1].pos in {"ADJ", "NOUN"} and view.units[k].number != "Plur"
        if view.units[j].pos not in {"NOUN", "ADJ"} and not joined:
            break
        j += 1
        end = j if view.units[j - 1].pos == "NOUN" else end
    return end


def _kind_end(view: View, i: int) -> int:
    """The end of the kind of people that an English group at unit `i` is made of: "a delegation of Danish labor leaders"; `i` for none."""
    for k in range(i, min(i + MOST_MODIFIERS, len(view))):
        if (
            view.units[k].pos == "NOUN"
            and not view.is_cap(k)
            and (view.low(k) in view.lex.kinds or (view.units[k].number == "Plur" and view.among(k, view.lex.offices)))
        ):
            return k + 1
        if view.units[k].pos not in {"NOUN", "ADJ", "NUM"} and parse_adjective(view, k) is None:
            return i
    return i


def _russian_complement(view: View, i: int) -> tuple[int, Piece | None]:
    j = i + (view.low(i) in {"из", "от"})
    if j >= len(view):
        return i, None
    inner = parse_group(view, j) if j == i and is_genitive(view, j) else None
    if inner is not None:
        return inner.end, inner.owner
    j += view.units[j].pos == "NUM" and j + 1 < len(view)  # «из 30 стран»
    if j > i and view.units[j - 1].pos == "NUM" and view.low(j) in PEOPLE:
        return j + 1, None  # «делегация из 12 человек»
    generic = _land_and_place(view, j) or generic_place(view, j) or _common_body(view, j)
    found = generic or (parse_place(view, j) or parse_body(view, j) if is_genitive(view, j) or view.units[j].text.isupper() else None)
    found = found or _quoted_body(view, j)
    return (found.end, found) if found is not None else (i, None)


def _land_and_place(view: View, j: int) -> Piece | None:
    """The place told behind its land's adjective: «делегация китайской провинции Хэйлунцзян», «финского города Лахти»."""
    land = parse_adjective(view, j) if is_genitive(view, j) and not view.is_cap(j) else None
    place = parse_place(view, land.end) if land is not None and land.end < len(view) and is_genitive(view, land.end) else None
    return replace(place, country=place.country or land.country) if place is not None and land is not None else None


def _quoted_body(view: View, j: int) -> Piece | None:
    """A body or ship told by its name in quotes, of whose people the noun before tells: «руководство «Северного моста»», «экипаж крейсера «Ока»»."""
    kind = view.units[j].pos in {"NOUN", "ADJ"} and not view.is_cap(j) and is_genitive(view, j) and j + 1 < len(view) and view.units[j + 1].text in QUOTES
    if not kind and not (view.units[j].text in QUOTES and is_genitive(view, j + 1)):
        return None
    first = j + kind
    end = quotes_end(view, first)
    return Piece(j, end, "organization", view.text(first + 1, quote_end(view, first) - 1), "", j) if end > first else None


def _common_body(view: View, j: int) -> Piece | None:
    """ "порта" in "руководство порта"."""
    if view.among(j, view.lex.crewed) and is_genitive(view, j):
        end = j + 1 + (view.is_cap(j + 1) and view.units[j + 1].ent != "PER")  # «экипаж самолёта Ил-76»
        end = quote_end(view, end) if end < len(view) and view.units[end].text in QUOTES else end
        return Piece(j, end, "organization", nominative_phrase(view, j, end), "", j, generic=True)
    last = j + 1 >= len(view) or not is_genitive(view, j + 1) or view.units[j + 1].pos not in {"NOUN", "PROPN", "ADJ"}
    if view.is_cap(j + 1) and view.units[j + 1].ent != "PER":
        return None  # «представители компании Газпром»
    if not last or view.is_cap(j) or not view.among(j, view.lex.bare_bodies) or not is_genitive(view, j) or view.low(j + 1) in {"«", '"'}:
        return None
    return Piece(j, j + 1, "organization", nominative_phrase(view, j, j + 1), "", j, generic=True)


def parse_people(view: View, i: int) -> Piece | None:
    """Russian people of a kind, in the plural or counted: "пятеро школьников из Омска", "победители конкурса", "турецкие гости"."""
    if view.lang != "ru":
        return None
    if view.among(i, view.lex.collectives) and view.units[i].pos == "NOUN" and i + 1 < len(view) and not view.is_cap(i + 1):
        inner = parse_people(view, i + 1) or parse_group(view, i + 1)
        if inner is None or not is_genitive(view, inner.head):
            return None
        end = with_further_people(view, inner.end)
        name = nominative_phrase(view, i, i + 1) + " " + view.text(i + 1, end)
        return Piece(i, end, "group", name, inner.country, i, i, inner.owner, plural=True, lower=inner.owner is None)
    head, owner, counted = i, None, i > 0 and view.units[i - 1].pos == "NUM"
    while head < len(view) and head - i < MOST_MODIFIERS and (found := _before_people(view, head)) is not None:
        owner, counted = owner or found.owner, counted or view.units[head].pos == "NUM"
        head = found.end
    if head < len(view) and _is_single(view, head, owner):
        core = next((k for k in range(i, head) if view.units[k].pos != "NUM"), head)
        country = owner.country if owner is not None else ""
        return Piece(i, head + 1, "group", nominative_phrase(view, core, head + 1), country, head, core, owner, lower=owner is None)
    if head >= len(view) or not _are_people(view, head, counted=counted) or (view.is_cap(head) and head > 0):
        return None
    end, following = _russian_complement(view, head + 1)
    while end == head + 1 or following is None:
        step = genitive_step(view, end)
        if step == end or view.low(end) in {"и", ",", "по", "при"}:
            break
        end = step
    owner = owner or following
    end = quote_end(view, end) if end == head + 1 and end < len(view) and view.units[end].text in QUOTES else end  # «сторонники «Яблока»»
    end = _further_origins(view, end) if following is not None and view.low(head + 1) == "из" else end
    core = next((k for k in range(i, head) if view.units[k].pos != "NUM"), head)
    name = nominative_phrase(view, core, head + 1) + view.text(core, end)[len(view.text(core, head + 1)) :]
    return Piece(i, end, "group", name, owner.country if owner is not None else "", head, core, owner, plural=True, lower=owner is None)


def _is_single(view: View, i: int, owner: Piece | None) -> bool:
    """Whether a noun in the singular stands for people, or for somebody whose name does not follow: «с общественностью», «её чешский коллега»."""
    unit = view.units[i]
    if unit.pos != "NOUN" or unit.cap or unit.number == "Plur" or view.is_cap(i + 1) or view.low(i + 1) in DASHES:
        return False
    return bool(unit.lemmas & view.lex.publics and "Ins" in unit.cases) or (owner is not None and bool(unit.lemmas & view.lex.counterparts))


def _further_origins(view: View, i: int) -> int:
    """The end of the other places that people come from: "спортсмены из Дании, Чехии и других стран"."""
    while view.low(i) in {",", "и"} and i + 1 < len(view) and is_genitive(view, i + 1):
        place = parse_place(view, i + 1)
        other = generic_place(view, i + 2) or parse_group(view, i + 2) if view.among(i + 1, OTHER) and i + 2 < len(view) else None
        if place is None and other is None:
            break
        i = (place or other).end  # type: ignore[union-attr]
    return i


def _before_people(view: View, i: int) -> Piece | None:
    """A number, a country's adjective, or another adjective before people."""
    found = parse_land(view, i)
    if found is not None:
        return replace(found, owner=found)
    plain = view.units[i].pos in {"ADJ", "NUM"} and not view.is_cap(i) and not view.units[i].dated
    return Piece(i, i + 1, "", "") if plain or (i == 0 and view.units[i].pos in {"ADJ", "NUM"}) else None


def _are_people(view: View, i: int, *, counted: bool) -> bool:
    unit = view.units[i]
    if unit.pos != "NOUN" or unit.ent == "PER" or unit.dated or unit.lemmas & view.lex.not_people or not (unit.number == "Plur" or counted):
        return False
    if counted and unit.lemmas & view.lex.counted_bodies:
        return True
    parts = unit.low.split("-")  # «ветераны-военачальники», not «города-партнёры»
    nouns = [reading for part in parts for reading in view.names.morphology.readings(part) if reading.has("NOUN") and reading.known]
    nouns = nouns if unit.cap or not counted else [reading for reading in nouns if not reading.tags & {"Name", "Surn", "Patr"}]  # «60 школьников»
    return bool(nouns) and all(reading.has("anim") and not reading.tags & {"Name", "Surn", "Patr"} for reading in nouns)
