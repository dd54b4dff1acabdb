"""Tells what a sentence only imagines, allows or sums up: habits of the past, what a bill would let somebody do, journeys of private people."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.annotate import Token, feature
from pipeline.extract.slots import Candidate
from pipeline.extract.speaker import actors_of, is_first_person
from pipeline.extract.view import View, is_finite, is_verb, plain, preposition_of
from pipeline.records import Actor

CLIMB = 4  # words between an infinitive and what allows it
OWN = frozenset({"his", "her", "their", "my", "our", "свой", "его", "ее", "её", "их"})
SEEING = frozenset({"visit", "see"})
MEASURES = frozenset({"enough", "too"})


def _verb(candidate: Candidate) -> Token:
    return candidate.predicate.verb or candidate.trigger.head


def _is_past_habit(view: View, candidate: Candidate) -> bool:
    """Whether an English adverb of habit stands with a verb that has no day: "she often consulted with the rector during the reform"."""
    verb = _verb(candidate)
    heads = {verb.i, candidate.trigger.head.i}
    told = any(t.head.i in heads for start, end in view.grammar.habitual.matches(view.lemmas) for t in view.tokens[start:end])
    return view.lang == "en" and told and not any(_first_verb(t).i == verb.i for t in _dated(view))


def _dated(view: View) -> Iterator[Token]:
    yield from (t for t in view.tokens if any(d.type == "DATE" and d.start <= t.idx < d.end for d in view.dates))


def _first_verb(token: Token) -> Token:
    """The nearest verb above a word."""
    return next((t for t in token.ancestors if is_verb(t)), token)


def _is_let(view: View, candidate: Candidate) -> bool:
    """Whether an English infinitive hangs, through other words, below what lets somebody do it: "allowing the mayor to use funds to negotiate with"."""
    token = _verb(candidate)
    if view.lang != "en" or not is_verb(token) or not any(plain(c.text) == "to" for c in token.children):
        return False
    for _ in range(CLIMB):
        if is_finite(token) or token.head.i == token.i:
            return False
        token = token.head
        if (is_verb(token) or token.pos_ == "ADJ") and view.lemma(token) in view.grammar.lists["provisions"]:
            return True
    return False


def _is_measure(view: View, candidate: Candidate) -> bool:
    """Whether an English infinitive only tells how much there is of something: "has logged enough miles to travel around the globe"."""
    verb = _verb(candidate)
    aimed = view.lang == "en" and verb.head.i < verb.i and any(plain(c.text) == "to" for c in verb.children)
    return aimed and any(plain(t.text) in MEASURES and t.i < verb.i for t in verb.head.subtree)


def _is_private(view: View, candidate: Candidate) -> bool:
    """Whether somebody goes to people of the own family: "visited her parents in Vienna"."""
    kin = view.grammar.lists["relatives"]
    visited = (a.token for a in candidate.arguments if "object" in a.functions and view.lemma(a.token) in kin)
    if view.lang == "en" and candidate.trigger.rule.type == "visit" and any(_is_seen(view, t) for t in view.tokens):
        return True  # "on a trip to visit family in the delta"
    own = any(plain(c.text) in OWN or view.lemma(c) in OWN for t in visited for c in t.children)
    return candidate.trigger.rule.trigger.pos == "verb" and candidate.trigger.rule.type in {"visit", "meeting"} and own


def _is_seen(view: View, token: Token) -> bool:
    """Whether somebody's family is what an English infinitive says will be visited."""
    visited = token.dep_ == "obj" and view.lemma(token) in view.grammar.lists["relatives"] and view.lemma(token.head) in SEEING
    return visited and any(plain(c.text) == "to" for c in token.head.children) and all(c.dep_ not in {"det", "nmod"} for c in token.children)


def _is_immigration(view: View, candidate: Candidate) -> bool:
    """Whether somebody came to a land to live there: "he came to Hungary at age 11"."""
    settled = next(view.grammar.lists["settling"].matches(view.lemmas), None) is not None
    return candidate.trigger.rule.name in {"visit-go", "visit-travel"} and settled


