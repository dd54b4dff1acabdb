"""The values that travel through the pipeline: frozen, compared by value, without behaviour beyond cheap properties.

Character offsets count Unicode code points of `Article.text`; token offsets count tokens of the article's `Doc`. Both are half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Article:
    """One input document as read, before any analysis. `status` is empty until a stage ends the document's way."""

    doc_id: str
    text: str
    path: str = ""
    title: str = ""
    url: str = ""
    source: str = ""
    published: str = ""  # ISO day, or empty
    published_source: str = ""  # record, source (a profile), page, dateline
    lang: str = ""  # en, ru, or another ISO 639-1 code
    sha256: str = ""
    status: str = ""  # ok, no_events, duplicate, skipped, failed
    reason: str = ""
    duplicate_of: str = ""
    n_chars: int = 0  # of the text, where that is kept elsewhere
    author: str = ""
    profile: str = ""  # name of the source profile that it was read with


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one language. `lang` is empty where nothing is to be analysed (boilerplate, another language)."""

    start: int
    end: int
    lang: str


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `first` up to, not including, `after`."""

    first: date
    after: date

    @property
    def last(self) -> date:
        """The last day that belongs to the interval."""
        return self.after - timedelta(days=1)

    @property
    def days(self) -> int:
        """Length in days."""
        return (self.after - self.first).days


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression in a text, resolved where that is possible."""

    start: int  # characters
    end: int
    text: str
    type: str  # TIMEX3: DATE, TIME, DURATION, SET
    value: str  # TIMEX3 value, e.g. 2022-11-22, 2022-W46, P3D, XXXX-12-07
    interval: Interval | None = None
    precision: str = ""  # day, range, week, month, quarter, half, season, year, decade
    edtf: str = ""
    anchor: str = ""  # the ISO date that a relative expression was resolved against
    anchor_source: str = ""  # published, text, or empty for an absolute expression
    role: str = ""  # start, end: of a range told in two expressions; bound: what is told is since, until, before or after it; purpose: it is for that time;
    # dateline: the day of the report; part: a day of the longer event that it names; clock: an hour of a day not told
    # entry: it heads what a chronicle tells of that day


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """One of several offices that are told of one person together."""

    position: str
    status: str  # current, former, acting
    affiliation: str = ""
    affiliation_type: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A phrase that names, describes or stands for somebody: office, body and name together ("Governor Igor Babushkin of Astrakhan region").

    `form` tells what it is: name (a person, body or place is named), position (an office without a name: "the governor"), pronoun ("he"),
    parties ("the sides", "both delegations").
    """

    start: int  # tokens
    end: int
    root: int  # token that carries the phrase's place in the tree
    entity_type: str  # person, organization, country, region, city, group
    form: str
    name: str  # normal form in its own language: nominative, first name first; for a position without a name, the position
    lang: str
    name_start: int  # tokens of the name alone (of the whole phrase where no name is told)
    name_end: int
    position: str = ""
    position_status: str = ""  # current, former, acting
    affiliation: str = ""
    affiliation_type: str = ""
    affiliation_start: int = -1  # tokens, or -1
    affiliation_end: int = -1
    country: str = ""  # ISO 3166-1 alpha-2
    gender: str = ""  # m, f or empty
    plural: bool = False
    offices: tuple[HeldOffice, ...] = ()  # the single offices where several are told together: "head of the region and chairman of the government"


@dataclass(frozen=True, slots=True)
class EntityMention:
    """An actor with the identity that it was given within its document."""

    actor: Actor
    key: str  # the same for all mentions of one entity in the document
    resolved_by: str  # name, position, pronoun, group, context


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """What one document tells of one entity."""

    doc_id: str
    key: str
    entity_type: str
    name: str
    lang: str
    aliases: tuple[str, ...]
    country: str
    position: str
    affiliation: str
    start: int  # characters of the first mention
    end: int
    gender: str = ""
    shared: str | None = None  # the key that all documents share for it, empty if it has none; None where that was not looked up


@dataclass(frozen=True, slots=True)
class PositionFact:
    """Who holds which office where, as told at one spot of one document."""

    doc_id: str
    key: str  # local entity of the holder
    position: str
    organization: str
    organization_key: str  # local entity of the body, or empty
    status: str  # current, former, acting
    start: int  # characters
    end: int
    organization_doc: str = ""  # the article of `organization_key`, if it is another one


@dataclass(frozen=True, slots=True)
class Participant:
    """One participant of one event mention. Offsets are -1 where it was carried over from context."""

    role: str  # who, whom, signatory, witness, head_of_delegation, attendee
    side: int
    key: str  # local entity
    text: str
    start: int  # characters
    end: int
    name: str
    entity_type: str
    position: str
    affiliation: str
    country: str
    resolved_by: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a slot is what it is."""

    slot: str
    clause: str  # the part of the rule, or the mechanism, that filled it
    text: str
    start: int = -1  # characters
    end: int = -1


@dataclass(frozen=True, slots=True)
class LikelyPlace:
    """A place that an article tells elsewhere, and the words that tell it."""

    name: str
    key: str  # local entity, empty for none
    country: str
    text: str
    start: int  # characters
    end: int


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as one sentence tells it."""

    doc_id: str
    lang: str
    event_type: str
    rule: str
    status: str
    status_cue: str
    sentence: str
    start: int  # characters of the sentence
    end: int
    trigger: str
    trigger_start: int
    trigger_end: int
    participants: tuple[Participant, ...] = ()
    date: DateMention | None = None
    date_source: str = ""  # text, context, published
    place: str = ""
    place_key: str = ""
    country: str = ""
    what: str = ""
    document_type: str = ""
    amount: float | None = None
    currency: str = ""
    background: bool = False
    another: bool = False  # "the next meeting": none told before
    asserted_by: str = ""
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    cluster: int = 0  # mentions with one number are one event of the document
    likely_date: DateMention | None = None  # of an undated one the likeliest of those told elsewhere: for an event that no mention dates
    likely_place: LikelyPlace | None = None  # the same for the place


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the pipeline found in one article: what the merge and the tables work on."""

    article: Article
    mentions: tuple[EventMention, ...] = ()
    entities: tuple[LocalEntity, ...] = ()
    positions: tuple[PositionFact, ...] = ()
    dates: tuple[DateMention, ...] = ()
