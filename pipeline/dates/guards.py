"""Tells expressions of dates from words and figures that only look like them: the verb "may", 2000 troops, "a second meeting"."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.annotate import Span, Token
from pipeline.dates.forms import Form
from pipeline.dates.tense import clause_tense
from pipeline.dates.words import LanguageWords

RATE_WORDS = 4  # between a number and "a day" that it is told for
LONGEST_YEARS = 1000  # a higher number before "years" is itself a year
FIRST_BARE_YEAR = 1500  # a lower number is a year only with a preposition
ENTRY = frozenset({":", "."})  # behind a day that heads an entry
_PHONE = re.compile(r"(?<!\d)\d{1,3}[-/]$")
_NAME = re.compile(r"([^\W\d]+)[-‐‑–]$")  # what a year is joined to: "Expo-2017"


def is_plausible(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """Whether the words around allow the reading that the pattern gives; patterns name the check that they need."""
    if form.word("needs") and clause_tense(form.start, sentence, words) != form.word("needs"):
        return False
    check = CHECKS.get(form.word("check"))
    return check is None or check(form, sentence, words)


def token_at(sentence: Span, char: int) -> Token | None:
    """The token of the sentence that covers a character of the article."""
    return next((token for token in sentence if token.idx <= char < token.idx + len(token)), None)


def word_before(form: Form, sentence: Span) -> str:
    """The last word before the expression, lower-case, or the empty string."""
    before = sentence.text[: form.start - sentence.start_char].split()
    return before[-1].lower() if before else ""


def word_after(form: Form, sentence: Span) -> Token | None:
    """The first token behind the expression that is no white space."""
    return next((token for token in sentence if token.idx >= form.end and token.pos_ != "SPACE"), None)


def _text(form: Form, sentence: Span) -> str:
    return sentence.text[form.start - sentence.start_char : form.end - sentence.start_char]


def _is_name_of_time(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """A month or season alone: no verb, no person's name, and "may", "fall" only where something temporal goes before."""
    text, token = _text(form, sentence), token_at(sentence, form.end - 1)
    if token is None or token.ent_type_ == "PER":
        return False
    name = text.split()[-1]
    if name.lower() not in words.ambiguous:
        return words.titles or name != text or not name.istitle() or token.i == sentence.start
    if token.pos_ in {"AUX", "VERB"} or (words.titles and "month" in form.parts and not name[0].isupper()):
        return False
    return name != text or word_before(form, sentence) in words.before


