"""Finds what a sentence tells that people attended: "the meeting was also attended by", «во встрече, прошедшей в среду, участвовали министр и ректор»."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate import Token
from pipeline.extract.held_at import is_held_clause
from pipeline.extract.view import View, case_of, is_passive, plain, preposition_of

DEFINITE = frozenset({"the", "this", "these", "that"})
ATTENDED = frozenset({"в", "во", "на"})  # before what people attended
OWN = frozenset({"его", "ее", "их"})
THINGS = OWN | {"it"}  # told before, that people opened
PRONOUNS = frozenset({"нем", "ней", "них"})  # which the tagger may take for nouns
FROM = frozenset({"from", "by", "via", "through"})  # whence, or how, somebody took part
OTHERS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def attended_in(view: View) -> Token | None:
    """The bare noun or pronoun of what people are told to have attended, before the verb: «во встрече также участвовали министр и ректор»."""
    if view.lang == "en":
        return _attended_english(view)
    held = {t.i for clause in view.tokens if is_held_clause(view, clause) for t in clause.subtree}
    verbs = [t for t in view.tokens if t.pos_ == "VERB" and t.i not in held]
    if not verbs or any(t.text == ":" for t in view.tokens):
        return None
    verb = verbs[0]
    if (ribbon := next((found for t in verbs if (found := _ribbon(view, t)) is not None), None)) is not None:
        return ribbon
    chairs = next((c for c in verb.children if view.lemma(c) in view.grammar.lists["co_chairs"] and case_of(view, c) == "Ins"), None)
    if chairs is not None:
        return chairs  # «сопредседателями выступили министр и губернатор»
    words = view.grammar.lists["attendance"]
    parts = [t for t in view.tokens if view.lemma(t) in words and (t.i == verb.i or (t.dep_ == "obj" and t.head.i == verb.i))]
    before = [t for t in view.tokens[: view.position[verb.i]] if t.pos_ in OTHERS and t.i not in held and t not in parts and not _is_side(view, t)]
    if not parts or len(before) != 1 or preposition_of(view, before[0]) not in ATTENDED:
        return None
    if any(c.dep_ in {"nmod", "appos"} and not _is_side(view, c) for c in before[0].children):
        return None
    return before[0]


def stands_for_told(view: View, attended: Token) -> bool:
    """Whether a pronoun, or «его работа», stands for what people attended: «в нём участвовали», «в её работе приняли участие»."""
    work = view.lemma(attended) in view.grammar.lists["work"] and any(plain(c.text) in OWN for c in attended.children)
    return work or attended.pos_ in {"PRON", "ADJ"} or (view.lang == "ru" and plain(attended.text) in PRONOUNS)


def _is_side(view: View, noun: Token) -> bool:
    """Whether a noun tells from which side somebody took part: «в переговорах с чешской стороны участвовал министр»."""
    return view.lemma(noun) == "сторона" and preposition_of(view, noun) in {"с", "со", "от"}


def _attended_english(view: View) -> Token | None:
    """The noun with no more than its article, or "it": "the meeting was also attended by", "she took part in the talks", "he was present at the ceremony"."""
    root = next((t for t in view.tokens if t.dep_ == "root"), None)
    if root is None:
        return None
    lists = view.grammar.lists
    if view.lemma(root) in lists["greeting"]:  # "the rector addressed the participants"
        return next((c for c in root.children if c.dep_ == "obj" and view.lemma(c) in lists["attendance"] and is_plain(view, c)), None)
    parts = [root, *(c for c in root.children if c.dep_ in {"acomp", "obj"} and (plain(c.text) == "part" or view.lemma(c) in lists["present"]))]
    heads = parts if len(parts) > 1 or any(view.lemma(root) in lists[name] for name in ("attendance", "leading")) else []
    told = next((c for head in heads for c in head.children if is_bare(view, c, head)), None) or _ribbon(view, root)
    there = parts[-1] if len(parts) == 2 and view.lemma(parts[-1]) in lists["present"] else None  # "the rector was also present"
    bare = there is not None and all(c.dep_ in {"advmod", "punct"} for c in there.children) and all(c.dep_ != "obl" for c in root.children)
    if told is None and _ends_with_part(view, root, parts):
        return parts[-1]  # "Delegates from Chad and Laos took part."
    return told if told is not None or not bare else there


def _ends_with_part(view: View, root: Token, parts: Sequence[Token]) -> bool:
    """Whether an English sentence says that somebody took part, participated or attended, and not in what."""
    part = len(parts) == 2 and plain(parts[-1].text) == "part" and view.lemma(root) == "take"
    lists = view.grammar.lists
    joins = view.lemma(root) in lists["joining"] and any(view.lemma(c) in lists["besides"] for c in root.children)  # "The rector also joined online"
    alone = part or (len(parts) == 1 and (view.lemma(root) in lists["coming"] or joins)) or _is_among_those(view, root)
    beside = (c for token in parts for c in token.children if c.dep_ in {"obl", "obj", "nmod", "xcomp"} and c.i != parts[-1].i)
    return alone and not is_passive(root) and all(preposition_of(view, c) in FROM or _is_among_those(view, root) for c in beside)


def _is_among_those(view: View, root: Token) -> bool:
    """ "The rector was among those present", "was among the participants"."""
    lists, nouns = view.grammar.lists, [c for c in root.children if c.i > root.i and preposition_of(view, c) == "among"] if view.lemma(root) == "be" else []
    return any(view.lemma(t) in lists[name] for noun in nouns for t in (noun, *noun.children) for name in ("present", "attendance", "guests"))


def _ribbon(view: View, verb: Token) -> Token | None:
    """The ribbon that people cut, or the pronoun of what they opened: they opened what was told right before."""
    lists, done = view.grammar.lists, [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    cut = (c for c in done if view.lemma(c) in lists["ribbons"] and (view.lemma(c) not in lists["plaques"] or view.lang == "ru" or is_plain(view, c)))
    ribbon = next(cut, None) if view.lemma(verb) in lists["cutting"] else None
    told = next((c for c in done if plain(c.text) in THINGS), None) if view.lemma(verb) in lists["unveiling"] else None
    return ribbon or told  # "It was launched by Anna Lind and Ivo Kos"


def is_bare(view: View, noun: Token, head: Token) -> bool:
    """Whether a noun that was attended has an article and nothing more."""
    direct = view.lemma(head) == "attend" or view.lemma(head) in view.grammar.lists["leading"]
    taken = noun.dep_ in {"obj", "nsubj:pass"} and direct or preposition_of(view, noun) in {"in", "at", "during", "over"}
    taken = taken or (preposition_of(view, noun) == "on" and view.lemma(noun) == "occasion")  # "were present on the occasion"
    if noun.dep_ == "nsubj:pass" and view.lemma(head) == "attend" and plain(noun.text) in THINGS:
        return True  # "It was attended by Anna Lind"
    return noun.pos_ == "NOUN" and taken and (is_plain(view, noun) or (noun.dep_ == "nsubj:pass" and _is_with_one(view, noun)))


def _is_with_one(view: View, noun: Token) -> bool:
    """Whether a meeting is told with the one whom somebody met, and no more: "The meeting with Mrs Lind was also attended by"."""
    definite = any(c.dep_ == "det" and plain(c.text) in DEFINITE for c in noun.children)
    others = [c for c in noun.children if c.dep_ not in {"det", "case", "punct"}]
    return definite and len(others) == 1 and preposition_of(view, others[0]) == "with" and others[0].i in view.actor_at


def is_plain(view: View, noun: Token) -> bool:
    """Whether an English noun has an article and no more than a clause that tells when it was: "the meeting, held on Monday"."""
    definite = any(c.dep_ == "det" and plain(c.text) in DEFINITE for c in noun.children)
    return definite and all(c.dep_ in {"det", "case", "punct"} or is_held_clause(view, c) for c in noun.children)
