"""Titles and names as a sentence needs them: English articles, the nominative of Russian titles."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.names.morphology import Morphology, Reading
from pipeline.summary.words import Articles

CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
NUMBERS = frozenset({"sing", "plur"})
PROPER = frozenset({"Name", "Surn", "Patr", "Geox"})
POSSESSIVE = re.compile("['’]s?$")
KEPT = 65_536  # titles are told again and again
ROMAN = re.compile("[IVXLCDM]+")

Agreement = tuple[str, str]  # case, number


def with_article(title: str, articles: Articles) -> str:
    """An English title with the article that goes before it: none, `the`, or `a`."""
    first, *rest = title.split()
    head = articles.head_ends.split(title, maxsplit=1)[0].split()
    owned = POSSESSIVE.search(first) is not None
    if first.lower() in articles.determiners:
        return f"{first.lower()}{title[len(first) :]}"
    if not first[0].isalpha() or (owned and first[0].isupper()):
        return title
    if first[0].isupper():
        return f"the {title}" if rest else title
    if owned or first in articles.definite:
        return f"the {title}"
    if head[-1] in articles.mass or articles.plural.search(head[-1]):
        return title
    return f"{'an' if articles.vowel.search(title) else 'a'} {title}"


def with_the(name: str, articles: Articles) -> str:
    """An English name of a person, body or place, with `the` where it takes that."""
    first = name.split(maxsplit=1)[0]
    head = articles.head_ends.split(name, maxsplit=1)[0].split()
    if POSSESSIVE.search(first) is not None and first not in articles.first:
        return f"the {name}" if first[0].islower() else name
    described = first in articles.first or name in articles.whole or (bool(head) and head[-1] in articles.last)
    return f"the {name}" if described else name


@lru_cache(maxsize=KEPT)
def nominative(title: str, morphology: Morphology) -> str:
    """A Russian title with its adjectives and head noun in the nominative, where they can be read in one way alone; else as told."""
    words = title.split(" ")
    start = 1 if ROMAN.fullmatch(words[0]) else 0
    head = next((i for i in range(start, len(words)) if _is_head(words, i, morphology)), None)
    if head is None or any(not _adjectives(word, morphology) for word in words[start:head]):
        return title
    agreements = [_agreements(_adjectives(word, morphology)) for word in words[start:head]]
    common = _agreements(_nouns(words[head], morphology)).intersection(*agreements)
    numbers = {number for _, number in common}
    if not common or len(numbers) > 1 or any(case == "nomn" for case, _ in common):
        return title
    made = [_inflect(word, morphology, common, words[head]) for word in words[start : head + 1]]
    return " ".join((*words[:start], *made, *words[head + 1 :])) if all(made) else title


def _is_head(words: list[str], i: int, morphology: Morphology) -> bool:
    """Whether the word is a noun, and no adjective of a noun behind it ("рабочим визитом")."""
    nouns = _nouns(words[i], morphology)
    described = _nouns(words[i + 1], morphology) if nouns and i + 1 < len(words) else []
    return bool(nouns) and not _agreements(_adjectives(words[i], morphology)) & _agreements(described)


def _nouns(word: str, morphology: Morphology) -> list[Reading]:
    """Readings as a noun; none for names, for words told more often as something else, and for unknown words that can be read in several ways."""
    readings = morphology.readings(word) if word.replace("-", "").isalpha() else ()
    nouns = [r for r in readings if r.has("NOUN") and not r.tags & PROPER]
    sure = bool(nouns) and readings[0].has("NOUN") and (readings[0].known or len(_agreements(nouns)) == 1)
    return nouns if sure else []


def _adjectives(word: str, morphology: Morphology) -> list[Reading]:
    return [r for r in morphology.readings(word) if r.tags & {"ADJF", "PRTF"}] if word.replace("-", "").isalpha() else []


def _agreements(readings: list[Reading]) -> set[Agreement]:
    return {(case, number) for r in readings for case in r.tags & CASES for number in r.tags & NUMBERS}


def _inflect(word: str, morphology: Morphology, common: set[Agreement], head: str) -> str:
    nouns = [r for r in _nouns(head, morphology) if any(r.has(*agreement) for agreement in common)]
    case, number = next((agreement for agreement in sorted(common) if nouns[0].has(*agreement)), sorted(common)[0])
    if word == head:
        return morphology.inflect(word, frozenset({"NOUN", case, number}), frozenset({"nomn", number}))
    gender = nouns[0].tags & {"masc", "femn", "neut"} if number == "sing" else frozenset()
    kind = "ADJF" if any(r.has("ADJF", case, number) for r in _adjectives(word, morphology)) else "PRTF"
    return morphology.inflect(word, frozenset({kind, case, number}), frozenset({"nomn", number}) | gender)
