"""Finds what depends on a trigger, and in which grammatical function: over the tree, through light verbs, relative clauses, control and coordination."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.annotate import feature
from pipeline.extract.triggers import Trigger
from pipeline.extract.view import View, case_of, is_passive, is_past_participle, is_verb, preposition_of
from pipeline.records import EntityMention

RELATIVES = frozenset({"which", "who", "that", "whom", "который", "что", "кто"})
CIRCUMSTANTIAL = frozenset({"where", "when", "why", "где", "когда", "куда", "откуда"})
DIRECT = {
    "nsubj": "subject",
    "csubj": "subject",
    "nsubj:pass": "object",
    "obj": "object",
    "iobj": "recipient",
    "obl:agent": "agent",
    "nmod:poss": "possessor",
    "xcomp": "attribute",
    "attr": "attribute",
}
CASES = {"Gen": "possessor", "Dat": "recipient", "Ins": "attribute"}


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
    noun = first_conjunct(trigger.head)
    verb = noun.head
    if view.lemma(verb) in view.grammar.lists["light_nouns"]:
        noun, verb = verb, verb.head
    if not is_verb(verb) or verb.i == noun.i:
        return Predicate(trigger, None, "noun")
    if noun.dep_ in {"nsubj", "nsubj:pass"} or (noun.dep_ == "obj" and is_passive(verb)):
        return Predicate(trigger, verb, "occurring") if view.lemma(verb) in view.grammar.occurring else Predicate(trigger, None, "noun")
    if view.lemma(verb) in view.grammar.agentive and _is_light(view, noun, verb):
        return Predicate(trigger, verb, "agentive")
    return Predicate(trigger, None, "noun")


def _is_light(view: View, noun: Token, verb: Token) -> bool:
    """Whether a noun is what its verb does ("held talks", "took part in the forum", "arrived on a visit"), not when it was done ("during the visit")."""
    if noun.dep_ in {"obj", "xcomp", "attr"}:
        return True
    return preposition_of(view, noun) in view.grammar.lists["light_prepositions"]


def first_conjunct(token: Token) -> Token:
    """The first of coordinated words."""
    for _ in range(8):
        if token.dep_ != "conj":
            return token
        token = token.head
    return token


def find_arguments(view: View, predicate: Predicate) -> tuple[Argument, ...]:
    """All dependents of the trigger and its light verb, coordinated ones included, each once (the first way it was found)."""
    found = list(_direct(view, predicate))
    seen = {a.token.i for a in found}
    for argument in (*_by_order(view, predicate, found), *_inherited(view, predicate)):
        if argument.token.i not in seen:
            seen.add(argument.token.i)
            found.append(argument)
    return tuple(_coordinated(view, found))


def _direct(view: View, predicate: Predicate) -> Iterator[Argument]:
    head = predicate.trigger.head
    yield from _children(view, head, found="tree")
    if predicate.light is not None:
        yield from (a for a in _children(view, predicate.light, found="light verb") if a.token.i != head.i)
        yield from _below_light_noun(view, predicate)
    if predicate.kind != "verb":
        yield from _below_participles(view, head)


def _below_participles(view: View, noun: Token) -> Iterator[Argument]:
    """What depends on participles of the noun: "the forum held in Baku and attended by the minister"."""
    for child in noun.children:
        if child.dep_ == "acl" and (view.lemma(child) in view.grammar.occurring or view.lemma(child) in view.grammar.agentive):
            yield from _children(view, child, found="participle")


def _below_light_noun(view: View, predicate: Predicate) -> Iterator[Argument]:
    noun = predicate.trigger.head.head
    if view.lemma(noun) in view.grammar.lists["light_nouns"]:
        yield from (a for a in _children(view, noun, found="light verb") if a.token.i != predicate.trigger.head.i)


def _children(view: View, head: Token, *, found: str) -> Iterator[Argument]:
    for child in head.children:
        functions = functions_of(view, child)
        if functions and view.lemma(child) in RELATIVES and (antecedent := _antecedent(head)) is not None:
            yield Argument(antecedent, functions, "relative")
            yield from _adjacent(view, child, antecedent, functions)
        elif functions:
            yield Argument(child, functions, found)


def _antecedent(verb: Token) -> Token | None:
    """The noun that the relative clause of a verb belongs to."""
    verb = first_conjunct(verb)
    return verb.head if verb.dep_ == "acl:relcl" and verb.head.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _adjacent(view: View, pronoun: Token, antecedent: Token, functions: frozenset[str]) -> Iterator[Argument]:
    """The noun right before an object's relative pronoun, where the tree chose one further away: «положения договоров, которые подписали»."""
    left = [t for t in view.tokens if antecedent.i < t.i < pronoun.i and t.pos_ in {"NOUN", "PROPN"}]
    if left and "object" in functions and left[-1].i not in view.actor_at:
        yield Argument(left[-1], functions, "relative")


