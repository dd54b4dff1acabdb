"""Fits the weights of what no rule decides, and shows, on documents that each fit has not seen, how often it is right.

usage: chances.py [--write]
--write puts the weights into pipeline/resources/extract/chances.yml

Questions: is what a rule or the context refused an event after all (second_look), does somebody take part whom no rule took (likely_participants), is a day
told elsewhere that of an undated event (likely_date), and is a town or land told elsewhere the place of one that nothing places (likely_place)?
Cases come from the annotated documents of corpus/ (not of held_out and fresh, which are for measuring) and, where ../shared is there, of its gold files; from
the examples of the rules; and from second looks at the general texts of ../shared, which readers judged: benchmarks/judged_second_looks.jsonl tells for each
the hash of the document's id, where its trigger begins, its type, and whether it is an event.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from confidence import general_articles, short_hash
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline

from pipeline.evaluate.compare import Match, is_same_evidence, match_events
from pipeline.evaluate.gold import load_gold
from pipeline.evaluate.names import load_matcher
from pipeline.evaluate.records import FoundEvent, GoldDocument
from pipeline.extract import look_first
from pipeline.extract.chance import ChanceWeights
from pipeline.extract.extract import FirstLook
from pipeline.extract.likely_date import list_days, make_telling
from pipeline.extract.likely_participants import find_scenes, list_bystanders
from pipeline.extract.likely_place import list_places, make_scenery
from pipeline.extract.second_look import list_refused
from pipeline.extract.status import find_status
from pipeline.flow import STAGES, Kit, Work, load_kit
from pipeline.merge import load_merge_words
from pipeline.merge.headline import headline_end
from pipeline.merge.within import group_mentions
from pipeline.records import Article, DateMention, EventMention
from pipeline.settings import Settings
from pipeline.sources import read_inputs
from pipeline.workbench.examples import list_examples

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
WEIGHTS = ROOT / "pipeline/resources/extract/chances.yml"
CORPORA = (
    (ROOT / "corpus/gold/sample.jsonl", ROOT / "corpus/sample"),
    (ROOT / "corpus/gold/varied.jsonl", ROOT / "corpus/varied"),
    (ROOT / "corpus/gold/daily.jsonl", ROOT / "corpus/daily"),
    (SHARED / "gold/press_dev.jsonl", SHARED / "gold/press_dev.jsonl"),
    (SHARED / "gold/seeds.jsonl", SHARED / "corpus/seeds"),
)
JUDGED = ROOT / "benchmarks/judged_second_looks.jsonl"
GENERAL = (SHARED / "corpus/scale/en_5k.jsonl.gz", SHARED / "corpus/scale/ru_5k.jsonl.gz")
NEVER = ChanceWeights(0.0, 2.0, {})  # takes no case
FOLDS = 10
SMALLEST = 0.05  # a weight below it is left out
LEAST = 3  # cases that a feature is seen in; a rarer one has no weight


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the chance from which a case is taken, and the inverse of the ridge penalty."""

    name: str
    least: float
    strength: float


@dataclass(frozen=True, slots=True)
class Case:
    """What a question is asked of, and the right answer. Of the cases of one `choice` at most one is taken."""

    doc_id: str
    choice: str
    features: dict[str, float]
    right: bool
    spoils: bool  # whether taking it where it is wrong makes a right row wrong or a false one


