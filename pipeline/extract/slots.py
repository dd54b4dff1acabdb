"""Fills the slots of a rule from the arguments of its trigger: participants with roles and sides, place, what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.annotate import Token, feature
from pipeline.extract.appointed import with_appointed
from pipeline.extract.arguments import find_arguments
from pipeline.extract.coordination import conjuncts, describes, lands_between
from pipeline.extract.fillers import Filler, as_sides, is_host_city, of_type, one_each, with_leaders, without_office
from pipeline.extract.held_at import arguments_at
from pipeline.extract.makers import find_makers, find_missions, whose_award
from pipeline.extract.nominees import list_nominee
from pipeline.extract.phrases import Phrase, noun_phrase
from pipeline.extract.predicate import Argument, Predicate, find_predicate
from pipeline.extract.speaker import actors_of
from pipeline.extract.status import find_status
from pipeline.extract.told_lands import JOINT, is_joint, told_lands
from pipeline.extract.triggers import Trigger
from pipeline.extract.view import View, case_of, in_date, preposition_of
from pipeline.extract.what import find_what, one_of
from pipeline.records import EntityMention

TALKS = frozenset({"meeting", "call"})
ELSEWHEN = frozenset({"после", "до", "перед", "накануне", "after", "before", "following"})
PLACES = frozenset({"city", "region", "country"})
PLACE_FUNCTIONS = frozenset({"in", "at", "to", "into", "from"})
ANDS = frozenset({"and", "и"})
QUOTES = frozenset({"«", "„", "“", '"'})
ROLES = ("who", "whom", "attendee", "witness")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger with all that its rule found: the raw material of an event mention."""

    trigger: Trigger
    predicate: Predicate
    arguments: tuple[Argument, ...]
    fillers: tuple[Filler, ...]
    place: EntityMention | None
    place_phrase: Phrase | None  # a building that is described, not named: «в здании правительства»
    place_clause: str
    what: Phrase | None
    what_clause: str


def fill_slots(view: View, trigger: Trigger, *, whole: bool = False) -> Candidate:
    """Everything that the rule of a trigger finds in its sentence; no more than the arguments where there is no `what` and it wants one, unless `whole`."""
    predicate = find_predicate(view, trigger)
    listed = "listed" in trigger.rule.needs
    arguments = list_nominee(view, trigger.head) if listed else with_appointed(view, trigger, find_arguments(view, predicate))
    what, what_clause, head = find_what(view, trigger, arguments)
    if what is None and trigger.rule.what.required and not whole:
        return Candidate(trigger, predicate, arguments, (), None, None, "", None, "")
    document = head if head is not None and trigger.rule.what.heads == "documents" else None
    if trigger.rule.type == "conference" and (view.lang == "ru" or (what is not None and any(w in view.grammar.lists["sitting"] for w in what.lemmas))):
        document = Argument(trigger.head, frozenset(), "trigger")  # «заседание комиссии между Словакией и Венгрией»
    if document is not None:
        arguments = (*arguments, *_parties_of_document(view, trigger, document, arguments))
    arguments = (*arguments, *find_makers(view, trigger.head if head is None else head.token))
    own = _things(view, head, what, everybody=trigger.rule.type == "opening")
    acting = (f for f in _find_fillers(view, trigger, arguments) if f.mention.key not in own)
    found = (*acting, *_chairs(view, trigger))
    hosts = [f for f in found if is_host_city(view, predicate, f)]
    found = tuple(f for f in found if f not in hosts)
    if not found and trigger.rule.type == "signing":
        found = tuple(Filler(m, "whom" if k else "who", "between (sentence)") for k, m in enumerate(lands_between(view)))
    lands = [Filler(*told) for told in told_lands(view, trigger, document.token if document is not None else trigger.head)]
    found = (*_with_lands(found, lands, refused=find_status(view, predicate)[0] == "negated"), *(() if found else find_missions(view, trigger, what)))
    fillers = tuple(
        one_each(iter((*found, *whose_award(view, trigger, head, found), *(() if found and view.lang == "ru" else _bodies_of_session(view, trigger, what)))))
    )
    fillers = as_sides(fillers) if trigger.rule.mutual else without_office(fillers, what, what_clause)
    fillers = of_type(trigger.rule.type, fillers)
    fillers = with_leaders(view, fillers)
    taken = {f.mention.key for f in fillers} | (_inside(view, what) if trigger.rule.type in TALKS else set())  # «обсудили открытие консульства в Омске»
    located = arguments if trigger.rule.type == "visit" else (*arguments, *arguments_at(view, predicate))
    place, place_clause = _find_place(view, predicate, located, taken)
    place, place_clause = (hosts[0].mention, hosts[0].clause) if hosts and place is None else (place, place_clause)
    building = _find_building(view, predicate, located) if place is None else None
    return Candidate(trigger, predicate, arguments, fillers, place, building, place_clause, what, what_clause)