def _is_year(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """A bare number as a year: not counted things ("2000 troops"), no money, no share."""
    after, before = word_after(form, sentence), word_before(form, sentence)
    rest = sentence.text[form.end - sentence.start_char :]
    if rest[:1] in {"%", "°", "$", "€"} or (rest[:1] in {".", ",", ":", "/"} and rest[1:2].isdigit()) or before[-1:] in {"$", "€", "£", "№", "#", "+", "/"}:
        return False
    bare = _text(form, sentence).isdigit()
    if (bare and before in words.counting) or _PHONE.search(sentence.text[: form.start - sentence.start_char]) or _is_joined(form, sentence, words):
        return False
    if (form.number("year") or FIRST_BARE_YEAR) < FIRST_BARE_YEAR and before not in words.before:
        return False
    if bare and not words.titles and rest[:1].isspace() and after is not None and after.pos_ == "NOUN" and before not in words.before:
        return False
    counted = bare and after is not None and after.pos_ in {"NOUN", "ADJ"} and "Plur" in after.morph.get("Number", []) and rest[:1].isspace()
    return not counted or before in words.definite or _text(form, sentence).lower().split()[0] in words.definite


def _is_joined(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """Whether a year is part of a name: "Expo-2017", «Экспорт-2022»."""
    name = _NAME.search(sentence.text[: form.start - sentence.start_char])
    return name is not None and name[1].lower() not in words.before


def _is_several(form: Form, sentence: Span, words: LanguageWords) -> bool:
    return words.plural.search(_text(form, sentence).lower()) is not None


def _is_plural(form: Form, sentence: Span, words: LanguageWords) -> bool:
    return "number" in form.parts or words.plural.search(_text(form, sentence).lower()) is not None


def _is_alone(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """ "The day before" with nothing said of what: otherwise it is the day before something."""
    after = word_after(form, sentence)
    return word_before(form, sentence) not in {"a", "every"} and (after is None or after.pos_ == "PUNCT")


def _is_adverb(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """ "Накануне прошла встреча", but not "накануне визита", where it is a preposition."""
    after = word_after(form, sentence)
    return after is None or "Gen" not in after.morph.get("Case", [])


def _is_duration(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """Not "a second" of several, nor "2015 годы"."""
    if any((form.number(f"number{index}") or 0) >= LONGEST_YEARS and form.word(f"unit{index}") == "year" for index in ("", "2")):
        return False
    return form.word("unit") != "second" or words.plural.search(_text(form, sentence).lower()) is not None


def _is_weekday(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """Not "on a Wednesday in 1981" (but "at a Wednesday briefing"), nor a name.

    Nor a word like "среды" (of an environment) without a preposition of time, unless it heads what was on that day: «Среда: губернатор принял посла».
    """
    before, after = word_before(form, sentence), word_after(form, sentence)
    if before in words.indefinite and (after is None or after.pos_ not in {"NOUN", "PROPN"}):
        return False
    text = _text(form, sentence)
    if not words.titles and text.istitle() and before:
        return False
    heads = not any(map(str.isalnum, before)) and after is not None and after.text in ENTRY
    return text.lower() not in words.ambiguous or before in words.before or heads


def _is_single(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """ "A week ago" told as "неделю назад", but not "недели назад"."""
    return words.plural.search(_text(form, sentence).lower().split()[0]) is None


def _is_free(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """ "In a year" that counts from the text, not from an event that it names: "через год после победы"."""
    after = word_after(form, sentence)
    return after is None or after.text.lower() not in words.outside


def _is_demonstrative(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """ "That October", but not "it showed that October had been bad"."""
    token = token_at(sentence, form.start)
    if token is not None and token.pos_ in {"SCONJ", "PRON"}:
        return False
    return "month" not in form.parts or _is_name_of_time(form, sentence, words)


def _is_rate(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """ "15 a year", "two thousand masks a day": a number of something goes before."""
    token, after = token_at(sentence, form.start), word_after(form, sentence)
    if token is None or (after is not None and after.pos_ in {"NOUN", "ADJ", "ADV"}):
        return False
    before = sentence.doc[max(sentence.start, token.i - RATE_WORDS) : token.i]
    stop = max((word.i for word in before if word.pos_ in {"VERB", "PUNCT", "AUX"}), default=-1)
    return any((word.pos_ == "NUM" or word.text.isdigit()) and word.i > stop for word in before)


def _is_decade(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """ "The sixties", "в девяностых", but not a man in his sixties."""
    text = _text(form, sentence).lower()
    return word_before(form, sentence) in words.before or len(text.split()) > 1


def _is_day_of_several(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """ "On the second day of the visit", but not "the first day in history"."""
    after = word_after(form, sentence)
    told = word_before(form, sentence) in words.before and after is not None and after.text.lower() not in words.outside
    return words.titles or after is None or told or "Gen" in after.morph.get("Case", [])


def _is_short_year(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """ "In '99", but not "Suite '11"."""
    return word_before(form, sentence) in words.before


def _is_day_of_feast(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """ "On Christmas", but not "Christmas sales"."""
    after = word_after(form, sentence)
    return "year" in form.parts or after is None or after.pos_ not in {"NOUN", "PROPN", "CCONJ"}


CHECKS: dict[str, Callable[[Form, Span, LanguageWords], bool]] = {
    "month": _is_name_of_time,
    "season": _is_name_of_time,
    "year": _is_year,
    "plural": _is_plural,
    "several": _is_several,
    "single": _is_single,
    "weekday": _is_weekday,
    "through": _is_free,
    "bare": _is_alone,
    "adverb": _is_adverb,
    "duration": _is_duration,
    "demonstrative": _is_demonstrative,
    "rate": _is_rate,
    "holiday": _is_day_of_feast,
    "short": _is_short_year,
    "tens": _is_decade,
    "nth_day": _is_day_of_several,
}
