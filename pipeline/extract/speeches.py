"""Reads sentences that tell who spoke at what was told before, «с докладом выступил ректор», or for whom: «чешскую сторону представлял посол»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.annotate import Token
from pipeline.extract.attendance import DELEGATION, LISTED, add_people, heading
from pipeline.extract.composition import find_sides, is_person
from pipeline.extract.coordination import conjuncts
from pipeline.extract.draft import Draft, Sources
from pipeline.extract.fillers import Filler
from pipeline.extract.participants import make_participants
from pipeline.extract.view import DASHES, View, is_finite, plain, preposition_of
from pipeline.records import EntityMention

SPEECH = "speech"  # stands for the type of the event at which somebody spoke
SIDES = "sides"  # stands for the type of the event at which people spoke for their sides
TALKS = frozenset({"meeting", "call"})
ITS = (["at", "its"], ["на", "его"], ["на", "ее"])
TOPICAL = frozenset({"", "about", "on", "of", "by", "for"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def with_speakers(views: Sequence[View], number: int, drafts: Sequence[Draft], sources: Sources) -> Iterator[Draft]:
    """The drafts of a sentence; talks of nobody named with those who speak for the sides in the next one; who spoke or stood for a side joins what was told."""
    view = views[number]
    elsewhere = any(d.mention.participants and d.mention.event_type != "meeting" for d in drafts)
    speakers, sides = [] if elsewhere else _known(find_speakers(view), sources), _known(find_sides(view), sources)
    following = _known(find_sides(views[number + 1]), sources) if number + 1 < len(views) else []
    for draft in drafts:
        if not (speakers and draft.mention.event_type == "meeting"):  # «участников форума приветствовал мэр»
            yield _with_sides(view if sides else views[number + 1], draft, sides or following, sources) if sides or following else draft
    for people, kind in ((speakers, SPEECH), (sides, SIDES if len(sides) > 1 else DELEGATION)):
        if people:
            joined = add_people(view, heading(view, number, sources), people, sources)
            yield replace(joined, attended=True, mention=replace(joined.mention, event_type=kind))


def _known(found: Sequence[EntityMention], sources: Sources) -> list[EntityMention]:
    return [m for m in found if m.key in sources.entities]


def _with_sides(view: View, draft: Draft, people: Sequence[EntityMention], sources: Sources) -> Draft:
    """Talks of nobody named as those of `people`, who speak for a side each."""
    if draft.mention.event_type not in LISTED & TALKS or draft.mention.participants or len(people) < 2:
        return draft
    fillers = [Filler(m, "whom" if k else "who", "speaks for a side") for k, m in enumerate(people)]
    return replace(draft, mention=replace(draft.mention, participants=make_participants(view, fillers, sources.entities)), missing="", anaphoric=False)


def find_speakers(view: View) -> list[EntityMention]:
    """The people who spoke, of a sentence that does not tell where: "at its opening the mayor said", «к участникам обратился мэр», «среди спикеров - мэр»."""
    if _is_at_its_opening(view):
        return _together(view, [m for m in _speaking(view) if is_person(m)])
    if view.lang != "ru":
        return _english_speakers(view)
    lists = view.grammar.lists
    if view.lemmas[0] in {"среди", "в"} and not any(is_finite(t) and t.pos_ == "VERB" for t in view.tokens):
        dash = next((k for k, t in enumerate(view.tokens) if t.text in DASHES), 0)
        told = any(lemma in lists["speakers_told"] for lemma in view.lemmas[:dash])
        return [m for m in view.actors if told and m.actor.start > view.tokens[dash].i and is_person(m)]
    verb = next((t for t in view.tokens if t.dep_ == "root"), None)
    if verb is None or view.lemma(verb) not in lists["orating"]:
        return []
    acting = [m for m in view.actors if view.doc[m.actor.root].dep_ in SUBJECTS and view.doc[m.actor.root].head.i == verb.i and is_person(m)]
    others = [c for c in verb.children if c.dep_ in {"obj", "obl", "iobj", "nmod", "xcomp", "ccomp", "advcl"} and not _is_date(view, c)]
    if not acting or any(view.lemma(c) not in lists["orations"] for c in others) or (not others and view.lemma(verb) not in lists["speaking"]):
        return []
    return _together(view, acting)


def _english_speakers(view: View) -> list[EntityMention]:
    """Who spoke, in an English sentence that does not tell where: "The mayor spoke about trade", "Remarks were delivered by the mayor and the rector"."""
    lists, verb = view.grammar.lists, next((t for t in view.tokens if t.dep_ == "root"), None)
    if verb is None or not (view.lemma(verb) in lists["orating"] or view.lemma(verb) in lists["delivering"]):
        return []
    speech = next((c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"} and view.lemma(c) in lists["orations"]), None)
    beside = [c for t in (verb, speech) if t is not None for c in t.children if c.dep_ in {"obl", "nmod", "iobj"} and not _is_date(view, c)]
    if (speech is None and view.lemma(verb) not in lists["orating"]) or any(preposition_of(view, c) not in TOPICAL for c in beside):
        return []
    wanted = {"obl:agent"} if speech is not None and speech.dep_ == "nsubj:pass" else {"nsubj"}
    acting = [m for m in view.actors if view.doc[m.actor.root].dep_ in wanted and view.doc[m.actor.root].head.i == verb.i and is_person(m)]
    return _together(view, [m for m in acting if m.actor.form == "name"])


def _is_at_its_opening(view: View) -> bool:
    """Whether a sentence begins with the opening or end of what was told before: "at its opening", «на его открытии»."""
    first = [plain(t.text) for t in view.tokens[:3]]
    return first[:2] in ITS and len(first) > 2 and view.lemmas[2] in view.grammar.lists["ends_of_forums"]


def _speaking(view: View) -> Iterator[EntityMention]:
    """Who is told to say something."""
    verb = next((t for t in view.tokens if t.dep_ == "root" and view.lemma(t) in view.grammar.speech), None)
    yield from (m for c in (verb.children if verb is not None else ()) if c.dep_ == "nsubj" for m in view.actors if m.actor.root == c.i)


def _together(view: View, acting: Sequence[EntityMention]) -> list[EntityMention]:
    """Actors with all who are told beside them."""
    roots = [t.i for m in acting for t in (view.doc[m.actor.root], *conjuncts(view, view.doc[m.actor.root]))]
    return [m for m in view.actors if m.actor.root in roots and is_person(m)]


def _is_date(view: View, token: Token) -> bool:
    return any(d.start <= token.idx < d.end for d in view.dates)
