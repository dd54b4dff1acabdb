"""Gives every event of the tables its sentence in English and in Russian."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.summary.dates import say_date
from pipeline.summary.nouns import nominative, with_article, with_the
from pipeline.summary.pattern import STATUSES, fill_pattern
from pipeline.summary.words import LanguageFile, LanguageForms, SummaryWords
from pipeline.tables import EntityRow, EventParticipantRow, EventRow, MentionRow, Tables

WHO, WHOM, OTHERS = ("who", "head_of_delegation", "signatory"), ("whom",), ("attendee", "witness")
QUOTES = (("«", "»"), ("“", "”"), ("(", ")"))
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)

Names = tuple[str, str]  # in English, in Russian


@dataclass(frozen=True, slots=True)
class Told:
    """All that a sentence about an event is made of."""

    event: EventRow
    people: Sequence[EventParticipantRow]
    mentions: Sequence[MentionRow]
    entities: Mapping[str, EntityRow]
    places: Mapping[str, Names]


def add_summaries(tables: Tables, words: SummaryWords, places: Mapping[str, Names]) -> Tables:
    """The tables with `summary_en` and `summary_ru` of every event; `places` has the names of a place in both languages by its name in the tables."""
    people: dict[str, list[EventParticipantRow]] = defaultdict(list)
    mentions: dict[str, list[MentionRow]] = defaultdict(list)
    for row in tables.event_participants:
        people[row.event_id].append(row)
    for mention in tables.mentions:
        mentions[mention.event_id].append(mention)
    entities = {entity.entity_id: entity for entity in tables.entities}
    events = (Told(event, people[event.event_id], mentions[event.event_id], entities, places) for event in tables.events)
    return replace(tables, events=tuple(_with_summaries(told, words) for told in events))


def summarize(told: Told, forms: LanguageForms, words: SummaryWords) -> str:
    """One sentence about the event in the language of `forms`, with a capital and a full stop."""
    status = told.event.status if told.event.status in STATUSES else STATUSES[0]
    slots = _fill_slots(told, forms, words)
    patterns = forms.patterns.get(_kind(told, forms), forms.patterns["other"])
    sentence = next(fill_pattern(pattern, slots, status) for pattern in patterns if all(slots.get(slot) for slot in pattern.needs))
    said = forms.words.proposed.format(sentence) if status == "proposed" else sentence
    return f"{said[:1].upper()}{said[1:].rstrip('.')}."


def _with_summaries(told: Told, words: SummaryWords) -> EventRow:
    english, russian = (summarize(told, forms, words) for forms in words.languages)
    return replace(told.event, summary_en=english, summary_ru=russian)


def _kind(told: Told, forms: LanguageForms) -> str:
    variants = forms.words.variants.get(told.event.event_type, {})
    shown = " ".join(f"{mention.rule} {mention.trigger}" for mention in told.mentions[:1])
    return next((variant for variant, pattern in variants.items() if pattern.search(shown)), told.event.event_type)


def _fill_slots(told: Told, forms: LanguageForms, words: SummaryWords) -> dict[str, str]:
    event, file = told.event, forms.words
    who, whom, others = (_names(told, roles, forms) for roles in (WHO, WHOM, OTHERS))
    if not who:
        who, whom = (whom[:1], whom[1:]) if event.event_type in {"meeting", "call", "signing"} else (who, whom)
    own, foreign = _title(told, forms, words)
    own = own.lower() if own.lower() in file.documents else own
    place = _place(told, forms, words)
    return {
        "who": _join(who, forms),
        "whom": _join(whom, forms),
        "all": _join(dict.fromkeys((*who, *whom)), forms),
        "others": _join(others, forms),
        "in_place": _in_place(place, forms),
        "place": place,
        "date": say_date(event.date_start, event.date_end, event.date_precision, event.date_edtf, event.date_source, file),
        "what": with_article(own, file.articles) if own and file.articles is not None else own,
        "bare": own,
        "quoted": file.quotes.format(foreign) if foreign else "",
        "document": file.documents.get(event.document_type or "", file.documents[""]),
        "money": "" if file.priced.search(own) else _money(event, forms),
        "type": event.event_type.replace("_", " ").replace("-", " ").capitalize(),
    }


def _names(told: Told, roles: Iterable[str], forms: LanguageForms) -> tuple[str, ...]:
    names = [_name(row, told, forms) for role in roles for row in told.people if row.role == role]
    return tuple({name.casefold(): name for name in reversed(names)}.values())[::-1]


def _name(row: EventParticipantRow, told: Told, forms: LanguageForms) -> str:
    entity = told.entities.get(row.entity_id)
    name = row.name
    if entity is not None and entity.name == row.name:  # else the user has corrected the row
        name = (entity.name_ru if forms.lang == "ru" else entity.name_en) or name
    return name if forms.words.articles is None else with_the(name, forms.words.articles)


def _title(told: Told, forms: LanguageForms, words: SummaryWords) -> tuple[str, str]:
    """What it was about in the language of `forms`, and, where that is not told, in the other one; of mentions those of one kind of document count."""
    what, kind = told.event.what or "", told.event.document_type or ""
    if is_russian(what) != (forms.lang == "ru") and what in {mention.what for mention in told.mentions}:  # else the user has corrected it
        what = next((m.what for m in told.mentions if m.what and m.lang == forms.lang and (m.document_type or "") == kind), what)
    told_in = words.languages[is_russian(what)].words  # in the order of LANGUAGES
    title = _shorten(_tidy(told_in.drop.sub("", what), told_in), told_in.longest)
    title = nominative(title, words.morphology) if is_russian(title) else title
    if is_russian(title) == (forms.lang == "ru"):
        return ("" if title.lower() in forms.words.empty else title), ""
    return "", (title if " " in title else "")  # a single word of the other language says less than the type of the event


def _tidy(title: str, words: LanguageFile) -> str:
    """The title with phrases in the form that `rewritten` gives them, and without quotation marks that have lost their partner."""
    for pattern, phrase in words.rewritten.items():
        title = re.sub(pattern, phrase, title)
    for opening, closing in QUOTES:
        if title.count(opening) != title.count(closing):
            title = title.replace(opening, "").replace(closing, "")
    return title.strip()


def is_russian(text: str) -> bool:
    """Whether the text holds a Cyrillic letter."""
    return CYRILLIC.search(text) is not None


def _shorten(title: str, longest: int) -> str:
    return title if len(title) <= longest else title[:longest].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _place(told: Told, forms: LanguageForms, words: SummaryWords) -> str:
    name = told.event.place or ""
    place = told.places.get(name, (name, name))[forms.lang == "ru"] or name
    if forms.words.articles is None:
        return nominative(place, words.morphology) if place[:1].islower() else words.cities.get(place, place)
    return "" if not place or (is_russian(place) and place[0].islower()) else with_the(place, forms.words.articles)


def _in_place(place: str, forms: LanguageForms) -> str:
    if not place:
        return ""
    articles = forms.words.articles
    at = articles is not None and any(word in articles.at for word in place.split())
    return forms.words.in_place["at" if at else ""].format(place)


def _money(event: EventRow, forms: LanguageForms) -> str:
    if event.amount is None:
        return ""
    amount = f"{event.amount:,.2f}".removesuffix(".00")
    return forms.words.money.format(amount=amount if forms.lang == "en" else amount.replace(",", "\N{NO-BREAK SPACE}"), currency=event.currency or "").strip()


def _join(names: Iterable[str], forms: LanguageForms) -> str:
    joined, told = forms.words.joined, list(names)
    if len(told) > joined.most + 1:
        told = [*told[: joined.most], joined.more.format(len(told) - joined.most)]
    return joined.last.join((joined.others.join(told[:-1]), told[-1])) if len(told) > 1 else "".join(told)
