"""The tense of the clause that a date expression stands in: it decides between last Thursday and the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotate import Span, Token
from pipeline.dates.words import LanguageWords

LATER = frozenset({"after", "following", "since", "после"})
MAX_STEPS = 12
VERBAL = frozenset({"VERB", "AUX", "ADJ"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj", "acl"})  # of an infinitive that another word governs


def clause_tense(char: int, sentence: Span, words: LanguageWords) -> str:
    """past, present, future or empty, by the nearest verb above the expression at character `char`, else by words of the sentence that point ahead."""
    token = next((token for token in sentence if token.idx <= char < token.idx + len(token)), None)
    before = sentence.text[: char - sentence.start_char].lower()
    if words.planned.search(before):
        return "future"
    if words.effective.search(before):
        return "present"
    for head in _governors(token):
        if head.pos_ not in VERBAL:
            if words.ahead.fullmatch(head.text.lower()):
                return "future"
            continue
        tense = _verb_tense(head, words) or _prospect(head, words)
        if tense == "past" and token is not None and words.agreed.fullmatch(head.text.lower()) and _aims_behind(head, token):
            return "future"
        if tense == "present":
            return "future" if words.future.search(sentence.text.lower()) else "past" if _is_before_clause(token) else tense
        if tense:
            return tense
    if words.future.search(sentence.text.lower()):
        return "future"
    return "past" if words.past.search(sentence.text.lower()) else ""


def _governors(token: Token | None) -> Iterator[Token]:
    for _ in range(MAX_STEPS):
        if token is None or token.head.i == token.i:
            break
        token = token.head
        yield token


def _aims_behind(verb: Token, token: Token) -> bool:
    """Whether what a verb aims at is told behind the expression: «договорились в мае провести встречу»."""
    return any(c.dep_ in COMPLEMENTS and c.i > token.i and "Inf" in c.morph.get("VerbForm", []) for c in verb.children)


def _is_before_clause(token: Token | None) -> bool:
    """Whether the expression tells of what the rest of the clause follows: "after the visit in January"."""
    return token is not None and any(child.text.lower() in LATER and child.dep_ == "case" for head in [token, *token.ancestors] for child in head.children)


def _prospect(verb: Token, words: LanguageWords) -> str:
    """The future of what is agreed, offered or meant to be done ("agreed to meet"); empty for what was done ("managed to meet") and for other verbs."""
    if "Inf" not in verb.morph.get("VerbForm", []) or verb.dep_ not in COMPLEMENTS or verb.head.text.lower() in words.achieved:
        return ""
    if verb.head.lemma_ == "be" and "Past" in verb.head.morph.get("Tense", []):
        return ""  # "was to be signed in March"
    return "" if any(child.dep_ in {"aux", "aux:pass"} and child.text.lower() != "to" for child in verb.children) else "future"


def _verb_tense(verb: Token, words: LanguageWords) -> str:
    """The tense of a verb with its auxiliaries: "will be signed", "is due to open", "подпишут", "был подписан"."""
    parts = [verb, *(child for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"})]
    phrase = " ".join(token.text.lower() for token in sorted(parts, key=lambda token: token.i))
    if words.future.search(phrase) or any("Fut" in token.morph.get("Tense", []) for token in parts):
        return "future"
    passive = _is_present_passive(verb, parts)
    if any("Past" in token.morph.get("Tense", []) for token in parts):
        return "" if passive else "past"
    finite = any("Pres" in token.morph.get("Tense", []) and "Fin" in token.morph.get("VerbForm", []) for token in parts)
    return "present" if finite else ""


def _is_present_passive(verb: Token, parts: Sequence[Token]) -> bool:
    """ "Is planned", where the participle alone looks like the past."""
    auxiliaries = [token for token in parts if token is not verb and "Pres" in token.morph.get("Tense", [])]
    return "Part" in verb.morph.get("VerbForm", []) and any(token.lemma_ == "be" for token in auxiliaries)
