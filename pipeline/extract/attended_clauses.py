"""Finds what people are told to have attended, and with whom, in a clause that only describes: "Consul Anna Lind, who attended the meeting"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.coordination import conjuncts
from pipeline.extract.view import View, case_of, is_passive, preposition_of
from pipeline.extract.what_attended import ATTENDED, is_bare, is_plain
from pipeline.records import EntityMention

BARE = frozenset({"det", "case", "punct", "acl:relcl"})  # below a noun that tells of nothing new


def attended_relative(view: View) -> Iterator[tuple[int, list[EntityMention]]]:
    """Where the bare nouns stand that people attended by a relative clause, and these people: "Consul Anna Lind, who attended the meeting"."""
    for verb in (t for t in view.tokens if t.dep_ in {"acl", "acl:relcl"} and view.lemma(t) in view.grammar.lists["attendance"]):
        people = [m for m in view.mentions_at(verb.head) if m.actor.entity_type == "person"]
        yield from ((c.idx, people) for c in verb.children if people and is_bare(view, c, verb))
    for verb in (t for t in view.tokens if t.dep_ == "acl:relcl" and view.lemma(t) == "attend" and is_passive(t)):  # "the meeting, which was attended by"
        told = list(people_between(view, verb.i, max(t.i for t in verb.subtree) + 1))
        if any(c.dep_ == "det" and c.text.lower() == "the" for c in verb.head.children) and all(c.dep_ in BARE for c in verb.head.children):
            yield verb.head.idx, [m for m in told if not view.doc[m.actor.root].dep_.startswith("nsubj")]
    if view.lemma(view.tokens[0]) == "attend" and len(view.tokens) > 1 and view.lemmas[1] == "by":  # "Attended by Anna Lind, the meeting focused on trade"
        comma = next((t.i for t in view.tokens[2:] if t.text == "," and t.i not in view.actor_at), -1)
        noun = next((t for t in view.tokens if t.i > comma > 0 and t.dep_ in {"nsubj", "nsubj:pass"}), None)
        if noun is not None and is_plain(view, noun):
            yield view.tokens[0].idx, list(people_between(view, view.tokens[0].i, comma))


def attended_clause(view: View) -> Iterator[tuple[int, list[EntityMention]]]:
    """Where the bare nouns stand that people attended by a Russian relative clause, and these people: «в беседе, в которой участвовала и посол Анна Линд»."""
    for verb in (t for t in view.tokens if t.dep_ == "acl:relcl" and view.lemma(t) in view.grammar.lists["attendance"] and t.head.pos_ == "NOUN"):
        at = any(view.lemma(c) == "который" and preposition_of(view, c) in ATTENDED for c in verb.children)
        bare = all(c.dep_ in {"case", "acl:relcl", "punct", "det"} for c in verb.head.children)
        people = [m for c in verb.children if c.dep_ == "nsubj" for t in (c, *conjuncts(view, c)) for m in view.mentions_at(t)]
        if at and bare and people:
            yield verb.head.idx, people


def find_company(view: View) -> list[EntityMention]:
    """By whom somebody is told to have been accompanied: "The minister was accompanied by Anna Lind"."""
    root = next((t for t in view.tokens if t.dep_ == "root"), None)
    if root is None or view.lemma(root) not in view.grammar.lists["accompanied"]:
        return []
    people = people_between(view, root.i, view.tokens[-1].i + 1)
    if view.lang == "ru":  # «посла сопровождали министр и ректор»
        told = any(c.dep_ in {"obj", "nsubj"} and c.i < root.i and c.i in view.actor_at for c in root.children)
        return [m for m in people if case_of(view, view.doc[m.actor.root]) in {"Nom", ""}] if told and not is_passive(root) else []
    return list(people) if is_passive(root) else []


def people_between(view: View, start: int, end: int, *, groups: bool = False) -> Iterator[EntityMention]:
    """The people told by name from token `start` to `end`; `groups`: those of a land or body as well, where they are told as who acts."""
    for mention in (m for m in view.actors if start <= m.actor.start < end and m.actor.form == "name"):
        group = groups and mention.actor.entity_type == "group" and bool(mention.actor.country or mention.actor.affiliation)
        if mention.actor.entity_type == "person" or (group and case_of(view, view.doc[mention.actor.root]) == "Nom"):
            yield mention
