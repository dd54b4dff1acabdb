"""Fills the slots of a rule from the arguments of its trigger: participants with roles and sides, place, what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.extract.arguments import find_arguments
from pipeline.extract.coordination import conjuncts
from pipeline.extract.phrases import Phrase, make_phrase, modified_noun, noun_phrase
from pipeline.extract.predicate import Argument, Predicate, find_predicate
from pipeline.extract.triggers import Trigger
from pipeline.extract.view import View, is_passive, preposition_of
from pipeline.records import EntityMention, Evidence, LocalEntity, Participant

PLACES = frozenset({"city", "region", "country"})
PLACE_FUNCTIONS = frozenset({"in", "at", "to", "into", "from"})
WHAT_REACH = 9  # words between a verb and what it opens or signs
LEADER_REACH = 16  # words between a delegation and who leads it
ROLES = ("who", "whom", "attendee", "witness")


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: the actor, its role, and why."""

    mention: EntityMention
    role: str
    clause: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger with all that its rule found: the raw material of an event mention."""

    trigger: Trigger
    predicate: Predicate
    arguments: tuple[Argument, ...]
    fillers: tuple[Filler, ...]
    place: EntityMention | None
    place_clause: str
    what: Phrase | None
    what_clause: str


def fill_slots(view: View, trigger: Trigger) -> Candidate:
    """Everything that the rule of a trigger finds in its sentence."""
    predicate = find_predicate(view, trigger)
    arguments = find_arguments(view, predicate)
    what, what_clause, head = _find_what(view, trigger, arguments)
    if head is not None:
        arguments = (*arguments, *_parties_of_document(view, trigger, head, arguments))
    own = _things(view, head, what)
    fillers = tuple(_one_each(f for f in _find_fillers(view, trigger, arguments) if f.mention.key not in own))
    fillers = _mutual(fillers) if trigger.rule.mutual else fillers
    fillers = (*fillers, *_leaders(view, fillers))
    place, place_clause = _find_place(view, predicate, arguments, fillers)
    return Candidate(trigger, predicate, arguments, fillers, place, place_clause, what, what_clause)


def _things(view: View, head: Argument | None, what: Phrase | None) -> frozenset[str]:
    """Actors inside what the event is about, who take no part: "the Trade House of Belarus" that opened, «форум «Ташкент — Казань»»."""
    inside = range(what.start, what.end) if what is not None else range(0)
    found = {m.key for m in view.actors if m.actor.root in inside and m.actor.entity_type != "person"}
    mention = view.actor_at.get(head.token.i) if head is not None else None
    return frozenset(found | ({mention.key} if mention is not None and mention.actor.entity_type != "person" else set()))


def _find_what(view: View, trigger: Trigger, arguments: Sequence[Argument]) -> tuple[Phrase | None, str, Argument | None]:
    spec = trigger.rule.what
    if spec.trigger == "phrase":
        return noun_phrase(view, trigger.head), "the trigger's own phrase", None
    if spec.trigger == "modifiers":
        phrase = modified_noun(view, trigger.head)
        return (phrase, "the trigger with its modifiers", None) if len(phrase.lemmas) > 1 else (None, "", None)
    transitive = any("object" in a.functions for a in arguments)
    for function in spec.functions:
        if function == "subject" and transitive:
            continue
        for argument in arguments:
            if function in argument.functions and argument.token.i != trigger.head.i and _may_be_what(view, trigger, argument):
                return _phrase_of(view, argument.token), f"{function} ({argument.found})", argument
    return _what_by_order(view, trigger) if spec.required and trigger.rule.trigger.pos == "verb" else (None, "", None)


def _what_by_order(view: View, trigger: Trigger) -> tuple[Phrase | None, str, Argument | None]:
    """The nearest fitting noun without preposition: behind an active verb, before a passive one, with no other verb between."""
    words, k = view.grammar.lists[trigger.rule.what.heads], view.position[trigger.head.i]
    steps = range(k - 1, max(-1, k - WHAT_REACH), -1) if is_passive(trigger.head) else range(k + 1, min(len(view.tokens), k + WHAT_REACH))
    for i in steps:
        token = view.tokens[i]
        if token.pos_ == "VERB":
            break
        if view.lemma(token) in words and token.pos_ in {"NOUN", "PROPN"} and not preposition_of(view, token):
            return noun_phrase(view, token), "object (order)", Argument(token, frozenset({"object"}), "order")
    return None, "", None


def _phrase_of(view: View, token: Token) -> Phrase:
    """The phrase of a noun; of an office the words before its holder's name."""
    mention = view.actor_at.get(token.i)
    if mention is None or mention.actor.entity_type != "person":
        return noun_phrase(view, token)
    actor = mention.actor
    inside = [
        view.position[t.i]
        for t in view.doc[actor.start : actor.end]
        if t.i in view.position and not (actor.form == "name" and actor.name_start <= t.i < actor.name_end)
    ]
    inside = [k for k in inside if view.tokens[k].pos_ not in {"DET", "PUNCT"}]
    return make_phrase(view, inside[0], inside[-1] + 1) if inside else noun_phrase(view, token)


