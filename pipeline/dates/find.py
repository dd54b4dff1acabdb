"""Finds and resolves all date expressions of an annotated article, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from pipeline.annotate import Doc, Span, analysed_sentences
from pipeline.dates.complete import DATED, complete_forms, is_last_of_range
from pipeline.dates.context import Context
from pipeline.dates.durations import duration_value, set_value
from pipeline.dates.entries import with_entries
from pipeline.dates.forms import Form
from pipeline.dates.match import find_forms
from pipeline.dates.moments import Moment, range_of
from pipeline.dates.resolve import Placed, resolve_form
from pipeline.dates.roles import with_roles
from pipeline.dates.words import DateWords, LanguageWords
from pipeline.records import DateMention

OPENING = 20  # characters of a sentence in which a date is its frame: "By the end of 1976"


def find_dates(doc: Doc, *, published: date | None, words: DateWords) -> tuple[DateMention, ...]:
    """The date expressions of the analysed sentences, sorted, not overlapping; `text[start:end] == mention.text`.

    What is relative is resolved against `published` or a date told earlier in the text; `interval` is None where neither gives it a place.
    """
    return with_entries(doc.text, tuple(_find(doc, Context(published), words)))


def _find(doc: Doc, context: Context, words: DateWords) -> Iterator[DateMention]:
    text = doc.text
    for sentence in analysed_sentences(doc):
        language = words.languages.get(sentence.label_)
        forms = find_forms(sentence, language) if language is not None else []
        if language is None or not forms:
            continue
        mentions: list[DateMention] = []
        moments: list[Moment | None] = []
        previous: tuple[Form, Placed] | None = None
        for form in complete_forms(forms, sentence, language):
            after_first = previous is not None and is_last_of_range(previous[0], form, sentence, language)
            placed = _placed(form, Context(told=previous[1].moment) if after_first and previous is not None else context)
            if placed is None:
                continue
            previous = form, placed
            if placed.moment is None:
                context = context.waiting() if _is_of_publication(form) else context
            elif _moves_on(form, placed, context, sentence):
                context = context.after(placed.moment, bounds=_bounds(form, sentence, language))
            mentions.append(_mention(text, form, placed))
            moments.append(placed.moment)
        told = list(with_roles(mentions, sentence, language))
        for first, last in _ranges(told, moments):
            context = context.after(range_of(first, last))
        yield from told


def _ranges(told: Sequence[DateMention], moments: Sequence[Moment | None]) -> Iterator[tuple[Moment, Moment]]:
    """The days that begin and end a range told in two expressions."""
    for i, (first, last) in enumerate(pairwise(moments)):
        if told[i].role == "start" and first is not None and last is not None and first.precision == last.precision == "day":
            yield first, last


def _moves_on(form: Form, placed: Placed, context: Context, sentence: Span) -> bool:
    """Whether what follows is told from this date on; a bare year in mid-sentence ("the plan for 1976") is told in passing."""
    if placed.moment is None or placed.moment.precision not in {"year", "decade"} or context.told is None:
        return True
    return form.start - sentence.start_char <= OPENING


def _bounds(form: Form, sentence: Span, words: LanguageWords) -> bool:
    """Whether the words before a date make it the border of what is told: «с 5 июня», "until 5 June"."""
    before = sentence.text[: form.start - sentence.start_char].split()[-1:]
    return bool(before) and before[0].lower() in words.outside


def _is_of_publication(form: Form) -> bool:
    """Whether a form counts from the day of publication: "on Sunday", "next year"; narratives tell neither."""
    return form.means not in {"duration", "set", "ref"} and (form.word("base") == "published" or "weekday" in form.parts)


def _placed(form: Form, context: Context) -> Placed | None:
    if form.means == "duration":
        return Placed(duration_value(form), type="DURATION")
    if form.means == "set":
        return Placed(set_value(form), type="SET")
    if form.means == "ref":
        return Placed(form.word("value"), type="TIME" if "-XXT" in form.word("value") else "DATE")
    return resolve_form(form, context)


def _role(form: Form, placed: Placed) -> str:
    """What the expression tells by itself: a day of something longer, or a clock time of which the day is a guess."""
    if "nth_of" in form.parts and "weekday" not in form.parts:
        return "part"
    return "clock" if placed.source == "published" and {"hour", "daypart"} & form.parts.keys() and not DATED & form.parts.keys() else ""


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
        role=_role(form, placed),
    )
