"""Fits the weights of `confidence` on annotated documents and shows, on documents that each fit has not seen, how far it keeps its word.

usage: confidence.py [--write] [GOLD.jsonl INPUT ...]   gold files, each with the documents it annotates; default: the sample corpus and those of ../shared
--write puts the weights into pipeline/resources/extract/confidence.yml
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline

from pipeline.batch import run
from pipeline.evaluate.compare import match_events
from pipeline.evaluate.found import load_found
from pipeline.evaluate.gold import load_gold
from pipeline.evaluate.names import load_matcher
from pipeline.evaluate.reliability import calibration_error, measure_reliability
from pipeline.extract.confidence import list_features, load_confidence_weights
from pipeline.flow import analyse, load_kit
from pipeline.records import EventMention
from pipeline.settings import Settings
from pipeline.sources import read_inputs
from pipeline.tables.read import read_table

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
WEIGHTS = ROOT / "pipeline/resources/extract/confidence.yml"
DEFAULT = (
    (ROOT / "corpus/gold/sample.jsonl", ROOT / "corpus/sample"),
    (SHARED / "gold/press_dev.jsonl", SHARED / "gold/press_dev.jsonl"),
    (SHARED / "gold/seeds.jsonl", SHARED / "corpus/seeds"),
)
FOLDS = 5
LEAST = 2  # mentions that a feature or rule is seen in; a rarer one has no weight
STRENGTH = 0.5  # inverse of the ridge penalty: the smaller, the closer every weight stays to 0


@dataclass(frozen=True, slots=True)
class Sample:
    """A mention of a found event, and whether the event's row is right."""

    doc_id: str
    event_id: str
    features: dict[str, float]
    right: bool


def main(arguments: list[str]) -> int:
    """Prints the reliability of the fit and its weights."""
    paths = [Path(argument) for argument in arguments if argument != "--write"]
    pairs = tuple(zip(paths[::2], paths[1::2], strict=True)) or tuple(pair for pair in DEFAULT if pair[0].exists())
    samples = [sample for gold, documents in pairs for sample in judge_mentions(gold, documents)]
    report_reliability(samples)
    text = yaml.safe_dump(fit_weights(samples), allow_unicode=True, sort_keys=False, width=150)
    if "--write" in arguments:
        WEIGHTS.write_text(
            f"# Log odds that a row is right, fitted by benchmarks/confidence.py; a feature or rule without a weight counts 0.\n{text}", encoding="utf-8"
        )
    else:
        print(text)
    return 0


def judge_mentions(gold: Path, documents: Path) -> Iterator[Sample]:
    """The mentions of the annotated documents' events; those of optional events are left out."""
    with TemporaryDirectory() as folder:
        run([documents], Path(folder), Settings(), lambda done, total: None)
        verdicts = dict(judge_events(gold, Path(folder)))
        events = {(row["doc_id"], int(row["trigger_start"]), row["event_type"]): row["event_id"] for row in read_table(Path(folder), "mentions")}
    for mention in read_mentions(documents):
        event_id = events.get((mention.doc_id, mention.trigger_start, mention.event_type), "")
        right = verdicts.get((mention.doc_id, event_id))
        if right is not None:
            yield Sample(mention.doc_id, event_id, dict.fromkeys(_name_features(mention), 1.0), right)


def judge_events(gold: Path, folder: Path) -> Iterator[tuple[tuple[str, str], bool]]:
    """Document and id of each event that is found and not optional, and whether its row is right."""
    found, matcher = load_found(folder), load_matcher()
    for document in load_gold(gold):
        events = found.get(document.doc_id, ())
        pairs = dict(match_events(document.events, events, matcher=matcher).values())
        for index, event in enumerate(events):
            if index not in pairs or not pairs[index].gold.optional:
                yield (document.doc_id, event.event_id), index in pairs and pairs[index].row


def read_mentions(documents: Path) -> Iterator[EventMention]:
    """All mentions, as one process finds them."""
    kit = load_kit(Settings())
    for article in read_inputs([documents]):
        yield from analyse(article, kit).mentions


def report_reliability(samples: Sequence[Sample]) -> None:
    """Every event judged by a fit on the other documents: confidence told and share of right rows, in bins."""
    chances = cross_val_predict(
        _make_model(),
        [s.features for s in samples],
        [s.right for s in samples],
        groups=[s.doc_id for s in samples],
        cv=GroupKFold(FOLDS),
        method="predict_proba",
    )[:, 1]
    best: dict[tuple[str, str], tuple[float, bool]] = {}
    for sample, chance in zip(samples, chances, strict=True):
        best[sample.doc_id, sample.event_id] = max(best.get((sample.doc_id, sample.event_id), (0.0, sample.right)), (float(chance), sample.right))
    bins = measure_reliability(best.values())
    print(f"{len(best)} events, {sum(right for _, right in best.values())} rows right")
    for b in bins:
        print(f"{b.low:.1f} to {b.high:.1f}: confidence {b.confidence:.2f}, right {b.right:.2f}, {b.found} events")
    print(f"mean distance {calibration_error(bins):.3f}")


def fit_weights(samples: Sequence[Sample]) -> dict[str, object]:
    """The content of confidence.yml."""
    model = _make_model().fit([s.features for s in samples], [s.right for s in samples])
    names, regression = model[0].get_feature_names_out(), model[-1]
    counts = Counter(name for sample in samples for name in sample.features)
    weights = {str(name): round(float(weight), 2) for name, weight in zip(names, regression.coef_[0], strict=True) if counts[name] >= LEAST}
    rules: dict[str, dict[str, float]] = {}
    for name in (name for name in weights if " in " in name):
        rule, lang = name.rsplit(" in ", 1)
        rules.setdefault(rule, {})[lang] = weights[name]
    clauses = dict(load_confidence_weights().clauses)
    features = {name: weights.get(name, 0.0) for name in sorted({*clauses.values(), *(n for n in weights if " in " not in n)})}
    return {"start": round(float(regression.intercept_[0]), 2), "clauses": clauses, "features": features, "rules": rules}


def _name_features(mention: EventMention) -> Iterable[str]:
    yield from list_features(mention, load_confidence_weights().clauses)
    yield f"{mention.rule} in {mention.lang}"


def _make_model() -> Pipeline:
    return make_pipeline(DictVectorizer(sparse=False, dtype=np.float64), LogisticRegression(C=STRENGTH, max_iter=2000))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
