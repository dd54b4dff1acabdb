"""Russian: a first name that the tagger takes for a place, «с президентом Реджепом Тайипом Эрдоганом», begins the name behind it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from pipeline.names.unit import Unit


def join_given_names(units: Sequence[Unit], places: Container[str]) -> tuple[Unit, ...]:
    """The units; a word told as a place that no gazetteer knows, in the case of the name right behind it and not in that of the place before it, is part of
    that name.
    """
    made = list(units)
    for k in range(1, len(made) - 1):
        unit, behind = made[k], made[k + 1]
        if unit.ent == "LOC" and behind.ent == "PER" and behind.ent_start and _is_given(made[k - 1], unit, behind) and not any(f in places for f in unit.forms):
            made[k] = unit._replace(ent="PER", ent_start=True)
            made[k + 1] = behind._replace(ent_start=False)
    return tuple(made)


def _is_given(before: Unit, unit: Unit, behind: Unit) -> bool:
    """Whether a word goes with the one behind it by its case, and with nothing before it."""
    apart = before.pos != "ADP" and (before.ent != "LOC" or before.cases.isdisjoint(unit.cases))
    return unit.cap and unit.space and apart and bool(unit.cases) and unit.cases == behind.cases
