"""A trigger with the light verb that carries it, and the shape of what depends on it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.annotate import Token, feature
from pipeline.extract.triggers import Trigger
from pipeline.extract.view import View, case_of, is_finite, is_passive, is_verb, plain, preposition_of

MOST_LIGHT = 3  # light nouns between a noun and its verb: «принял участие в церемонии закрытия фестиваля»
WAYS = frozenset({"via", "by", "through"})
AIMS = frozenset({"о", "об", "на", "к", "ко", "для", "for"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A dependent of a trigger: its functions (a preposition can have several), and how it was found."""

    token: Token
    functions: frozenset[str]
    found: str  # tree, light verb, shared, relative, control, coordination, order


@dataclass(frozen=True, slots=True)
class Predicate:
    """A trigger with the light verb that carries it, if any: "held talks", «состоялась встреча»."""

    trigger: Trigger
    light: Token | None
    kind: str  # verb, noun, agentive, occurring

    @property
    def verb(self) -> Token | None:
        """The verb that shows tense and voice."""
        return self.trigger.head if self.kind == "verb" else self.light


def find_predicate(view: View, trigger: Trigger) -> Predicate:
    """The trigger, and its light verb where a noun has one."""
    if trigger.rule.trigger.pos == "verb":
        return Predicate(trigger, None, "verb")
    noun = _talks_behind(view, _named(view, first_conjunct(trigger.head)))
    verb = noun.head
    for _ in range(MOST_LIGHT):  # «принял участие в церемонии открытия»
        if view.lemma(verb) in view.grammar.lists["light_nouns"]:
            noun, verb = verb, verb.head
    relative = _told_by_relative(view, noun)
    told = Predicate(trigger, relative, "noun" if relative is None else "occurring")
    if not is_verb(verb) or verb.i == noun.i or (relative is not None and view.lang == "en"):
        return told
    if _is_subject(view, noun, verb):
        happens = not _is_body_at_work(view, noun, verb) and (
            view.lemma(verb) in view.grammar.occurring
            or (is_passive(verb) and (view.lemma(verb) in view.grammar.agentive or view.lemma(verb) in view.grammar.lists["witnessing"]))
            or _begins_work(view, noun, verb)
        )
        return Predicate(trigger, verb, "occurring") if happens else told
    return Predicate(trigger, verb, "agentive") if view.lemma(verb) in view.grammar.agentive and _is_light(view, noun, verb) else told


def _told_by_relative(view: View, noun: Token) -> Token | None:
    """What a relative clause says of an occasion: "the session, which is planned to be held in May", «на форуме, который пройдёт в мае»."""
    hosts = (noun, *(c for c in noun.children if c.dep_ == "nmod"))
    relatives = [c for host in hosts for c in host.children if c.dep_ == "acl:relcl" and any(_is_relative_subject(view, noun, word) for word in c.children)]
    if view.lang == "ru":
        aim = is_aim(view, noun) and preposition_of(view, noun) == "на"  # «пригласил на форум, который пройдёт в мае»
        return next((v for v in relatives if not aim and v.i > noun.i and view.lemma(v) in view.grammar.occurring and is_finite(v)), None)
    carriers = (c for verb in relatives if view.lemma(verb) in view.grammar.cues.governors for c in verb.children if c.dep_ == "xcomp")
    carriers = (c for c in carriers if view.lemma(c) in view.grammar.occurring or is_passive(c))
    return next((c for c in carriers if view.lemma(c) in view.grammar.occurring or view.lemma(c) in view.grammar.agentive), None)


def _is_relative_subject(view: View, noun: Token, word: Token) -> bool:
    if word.dep_ not in {"nsubj", "nsubj:pass"}:
        return False
    if view.lang == "en":
        return plain(word.text) in {"which", "that"}
    return view.lemma(word) == "который" and feature(word, "Number") in {"", feature(noun, "Number")}


def _begins_work(view: View, noun: Token, verb: Token) -> bool:
    """«Начал работу форум»: with its work an occasion begins or ends itself."""
    objects = [c for c in verb.children if c.dep_ == "obj" and c.i != noun.i]
    return view.lemma(verb) in view.grammar.agentive and any(view.lemma(c) in view.grammar.lists["work"] for c in objects)


