"""What a rule demands before its match counts as an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from pipeline.annotate import Token, feature
from pipeline.extract.definite import is_definite
from pipeline.extract.described import announces, is_in_award
from pipeline.extract.held_at import is_held_clause
from pipeline.extract.named import QUOTES, is_awarded, is_dated, is_multilateral, is_named, is_told_there
from pipeline.extract.officials import has_envoys, has_official_partner, has_officials, is_cabinet_meeting, is_daily_work, is_shown
from pipeline.extract.phrases import Phrase
from pipeline.extract.sights import comes_to_land, has_guest, has_sight
from pipeline.extract.slots import Candidate
from pipeline.extract.speaker import actors_of, is_first_person
from pipeline.extract.status import find_status
from pipeline.extract.talk import is_general_talk
from pipeline.extract.view import View, is_verb, plain, preposition_of
from pipeline.records import EntityMention

HUMAN = frozenset({"person", "group", "organization", "country", "region", "city"})
INDEFINITE = frozenset({"a", "an", "another", "some"})
WHERE = frozenset({"in", "at", "on", "в", "во", "на"})


def missing_need(view: View, candidate: Candidate) -> str:
    """The name of the first condition of the rule that does not hold; empty if all do."""
    rule = candidate.trigger.rule
    if rule.what.required and candidate.what is None:
        return "what"
    if is_general_talk(view, candidate) or is_cabinet_meeting(view, candidate):
        return "no general talk"
    return next((need for need in rule.needs if not CHECKS[need](view, candidate)), "")


def unmet_needs(view: View, candidate: Candidate) -> tuple[str, ...]:
    """All the needs of the rule that do not hold."""
    return tuple(need for need in candidate.trigger.rule.needs if not CHECKS[need](view, candidate))


def _arguments(view: View, candidate: Candidate, *functions: str) -> list[EntityMention]:
    told = (a.token for a in candidate.arguments if a.functions & set(functions))
    return [m for token in told for m in _actor_at(view, token)]


def _actor_at(view: View, token: Token) -> tuple[EntityMention, ...]:
    mention = view.actor_at.get(token.i)
    return (mention,) if mention is not None else actors_of(view, token) if is_first_person(view, token) or view.lang == "ru" else ()


def _has_human_subject(view: View, candidate: Candidate) -> bool:
    return any(m.actor.entity_type in HUMAN for m in _arguments(view, candidate, "subject", "agent"))


def _has_light(view: View, candidate: Candidate) -> bool:
    """A verb that holds the occasion, plans it or calls it off."""
    if candidate.predicate.light is None and view.lang == "ru" and preposition_of(view, candidate.trigger.head) == "на":
        return False  # «на следующем заседании депутаты обсудят»
    held = candidate.trigger.rule.joins and any(is_held_clause(view, c) for c in candidate.trigger.head.children)  # "the ceremony, held on Monday, drew many"
    return held or candidate.predicate.light is not None or find_status(view, candidate.predicate)[0] in {"planned", "negated"}


def _has_fitting_subject(view: View, candidate: Candidate) -> bool:
    """No thing as subject or object: "the plant met the demand"; a pronoun, or no subject that was found, may stand for people."""
    subjects = [a.token for a in candidate.arguments if "subject" in a.functions and not announces(view, a.token)]
    things = [a.token for a in candidate.arguments if "object" in a.functions and not view.mentions_at(a.token) and a.token.pos_ in {"NOUN", "NUM"}]
    direct = [a for a in candidate.arguments if a.found not in {"control", "coordination"}]
    if _is_own_session(view, candidate) or things and not any(a.functions & {"object", "with"} and view.mentions_at(a.token) for a in direct):
        return False
    first = min(subjects, key=lambda t: t.i, default=None)
    return first is None or first.pos_ == "PRON" or bool(view.mentions_at(first))


def _is_own_session(view: View, candidate: Candidate) -> bool:
    """Whether one English body meets, with nobody: "the committee will meet on Monday"."""
    bodies = {f.mention.key for f in candidate.fillers if f.mention.actor.entity_type == "organization" and f.role == "who"}
    others = any(a.functions & {"with", "object"} for a in candidate.arguments) or len(candidate.fillers) > 1
    return view.lang == "en" and len(bodies) == 1 and not others


def _is_topical(view: View, candidate: Candidate) -> bool:
    """Whether those who talk are people, or are left out by a passive, or the talks themselves; a thing that "discusses" tells of no talk."""
    subjects = [a.token for a in candidate.arguments if "subject" in a.functions]
    return all(t.pos_ == "PRON" or view.mentions_at(t) or _tells_of_talks(view, t) for t in subjects)


def _tells_of_talks(view: View, noun: Token) -> bool:
    return any(view.lemma(noun) in view.grammar.nouns.get(event_type, frozenset()) for event_type in ("meeting", "call"))


def _names_talks(view: View, verb: Token) -> bool:
    """Whether the event's noun nearest to a verb, before it or else behind, is one of talks: «встреча, посвящённая туризму»."""
    nouns = [t for t in view.tokens if t.pos_ == "NOUN" and any(e.rule.trigger.pos == "noun" for e in view.grammar.triggers.get(view.lemma(t), ()))]
    left, right = [t for t in nouns if t.i < verb.i], [t for t in nouns if t.i > verb.i]
    return bool(left or right) and _tells_of_talks(view, left[-1] if left else right[0])