def functions_of(view: View, token: Token) -> frozenset[str]:
    """The grammatical functions in which a word depends on its head; empty for words that are no arguments."""
    direct = DIRECT.get(token.dep_)
    if direct == "subject" and is_passive(token.head) and token.dep_ == "nsubj":
        direct = "object"
    if direct is not None:
        return frozenset({direct})
    if token.dep_ not in {"obl", "nmod", "obl:npmod", "appos", "advmod"} or token.pos_ in {"ADV", "PART"}:
        return frozenset()
    preposition, case = preposition_of(view, token), case_of(view, token)
    if preposition:
        return by_preposition(view, preposition, case)
    if view.lang == "ru" and case == "Ins" and is_passive(token.head):
        return frozenset({"agent", "attribute"})
    return frozenset({CASES[case]}) if view.lang == "ru" and case in CASES else frozenset()


def by_preposition(view: View, preposition: str, case: str) -> frozenset[str]:
    """What a preposition with a case means; where the case is unknown, or the tagger's guess fits none, all its meanings."""
    meanings = view.grammar.prepositions.get(preposition, {})
    fitting = frozenset(f for f, cases in meanings.items() if not cases or case in cases)
    return fitting or (frozenset(meanings) if case in {"", "Nom"} else frozenset())


def _inherited(view: View, predicate: Predicate) -> Iterator[Argument]:
    """Subjects and objects that stand outside the clause of the verb."""
    if predicate.verb is not None:
        yield from _outer(view, predicate.verb, depth=3)


def _outer(view: View, verb: Token, *, depth: int) -> Iterator[Argument]:
    if depth == 0 or verb.head.i == verb.i:
        return
    head = verb.head
    if verb.dep_ in {"acl", "amod"} and feature(verb, "VerbForm") != "Inf" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        yield Argument(head, frozenset({"object" if is_past_participle(verb) else "subject"}), "relative")
    elif verb.dep_ == "acl:relcl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        yield from _relative(view, verb, head)
    elif verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "parataxis"} and not _has_subject(verb):
        yield from _shared(view, verb, head.head if head.dep_ == "acomp" else head, depth=depth)


def _relative(view: View, verb: Token, antecedent: Token) -> Iterator[Argument]:
    """The noun that a relative clause without relative pronoun belongs to."""
    if any(view.lemma(child) in RELATIVES or view.lemma(child) in CIRCUMSTANTIAL for child in verb.children) or any(c.dep_ in {"obj", "nsubj:pass"} for c in verb.children):
        return
    yield Argument(antecedent, frozenset({"object" if _has_subject(verb) or is_past_participle(verb) else "subject"}), "relative")


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubj:pass"} for child in verb.children)


