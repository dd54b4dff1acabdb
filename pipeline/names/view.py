"""A sentence as the finders of actors see it: units instead of tokens, hyphenated words and initials in one piece."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import Any, TypeVar

from pipeline.annotate import Span, Token, words
from pipeline.names.calendar import clear_calendar
from pipeline.names.given_before import join_given_names
from pipeline.names.lexicon import LanguageWords, NameWords, fold
from pipeline.names.morphology import Morphology
from pipeline.names.unit import DOUBLE, LATIN, Unit, is_capital

Parsed = TypeVar("Parsed")

KNOWN = 2000  # bundles of features that are remembered
WORDS = 10_000  # words that are remembered

UNREAD = object()  # what nobody has asked for

BULLETS = frozenset({"-", "•", "–", "—"})
APOSTROPHES = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class View:
    """One analysed sentence with the knowledge of its language."""

    units: tuple[Unit, ...]
    lows: Sequence[str]  # the folded text of each unit
    size: int  # units
    lang: str
    lex: LanguageWords
    names: NameWords
    known: frozenset[str]  # words of people's names met elsewhere in the document, folded
    shouting: bool  # whether all words are in capitals, as in a headline
    lasting: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)  # what `remembered` functions have found, whoever is known
    parsed: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)  # what they found by who is known
    asked: list[int] = field(default_factory=lambda: [0], init=False, repr=False, compare=False)  # how often somebody asked who is known

    def __len__(self) -> int:
        return self.size

    def low(self, i: int) -> str:
        """The folded text of unit `i`; empty outside the sentence."""
        return self.lows[i] if 0 <= i < self.size else ""

    def is_cap(self, i: int) -> bool:
        """Whether there is a unit `i` and it begins with a capital letter."""
        return 0 <= i < self.size and self.units[i].cap

    def is_dated(self, i: int) -> bool:
        """Whether the unit is a day or month."""
        return 0 <= i < self.size and self.units[i].dated

    def among(self, i: int, *lists: Container[str]) -> bool:
        """Whether the unit `i`, or a dictionary form of it, is in one of the lists."""
        if not 0 <= i < self.size:
            return False
        forms = self.units[i].forms
        for listed in lists:
            for form in forms:  # loops, not any(): this is asked a thousand times a sentence
                if form in listed:
                    return True
        return False

    def is_known(self, i: int) -> bool:
        """Whether the unit is a word of somebody's name that is told elsewhere in the document."""
        self.asked[0] += 1
        return self.units[i].low in self.known or not self.units[i].lemmas.isdisjoint(self.known)

    def text(self, start: int, end: int) -> str:
        """The units from `start` to `end` with single blanks where the text has white space."""
        parts = [unit.text + (" " if unit.space else "") for unit in self.units[start:end]]
        return "".join(parts).strip()


def remembered(parse: Callable[[View, int], Parsed]) -> Callable[[View, int], Parsed]:
    """The same function, worked out once for each unit of a view: many a finder asks what stands there.

    What does not depend on who is known is not worked out again for a view with others known (`replace(view, known=...)`).
    """

    @wraps(parse)
    def look_up(view: View, i: int) -> Parsed:
        key, asked = (parse, i), view.asked
        found = view.lasting.get(key, UNREAD)
        if found is not UNREAD:
            return found  # type: ignore[no-any-return]
        if key in view.parsed:
            asked[0] += 1  # by who looks it up, too
            return view.parsed[key]  # type: ignore[no-any-return]
        before = asked[0]
        found = parse(view, i)
        (view.lasting if asked[0] == before else view.parsed)[key] = found
        return found

    return look_up


def make_view(sentence: Span, names: NameWords, known: frozenset[str]) -> View:
    """The units of an analysed sentence."""
    lang = sentence.label_
    tokens = words(sentence)
    units = clear_calendar([_unit(group, lang, names) for group in _groups(tokens)], names.languages[lang])
    units = join_given_names(units, names.places[lang]) if lang == "ru" else units
    shouting = all(unit.text.isupper() for unit in units if unit.text[:1].isalpha())
    return View(units, [unit.low for unit in units], len(units), lang, names.languages[lang], names, known, shouting)


