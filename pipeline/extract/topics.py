"""Cuts out what was talked about, and what a document is about where its parties stand between the two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.annotate import Token, feature
from pipeline.extract.phrase_parts import continues_list, opens_clause
from pipeline.extract.phrases import CLOSING, MOST, Phrase, make_phrase, noun_phrase, starts_date
from pipeline.extract.view import NOMINAL, View, is_verb, plain, preposition_of

SUBJECTS = frozenset({"on", "about", "о", "об", "обо"})  # what stands behind these is what a document is about


def topic_phrase(view: View, head: Token) -> Phrase:
    """The phrase of what was talked about, with all below its noun up to the next verb, person or day: «сотрудничество в торговле и спорте».

    What is to be done belongs to it: "plans to build a bridge".
    """
    phrase, below = noun_phrase(view, head), {t.i for t in head.subtree}
    start, end = view.position[phrase.start], view.position[phrase.end - 1] + 1
    for k in range(end, min(len(view.tokens), end + MOST)):
        token = view.tokens[k]
        if _is_task(view, k, start, end):
            below |= {t.i for t in token.subtree if t.i > token.i}
            continue
        if (
            (token.i not in below and not _is_particle(view, k))
            or is_verb(token)
            or starts_date(view, token)
            or _is_partner(view, k)
            or opens_clause(view, token, end - 1)
        ):
            break
        if token.text == "," and not continues_list(view, k):
            break
        end = k + 1 if token.pos_ in NOMINAL - {"DET"} or token.text in CLOSING else end
    return make_phrase(view, start, end)


def _is_particle(view: View, k: int) -> bool:
    """Whether "to" with its verb follows the noun itself, whatever the tree makes of it."""
    return view.lang == "en" and view.lemmas[k] == "to" and k + 1 < len(view.tokens) and is_verb(view.tokens[k + 1])


def _is_task(view: View, k: int, start: int, end: int) -> bool:
    """Whether the verb at index `k` tells what is to be done about the words from `start` to `end` before it."""
    token, right = view.tokens[k], k - 1 - (view.lemmas[k - 1] == "to")
    if not is_verb(token) or right != end - 1:
        return False
    if view.lang == "en":
        return view.lemmas[k - 1] == "to"
    return feature(token, "VerbForm") == "Inf" and token.head.i in {t.i for t in view.tokens[start:end]}


def _is_partner(view: View, k: int) -> bool:
    """Whether a person, or "with" and whoever follows it, begins at index `k`."""
    mention = view.actor_at.get(view.tokens[k].i)
    together = plain(view.tokens[k].text) in {"с", "со", "with"}
    return together or (mention is not None and mention.actor.entity_type == "person")


def with_subject(view: View, phrase: Phrase, trigger: Token) -> Phrase:
    """The title of a document with what it is about, told behind its parties: "an agreement was signed between A and B on trade"."""
    if any(plain(t.text) in SUBJECTS for t in view.doc[phrase.start : phrase.end]):
        return phrase
    subject = next(_subjects(view, phrase, trigger), None)
    if subject is None:
        return phrase
    return replace(phrase, text=f"{phrase.text} {subject.text}", lemmas=(*phrase.lemmas, *subject.lemmas))


def _subjects(view: View, phrase: Phrase, trigger: Token) -> Iterator[Phrase]:
    """Phrases with their preposition that follow a party, up to the next verb."""
    for k in range(view.position[phrase.end - 1] + 1, len(view.tokens) - 1):
        token, before = view.tokens[k], view.tokens[k - 1]
        if is_verb(token) and token.i != trigger.i and token.dep_ not in {"amod", "aux", "aux:pass"}:
            return
        if token.pos_ == "ADP" and plain(token.text) in SUBJECTS and before.i in view.actor_at and not starts_date(view, token):
            noun = next((t for t in view.tokens[k + 1 : k + 6] if t.pos_ in {"NOUN", "PROPN"} and preposition_of(view, t) == plain(token.text)), None)
            if noun is not None and noun.i not in view.actor_at:
                told = noun_phrase(view, noun)
                yield make_phrase(view, k, view.position[told.end - 1] + 1)
