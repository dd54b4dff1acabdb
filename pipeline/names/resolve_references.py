"""Within one article: whom an office without a name ("the governor") and a pronoun ("he") stand for. A wrong link is worse than none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import takewhile
from types import MappingProxyType

from pipeline.annotate import Doc, Token, analysed_sentences, feature
from pipeline.names.apposed import find_apposed
from pipeline.names.identity import IdentityWords, describe_text
from pipeline.names.identity_keys import description_key
from pipeline.names.office_holders import Known, find_holder, is_indefinite
from pipeline.names.positions import Description
from pipeline.names.resolve_offices import office_of, place_offices
from pipeline.records import Actor

PEERS = frozenset({"counterpart", "colleague", "коллега"})
NEAR = 3  # actors before a counterpart, among which the other one is named
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
OBJECTS = frozenset({"obj", "iobj"})
PARTS = SUBJECTS | OBJECTS | {"obl", "obl:agent"}
CHAINED = frozenset({"xcomp", "advcl", "conj"})  # verbs whose subject may be that of the verb above
OF_CLAUSE = frozenset({"obj", "iobj", "obl", "nmod"})
CLIMB = 4  # nouns between a pronoun and its verb
REACH = 1  # sentences before its own in which a pronoun looks for its person


def resolve_references(
    doc: Doc,
    actors: Sequence[Actor],
    owner: Mapping[int, str],
    genders: Mapping[str, str],
    words: IdentityWords,
    held: Mapping[str, Set[Description]] = MappingProxyType({}),
) -> dict[int, str]:
    """For actors that are offices or pronouns, by index: the person (a value of `owner`, which maps the actors of named people to them).

    `held` tells offices that these people are known for besides those that the article gives them. A pronoun may stand for an office of which nobody
    known is the holder: it is then told by that office's `unnamed_key`.
    """
    numbers = _sentence_numbers(doc)
    people = _people(actors, owner, genders, words)
    for chain, office in place_offices(actors, owner, numbers, words).items():
        people[chain].offices.add(office)
    for chain, offices in held.items():
        people[chain].held = offices
    found: dict[int, str] = {}
    for i, chain in find_apposed(doc, actors, owner):
        found[i] = chain
        told = office_of(actors[i], words)
        people[chain].offices |= {told} if told is not None else set()
    for i, actor in enumerate(actors):
        if actor.form not in {"position", "pronoun"} or actor.entity_type != "person" or (actor.plural and not actor.affiliation):
            _note(people, owner.get(i), i, actors)
            continue
        if i in found:
            _note(people, found[i], i, actors)
            continue
        resolve = find_holder(doc, actors, i, people, owner, words, numbers) if actor.form == "position" else _resolve_pronoun(doc, actors, i, people, numbers)
        if resolve is not None:
            found[i] = resolve
            _note(people, resolve, i, actors)
            people[resolve].gender = people[resolve].gender or actor.gender
        elif actor.form == "position" and not actor.plural:
            people.setdefault(unnamed_key(actor, i, words), Known("")).actors.append(i)
    return found | _introduced(doc, actors, owner, people, found, numbers, words) | _introduced_together(doc, actors, owner, people, found, numbers)


def _introduced(
    doc: Doc,
    actors: Sequence[Actor],
    owner: Mapping[int, str],
    people: Mapping[str, Known],
    found: Mapping[int, str],
    numbers: Sequence[int],
    words: IdentityWords,
) -> dict[int, str]:
    """Russian offices without a name whose holder the next sentence is the first to name: «Премьер принял главу порта. Анна Белова доложила о планах»."""
    first = {chain: min(j for j in owner if owner[j] == chain) for chain in {*owner.values()}}
    nameless = {c for c in first if not people[c].offices and not people[c].held and not _becomes(doc, actors, first[c])}
    new = {sentence: [chain for chain in nameless if numbers[actors[first[chain]].start] == sentence] for sentence in {*numbers}}
    told: dict[int, list[int]] = {}
    for i, actor in enumerate(actors):
        if actor.form == "position" and actor.lang == "ru" and i not in found and _may_be_introduced(doc, actor, words):
            told.setdefault(numbers[actor.start], []).append(i)
    introduced = {}
    for sentence, offices in told.items():
        holders = new.get(sentence + 1, []) if sentence >= 0 and not new[sentence] else []
        fits = len(offices) == len(holders) == 1 and _fits(actors[offices[0]].gender, people[holders[0]].gender)
        if fits and _takes_part(doc, actors[first[holders[0]]]):
            introduced[offices[0]] = holders[0]
    return introduced


def _introduced_together(
    doc: Doc, actors: Sequence[Actor], owner: Mapping[int, str], people: Mapping[str, Known], found: Mapping[int, str], numbers: Sequence[int]
) -> dict[int, str]:
    """The holders of one office told for several lands, whom the next sentence is the first to name: "The mayors of A and B met. Lind and Kos signed"."""
    first = {chain: min(j for j in owner if owner[j] == chain) for chain in {*owner.values()}}
    shared: dict[int, list[int]] = {}
    for i, actor in enumerate(actors):
        if actor.form == "position" and actor.entity_type == "person" and (actor.affiliation or actor.country) and i not in found:
            shared.setdefault(actor.root, []).append(i)
    introduced: dict[int, str] = {}
    for offices in (told for told in shared.values() if len(told) > 1):
        sentence = numbers[actors[offices[0]].start]
        named = sorted(
            (j for chain, j in first.items() if numbers[actors[j].start] == sentence + 1 and not people[chain].offices), key=lambda j: actors[j].start
        )
        joined = all(doc[actors[j].root].dep_ == "conj" for j in named[1:])
        if len(named) == len(offices) and joined and _is_subject(doc, actors[named[0]]):
            introduced |= {i: owner[j] for i, j in zip(offices, named, strict=True)}
    return introduced


def _becomes(doc: Doc, actors: Sequence[Actor], i: int) -> bool:
    """Whether the verb of a person tells what other office is his: «министром стал Олег Белов»."""
    verb = doc[actors[i].root].head
    return any(a.form == "position" and doc[a.root].head == verb and feature(doc[a.root], "Case") == "Ins" for a in actors)


def _may_be_introduced(doc: Doc, actor: Actor, words: IdentityWords) -> bool:
    """Whether an office is one person's, and more is told of it than «президент»."""
    office = office_of(actor, words)
    if office is None or actor.entity_type != "person" or actor.plural and not actor.affiliation or is_indefinite(doc, actor):
        return False
    return bool(office.places or office.others) or not office.concepts & words.concepts.unique