def _has_people_subject(view: View, candidate: Candidate) -> bool:
    """People whom the document knows by name or office: "she" alone, of whom nothing is told, is no visitor."""
    return any(m.actor.entity_type in {"person", "group"} and m.resolved_by for m in _arguments(view, candidate, "subject", "agent"))


def _has_parties(view: View, candidate: Candidate) -> bool:
    """Two sides, unless the document is one that nobody signs alone; first persons sign papers of their own."""
    if any(plain(c.text) in {"i", "я", "my"} for c in candidate.trigger.head.children):
        return False
    head = candidate.trigger.head
    if view.lang == "en" and not candidate.fillers and (feature(head, "VerbForm") in {"Inf", "Ger"} or feature(head, "Aspect") == "Prog"):
        return False  # "would go on to sign the declaration"
    kinds = view.grammar.lists
    if view.lang == "ru" and any("object" in a.functions and view.lemma(a.token) in kinds["unilateral"] for a in candidate.arguments):
        return _has_sides(view, candidate)  # «приказ подписан, этим же документом уволен»
    if candidate.what is not None and _is_paper(view, candidate.what):
        return False
    if candidate.what is None or _has_sides(view, candidate):
        return True
    if view.lang == "ru" and candidate.fillers and any(a.functions & {"from", "presence"} for a in candidate.arguments):
        return True  # «документ подписан в присутствии мэра», «от чешской стороны договор подписал министр»
    alone = any(f.mention.actor.entity_type == "person" for f in candidate.fillers)
    weak = alone and any(lemma.split("-")[0] in kinds["weak_documents"] for lemma in candidate.what.lemmas)  # "Memorandum-5"
    return not weak and not any(lemma in kinds["unilateral"] for lemma in candidate.what.lemmas)


def _is_paper(view: View, what: Phrase) -> bool:
    """A letter, which people sign together, not with each other; a letter of intent is a document of parties."""
    letters, intents = (view.grammar.lists[name] for name in ("letters", "intents"))
    return any(lemma in letters for lemma in what.lemmas) and not any(lemma in intents for lemma in what.lemmas)


def _has_place(view: View, candidate: Candidate) -> bool:
    """A place that is named, or an institution that can be visited."""
    facilities, seen = view.grammar.lists["openings"], {"object", "possessor"} & {"object", *candidate.trigger.rule.place}
    if candidate.place is not None or any(a.functions & seen and view.lemma(a.token) in facilities for a in candidate.arguments):
        return True
    officials = [m.actor for m in _arguments(view, candidate, "subject") if m.actor.entity_type == "person"]
    guests = [m.actor for m in _arguments(view, candidate, "subject") if m.actor.entity_type == "group" and (m.actor.country or m.actor.affiliation)]
    if view.lang == "ru" and candidate.place_phrase is not None and (guests or any(actor.position or actor.form == "position" for actor in officials)):
        return True
    if any(actor.position or actor.form == "position" for actor in officials) and any(is_shown(view, a.token) for a in candidate.arguments):
        return True
    kinds = view.grammar.lists
    lands = any("object" in a.functions and any(view.lemma(a.token) in kinds[kind] for kind in ("region", "city", "country")) for a in candidate.arguments)
    sent = any(m.actor.position or m.actor.country or m.actor.affiliation for m in _arguments(view, candidate, "subject"))
    return lands and sent if view.lang == "ru" else comes_to_land(view, candidate)  # «область посетил посол Чехии»


