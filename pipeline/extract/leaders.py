"""Finds who leads those who take part: "a delegation headed by the minister", «делегация во главе с министром»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.coordination import conjuncts
from pipeline.extract.view import View
from pipeline.records import EntityMention

LEADS = "leads "  # how the evidence begins of who leads a delegation
LEADER_REACH = 16  # words between a delegation and who leads it


def with_led(views: Sequence[View], actors: Sequence[EntityMention]) -> list[EntityMention]:
    """The actors, where a group of which nothing is told but its leader stands for him: "a delegation led by X arrived. The delegation met Y"."""
    led: dict[str, set[str]] = {}
    for view in views:
        for group in filter(_is_bare, view.actors):
            led.setdefault(group.key, set()).update(leader.key for leader in leaders_of(view, group))
    stands_for = {key: next(iter(leaders)) for key, leaders in led.items() if len(leaders) == 1}
    return [replace(m, key=stands_for[m.key], resolved_by="group") if m.key in stands_for and _is_bare(m) else m for m in actors]


def with_called(views: Sequence[View], actors: Sequence[EntityMention]) -> list[EntityMention]:
    """The actors, an office without a name standing for who is said right behind to hold it now: «избран председатель палаты. Им стал Олег Белов»."""
    stands_for: dict[str, str] = {}
    for before, view in pairwise(views):
        holder = _who_became_it(view)
        offices = [m for m in before.actors if m.actor.form == "position" and m.actor.entity_type == "person" and m.resolved_by == "position"]
        if holder is not None and len(offices) == 1 and _appoints(before):
            stands_for[offices[0].key] = holder.key
    return [replace(m, key=stands_for[m.key]) if m.key in stands_for and m.actor.form == "position" else m for m in actors]


def _appoints(view: View) -> bool:
    """Whether a verb of the sentence tells of an appointment."""
    entries = (e for lemma in view.lemmas for e in view.grammar.triggers.get(lemma, ()))
    return any(e.rule.type == "appointment" and e.rule.trigger.pos == "verb" for e in entries)


def _who_became_it(view: View) -> EntityMention | None:
    """The person of a sentence that opens with «им стал», «ею стала»; None for any other."""
    opening = [t.text.lower() for t in view.tokens[:2]]
    told = len(opening) == 2 and opening[0] in {"им", "ею", "ей"} and opening[1] in {"стал", "стала"}
    return next((m for m in view.actors if m.actor.entity_type == "person" and m.actor.form == "name"), None) if told else None


def _is_bare(mention: EntityMention) -> bool:
    actor = mention.actor
    return actor.entity_type == "group" and actor.form != "pronoun" and not actor.country and not actor.affiliation


def leaders_of(view: View, group: EntityMention) -> Iterator[EntityMention]:
    """The first person named after a leading phrase that follows the group before the next verb, and who is joined to that one; in Russian, of one office."""
    leader = _leader_of(view, group)
    if leader is None:
        return
    yield leader
    for token in conjuncts(view, view.doc[leader.actor.root]):  # "co-chaired by A and B", «во главе со спикерами А и Б»
        beside = view.actor_at.get(token.i)
        alike = view.lang == "en" or (beside is not None and bool(beside.actor.position) and beside.actor.position == leader.actor.position)
        if beside is not None and beside.actor.entity_type == "person" and alike:
            yield beside


def _leader_of(view: View, group: EntityMention) -> EntityMention | None:
    """The first person named after a leading phrase that follows the group before the next verb."""
    first = view.position.get(group.actor.end)
    if first is None:
        return None
    for k in range(first, min(first + LEADER_REACH, len(view.tokens))):
        length = _leads(view, k)
        if length and view.tokens[k].dep_ == "acl:relcl" and view.tokens[k].head.i != group.actor.root:
            return None  # «делегация посетила порт, который возглавляет Анна Линд»
        if length:
            after = view.tokens[min(k + length, len(view.tokens)) - 1].i
            leader = next((m for m in view.actors if m.actor.start > after and m.actor.entity_type == "person"), None)
            return leader if leader is None or not _stands_apart(view, leader) else None
    return None


def _stands_apart(view: View, leader: EntityMention) -> bool:
    """Whether a preposition of time shows that somebody does not lead: «возглавил порт после Анны Линд»."""
    k = view.position.get(leader.actor.start, 0)
    return k > 0 and view.lemmas[k - 1] in {"после", "до", "after", "before"}


def _leads(view: View, k: int) -> int:
    """How many words a leading phrase has at index `k`, 0 for none."""
    texts = [t.text.lower() for t in view.tokens[k : k + 5]]
    return view.grammar.leading.match_at(view.lemmas, k) or view.grammar.leading.match_at(texts, 0)
