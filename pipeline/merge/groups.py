"""Groups of what pairs connect: the partitions that are merged apart, and the texts that are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T", int, str)


def group_pairs(pairs: Iterable[tuple[T, T]]) -> list[list[T]]:
    """The connected groups, each sorted, in the order of their first members; what stands in no pair is in no group."""
    parent: dict[T, T] = {}
    for a, b in pairs:
        first, second = sorted((find_root(a, parent), find_root(b, parent)))
        parent[second] = first
    groups: dict[T, list[T]] = defaultdict(list)
    for member in sorted(parent):
        groups[find_root(member, parent)].append(member)
    return [groups[root] for root in sorted(groups)]


def find_root(member: T, parent: dict[T, T]) -> T:
    """The name of the member's group; the way to it is shortened."""
    parent.setdefault(member, member)
    while parent[member] != member:
        parent[member] = parent[parent[member]]
        member = parent[member]
    return member
