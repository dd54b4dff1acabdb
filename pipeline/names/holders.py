"""Offices and the names that go with them: "Governor Ivan Petrov", "Ivan Petrov, Mayor of Brest", "глава области - министр Иван Петров"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.names.genitives import QUOTES, quote_end
from pipeline.names.normal import told_cases
from pipeline.names.offices import DETERMINERS, parse_office
from pipeline.names.offices_ru import DASHES, parse_office_ru
from pipeline.names.people import parse_name, skip_honorifics
from pipeline.names.pieces import Name, Office
from pipeline.names.view import View

LONGEST_TITLE = 5  # units of a name in quotes, the closing mark included


def is_quoted(view: View, i: int) -> bool:
    """Whether a quotation mark stands right before: a ship or a contest is called so."""
    return view.lang == "ru" and i > 0 and view.units[i - 1].text in QUOTES and quote_end(view, i - 1) - i < LONGEST_TITLE and quote_end(view, i - 1) > i


def read_office(view: View, i: int) -> Office | None:
    """The office at `i`, in the language of the sentence."""
    return parse_office(view, i) if view.lang == "en" else parse_office_ru(view, i)


def with_name(view: View, office: Office) -> tuple[Office, Name | None]:
    """The office and the name after it; further offices of the same person in between count with it."""
    name = _name_after(view, office)
    if name is not None:
        return office, name
    second = read_office(view, office.end + 1) if view.low(office.end) in {"and", "и", ",", *DASHES} else None
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
    cases = told_cases(view, office.head) if view.lang == "ru" and not office.plural and office.status != "acting" else frozenset()
    name = parse_name(view, i, strong=True, cases=cases)
    if name is not None or view.low(office.end) != "," or office.weak:
        return name
    i = skip_honorifics(view, office.end + 1)
    name = parse_name(view, i, strong=True, cases=cases)
    if name is None or name.end - name.start < 2 or _office_follows(view, name.end):
        return None
    return name if view.low(name.end) in {",", ".", ";", ")", ""} or i > office.end + 1 or view.lang == "en" else None


def _office_follows(view: View, i: int) -> bool:
    return view.low(i) == "," and i + 1 < len(view) and (office := read_office(view, i + 1)) is not None and _name_after(view, office) is None


def find_apposition(view: View, name: Name) -> tuple[int, Office | None]:
    """(end, office) of a name with the office told after it; the name's own end and None without one."""
    if view.low(name.end) not in {",", "("}:
        return name.end, None
    office = read_office(view, name.end + 1)
    if office is None or office.plural or office.weak or _name_after(view, office) is not None:
        return name.end, None
    if not (view.low(office.end) in {",", ")", ".", ";", "", "and", "и", "who"} or office.owner is not None):
        return name.end, None
    return office.end + (view.low(name.end) == "(" and view.low(office.end) == ")"), office
