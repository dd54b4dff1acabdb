"""Reads lists of those who took part: "Participants in the meeting included:" and the lines below, "Also present were A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.annotate import Token
from pipeline.dates import choose_date
from pipeline.extract.attended_clauses import attended_clause, attended_relative, find_company, people_between
from pipeline.extract.composition import find_made_up
from pipeline.extract.draft import Draft, Sources
from pipeline.extract.fillers import Filler
from pipeline.extract.participants import make_participants
from pipeline.extract.phrases import in_quotes, stands_in_list
from pipeline.extract.told_things import is_of_document, is_of_opening
from pipeline.extract.view import View, is_finite, plain
from pipeline.extract.what_attended import attended_in, stands_for_told
from pipeline.records import EntityMention, EventMention

LISTED = frozenset({"meeting", "call", "conference", "signing", "opening"})
DELEGATION = "delegation"  # stands for the type of the event that a delegation of those told took part in
COMPANY = "company"  # stands for the type of the event at which somebody was accompanied
ATTENDANCE = "attendance"  # stands for the type of the event that a heading such as "Participants:" means
LONG = 25  # words: a longer item without marks inside holds several people
MARKS = frozenset({"-", "–", "—", "•", "*", "·", "●", ";"})
OPENING = 8  # words of a sentence that tell what those were at who "also" were there
NUMBER = re.compile(r"\d{1,2}[.)]?")


def with_listed(views: Sequence[View], number: int, drafts: Sequence[Draft], sources: Sources) -> Iterator[Draft]:
    """The drafts of a sentence, those of an event whose people are listed below it with these people; a mere heading gives a draft that only joins."""
    view = views[number]
    if counted := [m for m in _counted(view) if m.key in sources.entities]:
        yield replace(add_people(view, heading(view, number, sources), counted, sources), attended=True)
        yield from (d for d in drafts if d.mention.event_type not in LISTED)
        return
    drafts = list(_beside(view, number, drafts, sources))
    attended = attended_in(view)
    if attended is not None:
        yield from _with_attended(view, number, drafts, attended, sources)
        return
    drafts = [replace(d, attended=True) if is_of_document(view, d.mention) or is_of_opening(view, d.mention) else d for d in drafts]
    made_up = find_made_up(views, number)
    listed = [m for m in made_up or _listed(views, number) if m.key in sources.entities]
    beside = bool(made_up) or next(_present(view), None) is not None
    chosen = next((d for d in drafts if d.mention.event_type in LISTED and not beside), None)
    if chosen is None and listed:
        chosen = heading(view, number, sources)
        joined = add_people(view, chosen, listed, sources)
        yield replace(joined, mention=replace(joined.mention, event_type=DELEGATION)) if made_up else joined
    for draft in () if beside and listed else drafts:
        yield add_people(view, draft, listed, sources) if listed and draft is chosen else draft


def _beside(view: View, number: int, drafts: Sequence[Draft], sources: Sources) -> Iterator[Draft]:
    """The drafts, that of a noun which somebody attended by a relative clause marked; those who did, or by whom somebody "was accompanied", join."""
    attended = dict(attended_relative(view) if view.lang == "en" else attended_clause(view))
    told = {draft.mention.trigger_start for draft in drafts if draft.mention.event_type in LISTED}
    for noun, people in attended.items():
        known = [m for m in people if m.key in sources.entities]
        if known and noun not in told:
            yield replace(add_people(view, heading(view, number, sources), known, sources), attended=True)
    company = [m for m in find_company(view) if m.key in sources.entities]
    if company:
        draft = add_people(view, heading(view, number, sources), company, sources)
        yield replace(draft, attended=True, mention=replace(draft.mention, event_type=COMPANY))
    for draft in drafts:
        yield replace(draft, attended=True) if draft.mention.trigger_start in attended and draft.mention.event_type in LISTED else draft


def _with_attended(view: View, number: int, drafts: Sequence[Draft], attended: Token, sources: Sources) -> Iterator[Draft]:
    """The drafts, the one of what was attended marked; one that only joins, with the people told, where a pronoun or «мероприятие» stands for it."""
    lists = view.grammar.lists
    if any(d.joins and d.mention.trigger_start == attended.idx for d in drafts):  # a rule of its own tells of the ceremony
        yield from drafts
        return
    alone = view.lang == "en" and (plain(attended.text) == "part" or attended.dep_ == "root")
    talks = view.lang == "ru" and any(view.lemma(attended) in view.grammar.nouns.get(kind, frozenset()) for kind in ("meeting", "call"))
    if (
        view.lemma(attended) in lists["affairs"]
        or (talks and not any(d.mention.trigger_start == attended.idx for d in drafts))
        or stands_for_told(view, attended)
        or alone
        or (view.lang == "en" and view.lemma(attended) in lists["attendance"])
    ):
        start = view.tokens[0].i if view.lang == "en" else attended.i
        told = _told(view, attended) if alone else people_between(view, start, view.tokens[-1].i + 1, groups=view.lang == "ru")
        people = [m for m in told if m.key in sources.entities]
        if people:
            yield _dated(view, replace(add_people(view, heading(view, number, sources), people, sources), attended=True), attended)
    for draft in drafts:
        yield replace(draft, attended=True) if draft.mention.trigger_start == attended.idx and draft.mention.event_type in LISTED else draft


def _dated(view: View, draft: Draft, attended: Token) -> Draft:
    """The draft with the day that its sentence tells of what was attended: "the ceremony, held on Monday"."""
    date = choose_date(view.doc, attended.i, view.span, view.dates)
    return draft if date is None else replace(draft, mention=replace(draft.mention, date=date, date_source="text"))


def add_people(view: View, draft: Draft, listed: Sequence[EntityMention], sources: Sources) -> Draft:
    """The draft with people who attended, or signed, beside those whom its own sentence tells."""
    mention = draft.mention
    told = {p.key for p in mention.participants}
    role = "who" if mention.event_type == "signing" else "attendee"
    fillers = [Filler(m, role, "listed") for m in listed if m.key not in told]
    if role == "who":
        fillers = [replace(f, role="whom") if k or told else f for k, f in enumerate(fillers)]
    people = make_participants(view, fillers, sources.entities)
    first = max((p.side for p in mention.participants), default=0)
    people = tuple(replace(p, side=p.side + first - 1) if first and p.side else p for p in people)
    return replace(draft, mention=replace(mention, participants=(*mention.participants, *people)), missing="", nobody=False, acting=())


def _listed(views: Sequence[View], number: int) -> Iterator[EntityMention]:
    """The people and bodies listed behind the colon of a sentence, or in the items that follow it."""
    view = views[number]
    yield from _present(view)
    colon = next((k for k, t in enumerate(view.tokens) if t.text == ":"), None)
    if colon is None or not _opens_list(view, colon) or in_quotes(view, colon):
        return
    if colon + 1 < len(view.tokens):
        yield from _items(view, view.tokens[colon + 1 :]) if not _tells(view.tokens[colon + 1 :]) else ()
        return
    for following in views[number + 1 :]:
        if _tells(following.tokens) or following.tokens[-1].text == ":":
            return
        yield from _items(following, following.tokens)


def _present(view: View) -> Iterator[EntityMention]:
    """The people told to have been there as well: "Also in the meeting were A and B"."""
    verb = next((t for t in view.tokens if t.dep_ == "root"), None)
    if view.lang != "en" or verb is None:
        return
    lists = view.grammar.lists
    told = (any(w in lists[name] for name in ("attendance", "present", "guests")) or _names_occasion(view, w) for w in view.lemmas[:OPENING])
    opens = view.lemmas[0] in lists["besides"] or view.lemmas[0] in lists["present"] or list(view.lemmas[:2]) == ["take", "part"]
    told_so = any(told) or list(view.lemmas[1:3]) == ["take", "part"] or (view.lemmas[1:2] and view.lemmas[1] in lists["joining"])
    be = verb if verb.lemma_ == "be" else next((c for c in verb.children if c.lemma_ == "be" and c.dep_ in {"aux", "aux:pass", "cop"}), None)
    if opens and told_so and be is not None and not any(m.actor.start < be.i and m.actor.entity_type == "person" for m in view.actors):
        yield from people_between(view, be.i, view.tokens[-1].i + 1)


def _counted(view: View) -> Iterator[EntityMention]:
    """Who of a kind is told to have taken part: "Officials taking part in the meeting included Mayor Anna Lind and"."""
    k = next((k for k, t in enumerate(view.tokens) if t.text in {"included", "include"} and t.pos_ == "VERB"), 0)
    before, attending = view.lemmas[:k], view.grammar.lists["attendance"]
    told = any(w in attending for w in before) or any(before[i : i + 2] == ["take", "part"] for i in range(len(before) - 1))
    named = any(
        m.actor.start < view.tokens[k].i and (m.actor.form == "pronoun" or m.actor.form == "name" and m.actor.entity_type == "person") for m in view.actors
    )
    if view.lang == "en" and k and told and not named and ":" not in view.lemmas:
        yield from people_between(view, view.tokens[k].i, view.tokens[-1].i + 1)


def _told(view: View, word: Token) -> Iterator[EntityMention]:
    """The people, groups and lands told before a word."""
    told = [m for m in view.actors if m.actor.end <= word.i and m.actor.form == "name" and m.actor.entity_type in {"person", "group", "country"}]
    people = [m for m in told if m.actor.entity_type == "person"]
    yield from (m for m in told if m.actor.entity_type != "country" or not people)  # "from the Latvian side, Mayor Anna Lind attended"


def _opens_list(view: View, colon: int) -> bool:
    """Whether the words before a colon announce people: they attended, or what they held or signed stands there, with its verb at the end."""
    words = view.lemmas[:colon]
    if view.lang == "en" and words and words[-1] in view.grammar.lists["subjects"]:
        return False  # "participants will commit to four themes:"
    if any(word in view.grammar.lists["attendance"] for word in words):
        return True
    return bool(words) and words[-1] in view.grammar.lists["announcing"] and any(_names_occasion(view, w) for w in words)


def _names_occasion(view: View, lemma: str) -> bool:
    """Whether a word alone may tell of what people attend: no "be", with which "be on the phone" begins."""
    entries = view.grammar.triggers.get(lemma, ())
    return any(e.rule.type in LISTED and e.phrase[0] != "be" and (e.rule.trigger.pos == "noun" or not e.rule.trigger.beside.en) for e in entries)


def _tells(tokens: Sequence[Token]) -> bool:
    """Whether words make a clause, not items of a list."""
    return any(is_finite(t) and t.pos_ == "VERB" and any(c.dep_ in {"nsubj", "nsubj:pass"} for c in t.children) for t in tokens)


def _items(view: View, tokens: Sequence[Token]) -> Iterator[EntityMention]:
    """Of each item the first person, else the first body; all of an item that is too long to hold one."""
    items: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in MARKS and not any(m.actor.start < token.i < m.actor.end for m in view.actors):
            items.append([])
        elif not (NUMBER.fullmatch(token.text) and not items[-1]):
            items[-1].append(token)
    for item in items:
        named = [m for m in view.actors if item and item[0].i <= m.actor.start <= item[-1].i and m.actor.form == "name"]
        bodies = [
            m
            for m in named
            if m.actor.entity_type in {"organization", "group"}
            and (view.lang != "en" or stands_in_list(view, m.actor.start, item[0].i))
            and (view.lang != "en" or len(items) == 1 or m.actor.start <= item[0].i + 1)  # "- Ida Tamm, Deputy Chief, Port Authority": nobody knows her
        ]
        people = [m for m in named if m.actor.entity_type == "person"] or bodies
        yield from people if len(items) == 1 or len(item) > LONG else people[:1]


def heading(view: View, number: int, sources: Sources) -> Draft:
    """A draft that adds people to the event told before."""
    word = view.tokens[0]
    mention = EventMention(
        doc_id=sources.doc_id,
        lang=view.lang,
        event_type=ATTENDANCE,
        rule="attendance-list",
        status="occurred",
        status_cue="",
        sentence=view.span.text,
        start=view.span.start_char,
        end=view.span.end_char,
        trigger=word.text,
        trigger_start=word.idx,
        trigger_end=word.idx + len(word),
    )
    return Draft(mention, number, anaphoric=True, definite=False, circumstance=True)