def _shared(view: View, verb: Token, head: Token, *, depth: int) -> Iterator[Argument]:
    """The subject that a verb shares with the verb it is coordinated with or governed by ("offered to sign", "invited him to visit")."""
    how = "shared" if verb.dep_ == "conj" else "control"
    own = [a for a in _children(view, head, found=how) if a.functions & {"subject", "object"}]
    if how == "control" and view.lemma(head) in view.grammar.lists["object_control"]:
        objects = [a for a in own if "object" in a.functions]
        yield from (replace(a, functions=frozenset({"subject"})) for a in objects)
        return
    subjects = [a for a in own if a.token.dep_ in {"nsubj", "nsubj:pass"}]
    function = "object" if is_passive(verb) else "subject"
    yield from (replace(a, functions=frozenset({function})) for a in subjects)
    if not subjects:
        yield from _outer(view, head, depth=depth - 1)


def _by_order(view: View, predicate: Predicate, found: list[Argument]) -> Iterator[Argument]:
    """Actors that the tree lost: those with a preposition after the trigger in its clause, a genitive right behind a noun, bare ones right before the verb."""
    if not any(a.functions & {"subject"} and a.token.i in view.actor_at for a in found):
        yield from _bare_subjects(view, predicate)
    taken = {view.actor_at[a.token.i].actor.start for a in found if a.token.i in view.actor_at}
    for mention in view.actors:
        actor = mention.actor
        if actor.start in taken:
            continue
        root = view.doc[actor.root]
        if actor.start >= predicate.trigger.end and _same_clause(view, predicate, predicate.trigger.end, actor.start):
            functions = _after(view, predicate, root, actor.start)
            if functions:
                yield Argument(root, functions, "order")


def _after(view: View, predicate: Predicate, root: Token, start: int) -> frozenset[str]:
    if predicate.kind == "noun" and _has_other_host(view, predicate, start):
        return frozenset()
    preposition = next((t.text.lower() for t in _left(view, start)), "")
    functions = by_preposition(view, preposition, case_of(view, root)) & {"with", "between", "in", "to", "agent"}
    if functions:
        return functions
    behind = view.position.get(start, 0) == view.position[predicate.trigger.end - 1] + 1
    if behind and view.lang == "ru" and predicate.kind != "verb" and case_of(view, root) == "Gen":
        return frozenset({"possessor"})
    return frozenset()


def _has_other_host(view: View, predicate: Predicate, start: int) -> bool:
    """Whether another common noun stands right before the preposition: "during the talks, joint work with the region"."""
    k = view.position.get(start, 0) - 2
    token = view.tokens[max(0, k)]
    dated = any(d.start <= token.idx < d.end for d in view.dates)
    return token.pos_ in {"NOUN", "VERB"} and token.i != predicate.trigger.head.i and token.i not in view.actor_at and not dated


def _bare_subjects(view: View, predicate: Predicate) -> Iterator[Argument]:
    """Actors joined to each other that stand right before the verb, without a preposition before the first."""
    verb = predicate.verb if predicate.kind in {"verb", "agentive"} else None
    if verb is None or is_passive(verb) or verb.dep_ in {"acl", "xcomp"}:
        return
    chain = _chain_before(view, verb.i)
    while chain and any(True for _ in _left(view, chain[-1].actor.start)):
        chain.pop()
    yield from (Argument(view.doc[m.actor.root], frozenset({"subject"}), "order") for m in chain if case_of(view, view.doc[m.actor.root]) in {"", "Nom"})


def _chain_before(view: View, end: int) -> list[EntityMention]:
    """Actors that stand right before token `end`, nearest first, joined to each other; a comma alone joins only after a conjunction did."""
    chain: list[EntityMention] = []
    joined = False
    for mention in reversed([m for m in view.actors if m.actor.end <= end]):
        between = [t for t in view.tokens if mention.actor.end <= t.i < end]
        if not all(_may_stand_between(view, t, first=not chain) for t in between) or (chain and not between):
            break
        joined = joined or any(t.pos_ == "CCONJ" for t in between)
        if chain and not joined:
            break
        chain.append(mention)
        end = mention.actor.start
    return chain


def _may_stand_between(view: View, token: Token, *, first: bool) -> bool:
    if first:
        return token.pos_ in {"AUX", "ADV", "PART"} or token.text == ","
    return view.lemma(token) in view.grammar.lists["joiners"]


