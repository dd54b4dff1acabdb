"""Finds who leads those who take part: "a delegation headed by the minister", «делегация во главе с министром»."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.coordination import conjuncts
from pipeline.extract.view import View
from pipeline.records import EntityMention

LEADER_REACH = 16  # words between a delegation and who leads it


def leaders_of(view: View, group: EntityMention) -> Iterator[EntityMention]:
    """The first person named after a leading phrase that follows the group before the next verb, and, in English, who is joined to that one."""
    leader = _leader_of(view, group)
    if leader is None:
        return
    yield leader
    for token in conjuncts(view, view.doc[leader.actor.root]) if view.lang == "en" else ():  # "co-chaired by A and B"
        beside = view.actor_at.get(token.i)
        if beside is not None and beside.actor.entity_type == "person":
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
            return next((m for m in view.actors if m.actor.start > after and m.actor.entity_type == "person"), None)
    return None


def _leads(view: View, k: int) -> int:
    """How many words a leading phrase has at index `k`, 0 for none."""
    texts = [t.text.lower() for t in view.tokens[k : k + 5]]
    return view.grammar.leading.match_at(view.lemmas, k) or view.grammar.leading.match_at(texts, 0)
