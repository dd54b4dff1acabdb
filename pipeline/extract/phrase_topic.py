"""Tells which prepositions lead on into what a phrase is about: "an agreement on trade", «контракт на строительство»."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate import Token
from pipeline.extract.view import View, case_of, plain

TOPIC = {
    "en": frozenset({"on", "of", "for", "about", "regarding", "concerning", "to", "in"}),
    "ru": frozenset({"о", "об", "обо", "по", "в", "на", "для", "за", "при"}),
}
MONEY = ("руб", "долл", "евро", "тенге", "юан", "сум", "млн", "млрд", "миллион", "миллиард", "крон", "фунт", "иен", "год", "лет", "день", "месяц", "$", "€")
FIELDS = frozenset({"field", "sphere", "area", "domain", "сфера", "область", "рамка", "отрасль", "степень"})


def is_topic(view: View, i: int) -> bool:
    """Whether a preposition leads into the topic ("on trade", «о сотрудничестве»), not into place, partner or occasion."""
    preposition = plain(view.tokens[i].text)
    if preposition not in TOPIC[view.lang]:
        return False
    if preposition == "for" and "term" in view.lemmas[i + 2 : i + 6]:
        return False  # "director for a term of six years", "for the remainder of the term"
    if preposition not in {"in", "в", "на", "to", "при", "за"}:
        return True
    window: Sequence[Token] = view.tokens[i + 1 : i + 5]
    if preposition == "на" and window and _is_purpose_noun(view, window[0]):
        return True
    if preposition in {"to", "за", "при"}:
        return not any(t.i in view.actor_at for t in window[:2]) and preposition != "при"
    return any(view.lemma(t) in FIELDS for t in window[:3])


def leads_to_awarded(view: View, i: int, k: int) -> bool:
    """Whether an English preposition leads from an award to who gets it: "the Medal of Merit to the surgeon", not "for her contribution to science"."""
    if view.lang != "en" or view.lemmas[k] not in view.grammar.lists["awards"] or view.lemmas[i] not in {"to", "on", "upon"}:
        return False
    noun = view.tokens[i].head
    inside = {t.i for t in view.tokens[k + 1 : i]}
    return noun.head.i not in inside


def _is_purpose_noun(view: View, token: Token) -> bool:
    """Whether «на» leads to what something is for: «контракт на строительство», «план на 2024 год», not «форум на острове», «контракт на 5 млн рублей»."""
    if token.text[:1].isdigit():
        return any(d.role == "purpose" and d.start <= token.idx < d.end for d in view.dates) or _counts_things(view, token)
    return case_of(view, token) == "Acc" and token.i not in view.actor_at


def _counts_things(view: View, number: Token) -> bool:
    """Whether a number counts goods, not money: «контракт на 4 тысячи тонн зерна», not «на 5 млн рублей»."""
    k = view.position[number.i]
    behind = view.lemmas[k + 1 : k + 4]
    dated = any(d.start <= number.idx < d.end for d in view.dates)
    return not dated and bool(behind) and view.tokens[k + 1].pos_ in {"NOUN", "ADJ"} and not any(lemma.startswith(MONEY) for lemma in behind)
