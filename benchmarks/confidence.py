"""Fits the weights of `confidence` on annotated documents and on judged rows, and shows, on documents that each fit has not seen, how far it keeps its word.

usage: confidence.py [--write]
--write puts the weights into pipeline/resources/extract/confidence.yml

Annotated documents are those of corpus/sample and corpus/daily and, where ../shared is there, its gold files. Judged rows are those of general texts of
../shared that readers held against them: benchmarks/judged_rows.jsonl tells for each telling of one where it stands (`doc`: the hash of the document's id),
whether the row is right (kind, participants, status), and what it said then (`told`: the hash of status and participants); a telling that says something
else by now is left out.
"""

from __future__ import annotations

import gzip
import hashlib
import json
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
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline

from pipeline.batch import run
from pipeline.evaluate.compare import match_events
from pipeline.evaluate.found import load_found
from pipeline.evaluate.gold import load_gold
from pipeline.evaluate.names import load_matcher
from pipeline.evaluate.reliability import calibration_error, measure_reliability
from pipeline.extract.confidence import list_features, load_confidence_weights
from pipeline.extract.surroundings import find_surroundings
from pipeline.flow import STAGES, Work, load_kit
from pipeline.records import Article, EventMention
from pipeline.settings import Settings
from pipeline.sources import read_inputs
from pipeline.tables.read import read_table

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
WEIGHTS = ROOT / "pipeline/resources/extract/confidence.yml"
JUDGED = ROOT / "benchmarks/judged_rows.jsonl"
GENERAL = (SHARED / "corpus/scale/en_5k.jsonl.gz", SHARED / "corpus/scale/ru_5k.jsonl.gz")
DEFAULT = (
    (ROOT / "corpus/gold/sample.jsonl", ROOT / "corpus/sample"),
    (ROOT / "corpus/gold/daily.jsonl", ROOT / "corpus/daily"),
    (SHARED / "gold/press_dev.jsonl", SHARED / "gold/press_dev.jsonl"),
    (SHARED / "gold/seeds.jsonl", SHARED / "corpus/seeds"),
)
FOLDS = 5
LEAST = 2  # mentions that a feature or rule is seen in; a rarer one has no weight
OF = " told in "  # between a rule and the language in the name of its feature
SHARES = (0.2, 0.4, 0.6, 0.8)
STRENGTH = 0.1  # inverse of the ridge penalty: the smaller, the closer every weight stays to 0


@dataclass(frozen=True, slots=True)
class Sample:
    """A mention of a found event, and whether the event's row is right."""

    source: str
    doc_id: str
    event_id: str
    features: dict[str, float]
    right: bool


def main(arguments: list[str]) -> int:
    """Prints the reliability of the fit and its weights."""
    samples = [sample for gold, documents in DEFAULT if gold.exists() for sample in judge_mentions(gold, documents)]
    samples += judged_rows() if all(path.exists() for path in GENERAL) else []
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
    for mention, features in read_mentions(read_inputs([documents])):
        event_id = events.get((mention.doc_id, mention.trigger_start, mention.event_type), "")
        right = verdicts.get((mention.doc_id, event_id))
        if right is not None:
            yield Sample(gold.stem, mention.doc_id, event_id, features, right)


def judge_events(gold: Path, folder: Path) -> Iterator[tuple[tuple[str, str], bool]]:
    """Document and id of each event that is found and not optional, and whether its kind, status and participants are right."""
    found, matcher = load_found(folder), load_matcher()
    for document in load_gold(gold):
        events = found.get(document.doc_id, ())
        pairs = dict(match_events(document.events, events, matcher=matcher).values())
        for index, event in enumerate(events):
            if index not in pairs or not pairs[index].gold.optional:
                yield (document.doc_id, event.event_id), index in pairs and pairs[index].told


