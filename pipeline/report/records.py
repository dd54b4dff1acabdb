"""What the page is made of: plain values that become JSON, and the few that are drawn at once."""

from __future__ import annotations

from dataclasses import dataclass

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as the timeline draws it: ISO days (empty if undated), and whether it is told as fact."""

    first: str
    last: str
    occurred: bool


@dataclass(frozen=True, slots=True)
class ReportData:
    """All that the page shows. `rows` and `details` run in the same order; `documents` holds those that tell of an event."""

    headline: tuple[tuple[str, str], ...]  # figure, what it counts
    columns: tuple[str, ...]
    rows: tuple[list[Json], ...]
    details: tuple[dict[str, Json], ...]
    documents: dict[str, Json]
    happenings: tuple[Happening, ...]
