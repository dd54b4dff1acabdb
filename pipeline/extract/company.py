"""Finds those who did it with somebody, took part or saw it: "in the company of the minister", "with the participation of the rector"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.annotate import Token
from pipeline.extract.functions import arguments_of
from pipeline.extract.predicate import Argument, Predicate
from pipeline.extract.view import View, is_finite, is_passive, is_verb, plain, preposition_of

WITH_PART = frozenset({"с", "при", "with"})
TOGETHER = frozenset({"with", "с", "со"})  # behind "together", «вместе»
HANDS = frozenset({("рука", "из"), ("hand", "from"), ("hand", "at")})
REACH = 6  # words from "together" to the first name behind "with"
HUMAN = frozenset({"person", "group", "organization", "country"})
APART = frozenset({"award", "appointment"})  # "awarded to Kos along with Lind": he got it, too
SHARED = frozenset({"conference", "meeting", "opening"})  # kinds of events that are held "with the participation of" somebody


def find_companions(view: View, predicate: Predicate) -> Iterator[Argument]:
    """Who does it with the subject: «вместе с министром открыл школу», "in the company of the minister", "accompanied by the minister"."""
    verb = predicate.verb
    yield from _participants(view, predicate)
    if verb is None or is_passive(verb):
        return
    for child in verb.children:
        lemma = view.lemma(child)
        if (lemma, preposition_of(view, child)) in HANDS:  # «получили награды из рук министра», "received medals at the hands of the minister"
            yield from (replace(a, functions=frozenset({"from"})) for a in arguments_of(view, child, found="tree") if "possessor" in a.functions)
        wanted = _side_of_company(view, child)
        yield from (replace(a, functions=frozenset({"subject"})) for a in arguments_of(view, child, found="tree") if wanted in a.functions)


def _participants(view: View, predicate: Predicate) -> Iterator[Argument]:
    """With whose participation it was held: «на форуме с участием министра», "was held with the participation of the minister"."""
    noun, rule = predicate.trigger.head, predicate.trigger.rule
    kinds = SHARED if view.lang == "en" else {"conference", "call"}
    nouns = view.grammar.lists["partaking"]
    part = noun.head if rule.type == "conference" and view.lang == "ru" and view.lemma(noun.head) in nouns else None
    if part is not None and preposition_of(view, part) not in WITH_PART:  # «подтвердил участие делегации в форуме», «своё участие»
        yield from (replace(a, functions=frozenset({"subject"})) for a in arguments_of(view, part, found="tree") if "possessor" in a.functions)
        if any(view.lemma(c) == "свой" for c in part.children) and is_verb(part.head):
            yield from (a for a in arguments_of(view, part.head, found="tree") if "subject" in a.functions)
    for child in dict.fromkeys((*noun.children, *noun.head.children)) if rule.type in kinds else ():
        if view.lemma(child) in nouns and preposition_of(view, child) in WITH_PART:
            yield from (replace(a, functions=frozenset({"subject"})) for a in arguments_of(view, child, found="tree") if "possessor" in a.functions)


def _side_of_company(view: View, child: Token) -> str:
    """The function of those who come along, below a word that tells of company; empty for any other word."""
    lemma, lists = view.lemma(child), view.grammar.lists
    if lemma in lists["together"]:
        return "with"
    if lemma in lists["company"] and preposition_of(view, child):
        return "possessor"
    return "agent" if lemma in lists["accompanied"] and child.dep_ in {"advcl", "acl"} else ""


def find_witnesses(view: View, head: Token) -> Iterator[Argument]:
    """Who was present: "signed in the presence of the minister"."""
    for child in head.children:
        if view.lemma(child) in view.grammar.lists["presence"]:
            yield from (replace(a, functions=frozenset({"presence"})) for a in arguments_of(view, child, found="tree") if "possessor" in a.functions)


def engaged_with(view: View, predicate: Predicate) -> Iterator[Argument]:
    """Who takes part in English talks that somebody holds to hear or engage them: "hosted a discussion to engage with leaders of the region"."""
    rule = predicate.trigger.rule
    if view.lang != "en" or not (rule.mutual or rule.type == "conference") or predicate.light is None:
        return
    for verb in (*predicate.light.children, *predicate.trigger.head.children):
        wanted = {"hear": "from"}.get(view.lemma(verb), "with")
        aim = verb.dep_ in {"advcl", "xcomp", "acl", "acl:relcl"} and any(c.text == "to" for c in verb.children)
        if aim and view.lemma(verb) in view.grammar.lists["engaging"]:
            yield from (replace(a, functions=frozenset({"with"})) for a in arguments_of(view, verb, found="aim") if wanted in a.functions)


def told_together(view: View, predicate: Predicate, found: Sequence[Argument]) -> Iterator[Argument]:
    """Who is told to do it, too, further on in the clause: "took part in the opening of the school in Osh together with Anna Lind"."""
    tokens, words = view.tokens, view.grammar.lists["together"]
    acting = next((a.functions for a in found if a.functions & {"subject", "agent"}), None)
    if acting is None or predicate.trigger.rule.type in APART:
        return
    known = {a.token.i for a in found if predicate.trigger.rule.mutual or a.functions & acting}
    for k in range(view.position[predicate.trigger.head.i] + 1, len(tokens) - 2):
        if tokens[k].text in {";", ":"} or is_finite(tokens[k]):
            return
        if (view.lemmas[k] in words and plain(tokens[k + 1].text) in TOGETHER) or _is_accompanied(view, k):
            named = next((m for t in tokens[k + 2 : k + REACH] if (m := view.actor_at.get(t.i)) is not None), None)
            if named is not None and named.actor.entity_type in HUMAN and named.actor.form == "name" and named.actor.root not in known:
                yield Argument(view.doc[named.actor.root], acting, "order")


def _is_accompanied(view: View, k: int) -> bool:
    """Whether "accompanied by" stands at word `k`, behind a comma and with no verb of its own: "left for Chad, accompanied by the minister"."""
    verb = view.tokens[k]
    told = view.lang == "en" and view.lemmas[k] in view.grammar.lists["accompanied"] and plain(view.tokens[k + 1].text) == "by"
    return told and view.tokens[k - 1].text == "," and not any(c.dep_ in {"aux", "aux:pass", "nsubj", "nsubj:pass"} for c in verb.children)


def with_further_on(view: View, predicate: Predicate) -> Iterator[Argument]:
    """The person told "with" behind English talks, whom the tree hangs on another noun: "held a meeting ahead of a celebration with Anna Lind"."""
    noun, light = predicate.trigger.head, predicate.light
    if view.lang != "en" or not predicate.trigger.rule.mutual or light is None or light.i > noun.i:
        return
    behind = view.tokens[view.position[noun.i] + 1 :]
    first = next((t for t in behind if t.text == "with" or is_verb(t)), None)
    named = view.actor_at.get(first.head.i) if first is not None and first.text == "with" else None
    if named is None or first is None or named.actor.entity_type != "person" or named.actor.form != "name" or first.head.head.i in {noun.i, light.i}:
        return
    if first.head.head.pos_ in {"NOUN", "PROPN"} and first.head.head.i > noun.i:
        yield Argument(first.head, frozenset({"with"}), "order")
