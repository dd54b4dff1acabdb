"""Gives the words of a text all in capitals, or without any, the capitals that they would have elsewhere, so that models and rules can tell its names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.resources import load_yaml
from pipeline.text.letters import tell_letters
from pipeline.text.visible import VisibleText, make_visible

if TYPE_CHECKING:
    from pipeline.annotate.models import Models

BRIEF = 3  # letters of an abbreviation that no dictionary knows

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*\.?")
_APOSTROPHE = re.compile("(['’])")
_FIRST = re.compile(r"(?:^|(?P<before>[^\W\d_]*)[.!?…][\"'»”)]*\s)[^\w\n]*[^\W\d_]", re.MULTILINE)
_CYRILLIC = re.compile("[а-яё]")
_NUMERAL = re.compile("[ivx]{2,}")
_VOWEL = re.compile("[aeiouy]")


@dataclass(frozen=True, slots=True)
class LetterWords:
    """Words, in small letters, that dictionaries tell wrongly or not at all."""

    capitals: frozenset[str]  # written in capitals alone
    names: frozenset[str]  # written with a capital
    small: frozenset[str]  # written without


def load_letter_words() -> LetterWords:
    """The words of `resources/annotate/letters.yml`."""
    data = load_yaml("annotate/letters.yml")
    assert isinstance(data, dict)
    return LetterWords(*(frozenset(data[name]) for name in ("capitals", "names", "small")))


def see_text(text: str, models: Models) -> VisibleText | None:
    """The text as it is to be read, with the place of each character in the text as it came; None where these are the same, as in nearly all texts."""
    visible = make_visible(text)
    seen = text if visible is None else visible.text
    told = tell_letters(seen)
    if not told:
        return visible
    places = visible or VisibleText(seen, text, tuple(range(len(seen))), tuple(range(1, len(seen) + 1)))
    return replace(places, text=write_text(seen, models))


def write_text(text: str, models: Models) -> str:
    """The text, its capitals given anew; every character stays in its place. Words that have letters of both kinds stay as they are."""
    written = _WORD.sub(lambda word: _write_again(word[0], models), text)
    return _FIRST.sub(lambda start: _start(start, models.letters), written)


def _start(found: re.Match[str], words: LetterWords) -> str:
    """The beginning of a line or sentence, its first letter a capital; a full stop behind what is abbreviated begins none."""
    return found[0] if found["before"] in words.small else found[0][:-1] + _keep_length(found[0][-1], found[0][-1].upper())


def _write_again(word: str, models: Models) -> str:
    if not (word.isupper() or word.islower()):
        return word
    first, *rest = _APOSTROPHE.split(word.lower())
    if not rest:
        return _keep_length(word, _write(first, models))
    if len(first) == 1:  # "O'Brien"
        return _keep_length(word, "".join(part.capitalize() for part in (first, *rest)))
    return _keep_length(word, _write(first, models) + "".join(rest))


def _write(word: str, models: Models) -> str:
    """A word in small letters, with a full stop perhaps, as it is written within a sentence."""
    words, bare = models.letters, word.removesuffix(".")
    if bare in words.small:
        return word
    if bare in words.capitals or _NUMERAL.fullmatch(bare) or (len(bare) == 1 and bare != word):  # an initial
        return word.upper()
    if bare in words.names:
        return word.capitalize()
    russian = _CYRILLIC.search(bare) is not None
    kind = (models.russian if russian else models.english).find_kind(bare)
    if kind == "abbreviation" or (not kind and len(bare) <= BRIEF and (russian or not _VOWEL.search(bare))):
        return word.upper()
    return word if kind == "word" else word.capitalize()


def _keep_length(before: str, after: str) -> str:
    """What `before` becomes; itself where letters would grow in number, as ß does."""
    return after if len(after) == len(before) else before
