"""Within one article: which named people hold the offices that sentences tell of them: "X is the governor", "X - директор Y", "X, the head of Y"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.annotate import Doc, Token
from pipeline.records import Actor, EntityMention
from pipeline.resources import load_yaml

SUBJECTS = ("nsubj", "nsubj:pass")
PASSIVE = ("nsubj:pass",)
CLAUSES = frozenset({"acl", "acl:relcl"})
LONGEST_TRADE = 5  # tokens
LONGEST_ROW = 7  # tokens
AGENTS = frozenset({"obl", "obl:agent", "agent"})
LISTS = ("verbs", "giving", "over", "posts", "negations", "dashes", "heading", "once", "trades", "founders", "kinds")


@dataclass(frozen=True, slots=True)
class HoldingWords:
    """The words of `resources/identity/holding.yml`."""

    verbs: frozenset[str]
    giving: frozenset[str]
    over: frozenset[str]
    posts: frozenset[str]
    negations: frozenset[str]
    dashes: frozenset[str]
    heading: frozenset[str]
    once: frozenset[str]
    trades: frozenset[str]
    founders: frozenset[str]
    kinds: frozenset[str]
    head: Mapping[str, str]  # language -> what somebody who heads a body is
    places: Mapping[str, str]  # meaning -> type of entity


def load_holding() -> HoldingWords:
    """The words that ship with the program."""
    data = load_yaml("identity/holding.yml")
    assert isinstance(data, dict)
    lists = {part: frozenset(data[part]) for part in LISTS}
    return HoldingWords(**lists, head=data["head"], places=data["places"])


@dataclass(frozen=True, slots=True)
class Holding:
    """An office told of a named person apart from the name."""

    mention: EntityMention
    key: str  # of the holder
    status: str


def find_holdings(doc: Doc, mentions: Sequence[EntityMention], words: HoldingWords) -> Iterator[Holding]:
    """The offices without a name of `mentions` whose holder their sentence tells, in order."""
    people = [m for m in mentions if m.actor.entity_type == "person" and m.resolved_by and not m.actor.plural and m.actor.form in {"name", "pronoun"}]
    by_root = {m.actor.root: m for m in people}
    named = {m.key for m in people if m.actor.form == "name"}
    for mention in mentions:
        actor = mention.actor
        if actor.form != "position" or actor.entity_type != "person" or actor.plural:
            continue
        holder, status = _beside(doc, actor, people, words) or _predicated(doc[actor.root], by_root, words)
        if holder is not None and holder.key in named:
            yield Holding(mention, holder.key, actor.position_status or status)


def _beside(doc: Doc, actor: Actor, people: Sequence[EntityMention], words: HoldingWords) -> tuple[EntityMention, str] | None:
    """The person whose name the office follows after a dash, a bracket or as an apposition, or precedes as one: "minister, head of X Ivan Belov"."""
    named = [m for m in people if m.actor.form == "name"]
    last = next((m for m in reversed(named) if m.actor.end <= actor.start), None)
    following = next((m for m in named if m.actor.start >= actor.end), None)
    if last is not None:
        after = _between(doc, last.actor.end, actor.start)
        marked = len(after) == 1 and (after[0] in words.dashes or after[0] == "(") or _follows_trade(doc, last.actor.end, actor.start, words)
        if marked or (after and (_is_apposed(doc[actor.root], last.actor.root) or _agrees_in_row(doc, last.actor, actor))):
            return last, ""
    if following is None or following.actor.start == following.actor.name_start or _between(doc, actor.end, following.actor.start) != [","]:
        return None
    return (following, "") if _is_apposed(doc[following.actor.root], actor.root) else None


def _agrees_in_row(doc: Doc, name: Actor, office: Actor) -> bool:
    """Whether an office stands in the case of a name before it, behind commas with nouns between: "Брода, известного борца, члена палаты"."""
    between = list(doc[name.end : office.start])
    if len(between) < 2 or len(between) > LONGEST_ROW or (between[0].text, between[-1].text) != (",", ","):
        return False
    cases = [set(doc[actor.root].morph.get("Case", [])) for actor in (name, office)]
    return bool(cases[0]) and cases[0] == cases[1] and all(token.pos_ in {"NOUN", "ADJ", "ADP", "PUNCT"} for token in between) and cases[0] != {"Nom"}


def _follows_trade(doc: Doc, start: int, end: int, words: HoldingWords) -> bool:
    """Whether a dash and what else the person is stand between: "Ковач - политик и лидер партии"."""
    dash, *told = list(doc[start:end]) or [doc[start]]
    return dash.text in words.dashes and 1 < len(told) < LONGEST_TRADE and told[-1].dep_ == "cc" and all(t.pos_ in {"NOUN", "ADJ", "CCONJ"} for t in told)


def _between(doc: Doc, start: int, end: int) -> list[str]:
    return [token.text for token in doc[start:end]]


def _is_apposed(token: Token, head: int) -> bool:
    """Whether a token is an apposition of `head`, or in a row with one: "Belov, a writer, member of the council"."""
    while token.dep_ in {"appos", "conj"} and token.head.i != token.i:
        if token.head.i == head:
            return bool(token.dep_ == "appos")
        token = token.head
    return False


def _predicated(office: Token, people: Mapping[int, EntityMention], words: HoldingWords) -> tuple[EntityMention | None, str]:
    """The person of whom the clause says the office, and "former" where it tells of former days."""
    subject = _subject(office, people)
    if subject is not None:
        return (None, "") if _is_denied(office, words) else (subject, _status(office, words))
    verb = office.head
    if verb.lemma_.lower() in words.posts:
        verb = verb.head
    if verb.lemma_.lower() not in words.verbs or _is_denied(verb, words):
        return None, ""
    if verb.lemma_.lower() in words.giving:
        return _object(verb, office, people) or _subject(verb, people, PASSIVE), ""
    return (people.get(verb.head.i) if verb.dep_ in CLAUSES else _subject(verb, people)), _status(verb, words)


def _subject(token: Token, people: Mapping[int, EntityMention], labels: tuple[str, ...] = SUBJECTS) -> EntityMention | None:
    subjects = [child for child in token.children if child.dep_ in labels]
    named = [child.i for subject in subjects for child in (subject, *(c for c in subject.children if c.dep_ == "appos")) if child.i in people]
    return people[named[0]] if named else None


def _object(verb: Token, office: Token, people: Mapping[int, EntityMention]) -> EntityMention | None:
    return next((people[child.i] for child in verb.children if child.dep_ == "obj" and child.i in people and child.i != office.i), None)


def _is_denied(token: Token, words: HoldingWords) -> bool:
    return any(child.lemma_.lower() in words.negations for child in token.children)


def _status(token: Token, words: HoldingWords) -> str:
    """ "former" where a verb of being is told in the past."""
    verbs = [token, *(child for child in token.children if child.dep_ in {"cop", "aux"})]
    return "former" if any(verb.lemma_.lower() in words.over and "Past" in verb.morph.get("Tense", []) for verb in verbs) else ""


def find_headings(doc: Doc, mentions: Sequence[EntityMention], words: HoldingWords) -> Iterator[Holding]:
    """Bodies and places of `mentions` that a named person is told to head: "X возглавил партию", "the council headed by X"."""
    people = {m.actor.root: m for m in mentions if m.actor.entity_type == "person" and m.actor.form == "name"}
    for mention in mentions:
        if mention.actor.form != "name" or mention.actor.entity_type in {"person", "group"}:
            continue
        root = doc[mention.actor.root]
        verb, holder = _heading(root, people, words)
        if verb is not None and holder is not None and not _is_denied(verb, words):
            past = verb.lemma_.lower() in words.once and "Past" in verb.morph.get("Tense", [])
            yield Holding(mention, holder.key, "former" if past else "")


def _heading(body: Token, people: Mapping[int, EntityMention], words: HoldingWords) -> tuple[Token | None, EntityMention | None]:
    """The verb of heading that a body is the object of, or that tells by whom it is headed, and that person."""
    verb = body.head
    if verb.lemma_.lower() in words.heading and body.dep_ in {"obj", "dobj"}:
        return verb, people.get(verb.head.i) if verb.dep_ in CLAUSES else _subject(verb, people)
    clause = next((child for child in body.children if child.dep_ in CLAUSES and child.lemma_.lower() in words.heading), None)
    if clause is None:
        return None, None
    agents = [
        child
        for child in clause.subtree
        if child.i in people and child.dep_ in {*AGENTS, "pobj"} and (child.head.i == clause.i or child.head.head.i == clause.i)
    ]
    return clause, people[agents[0].i] if agents else None
