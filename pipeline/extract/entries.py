"""Gives what an entry of a chronicle tells the day that heads it: "- March 24. The mayor received the consul."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.extract.draft import Draft
from pipeline.records import DateMention, Evidence

TOLD = frozenset({"occurred", "negated"})


def with_entries(drafts: Iterable[Draft], text: str, dates: Sequence[DateMention]) -> Iterator[Draft]:
    """The drafts; those that tell no day of their own with that of their entry, which ends with its line unless the day has a line to itself."""
    heads = [d for d in dates if d.role == "entry"]
    for draft in drafts:
        head = next((d for d in reversed(heads) if d.end <= draft.mention.start), None)
        yield draft if head is None else _dated(draft, head, text)


def _dated(draft: Draft, head: DateMention, text: str) -> Draft:
    mention = draft.mention
    line, ended, _ = text[head.end : mention.start].partition("\n")
    over = bool(ended) and any(map(str.isalnum, line))
    if mention.date is not None or mention.background or mention.status not in TOLD or over:
        return draft
    evidence = Evidence("date", "the day that heads the entry", head.text, head.start, head.end)
    return replace(draft, mention=replace(mention, date=head, date_source="context", evidence=(*mention.evidence, evidence)))
