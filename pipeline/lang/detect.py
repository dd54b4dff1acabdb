"""The one place that knows langdetect: which of a few languages a line is written in, the same answer every time."""

from __future__ import annotations

from collections.abc import Iterable

from langdetect import detector_factory
from langdetect.lang_detect_exception import LangDetectException

LONGEST = 2000  # characters of a line that are looked at


def detect_language(text: str, candidates: Iterable[str]) -> str:
    """The ISO 639-1 code of the most probable candidate; empty where the text tells nothing."""
    detector_factory.init_factory()  # reads the profiles once, later calls return at once
    detector = detector_factory._factory.create()
    detector.seed = 0
    detector.set_prior_map(dict.fromkeys(candidates, 1.0))
    detector.append(text[:LONGEST])
    try:
        answers = detector.get_probabilities()
    except LangDetectException:
        return ""
    return str(answers[0].lang).partition("-")[0] if answers else ""  # zh-cn
