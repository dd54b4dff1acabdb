"""Within one article: whom an office without a name ("the governor") and a pronoun ("he") stand for. A wrong link is worse than none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from pipeline.annotate import analysed_sentences
from pipeline.names.identity import IdentityWords
from pipeline.names.positions import Description, match_offices
from pipeline.names.resolve_offices import office_of, place_offices
from pipeline.records import Actor

INDEFINITE = frozenset({"a", "an", "another", "any", "every", "each", "some", "new", "другой", "любой", "каждый", "один", "новый"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
LEADER = frozenset({"head"})  # "the leader of Indonesia", "глава Чечни"
REACH = 1  # sentences before its own in which a pronoun looks for its person


@dataclass(slots=True)
class Known:
    """A person of the article: offices told with the name or resolved, gender, and the actors so far."""

    gender: str
    offices: set[Description] = field(default_factory=set)
    actors: list[int] = field(default_factory=list)


def resolve_references(doc: Doc, actors: Sequence[Actor], owner: Mapping[int, str], genders: Mapping[str, str], words: IdentityWords) -> dict[int, str]:
    """For actors that are offices or pronouns, by index: the person (a value of `owner`, which maps the actors of named people to them)."""
    numbers = _sentence_numbers(doc)
    people = _people(actors, owner, genders, words)
    for chain, office in place_offices(actors, owner, numbers, words).items():
        people[chain].offices.add(office)
    found: dict[int, str] = {}
    for i, actor in enumerate(actors):
        if actor.form not in {"position", "pronoun"} or actor.entity_type != "person" or (actor.plural and not actor.affiliation):
            _note(people, owner.get(i), i)
            continue
        resolve = _resolve_office(doc, actor, people, words, i) if actor.form == "position" else _resolve_pronoun(doc, actors, i, people, numbers)
        if resolve is not None:
            found[i] = resolve
            _note(people, resolve, i)
    return found


def _people(actors: Sequence[Actor], owner: Mapping[int, str], genders: Mapping[str, str], words: IdentityWords) -> dict[str, Known]:
    people: dict[str, Known] = {}
    for i, chain in sorted(owner.items()):
        known = people.setdefault(chain, Known(genders.get(chain, "")))
        office = office_of(actors[i], words)
        if office is not None:
            known.offices.add(office)
    return people


def _note(people: Mapping[str, Known], chain: str | None, i: int) -> None:
    if chain is not None:
        people[chain].actors.append(i)


def _sentence_numbers(doc: Doc) -> list[int]:
    """For every token the number of its sentence, -1 outside of the analysed ones."""
    numbers = [-1] * len(doc)
    for number, sentence in enumerate(analysed_sentences(doc)):
        numbers[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
    return numbers


def _resolve_office(doc: Doc, actor: Actor, people: Mapping[str, Known], words: IdentityWords, i: int) -> str | None:
    office = office_of(actor, words)
    if office is None or _is_indefinite(doc, actor):
        return None
    unique = bool(office.concepts & words.concepts.unique)
    if actor.plural and not unique:
        return None
    fitting = [chain for chain, known in people.items() if any(_is_held(office, held, words) for held in known.offices)]
    before = [chain for chain in fitting if people[chain].actors]
    if unique and before:
        return max(before, key=lambda chain: people[chain].actors[-1])
    return fitting[0] if len(fitting) == 1 else None


def _is_held(office: Description, held: Description, words: IdentityWords) -> bool:
    """Whether the office told alone is the one held; one told with a place is none whose place is not known."""
    if office.places and not held.places:
        return False
    if office.concepts == LEADER and office.places == held.places:
        return bool(held.concepts & words.concepts.leaders)
    return office.concepts <= held.concepts and match_offices(office, held, words.concepts) in {"same", "part"}


def _is_indefinite(doc: Doc, actor: Actor) -> bool:
    """ "a governor", "another minister", "новый посол": somebody not named before."""
    return any(token.text.lower() in INDEFINITE for token in doc[max(0, actor.start - 1) : actor.start + 1])


def _resolve_pronoun(doc: Doc, actors: Sequence[Actor], i: int, people: Mapping[str, Known], numbers: Sequence[int]) -> str | None:
    here = numbers[actors[i].start]
    for sentence in range(here, here - REACH - 1, -1):
        mentioned = {chain: [j for j in known.actors if j < i and numbers[actors[j].start] == sentence] for chain, known in people.items()}
        fitting = {chain: js for chain, js in mentioned.items() if js and _fits(actors[i].gender, people[chain].gender)}
        if fitting:
            return _prominent(doc, actors, fitting)
    return None


def _fits(pronoun: str, person: str) -> bool:
    """Whether the genders agree; most people whose gender no word tells are men, so "she" is somebody known to be a woman."""
    return not pronoun or pronoun == person or (not person and pronoun == "m")


def _prominent(doc: Doc, actors: Sequence[Actor], fitting: Mapping[str, Iterable[int]]) -> str | None:
    """The only person of the sentence that fits, else the only one that is a subject in it."""
    if len(fitting) == 1:
        return next(iter(fitting))
    subjects = [chain for chain, js in fitting.items() if any(doc[actors[j].root].dep_ in SUBJECTS for j in js)]
    return subjects[0] if len(subjects) == 1 else None
