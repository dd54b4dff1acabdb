"""Offices and the names that go with them: "Governor Ivan Petrov", "Ivan Petrov, Mayor of Brest", "глава области - министр Иван Петров"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.names.actors import singular_office
from pipeline.names.genitives import QUOTES, quote_end
from pipeline.names.holders_between import is_held_by_next, skip_circumstances
from pipeline.names.holders_beyond import name_beyond
from pipeline.names.list_items import begins_item, with_item_body, with_listed_body
from pipeline.names.normal import told_cases
from pipeline.names.offices import DETERMINERS, parse_office
from pipeline.names.offices_en import is_apposed, is_doubtful, skip_short_form
from pipeline.names.offices_ru import DASHES, parse_office_ru
from pipeline.names.people import parse_name, skip_force, skip_honorifics, skip_party
from pipeline.names.pieces import Name, Office, Piece
from pipeline.names.places import parse_place
from pipeline.names.view import View

ONE = frozenset({"one", "один"})
POSTS = frozenset({"пост", "должность", "кресло"})
POINTING = frozenset({"этот", "данный", "тот"})  # «назначил на этот пост генерала Ивана Петрова»
MINISTERS, DEPUTIES = frozenset({"министр"}), frozenset({"заместитель"})
GOVERNMENTS = frozenset({"правительство", "премьер-министр", "премьер"})
BETWEEN = frozenset({"ADV", "ADP", "ADJ", "NUM"})  # words between a subject and its verb: «Иван Петров сегодня прибыл», «в среду»
FAR = 4  # words from the name at which its verb may stand
SEVERAL = 2  # offices before the last of a list
LED = frozenset({"delegation", "corps"})  # have one head each
LONGEST_TITLE = 5  # units of a name in quotes, the closing mark included
LINKS = {",": ", ", "and": " and ", "": ", "}


def is_quoted(view: View, i: int) -> bool:
    """Whether a quotation mark stands right before: a ship or a contest is called so."""
    return view.lang == "ru" and i > 0 and view.units[i - 1].text in QUOTES and quote_end(view, i - 1) - i < LONGEST_TITLE and quote_end(view, i - 1) > i


def read_office(view: View, i: int) -> Office | None:
    """The office at `i`, in the language of the sentence."""
    return parse_office(view, i) if view.lang == "en" else parse_office_ru(view, i)


def with_name(view: View, office: Office) -> tuple[Office, Name | None]:
    """The office and the name after it; further offices of the same person, and all that is told of the office, in between count with it."""
    told, name = _with_name(view, office)
    return (told, name) if name is not None else name_beyond(view, office) or (told, None)


def _with_name(view: View, office: Office) -> tuple[Office, Name | None]:
    if view.among(office.start - 1, POSTS) and not view.among(office.start - 2, POINTING):  # «кандидат на пост мэра Иван Петров»
        return office, None
    name = _name_after(view, office)
    if name is not None:
        return office, name
    listed = _listed_offices(view, office) if view.lang == "en" and view.low(office.end) == "," else None
    if listed is not None:
        return listed
    link, second = _second_office(view, office)
    if second is None or second.plural or office.plural or view.low(second.start) in DETERMINERS:
        return office, None
    second, found = with_name(view, second) if _has_calling(view, office) else (second, _name_after(view, second))
    if found is None or not _is_same_holder(view, office, second, found, link):
        return office, None
    position = f"{office.position}{LINKS.get(link, ' - ')}{second.position}"
    return replace(office, end=second.end, position=position, owner=office.owner or second.owner, weak=False, parts=(office, second)), found


def _listed_offices(view: View, office: Office) -> tuple[Office, Name] | None:
    """Three offices or more, in capitals, and who holds them all: "Assistant to the President, Senior Advisor, and Director of the Fund Ivo Kos"."""
    parts = [office]
    while view.low(parts[-1].end) == ",":
        last = view.low(parts[-1].end + 1) == "and"
        start = parts[-1].end + 1 + last
        part = read_office(view, start) if view.is_cap(start) else None
        name = _name_after(view, part) if part is not None and not part.plural else None
        if part is None or part.plural or (name is None) == last or (last and len(parts) < SEVERAL):
            return None
        parts.append(part)
        if last and name is not None:
            position = ", ".join(told.position for told in parts)
            owner = next((told.owner for told in parts if told.owner is not None), None)
            return replace(office, end=part.end, position=position, owner=owner, weak=False, parts=tuple(parts)), name
    return None


def _second_office(view: View, office: Office) -> tuple[str, Office | None]:
    """What links an office to the next one (empty: nothing), and that office."""
    link = view.low(office.end)
    if link in {"and", "и", ",", *(DASHES if view.lang == "ru" else ())}:  # an English dash begins the next entry of a list
        return link, read_office(view, office.end + 1)
    start = skip_circumstances(view, office.end) if view.lang == "ru" else office.end
    return "", read_office(view, start) if start < len(view) else None


def _is_same_holder(view: View, office: Office, second: Office, name: Name, link: str) -> bool:
    """Whether an office and the one after it are one person's: "глава области - председатель правительства Иван Петров"."""
    if link in DASHES:
        return True
    several = name.end - name.start > 1
    if several and _has_calling(view, office):
        return True
    if link == "," and view.lang == "en":  # "The Chair of the Danube Union, President Ivo Kos, held talks"
        if several and view.low(office.start) in DETERMINERS and view.low(office.end - 1) in LED:
            return True  # "the head of the delegation, Deputy Rector Ivo Kos"
        alone = office.start == 0 and view.low(office.start) in DETERMINERS
        return several and alone and view.low(name.end) == "," and name.end + 1 < len(view) and view.units[name.end + 1].pos in {"VERB", "AUX"}
    if link == ",":
        alike = office.owner is not None or _are_alike(view, office, second)
        return view.lang == "ru" and alike and several and view.low(name.end) not in {",", "и"}
    if not link and view.lang == "en":
        return several and office.owner is not None
    if not link:
        return several and bool(told_cases(view, office.head) & told_cases(view, second.head)) and second.end - second.start > 1
    return several and (view.lang == "en" or _is_one_subject(view, office, second, name))


