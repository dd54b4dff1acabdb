"""What the page is made of: plain values that become JSON."""

from __future__ import annotations

from dataclasses import dataclass

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the page shows of a folder: `index` is what search, filters and charts need of every event, `chunks` the rest, some events at a time."""

    index: dict[str, Json]
    chunks: tuple[dict[str, Json], ...]