def _may_be_what(view: View, trigger: Trigger, argument: Argument) -> bool:
    spec = trigger.rule.what
    if not spec.heads:
        return argument.token.pos_ == "NOUN" and not _is_no_topic(view, argument.token)
    words = view.grammar.lists[spec.heads]
    if view.lemma(argument.token) in words:
        return True
    mention = view.actor_at.get(argument.token.i)
    if mention is not None and mention.actor.entity_type == "person" and mention.actor.form == "name" and not mention.actor.position:
        return False
    phrase = _phrase_of(view, argument.token)
    return any(lemma in words for lemma in phrase.lemmas[:4])


def _is_no_topic(view: View, token: Token) -> bool:
    """Occasions, days and actors are not what was talked about."""
    dated = any(d.start <= token.idx < d.end for d in view.dates)
    return dated or token.i in view.actor_at or view.lemma(token) in view.grammar.lists["no_topics"]


def _parties_of_document(view: View, trigger: Trigger, document: Argument, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """Parties that hang on the document: "an agreement between A and B was signed"."""
    taken = {a.token.i for a in arguments}
    wanted = frozenset({"between", "with"}) & {*trigger.rule.who, *trigger.rule.whom}
    for candidate in _below(view, document):
        if candidate.functions & wanted and candidate.token.i not in taken:
            yield replace(candidate, functions=candidate.functions & wanted)


def _below(view: View, document: Argument) -> Iterator[Argument]:
    from_tree = {t.i for t in document.token.subtree}
    for mention in view.actors:
        root = view.doc[mention.actor.root]
        if mention.actor.start < document.token.i or root.i not in from_tree:
            continue
        functions = _party_functions(view, mention)
        if functions:
            first = Argument(root, functions, "party of the document")
            yield first
            yield from (replace(first, token=token) for token in conjuncts(view, root))


def _party_functions(view: View, mention: EntityMention) -> frozenset[str]:
    preposition = preposition_of(view, view.doc[mention.actor.root])
    return frozenset(view.grammar.prepositions.get(preposition, {})) & {"between", "with"}


def _find_fillers(view: View, trigger: Trigger, arguments: Sequence[Argument]) -> Iterator[Filler]:
    rule = trigger.rule
    spec: Mapping[str, Sequence[str]] = {"who": rule.who, "whom": rule.whom, "attendee": rule.attendee, "witness": rule.witness}
    for role in ROLES:
        for function in spec[role]:
            yield from _role_fillers(view, role, function, arguments)


def _role_fillers(view: View, role: str, function: str, arguments: Sequence[Argument]) -> Iterator[Filler]:
    matching = sorted((a for a in arguments if function in a.functions), key=lambda a: a.token.i)
    found = [(mention, argument) for argument in matching for mention in view.mentions_at(argument.token)]
    for k, (mention, argument) in enumerate(found):
        second = function in {"between", "among"} and k > 0
        yield Filler(mention, "whom" if second else role, f"{function} ({argument.found})")


def _mutual(fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Those who did it together, with nobody else, as sides to each other."""
    if any(f.role == "whom" for f in fillers):
        return fillers
    first = next((f for f in fillers if f.role == "who"), None)
    return tuple(replace(f, role="whom") if f.role == "who" and f is not first else f for f in fillers)


def _one_each(fillers: Iterator[Filler]) -> Iterator[Filler]:
    """Each entity once, in the first role that it was found in."""
    seen: set[str] = set()
    for filler in fillers:
        if filler.mention.key not in seen:
            seen.add(filler.mention.key)
            yield filler


def _leaders(view: View, fillers: Sequence[Filler]) -> Iterator[Filler]:
    """Persons who lead a group that takes part: "a delegation headed by X", «делегация во главе с X»."""
    taken = {f.mention.key for f in fillers}
    for filler in fillers:
        leader = _leader_of(view, filler.mention)
        if leader is not None and leader.key not in taken:
            taken.add(leader.key)
            yield Filler(leader, "head_of_delegation", f"leads {filler.mention.actor.name}")


def _leader_of(view: View, group: EntityMention) -> EntityMention | None:
    following = next((m for m in view.actors if m.actor.start >= group.actor.end and m.actor.entity_type == "person"), None)
    if following is None:
        return None
    first = view.position.get(group.actor.end)
    if first is None:
        return None
    between = [k for k in range(first, len(view.tokens)) if view.tokens[k].i < following.actor.start]
    return following if len(between) <= LEADER_REACH and any(_leads(view, k) for k in between) else None


def _leads(view: View, k: int) -> bool:
    texts = [t.text.lower() for t in view.tokens[k : k + 5]]
    return bool(view.grammar.leading.match_at(view.lemmas, k) or view.grammar.leading.match_at(texts, 0))


def _find_place(view: View, predicate: Predicate, arguments: Sequence[Argument], fillers: Sequence[Filler]) -> tuple[EntityMention | None, str]:
    taken = {f.mention.key for f in fillers}
    for function in predicate.trigger.rule.place:
        for argument in arguments:
            mention = view.actor_at.get(argument.token.i)
            if mention is None or function not in argument.functions:
                continue
            if _is_place(mention, function) and (mention.key not in taken or function == "object"):
                return mention, f"{function} ({argument.found})"
    return _place_of_sentence(view, predicate, taken)


def _is_place(mention: EntityMention, function: str) -> bool:
    actor = mention.actor
    return actor.entity_type in PLACES or (actor.entity_type == "organization" and actor.form == "name" and function in {"in", "at", "object", "to"})


def _place_of_sentence(view: View, predicate: Predicate, taken: set[str]) -> tuple[EntityMention | None, str]:
    """A city or region with a locative preposition in the trigger's clause, where the tree gave none."""
    if not {"in", "at"} & set(predicate.trigger.rule.place):
        return None, ""
    for mention in view.actors:
        functions = view.grammar.prepositions.get(preposition_of(view, view.doc[mention.actor.root]), {})
        if mention.actor.entity_type in PLACES and "in" in functions and mention.key not in taken and _near(view, predicate, mention):
            return mention, "in the clause"
    return None, ""


def _near(view: View, predicate: Predicate, mention: EntityMention) -> bool:
    low, high = sorted((mention.actor.start, predicate.trigger.head.i))
    own = {predicate.trigger.head.i, predicate.light.i if predicate.light else -1}
    return not any(t.pos_ == "VERB" and t.i not in own for t in view.tokens if low < t.i < high)


def make_participants(view: View, fillers: Sequence[Filler], entities: Mapping[str, LocalEntity]) -> tuple[Participant, ...]:
    """The participants of a mention; sides are numbered in the order in which they are named, a head of delegation shares the side of the first."""
    sides = _sides(fillers)
    return tuple(_participant(view, filler, side, entities[filler.mention.key]) for filler, side in zip(fillers, sides, strict=True))


def _sides(fillers: Sequence[Filler]) -> Iterator[int]:
    """who is side 1, each of whom a side of its own; attendees and witnesses stand on none (0)."""
    side = 1
    for filler in fillers:
        if filler.role == "whom":
            side += 1
        yield {"who": 1, "whom": side, "head_of_delegation": 1}.get(filler.role, 0)


def _participant(view: View, filler: Filler, side: int, entity: LocalEntity) -> Participant:
    actor = filler.mention.actor
    span = view.doc[actor.start : actor.end]
    return Participant(
        role=filler.role,
        side=side,
        key=filler.mention.key,
        text=span.text,
        start=span.start_char,
        end=span.end_char,
        name=entity.name,
        entity_type=entity.entity_type,
        position=actor.position or entity.position,
        affiliation=actor.affiliation or entity.affiliation,
        country=entity.country,
        resolved_by=filler.mention.resolved_by,
        lang=entity.lang,
    )


def slot_evidence(view: View, candidate: Candidate) -> tuple[Evidence, ...]:
    """Why each slot is what it is."""
    rows = [Evidence(f.role, f.clause, *_words(view, f.mention)) for f in candidate.fillers]
    if candidate.place is not None:
        rows.append(Evidence("place", candidate.place_clause, *_words(view, candidate.place)))
    if candidate.what is not None:
        span = view.doc[candidate.what.start : candidate.what.end]
        rows.append(Evidence("what", candidate.what_clause, span.text, span.start_char, span.end_char))
    return tuple(rows)


def _words(view: View, mention: EntityMention) -> tuple[str, int, int]:
    span = view.doc[mention.actor.start : mention.actor.end]
    return span.text, span.start_char, span.end_char
