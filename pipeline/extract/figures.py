"""Russian words of events that tell of none: matches, papers that anybody signs, rules of office."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.annotate import feature
from pipeline.extract.predicate import first_conjunct
from pipeline.extract.slots import Candidate
from pipeline.extract.status import find_status
from pipeline.extract.view import View, case_of, is_verb, preposition_of

DESCRIBING = frozenset({"acl", "acl:relcl", "amod"})


def is_figure(view: View, candidate: Candidate) -> bool:
    """Whether a Russian trigger is only a figure of speech, or tells of nothing that certain people do."""
    return view.lang == "ru" and any(check(view, candidate) for check in CHECKS)


def _is_match(view: View, candidate: Candidate) -> bool:
    """«Хоккеисты встречаются со сборной Чехии»: players meet to play, unless somebody told by name or office receives them."""
    if candidate.trigger.rule.type != "meeting":
        return False
    players = view.grammar.lists["players"]
    told = [a.token for a in candidate.arguments if a.functions & {"subject", "object", "possessor", "with", "between"}]
    hosts = any(f.mention.actor.entity_type == "person" for f in candidate.fillers)
    return not hosts and any(view.lemma(t) in players for t in told)


def _is_anybodys_paper(view: View, candidate: Candidate) -> bool:
    """«Соглашений, подписанных на форуме, стало больше», «сервис поможет заключить договор»: nobody is told to sign, and that is not what is told."""
    verb = candidate.trigger.head
    if candidate.trigger.rule.type != "signing" or candidate.fillers or not is_verb(verb):
        return False
    bare = feature(verb, "VerbForm") == "Inf" and find_status(view, candidate.predicate)[0] == "occurred"
    many = candidate.what is not None and feature(view.doc[candidate.what.start : candidate.what.end].root, "Number") == "Plur"
    told = any(c.dep_ in {"nsubj", "nsubj:pass"} or (c.dep_ == "obl" and not many) for c in verb.children)
    return bare or (verb.dep_ in DESCRIBING and not told)


def _is_card(view: View, candidate: Candidate) -> bool:
    """«Оформили карту»: of the cards only a road map is signed."""
    what = candidate.what
    return candidate.trigger.rule.type == "signing" and what is not None and "карта" in what.lemmas and "дорожный" not in what.lemmas


def _is_term(view: View, candidate: Candidate) -> bool:
    """«Срок назначения губернаторов»: what is ruled about appointments appoints nobody."""
    head = first_conjunct(candidate.trigger.head)
    ruled = view.lemma(head.head) in view.grammar.lists["terms"] or any(view.lemma(c) in view.grammar.lists["competences"] for c in head.head.children)
    return candidate.trigger.rule.type == "appointment" and ruled


def _is_approved_thing(view: View, candidate: Candidate) -> bool:
    """«Ограничения утвердил премьер»: a thing that is approved is appointed to nothing."""
    objects = [a for a in candidate.arguments if "object" in a.functions and a.token.pos_ in {"NOUN", "PROPN"}]
    appointed = any(f.role == "who" for f in candidate.fillers)
    return candidate.trigger.rule.name == "appointment-verb" and bool(objects) and not appointed and not any(view.mentions_at(a.token) for a in objects)


def _is_way(view: View, candidate: Candidate) -> bool:
    """«Это откроет дорогу к рынкам», «открыв путь отрядам»: a way that is open to somebody, or leads on, is none that people go."""
    what = candidate.what
    if candidate.trigger.rule.type != "opening" or what is None or len(what.lemmas) > 1 or what.lemmas[0] not in view.grammar.lists["ways"]:
        return False
    nowhere = (
        (candidate.place is None or candidate.place_clause == "in the clause") and candidate.place_phrase is None and not candidate.fillers and not view.dates
    )
    return nowhere or any("recipient" in a.functions for a in candidate.arguments)


def _is_table(view: View, candidate: Candidate) -> bool:
    """«Встретился за круглым столом с ректором»: the table at which a meeting is told to be is none of its own."""
    noun = candidate.trigger.head
    at = candidate.trigger.rule.type == "conference" and preposition_of(view, noun) == "за"
    return at and any(entry.rule.type == "meeting" for entry in view.grammar.triggers.get(view.lemma(noun.head), ()))


def _is_candidacy(view: View, candidate: Candidate) -> bool:
    """«Утвердили кандидатом в президенты»: whoever stands for an election holds no office."""
    below = (c for t in (candidate.trigger.head, *(a.token for a in candidate.arguments)) for c in (t, *t.children))
    stands = any(view.lemma(t) in view.grammar.lists["candidates"] and t.dep_ in {"xcomp", "obl"} for t in below)
    return candidate.trigger.rule.name == "appointment-verb" and stands


def _is_open_to(view: View, candidate: Candidate) -> bool:
    """«Центр города будет открыт для гостей»: what somebody may enter need not open."""
    verb, rule = candidate.trigger.head, candidate.trigger.rule
    ahead = any(c.dep_ == "aux:pass" for c in verb.children) and find_status(view, candidate.predicate)[0] == "planned" and not candidate.fillers
    behind = any(c.i > verb.i and c.dep_ in {"obl", "nmod"} and preposition_of(view, c) == "для" for c in verb.children)
    return rule.type == "opening" and ahead and behind


def _is_season(view: View, candidate: Candidate) -> bool:
    """«Театр открыл сезон премьерой»: a season that begins is nothing that opens."""
    verb = candidate.trigger.head
    near = (*verb.children, *(view.doc[verb.i + 1 : verb.i + 2]))
    return candidate.trigger.rule.type == "opening" and any(view.lemma(c) in view.grammar.lists["seasons"] and c.dep_ != "nsubj:pass" for c in near)


def _is_aboard(view: View, candidate: Candidate) -> bool:
    """«Автобус, в котором ехали студенты»: who sits in it pays no visit."""
    verb = candidate.trigger.head
    inside = (c for c in verb.children if view.lemma(c) == "который" and case_of(view, c) == "Loc" and preposition_of(view, c) in {"в", "на"})
    carried = verb.dep_ == "acl:relcl" and verb.head.i not in view.actor_at and feature(verb.head, "Animacy") == "Inan"
    return candidate.trigger.rule.name == "visit-travel" and carried and any(True for _ in inside)


def _is_overtaken(view: View, candidate: Candidate) -> bool:
    """«Чад обошёл Лаос по числу туристов»: lands do not go anywhere."""
    acting = [f.mention.actor for f in candidate.fillers if f.role == "who"]
    return candidate.trigger.rule.name == "visit-verb" and bool(acting) and all(a.entity_type in {"country", "region", "city"} for a in acting)


def _is_gathering_for(view: View, candidate: Candidate) -> bool:
    """«Собрались на форум»: the forum is what they gathered for."""
    noun = next((c for c in candidate.trigger.head.children if view.lemma(c) in view.grammar.nouns.get("conference", frozenset())), None)
    return candidate.trigger.rule.name == "meeting-gather" and noun is not None and preposition_of(view, noun) in {"на", "for"}


CHECKS: tuple[Callable[[View, Candidate], bool], ...] = (
    _is_match,
    _is_anybodys_paper,
    _is_card,
    _is_term,
    _is_approved_thing,
    _is_way,
    _is_table,
    _is_candidacy,
    _is_open_to,
    _is_season,
    _is_aboard,
    _is_overtaken,
    _is_gathering_for,
)
