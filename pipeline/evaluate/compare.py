"""Holds found events against annotated ones: which belong together, and which of their slots are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.evaluate.names import NameMatcher, match_text
from pipeline.evaluate.records import FoundEvent, GoldEvent, Span

MOST_FORMS = 2  # found participants that one annotated participant may stand for: the person, and the body spoken for
SAME_EVIDENCE = 0.5  # share of the shorter span that must be common
SAME_WHAT = 0.5  # F1 over words


@dataclass(frozen=True, slots=True)
class People:
    """How the participants of a pair agree: annotated ones that were met, found ones that are right, and found ones that count."""

    met: int
    right: int
    counted: int


@dataclass(frozen=True, slots=True)
class Match:
    """A found event that is an annotated one, and what of it is right."""

    gold: GoldEvent
    found: FoundEvent
    people: People
    status: bool
    date: bool
    place: bool
    what: bool

    @property
    def all_people(self) -> bool:
        """Are exactly the right participants told?"""
        return self.people.met == len(self.gold.participants) and self.people.right == self.people.counted

    @property
    def told(self) -> bool:
        """Are status and participants right, which is what `confidence` is the chance of?"""
        return self.status and self.all_people

    @property
    def row(self) -> bool:
        """Are status, date and participants all right?"""
        return self.told and self.date

    @property
    def agreement(self) -> float:
        """How well the two agree, about 0 to 6: what the choice of pairs maximises; of equals a compulsory event is preferred."""
        asked, counted = len(self.gold.participants), self.people.counted
        people = (self.people.met / asked if asked else 1) + (self.people.right / counted if counted else 0)
        return 1 + people + 2 * self.date + self.status - 0.01 * self.gold.optional


def match_events(gold: tuple[GoldEvent, ...], found: tuple[FoundEvent, ...], *, matcher: NameMatcher) -> dict[int, tuple[int, Match]]:
    """Index of the annotated event to index of its found one and their match: one to one, the best agreement first."""
    candidates = sorted(_find_candidates(gold, found, matcher=matcher), key=lambda entry: (entry[2].agreement, entry[0], entry[1]), reverse=True)
    pairs: dict[int, tuple[int, Match]] = {}
    taken: set[int] = set()
    for i, j, match in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = (j, match)
            taken.add(j)
    return pairs


def match_people(gold: GoldEvent, found: FoundEvent, *, matcher: NameMatcher) -> People:
    """How the participants agree. Those that name fewest annotated ones choose first; `participants_ok` are neither right nor wrong."""
    choices = [(_fits(forms, gold.participants, matcher=matcher), forms) for forms in found.participants]
    uses: Counter[int] = Counter()
    spare = 0
    for fits, forms in sorted(choices, key=lambda choice: len(choice[0])):
        free = [index for index in fits if uses[index] < MOST_FORMS]
        if free:
            uses[min(free, key=lambda index: uses[index])] += 1
        elif not _fits(forms, gold.participants_ok, matcher=matcher):
            spare += 1
    right = uses.total()
    return People(met=len(uses), right=right, counted=right + spare)


def is_same_evidence(gold: tuple[Span, ...], found: tuple[Span, ...]) -> bool:
    """Do any two spans share more than half of the shorter one?"""
    return any(min(g[1], f[1]) - max(g[0], f[0]) > SAME_EVIDENCE * min(g[1] - g[0], f[1] - f[0]) for g in gold for f in found)


def _find_candidates(gold: tuple[GoldEvent, ...], found: tuple[FoundEvent, ...], *, matcher: NameMatcher) -> Iterator[tuple[int, int, Match]]:
    for i, wanted in enumerate(gold):
        for j, got in enumerate(found):
            if wanted.event_type == got.event_type and is_same_evidence(wanted.spans, got.spans):
                yield i, j, _match_slots(wanted, got, matcher=matcher)


def _match_slots(gold: GoldEvent, found: FoundEvent, *, matcher: NameMatcher) -> Match:
    return Match(
        gold,
        found,
        people=match_people(gold, found, matcher=matcher),
        status=found.status in (gold.status, *gold.statuses_ok),
        date=found.date in (gold.date, *gold.dates_ok),
        place=any(matcher.is_same_name(place, found.place) or matcher.is_same_name(found.place, place) for place in gold.places),
        what=any(match_text(document, found.what) >= SAME_WHAT for document in gold.documents),
    )


def _fits(forms: tuple[str, ...], participants: tuple[tuple[str, ...], ...], *, matcher: NameMatcher) -> list[int]:
    return [index for index, names in enumerate(participants) if any(matcher.is_same_name(name, form) for name in names for form in forms)]