def _are_alike(view: View, office: Office, second: Office) -> bool:
    """Whether two Russian offices stand in one case; the tagger takes genitives of people for accusatives."""
    first, last = told_cases(view, office.head), told_cases(view, second.head)
    return bool(first & last) or (first | last) <= {"gent", "accs"}


def _is_one_subject(view: View, office: Office, second: Office, name: Name) -> bool:
    """Whether a verb in the singular beside them tells that two Russian offices are one person's: «глава Думы и лидер партии Иван Петров прибыл».

    A minister may well be the government's second man, in any case: «с вице-премьером и министром финансов Иваном Петровым».
    """
    shared = told_cases(view, office.head) & told_cases(view, second.head)
    if shared and _is_second_in_government(view, office) and view.among(second.head, MINISTERS):
        return True
    behind = next((k for k in range(name.end, min(name.end + FAR, len(view))) if view.units[k].pos not in BETWEEN and not view.is_dated(k)), -1)
    verbs = [k for k in (office.start - 1, behind) if 0 <= k < len(view) and view.units[k].pos == "VERB" and view.units[k].number == "Sing"]
    body = office.owner.type == "organization" if office.owner is not None else office.end > office.head + 1
    return bool(verbs) and (body or behind in verbs) and "nomn" in shared


def _is_second_in_government(view: View, office: Office) -> bool:
    """Whether an office is that of a deputy head of a government: «вице-премьер», «заместитель председателя правительства»."""
    told = [view.units[k].forms for k in range(office.head, office.end)]
    deputy, of_government = (any(forms & words for forms in told) for words in (DEPUTIES, GOVERNMENTS))
    return view.among(office.head, view.lex.second_posts) or (deputy and of_government)


