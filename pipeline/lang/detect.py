"""The one place that knows langdetect: which of a few languages a line is written in, the same answer every time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException
from langdetect.utils.lang_profile import LangProfile

LONGEST = 2000  # characters of a line that are looked at


def detect_language(text: str, candidates: Iterable[str]) -> str:
    """The ISO 639-1 code of the most probable candidate; empty where the text tells nothing."""
    detector = load_profiles(frozenset(candidates)).create()
    detector.seed = 0
    detector.append(text[:LONGEST])
    try:
        answers = detector.get_probabilities()
    except LangDetectException:
        return ""
    return str(answers[0].lang).partition("-")[0] if answers else ""  # zh-cn


@lru_cache(3)
def load_profiles(languages: frozenset[str]) -> DetectorFactory:
    """What tells these languages apart. Of the others it has but the letters that follow each other: how often they do takes five times the memory."""
    profiles = sorted(Path(PROFILES_DIRECTORY).iterdir())
    wanted = [path for path in profiles if path.name in languages]
    factory = DetectorFactory()
    for number, path in enumerate(wanted):
        factory.add_profile(LangProfile(**_read(path)), number, len(wanted))
    none = [0.0] * len(wanted)
    for path in (path for path in profiles if path.name not in languages):
        for letters in _read(path)["freq"]:
            factory.word_lang_prob_map.setdefault(letters, none)
    return factory


def _read(path: Path) -> dict[str, Any]:
    return cast(dict[str, Any], json.loads(path.read_text(encoding="utf-8")))
