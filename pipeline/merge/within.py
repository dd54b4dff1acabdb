"""Joins the mentions of one document that tell of one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.merge.same import Verdict, compare_mentions
from pipeline.records import EventMention


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of one event, in the order of the text, and why each after the first belongs."""

    mentions: tuple[EventMention, ...]
    reasons: tuple[str, ...]


def group_mentions(mentions: Sequence[EventMention]) -> tuple[Group, ...]:
    """The events of one document. A mention joins the latest group that it fits and none of whose mentions speaks against it."""
    groups: list[Group] = []
    for mention in mentions:
        k, verdict = next(_fitting(groups, mention), (-1, None))
        if verdict is None:
            groups.append(Group((mention,), ()))
        else:
            groups[k] = Group((*groups[k].mentions, mention), (*groups[k].reasons, "; ".join(verdict.reasons)))
    return tuple(groups)


def _fitting(groups: Sequence[Group], mention: EventMention) -> Iterator[tuple[int, Verdict]]:
    for k in _by_likelihood(groups, mention):
        verdicts = [compare_mentions(other, mention) for other in groups[k].mentions]
        linked = next((v for v in verdicts if v.reasons == ("one points to the other",)), None)
        if linked is not None:
            yield k, linked
        elif any(v.same for v in verdicts) and not any(_against(v) for v in verdicts):
            yield k, next(v for v in verdicts if v.same)


def _by_likelihood(groups: Sequence[Group], mention: EventMention) -> list[int]:
    """Groups that the mention points to first, then the latest."""
    return sorted(range(len(groups)), key=lambda k: (not any(m.cluster == mention.cluster for m in groups[k].mentions), -k))


def _against(verdict: Verdict) -> bool:
    return not verdict.same and verdict.reasons != ("too little in common",)
