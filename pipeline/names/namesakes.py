"""Names of days and orders in which people are told who take part in nothing: «День защитника Отечества», «орден святого Даниила»."""

from __future__ import annotations

from pipeline.names.genitives import is_genitive
from pipeline.names.people_ru import name_kind
from pipeline.names.view import View

DAY = "день"
SAINT = frozenset({"святой", "преподобный", "равноапостольный", "благоверный"})
MOST_WORDS = 6  # of a saint before his name: «святого благоверного великого князя Даниила»


def named_day_end(view: View, i: int) -> int:
    """The end of a Russian day that is called after people of a kind: «Дня защитника Отечества», «Дню работников порта»; `i` if none begins there."""
    if view.lang != "ru" or not view.is_cap(i) or DAY not in view.units[i].lemmas or view.units[i].number == "Plur":
        return i
    end = i + 1
    if end >= len(view) or view.is_cap(end) or view.units[end].pos not in {"NOUN", "ADJ"} or not is_genitive(view, end):
        return i
    while end < len(view) and not view.is_cap(end) and view.units[end].pos in {"NOUN", "ADJ"} and view.units[end].cases == {"Gen"}:
        end += 1
    return end


def saint_end(view: View, i: int) -> int:
    """The end of a saint's name in the genitive: «святого апостола Андрея Первозванного»; `i` if none begins there."""
    if view.lang != "ru" or view.units[i].lemmas.isdisjoint(SAINT) or not is_genitive(view, i):
        return i
    end = i + 1
    while end < min(i + MOST_WORDS, len(view)) and name_kind(view, end) != "Name" and is_genitive(view, end):
        end += 1
    if end >= len(view) or not view.is_cap(end) or name_kind(view, end) != "Name" or not is_genitive(view, end):
        return i
    end += 1
    return end + (view.is_cap(end) and end < len(view) and is_genitive(view, end) and view.units[end].pos in {"ADJ", "PROPN", "NOUN"})
