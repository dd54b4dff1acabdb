"""Tells who says the clause that a word stands in, and so whom "I" and "we" stand for."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from pipeline.extract.view import View, is_verb, plain
from pipeline.records import EntityMention

CLAUSES = 5  # heads above a word among which the verb of saying is looked for


def speaker_of(view: View, token: Token) -> EntityMention | None:
    """The subject of the nearest verb of saying above a word; None if it is none of the document's actors."""
    for _ in range(CLAUSES):
        if token.head.i == token.i:
            break
        token = token.head
        if is_verb(token) and view.lemma(token) in view.grammar.speech:
            subject = next((c for c in token.children if c.dep_ == "nsubj" and c.i in view.actor_at), None)
            return view.actor_at[subject.i] if subject is not None else None
    return None


def is_first_person(view: View, token: Token) -> bool:
    """Whether a word stands for who speaks or is spoken to: "I", "we", "my", «вы»."""
    return plain(token.text) in view.grammar.lists["speakers"]


def actors_of(view: View, token: Token) -> tuple[EntityMention, ...]:
    """The actors that a word stands for; "I" and "we" in a quotation are whoever is told to say it."""
    if not is_first_person(view, token):
        return view.mentions_at(token)
    speaker = speaker_of(view, token)
    return (replace(speaker, resolved_by="pronoun"),) if speaker is not None and speaker.resolved_by else ()
