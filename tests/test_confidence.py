"""The confidence of a mention, and how evaluation holds it against what is right."""

from dataclasses import replace

import pytest

from pipeline.evaluate.records import Bin
from pipeline.evaluate.reliability import calibration_error, measure_reliability
from pipeline.extract.confidence import ConfidenceWeights, list_features, load_confidence_weights, score_confidence
from pipeline.records import DateMention, EventMention, Evidence, Participant

MENTION = EventMention("d", "en", "meeting", "meeting-verb", "occurred", "", "A met B.", 0, 8, "met", 2, 5)
BABEL = Participant("who", 1, "p1", "Anna Babel", 0, 10, "Anna Babel", "person", "", "", "", "name")
HE = replace(BABEL, key="p2", text="he", resolved_by="pronoun")
DAY = DateMention(0, 6, "Monday", "DATE", "2023-03-13")

FEATURES = [
    (MENTION, {"nobody", "undated", "occurred"}),
    (replace(MENTION, participants=(BABEL,)), {"alone", "by name", "undated", "occurred"}),
    (replace(MENTION, event_type="visit", participants=(BABEL,)), {"one", "by name", "undated", "occurred"}),
    (replace(MENTION, participants=(BABEL, HE)), {"several", "by name", "by pronoun", "undated", "occurred"}),
    (replace(MENTION, date=DAY, date_source="context"), {"nobody", "date from context", "occurred"}),
    (replace(MENTION, status="planned", asserted_by="Anna Babel"), {"nobody", "undated", "planned", "reported"}),
    (replace(MENTION, background=True, sentence="A met B. " * 40), {"nobody", "undated", "occurred", "background", "long sentence"}),
    (replace(MENTION, evidence=(Evidence("who", "subject (order)", "A"),)), {"nobody", "undated", "occurred", "by order"}),
    (replace(MENTION, participants=(BABEL,) * 5), {"several", "crowd", "by name", "undated", "occurred"}),
]


@pytest.mark.parametrize(("mention", "features"), FEATURES)
def test_features(mention: EventMention, features: set[str]) -> None:
    assert set(list_features(mention, {"(order)": "by order"})) == features


WEIGHTS = ConfidenceWeights(0.0, {"(order)": "by order"}, {"by order": -1.0, "nobody": -9.0, "by name": 9.0}, {"meeting-verb": {"en": 0.5}})
SCORES = [
    (MENTION, 0.01),  # never surely wrong
    (replace(MENTION, participants=(BABEL,)), 0.99),  # nor surely right
    (replace(MENTION, participants=(HE,)), 0.62),
    (replace(MENTION, participants=(HE,), lang="ru"), 0.5),
    (replace(MENTION, participants=(HE,), rule="a user's rule"), 0.5),
    (replace(MENTION, participants=(HE,), evidence=(Evidence("who", "subject (order)", "A"),) * 2), 0.38),  # one step counts once
]


@pytest.mark.parametrize(("mention", "score"), SCORES)
def test_score(mention: EventMention, score: float) -> None:
    assert score_confidence(mention, WEIGHTS) == score


def test_the_shipped_weights_doubt_what_was_carried_over() -> None:
    weights = load_confidence_weights()
    told = replace(MENTION, participants=(BABEL, HE), date=DAY, date_source="text")
    carried = replace(told, evidence=(Evidence("who", "who acted in 'met'", "Anna Babel"),))
    assert score_confidence(told, weights) > score_confidence(carried, weights)


RELIABILITY = [
    ((), (), 0.0),
    (((0.95, True), (0.95, True)), (Bin(0.9, 1.0, 2, 0.95, 1.0),), 0.05),
    (((0.75, True), (0.25, True), (0.75, False)), (Bin(0.0, 0.3, 1, 0.25, 1.0), Bin(0.7, 0.8, 2, 0.75, 0.5)), (0.75 + 2 * 0.25) / 3),
    (((1.0, True), (0.9, False)), (Bin(0.9, 1.0, 2, 0.95, 0.5),), 0.45),
]


@pytest.mark.parametrize(("judged", "bins", "error"), RELIABILITY)
def test_reliability(judged: tuple[tuple[float, bool], ...], bins: tuple[Bin, ...], error: float) -> None:
    assert measure_reliability(judged) == bins
    assert calibration_error(bins) == pytest.approx(error)