def _with_lands(found: Sequence[Filler], lands: Sequence[Filler], *, refused: bool) -> tuple[Filler, ...]:
    """Who was found, and the lands; those of one adjective only where nobody is told who met, or one who called it off."""
    if any(f.clause == JOINT for f in lands):
        return tuple(found) if found and not (refused and len(found) == 1) else tuple(lands)
    return (*found, *lands)


def _chairs(view: View, trigger: Trigger) -> Iterator[Filler]:
    """Who leads a session that is told without those who sit there: «под председательством мэра прошло заседание»."""
    if trigger.rule.type != "conference":
        return
    for _, end in view.grammar.lists["chairing"].matches(view.lemmas):
        last = view.tokens[end - 1].i
        chair = next((m for m in view.actors if m.actor.start == last + 1), None)
        if chair is not None and (chair.actor.entity_type == "person" or chair.actor.entity_type == "organization" and chair.actor.form == "name"):
            yield Filler(chair, "who", "chairs")


def _bodies_of_session(view: View, trigger: Trigger, what: Phrase | None) -> Iterator[Filler]:
    """The bodies in the name of their own session, «заседание Делового совета», or those whose summit it is: «саммит ОДКБ»."""
    if what is None or trigger.rule.type != "conference":
        return
    session = "possessor" in trigger.rule.who
    for mention in view.actors:
        if (
            (session or _owns(view, mention, trigger.head))
            and what.start <= mention.actor.root < what.end
            and mention.actor.entity_type in ({"organization", "group"} if session or view.lang == "ru" else {"organization"})
        ):
            yield Filler(mention, "who", "possessor (phrase)")


def _owns(view: View, mention: EntityMention, occasion: Token) -> bool:
    """Whether an occasion is that of a body, told behind it in the genitive, or with "of"."""
    root = view.doc[mention.actor.root]
    officials = mention.actor.entity_type == "group" and mention.actor.form == "position"  # «саммит глав государств»
    if not (mention.actor.entity_type == "organization" or officials) or root.head.i != occasion.i or view.lemma(occasion) not in view.grammar.lists["owned"]:
        return False
    if root.dep_ == "appos" and view.lang == "ru":
        return view.doc[mention.actor.start : mention.actor.end].text.isupper() and mention.actor.start == occasion.i + 1  # «саммит G8»
    behind = "of" if view.lang == "en" else ""
    return root.dep_ == "nmod" and preposition_of(view, root) == behind and (view.lang == "en" or case_of(view, root) == "Gen")


def _inside(view: View, what: Phrase | None) -> set[str]:
    return {m.key for m in view.actors if what is not None and what.start <= m.actor.start < what.end}


def _things(view: View, head: Argument | None, what: Phrase | None, *, everybody: bool) -> frozenset[str]:
    """Actors inside what the event is about, who take no part: "the Trade House of Belarus" that opened, «форум «Ташкент — Казань»», «выставка «Анна Линд»»."""
    inside = range(what.start, what.end) if what is not None else range(0)
    human = {"person", "group"} if view.lang == "en" else set() if everybody else {"person"}  # "presented medals to five students"
    found = {m.key for m in view.actors if m.actor.root in inside and m.actor.entity_type not in human}
    named = [m for m in view.actors if head is not None and view.doc[m.actor.root].dep_ == "appos" and view.doc[m.actor.root].head.i == head.token.i]
    found |= {m.key for m in named if m.actor.entity_type != "person"}  # «станция — «Речной вокзал»»
    mention = view.actor_at.get(head.token.i) if head is not None else None
    if mention is not None and head is not None and view.lang == "en" and head.token.pos_ == "PROPN" and mention.actor.entity_type == "person":
        found |= {mention.key} if any(view.lemma(t) in view.grammar.lists["awards"] for t in view.doc[mention.actor.start : mention.actor.end]) else set()
    return frozenset(found | ({mention.key} if mention is not None and mention.actor.entity_type != "person" else set()))


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
        fought = mention.actor.entity_type != "person" and view.lemma(root.head) in view.grammar.lists["fights"]
        if mention.actor.start < document.token.i or root.i not in from_tree or fought:
            continue
        functions = _party_functions(view, mention)
        if functions:
            first = Argument(root, functions, "party of the document")
            yield first
            yield from (replace(first, token=token) for token in conjuncts(view, root))


