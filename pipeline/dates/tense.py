"""The tense of the clause that a date expression stands in: it decides between last Thursday and the next."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipeline.dates.words import LanguageWords

MAX_STEPS = 12


def clause_tense(char: int, sentence: Span, words: LanguageWords) -> str:
    """past, future or empty, by the nearest verb above the expression at character `char`, else by words of the sentence that point ahead."""
    token = next((token for token in sentence if token.idx <= char < token.idx + len(token)), None)
    if words.planned.search(sentence.text[: char - sentence.start_char].lower()):
        return "future"
    for head in _governors(token):
        tense = _verb_tense(head, words)
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
        if token.pos_ in {"VERB", "AUX", "ADJ"}:
            yield token


def _verb_tense(verb: Token, words: LanguageWords) -> str:
    """The tense of a verb with its auxiliaries: "will be signed", "is due to open", "подпишут", "был подписан"."""
    parts = [verb, *(child for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"})]
    phrase = " ".join(token.text.lower() for token in sorted(parts, key=lambda token: token.i))
    if words.future.search(phrase) or any("Fut" in token.morph.get("Tense", []) for token in parts):
        return "future"
    if any("Past" in token.morph.get("Tense", []) for token in parts):
        return "past"
    return ""
