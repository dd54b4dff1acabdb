"""The knowledge of dates: malformed patterns are told, numbers in words are read."""

from __future__ import annotations

import pytest

from pipeline.dates import load_date_words
from pipeline.dates.match import parse_number
from pipeline.errors import RuleError
from pipeline.resources import load_yaml

NUMBERS = [
    ("en", "12", 12),
    ("en", "2.5", 2.5),
    ("en", "twenty-five", 25),
    ("en", "two hundred", 200),
    ("ru", "1,5", 1.5),
    ("ru", "двадцать пять", 25),
    ("ru", "двух", 2),
]

BROKEN = [
    ({"match": "{mnth}", "means": "point"}, "unknown slot 'mnth'"),
    ({"match": "{day} (", "means": "point"}, "pattern"),
    ({"match": "{day}", "means": "pont"}, "one of duration"),
    ({"means": "point"}, "`match` and `means`"),
]


@pytest.mark.parametrize(("lang", "text", "number"), NUMBERS)
def test_numbers_in_figures_and_words(lang: str, text: str, number: float) -> None:
    assert parse_number(text, load_date_words().languages[lang].numbers) == number


@pytest.mark.parametrize(("pattern", "message"), BROKEN)
def test_a_broken_pattern_is_told(pattern: dict[str, str], message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = load_yaml

    def load(relative: str) -> object:
        data = whole(relative)
        assert isinstance(data, dict)
        return {**data, "patterns": [pattern]} if relative == "dates/en.yml" else data

    monkeypatch.setattr("pipeline.dates.words.load_yaml", load)
    with pytest.raises(RuleError, match=message):
        load_date_words()