def _kind_of(view: View, mention: EntityMention) -> Token | None:
    """The Russian noun that tells what a body in quotes is: «контракт с дистрибьютором «Сахара Электрик»»."""
    k = mention.actor.start - 2
    named = view.lang == "ru" and k >= 0 and mention.actor.entity_type == "organization" and view.doc[k + 1].text in QUOTES
    return view.doc[k] if named and view.doc[k].pos_ == "NOUN" and k not in view.actor_at else None


def _party_functions(view: View, mention: EntityMention) -> frozenset[str]:
    root = _kind_of(view, mention) or view.doc[mention.actor.root]
    preposition = preposition_of(view, root) if root.text.lower() != "стороны" else ""  # «с чешской стороны» is no party
    return frozenset(view.grammar.prepositions.get(preposition, {})) & {"between", "with"}


def _find_fillers(view: View, trigger: Trigger, arguments: Sequence[Argument]) -> Iterator[Filler]:
    rule = trigger.rule
    spec: Mapping[str, Sequence[str]] = {"who": rule.who, "whom": rule.whom, "attendee": rule.attendee, "witness": rule.witness}
    for role in ROLES:
        for function in spec[role]:
            yield from _role_fillers(view, role, function, arguments)


def _role_fillers(view: View, role: str, function: str, arguments: Sequence[Argument]) -> Iterator[Filler]:
    matching = sorted((a for a in arguments if function in a.functions), key=lambda a: a.token.i)
    found = [(mention, argument) for argument in matching for mention in actors_of(view, argument.token) if not describes(view, mention)]
    if function == "between" and len(found) == 1 and (other := _joined_behind(view, found[0][0])) is not None:
        found = [*found, (other, found[0][1])]
    elif function == "between" and len(found) == 1 and (other := _joined_ahead(view, found[0][0])) is not None:
        found = [(other, found[0][1]), *found]
    if function == "to" and view.lang == "ru":  # «вручили путёвку в Томск»
        found = [(mention, argument) for mention, argument in found if mention.actor.entity_type not in PLACES]
    for k, (mention, argument) in enumerate(found):
        second = function in {"between", "among"} and k > 0
        yield Filler(mention, "whom" if second else role, f"{function} ({argument.found})")


def _joined_behind(view: View, mention: EntityMention) -> EntityMention | None:
    """Who of the same kind stands right behind the first of two parties and an "and", wherever the tree hung them: «состоялись между мэром Риги и послом»."""
    first = mention.actor
    joined = first.end < len(view.doc) and view.doc[first.end].text in ANDS
    return next((m for m in view.actors if joined and m.actor.start == first.end + 1 and m.actor.entity_type == first.entity_type), None)


def _joined_ahead(view: View, mention: EntityMention) -> EntityMention | None:
    """Who stands right behind «между» and before the "and" and an actor, which the tree alone takes for a party: «между акиматом и турецким холдингом»."""
    k = mention.actor.start - 1
    joined = view.lang == "ru" and k > 0 and view.doc[k].text in ANDS
    first = next((m for m in view.actors if joined and m.actor.end == k), None)
    return first if first is not None and first.actor.start and view.doc[first.actor.start - 1].text.lower() == "между" else None


def _find_place(view: View, predicate: Predicate, arguments: Sequence[Argument], taken: set[str]) -> tuple[EntityMention | None, str]:
    ranked = [(function, a) for late in (False, True) for function in predicate.trigger.rule.place for a in arguments if (a.found == "order") == late]
    for function, argument in ranked:
        mention = view.actor_at.get(argument.token.i) or _premises_of(view, argument.token) or _visited_part(view, predicate, argument.token)
        if mention is None or function not in argument.functions:
            continue
        if _is_place(mention, function) and (mention.key not in taken or function == "object"):
            return mention, f"{function} ({argument.found})"
    return _place_of_sentence(view, predicate, taken)


