"""Which tellings are compared at all: those that share a name, a story or a place, and lie close in time; so that the cost grows with their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from pipeline.merge.compare import AHEAD, NEAR, WEEK
from pipeline.merge.groups import group_pairs
from pipeline.merge.telling import Telling
from pipeline.merge.words import MergeWords, find_meanings

NAMES = 6  # names of one telling that make blocks
WINDOW = 40  # later tellings of a block that one is compared with
SINGLE = frozenset({"visit", "award", "appointment"})  # kinds that one name and a day tell apart
NAMELESS = frozenset({"opening", "conference"})  # kinds that often name nobody
TALKS = frozenset({"meeting", "call", "signing"})  # kinds that one name and the very day tell apart, where the other side is told by its office alone
STOOD_IN = frozenset({"meeting", "call", "signing", "visit"})  # kinds whose sides one article names by people, another by bodies or delegations

Key = tuple[str, ...]


def partition_tellings(tellings: Sequence[Telling], words: MergeWords) -> Iterator[list[Telling]]:
    """Parts that can be merged apart, on any machine: no telling of one part is ever compared with one of another."""
    groups = group_pairs(find_pairs(tellings, words))
    together = {n for group in groups for n in group}
    yield from ([tellings[n] for n in group] for group in groups)
    yield from ([telling] for n, telling in enumerate(tellings) if n not in together)


def find_pairs(tellings: Sequence[Telling], words: MergeWords) -> Iterator[tuple[int, int]]:
    """Pairs of positions, the smaller first, that are to be compared; a pair may come more than once."""
    for key, members in _fill_blocks(tellings, words).items():
        if len(members) > 1:
            yield from _pair_up(members, tellings, timed=key[1] not in {"text", "story"})


def find_keys(telling: Telling, words: MergeWords) -> Iterator[Key]:
    """What two tellings of one event have in common: kind, and text, story, sentence, two names, the only actor, a name and the day, countries and day,
    or place and name."""
    kind, document = telling.event_type, telling.document
    if document.text:
        yield kind, "text", document.text
    yield from ((kind, "story", story) for story in sorted(document.stories))
    if telling.day is None:
        return
    yield from ((kind, "words", sentence) for sentence in sorted(telling.sentences))
    yield from ((kind, "names", *pair) for pair in combinations(sorted(telling.everyone)[:NAMES], 2))
    if kind in SINGLE:
        yield from ((kind, "actor", name) for name in sorted(telling.actors)[:NAMES])
    if kind in TALKS and len(telling.everyone) > 1 and telling.interval is not None and telling.interval.days == 1:
        yield from ((kind, "actor", name, telling.interval.first.isoformat()) for name in sorted(telling.everyone)[:NAMES])
    if kind in STOOD_IN:
        yield from ((kind, "countries", when, *where) for when in _days(telling) for where in _find_lands(telling))
    if kind in NAMELESS:
        yield from _find_thing_keys(telling, words)


def _days(telling: Telling) -> Iterator[str]:
    """The days told, of a week at most: whoever stands in for somebody is known by country and day alone."""
    if telling.interval is not None and telling.interval.days <= WEEK:
        yield from ((telling.interval.first + timedelta(days=k)).isoformat() for k in range(telling.interval.days))


def _find_lands(telling: Telling) -> Iterator[tuple[str, ...]]:
    """Whose delegation came where; else the countries of both sides."""
    if telling.event_type == "visit":
        yield from ((land, telling.place.entity_id) for land in sorted(telling.countries) if telling.place.entity_id)
    elif len(telling.countries) > 1:
        yield tuple(sorted(telling.countries))


def _find_thing_keys(telling: Telling, words: MergeWords) -> Iterator[Key]:
    """The place of what is opened or held, and the telling words of its name in the spelling that both languages share."""
    if telling.place.entity_id:
        yield telling.event_type, "place", telling.place.entity_id
    told = find_meanings(telling.title, words)
    yield from ((telling.event_type, "title", word) for word in sorted(told.rest | told.subjects)[:NAMES])


def _fill_blocks(tellings: Sequence[Telling], words: MergeWords) -> Mapping[Key, list[int]]:
    blocks: dict[Key, list[int]] = defaultdict(list)
    for n, telling in enumerate(tellings):
        for key in find_keys(telling, words):
            blocks[key].append(n)
    return blocks


def _pair_up(members: Sequence[int], tellings: Sequence[Telling], *, timed: bool) -> Iterator[tuple[int, int]]:
    """In the order of their days each with those after it, as long as they can be one."""
    ordered = sorted(members, key=lambda n: (tellings[n].day or date.max, tellings[n].spot, tellings[n].key))
    for place, n in enumerate(ordered):
        end = _reach(tellings[n]) if timed else date.max
        for m in ordered[place + 1 : place + 1 + WINDOW]:
            if timed and (tellings[m].day or date.max) > end:
                break
            if tellings[n].document.doc_id != tellings[m].document.doc_id:
                yield (n, m) if n < m else (m, n)


def _reach(telling: Telling) -> date:
    """The last day on which another telling of the event can begin."""
    if telling.interval is not None:
        return telling.interval.after + timedelta(days=NEAR)
    return telling.document.published + timedelta(days=AHEAD) if telling.document.published is not None else date.max
