"""What the finders of offices, bodies, places and names hand each other; offsets count units of a `View`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A named place or body, or a group of people."""

    start: int
    end: int
    type: str  # country, region, city, organization, group
    name: str  # normal form
    country: str = ""
    head: int = -1  # the unit that carries it
    name_start: int = -1
    owner: Piece | None = None  # the place or body it belongs to
    generic: bool = False  # "the region", "страна": known from context only
    plural: bool = False
    lower: bool = False  # named by a common noun alone


@dataclass(frozen=True, slots=True)
class Office:
    """An office with what it is the office of."""

    start: int
    end: int
    head: int
    position: str  # normal form
    status: str  # current, former, acting
    owner: Piece | None = None
    weak: bool = False  # not an office for sure without a name
    plural: bool = False
    further: tuple[Piece, ...] = ()  # more owners, one holder each: "the presidents of Armenia and Georgia"
    parts: tuple[Office, ...] = ()  # the single offices where several of one holder are told together


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name without office and honorific."""

    start: int
    end: int
    name: str  # normal form
    gender: str = ""
