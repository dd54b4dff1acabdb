"""Compares what a run read of each source with what its profile says is usual: a source that falls below may have changed its layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from pipeline.sources.profile import Expect, Profile

Row = Mapping[str, str]  # a row of documents.csv
UNREAD = frozenset({"failed", "duplicate"})


def find_changes(documents: Iterable[Row], profiles: Iterable[Profile]) -> Iterator[str]:
    """One warning for each source and each share that is below the expected one, in the order of the profiles."""
    rows = [row for row in documents if row["status"] not in UNREAD]
    for profile in sorted(profiles, key=lambda profile: profile.name):
        own = [row for row in rows if row["profile"] == profile.name]
        if len(own) >= profile.expect.documents:
            yield from _compare(own, profile)


def _compare(rows: Sequence[Row], profile: Profile) -> Iterator[str]:
    for name, wanted, holds in _measures(profile.expect):
        found = sum(map(holds, rows)) / len(rows)
        if found < wanted:
            yield f"{profile.name}: {name} in {found:.0%} of {len(rows)} documents, expected {wanted:.0%}; has its layout changed? communique source check"


def _measures(expect: Expect) -> tuple[tuple[str, float, Callable[[Row], bool]], ...]:
    least, most = expect.characters
    return (
        ("a day of publication", expect.published, lambda row: bool(row["published"])),
        ("a title", expect.title, lambda row: bool(row["title"])),
        (f"a text of {least} to {most} characters", expect.text, lambda row: least <= int(row["n_chars"]) <= most),
    )