def judged_rows() -> Iterator[Sample]:
    """The mentions by which readers judged rows of general texts, where they still say the same."""
    rows = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    judged = {(row["doc"], row["trigger_start"], row["event_type"]): row for row in rows}
    wanted = {row["doc"] for row in rows}
    for mention, features in read_mentions(article for article in general_articles() if short_hash(article.doc_id) in wanted):
        key = (short_hash(mention.doc_id), mention.trigger_start, mention.event_type)
        if key in judged and judged[key]["told"] == short_hash("|".join((mention.status, *sorted(p.name for p in mention.participants)))):
            yield Sample("general", mention.doc_id, str(judged[key]["row"]), features, judged[key]["right"])


def short_hash(text: str) -> str:
    """Ten hexadecimal digits for a text that is not to be told."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def general_articles() -> Iterator[Article]:
    """The general texts of ../shared."""
    for path in GENERAL:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield Article(record["doc_id"], record["text"], published=(record.get("published") or "")[:10], lang=record.get("lang") or "")


def read_mentions(articles: Iterable[Article]) -> Iterator[tuple[EventMention, dict[str, float]]]:
    """All mentions with their features, as one process finds them."""
    kit, clauses = load_kit(Settings()), load_confidence_weights().clauses
    for article in articles:
        work = Work(article)
        for stage in STAGES:
            work = work if work.article.status or work.over else stage(work, kit)
        around = find_surroundings(work.doc, work.actors, work.mentions) if work.doc is not None else ()
        for mention, near in zip(work.mentions, around, strict=True):
            names = (*list_features(mention, near, clauses), f"{mention.rule}{OF}{mention.lang}")
            yield mention, dict.fromkeys(names, 1.0)


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
    for source in sorted({sample.source for sample in samples}):
        best: dict[tuple[str, str], tuple[float, bool]] = {}
        for sample, chance in ((s, c) for s, c in zip(samples, chances, strict=True) if s.source == source):
            key = sample.doc_id, sample.event_id
            best[key] = max(best.get(key, (0.0, sample.right)), (float(chance), sample.right))
        _print_reliability(source, sorted(best.values()))


def _print_reliability(source: str, judged: Sequence[tuple[float, bool]]) -> None:
    bins = measure_reliability(judged)
    ranks = roc_auc_score([right for _, right in judged], [chance for chance, _ in judged])
    print(f"{source}: {len(judged)} events, {sum(right for _, right in judged)} rows right")
    print(f"  mean distance {calibration_error(bins):.3f}, area under ROC {ranks:.3f}")
    for b in bins:
        print(f"  {b.low:.1f} to {b.high:.1f}: confidence {b.confidence:.2f}, right {b.right:.2f}, {b.found} events")
    for share in SHARES:
        best = judged[-round(len(judged) * share) :]
        print(f"  most certain {share:.0%}: from {best[0][0]:.2f}, right {sum(right for _, right in best) / len(best):.2f}")


def fit_weights(samples: Sequence[Sample]) -> dict[str, object]:
    """The content of confidence.yml."""
    model = _make_model().fit([s.features for s in samples], [s.right for s in samples])
    names, regression = model[0].get_feature_names_out(), model[-1]
    counts = Counter(name for sample in samples for name in sample.features)
    weights = {str(name): round(float(weight), 2) for name, weight in zip(names, regression.coef_[0], strict=True) if counts[name] >= LEAST}
    rules: dict[str, dict[str, float]] = {}
    for name in (name for name in weights if OF in name):
        rule, lang = name.rsplit(OF, 1)
        rules.setdefault(rule, {})[lang] = weights[name]
    clauses = dict(load_confidence_weights().clauses)
    features = {name: weights.get(name, 0.0) for name in sorted({*clauses.values(), *(n for n in weights if OF not in n)})}
    return {"start": round(float(regression.intercept_[0]), 2), "clauses": clauses, "features": features, "rules": rules}


def _make_model() -> Pipeline:
    return make_pipeline(DictVectorizer(sparse=False, dtype=np.float64), LogisticRegression(C=STRENGTH, max_iter=2000))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
