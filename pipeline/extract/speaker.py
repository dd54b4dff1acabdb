"""Tells who says the clause that a word stands in, and so whom "I" and "we" stand for."""

from __future__ import annotations

from dataclasses import replace

from pipeline.annotate import Token
from pipeline.extract.view import View, is_verb, plain
from pipeline.records import EntityMention

CLAUSES = 5  # heads above a word among which the verb of saying is looked for


def speaker_of(view: View, token: Token) -> EntityMention | None:
    """The subject of the nearest verb of saying above a word; None if it is none of the document's actors."""
    quoted = _speaker_before(view, token)
    for _ in range(CLAUSES):
        if token.head.i == token.i:
            break
        token = token.head
        if is_verb(token) and view.lemma(token) in view.grammar.speech:
            subject = next((c for c in token.children if c.dep_ == "nsubj" and c.i in view.actor_at), None)
            return view.actor_at[subject.i] if subject is not None else None
    return quoted


def _speaker_before(view: View, token: Token) -> EntityMention | None:
    """Who stands before the colon of a quotation that begins the sentence: «Сорокин: «Мы подписали договор»."""
    colon = next((k for k, t in enumerate(view.tokens[:-1]) if t.text == ":" and view.tokens[k + 1].text in {"«", "“", '"'}), 0)
    if not colon or token.i <= view.tokens[colon].i:
        return None
    speaker = view.actors[0] if view.actors else None
    whole = speaker is not None and speaker.actor.start == view.tokens[0].i and speaker.actor.end == view.tokens[colon].i
    return speaker if whole else None


def is_first_person(view: View, token: Token) -> bool:
    """Whether a word stands for who speaks or is spoken to: "I", "we", "my", «вы»."""
    return plain(token.text) in view.grammar.lists["speakers"]


def _announcer(view: View, token: Token) -> tuple[EntityMention, ...]:
    """The English body that says of itself what it will do: "Alder Steel announced it will open a plant"."""
    verb = token.head
    if view.lang != "en" or plain(token.text) != "it" or token.dep_ != "nsubj" or verb.dep_ != "ccomp" or view.lemma(verb.head) not in view.grammar.speech:
        return ()
    told = next((view.actor_at[c.i] for c in verb.head.children if c.dep_ == "nsubj" and c.i in view.actor_at), None)
    return (replace(told, resolved_by="pronoun"),) if told is not None and told.actor.entity_type == "organization" else ()


def actors_of(view: View, token: Token) -> tuple[EntityMention, ...]:
    """The actors that a word stands for; "I" and "we" in a quotation are whoever is told to say it, "you" is nobody."""
    if not is_first_person(view, token):
        return view.mentions_at(token) or _announcer(view, token)
    if plain(token.text) in view.grammar.lists["addressed"]:
        return ()  # "You went to the schools", the mayor said
    speaker = speaker_of(view, token)
    return (replace(speaker, resolved_by="pronoun"),) if speaker is not None and speaker.resolved_by else ()