def _is_wished(view: View, candidate: Candidate) -> bool:
    """Whether an English clause hangs below a wish that is not fulfilled: "I wish she could be here to receive the medal"."""
    above = (t for t in _verb(candidate).ancestors if is_verb(t) and plain(t.text) == "wish" and feature(t, "VerbForm") == "Fin")
    return view.lang == "en" and any(True for _ in above)


def _is_count(view: View, candidate: Candidate) -> bool:
    """Whether an English sentence only counts up what somebody has held, on no day: "has held four briefings with ministers"."""
    noun = candidate.trigger.head
    several = feature(noun, "Number") == "Plur" and any(c.dep_ == "nummod" and not plain(c.text).startswith("one") for c in noun.children)
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in _first_verb(noun).children)
    return view.lang == "en" and candidate.trigger.rule.trigger.pos == "noun" and several and perfect and not any(True for _ in _dated(view))


def _is_while(view: View, candidate: Candidate) -> bool:
    """Whether what the tree takes for an English title is a time: "thirty years later, he was elected president"."""
    what = candidate.what
    root = view.doc[what.start : what.end].root if what is not None else None
    timed = root is not None and view.lemma(root) == "year" and not root.text[:1].isupper()
    return view.lang == "en" and candidate.trigger.rule.name == "award-named" and timed


def _is_habitual_aim(view: View, candidate: Candidate) -> bool:
    """Whether an infinitive tells what somebody does something for again and again: "travels regularly to the border to meet officials"."""
    verb = _verb(candidate)
    aim = is_verb(verb) and verb.dep_ in {"advcl", "xcomp"} and any(plain(c.text) == "to" for c in verb.children) and not any(True for _ in _dated(view))
    found = (t.head.i for start, end in view.grammar.habitual.matches(view.lemmas) for t in view.tokens[start:end])
    return view.lang == "en" and aim and verb.head.i in found


def _is_schooling(view: View, candidate: Candidate) -> bool:
    """Whether an award is what a school gives to who has learned there: "was awarded a certificate from the School of Government", «дипломы выпускникам»."""
    what = candidate.what
    if candidate.trigger.rule.type != "award" or what is None:
        return False
    learned = any(lemma in view.grammar.lists["schooling"] for lemma in what.lemmas) and "honorary" not in what.lemmas
    return learned and any(view.lemma(t) in view.grammar.lists["schools"] for t in view.tokens)


def _is_for_guests(view: View, candidate: Candidate) -> bool:
    """Whether an English noun only tells what the guests were received for: "hosted the minister for a meeting of the council"."""
    noun = candidate.trigger.head
    told = view.lang == "en" and candidate.trigger.rule.type == "meeting" and candidate.predicate.kind == "noun" and preposition_of(view, noun) == "for"
    verb = _first_verb(noun)
    received = told and view.lemma(verb) in view.grammar.lists["receiving"]
    return received and any(c.dep_ == "obj" and view.mentions_at(c) for c in verb.children)


def _is_wanted(view: View, candidate: Candidate) -> bool:
    """Whether an English noun or gerund hangs below what is only said to matter or to make it possible: "the importance of concluding the talks"."""
    token = candidate.trigger.head
    for _ in range(CLIMB):
        if token.head.i == token.i or is_finite(token):
            return False
        words = {plain(c.text) for c in token.children if c.dep_ in {"case", "mark"}}
        token = token.head
        if any(word in words and view.lemma(token) in view.grammar.lists[name] for word, name in (("of", "wants"), ("for", "settings"))):
            return view.lang == "en"
    return False


def _is_own_honour(view: View, candidate: Candidate) -> bool:
    """Whether a speaker whom the sentence does not name tells of an honour of his own: "I had the honor of meeting with the rector"."""
    verb = _verb(candidate)
    if view.lang != "en" or not is_verb(verb) or not any(view.lemma(verb.head) in view.grammar.lists[name] for name in ("pleasures", "chances")):
        return False
    return any(is_first_person(view, c) and not actors_of(view, c) for c in verb.head.head.children if c.dep_ == "nsubj")


