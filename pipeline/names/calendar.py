"""Days and months in a sentence: they begin or end no name, whatever the tagger says."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.names.lexicon import LanguageWords
from pipeline.names.unit import Unit

GIVEN_NAMES = frozenset({"april", "may", "june", "august", "март", "май"})
BEFORE_MONTHS = frozenset(
    {"in", "on", "of", "since", "until", "till", "by", "from", "to", "this", "last", "next", "early", "late", "mid", "during", "before", "after", "and"}
)


def clear_calendar(units: Sequence[Unit], lex: LanguageWords) -> tuple[Unit, ...]:
    """The units, those for days and months outside all named entities; what follows them begins an entity of its own."""
    made: list[Unit] = []
    for i, unit in enumerate(units):
        if _is_calendar(units, i, lex):
            made.append(unit._replace(ent="", ent_start=False, pos="ADV" if unit.pos == "PROPN" else unit.pos, dated=True))
        elif unit.ent and not unit.ent_start and i > 0 and made[-1].dated:
            made.append(unit._replace(ent_start=True))
        else:
            made.append(unit)
    return tuple(made)


def _is_calendar(units: Sequence[Unit], i: int, lex: LanguageWords) -> bool:
    unit = units[i]
    if unit.low not in lex.calendar and unit.lemmas.isdisjoint(lex.calendar) or unit.low == "may" and not unit.cap:
        return False
    if unit.low not in GIVEN_NAMES:
        return unit.low in lex.calendar or unit.ent != "PER"
    before = units[i - 1] if i > 0 else None
    if before is not None and (before.low in BEFORE_MONTHS or before.low[:1].isdigit()) or (i + 1 < len(units) and units[i + 1].low[:1].isdigit()):
        return True
    return unit.ent != "PER" and not (before is not None and before.cap and before.pos == "PROPN")
