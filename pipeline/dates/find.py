"""Finds and resolves all date expressions of an annotated article, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Span

from pipeline.annotate import analysed_sentences
from pipeline.dates.context import Context
from pipeline.dates.durations import duration_value, set_value
from pipeline.dates.forms import Form
from pipeline.dates.match import find_forms
from pipeline.dates.resolve import Placed, resolve_form
from pipeline.dates.roles import with_roles
from pipeline.dates.tense import clause_tense
from pipeline.dates.words import DateWords, LanguageWords
from pipeline.records import DateMention

OPENING = 20  # characters of a sentence in which a date is its frame: "By the end of 1976"


def find_dates(doc: Doc, *, published: date | None, words: DateWords) -> tuple[DateMention, ...]:
    """The date expressions of the analysed sentences, sorted, not overlapping; `text[start:end] == mention.text`.

    What is relative is resolved against `published` or a date told earlier in the text; `interval` is None where neither gives it a place.
    """
    return tuple(_find(doc, Context(published), words))


def _find(doc: Doc, context: Context, words: DateWords) -> Iterator[DateMention]:
    text = doc.text
    for sentence in analysed_sentences(doc):
        language = words.languages.get(sentence.label_)
        if language is None:
            continue
        mentions: list[DateMention] = []
        for form in _complete(find_forms(sentence, language), sentence, language):
            placed = _placed(form, context)
            if placed is None:
                continue
            if _moves_on(form, placed, context, sentence):
                context = context.after(placed.moment)
            mentions.append(_mention(text, form, placed))
        yield from with_roles(mentions, sentence, language)


def _moves_on(form: Form, placed: Placed, context: Context, sentence: Span) -> bool:
    """Whether what follows is told from this date on; a bare year in mid-sentence ("the plan for 1976") is told in passing."""
    if placed.moment is None or placed.moment.precision not in {"year", "decade"} or context.told is None:
        return True
    return form.start - sentence.start_char <= OPENING


def _complete(forms: list[Form], sentence: Span, words: LanguageWords) -> list[Form]:
    """The forms with the tense of their clauses, and with the year that is told once for two: "14 August to 2 September 1915"."""
    completed: list[Form] = []
    for form in reversed(forms):
        if completed and _shares_year(form, completed[-1], sentence, words):
            form = replace(form, parts={**form.parts, **_shared_year(form, completed[-1])})
        if form.means in {"point", "range"} and "year" not in form.parts:
            form = replace(form, tense=clause_tense(form.start, sentence, words))
        completed.append(form)
    return completed[::-1]


def _shares_year(form: Form, following: Form, sentence: Span, words: LanguageWords) -> bool:
    if not {"month", "season"} & form.parts.keys() or {"year", "which", "bc"} & form.parts.keys() or "year" not in following.parts:
        return False
    if not {"month", "season"} & following.parts.keys():
        return False
    return words.joins.fullmatch(sentence.text[form.end - sentence.start_char : following.start - sentence.start_char].lower()) is not None


def _shared_year(form: Form, following: Form) -> dict[str, int]:
    year, month, last = following.number("year") or 0, form.number("month"), following.number("month")
    return {"year": year - 1 if month is not None and last is not None and month > last else year}


def _placed(form: Form, context: Context) -> Placed | None:
    if form.means == "duration":
        return Placed(duration_value(form), type="DURATION")
    if form.means == "set":
        return Placed(set_value(form), type="SET")
    if form.means == "ref":
        return Placed(form.word("value"))
    return resolve_form(form, context)


def _mention(text: str, form: Form, placed: Placed) -> DateMention:
    moment = placed.moment
    return DateMention(
        start=form.start,
        end=form.end,
        text=text[form.start : form.end],
        type=placed.type,
        value=placed.value,
        interval=None if moment is None else moment.interval,
        precision="" if moment is None else moment.precision,
        edtf="" if moment is None else moment.edtf + form.word("approx"),
        anchor="" if placed.anchor is None else placed.anchor.isoformat(),
        anchor_source=placed.source,
    )