def _has_calling(view: View, office: Office) -> bool:
    """Whether an office is what somebody is besides another one: "режиссёр и директор театра Иван Петров"."""
    return view.among(office.head, view.lex.callings) and not view.is_cap(office.head) and (office.owner is None or office.owner.type != "organization")


def _name_after(view: View, office: Office) -> Name | None:
    i = skip_honorifics(view, skip_short_form(view, office.end))
    cases = told_cases(view, office.head) if view.lang == "ru" and not office.plural and office.status != "acting" else frozenset()
    name = parse_name(view, i, strong=True, cases=cases)
    if name is not None and (is_held_by_next(view, office, name) or (view.lang == "en" and is_doubtful(view, name, apart=False))):
        return None
    if name is None and view.lang == "ru":
        name = _name_behind(view, office, cases)
    if name is None and view.lang == "en" and view.low(office.end) == "for":
        name = _name_behind_field(view, office)
    if name is not None or view.low(office.end) != "," or office.weak:
        return name
    i = skip_honorifics(view, office.end + 1)
    name = parse_name(view, i, strong=True, cases=cases)
    if name is None or name.end - name.start < 2 or _office_follows(view, name.end):
        return None
    if view.lang == "en" and view.low(name.end) == "as":
        return None  # "Anna Lind as Minister of Culture, Ivo Kos as Minister of Health"
    if view.lang == "en" and i == office.end + 1 and is_doubtful(view, name, apart=True) and not is_apposed(view, office, name):
        return None
    return name if view.low(name.end) in {",", ".", ";", ")", ""} or i > office.end + 1 or view.lang == "en" else None


def list_names(view: View, first: Name, cases: frozenset[str] = frozenset()) -> list[Name]:
    """A name and those listed after it: "Anna Lind, Ivo Kos, and Marek Novak"; `cases`: those of the Russian office that all hold."""
    names = [first]
    while view.low(end := _behind(view, names[-1])) in {",", "and", "и"}:
        start = end + 1
        start += view.low(start) in {"and", "и"} and view.low(end) == ","
        more = parse_name(view, skip_honorifics(view, start), strong=True, cases=cases) or parse_name(view, skip_honorifics(view, start), strong=True)
        if more is None or view.lang == "en" and is_doubtful(view, more, apart=False):
            break
        names.append(more)
    return names


def home_of(view: View, name: Name) -> Piece | None:
    """The place behind an English name that "of" joins to it: "Governors Anna Lind of Alta and Ivo Kos of Berga"."""
    return parse_place(view, name.end + 1) if view.lang == "en" and view.low(name.end) == "of" and name.end + 1 < len(view) else None


def _behind(view: View, name: Name) -> int:
    home = home_of(view, name)
    return home.end if home is not None else skip_party(view, name.end)


def _name_behind(view: View, office: Office, cases: frozenset[str]) -> Name | None:
    """The name behind a place or occasion told of the office: "глава делегации на переговорах Иван Петров"."""
    start = skip_circumstances(view, office.end)
    if start == office.end or office.plural or office.weak:
        return None
    name = parse_name(view, skip_honorifics(view, start), strong=False, cases=cases)
    if name is None or name.end - name.start < 2:
        return None
    return name if told_cases(view, office.head) & _tagged_cases(view, name) else None


def _name_behind_field(view: View, office: Office) -> Name | None:
    """The name behind the land that an English envoy is for: "the Special Envoy for Laos Ivo Kos"."""
    place = parse_place(view, office.end + 1) if office.end + 1 < len(view) else None
    name = parse_name(view, skip_honorifics(view, place.end), strong=False) if place is not None and place.end < len(view) else None
    return name if name is not None and name.end - name.start > 1 else None


def _tagged_cases(view: View, name: Name) -> frozenset[str]:
    return frozenset(case for i in range(name.start, name.end) for case in told_cases(view, i))


def _office_follows(view: View, i: int) -> bool:
    return view.low(i) == "," and i + 1 < len(view) and (office := read_office(view, i + 1)) is not None and _name_after(view, office) is None


