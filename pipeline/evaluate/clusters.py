"""Measures by B-cubed how far annotated events of several documents that are one event are one row (Bagga and Baldwin 1998)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.evaluate.compare import match_events
from pipeline.evaluate.names import NameMatcher
from pipeline.evaluate.records import Clusters, FoundEvent, GoldDocument

Item = tuple[str, str]  # the annotated cluster and the event_id of an annotated event that was found


def measure_clusters(documents: Sequence[GoldDocument], found: Mapping[str, tuple[FoundEvent, ...]], *, matcher: NameMatcher) -> Clusters | None:
    """The mean precision and recall of the rows that annotated events ended in; an event without a cluster is one of its own. None without clusters."""
    if not any(event.cluster for document in documents for event in document.events):
        return None
    items = [item for document in documents for item in _find_items(document, found.get(document.doc_id, ()), matcher)]
    return Clusters(_mean_share(items), _mean_share([(row, cluster) for cluster, row in items]), len(items))


def _find_items(document: GoldDocument, found: tuple[FoundEvent, ...], matcher: NameMatcher) -> Iterable[Item]:
    for index, (place, _) in match_events(document.events, found, matcher=matcher).items():
        yield document.events[index].cluster or f"{document.doc_id} {index}", found[place].event_id


def _mean_share(items: Sequence[Item]) -> float:
    """Mean over items of the share of their row that is of their cluster."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster, row in items:
        rows[row][cluster] += 1
    shares = [rows[row][cluster] / rows[row].total() for cluster, row in items]
    return sum(shares) / len(shares) if shares else 0.0