def unnamed_key(actor: Actor, i: int, words: IdentityWords) -> str:
    """The identity of an office that stands for nobody named: one for all mentions of the same single office, else its own."""
    office = office_of(actor, words)
    if actor.form != "position" or office is None or actor.plural:
        return f"alone:{i}"
    return description_key("office", office, office.places) or f"office:{'+'.join(sorted(office.concepts))}"


def _people(actors: Sequence[Actor], owner: Mapping[int, str], genders: Mapping[str, str], words: IdentityWords) -> dict[str, Known]:
    people: dict[str, Known] = {}
    for i, chain in sorted(owner.items()):
        known = people.setdefault(chain, Known(genders.get(chain, "")))
        office = office_of(actors[i], words) or _office_of_peer(actors, i, owner, words)
        if office is not None and actors[i].position_status != "former":
            known.offices.add(office)
    return people


def _office_of_peer(actors: Sequence[Actor], i: int, owner: Mapping[int, str], words: IdentityWords) -> Description | None:
    """The office of a counterpart told by name: that of whoever is named right before, of the counterpart's own land."""
    places = describe_text(actors[i].affiliation, words).places if actors[i].position.lower() in PEERS and actors[i].affiliation else ()
    before = next((j for j in range(i - 1, max(-1, i - 1 - NEAR), -1) if j in owner and owner[j] != owner[i]), -1) if places else -1
    office = office_of(actors[before], words) if before >= 0 else None
    return replace(office, places=places) if office is not None else None


def _note(people: Mapping[str, Known], chain: str | None, i: int, actors: Sequence[Actor]) -> None:
    if chain is not None:
        people[chain].actors.append(i)
        people[chain].named = people[chain].named or actors[i].form == "name"


