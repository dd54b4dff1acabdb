"""Where the words end that tell more of an actor behind it: brackets, his land, his office."""

from __future__ import annotations

from pipeline.annotate import Token
from pipeline.extract.view import View
from pipeline.records import EntityMention

BRACKETED = 6  # tokens that brackets hold, with themselves
LANDS = frozenset({"city", "region"})


def behind_office(view: View, end: int) -> int:
    """The token behind the office that an English name before token `end` is told by: "Anna Lind, co-chair of the Forum, and"; `end` for none."""
    k = view.position.get(end, len(view.tokens))
    office = next((m for m in view.actors if m.actor.start >= end), None) if view.lang == "en" and k < len(view.tokens) and view.tokens[k].text == "," else None
    if office is None or office.actor.form != "position" or office.actor.plural or view.doc[office.actor.start].pos_ == "DET":
        return end
    between = view.tokens[k + 1 : view.position[office.actor.start]]
    behind = behind_brackets(view, office.actor.end)
    told = all(t.pos_ in {"NOUN", "PROPN", "CCONJ"} for t in between) and (not between or between[-1].pos_ == "CCONJ")
    j = view.position.get(behind, len(view.tokens))
    return behind if told and j < len(view.tokens) and view.tokens[j].text == "," else end


def behind_brackets(view: View, end: int) -> int:
    """The token behind what brackets at token `end` tell of somebody: «послы Анна Линд (Чехия) и Ян Новак (Дания)», "Anna Lind (left) and"; `end` for none."""
    k = view.position.get(end, len(view.tokens))
    bracketed = k < len(view.tokens) and view.tokens[k].text == "("
    closing = next((t.i for t in view.tokens[k : k + BRACKETED] if t.text == ")"), None) if bracketed else None
    return end if closing is None else closing + 1


def behind_land(view: View, k: int) -> int:
    """The word behind the land that somebody is of, at `k`: "Anna Lind of Laos, joined by the mayor"; `k` for none."""
    land = view.actor_at.get(view.tokens[k + 1].i) if view.lang == "en" and k + 1 < len(view.tokens) and view.tokens[k].text == "of" else None
    return view.position[land.actor.end - 1] + 1 if land is not None and land.actor.entity_type in {*LANDS, "country"} else k


def is_of_last(view: View, noun: Token) -> bool:
    """Whether an English office without a name is one more of the person told right before: "Anna Lind, Rector of the Port College, and Acting Director"."""
    office = view.actor_at.get(noun.i) if view.lang == "en" else None
    while office is not None and _is_single_office(view, office):
        before = max((m for m in view.actors if m.actor.end <= office.actor.start), key=lambda m: m.actor.end, default=None)
        if before is None or not _is_beside(view, before, office):
            return False
        if before.actor.form == "name":
            comma = view.doc[behind_brackets(view, before.actor.end)].text in {",", "&"}
            return before.actor.entity_type == "person" and (comma or 0 <= before.actor.name_end < before.actor.end)
        office = before
    return False


def _is_single_office(view: View, mention: EntityMention) -> bool:
    """Whether somebody is told by an office in capitals, without an article."""
    first = view.doc[mention.actor.start]
    single = mention.actor.form == "position" and mention.actor.entity_type == "person" and not mention.actor.plural
    return single and first.pos_ != "DET" and first.text[:1].isupper()


def _is_beside(view: View, before: EntityMention, office: EntityMention) -> bool:
    """Whether commas, "and" and capitals alone stand between two that are told."""
    between = [t for t in view.tokens if behind_brackets(view, before.actor.end) <= t.i < office.actor.start]
    while between and between[-1].pos_ in {"PROPN", "ADJ"} and between[-1].text[:1].isupper():
        between.pop()  # "and Harbour Plan Coordinator"
    return bool(between) and all(t.text in {",", "and", "&"} for t in between)
