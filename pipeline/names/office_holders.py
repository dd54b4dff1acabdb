"""Within one article: whom an office told without a name stands for: who is told or known to hold it, and is named nearest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from pipeline.annotate import Doc, Token
from pipeline.names.identity import IdentityWords
from pipeline.names.positions import Description, match_offices
from pipeline.names.resolve_offices import office_of
from pipeline.records import Actor

INDEFINITE = frozenset({"a", "an", "another", "any", "every", "each", "some", "new", "другой", "любой", "каждый", "один", "новый"})
LEADER = frozenset({"head"})  # "the leader of Indonesia", "глава Чечни"
DIPLOMAT = frozenset({"diplomat"})  # "the diplomat", «дипломат»
GOVERNOR = frozenset({"governor"})
AKIM = frozenset({"akim"})
CONSUL, CONSUL_GENERAL = frozenset({"consul"}), frozenset({"consul_general"})
ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod"})
JOINING = frozenset({"appos", "flat"})
CLAUSE = 40  # words between two actors of one clause
AHEAD = 2  # sentences behind an office in which its well-known holder may be named: «Президент прилетел в Казань. Владимир Путин осмотрел порт»
LATER = 0.5  # sentences: a name behind an office is as far as this adds to it
PARAGRAPH = 1.25  # the same for a name of another paragraph
ASIDE = 4  # sentences that somebody known without an office may stand further off than who is told with one
TOLD = 0.5  # who is told to hold an office is nearer than who is known to
FAR = 99.0
ABROAD = 8.0  # sentences behind the name of who holds an office in a country that the article is not about
ENOUGH = 3  # actors of a country that an article is about, and how often it is told for once of the next
SURELY = 1.5
MORE = 2  # times as often


@dataclass(slots=True)
class Known:
    """A person of the article: offices told with the name or resolved, gender, and the actors so far."""

    gender: str
    offices: set[Description] = field(default_factory=set)
    held: Set[Description] = frozenset()  # known for, not told
    actors: list[int] = field(default_factory=list)  # in the order of the text
    named: bool = False  # by one of these actors


def find_holder(
    doc: Doc, actors: Sequence[Actor], i: int, people: Mapping[str, Known], owner: Mapping[int, str], words: IdentityWords, numbers: Sequence[int]
) -> str | None:
    """The person of `people` for whom the office that actor `i` tells stands.

    `owner` maps the actors of named people to them; `numbers` gives the sentence of every token.
    """
    actor = actors[i]
    office = office_of(actor, words)
    if office is None or is_indefinite(doc, actor):
        return None
    unique = bool(office.concepts & words.concepts.unique)
    if actor.plural and not unique:
        return None
    if unique and not office.places:
        return _nearest(_candidates(doc, actors, i, people, owner, words, numbers), actors)
    fitting = [chain for chain, known in people.items() if any(_is_held(office, held, words) for held in known.offices)]
    fitting = [chain for chain in fitting if not any(_act_together(doc, actor, actors[j]) for j in people[chain].actors)]
    before = [chain for chain in fitting if people[chain].actors]
    if unique and before:
        return max(before, key=lambda chain: people[chain].actors[-1])
    if fitting:
        return fitting[0] if len(fitting) == 1 else _most_told(fitting, people) if actor.lang == "ru" and not office.places else None
    told = {chain for chain, known in people.items() if known.actors or office.places}  # «президент России» may be named further on
    known_for = [chain for chain in people if chain in told and any(_is_held(office, held, words) for held in people[chain].held)]
    return known_for[0] if len(known_for) == 1 else None


def _most_told(chains: Sequence[str], people: Mapping[str, Known]) -> str | None:
    """The one of several holders of whom an article is, told far more often than the next."""
    first, second = sorted(chains, key=lambda chain: -len(people[chain].actors))[:2]
    return first if len(people[first].actors) > MORE * len(people[second].actors) else None


@dataclass(frozen=True, slots=True)
class _Holder:
    """Somebody for whom an office may stand: how far off the name stands, the last actor before, and the countries of the office."""

    chain: str
    distance: float
    told: bool
    last: int
    places: frozenset[str]


def _candidates(
    doc: Doc, actors: Sequence[Actor], i: int, people: Mapping[str, Known], owner: Mapping[int, str], words: IdentityWords, numbers: Sequence[int]
) -> Iterator[_Holder]:
    """Those who are told or known to hold the office, and do not act beside it."""
    office = office_of(actors[i], words)
    ahead: dict[str, list[int]] = defaultdict(list)
    for j, chain in owner.items():
        if j > i and 0 <= numbers[actors[j].start] - numbers[actors[i].start] <= AHEAD:
            ahead[chain].append(j)
    for chain, known in people.items():
        told = {held for held in known.offices if office is not None and _is_held(office, held, words)}
        held = told or {held for held in known.held if office is not None and _is_held(office, held, words)}
        told_at = [*known.actors, *ahead[chain]]
        if not held or any(_act_together(doc, actors[i], actors[j]) for j in told_at):
            continue
        distance = min((_distance(doc, actors[j], actors[i], numbers) for j in told_at), default=FAR)
        places = frozenset(place for one in held for place in one.places)
        yield _Holder(chain, distance - TOLD * bool(told), bool(told), max(known.actors, default=-1), places)


def _distance(doc: Doc, name: Actor, office: Actor, numbers: Sequence[int]) -> float:
    """Sentences between a name and an office: more where another paragraph begins behind the name, or where the name comes later."""
    between = numbers[office.start] - numbers[name.start]
    if name.start > office.start:
        return -between + LATER
    return between + PARAGRAPH * ("\n" in doc[name.end : office.start].text)


def _nearest(holders: Iterable[_Holder], actors: Sequence[Actor]) -> str | None:
    """The nearest holder; of several the last one told to be it, else, and of those named far behind, the one of the country that the article is about."""
    found = sorted(holders, key=lambda h: (h.distance, not h.told, -h.last))
    best = [h for h in found if h.distance == found[0].distance and h.told == found[0].told]
    about = Counter(actor.country for actor in actors if actor.country).most_common(2)
    abroad = bool(best) and not any(country in best[0].places for country, _ in about[:1])
    sure = len(about) == 1 or (len(about) > 1 and about[0][1] > about[1][1] * SURELY)
    own = [h for h in found if not h.told and best and h.distance <= best[0].distance + ASIDE]
    if best and best[0].told and best[0].distance >= PARAGRAPH and len(own) == 1 and actors[best[0].last].lang == "ru":
        return own[0].chain  # «президент» without a land is the one who was told by name alone, not that of Egypt, told a paragraph before
    near = bool(best) and best[0].distance < (ABROAD if abroad else FAR - TOLD)
    if near and (len(best) == 1 or (best[0].told and best[0].last >= 0)):
        return best[0].chain
    if not near:
        best = found
    home = [h for h in best if sure and about[0][0] in h.places]
    return home[0].chain if len(home) == 1 and about[0][1] >= ENOUGH else None


def _act_together(doc: Doc, actor: Actor, other: Actor) -> bool:
    """Whether two actors depend on one word, so that they are two: «Лавров встретился с главой МИД»."""
    first, second = _governor(doc[actor.root]), _governor(doc[other.root])
    if abs(actor.start - other.start) > CLAUSE or doc[actor.root].dep_ in JOINING or doc[other.root].dep_ in JOINING:
        return False
    return first is not None and second is not None and first == second and actor.root != other.root


def _governor(token: Token) -> int | None:
    """The word that a nominal depends on, beyond what it is coordinated with and beyond an object: "held talks with"."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    head = token.head
    if token.dep_ not in ARGUMENTS or head.i == token.i:
        return None
    if head.dep_ == "obj" and token.dep_ == "nmod":
        head = head.head
    return head.head.i if head.dep_ == "xcomp" else head.i  # "the speaker is scheduled to meet the chairman"


