"""Tells the place and the day with which a release opens from who acts in its first sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.order import DASHES
from pipeline.extract.phrases import starts_date
from pipeline.extract.predicate import Argument
from pipeline.extract.view import View
from pipeline.records import EntityMention

PLACES = frozenset({"city", "region", "country"})
DATELINE = 8  # words in which a release that opens with its place tells it


def behind_lead_in(view: View, found: Sequence[Argument]) -> list[Argument]:
    """The arguments without the place and the day with which a release opens; who is told right behind the dash does what the tree says of the place."""
    dateline = max((d.end for d in view.dates if d.role == "dateline"), default=0)  # «КАЗАНЬ, 3 марта - Мэр встретилась...»: the city does nothing
    days = {a.token.i for a in found if "subject" in a.functions and starts_date(view, a.token)}  # «24.03.2025 – мэр встретился»
    opening = _opening_place(view)
    places = [a for a in found if a.token.i < opening and a.functions & {"subject", "object"}]
    kept = [a for a in found if a not in places and a.token.i not in days and a.token.idx >= dateline]
    first = next((m for m in view.actors if m.actor.start == opening + 1), None)
    lost = places or [a for a in found if a.token.idx < dateline and "subject" in a.functions]
    first = first if places else _behind_dash(view, dateline)
    if lost and first is not None and all(a.token.i != first.actor.root for a in kept):
        kept.append(replace(lost[0], token=view.doc[first.actor.root], found="order"))
    return kept


def _behind_dash(view: View, dateline: int) -> EntityMention | None:
    """Who is told right behind the dash that closes a dateline: "ELM CITY, 3 May (AP) -- Mayor Lind", «Минск, 3 мая /БелТА/ — Мэр Линд»."""
    first = next((m for m in view.actors if view.doc[m.actor.start].idx >= dateline), None) if dateline else None
    k = view.position[first.actor.start] if first is not None else 0
    return first if k and view.tokens[k - 1].text in {*DASHES, "--"} else None


def _opening_place(view: View) -> int:
    """The token of the dash behind the place with which an English release opens, without a day: "ELM CITY, MO - Mayor Lind met"; -1 for none."""
    dash = next((k for k, t in enumerate(view.tokens[:DATELINE]) if t.text in DASHES and t.whitespace_), 0)
    named = [t for t in view.tokens[:dash] if t.text.isalpha()]
    land = view.actor_at.get(view.tokens[dash - 1].i) if dash else None
    told = land is not None and land.actor.entity_type in PLACES and view.lang == "en" and all(t.text[:1].isupper() for t in named)
    return view.tokens[dash].i if told else -1
