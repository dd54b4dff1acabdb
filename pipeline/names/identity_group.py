"""What the grouping of people works on."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.names.identity_compare import Person
from pipeline.records import LocalEntity


@dataclass(eq=False, slots=True)
class Group:
    """People of one name, or of several names that are one person."""

    people: list[Person]
    entities: list[LocalEntity] = field(default_factory=list)