def _left(view: View, start: int) -> Iterator[Token]:
    k = view.position.get(start, 0) - 1
    if k >= 0 and view.tokens[k].pos_ == "ADP":
        yield view.tokens[k]


def _same_clause(view: View, predicate: Predicate, start: int, end: int) -> bool:
    """Whether no other verb and no clause boundary stands between two tokens."""
    own = {predicate.light.i} if predicate.light is not None else set()
    between = [t for t in view.tokens if start <= t.i < end and t.i not in own]
    return not any((is_verb(t) and t.i not in view.actor_at) or t.text in {";", ":"} for t in between)


def _coordinated(view: View, found: list[Argument]) -> Iterator[Argument]:
    """The arguments and, after each, the actors coordinated with it ("A, B and C")."""
    seen = {a.token.i for a in found}
    for argument in found:
        yield argument
        for token in conjuncts(view, argument.token):
            if token.i not in seen:
                seen.add(token.i)
                yield replace(argument, token=token, found="coordination")


def conjuncts(view: View, token: Token) -> Iterator[Token]:
    """Words coordinated with a nominal: by the tree, and actors joined to its actor by commas and conjunctions alone."""
    yield from (c for c in _tree_conjuncts(token) if c.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "X"})
    yield from _joined_after(view, token)


def _joined_after(view: View, token: Token) -> Iterator[Token]:
    """Actors that follow the actor of `token`, up to the last that a conjunction joins: "A, B and C", but not "A, the chairman, B"."""
    mention = view.actor_at.get(token.i)
    waiting: list[Token] = []
    while mention is not None:
        following = _next_joined(view, mention)
        if following is None:
            return
        root = view.doc[following.actor.root]
        waiting.append(root)
        between = [t for t in view.tokens if mention.actor.end <= t.i < following.actor.start]
        if any(t.pos_ == "CCONJ" or view.lemma(t) in view.grammar.lists["coordinators"] for t in between) or root.dep_ == "conj":
            yield from waiting
            waiting = []
        mention = following


def _tree_conjuncts(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from _tree_conjuncts(child)


def _next_joined(view: View, mention: EntityMention) -> EntityMention | None:
    """The actor that follows after a comma or conjunction, in the same case, and is no subject of another verb."""
    following = next((m for m in view.actors if m.actor.start >= mention.actor.end), None)
    if following is None:
        return None
    between = [t for t in view.tokens if mention.actor.end <= t.i < following.actor.start]
    if not between or not all(view.lemma(t) in view.grammar.lists["joiners"] for t in between):
        return None
    root = view.doc[following.actor.root]
    if root.dep_ in {"nsubj", "nsubj:pass"} and root.head.i > root.i and not _same_subject(view, mention, root):
        return None
    return following if _agree(view, mention, root) else None


def _same_subject(view: View, mention: EntityMention, root: Token) -> bool:
    """Whether two actors stand before the same verb: the first is its subject as well, or no verb stands before it."""
    return not any(is_verb(t) and t.i < mention.actor.start and t.i not in view.actor_at for t in view.tokens)


def _agree(view: View, mention: EntityMention, root: Token) -> bool:
    first, second = case_of(view, view.doc[mention.actor.root]), case_of(view, root)
    return not first or not second or first == second or view.lang == "en"


def acting_subject(view: View, trigger: Trigger) -> tuple[Token, ...]:
    """Who acts in the clause in which the noun `trigger` stands as a circumstance: "during the visit X signed", «на встрече с Y заявил X»."""
    token = trigger.head
    while not is_verb(token) and token.head.i != token.i:
        token = token.head
    if not is_verb(token):
        return ()
    own = [a for a in (*_children(view, token, found="tree"), *_outer(view, token, depth=3)) if a.token.dep_ in {"nsubj", "nsubj:pass"} or a.found == "relative"]
    return tuple(a.token for a in own if a.functions & {"subject", "object"})
