"""The values of an evaluation: what was annotated, what was found, and the figures and findings that come of comparing them."""

from __future__ import annotations

from dataclasses import dataclass, field

Span = tuple[int, int]  # characters, half-open
Days = tuple[str, str]  # first and last ISO day


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One annotated event; `*_ok` hold what is right as well. A participant is a tuple of its names."""

    event_type: str
    status: str
    statuses_ok: tuple[str, ...]
    participants: tuple[tuple[str, ...], ...]
    participants_ok: tuple[tuple[str, ...], ...]
    date: Days | None
    dates_ok: tuple[Days | None, ...]
    places: tuple[str, ...]
    documents: tuple[str, ...]  # titles or descriptions of `what`, each of them right
    asks_what: bool
    evidence: str
    spans: tuple[Span, ...]
    optional: bool
    cluster: str = ""  # the same for annotated events of several documents that are one

    @property
    def tells_date(self) -> bool:
        """Is a date asked for?"""
        return self.date is not None and None not in self.dates_ok


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """An annotated document."""

    doc_id: str
    lang: str
    events: tuple[GoldEvent, ...]


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """What the tables say of one event in one document. A participant is a tuple of its forms."""

    event_id: str
    event_type: str
    status: str
    participants: tuple[tuple[str, ...], ...]
    date: Days | None
    place: str
    what: str
    spans: tuple[Span, ...]
    sentence: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference: `kind` is missed, false or slots; `wanted` and `got` name what differs."""

    kind: str
    doc_id: str
    event_type: str
    event_id: str
    sentence: str
    wanted: tuple[tuple[str, str], ...] = ()  # slot, value
    got: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one slot: what was right among the found, and what was met among the asked."""

    right: int = 0
    found: int = 0
    met: int = 0
    asked: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that is right; 0 if nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the asked that was met; 0 if nothing was asked."""
        return self.met / self.asked if self.asked else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Figures) -> Figures:
        """The counts of both."""
        return Figures(self.right + other.right, self.found + other.found, self.met + other.met, self.asked + other.asked)


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of all events, or those of one type or language; slot names as in `SLOTS`."""

    name: str
    slots: dict[str, Figures]
    invented_dates: int


@dataclass(frozen=True, slots=True)
class Bin:
    """The events found of a confidence from `low` to below `high`: how many, its mean, and the share of which kind, status and participants are right."""

    low: float
    high: float
    found: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Clusters:
    """How far events that several documents tell are one row, by B-cubed: means over `events`, the annotated events that were found."""

    precision: float
    recall: float
    events: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class EvaluationResult:
    """What `evaluate` found: totals, the same by type and by language, how far `confidence` keeps its word, and every difference."""

    documents: int
    total: Group
    by_type: tuple[Group, ...]
    by_language: tuple[Group, ...]
    reliability: tuple[Bin, ...] = ()
    clusters: Clusters | None = None  # None where the gold file tells of none
    findings: tuple[Finding, ...] = field(default=())