QUESTIONS = (
    Question("second_look", 0.65, 0.3),
    Question("likely_participants", 0.6, 0.1),
    Question("likely_date", 0.65, 0.1),
    Question("likely_place", 0.65, 0.1),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """An annotated document as it is read so far: what is found, event by event, and which annotated event each is."""

    gold: GoldDocument
    look: FirstLook
    work: Work
    groups: Sequence[Sequence[EventMention]]
    matches: Mapping[int, tuple[int, Match]]


def main(arguments: list[str]) -> int:
    """Prints what the fits are worth, and the weights."""
    fitted = fit_all(CORPORA)
    text = yaml.safe_dump(fitted, allow_unicode=True, sort_keys=False, width=150)
    if "--write" in arguments:
        head = "# Log odds of what no rule decides, fitted by benchmarks/chances.py; a feature without a weight counts 0."
        WEIGHTS.write_text(f"{head}\n{text}", encoding="utf-8")
    else:
        print(text)
    return 0


def fit_all(corpora: Iterable[tuple[Path, Path]]) -> dict[str, dict[str, Any]]:
    """The content of chances.yml, fitted question by question: each is asked of what those before it have left."""
    kit, fitted = load_kit(Settings()), {}
    chances = dict.fromkeys((question.name for question in QUESTIONS), NEVER)
    for question in QUESTIONS:
        kit = replace(kit, prefilter=False, extract=replace(kit.extract, chances=chances))
        cases = [case for gold, documents in corpora if gold.exists() for r in read_documents(gold, documents, kit) for case in CASES[question.name](r)]
        if question.name == "second_look" and all(path.exists() for path in GENERAL):
            cases += judged_cases(kit)
        if question.name == "likely_participants":
            cases += example_cases(kit)
        report_fit(question, cases)
        fitted[question.name] = fit_weights(question, cases)
        chances = {**chances, question.name: ChanceWeights(**fitted[question.name])}
    return fitted


def judged_cases(kit: Kit) -> Iterator[Case]:
    """The second looks at general texts that readers judged."""
    judged = {(row["doc"], row["trigger_start"], row["event_type"]): row["right"] for row in map(json.loads, JUDGED.read_text(encoding="utf-8").splitlines())}
    wanted = {doc for doc, _, _ in judged}
    for article in (article for article in general_articles() if short_hash(article.doc_id) in wanted):
        work = _analyse(article, kit)
        if work.doc is not None:
            look = _look(work, kit)
            for case, features in list_refused(look.found, look.mentions, look.sources, published=look.published):
                trigger = case.candidate.trigger
                right = judged.get((short_hash(article.doc_id), case.view.doc[trigger.start].idx, trigger.rule.type))
                if right is not None:
                    yield Case(article.doc_id, f"{trigger.head.i} {trigger.rule.type}", dict.fromkeys(features, 1.0), right, not right)


def example_cases(kit: Kit) -> Iterator[Case]:
    """Whom the examples of the rules name besides those whom they tell to take part."""
    for rule in kit.extract.book.rules:
        for k, example in enumerate(example for example in list_examples(rule) if example.who is not None):
            work = _analyse(Article(f"{rule.name} {k}", example.text, published=example.published), kit)
            if work.doc is None:
                continue
            look, told = _look(work, kit), {*example.who, *(example.whom or ()), *(example.attendee or ()), *(example.witness or ())}
            for scene in (s for s in find_scenes(look.views, work.mentions) if s is not None and s.mention.rule == rule.name):
                for actor, features in list_bystanders(scene, look.sources.entities):
                    right = look.sources.entities[actor.key].name in told
                    yield Case(work.article.doc_id, actor.key, dict.fromkeys(features, 1.0), right, not right)


def read_documents(gold: Path, documents: Path, kit: Kit) -> Iterator[Reading]:
    """The annotated documents in which sentences were analysed."""
    annotated = {document.doc_id: document for document in load_gold(gold)}
    for article in read_inputs([documents]):
        work = _analyse(article, kit)
        if work.doc is not None and article.doc_id in annotated:
            yield _read(work, kit, annotated[article.doc_id])


def _analyse(article: Article, kit: Kit) -> Work:
    work = Work(article)
    for stage in STAGES:
        work = work if work.article.status or work.over else stage(work, kit)
    return work


def _read(work: Work, kit: Kit, gold: GoldDocument) -> Reading:
    look = _look(work, kit)
    told = group_mentions(work.mentions, load_merge_words(kit.identity), headline=headline_end(work.article.text))
    groups = [group.mentions for group in told]
    return Reading(gold, look, work, groups, match_events(gold.events, tuple(_as_event(mentions, work) for mentions in groups), matcher=load_matcher()))


def _look(work: Work, kit: Kit) -> FirstLook:
    assert work.doc is not None
    return look_first(
        work.doc, doc_id=work.article.doc_id, published=_published(work), actors=work.actors, entities=work.entities, dates=work.dates, words=kit.extract
    )


def _published(work: Work) -> date | None:
    return date.fromisoformat(work.article.published) if work.article.published else None


def _as_event(mentions: Sequence[EventMention], work: Work) -> FoundEvent:
    """An event of one document as the evaluation sees it."""
    names = {e.key: (e.name, *e.aliases) for e in work.entities}
    people: dict[str, tuple[str, ...]] = {}
    for p in (p for m in mentions for p in m.participants):
        people[p.key] = (*people.get(p.key, ()), p.name, *filter(None, (p.text,)), *names.get(p.key, ()))
    dated = [(m.date_source != "text", m.date.interval.days, _days_of(m.date)) for m in mentions if m.date is not None and m.date.interval is not None]
    return FoundEvent(
        event_id="",
        event_type=mentions[0].event_type,
        status=Counter(m.status for m in mentions).most_common(1)[0][0],
        participants=tuple(people.values()),
        date=min(dated)[2] if dated else None,
        place=next((m.place for m in mentions if m.place), ""),
        what=next((m.what for m in mentions if m.what), ""),
        spans=tuple((m.start, m.end) for m in mentions),
        sentence="",
        confidence=None,
    )


def _days_of(day: DateMention) -> tuple[str, str]:
    assert day.interval is not None
    return day.interval.first.isoformat(), day.interval.last.isoformat()


def _second_looks(reading: Reading) -> Iterator[Case]:
    """What was refused, right if its status is; left out where the sentence tells of an event of the type that was found elsewhere, or of an optional one."""
    gold, look = reading.gold, reading.look
    for case, features in list_refused(look.found, look.mentions, look.sources, published=look.published):
        span, kind = case.view.span, case.candidate.trigger.rule.type
        here = ((span.start_char, span.end_char),)
        meant = [(k, e) for k, e in enumerate(gold.events) if e.event_type == kind and is_same_evidence(e.spans, here)]
        if not any(k in reading.matches or e.optional for k, e in meant):
            status, _ = find_status(case.view, case.candidate.predicate)
            right = any(status in (e.status, *e.statuses_ok) for _, e in meant)
            yield Case(gold.doc_id, f"{span.start_char} {kind}", dict.fromkeys(features, 1.0), right, not right)


def _bystanders(reading: Reading) -> Iterator[Case]:
    """Whom the sentences of an event name besides its participants; left out who is one of these by another name, or may be told or not."""
    matcher = load_matcher()
    names = {e.key: (e.name, *e.aliases) for e in reading.work.entities}
    scenes = tuple(find_scenes(reading.look.views, [mention for mentions in reading.groups for mention in mentions]))
    for k, match in (pair for pair in reading.matches.values() if not pair[1].gold.optional):
        known = {p.key for m in reading.groups[k] for p in m.participants}
        met = [
            told
            for told in match.gold.participants
            if any(matcher.is_same_name(name, form) for name in told for forms in match.found.participants for form in forms)
        ]
        for scene in (scene for scene in scenes if scene is not None and scene.mention in reading.groups[k]):
            for actor, features in list_bystanders(replace(scene, known=scene.known | known), reading.look.sources.entities):
                forms = (*names[actor.key], scene.view.doc[actor.actor.start : actor.actor.end].text)
                fits = [told for told in match.gold.participants if any(matcher.is_same_name(name, form) for name in told for form in forms)]
                allowed = any(matcher.is_same_name(name, form) for told in match.gold.participants_ok for name in told for form in forms)
                if not allowed and all(told not in met for told in fits):
                    yield Case(reading.gold.doc_id, f"{k} {actor.key}", dict.fromkeys(features, 1.0), bool(fits), not fits and match.all_people)


def _places(reading: Reading) -> Iterator[Case]:
    """The towns and lands where events that nothing places may have happened."""
    matcher, look = load_matcher(), reading.look
    sentences = [(view.span.start_char, view.span.end_char) for view in look.views]
    telling = make_telling([m for mentions in reading.groups for m in mentions], reading.work.dates, sentences, _published(reading.work))
    scenery = make_scenery(telling, look.views, look.sources.entities)
    for k, match in (pair for pair in reading.matches.values() if not pair[1].gold.optional and not pair[1].found.place):
        for mention in reading.groups[k]:
            for town, features in list_places(mention, scenery):
                names = (town.name, *(look.sources.entities[town.key].aliases if town.key else ()))
                fits = any(matcher.is_same_name(gold, name) or matcher.is_same_name(name, gold) for gold in match.gold.places for name in names)
                yield Case(mention.doc_id, str(k), dict.fromkeys(features, 1.0), fits, bool(match.gold.places) and not fits)


def _days(reading: Reading) -> Iterator[Case]:
    """The days that events without one may have happened on."""
    sentences = [(view.span.start_char, view.span.end_char) for view in reading.look.views]
    telling = make_telling([m for mentions in reading.groups for m in mentions], reading.work.dates, sentences, _published(reading.work))
    for k, match in (pair for pair in reading.matches.values() if not pair[1].gold.optional and pair[1].found.date is None):
        right = {match.gold.date, *match.gold.dates_ok}
        for mention in reading.groups[k]:
            for day, features in list_days(mention, telling):
                fits = _days_of(day) in right
                yield Case(mention.doc_id, str(k), dict.fromkeys(features, 1.0), fits, None in right and not fits)


CASES: Mapping[str, Callable[[Reading], Iterator[Case]]] = {
    "second_look": _second_looks,
    "likely_participants": _bystanders,
    "likely_date": _days,
    "likely_place": _places,
}


def report_fit(question: Question, cases: Sequence[Case]) -> None:
    """Every case judged by a fit on other documents: how many of those taken are right, and how many would be had by taking none."""
    chances = cross_val_predict(
        _make_model(question),
        [case.features for case in cases],
        [case.right for case in cases],
        groups=[case.doc_id for case in cases],
        cv=GroupKFold(FOLDS),
        method="predict_proba",
    )[:, 1]
    best: dict[tuple[str, str], tuple[float, Case]] = {}
    for chance, case in zip(chances, cases, strict=True):
        key = case.doc_id, case.choice
        best[key] = max(best.get(key, (0.0, case)), (float(chance), case), key=lambda entry: entry[0])
    taken = [case for chance, case in best.values() if chance >= question.least]
    precision, right = average_precision_score([case.right for case in cases], chances), sum(case.right for case in taken)
    print(f"{question.name}: {len(cases)} cases, {sum(case.right for case in cases)} right, average precision {precision:.3f}")
    print(f"  from {question.least}: {len(taken)} of {len(best)} choices taken, {right} right, {sum(case.spoils for case in taken)} spoil a row")


def fit_weights(question: Question, cases: Sequence[Case]) -> dict[str, Any]:
    """A part of chances.yml."""
    counts = Counter(name for case in cases for name in case.features)
    features = [{name: 1.0 for name in case.features if counts[name] >= LEAST} for case in cases]
    model = _make_model(question).fit(features, [case.right for case in cases])
    names, regression = model[0].get_feature_names_out(), model[-1]
    weights = {str(name): round(float(weight), 2) for name, weight in zip(names, regression.coef_[0], strict=True)}
    kept = {name: weight for name, weight in sorted(weights.items()) if abs(weight) >= SMALLEST}
    return {"start": round(float(regression.intercept_[0]), 2), "least": question.least, "features": kept}


def _make_model(question: Question) -> Pipeline:
    return make_pipeline(DictVectorizer(sparse=False, dtype=np.float64), LogisticRegression(C=question.strength, max_iter=3000))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
