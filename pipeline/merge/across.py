"""Joins events that several documents tell: the best pairs first, as long as nothing speaks against any two tellings of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.merge.blocks import find_pairs, partition_tellings
from pipeline.merge.compare import can_be_one, compare_tellings, is_apart, is_one
from pipeline.merge.telling import Telling
from pipeline.merge.words import MergeWords, Reason, score_of

TIE = 0.1  # scores closer than this leave open which of two events a vague telling means

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """Two tellings that were joined, and why."""

    first: str  # mention_id
    second: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """Tellings of one event, and what joined them."""

    tellings: tuple[Telling, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Tellings that are merged together, in their order, and the knowledge to compare them by."""

    tellings: Sequence[Telling]
    words: MergeWords

    def reasons(self, a: int, b: int) -> tuple[Reason, ...]:
        """What speaks for and against two tellings being one event."""
        return compare_tellings(self.tellings[min(a, b)], self.tellings[max(a, b)], self.words)

    def apart(self, a: int, b: int) -> bool:
        """Whether two tellings can be no one event; what one document tells was compared within it."""
        return self.tellings[a].document.doc_id == self.tellings[b].document.doc_id or is_apart(self.reasons(a, b), self.words)


def join_parts(parts: Iterable[Sequence[Telling]], words: MergeWords) -> Iterator[Joined]:
    """The events of all parts, one part after the other."""
    for part in parts:
        yield from join_part(part, words)


Join = Callable[[Iterable[Sequence[Telling]], MergeWords], Iterable[Joined]]  # `join_parts`, or what does the same elsewhere


def join_tellings(tellings: Iterable[Telling], words: MergeWords, join: Join = join_parts) -> Iterable[Joined]:
    """The events of all documents, in no certain order; that of the input does not matter."""
    return join(partition_tellings(sorted(tellings, key=_order), words), words)


def join_part(tellings: Sequence[Telling], words: MergeWords) -> Iterator[Joined]:
    """The events of one part, as `partition_tellings` makes them; the same in one process and on any worker."""
    if len(tellings) == 1:
        yield Joined(tuple(tellings))
        return
    ordered = sorted(tellings, key=_order)
    part = Part(ordered, words)
    links = _find_links(part)
    home = list(range(len(ordered)))
    members = {n: [n] for n in home}
    joined: dict[int, list[Link]] = defaultdict(list)
    for a, b in links:
        first, second = sorted((home[a], home[b]))
        if first == second or any(part.apart(x, y) for x in members[first] for y in members[second]):
            continue
        joined[first] += [*joined.pop(second, []), Link(ordered[a].key, ordered[b].key, part.reasons(a, b))]
        moved = members.pop(second)
        for n in moved:
            home[n] = first
        members[first] += moved
    yield from (Joined(tuple(ordered[n] for n in sorted(group)), tuple(joined[first])) for first, group in members.items())


def _order(telling: Telling) -> tuple[str, str, float, str]:
    published = telling.document.published
    return published.isoformat() if published is not None else "9999", telling.document.doc_id, telling.spot, telling.key


def _find_links(part: Part) -> list[Pair]:
    """Pairs that are one event, best first, without those of which a vague telling leaves open which it means."""
    links = dict(_score_pairs(part))
    partners: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), score in links.items():
        partners[a].append((score, b))
        partners[b].append((score, a))
    doubtful = {pair for n, found in partners.items() if _is_vague(part.tellings[n]) for pair in _find_doubtful(n, found, part)}
    return sorted(links.keys() - doubtful, key=lambda pair: (-links[pair], pair))


def _score_pairs(part: Part) -> Iterator[tuple[Pair, float]]:
    for pair in find_pairs(part.tellings, part.words):
        if not can_be_one(part.tellings[pair[0]], part.tellings[pair[1]], part.words):
            continue
        reasons = part.reasons(*pair)
        if is_one(reasons, part.words):
            yield pair, score_of(reasons)


def _is_vague(telling: Telling) -> bool:
    return telling.interval is None or telling.interval.days > 1


def _find_doubtful(n: int, partners: Sequence[tuple[float, int]], part: Part) -> Iterator[Pair]:
    """The telling's pairs that are as good as the best, where two of these can be no one event."""
    best = max(score for score, _ in partners)
    equals = sorted(m for score, m in partners if best - score < TIE)
    if any(part.apart(x, y) for k, x in enumerate(equals) for y in equals[k + 1 :]):
        yield from ((min(n, m), max(n, m)) for m in equals)