def find_apposition(view: View, name: Name) -> tuple[int, Office | None]:
    """(end, office) of a name with the offices told after it; the name's own end and None without one."""
    told = skip_force(view, skip_party(view, name.end))
    first = _of_item(view, name.start, told) or _apposed(view, told)
    if first is None:
        signed = _signed(view, name)
        return (signed.end, signed) if signed is not None else (told, None)
    end, office = first
    while view.lang == "en" and view.is_cap(end + 1) and (more := _apposed(view, end)) is not None and more[1].start == end + 1:
        end = more[0]  # "Ivo Kos, Deputy Governor, Chairman of the Union and Rector of the academy"
    if view.lang == "en":
        end = _further_office(view, end)
    parts = [office]
    while view.lang == "ru" and view.low(name.end) == "," and (more := _apposed(view, end)) is not None and more[1].start == end + 1:
        end, further = more
        parts.append(further)
    return end, replace(office, parts=tuple(parts)) if len(parts) > 1 else office


def _further_office(view: View, end: int) -> int:
    """The end of a second office joined to the one that ends at `end`: "Peter Holm, spokesman and chief adviser to the president"."""
    second = read_office(view, end + 1) if view.low(end) == "and" and end + 1 < len(view) else None
    if second is None or second.plural or view.low(second.start) in DETERMINERS or _name_after(view, second) is not None:
        return end
    return second.end if view.low(second.end) in {",", ")", ".", ";", ""} or second.owner is not None else end


def _of_item(view: View, start: int, i: int) -> tuple[int, Office] | None:
    """The office behind the comma at `i` in a list's item that begins with the name at `start`, and its end."""
    office = read_office(view, i + 1) if view.low(i) == "," and begins_item(view, start) else None
    told = with_item_body(view, office) if office is not None else None
    return (told.end, told) if told is not None else None


def _apposed(view: View, i: int) -> tuple[int, Office] | None:
    """The office behind the comma or bracket at `i`, and its end."""
    if view.low(i) not in {",", "("}:
        return None
    office = _one_of(view, i + 1) or read_office(view, i + 1)
    if office is None or office.plural or office.weak or (_name_after(view, office) is not None and not _is_between(view, office)):
        return None
    if not (view.low(office.end) in {",", ")", ".", ";", "", "and", "и", "who"} or office.owner is not None):
        return None
    if view.low(office.end) == "for" and view.is_cap(office.end + 1):  # "Anna Lind, Deputy Minister for Rivers Ivo Kos"
        return None
    office = with_listed_body(view, office)
    return office.end + (view.low(i) == "(" and view.low(office.end) == ")"), office


def _is_between(view: View, office: Office) -> bool:
    """Whether an English list tells each name with the office behind it: "Anna Lind, River Council Director, Ivo Kos, Harbour Director, and"."""
    following = parse_name(view, skip_honorifics(view, office.end + 1), strong=True) if view.lang == "en" and view.low(office.end) == "," else None
    if following is None or view.low(following.end) != "," or not view.is_cap(following.end + 1):
        return False
    second = read_office(view, following.end + 1)
    return second is not None and not second.plural and view.low(second.end) in {",", "and", ";", "."}


def _one_of(view: View, i: int) -> Office | None:
    """ "One of the leaders of the union", "один из руководителей союза": the office as one holds it."""
    j = i + 2 + (view.low(i + 2) == "the")
    if not view.among(i, ONE) or view.low(i + 1) not in {"of", "из"} or j >= len(view):
        return None
    office = read_office(view, j)
    if office is None or not office.plural or office.further:
        return None
    return replace(office, start=i, position=singular_office(view, office), plural=False)


def _signed(view: View, name: Name) -> Office | None:
    """The office under a name at the end of a letter: "Иван Петров Президент ФИДЕ" is a sentence of its own."""
    if name.start != 0 or name.end - name.start < 2 or not view.is_cap(name.end):
        return None
    office = read_office(view, name.end)
    return office if office is not None and office.owner is not None and not office.plural and office.end >= len(view) - 1 else None
