"""Arguments below nouns: their participles and relative clauses, "the forum held in Baku and attended by the minister", and who made a decree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.annotate import Token, feature
from pipeline.extract.functions import arguments_of
from pipeline.extract.predicate import Argument, Predicate
from pipeline.extract.view import View, case_of, is_passive, is_verb, preposition_of

MAKERS = frozenset({"person", "organization"})


def below_participles(view: View, noun: Token) -> Iterator[Argument]:
    """What depends on participles of the noun: "the forum held in Baku and attended by the minister"."""
    for child in noun.children:
        if child.dep_ in {"acl", "acl:relcl", "amod"} and (view.lemma(child) in view.grammar.occurring or view.lemma(child) in view.grammar.agentive):
            yield from arguments_of(view, child, found="participle")
    if noun.dep_ == "nmod" and view.lang == "en" and view.lemma(noun.head) in view.grammar.lists["hosting"]:  # "Chad's hosting of the forum"
        yield from (replace(a, functions=frozenset({"agent"})) for a in arguments_of(view, noun.head, found="tree") if "possessor" in a.functions)
    for below in (c for c in noun.children if c.dep_ == "nmod" and view.lang == "ru"):  # «заседание совета городов, в котором участвовали послы»
        for child in (c for t in (below, *(c for c in below.children if c.dep_ == "nmod")) for c in t.children if c.dep_ == "acl:relcl"):
            if view.lemma(child) in view.grammar.lists["attendance"] and not any(view.lemma(c) == "где" for c in child.children):  # see `who_joined`
                yield from (a for a in arguments_of(view, child, found="participle") if "subject" in a.functions)


def decree_makers(view: View, found: Sequence[Argument]) -> list[Argument]:
    """Whose decree or order it was done by: «указом президента Ольга Белова назначена послом», "by decree of the president"."""
    if view.lang == "en" and any("agent" in a.functions and a.token.i in view.actor_at for a in found):
        return []
    decrees = [a.token for a in found if "agent" in a.functions and view.lemma(a.token) in view.grammar.lists["unilateral"]]
    makers = [c for decree in decrees for c in decree.children if c.dep_ == "nmod" and (m := view.actor_at.get(c.i)) and m.actor.entity_type in MAKERS]
    return [Argument(maker, frozenset({"agent"}), "decree") for maker in makers[:1]]


def decree_subjects_behind(view: View, predicate: Predicate, found: Sequence[Argument]) -> list[Argument]:
    """Whom a decree appoints, where the tree makes the name a part of its maker's: «указом президента Замбии Ольга Белова назначена послом»."""
    verb = predicate.trigger.head
    makers = [a.token for a in decree_makers(view, found)]
    if not makers or not is_passive(verb) or any(c.dep_ in {"nsubj", "nsubj:pass"} for c in verb.children):
        return []
    end = view.actor_at[makers[0].i].actor.end
    behind = next((m.actor for m in view.actors if m.actor.start >= end and m.actor.entity_type == "person" and m.actor.form == "name"), None)
    if behind is None or behind.start > end or behind.end > verb.i or case_of(view, view.doc[behind.root]) not in {"Nom", ""}:
        return []
    return [Argument(view.doc[behind.root], frozenset({"object"}), "decree")]


def decree_signers(view: View, noun: Token) -> Iterator[Argument]:
    """Who signs a decree about what a noun tells, or whose it is: «президент подписал указ о назначении посла»."""
    decree = noun.head
    named = any(c.i in view.actor_at and view.actor_at[c.i].actor.form != "pronoun" for c in noun.children)  # else it is of somebody told before
    if view.lang != "ru" or not named or preposition_of(view, noun) not in {"о", "об"} or view.lemma(decree) not in view.grammar.lists["unilateral"]:
        return
    signed = decree.dep_ == "obj" and view.lemma(decree.head) in view.grammar.lists["decreeing"]
    signers = [a.token for a in arguments_of(view, decree.head, found="decree") if "subject" in a.functions] if signed else []
    owners = [c for c in decree.children if c.dep_ == "nmod" and not preposition_of(view, c)]
    makers = [t for t in (*owners, *signers) if (m := view.actor_at.get(t.i)) and m.actor.entity_type in MAKERS]
    yield from (Argument(maker, frozenset({"agent"}), "decree") for maker in makers[:1])


def decree_subjects(view: View, verb: Token) -> Iterator[Argument]:
    """Who makes an English decree that does something: "the president signed a decree naming an ambassador"."""
    decree = verb.head
    made = verb.dep_ == "acl" and decree.dep_ == "obj" and view.lemma(decree.head) in view.grammar.lists["decreeing"]
    if view.lang == "en" and made and feature(verb, "VerbForm") == "Part" and view.lemma(decree) in view.grammar.lists["unilateral"]:
        yield from (replace(a, found="decree") for a in arguments_of(view, decree.head, found="decree") if "subject" in a.functions)


def who_joined(view: View, noun: Token) -> Iterator[Argument]:
    """Who took part by a relative clause, whatever the tree hangs them on: «встречу с послом, в которой приняли участие ректор и мэр»."""
    for pronoun in (t for t in view.tokens if t.i > noun.i and view.lemma(t) == "который" and preposition_of(view, t) in {"в", "во", "на"}):
        verb = next((t for t in pronoun.ancestors if is_verb(t)), None)
        if verb is None or verb.dep_ != "acl:relcl" or _agreement(pronoun) != _agreement(noun):
            continue
        part = [t for t in (verb, *verb.children) if view.lemma(t) in view.grammar.lists["attendance"]]
        own = [a.token for a in arguments_of(view, verb, found="participle") if "subject" in a.functions]
        behind = [view.doc[m.actor.root] for m in view.actors if part and m.actor.start == part[-1].i + 1]
        yield from (Argument(t, frozenset({"with"}), "participle") for t in (*own, *behind) if part)
    for where in (t for t in view.tokens if t.i > noun.i and view.lemma(t) == "где" and view.lemma(t.head) in view.grammar.lists["attendance"]):
        nouns = {t.i for t in view.tokens if noun.i < t.i < where.i and any(e.rule.trigger.pos == "noun" for e in view.grammar.triggers.get(view.lemma(t), ()))}
        own = [a.token for a in arguments_of(view, where.head, found="participle") if "subject" in a.functions]
        yield from (Argument(t, frozenset({"with"}), "participle") for t in own if not nouns)  # «на встрече с министром, где присутствовал ректор»


def gathered(view: View, noun: Token) -> Iterator[Argument]:
    """Whom an occasion brought together: "the summit brought together the presidents", «встреча собрала мэров»."""
    lists = view.grammar.lists
    told = [c for c in noun.children if c.dep_ == "acl" and view.lang == "ru" and not is_passive(c)]  # «форум, объединивший представителей районов»
    for verb in (*([noun.head] if noun.dep_ == "nsubj" else ()), *told):
        if lists["gathering"].match_at(view.lemmas, view.position[verb.i]):
            people = (a for a in arguments_of(view, verb, found="gathered") if "object" in a.functions and view.lemma(a.token) not in lists["attendance"])
            named = (a for a in people if verb not in told or any(m.actor.form == "name" for m in view.mentions_at(a.token)))
            yield from (replace(a, functions=frozenset({"with"})) for a in named)


def _agreement(token: Token) -> tuple[str, str]:
    """Number, and in the singular gender."""
    number = feature(token, "Number")
    return number, feature(token, "Gender") if number == "Sing" else ""