def _is_subject(view: View, noun: Token, verb: Token) -> bool:
    """Whether a noun is what its verb says has happened; Russian subjects behind their verb are often read as objects: «прошёл северный саммит»."""
    if noun.dep_ in {"nsubj", "nsubj:pass"} or (noun.dep_ == "obj" and is_passive(verb)):
        return True
    behind = view.lang == "ru" and noun.dep_ == "obj" and noun.i > verb.i and not any(child.dep_ in {"nsubj", "nsubj:pass"} for child in verb.children)
    return behind and view.lemma(verb) in view.grammar.lists["intransitive"]


def _is_body_at_work(view: View, noun: Token, verb: Token) -> bool:
    """Whether a body whose name is that of an occasion only does something: «Парламентская ассамблея приняла резолюцию»."""
    mention = view.actor_at.get(noun.i)
    named = mention is not None and mention.actor.entity_type == "organization" and mention.actor.form == "name"
    return view.lang == "ru" and named and not is_passive(verb) and any(c.dep_ == "obj" and c.i != noun.i for c in verb.children)


def _talks_behind(view: View, noun: Token) -> Token:
    """The talks that an English noun only tells the way of: "held consultations via video conference"; else the noun itself."""
    way = view.lang == "en" and noun.dep_ == "nmod" and preposition_of(view, noun) in WAYS
    return noun.head if way and (view.lemma(noun.head) in view.grammar.lists["talks"] or view.lemma(noun.head) == "meeting") else noun


def _named(view: View, noun: Token) -> Token:
    """A noun, or the quoted name behind it that the tree made its head: «форум «Волга» пройдёт»."""
    quoted = noun.head.i > noun.i and any(t.text in {"«", "“", '"'} for t in view.doc[noun.i + 1 : noun.head.i])
    return noun.head if quoted and noun.dep_ in {"amod", "nmod", "appos", "flat", "compound"} else noun


def _is_light(view: View, noun: Token, verb: Token) -> bool:
    """Whether a noun is what its verb does ("held talks", "took part in the forum", "arrived on a visit"), not when it was done ("during the visit")."""
    if noun.dep_ in {"obj", "xcomp", "attr"}:
        return view.lemma(verb) != "be"  # "there are two sessions"
    light = view.grammar.lists["light_nouns"]
    if view.lemma(verb) in view.grammar.lists["representing"]:
        return preposition_of(view, noun) in view.grammar.lists["attending"]
    if any(c.dep_ == "obj" and c.i != noun.head.i and view.lemma(c) in view.grammar.lists["work"] for c in verb.children):
        return False  # «на форуме завершила работу комиссия»
    joined = view.lemma(verb) in view.grammar.lists["joining"]
    if any(
        child.dep_ == "obj" and view.lemma(child) not in light and not (joined and _is_people(view, child)) for child in verb.children
    ):  # "hosted the president for a visit": the visit is not what the host does
        return False
    return preposition_of(view, noun) in view.grammar.lists["light_prepositions"]


def _is_people(view: View, noun: Token) -> bool:
    return any(m.actor.entity_type in {"person", "group"} for m in view.mentions_at(noun))


def is_aim(view: View, noun: Token) -> bool:
    """Whether a noun is what its head aims at: «договорились о встрече», «пригласил на форум»."""
    preposition = preposition_of(view, noun) if noun.dep_ in {"obl", "nmod"} else ""
    return preposition in AIMS and (preposition != "на" or case_of(view, noun) == "Acc")


def aim_before(view: View, verb: Token) -> Token | None:
    """The noun right before a Russian infinitive that tells what is aimed at, where the tree hangs the verb elsewhere: «с призывом созвать заседание»."""
    k = view.position.get(verb.i, 0)
    if view.lang != "ru" or k == 0 or feature(verb, "VerbForm") != "Inf":
        return None
    before = view.tokens[k - 1]
    return before if before.pos_ == "NOUN" and view.lemma(before) in view.grammar.cues.governors and verb.head.i != before.i else None


def first_conjunct(token: Token) -> Token:
    """The first of coordinated words."""
    for _ in range(8):
        if token.dep_ != "conj":
            return token
        token = token.head
    return token
