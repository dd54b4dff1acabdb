"""The shape of a source profile: what one source's pages and texts look like, checked when it is loaded."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from pipeline.sources.selectors import check_selector
from pipeline.text.patterns import compile_pattern


def _check_pattern(pattern: str) -> str:
    compile_pattern(pattern)
    return pattern


def _check_day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError as error:
        raise ValueError("no day; write it like 2019-06-05") from error
    return value


def _check_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (OSError, ValueError, KeyError) as error:
        raise ValueError("no time zone; write it like Europe/Astrakhan") from error
    return value


Pattern = Annotated[str, AfterValidator(_check_pattern)]
Selector = Annotated[str, AfterValidator(check_selector)]
Day = Annotated[str, AfterValidator(_check_day)]
Zone = Annotated[str, AfterValidator(_check_zone)]
Share = Annotated[float, Field(ge=0, le=1)]


class Strict(BaseModel):
    """A part of a profile: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Know(Strict):
    """How to know that a document is of this source: any one of these is enough."""

    hosts: tuple[str, ...] = Field(default=(), description="Hosts of its address; subdomains count: `example.org` knows `www.example.org`")
    paths: tuple[str, ...] = Field(default=(), description="Files below the input, with `*` and `?`: `astrakhan/*`, `*/azernews-*.txt`")
    names: tuple[str, ...] = Field(default=(), description="What the field `source` of a record holds")
    marks: tuple[Pattern, ...] = Field(default=(), description="Regular expressions found in the markup of its pages, or in the first lines of its texts")

    @model_validator(mode="after")
    def _is_told(self) -> Know:
        if not (self.hosts or self.paths or self.names or self.marks):
            raise ValueError("tells nothing; allowed are hosts, paths, names, marks, at least one of them")
        return self


class Page(Strict):
    """Where things stand on its web pages: CSS selectors, the first that finds something counts; `meta[name=date] @content` takes an attribute."""

    text: tuple[Selector, ...] = Field(
        default=(), description="The elements whose blocks are the lines of the text, all of them; without it the article is guessed"
    )
    drop: tuple[Selector, ...] = Field(default=(), description="Elements that are taken out of the page first")
    title: tuple[Selector, ...] = Field(default=(), description="The headline")
    published: tuple[Selector, ...] = Field(default=(), description="The day of publication, in any usual notation")
    author: tuple[Selector, ...] = Field(default=(), description="Who wrote it")


class Lines(Strict):
    """Where things stand in its texts: regular expressions searched for in the first lines; the first group is the value, else the whole."""

    title: tuple[Pattern, ...] = Field(default=(), description="The headline")
    published: tuple[Pattern, ...] = Field(default=(), description="The day of publication")
    author: tuple[Pattern, ...] = Field(default=(), description="Who wrote it")


class Skip(Strict):
    """Lines that are never part of a release. They are skipped, not cut out: positions stay."""

    lines: tuple[str, ...] = Field(default=(), description="The whole line, in any case")
    starts: tuple[str, ...] = Field(default=(), description="The line's start, in any case")
    patterns: tuple[Pattern, ...] = Field(default=(), description="Regular expressions that match the whole line, in any case")


class Name(Strict):
    """A name in one or both languages."""

    en: str = Field(default="", description="In English")
    ru: str = Field(default="", description="In Russian, in the nominative")


class Words(Strict):
    """Words of each language."""

    en: tuple[str, ...] = Field(default=(), description="English, as the texts have them, with the article")
    ru: tuple[str, ...] = Field(default=(), description="Russian lemmas")


class Region(Strict):
    """The region that its texts mean by "the region"."""

    name: Name = Field(description="Its full name")
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2", examples=["RU"])]
    words: Words = Field(default=Words(), description="How its texts call it: `the region`, `регион`")


class Holder(Strict):
    """Who held an office from the day `since` to the day `until`, both included; without them, always."""

    name: Name = Field(description="First name first")
    since: Day | None = Field(default=None, description="First day in office")
    until: Day | None = Field(default=None, description="Last day in office")

    @model_validator(mode="after")
    def _is_in_order(self) -> Holder:
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"since {self.since} is later than until {self.until}")
        return self


class Office(Strict):
    """An office that its texts tell without a name ("the governor"), and its holders."""

    words: Words = Field(description="How the texts tell it: `the governor`, `head of the region`")
    holders: tuple[Holder, ...] = Field(description="Who held it when")


class Lookups(Strict):
    """Exact texts and what to take instead, as the last resort for what no selector or pattern mends."""

    title: dict[str, str] = Field(default={}, description="Titles as they are found, and what to take instead")
    published: dict[str, Day] = Field(default={}, description="Days as they are found, and the ISO day to take")
    author: dict[str, str] = Field(default={}, description="Authors as they are found, and what to take instead")


class Expect(Strict):
    """What is usual: a run warns where a source falls below, for its layout may have changed."""

    documents: int = Field(default=5, ge=1, description="With fewer documents in a run nothing is said")
    published: Share = Field(default=0.0, description="Share of documents whose day of publication is found")
    title: Share = Field(default=0.0, description="Share of documents with a title")
    text: Share = Field(default=0.9, description="Share of documents whose length lies within `characters`")
    characters: tuple[int, int] = Field(default=(100, 100_000), description="Least and most characters of a text")


class Sample(Strict):
    """A saved article of the source, and what must be found in it: `communique source check` compares."""

    file: str = Field(description="Below the folder of the profile")
    title: str = Field(default="", description="The headline that must be found")
    published: Day | Literal[""] = Field(default="", description="The ISO day that must be found")
    author: str = Field(default="", description="The author that must be found")
    begins: str = Field(default="", description="The start of the text, after the lines that are skipped")
    ends: str = Field(default="", description="The end of the text, before the lines that are skipped")
    lines: int | None = Field(default=None, description="Lines of the text that are not skipped")


class Profile(Strict):
    """One source of articles."""

    name: Annotated[
        str,
        Field(
            pattern=r"^[a-z0-9][a-z0-9-]*$",
            description="As the file is called, in small Latin letters, digits and hyphens; a profile of yours replaces the shipped one of its name",
            examples=["city-hall"],
        ),
    ]
    title: str = Field(description="The source's name in the tables")
    about: str = Field(default="", description="What is odd about it, for people")
    language: Literal["", "en", "ru"] = Field(default="", description="The language of texts that do not tell theirs")
    time_zone: Zone | None = Field(default=None, description="Time stamps with an offset are turned to its day")
    know: Know = Field(description="How to know its documents")
    page: Page = Field(default=Page(), description="Where things stand on its pages")
    lines: Lines = Field(default=Lines(), description="Where things stand in its texts")
    skip: Skip = Field(default=Skip(), description="Lines that are passed over")
    region: Region | None = Field(default=None, description="Its home region")
    officials: tuple[Office, ...] = Field(default=(), description="Offices told without a name")
    lookups: Lookups = Field(default=Lookups(), description="Exact texts to exchange")
    expect: Expect = Field(default=Expect(), description="What is usual")
    samples: tuple[Sample, ...] = Field(default=(), description="Saved articles")
