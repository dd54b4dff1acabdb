"""One run: inputs into the ledger, what is new or changed through the flow, and, where anything changed, the tables written anew."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from pipeline.batch.fingerprint import annotation_key, article_key, fingerprint_analysis, fingerprint_annotation, fingerprint_tables
from pipeline.batch.hands import Hands, OwnHands, open_hands
from pipeline.batch.intake import take_in, take_out
from pipeline.batch.metrics import Metrics, write_metrics
from pipeline.batch.prepare import Preparation, decode, open_preparation, read_encoded, uncollected
from pipeline.batch.remote import Place, bring_here
from pipeline.batch.work import Job, Outcome
from pipeline.batch.write import write_beside
from pipeline.errors import UsageError
from pipeline.flow import assemble
from pipeline.ledger import NAME, Ledger, open_ledger
from pipeline.merge import hash_identities, load_identities
from pipeline.records import Analysis, Article
from pipeline.review import NAME as REVIEWS
from pipeline.review import load_reviews
from pipeline.rules import hash_own
from pipeline.settings import Settings
from pipeline.sources import check_inputs, load_reading_kit
from pipeline.tables import Tables
from pipeline.tables.write import file_states

Progress = Callable[[int, int], None]  # documents done, documents in all

BATCH = 20_000  # characters of a batch: a second or two of work
LEAST = 2_000  # characters of the last batches
PARTS = 12  # batches that what is left makes at least, until they are that small: no worker is at a long one when the others have ended
LARGEST = 32  # articles of a batch
LANGUAGE = "language"  # the note of the language that names are written in
GIVEN = "given"  # the note of the folders that the user gave
SAVED = 1.0  # seconds between two savings of what the workers found


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run left: documents by status and by language, those that failed with the reason, events by type; and how it came to that."""

    documents: Mapping[str, int]
    languages: Mapping[str, int]
    failed: Mapping[str, str]
    events: Mapping[str, int]
    analysed: int = 0  # documents that were new or changed
    known: int = 0  # documents whose analysis was kept
    seconds: float = 0.0
    changed: tuple[str, ...] = ()  # what was told otherwise in the run before, by which other rows may come of the same documents


def run(inputs: Sequence[Place], out: Place, settings: Settings, progress: Progress) -> RunSummary:
    """Reads `inputs`, adds to or updates what the folder `out` holds, and writes its tables. All of them are local paths or URLs.

    UsageError for an input that does not exist and for a folder that another run is writing. A document that fails is a row of documents.csv with
    its reason; it stops nothing. A run that was stopped in any way goes on where it was when it is started again.
    """
    metrics = Metrics()
    with bring_here(inputs, out) as (paths, folder):
        check_inputs(paths)
        _check_folder(folder, settings)
        with open_ledger(folder, fresh=settings.fresh) as ledger, open_hands(settings) as hands, open_preparation() as ahead:
            with metrics.timed("read"):
                articles = take_in(ledger, paths, load_reading_kit(settings), sync=settings.sync)
                changed = _note_given(ledger, settings)
            with metrics.timed("analyse"):
                _bring_up_to_date(ledger, articles, settings, hands, progress, metrics, ahead)
            with metrics.timed("write"):
                counts = _write_folder(ledger, articles, folder, settings, hands, ahead)
        write_metrics(metrics, folder)
    return RunSummary(**counts, analysed=metrics.analysed, known=metrics.known, seconds=round(sum(metrics.parts.values()), 3), changed=changed)


def forget(doc_id: str, out: Path, settings: Settings, progress: Progress) -> tuple[str, ...]:
    """Removes a document, its text and all that was found in it from the folder's tables and ledger; the documents of the same text that stay.

    UsageError where the folder holds no such document. The language of names stays that of the last run. A duplicate of the document that takes its
    place is analysed if need be.
    """
    if not (out / NAME).is_file():
        raise UsageError(f"{out}: no output folder of `communique run`; give the folder that holds {NAME}")
    with open_ledger(out, fresh=False) as ledger, open_preparation() as ahead:
        articles, same = take_out(ledger, doc_id)
        settings = replace(settings, language=ledger.note(LANGUAGE) or settings.language)
        unread = [article for article in articles if article.doc_id not in ledger.read_keys()]
        _bring_up_to_date(ledger, unread, settings, OwnHands(settings), progress, Metrics(), ahead)
        _write_folder(ledger, articles, out, settings, OwnHands(settings), ahead)
        ledger.shrink()
    return same


def _note_given(ledger: Ledger, settings: Settings) -> tuple[str, ...]:
    """Keeps which folders the user gave, and tells those that were others in the last run on this folder."""
    given = {"--rules": str(settings.rules_dir or ""), "--sources": str(settings.sources_dir or "")}
    before = json.loads(ledger.note(GIVEN) or json.dumps(given))
    ledger.write_note(GIVEN, json.dumps(given))
    return tuple(
        f"{option}: {given[option] or 'none'}, in the last run on this folder {before[option] or 'none'}" for option in given if given[option] != before[option]
    )


def _check_folder(out: Path, settings: Settings) -> None:
    if (out / "documents.csv").exists() and not (out / NAME).exists() and not settings.fresh:
        raise UsageError(f"{out}: holds tables but no ledger of what they were made from; run with --fresh to make them anew")


