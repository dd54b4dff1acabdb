"""The confidence of a mention, and how evaluation holds it against what is right."""

from dataclasses import replace

import pytest

from pipeline.evaluate.records import Bin
from pipeline.evaluate.reliability import calibration_error, measure_reliability
from pipeline.extract.confidence import ConfidenceWeights, list_features, load_confidence_weights, score_confidence
from pipeline.extract.surroundings import Surroundings, find_surroundings
from pipeline.flow import STAGES, Work, load_kit
from pipeline.records import Article, DateMention, EventMention, Evidence, Participant
from pipeline.settings import Settings

MENTION = EventMention("d", "en", "meeting", "meeting-verb", "occurred", "", "A met B.", 0, 8, "met", 2, 5)
BABEL = Participant("who", 1, "p1", "Anna Babel", 0, 10, "Anna Babel", "person", "", "", "", "name")
HE = replace(BABEL, key="p2", text="he", resolved_by="pronoun")
DAY = DateMention(0, 6, "Monday", "DATE", "2023-03-13")

ALONE = {"nobody", "undated", "occurred", "meeting in en", "early"}
TOLD = ("by name", "person", "full name")
FEATURES = [
    (MENTION, Surroundings(), ALONE),
    (replace(MENTION, participants=(BABEL,)), Surroundings(), {*ALONE, "alone", *TOLD} - {"nobody"}),
    (replace(MENTION, event_type="visit", participants=(BABEL,)), Surroundings(), {"one", *TOLD, "undated", "occurred", "visit in en", "early"}),
    (replace(MENTION, participants=(BABEL, HE)), Surroundings(), {*ALONE, "several", *TOLD, "by pronoun"} - {"nobody"}),
    (replace(MENTION, date=DAY, date_source="context"), Surroundings(), {*ALONE, "date from context"} - {"undated"}),
    (replace(MENTION, status="planned", asserted_by="Anna Babel"), Surroundings(), {*ALONE, "planned", "reported"} - {"occurred"}),
    (replace(MENTION, background=True, sentence="A met B. " * 40), Surroundings(), {*ALONE, "background", "long sentence", "longest sentence"}),
    (replace(MENTION, sentence="A, B, C, D, E and F met, " * 9), Surroundings(), {*ALONE, "long sentence", "many commas"}),
    (replace(MENTION, evidence=(Evidence("who", "subject (order)", "A"),)), Surroundings(), {*ALONE, "by order"}),
    (replace(MENTION, participants=(BABEL,) * 5, place="Riga"), Surroundings(), {*ALONE, "several", "crowd", "placed", *TOLD} - {"nobody"}),
    (replace(MENTION, participants=(replace(BABEL, name="Babel", position="mayor"),)), Surroundings(),
     {*ALONE, "alone", "by name", "person", "one name", "name with office"} - {"nobody"}),
    (replace(MENTION, trigger_start=200, participants=(BABEL, replace(HE, start=150, end=152))), Surroundings(),
     {*ALONE, "several", *TOLD, "by pronoun", "far", "farthest"} - {"nobody"}),
    (replace(MENTION, participants=(replace(BABEL, entity_type="group", name="the friends of the museum of Riga"),)), Surroundings(),
     {*ALONE, "alone", "by name", "group", "wordy name"} - {"nobody"}),
    (MENTION, Surroundings(people=2, start=500, length=7000), {*ALONE, "another person", "other people", "nobody of several", "long article"} - {"early"}),
    (replace(MENTION, participants=(BABEL,)), Surroundings(bodies=2, lands=1, mentions=2),
     {*ALONE, "alone", *TOLD, "another body", "other bodies", "another land", "one of several", "several events"} - {"nobody"}),
    (MENTION, Surroundings(offices=1, pronouns=1), {*ALONE, "another office", "another pronoun", "nobody of several"}),
]  # fmt: skip


@pytest.mark.parametrize(("mention", "around", "features"), FEATURES)
def test_features(mention: EventMention, around: Surroundings, features: set[str]) -> None:
    assert set(list_features(mention, around, {"(order)": "by order"})) == features


AROUND = [
    ("Mayor Ivo Kos met Minister Anna Lind.", [Surroundings(length=37)]),
    ("Mayor Ivo Kos met Minister Anna Lind in Riga.", [Surroundings(length=45)]),
    ("Mayor Ivo Kos met Minister Anna Lind, Rector Marek Novak said.", [Surroundings(people=1, length=62)]),
    ("Мэр Олег Лис встретился с послом Анной Линд, сообщили в Министерстве экономики Чехии.", [Surroundings(bodies=1, length=85)]),
    ("It rained. Mayor Ivo Kos met Minister Anna Lind and visited Kazan Federal University, as the consul had advised.",
     [Surroundings(offices=1, mentions=2, start=11, length=112)] * 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "around"), AROUND)
def test_who_else_is_told(text: str, around: list[Surroundings]) -> None:
    work, kit = Work(Article("d", text, published="2023-03-15")), load_kit(Settings(thorough=True))
    for stage in STAGES:
        work = stage(work, kit)
    assert work.doc is not None
    assert list(find_surroundings(work.doc, work.actors, work.mentions)) == around


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
    assert score_confidence(mention, Surroundings(), WEIGHTS) == score


def test_the_shipped_weights_doubt_what_was_carried_over() -> None:
    weights = load_confidence_weights()
    told = replace(MENTION, participants=(BABEL, HE), date=DAY, date_source="text")
    carried = replace(told, evidence=(Evidence("who", "who acted in 'met'", "Anna Babel"),))
    assert score_confidence(told, Surroundings(), weights) > score_confidence(carried, Surroundings(), weights)
    assert score_confidence(told, Surroundings(), weights) > score_confidence(told, Surroundings(people=2), weights)


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
