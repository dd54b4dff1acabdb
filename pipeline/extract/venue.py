"""Where an event took place, if that is told further off in its clause: "at a ceremony at Town Hall", "opened the consulate in Riga", «в лицее № 2»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.annotate import Token, feature
from pipeline.extract.likely_participants import Scene
from pipeline.extract.occasion import DATELINE
from pipeline.extract.phrases import noun_phrase
from pipeline.extract.view import View, case_of, in_date, is_verb, preposition_of
from pipeline.records import EntityMention, EventMention, Evidence, LocalEntity

LOCATIVE = frozenset({"at", "in", "on", "в", "во", "на"})
WITHIN = frozenset({"in", "в", "во", "на"})
PLACES = frozenset({"city", "region", "country"})
ELSEWHERE = frozenset({"visit", "call", "appointment"})  # where somebody goes is told with the verb, and the others are at no place
OF_THINGS = frozenset({"opening", "conference"})  # what is opened or held stands where it happens
CLAUSES = frozenset({"acl", "acl:relcl", "advcl"})
ABOVE = frozenset({"xcomp", "csubj", "csubj:pass"})  # «планируется провести»


@dataclass(frozen=True, slots=True)
class Venue:
    """A place as told: characters, name, and the actor of that name if there is one."""

    start: int
    end: int
    name: str
    actor: EntityMention | None
    clause: str


def with_venue(scene: Scene, entities: Mapping[str, LocalEntity]) -> EventMention:
    """The mention; one that nothing but the dateline places, with the place that its clause tells."""
    mention = scene.mention
    from_dateline = any(e.slot == "place" and e.clause == DATELINE for e in mention.evidence)
    if mention.event_type in ELSEWHERE or (mention.place and not from_dateline):
        return mention
    venue = next(_venues(scene), None)
    if venue is None:
        return mention
    actor = venue.actor.actor if venue.actor is not None else None
    known = next((e for e in entities.values() if e.entity_type in PLACES and venue.name in {e.name, *e.aliases}), None)
    evidence = Evidence("place", venue.clause, scene.view.doc.text[venue.start : venue.end], venue.start, venue.end)
    return replace(
        mention,
        place=venue.name,
        place_key=venue.actor.key if venue.actor is not None else known.key if known is not None else "",
        country=actor.country if actor is not None else known.country if known is not None else "",
        evidence=(*(e for e in mention.evidence if e.slot != "place"), evidence),
    )


def _venues(scene: Scene) -> Iterator[Venue]:
    """The places that a clause tells: in what was opened or held, then behind the trigger, the nearest first, then before it."""
    view, trigger = scene.view, scene.trigger
    if scene.mention.event_type in OF_THINGS:
        yield from _of_thing(scene)
    told = [t for t in view.tokens if preposition_of(view, t) in LOCATIVE and not in_date(view, t) and not _is_told_of(scene, t)]
    for token in sorted(told, key=lambda t: (t.i < trigger.i, abs(t.i - trigger.i))):
        if _is_in_clause(scene, token) and (venue := _as_venue(scene, token)) is not None:
            yield venue


def _is_told_of(scene: Scene, token: Token) -> bool:
    """Whether a word stands in the name of the event, or in what it is about: "at the Danube Forum", «обсудили открытие консульства в Омске»."""
    known = scene.view.actor_at.get(token.i)
    named = known is not None and known.actor.start <= scene.trigger.i < known.actor.end
    return named or any(e.slot == "what" and e.start <= token.idx < e.end for e in scene.mention.evidence)


def _of_thing(scene: Scene) -> Iterator[Venue]:
    """Where a thing is that was opened, or a session held: "the embassy in Oslo", «филиал в Томске»."""
    view, evidence = scene.view, [e for e in scene.mention.evidence if e.slot == "what" and e.end > e.start]
    for token in (t for e in evidence for t in view.tokens if e.start <= t.idx < e.end):
        if token.dep_ == "nmod" and token.pos_ == "PROPN" and preposition_of(view, token) in WITHIN and _is_locative(view, token):
            mention = view.actor_at.get(token.i)
            if mention is not None and mention.actor.root == token.i and mention.actor.entity_type in PLACES:
                yield _named(view, mention, "in what was opened or held")
            elif mention is not None and (venue := _swallowed(view, token, mention)) is not None:
                yield venue


def _swallowed(view: View, token: Token, mention: EntityMention) -> Venue | None:
    """The place that ends the name of a body: "the Commission on Trade in Sofia"."""
    words = view.doc[token.i : mention.actor.end]
    if mention.actor.entity_type != "organization" or any(t.pos_ not in {"PROPN", "PUNCT"} for t in words):
        return None
    first = min(c.i for c in (token, *token.children) if c.dep_ in {"compound", "amod"} or c.i == token.i)
    words = view.doc[first : mention.actor.end]
    return Venue(words.start_char, words.end_char, words.text, None, "in what was opened or held")


def _as_venue(scene: Scene, token: Token) -> Venue | None:
    """The place that a word behind a preposition of place tells: as an actor, as a building, or by a name that no list knows."""
    view, lists = scene.view, scene.view.grammar.lists
    mention, lemma, preposition = view.actor_at.get(token.i), view.lemma(token), preposition_of(view, token)
    if mention is not None and mention.actor.root == token.i and mention.actor.entity_type in {*PLACES, "organization"}:
        of_body = mention.actor.entity_type == "organization"  # "on the Malaysian side" is no place
        fits = (
            mention.actor.form == "name" and mention.key not in scene.known and (preposition != "on" if of_body else view.lang == "ru" or token.pos_ == "PROPN")
        )
        return _named(view, mention, "told in the clause") if fits and _is_locative(view, token) else None
    building = lemma in lists["buildings"] and feature(token, "Number") != "Plur" and not any(view.lemma(c) in lists["figurative"] for c in token.children)
    called = (preposition == "at" or token.ent_type_ == "FAC") and token.pos_ == "PROPN" and lemma not in lists["gatherings"] and mention is None
    if not (building or called) or not _is_locative(view, token):
        return None
    phrase = noun_phrase(view, token)
    span = view.doc[phrase.start : phrase.end]
    return Venue(span.start_char, span.end_char, phrase.text, None, "a building as described" if building else "a place by its name")


def _named(view: View, mention: EntityMention, clause: str) -> Venue:
    words = view.doc[mention.actor.start : mention.actor.end]
    return Venue(words.start_char, words.end_char, mention.actor.name, mention, clause)


def _is_locative(view: View, token: Token) -> bool:
    return view.lang == "en" or case_of(view, token) in {"Loc", ""}


def _is_in_clause(scene: Scene, token: Token) -> bool:
    """Whether the verb of a place is that of the event, with no more than occasions, buildings and what the event is about between."""
    view, verbs = scene.view, {v.i for v in _verbs(scene)}
    lists, what = view.grammar.lists, [e for e in scene.mention.evidence if e.slot == "what"]
    while token.head.i != token.i and (not is_verb(token.head) or _tells_leader(view, token.head)) and token.head.i != scene.trigger.i:
        token = token.head
        if is_verb(token):
            continue
        known = view.actor_at.get(token.i)
        about = any(e.start <= token.idx < e.end for e in what) and scene.mention.event_type in {"award", "opening"}
        if not (
            any(view.lemma(token) in lists[name] for name in ("gatherings", "ceremonies", "margins", "premises", "buildings"))
            or about
            or (known is not None and known.actor.entity_type in {"person", "group"} and token.i == known.actor.root and _is_no_office(known))
        ):
            return False
    return token.head.i in verbs


def _is_no_office(mention: EntityMention) -> bool:
    return mention.actor.form == "name" or mention.actor.entity_type == "group"


def _tells_leader(view: View, verb: Token) -> bool:
    """Whether a participle only tells who leads those who were told: "with officials headed by Anna Lind at the Grand Hotel"."""
    return verb.dep_ == "acl" and view.lang == "en" and view.lemma(verb) in view.grammar.lists["conducting"]


def _verbs(scene: Scene) -> Iterator[Token]:
    """The trigger, the verbs that carry it, and those of clauses that tell how what it names is held."""
    view, token = scene.view, scene.trigger
    yield token
    circumstance = not is_verb(token) and bool(preposition_of(view, token))  # «после беседы гости побывали в Риге»
    while not circumstance and token.head.i != token.i and not is_verb(token):
        token = token.head
    yield token
    while token.dep_ in ABOVE:
        token = token.head
        yield token
    for clause in (c for c in scene.trigger.children if c.dep_ in CLAUSES):
        below = [clause, *(c for c in clause.children if c.dep_ == "xcomp")]
        yield from (c for c in below if view.lemma(c) in view.grammar.occurring)