def _groups(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    group: list[Token] = []
    for token in tokens:
        if group and (group[-1].whitespace_ or not _joins(group, token, ends=token is tokens[-1])):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _joins(group: list[Token], token: Token, *, ends: bool) -> bool:
    """Whether a token is part of the word before it; `ends`: it is the last one of the sentence, where "Yu." is no initial."""
    last = group[-1]
    if last.idx + len(last.text) != token.idx:
        return False
    if token.text == "-":
        return last.text[-1:].isalnum()
    if last.text == "-":
        return len(group) > 1 and token.text[:1].isalnum()
    if token.text == ".":
        return len(last.text) == 1 and last.text.isalpha() or last.text in DOUBLE or (last.text in LATIN and not ends)
    if len(group) > 1 and last.text in APOSTROPHES and len(group[-2].text) == 1:
        return token.text[:1].isupper()
    return last.text.lower() == "people" and token.text in APOSTROPHES or len(last.text) == 1 and last.text.isalpha() and _is_before_name(token)


def _is_before_name(token: Token) -> bool:
    """Whether this is the apostrophe of "О'Коннор"."""
    return token.text in APOSTROPHES and not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor(1).text[:1].isupper()


def _unit(group: list[Token], lang: str, names: NameWords) -> Unit:
    first = last = tag = group[0]
    text = first.text
    if len(group) > 1:
        text, last = "".join(token.text for token in group), group[-1]
        tag = next((token for token in reversed(group) if token.pos_ != "PUNCT"), last)
    low, cap, lemmas, forms = _word(text, tag.lemma_ if lang == "ru" else "", names.morphology)
    cases, number, gender = _features(str(tag.morph))
    return Unit(
        text=text,
        low=low,
        cap=cap,
        lemmas=lemmas,
        forms=forms,
        start=first.i,
        end=last.i + 1,
        pos=tag.pos_,
        ent="" if _is_bullet(group) else first.ent_type_,
        ent_start=first.ent_iob_ == "B",
        cases=cases,
        number=number,
        gender=gender,
        space=bool(last.whitespace_) or _blank_follows(last),
    )


def _is_bullet(group: Sequence[Token]) -> bool:
    """Whether this is a hyphen between blanks, which begins an entry of a list: no name holds it, whatever the tagger says."""
    token = group[0]
    return len(group) == 1 and token.text in BULLETS and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)


@lru_cache(WORDS)
def _word(text: str, lemma: str, morphology: Morphology) -> tuple[str, bool, frozenset[str], frozenset[str]]:
    """What a word is by its letters: folded, whether it begins with a capital, its lemmas, and these with itself. Russian ones have a lemma by the tagger."""
    low = fold(text)
    lemmas = morphology.lemmas(low) | {fold(lemma)} if lemma else frozenset({low, singular(low)})
    return low, is_capital(text), lemmas, lemmas | {low}


@lru_cache(KNOWN)
def _features(morph: str) -> tuple[frozenset[str], str, str]:
    """Cases, number and gender of a word, as in `Case=Acc,Nom|Number=Sing`."""
    told = dict(part.split("=", 1) for part in morph.split("|") if part)
    number, gender = (told.get(name, "").partition(",")[0] for name in ("Number", "Gender"))
    return frozenset(told["Case"].split(",")) if "Case" in told else frozenset(), number, gender


def _blank_follows(token: Token) -> bool:
    end, text = token.idx + len(token.text), token.doc.text
    return text[end : end + 1].isspace() or end < len(text) and token.nbor(1).pos_ == "SPACE"


def singular(word: str) -> str:
    """An English noun without the ending of the plural."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men") and len(word) > 5:
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