def _has_human_object(view: View, candidate: Candidate) -> bool:
    objects = [m for m in _arguments(view, candidate, "object") if not is_in_award(view, m)]
    return any(m.actor.entity_type in {"person", "group"} or m.actor.form in {"position", "pronoun"} for m in objects)


def _has_sides(view: View, candidate: Candidate) -> bool:
    return len({f.mention.key for f in candidate.fillers}) > 1 or any(f.mention.actor.plural or f.mention.actor.form == "parties" for f in candidate.fillers)


def _has_anchor(view: View, candidate: Candidate) -> bool:
    """Something that makes a noun a real occasion: a verb that holds it, people, or a name of its own that is planned, called off or has a place or day."""
    if candidate.predicate.light is not None or candidate.fillers or is_told_there(view, candidate):
        return True
    status = find_status(view, candidate.predicate)[0]
    if candidate.place is not None and candidate.place_clause == "in (tree)" and view.lang == "ru":
        return True
    named = is_named(view, candidate)
    return (named or view.lang == "ru") and status in {"planned", "negated"} or named and (candidate.place is not None or is_dated(view, candidate))


def _is_session(view: View, candidate: Candidate) -> bool:
    """A verb that holds it, or a body named as its holder; not the daily work of courts, parliaments and governments, nor several of them at once."""
    what = candidate.what
    if what is None or is_daily_work(view, candidate, what):
        return False
    verb = candidate.predicate.light
    shown = verb is not None and view.lemma(candidate.trigger.head) in view.grammar.lists["exhibitions"]
    if verb is not None and shown and any(view.lemma(verb) in view.grammar.lists[kind] for kind in ("starting", "visiting")):
        return False  # «открылась выставка» tells of an opening, «посетил выставку» of a visit
    several = (feature(verb, "Number") if verb is not None else "") or feature(candidate.trigger.head, "Number")
    if view.lang == "ru" and several == "Plur" and not is_named(view, candidate) and not candidate.fillers:
        return False
    attended = any(c.dep_ in {"acl:relcl", "acl"} and view.lemma(c) in view.grammar.agentive for c in candidate.trigger.head.children)
    return (
        _has_light(view, candidate)
        or (attended and (view.lang == "ru" or bool(candidate.fillers)))
        or (bool(preposition_of(view, candidate.trigger.head)) and any(f.clause.startswith("possessor") for f in candidate.fillers))
    )


def _has_partner(view: View, candidate: Candidate) -> bool:
    """Whether people are told behind "with", if only by what they are: "a roundtable with women entrepreneurs"."""
    people = view.grammar.lists["people"]
    behind = [a.token for a in candidate.arguments if "with" in a.functions]
    return any(view.mentions_at(t) or view.lemma(t) in people for t in behind)


def _has_host(view: View, candidate: Candidate) -> bool:
    """Whether somebody receives, not a city: «Женева примет саммит»."""
    return not any(f.role == "who" and f.mention.actor.entity_type == "city" for f in candidate.fillers)


def _is_titled(view: View, candidate: Candidate) -> bool:
    """Whether a common noun is written as a title: «Дни культуры Словакии», «Неделя кино»."""
    head, light = candidate.trigger.head, candidate.predicate.light
    if candidate.what is None or len(candidate.what.lemmas) < 2:
        return False  # «неделя началась»
    if not head.text[:1].isupper() or (view.lemma(head) in {"день", "day"} and feature(head, "Number") != "Plur"):
        return False
    return head.i != view.tokens[0].i or light is not None


def _is_travel(view: View, candidate: Candidate) -> bool:
    """Whether a Russian visit is paid to a place, not to somebody: no «визит митрополиту»."""
    paid = [a.token for a in candidate.arguments if "recipient" in a.functions]
    return view.lang != "ru" or not any(m.actor.entity_type == "person" for t in paid for m in view.mentions_at(t))


def _has_other_topic(view: View, candidate: Candidate) -> bool:
    """Whether the topic is named: «темой беседы стал туризм», not «тема стала популярной»."""
    return candidate.what is not None and not any(lemma in view.grammar.lists["topic_nouns"] for lemma in candidate.what.lemmas)


