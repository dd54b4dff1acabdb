"""Tells what is told only to describe somebody or something: careers, awards counted up, who came to live somewhere."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.annotate import Token, feature
from pipeline.extract.predicate import first_conjunct
from pipeline.extract.slots import Candidate
from pipeline.extract.view import DASHES, View, is_verb, plain, preposition_of
from pipeline.records import EntityMention

SINCE = "since"  # before a noun it may tell of a day: "since her appointment in May"
AWARD_REACH = 3  # words between an actor and the prize that is called so
RELATIVE = frozenset({"acl", "acl:relcl"})


def _is_command(view: View, candidate: Candidate) -> bool:
    """Whether an English order is none that is worn: "gave the famous order to his men"."""
    what = candidate.what
    order = what is not None and candidate.trigger.rule.type == "award" and what.lemmas[-1:] == ("order",)
    return order and what is not None and "Order" not in what.text


def _is_sum(view: View, candidate: Candidate) -> bool:
    """Whether awards are only counted up, as in a life told: "has received numerous awards"."""
    several = view.grammar.lists["countless"]
    what = candidate.what
    return what is not None and candidate.trigger.rule.type == "award" and bool(what.lemmas) and what.lemmas[0] in several


def _is_grant(view: View, candidate: Candidate) -> bool:
    """Whether English money or a contract is handed out, no honour: "awarded a grant to the district", "the awarding of contracts"."""
    if view.lang != "en" or candidate.trigger.rule.type != "award":
        return False
    told = view.doc[candidate.what.start : candidate.what.end] if candidate.what is not None else ()
    below = (c for c in candidate.trigger.head.children if c.dep_ in {"obj", "nmod", "nsubj:pass", "compound"})
    return any(view.lemma(t) in view.grammar.lists["grants"] for t in (*told, *below))


def _is_mere_description(view: View, candidate: Candidate) -> bool:
    """Whether an English award is only described, nobody told who got it: "the highest award bestowed by the society"."""
    given = candidate.trigger.rule.type == "award" and candidate.trigger.head.dep_ in RELATIVE
    told = [f.mention.actor for f in candidate.fillers if f.role == "who"]
    return view.lang == "en" and given and all(a.plural and a.entity_type == "group" for a in told)


def _is_term_served(view: View, candidate: Candidate) -> bool:
    """Whether an English appointment is what somebody served in: "she served in a presidential appointment"."""
    noun = candidate.trigger.head
    served = preposition_of(view, noun) == "in" and view.lemma(noun.head) in view.grammar.lists["serving"]
    return view.lang == "en" and candidate.trigger.rule.type == "appointment" and served


def _is_any_paper(view: View, candidate: Candidate) -> bool:
    """Whether English documents are any of a kind, with one side and no day: "plans to enter into contracts"."""
    what = candidate.what
    if view.lang != "en" or candidate.trigger.rule.type != "signing" or what is None or view.dates or len({f.mention.key for f in candidate.fillers}) > 1:
        return False
    root = view.doc[what.start : what.end].root
    plain_plural = feature(root, "Number") == "Plur" and not any(c.dep_ in {"det", "nummod", "nmod:poss"} for c in root.children)
    return plain_plural and all(t.pos_ not in {"PROPN", "NUM"} for t in view.doc[what.start : what.end])


def _is_released(view: View, candidate: Candidate) -> bool:
    """Whether things are released or removed: "the office released 1 million barrels [Ivo Kos and Anna Lind]"."""
    things = [c for c in candidate.trigger.head.children if c.dep_ == "obj" and c.pos_ == "NOUN" and not view.mentions_at(c)]
    posts = view.grammar.lists["posts"]
    return view.lang == "en" and candidate.trigger.rule.name == "appointment-relieve" and any(view.lemma(c) not in posts for c in things)


def _is_interview(view: View, candidate: Candidate) -> bool:
    """Whether talks are held with reporters: "met with journalists of the Alder Post", "sat down with the Post for an interview"."""
    if candidate.trigger.rule.type != "meeting":
        return False
    reporters = view.grammar.lists["press"]
    told = [view.doc[f.mention.actor.root] for f in candidate.fillers if f.role == "whom"]
    asked = any(view.lemma(a.token) in reporters for a in candidate.arguments if "for" in a.functions)
    alone = bool(told) and all(view.lemma(t) in reporters for t in told)
    seen = [[a.token for a in candidate.arguments if function in a.functions] for function in ("with", "object")]  # "when meeting the press with the mayor"
    alone = alone or any(any(view.lemma(t) in reporters for t in tokens) and not any(_are_met(view, t) for t in tokens) for tokens in seen)
    return alone or (asked and view.lang == "en")


def _is_served(view: View, candidate: Candidate) -> bool:
    """Whether a body receives whom it is there for: «клиника принимает пациентов», "the museum welcomes visitors"."""
    served = view.grammar.lists["served"]
    whom = [view.doc[f.mention.actor.root] for f in candidate.fillers if f.role == "whom"]
    bodies = [f for f in candidate.fillers if f.role == "who" and f.mention.actor.entity_type == "person"]
    return "host" in candidate.trigger.rule.needs and bool(whom) and not bodies and all(view.lemma(t) in served for t in whom)


def _are_met(view: View, token: Token) -> bool:
    """Whether a word stands for people who are no reporters, or for a reporter told by name."""
    reporter = view.lemma(token) in view.grammar.lists["press"]
    return any(m.actor.entity_type == "person" or (m.actor.entity_type in {"group", "organization"} and not reporter) for m in view.mentions_at(token))


def _is_appeal(view: View, candidate: Candidate) -> bool:
    """Whether an English call asks for something: "led a call that year for the mayor to resign"."""
    noun = candidate.trigger.head
    told = noun.text == "call" and candidate.trigger.rule.name == "call-noun" and candidate.trigger.end == candidate.trigger.start + 1
    beside = (*noun.children, *noun.head.children)
    return view.lang == "en" and told and any(plain(c.text) == "for" and c.dep_ == "mark" for t in beside for c in t.children)


def _is_anywhere(view: View, candidate: Candidate) -> bool:
    """Whether what English awards are told as a sum of money that goes to lands and their districts: "the awards will go to schools in all regions"."""
    told = [f.mention.actor for f in candidate.fillers if f.role == "who"]
    lands = bool(told) and all(a.entity_type in {"country", "region", "city"} for a in told)
    return view.lang == "en" and candidate.trigger.rule.name == "award-go" and lands


def _is_return(view: View, candidate: Candidate) -> bool:
    """Whether somebody is only glad that another is back: "the town will welcome her back"."""
    verb = candidate.trigger.head
    back = any(plain(c.text) == "back" and c.i > verb.i for a in candidate.arguments for t in (verb, a.token) for c in t.children)
    return view.lang == "en" and candidate.trigger.rule.name == "meeting-receive" and back


def _is_career(view: View, candidate: Candidate) -> bool:
    """Whether somebody who goes to a firm works there from then on: "from there she went to Alder Bank", no day told."""
    place = candidate.place
    firm = candidate.trigger.rule.name == "visit-go" and place is not None and place.actor.entity_type == "organization"
    return view.lang == "en" and firm and not view.dates


def _is_origin(view: View, candidate: Candidate) -> bool:
    """Whether a relative clause only tells who English people of a kind are: "residents of Alta who arrived in Berga", "seven members appointed by"."""
    actors = [f.mention.actor for f in candidate.fillers if f.role == "who"]
    described = candidate.trigger.rule.type in {"visit", "appointment"} and first_conjunct(candidate.trigger.head).dep_ in RELATIVE and bool(actors)
    kinds = view.grammar.lists["parts"]
    return view.lang == "en" and described and all(a.plural and a.entity_type == "group" and view.lemma(view.doc[a.root]) not in kinds for a in actors)


def _is_manner(view: View, candidate: Candidate) -> bool:
    """Whether an English consultation only tells how something was done: "the ministry, in close consultation with the fund, released a rule"."""
    noun = candidate.trigger.head
    if view.lang == "en" and candidate.trigger.rule.type == "meeting" and preposition_of(view, noun) == "through" and not view.dates:
        return True  # "through the ministers' meeting we deepen our ties"
    return view.lang == "en" and view.lemma(noun) == "consultation" and preposition_of(view, noun) == "in" and noun.text == "consultation"


def _is_candidacy(view: View, candidate: Candidate) -> bool:
    """Whether English people are put up for an election: "was nominated for president three times"."""
    verb, what = candidate.trigger.head, candidate.what
    elected = what is not None and what.lemmas[:1] == ("president",) and not any(f.role == "whom" for f in candidate.fillers)
    return view.lang == "en" and candidate.trigger.rule.name == "appointment-choose" and view.lemma(verb) == "nominate" and elected


def _is_backed(view: View, candidate: Candidate) -> bool:
    """Whether an English occasion is what people do something for, now and later: "will continue to support the Danube Forum"."""
    noun = candidate.trigger.head
    backed = noun.dep_ == "obj" and view.lemma(noun.head) in view.grammar.lists["backing"]
    return view.lang == "en" and candidate.trigger.rule.type == "conference" and backed


def _is_reported_on(view: View, candidate: Candidate) -> bool:
    """Whether those who went or met are the reporters who tell of it: «на выставке побывал наш корреспондент»."""
    reporters = view.grammar.lists["reporters"]
    actors = [f.mention.actor for f in candidate.fillers if f.role == "who"] if candidate.trigger.rule.type not in {"appointment", "award"} else []
    roots = [view.doc[a.root] for a in actors]
    beside = (t for root in roots for t in (*root.children, *([root.head] if root.dep_ in {"nmod", "appos"} else ())))
    return any(view.lemma(t) in reporters for t in (*roots, *beside))


def _may_become(view: View, candidate: Candidate) -> bool:
    """Whether a Russian noun is what may come of something: «итогом может стать отставка министра»."""
    noun = candidate.trigger.head
    below = noun.dep_ in {"nsubj", "nsubj:pass"} and view.lemma(noun.head) in view.grammar.cues.hypothetical
    outcome = below and any(c.dep_ == "xcomp" and view.lemma(c) in view.grammar.lists["becoming"] for c in noun.head.children)
    return view.lang == "ru" and candidate.predicate.kind == "noun" and outcome


def is_in_award(view: View, mention: EntityMention) -> bool:
    """Whether an English actor only begins the name of a prize: "received the Rivers Council and Ports Award"."""
    behind = view.doc[mention.actor.end : min(mention.actor.end + AWARD_REACH, view.span.end)]
    named = [t for t in behind if t.text[:1].isupper() and view.lemma(t) in view.grammar.lists["awards"]]
    return view.lang == "en" and bool(named) and all(t.text[:1].isupper() or t.text == "and" for t in behind if t.i < named[0].i)


def _is_before_office(view: View, candidate: Candidate) -> bool:
    """Whether an appointment only tells the time of what somebody was before: "prior to her appointment she served", "before assuming office"."""
    head = candidate.trigger.head
    if view.lang != "en" or candidate.trigger.rule.type != "appointment":
        return False
    if (
        candidate.trigger.rule.name == "appointment-office"
        and view.doc[candidate.trigger.end - 1].text == "office"
        and candidate.what is None
        and not view.dates
    ):
        return True  # "the President took office determined to act"
    words = [plain(c.text) for c in head.children if c.dep_ in {"mark", "case"} and (plain(c.text) != SINCE or is_verb(head))]
    return any(word in view.grammar.lists["until"] for word in words) or view.lemma(head.head) in view.grammar.lists["until"] - {SINCE}


def _is_from_ranks(view: View, candidate: Candidate) -> bool:
    """Whether somebody leaves no office, but a calling: "retired from the army"."""
    left = (a.token for a in candidate.arguments if "from" in a.functions)
    return candidate.trigger.rule.type == "appointment" and any(view.lemma(t) in view.grammar.lists["ranks"] for t in left)


def _is_brought_about(view: View, candidate: Candidate) -> bool:
    """Whether a Russian infinitive tells what something is to bring about, and nobody who signs: «знакомство поможет заключить сделки»."""
    head, above = candidate.trigger.head, candidate.trigger.head.head
    alone = view.lang == "ru" and candidate.trigger.rule.type == "signing" and not candidate.fillers
    brought = feature(head, "VerbForm") == "Inf" and head.dep_ == "xcomp" and is_verb(above)
    return alone and brought and view.lemma(above) not in view.grammar.cues.governors


def _receives_things(view: View, candidate: Candidate) -> bool:
    """Whether the people that the tree takes for a Russian object stand behind what is taken: «принять решения и отправить в отставку руководителей»."""
    verb = candidate.trigger.head
    things = [c.i for c in verb.children if c.dep_ == "obj" and c.pos_ == "NOUN" and feature(c, "Animacy") == "Inan" and c.i not in view.actor_at]
    people = [a.token.i for a in candidate.arguments if "object" in a.functions and view.mentions_at(a.token)]
    received = view.lang == "ru" and "human_object" in candidate.trigger.rule.needs
    return received and any(verb.i < thing < person for thing in things for person in people)


def _is_tenure(view: View, candidate: Candidate) -> bool:
    """Whether a Russian stay lasts as no visit does: «за три месяца пребывания в Кремле»."""
    noun = candidate.trigger.head
    return view.lang == "ru" and candidate.trigger.rule.name == "visit-noun" and noun.dep_ == "nmod" and view.lemma(noun.head) in view.grammar.lists["tenures"]


def _is_stayed_away_from(view: View, candidate: Candidate) -> bool:
    """Whether somebody only refuses to take part in what is held all the same: «отказались от участия в конференции»."""
    part = candidate.trigger.head.head
    refused = view.lemma(part) in view.grammar.lists["partaking"] and view.grammar.cues.governors.get(view.lemma(part.head)) == "negated"
    return view.lang == "ru" and candidate.trigger.rule.type == "conference" and refused


def _is_no_laureate(view: View, candidate: Candidate) -> bool:
    """Whether a Russian sentence tells only that laureates became known: «стали известны лауреаты премии»."""
    return view.lang == "ru" and candidate.trigger.rule.name == "award-become" and not candidate.fillers


def _keeps_another(view: View, candidate: Candidate) -> bool:
    """Whether a Russian sentence tells who keeps somebody in office, and leaves none: «президент оставил министра Олега Белова в должности»."""
    objects = [m for a in candidate.arguments if "object" in a.functions for m in view.mentions_at(a.token)]
    return view.lang == "ru" and candidate.trigger.rule.name == "appointment-leave" and any(m.actor.entity_type == "person" for m in objects)


DESCRIBED: tuple[Callable[[View, Candidate], bool], ...] = (
    _is_before_office,
    _is_from_ranks,
    _is_command,
    _is_sum,
    _is_grant,
    _is_mere_description,
    _is_career,
    _is_origin,
    _is_term_served,
    _is_return,
    _is_any_paper,
    _is_interview,
    _is_served,
    _is_released,
    _is_appeal,
    _is_anywhere,
    _is_manner,
    _is_candidacy,
    _is_backed,
    _is_reported_on,
    _may_become,
    _keeps_another,
    _is_no_laureate,
    _is_tenure,
    _is_stayed_away_from,
    _is_brought_about,
    _receives_things,
)


def announces(view: View, noun: Token) -> bool:
    """Whether what a noun announces is told behind its dash: «главное событие - президент встретился с послом»."""
    dash = next((t for t in view.tokens if t.i > noun.i and plain(t.text) in DASHES), None)
    return dash is not None and dash.i < noun.head.i and noun.i not in view.actor_at and any(c.dep_ == "nsubj" and c.i > dash.i for c in noun.head.children)