def _sentence_numbers(doc: Doc) -> list[int]:
    """For every token the number of its sentence, -1 outside of the analysed ones."""
    numbers = [-1] * len(doc)
    for number, sentence in enumerate(analysed_sentences(doc)):
        numbers[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
    return numbers


def _resolve_pronoun(doc: Doc, actors: Sequence[Actor], i: int, people: Mapping[str, Known], numbers: Sequence[int]) -> str | None:
    """The subject of the nearest sentence that has a fitting one; else the only fitting person of the nearest sentence that names one."""
    here, gender = numbers[actors[i].start], actors[i].gender
    every = [_told(actors, people, numbers, sentence) for sentence in range(here, max(here - REACH, 0) - 1, -1)]
    others = {chain for told in every for chain, js in told.items() if any(_is_beside(doc, actors[j], actors[i]) for j in js)}
    every = [{chain: js for chain, js in told.items() if chain not in others} for told in every]
    for mentioned in every:
        subjects = [chain for chain, js in mentioned.items() if _fits(gender, people[chain].gender) and any(_is_subject(doc, actors[j]) for j in js)]
        if subjects:
            return _surest(gender, subjects, mentioned, people)
    told = ({chain: js for chain, js in mentioned.items() if people[chain].named} for mentioned in every)
    nearest = next((mentioned for mentioned in told if mentioned), {})
    sure = [chain for chain in nearest if _is_sure(gender, people[chain].gender)]
    return sure[0] if len(sure) == 1 else None


def _told(actors: Sequence[Actor], people: Mapping[str, Known], numbers: Sequence[int], sentence: int) -> dict[str, list[int]]:
    """People by the actors that a sentence tells of them so far; only those whom a name or nothing but an office has told."""
    called = {chain: known for chain, known in people.items() if known.named or not known.offices}
    latest = {chain: takewhile(lambda j: numbers[actors[j].start] >= sentence, reversed(known.actors)) for chain, known in called.items()}
    told = {chain: sorted(j for j in js if numbers[actors[j].start] == sentence) for chain, js in latest.items()}
    return {chain: js for chain, js in told.items() if js}


def _is_subject(doc: Doc, actor: Actor) -> bool:
    return doc[actor.root].dep_ in SUBJECTS


def _takes_part(doc: Doc, actor: Actor) -> bool:
    """Whether a verb tells of a person, not a noun, and of nobody beside: no «репортаж Анны Беловой», no «участие примут Анна Белова и мэры»."""
    token = doc[actor.root]
    if any(child.dep_ == "conj" for part in doc[actor.start : actor.end] for child in part.children):
        return False
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token.dep_ in PARTS


def _is_beside(doc: Doc, other: Actor, pronoun: Actor) -> bool:
    """Whether both belong to one verb: "the premier handed her the order" tells of two people."""
    head = doc[pronoun.root].head
    if doc[other.root].head == head:
        return head.i not in {other.root, pronoun.root}
    if pronoun.lang == "ru" and doc[other.root].dep_ in SUBJECTS and doc[other.root].head == _verb_above(doc[pronoun.root]):
        return True  # «мэр провёл встречу с ним»: the mayor's own would be «собой», «свой»
    governed = doc[pronoun.root].dep_ in OBJECTS or any(c.dep_ == "case" and c.text.lower() == "with" for c in doc[pronoun.root].children)
    return doc[other.root].dep_ in SUBJECTS and governed and _acts(doc[other.root], head)


def _verb_above(token: Token) -> Token:
    """The word above that is no noun, over the nouns that a pronoun hangs on."""
    for _ in range(CLIMB):
        token = token.head
        if token.pos_ != "NOUN" or token.dep_ not in OF_CLAUSE:
            break
    return token


def _acts(subject: Token, verb: Token) -> bool:
    """Whether a verb without a subject of its own is told of the subject of one above: "Anna Lind called Ivo Kos and thanked him"."""
    if verb.dep_ == "acl" and verb.head.dep_ in OBJECTS and any(c.text.lower() == "to" for c in verb.children):
        verb = verb.head  # "announced his intent to appoint her"
        return subject.head == verb.head
    while verb.dep_ in CHAINED and not any(c.dep_ in SUBJECTS for c in verb.children) and verb.head.i != verb.i:
        if verb.dep_ == "xcomp" and any(c.dep_ in OBJECTS for c in verb.head.children):
            return False  # "asked Ivo Kos to meet her"
        verb = verb.head
        if subject.head == verb:
            return True
    return False


def _fits(pronoun: str, person: str) -> bool:
    """Whether the genders do not contradict each other."""
    return not pronoun or not person or pronoun == person


def _is_sure(pronoun: str, person: str) -> bool:
    """Whether the genders agree; most people whose gender no word tells are men, so "she" is somebody known to be a woman."""
    return not pronoun or pronoun == person or (not person and pronoun == "m")


def _surest(gender: str, subjects: Sequence[str], mentioned: Iterable[str], people: Mapping[str, Known]) -> str | None:
    """The only subject of the gender told; else the only one of unknown gender, unless somebody else of the sentence is known to have it."""
    known = [chain for chain in subjects if gender and people[chain].gender == gender]
    if known or not gender:
        fitting = known or list(subjects)
        return fitting[0] if len(fitting) == 1 else None
    rivals = [chain for chain in mentioned if people[chain].gender == gender]
    return subjects[0] if len(subjects) == 1 and not rivals else None