def _is_no_naming(view: View, candidate: Candidate) -> bool:
    """Whether the verb calls somebody, not by a name: no "called him a friend", nor "called the mayor to a hearing"."""
    words = [plain(t.text) for t in view.tokens if t.i >= candidate.trigger.end]
    if any(first in {"a", "an"} and second in QUOTES for first, second in pairwise(words)):
        return False  # "called the mayor, who was away, a "good man\""
    return not any(a.functions & {"attribute", "to"} and not is_verb(a.token) for a in candidate.arguments) and not any(
        c.dep_ in {"ccomp", "xcomp"} and not is_verb(c) for c in candidate.trigger.head.children
    )


def _is_no_demand(view: View, candidate: Candidate) -> bool:
    """Whether no infinitive tells what is demanded: "called on the mayor", not "called on the mayor to resign"."""
    words = [t for a in candidate.arguments if "on" in a.functions for t in (a.token, candidate.trigger.head)]
    return not any(is_verb(c) and any(plain(p.text) == "to" for p in c.children) for t in words for c in t.children)


def _is_sitting(view: View, candidate: Candidate) -> bool:
    """Whether an English meeting is that of a body of several parties: "the meeting of the Joint Commission"."""
    bodies = view.grammar.lists["sitting"]
    own = (a.token for a in candidate.arguments if "possessor" in a.functions)
    return view.lang != "en" or any(view.lemma(t) in bodies or any(view.lemma(c) in bodies for c in t.children if c.dep_ == "compound") for t in own)


def _is_intransitive(view: View, candidate: Candidate) -> bool:
    """Whether nothing is gathered, nor a group brought together: no "gathered signatures", "convened a range of leaders"."""
    things = [t for t in candidate.trigger.head.children if t.dep_ in {"obj", "xcomp"}]
    groups = (m for t in things for m in view.mentions_at(t) if view.lang == "en" and m.actor.plural and m.actor.root == t.i)
    return all(t.i in view.actor_at for t in things) and next(groups, None) is None


def _is_bare_noun(view: View, candidate: Candidate) -> bool:
    """Whether nothing tells what a noun is of or for, so that it means what was told before: "the ceremony", not "the ceremony for veterans"."""
    told = [c for c in candidate.trigger.head.children if c.dep_ in {"nmod", "acl", "acl:relcl"} and not is_held_clause(view, c)]
    alone = candidate.what is None and all(f.role == "attendee" for f in candidate.fillers)
    determiners = {plain(c.text) for c in candidate.trigger.head.children if c.dep_ == "det"}
    several = feature(candidate.trigger.head, "Number") == "Plur" and not determiners
    return alone and not several and determiners.isdisjoint(INDEFINITE) and all(preposition_of(view, c) in WHERE for c in told)


CHECKS: Mapping[str, Callable[[View, Candidate], bool]] = {
    "who": lambda _, c: any(f.role == "who" for f in c.fillers),
    "who_or_what": lambda _, c: c.what is not None or any(f.role == "who" for f in c.fillers),
    "listed": lambda _, c: any(f.role == "who" for f in c.fillers),
    "whom": lambda _, c: any(f.role == "whom" for f in c.fillers),
    "participant": lambda view, c: bool(c.fillers) or is_multilateral(view, c),
    "sides": _has_sides,
    "awarded": is_awarded,
    "officials": has_officials,
    "envoys": has_envoys,
    "parties": _has_parties,
    "light": _has_light,
    "fitting_subject": _has_fitting_subject,
    "topical": _is_topical,
    "place": _has_place,
    "named_place": lambda _, c: c.place is not None,
    "people_subject": _has_people_subject,
    "human_subject": _has_human_subject,
    "human_object": _has_human_object,
    "anchor": _has_anchor,
    "definite": is_definite,
    "partner": _has_partner,
    "official_partner": has_official_partner,
    "appointee": lambda view, c: bool(c.fillers) if view.lang == "ru" else any(f.role == "who" for f in c.fillers),  # «назначил новых министров»
    "host": _has_host,
    "session": _is_session,
    "other_topic": _has_other_topic,
    "no_naming": _is_no_naming,
    "no_demand": _is_no_demand,
    "sitting": _is_sitting,
    "main_clause": lambda _, c: c.trigger.head.dep_ != "advcl",  # "since the president took office"
    "of_talks": lambda view, c: _names_talks(view, c.trigger.head),
    "titled": _is_titled,
    "bare_noun": _is_bare_noun,
    "travel": _is_travel,
    "intransitive": _is_intransitive,
    "sight": has_sight,
    "guest": has_guest,
}
