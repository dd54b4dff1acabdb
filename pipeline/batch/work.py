"""The work on one article, wherever it is done: what comes in and goes out can be sent to another process or machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from pipeline.bounds import bound_time
from pipeline.errors import InputError
from pipeline.flow import Kit, analyse_kept, load_kit
from pipeline.ledger import encode_analysis
from pipeline.records import Analysis, Article
from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """An article to be analysed, the key that its analysis is kept by, and its annotation, if that was kept."""

    article: Article
    key: str
    annotation: bytes = b""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An encoded analysis, the seconds that each stage took, and the annotation if it is new and to be kept."""

    doc_id: str
    key: str
    data: bytes
    seconds: Mapping[str, float] = field(default_factory=dict)
    annotation: bytes = b""


Work = Callable[[Job], Outcome]


def load_work(settings: Settings) -> Work:
    """What a worker does, once its models are loaded; ModelError or RuleError where something is missing or wrong."""
    return partial(do_job, kit=load_kit(settings), patience=settings.patience)


def do_job(job: Job, kit: Kit, patience: float) -> Outcome:
    """The outcome of one job; it never raises for what is in the article. After `patience` seconds of processor time the document has failed."""
    seconds: Counter[str] = Counter()
    try:
        with bound_time(patience, "to analyse"):
            analysis, annotation = analyse_safely(job.article, kit, seconds, job.annotation)
    except InputError as error:  # told once more, when the failure was being written
        return fail_job(job, str(error))
    return Outcome(job.article.doc_id, job.key, encode_analysis(analysis), dict(seconds), annotation)


def fail_job(job: Job, reason: str) -> Outcome:
    """The outcome of a job that could not be done."""
    return Outcome(job.article.doc_id, job.key, encode_analysis(Analysis(replace(job.article, status="failed", reason=reason))))


def analyse_safely(article: Article, kit: Kit, seconds: Counter[str] | None = None, annotation: bytes = b"") -> tuple[Analysis, bytes]:
    """The analysis of an article, and its annotation if that is to be kept; one that raises is marked as failed, with the reason."""
    try:
        return analyse_kept(article, kit, seconds, annotation)
    except MemoryError:
        return Analysis(replace(article, status="failed", reason="needs more memory than a document is given")), b""
    except Exception as error:  # one article must never stop a run
        reason = f"{type(error).__name__}: {error}" if not isinstance(error, InputError) else str(error)
        return Analysis(replace(article, status="failed", reason=reason)), b""