def _is_of_any_holder(view: View, candidate: Candidate) -> bool:
    """Whether all who did it are anybody in an office: "a director selected by the board", "the first visit of a leader from Chad"."""
    actors = [f.mention.actor for f in candidate.fillers if f.role == "who"]
    kind = candidate.trigger.rule.type
    anybody = all(a.form == "position" and not a.plural and plain(view.doc[a.start].text) in {"a", "an"} for a in actors)
    return view.lang == "en" and bool(actors) and anybody and (kind == "appointment" or kind == "visit" and candidate.predicate.kind == "noun")


def _is_topic_told(view: View, candidate: Candidate) -> bool:
    """Whether an English verb of talk only tells more of the topic of other talks: "discussed issues that leaders will consider at the summit"."""
    verb = candidate.trigger.head
    above = verb.head.head if verb.dep_ == "acl:relcl" else verb
    rules = [e.rule for e in view.grammar.triggers.get(view.lemma(above), ())] if above.i != verb.i else []
    return view.lang == "en" and candidate.trigger.rule.joins and any(rule.type in {"meeting", "call"} for rule in rules)


def _is_everywhere(view: View, candidate: Candidate) -> bool:
    """Whether somebody has gone to all places of a kind, one after the other: "has made a visit to every one of the cities"."""
    if view.lang != "en" or candidate.trigger.rule.type != "visit":
        return False
    return any(plain(t.text) in {"every", "each"} and t.i > candidate.trigger.end - 1 for t in candidate.trigger.head.subtree)


def _is_opened_to(view: View, candidate: Candidate) -> bool:
    """Whether English owners only let somebody in: "opened their airports to flights", "will open its gardens to visitors"."""
    verb = candidate.trigger.head
    own = any(c.dep_ == "obj" and any(plain(g.text) in OWN for g in c.children) for c in verb.children)
    let_in = any(plain(p.text) == "to" and p.dep_ == "case" and t.i > verb.i for c in verb.children for t in (c, *c.children) for p in t.children)
    return view.lang == "en" and candidate.trigger.rule.name == "opening-verb" and own and let_in


def _is_part_of_ties(view: View, candidate: Candidate) -> bool:
    """Whether English talks are those that a meeting of the sentence is a part of: "met as part of close consultations between Chad and Laos"."""
    noun, whole = candidate.trigger.head, plain(candidate.trigger.head.head.text)
    met = any(f.role == "whom" and f.mention.actor.entity_type == "person" and f.mention.actor.form == "name" for f in candidate.fillers)
    part = whole == "part" or whole == "series" and not met  # but "held a series of meetings, including with Anna Lind"
    return view.lang == "en" and candidate.trigger.rule.type == "meeting" and preposition_of(view, noun) == "of" and part


def _is_crowd(view: View, candidate: Candidate) -> bool:
    """Whether all who take part are told by their kind alone, in the plural: "cabinet members met with farmers"; but "leaders will host a summit on May 3"."""
    actors, kind = [f.mention.actor for f in candidate.fillers], candidate.trigger.rule.type
    dated = kind == "conference" and bool(view.dates)
    told = view.lang == "en" and candidate.predicate.kind != "noun" and kind != "award" and not dated and bool(actors)
    return told and all(_is_kind(a) and not any(t.pos_ == "NUM" or t.text == "from" for t in view.doc[a.start : a.end]) for a in actors)


def _is_kind(actor: Actor) -> bool:
    """Whether a plural tells neither a country nor a body by its name: "leaders", "council members"."""
    return actor.plural and actor.form in {"name", "position"} and not actor.country and len(actor.affiliation.split()) < 2


IMAGINED: tuple[Callable[[View, Candidate], bool], ...] = (
    _is_past_habit,
    _is_let,
    _is_measure,
    _is_private,
    _is_immigration,
    _is_wished,
    _is_count,
    _is_while,
    _is_habitual_aim,
    _is_schooling,
    _is_for_guests,
    _is_wanted,
    _is_own_honour,
    _is_of_any_holder,
    _is_topic_told,
    _is_everywhere,
    _is_opened_to,
    _is_part_of_ties,
    _is_crowd,
)
