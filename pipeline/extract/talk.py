"""Tells what is only talked about: habits, conditions, questions, provisions, what somebody unknown says of himself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.annotate import Token, feature
from pipeline.extract.as_such import AS_SUCH
from pipeline.extract.described import DESCRIBED
from pipeline.extract.discussed import is_discussed
from pipeline.extract.figures import is_figure
from pipeline.extract.hearsay import HEARSAY
from pipeline.extract.imagined import IMAGINED
from pipeline.extract.other_senses import OTHER_SENSES
from pipeline.extract.shared import sharing
from pipeline.extract.slots import Candidate
from pipeline.extract.speaker import actors_of, is_first_person
from pipeline.extract.status import find_status, is_reported_future
from pipeline.extract.view import View, is_verb, plain, preposition_of
from pipeline.records import Actor

HEADLINE = 200  # characters: a sentence that begins before may be a headline, told in the present
DAYS = frozenset({"день"})  # an occasion with a name alone: «Дни культуры», not «повестка дня»
THRONGLESS = frozenset({"meeting", "call", "visit", "signing", "appointment", "award"})
OWN = frozenset({"his", "her", "their"})  # "will join her planned meetings"
ASKED = frozenset({"кто", "who"})
CLAUSES = 6  # heads above a verb among which a condition is looked for


def is_general_talk(view: View, candidate: Candidate) -> bool:
    """Whether the sentence tells of no single happening with people that the document knows."""
    return any(check(view, candidate) for check in CHECKS)


def _verb(candidate: Candidate) -> Token:
    return candidate.predicate.verb or candidate.trigger.head


def _is_habitual(view: View, candidate: Candidate) -> bool:
    """Whether an adverb of habit stands with a present-tense verb: "meetings are held every year"."""
    verb = _verb(candidate)
    if feature(verb, "Tense") == "Past" and not any(
        c.dep_ in {"aux", "aux:pass"} and feature(c, "Tense") == "Pres" and c.lemma_ == "be" for c in verb.children
    ):
        return False
    heads = {verb.i, candidate.trigger.head.i}
    return any(token.head.i in heads for start, end in view.grammar.habitual.matches(view.lemmas) for token in view.tokens[start:end])


def _is_hypothetical(view: View, candidate: Candidate) -> bool:
    """Whether an auxiliary, a particle or a Russian modal verb above says that it may, might or shall be so."""
    verb = _verb(candidate)
    if is_reported_future(view, verb):
        return False
    words = view.grammar.cues.hypothetical
    verb = sharing(view, verb)
    if any(plain(c.text) in words or view.lemma(c) in words for c in verb.children if c.dep_ in {"aux", "advmod", "aux:pass", "parataxis"}):
        return True
    return view.lang == "ru" and any(view.lemma(token) in words or _has_subjunctive(token) for token in _governing(verb))


def _governing(verb: Token) -> Iterator[Token]:
    """The verbs that an infinitive depends on, be it a passive one: «может быть подписан»."""
    for _ in range(3):
        infinitive = any(feature(t, "VerbForm") == "Inf" for t in (verb, *verb.children) if t.i == verb.i or t.dep_ == "aux:pass")
        if verb.dep_ not in {"xcomp", "csubj", "ccomp"} or not infinitive:
            return
        verb = verb.head
        yield verb


def _has_subjunctive(token: Token) -> bool:
    return any(plain(c.text) == "бы" for c in token.children)


def _is_timeless(view: View, candidate: Candidate) -> bool:
    """Whether an English verb in the plain present tells what is generally so: no headline, no day, nobody named."""
    verb = candidate.predicate.verb
    if verb is None or view.lang != "en" or not (_is_present(verb) or any(c.dep_ == "aux:pass" and _is_present(c) for c in verb.children)):
        return False
    if candidate.trigger.rule.type == "visit" and view.lemma(verb) == "be":
        return False  # "the minister is in Vienna on a visit"
    headline = view.span.start_char < HEADLINE or any(d.type in {"DATE", "TIME"} for d in view.dates)
    return not headline and find_status(view, candidate.predicate)[0] == "occurred"


def _is_present(verb: Token) -> bool:
    return feature(verb, "Tense") == "Pres" and feature(verb, "VerbForm") == "Fin"


def _is_mere_aim(view: View, candidate: Candidate) -> bool:
    """Whether an English infinitive is only what a promise or an effort aims at, or a law provides for: "its promise to open the market"."""
    verb = _verb(candidate)
    infinitive = view.lang == "en" and is_verb(verb) and any(plain(c.text) == "to" for c in verb.children)
    if not infinitive or verb.head.i == verb.i:
        return False
    aim = verb.dep_ in {"acl", "acl:relcl"} and view.lemma(verb.head) in view.grammar.lists["aims"]
    pleasures, above = view.grammar.lists["pleasures"], verb.head
    honoured = view.lemma(above) in pleasures and (view.lemma(above.head) == "be" or any(c.lemma_ == "be" for c in above.children))
    honoured = honoured or (view.lemma(above) == "be" and any(view.lemma(c) in pleasures for c in above.children))
    return aim or honoured or view.lemma(verb.head) in view.grammar.lists["provisions"]


def _is_mere_promise(view: View, candidate: Candidate) -> bool:
    """Whether English talks are what somebody promised, on no day: "committed to consulting closely with the partners"."""
    verb = _verb(candidate)
    above = verb.head
    while feature(above, "Aspect") == "Prog" and above.dep_ in {"advcl", "conj", "xcomp"}:  # "committed to honouring, protecting and conducting"
        above = above.head
    promised = candidate.trigger.rule.type in {"meeting", "call"} and above.i != verb.i and view.lemma(above) in view.grammar.lists["pledging"]
    return view.lang == "en" and promised and not view.dates


def _is_opened_by_nobody(view: View, candidate: Candidate) -> bool:
    """Whether an English infinitive or gerund tells of an opening without anybody who opens: "an act keeping firms in business and reopening schools"."""
    verb, rule = candidate.trigger.head, candidate.trigger.rule
    helped = verb.dep_ in {"ccomp", "xcomp"} and view.lemma(verb.head) in view.grammar.lists["helping"]
    if view.lang == "en" and rule.type == "opening" and rule.trigger.pos == "verb" and helped:
        return True  # "helped schools reopen", "keep the plants open"
    if view.lang != "en" or rule.type != "opening" or rule.trigger.pos != "verb" or _is_present(verb):
        return False
    if any(c.dep_ in {"aux:pass", "nsubj", "nsubj:pass"} for c in verb.children):
        return False
    nonfinite = any(plain(c.text) == "to" for c in verb.children) or feature(verb, "Aspect") == "Prog" or feature(verb, "VerbForm") in {"Inf", "Ger"}
    helped = any(c.dep_ == "aux" and plain(c.text) != "to" for c in verb.children)
    alone = not helped and not any(f.role == "who" for f in candidate.fillers)
    return nonfinite and alone and find_status(view, candidate.predicate)[0] == "occurred"


def _is_conditional(view: View, candidate: Candidate) -> bool:
    """Whether the event stands below a condition: "if the ministers meet"."""
    conditions = view.grammar.lists["conditions"]
    if candidate.predicate.kind == "noun" and view.lang == "en":  # "agreed to engage them through talks if they stop"
        verb = next((t for t in candidate.trigger.head.ancestors if is_verb(t)), candidate.trigger.head)
        clauses = (c for c in verb.children if c.dep_ == "advcl")
        if any(plain(g.text) in conditions and g.dep_ == "mark" for c in clauses for g in c.children):
            return True
    return any(plain(c.text) in conditions for token in _above(_verb(candidate)) for c in token.children if c.i < token.i)


def _above(token: Token) -> Iterator[Token]:
    for _ in range(CLAUSES):
        yield token
        if token.head.i == token.i:
            return
        token = token.head


def _is_question(view: View, candidate: Candidate) -> bool:
    """Whether the sentence asks, or its clause does: «выясняли, кто поедет на переговоры»."""
    verb = next((t for t in _above(candidate.trigger.head) if is_verb(t)), None)
    asked = verb is not None and verb.dep_ == "ccomp" and any(c.dep_.startswith("nsubj") and view.lemma(c) in ASKED for c in verb.children)
    return asked or view.tokens[-1].text == "?"


def _is_own_story(view: View, candidate: Candidate) -> bool:
    """Whether "I", "we" or "you" did it, and nobody is told to say so."""
    rule = candidate.trigger.rule
    acting = {"subject", "possessor"} & {*rule.who, *rule.whom}
    own = [a.token for a in candidate.arguments if a.functions & acting and is_first_person(view, a.token)]
    return any(not actors_of(view, token) for token in own)


def _is_plural(view: View, candidate: Candidate) -> bool:
    """Whether a plural means any of its kind: "hold listening sessions", «на встречах с избирателями», with fewer than two sides named."""
    head = candidate.trigger.head
    if view.lang == "ru" and candidate.predicate.kind == "noun" and view.lemma(head) in view.grammar.lists["counted"] and feature(head, "Number") == "Plur":
        if any(view.lemma(c) in view.grammar.lists["recurring"] for c in head.children if c.dep_ == "amod"):
            return True
        return bool(candidate.fillers) and len({f.mention.key for f in candidate.fillers}) < 2 and all(f.mention.actor.plural for f in candidate.fillers)
    if view.lang != "en" or is_verb(head) or feature(head, "Number") != "Plur" or view.lemma(head) in view.grammar.lists["talks"]:
        return False
    told = any(c.dep_ in {"det", "nmod:poss", "nummod", "poss"} and c.text not in OWN for c in head.children)
    return not told and len({f.mention.key for f in candidate.fillers}) < 2


def _is_throng(view: View, candidate: Candidate) -> bool:
    """Whether Russian people of a kind are all that take part, or go somewhere: «туристы посетили музей»; they may be awarded something."""
    kind = candidate.trigger.rule.type
    if kind == "meeting" and candidate.predicate.kind == "noun":
        return False  # «на встрече с ветеранами мэр сообщил»: somebody else may act
    acting = kind == "visit" or bool({"host", "official_partner"} & {*candidate.trigger.rule.needs})
    fillers = [f for f in candidate.fillers if not acting or f.role == "who"]
    if view.lang != "ru" or kind not in THRONGLESS or not fillers or not all(_are_throng(view, f.mention.actor, sent=acting) for f in fillers):
        return False
    actors = [f.mention.actor for f in fillers]
    if kind in {"meeting", "signing", "call"} and any(a.country or a.affiliation or are_heads(view, a) for a in actors):
        return False
    if kind == "award" and "people_subject" in candidate.trigger.rule.needs:  # «студенты получили дипломы»
        return not any(f.mention.actor.country or f.mention.actor.affiliation for f in fillers)
    if kind != "award":
        return True
    return candidate.what is None and not any(f.clause.startswith("possessor") for f in fillers)  # «награждение победителей»


def are_heads(view: View, actor: Actor) -> bool:
    """Whether people are told by an office that each holds alone: «главы ведомств»."""
    return view.lemma(view.doc[actor.root]) in view.grammar.lists["heads"]


def _are_throng(view: View, actor: Actor, *, sent: bool) -> bool:
    """Whether a plural tells people by their kind alone; `sent`: by a kind that is sent nowhere."""
    if actor.entity_type != "group" or actor.form == "parties" or not actor.plural:
        return False
    root = view.doc[actor.root]
    if sent and view.lemma(root) in view.grammar.lists["kin"]:
        return True  # «семьи участников приехали на ёлку»
    nouns = [t for t in view.doc[actor.start : actor.end] if t.i != root.i] if view.lemma(root) in view.grammar.lists["collectives"] else [root]
    people = [view.lemma(t) for t in nouns if feature(t, "Animacy") == "Anim" and t.pos_ == "NOUN"]
    return bool(people) and not (sent and any(lemma in view.grammar.lists["envoys"] for lemma in people))


def _is_anybody(view: View, candidate: Candidate) -> bool:
    """Whether who did it is anybody of a kind: "every senator has met with him", but not "several firms, including Alder Steel and NordSteel"."""
    kinds = view.grammar.lists["kinds"]
    named = (f for f in candidate.fillers if f.mention.actor.entity_type in {"person", "organization"} and f.clause.startswith("subject"))
    if len({f.mention.key for f in named}) > 1:
        return False
    whole = view.lemma(candidate.trigger.head.head) == "be"  # "it is the only meeting of all leaders from the islands"
    acting = [a.token for a in candidate.arguments if a.functions & ({"subject", "possessor"} if whole else {"subject"})]
    return any(view.lemma(c) in kinds and c.dep_ in {"det", "amod"} for token in acting for c in token.children)


def _is_repeated(view: View, candidate: Candidate) -> bool:
    """Whether it happened more than once, and nothing tells when: «не раз бывал в Омске»."""
    heads, repeated = {_verb(candidate).i, candidate.trigger.head.i}, view.grammar.lists["repeated"]
    told = any(heads & {t.i, t.head.i} for start, end in repeated.matches(view.lemmas) for t in view.tokens[start:end])
    return told and not any(d.type == "DATE" for d in view.dates)


def _is_topic_of_session(view: View, candidate: Candidate) -> bool:
    """Whether a topic is that of a session or forum told with it, not of talks told before: «на заседании совета обсудили туризм»."""
    if not candidate.trigger.rule.joins or view.lang != "ru" or candidate.fillers:
        return False
    return any(_holds_topic(view, token, candidate.trigger.head) for token in view.tokens)


def _holds_topic(view: View, noun: Token, verb: Token) -> bool:
    session = view.lemma(noun) in view.grammar.nouns.get("conference", frozenset()) and (noun.text[:1].isupper() or view.lemma(noun) not in DAYS)
    if not session or noun.head.i == noun.i:
        return False
    topic = view.lemma(noun.head) in view.grammar.lists["topic_nouns"] or (noun.head.head.i == verb.i and noun.dep_ == "nmod" and noun.head.i < verb.i)
    told_at = preposition_of(view, noun) in view.grammar.lists["attending"] and noun.head.i == verb.i
    within = view.lemma(noun.head) in view.grammar.lists["margins"] and noun.head.head.i == verb.i
    return told_at or within or topic


def _is_left_out(view: View, candidate: Candidate) -> bool:
    """Whether a topic was not talked about: that tells nothing of the talks: «о встречах предпочли не говорить»."""
    return candidate.trigger.rule.joins and find_status(view, candidate.predicate)[0] == "negated"


CHECKS: tuple[Callable[[View, Candidate], bool], ...] = (
    _is_habitual,
    _is_hypothetical,
    _is_timeless,
    _is_mere_aim,
    _is_mere_promise,
    _is_opened_by_nobody,
    *DESCRIBED,
    *AS_SUCH,
    *IMAGINED,
    *OTHER_SENSES,
    *HEARSAY,
    _is_conditional,
    _is_question,
    _is_own_story,
    _is_plural,
    _is_throng,
    _is_anybody,
    _is_repeated,
    _is_topic_of_session,
    _is_left_out,
    is_discussed,
    is_figure,
)