def _bring_up_to_date(
    ledger: Ledger, articles: Sequence[Article], settings: Settings, hands: Hands, progress: Progress, metrics: Metrics, ahead: Preparation
) -> None:
    """Sees to it that the ledger holds the present analysis of every article that is to be analysed."""
    fingerprint = fingerprint_analysis(settings)
    wanted = {article.doc_id: article_key(article, fingerprint) for article in articles if not article.status}
    keys = ledger.read_keys()
    todo = [article for article in articles if not article.status and keys.get(article.doc_id) != wanted[article.doc_id]]
    metrics.known = len(wanted) - len(todo)
    progress(0, len(todo))
    if todo:
        new = {article.doc_id for article in todo}
        ahead.begin([*read_encoded(ledger, (article for article in articles if not article.status and article.doc_id not in new))])
    made_by = fingerprint_annotation(settings) if settings.keeps_annotations else ""
    shown = {article.doc_id: annotation_key(article, made_by) for article in todo if made_by}
    outcomes = hands.analyse(_batches(ledger, todo, wanted, shown), len(todo))
    for saved in _save(ledger, outcomes, shown):
        metrics.count(saved)
        progress(metrics.analysed, len(todo))


def _batches(ledger: Ledger, articles: Sequence[Article], keys: Mapping[str, str], shown: Mapping[str, str]) -> Iterator[tuple[Job, ...]]:
    """The articles with their texts, longest first, in batches of about the same length, so that all workers end at about the same time.

    `keys` are those of analyses, `shown` those of annotations, by document.
    """
    jobs: list[Job] = []
    length, left = 0, sum(article.n_chars for article in articles)
    for article in sorted(articles, key=lambda article: (-article.n_chars, article.doc_id)):
        annotation = ledger.read_annotation(article.doc_id, shown[article.doc_id]) if shown else b""
        jobs.append(Job(replace(article, text=ledger.read_text(article.sha256)), keys[article.doc_id], annotation))
        length += article.n_chars
        if length >= min(BATCH, max(LEAST, left // PARTS)) or len(jobs) >= LARGEST:
            yield tuple(jobs)
            jobs, length, left = [], 0, left - length
    if jobs:
        yield tuple(jobs)


def _save(ledger: Ledger, outcomes: Iterator[Outcome], shown: Mapping[str, str]) -> Iterator[list[Outcome]]:
    """Writes outcomes to the ledger about once a second, and yields what was written; what is not yet written is at the end, whatever the end is."""
    waiting: list[Outcome] = []
    saved = perf_counter()
    try:
        for outcome in outcomes:
            waiting.append(outcome)
            if perf_counter() - saved > SAVED:
                _write_outcomes(ledger, waiting, shown)
                yield waiting
                waiting, saved = [], perf_counter()
    finally:
        _write_outcomes(ledger, waiting, shown)
    yield waiting


def _write_outcomes(ledger: Ledger, outcomes: Sequence[Outcome], shown: Mapping[str, str]) -> None:
    with ledger.change():
        ledger.write_analyses((outcome.doc_id, outcome.key, outcome.data) for outcome in outcomes)
        ledger.write_annotations((outcome.doc_id, shown[outcome.doc_id], outcome.annotation) for outcome in outcomes if outcome.annotation)


def _write_folder(ledger: Ledger, articles: Sequence[Article], out: Path, settings: Settings, hands: Hands, ahead: Preparation) -> dict[str, Any]:
    """The tables of all that the ledger holds, unless those of the folder are just these; what of a `RunSummary` they tell."""
    own = find_identities(out, settings)
    reviews = out / REVIEWS if (out / REVIEWS).is_file() else None
    state = f"{_state(ledger, articles, settings)} {hash_identities((*own, reviews))}"
    written = json.loads(ledger.note("written") or "{}")
    if written.get("state") != state or written.get("files") != file_states(out):
        prepared = ahead.get()
        with uncollected():
            make = partial(
                assemble,
                identity=prepared.identity,
                language=settings.language,
                decided=load_identities(*own),
                summary=prepared.summary,
                reviews=load_reviews(reviews),
                join=hands.join,
            )
            tables = write_beside(tuple(_read_analyses(ledger, articles, prepared.analyses)), make, out, hash_own(settings.rules_dir), hands.beside)
        written = {"state": state, "files": file_states(out), "counts": _count(tables)}
        ledger.write_note("written", json.dumps(written))
        ledger.write_note(LANGUAGE, settings.language)
    return dict(written["counts"])


def find_identities(out: Path, settings: Settings) -> tuple[Path | None, Path | None]:
    """The user's `identities.yml` and table of Wikidata ids: those named, else those in the output folder, else None."""
    named = ((settings.identities, out / "identities.yml"), (settings.wikidata, out / "wikidata.csv"))
    for path, _ in named:
        if path is not None and not path.is_file():
            raise UsageError(f"{path}: no such file")
    first, second = (path or (kept if kept.is_file() else None) for path, kept in named)
    return first, second


def _count(tables: Tables) -> dict[str, Mapping[str, object]]:
    return {
        "documents": dict(Counter(row.status for row in tables.documents)),
        "languages": dict(Counter(row.lang or "(none)" for row in tables.documents)),
        "failed": {row.doc_id: row.reason for row in tables.documents if row.status == "failed"},
        "events": dict(Counter(row.event_type for row in tables.events)),
    }


def _state(ledger: Ledger, articles: Iterable[Article], settings: Settings) -> str:
    """A checksum of all that the tables are made from."""
    keys = ledger.read_keys()
    told = (f"{keys.get(article.doc_id, '')} {article!r}\n" for article in articles)
    return article_key(Article("", ""), fingerprint_tables(settings) + "".join(told))


def _read_analyses(ledger: Ledger, articles: Sequence[Article], known: Mapping[str, Analysis]) -> Iterator[Analysis]:
    """Every article with its text and what was found in it; `known` are those that were read before."""
    yield from (Analysis(article) for article in articles if article.status)
    yield from known.values()
    further = (article for article in articles if not article.status and article.doc_id not in known)
    yield from map(decode, read_encoded(ledger, further))
