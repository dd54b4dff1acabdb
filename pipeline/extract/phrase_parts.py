"""Tells which words belong to a phrase as parts of a list or of a title, and which open a clause about it."""

from __future__ import annotations

from pipeline.annotate import Token
from pipeline.extract.view import View, is_verb, plain
from pipeline.records import EntityMention

RELATIVES = frozenset({"that", "which", "who", "whom", "whose"})
CLAUSES = frozenset({"acl", "acl:relcl", "relcl"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
LIST_REACH = 9  # words behind a comma among which the last of a list is told
ITEM_REACH = 4  # words of the last of them


def opens_clause(view: View, token: Token, k: int) -> bool:
    """Whether an English word opens a clause about the phrase: "the progress [their agencies are making]", "an exchange [that serves]"."""
    if view.lang != "en" or token.i <= view.tokens[k].i:
        return False
    subject = next((t for t in (token, token.head, token.head.head) if t.dep_ in SUBJECTS), None)
    if subject is not None and is_verb(subject.head) and subject.head.dep_ in CLAUSES and token.i == subject.left_edge.i and subject.head.i > token.i:
        return True
    return plain(token.text) in RELATIVES and token.pos_ in {"PRON", "SCONJ"} and is_verb(token.head) and token.head.i > token.i


def belongs_to_title(view: View, token: Token, head: Token) -> bool:
    """Whether a word to the left belongs to an English title, as a sentence or with a hyphen: "the [United We Stand] Summit", "an [internet]-based forum"."""
    joined = view.doc[token.i + 1].text == "-" and token.dep_ == "obl:npmod"
    titled = token.text[:1].isupper() and head.text[:1].isupper() and token.dep_ in {"nsubj", "obl:npmod", "obj"} and token.i > view.tokens[0].i
    for _ in range(ITEM_REACH):
        if token.i == head.i:
            return view.lang == "en" and (joined or titled)
        token = token.head
    return False


def is_part_of_title(view: View, mention: EntityMention, k: int) -> bool:
    """Whether what was taken for a name only ends an English title whose head is at `k`: "Chief for River Nonproliferation", "on Rivers and Biofarming"."""
    actor, head = mention.actor, view.tokens[k]
    root = view.doc[actor.root]
    if view.lang != "en" or actor.end - actor.start != 1 or actor.form != "name" or not head.text[:1].isupper() or actor.start - 1 <= head.i:
        return False
    before = view.doc[actor.start - 1]
    described = before.head.i == root.i and before.dep_ in {"compound", "amod"} and before.text[:1].isupper()
    joined = before.pos_ == "CCONJ" and root.dep_ == "conj" and head.i < root.head.i and root.head.i not in view.actor_at and root.head.text[:1].isupper()
    return described or joined


def continues_list(view: View, i: int) -> bool:
    """Whether a comma separates parts of the topic: "trade, economic and cultural cooperation"."""
    following = view.tokens[i + 1 : i + 1 + LIST_REACH]
    if _ends_list(view, i):
        return True
    if not following or following[0].pos_ not in {"ADJ", "NOUN", "PROPN"}:
        return False
    for token in following:
        if is_verb(token) or token.i in view.actor_at:
            return False
        if token.pos_ == "CCONJ":
            return True
    return False


def _ends_list(view: View, i: int) -> bool:
    """Whether the comma at index `i` stands before the "and" of the last of three or more: "on Hunger, Nutrition[,] and Health"."""
    following = view.tokens[i + 1 : i + 2 + ITEM_REACH]
    if view.lang != "en" or not following or following[0].pos_ != "CCONJ" or view.tokens[i].text != ",":
        return False
    last = next((t for t in following[1:] if t.dep_ == "conj" and t.pos_ in {"NOUN", "PROPN"}), None)
    return last is not None and last.head.dep_ == "conj" and last.head.i < view.tokens[i].i and last.i not in view.actor_at
