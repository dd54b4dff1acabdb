"""Whether an English noun means one occasion, "the forum", not "in session" or "Congress"; whether a Russian one means that told before."""

from __future__ import annotations

from pipeline.annotate import Token, feature
from pipeline.extract.slots import Candidate
from pipeline.extract.talk import HEADLINE
from pipeline.extract.view import View, is_verb, plain


def is_definite(view: View, candidate: Candidate) -> bool:
    """Whether an English noun is one of its kind: "the forum", "Volga Forum", not "in session" or "Congress"; headlines leave articles out."""
    head = candidate.trigger.head
    told = head.text[:1].isupper() or candidate.predicate.kind == "occurring" or any(plain(c.text) == "the" for c in head.children)
    vague = view.lemma(head) in view.grammar.lists["vague_occasions"] and not told  # "had a frank dialogue"
    titled = head.dep_ == "compound" and head.i < head.head.i and view.lemma(head.head) in view.grammar.lists["documents"]
    if view.lang == "en" and titled:
        return False  # "the Danube Summit Declaration"
    if vague or _is_chamber(view, head) or (view.lang == "en" and (_is_role(view, head) or _is_chaired(view, head))):
        return False  # "launched the council as a forum"
    determiners = {"det", "amod", "compound", "nummod", "nmod:poss", "nmod"}
    return view.lang != "en" or view.span.start_char < HEADLINE or any(c.dep_ in determiners for c in head.children)


def _is_role(view: View, noun: Token) -> bool:
    """Whether a noun tells what something serves as: "as a forum", not "such as the forum"."""
    return any(plain(c.text) == "as" and c.dep_ == "case" and not (c.i and plain(c.nbor(-1).text) == "such") for c in noun.children)


def _is_chaired(view: View, noun: Token) -> bool:
    """Whether a noun only tells what somebody presides over: "chairman of the Senate Conference"."""
    return (
        noun.dep_ == "nmod"
        and any(plain(c.text) == "of" for c in noun.children if c.dep_ == "case")
        and view.lemma(noun.head) in view.grammar.lists["positions"]
    )


def _is_chamber(view: View, noun: Token) -> bool:
    """Whether a noun stands for a parliament: "the Congress", «Конгресс США», not "the Danube Congress", "the congress"."""
    land = {m.actor.root for m in view.actors if m.actor.entity_type == "country"} if view.lang == "ru" else set()
    named = any(_may_name(c, noun) and c.i not in land and not c.text.isupper() for c in noun.children)
    return view.lemma(noun) in view.grammar.lists["chambers"] and noun.text[:1].isupper() and not named


def _may_name(word: Token, noun: Token) -> bool:
    """Whether a word below a noun may belong to its name: not in "for too long Congress has failed"."""
    return word.dep_ not in {"det", "case", "punct"} and (word.i > noun.i or word.text[:1].isupper() or noun.text[:1].lower() > "z")


def means_told(view: View, candidate: Candidate) -> bool:
    """Whether a Russian noun of a forum has nothing of its own, or one is that of its main session: «форум открыл мэр», "at the plenary session"."""
    head, plenary = candidate.trigger.head, view.grammar.lists["plenary"]
    if view.lang == "en" and candidate.trigger.rule.type == "conference" and head.text.islower():
        first = next((c.i for c in head.children if c.dep_ in {"amod", "compound"} and c.i == head.i - 1), head.i)
        return plenary.match_at(view.lemmas, view.position[first]) > 1 and all(c.dep_ in {"det", "case", "amod", "compound", "punct"} for c in head.children)
    if view.lang != "ru" or candidate.trigger.rule.type != "conference" or head.pos_ != "NOUN":
        return False
    first = next((c.i for c in head.children if c.dep_ == "amod" and c.i < head.i), head.i)
    if first < head.i and plenary.match_at(view.lemmas, view.position[first]):
        return not any(c.dep_ in {"nmod", "appos"} for c in head.children)
    return (
        feature(head, "Number") == "Sing"
        and (head.text.islower() or head.i == view.tokens[0].i)
        and all(c.dep_ in {"case", "punct", "det"} for c in head.children)
    )


def is_told_as_next(view: View, noun: Token) -> bool:
    """Whether an adjective tells that it is another one than that told before: "the next forum"."""
    return any(c.dep_ == "amod" and view.lemma(c) in view.grammar.lists["again"] for c in noun.children)


def is_told_as_earlier(view: View, noun: Token) -> bool:
    """Whether an adjective tells that it was before the one told of: "their previous conversation", «предыдущий разговор Новака и Линд»."""
    return any(c.dep_ == "amod" and view.lemma(c) in view.grammar.lists["earlier"] for c in noun.children)


def is_other(view: View, candidate: Candidate) -> bool:
    """Whether it is another visit or conversation than that told before, whoever takes part."""
    return is_told_as_earlier(view, candidate.trigger.head) or goes_also(view, candidate)


def goes_also(view: View, candidate: Candidate) -> bool:
    """Whether an English traveller goes to one place more: "will travel to Alta. She will also travel to Berga"."""
    verb = candidate.trigger.head
    told = view.lang == "en" and candidate.trigger.rule.type == "visit" and is_verb(verb) and candidate.place is not None
    return told and any(c.dep_ == "advmod" and plain(c.text) == "also" and c.i < verb.i for c in verb.children) and candidate.place_clause.startswith("to")