def _is_held(office: Description, held: Description, words: IdentityWords) -> bool:
    """Whether the office told alone is the one held; one told with a place or body is none whose place or body is not known."""
    if office.concepts == DIPLOMAT and not office.others:
        return bool(held.concepts & words.concepts.diplomats) and (not office.places or not {*office.places}.isdisjoint(held.places))
    if office.concepts == GOVERNOR and not (office.places or office.others) and held.concepts in {LEADER, AKIM}:
        return any("-" in place for place in held.places)  # «глава региона» is the «глава Мордовии»
    if office.concepts == CONSUL and held.concepts >= CONSUL_GENERAL:  # «консул» for short
        office = replace(office, concepts=held.concepts)
    if (office.places and not held.places) or not office.others <= held.others:
        return False
    if (office.concepts == LEADER or office.concepts & words.concepts.leaders) and (_is_wider(held, office) or _is_narrower(held, office)):
        return False
    if office.concepts == LEADER and office.places == held.places:
        return bool(held.concepts & words.concepts.leaders) and not held.concepts & words.concepts.ranks
    if held.concepts == LEADER and (office.places or office.others) and (office.places, office.others) == (held.places, held.others):
        return bool(office.concepts & words.concepts.local) and not office.concepts & words.concepts.ranks  # «мэр Омска» is the «глава Омска»
    return office.concepts <= held.concepts and match_offices(office, held, words.concepts) in {"same", "part"}


def is_indefinite(doc: Doc, actor: Actor) -> bool:
    """ "a governor", "another minister", "новый посол": somebody not named before."""
    return any(token.text.lower() in INDEFINITE for token in doc[max(0, actor.start - 1) : actor.start + 1])


def _is_narrower(held: Description, office: Description) -> bool:
    """Whether an office is told of a country and held in no more than a part of it: «президент России» is not the one of Ingushetia."""
    return bool(office.places) and bool(held.places) and not any("-" in place for place in office.places) and all("-" in place for place in held.places)


def _is_wider(held: Description, office: Description) -> bool:
    """Whether an office is told of a part of the country that another is held in: «глава Чечни» is not the head of a body of Russia."""
    parts = {place for place in office.places if "-" in place}
    return bool(parts) and bool(held.places) and not any(x == place or x.startswith(f"{place}-") for place in parts for x in held.places)
