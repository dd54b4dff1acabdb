"""Who acts around the noun of an event, and so takes part in it: "during the visit X signed", "at the summit X and Y announced"."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.annotate import Token
from pipeline.extract.arguments import acting_subject
from pipeline.extract.participants import make_participants
from pipeline.extract.slots import Candidate, Filler
from pipeline.extract.view import View, is_verb, preposition_of
from pipeline.records import LocalEntity, Participant

BEHIND = frozenset({"following", "after", "upon"})  # before talks, what is told happened when they were over
EXAMPLES = frozenset({"including", "like", "as"})  # prepositions of what is one of several


def find_acting(view: View, candidate: Candidate, entities: Mapping[str, LocalEntity]) -> tuple[Participant, ...]:
    """Who acts in the clause in which a noun is a circumstance, and so took part: "during the visit X signed"."""
    rule, head = candidate.trigger.rule, candidate.trigger.head
    if rule.trigger.pos != "noun" or candidate.predicate.light is not None:
        return ()
    attended = is_verb(head.head) and preposition_of(view, head) in view.grammar.lists["attending"]
    beside = view.lang == "ru" and view.lemma(head.head) in view.grammar.lists["margins"] and is_verb(head.head.head)  # «в рамках форума»
    if rule.mutual and view.lang == "en" and preposition_of(view, head) in BEHIND:
        return ()  # "following the talks X and Y signed": who signs need not have talked
    if rule.type == "conference" and not (attended or beside):
        return ()  # "on the margins of the forum X met Y"
    if rule.type == "visit" and EXAMPLES & {preposition_of(view, head), preposition_of(view, head.head) if head.dep_ == "appos" else ""}:
        return ()  # "reviewed many events, including the visit of the ship"
    made = view.lang == "ru" and rule.type == "appointment" and head.dep_ == "obj" and view.lemma(head) not in view.grammar.lists["own_acts"]
    if made:  # «сделал первые назначения»
        return ()
    if (rule.type == "appointment" and _is_announced(view, head)) or (rule.type == "visit" and _is_awaited(view, head)):
        return ()
    acting = acting_subject(view, candidate.trigger)
    if rule.type == "visit" and view.lang == "en" and any(c.dep_ == "conj" for token in acting for c in token.children):
        return ()  # "during the visit the two presidents agreed": one of them was at home
    mentions = [m for token in acting for m in view.mentions_at(token) if m.key in entities]
    several = rule.mutual or (view.lang == "en" and rule.type == "conference")  # "at the summit Anna Lind and Marek Novak announced"
    taken = mentions if several else mentions[:1]
    return make_participants(view, [Filler(m, "who" if m is taken[0] else "whom", "acts in the clause") for m in taken], entities)


def _is_announced(view: View, noun: Token) -> bool:
    """Whether somebody speaks of what happens to others: «о назначении сообщила пресс-секретарь»; who speaks of a resignation may well resign."""
    spoken = noun.dep_ in {"obl", "nmod"} and preposition_of(view, noun) in {"о", "об", "of", "about"}
    return spoken and view.lemma(noun) not in view.grammar.lists["own_acts"]


def _is_awaited(view: View, noun: Token) -> bool:
    """Whether something happened before a visit, which may be that of somebody else: «до начала визита»."""
    return "до" in {preposition_of(view, noun), preposition_of(view, noun.head)}