def _premises_of(view: View, noun: Token) -> EntityMention | None:
    """The body or place whose premises a noun tells: «на базе университета», "at a ceremony at the embassy"."""
    whole, at = (view.lemma(noun) in view.grammar.lists[name] for name in ("premises", "ceremonies"))
    there = (c for c in noun.children if c.dep_ == "nmod" and c.i in view.actor_at and (whole or at and preposition_of(view, c) in {"in", "at"}))
    return next((view.actor_at[c.i] for c in there), None)


def _visited_part(view: View, predicate: Predicate, noun: Token) -> EntityMention | None:
    """The place or body of which somebody visits a part: «побывал в одной из больниц Томска», «побывал в кремле Тобольска»."""
    if view.lang != "ru" or predicate.trigger.rule.type != "visit":
        return None
    if (one := one_of(view, noun)).i != noun.i:
        return view.actor_at.get(one.i)
    parts = (view.actor_at[c.i] for c in noun.children if c.dep_ == "nmod" and not preposition_of(view, c) and c.i in view.actor_at)
    return next((m for m in parts if m.actor.entity_type in PLACES), None)


def _is_place(mention: EntityMention, function: str) -> bool:
    actor = mention.actor
    return actor.entity_type in PLACES or (
        actor.entity_type == "organization" and actor.form == "name" and function in {"in", "at", "object", "to", "possessor"}
    )


def _find_building(view: View, predicate: Predicate, arguments: Sequence[Argument]) -> Phrase | None:
    """A building where it took place, or that was visited, as described."""
    for function in predicate.trigger.rule.place:
        for argument in arguments:
            fits = function in argument.functions and function in {"in", "at", "object", "to", "possessor"} and argument.token.i not in view.actor_at
            lists = view.grammar.lists
            within = [c for c in argument.token.children if c.dep_ == "nmod" and view.lemma(argument.token) in lists["premises"]]  # «на территории технопарка»
            building = next((t for t in (*within, argument.token) if view.lemma(t) in lists["buildings"]), None)
            if building is not None and (any(view.lemma(c) in lists["figurative"] for c in building.children) or in_date(view, building)):
                continue
            several = building is not None and feature(building, "Number") == "Plur" and predicate.trigger.rule.type != "visit"  # «в двух столицах»
            if fits and building is not None and not several:
                return noun_phrase(view, building)
    return None


def _place_of_sentence(view: View, predicate: Predicate, taken: set[str]) -> tuple[EntityMention | None, str]:
    """A city or region with a locative preposition in the trigger's clause, where the tree gave none; "по Калмыкии" after a visit too."""
    if predicate.kind == "noun" and preposition_of(view, predicate.trigger.head) in ELSEWHEN:
        return None, ""  # «после беседы гости побывали в Выборге»
    wanted = {"in", "on"} & {"in" if function == "at" else function for function in predicate.trigger.rule.place}
    for mention in view.actors:
        functions = view.grammar.prepositions.get(preposition_of(view, view.doc[mention.actor.root]), {})
        told = mention.actor.entity_type in PLACES and wanted & set(functions) and mention.key not in taken and _near(view, predicate, mention)
        if told and not is_joint(view, mention) and not _is_elsewhen(view, view.doc[mention.actor.root]):
            return mention, "in the clause"
    return None, ""


def _is_elsewhen(view: View, token: Token) -> bool:
    """Whether a place is that of what was before or after: «первые после встречи в Женеве переговоры»."""
    while token.dep_ == "nmod" and token.head.i != token.i:
        token = token.head
        if preposition_of(view, token) in ELSEWHEN:
            return True
    return False


def _near(view: View, predicate: Predicate, mention: EntityMention) -> bool:
    carrier = min((predicate.trigger.head.i, predicate.light.i if predicate.light else -1), key=lambda i: abs(i - mention.actor.start))
    low, high = sorted((mention.actor.start, carrier))
    own = {predicate.trigger.head.i, predicate.light.i if predicate.light else -1}
    return not any(t.pos_ == "VERB" and t.i not in own for t in view.tokens if low < t.i < high)
