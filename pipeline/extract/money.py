"""Reads sums of money out of a sentence: "3 млрд рублей" is 3e9 RUB."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.resources import load_yaml


@dataclass(frozen=True, slots=True)
class MoneyWords:
    """One pattern for all sums; scales and currencies by the stems that tell them."""

    pattern: re.Pattern[str]
    scales: Mapping[str, float]
    currencies: Mapping[str, str]  # word or sign -> ISO 4217


def load_money_words() -> MoneyWords:
    """The words of `resources/extract/money.yml`."""
    data = load_yaml("extract/money.yml")
    assert isinstance(data, dict)
    scales = {word: float(scale) for scale, words in data["scales"].items() for word in words}
    currencies = {word: code for code, words in data["currencies"].items() for word in words}
    scale, currency = _either(scales), _either(currencies)
    number = r"(?P<number>\d{1,3}(?:[ \u00a0,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    pattern = rf"(?P<before>{currency})?\s?{number}[\s\u00a0-]?(?P<scale>(?:{scale})\w*\.?)?[\s\u00a0]?(?P<after>{currency})?"
    return MoneyWords(re.compile(pattern, re.IGNORECASE), scales, currencies)


def _either(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def parse_money(text: str, words: MoneyWords) -> tuple[float, str] | None:
    """The first sum with a currency in `text` and its ISO 4217 code; None for none."""
    for match in words.pattern.finditer(text):
        sign = match["before"] or match["after"]
        if sign:
            return _number(match["number"]) * _scale(match["scale"], words), words.currencies[sign.lower()]
    return None


def _scale(word: str | None, words: MoneyWords) -> float:
    return next((words.scales[s] for s in sorted(words.scales, key=len, reverse=True) if word and word.lower().startswith(s)), 1.0)


def _number(text: str) -> float:
    """ "1,500,000", "1 500 000", "2,6" and "2.6" as numbers: groups of three digits are thousands."""
    plain = re.sub(r"[ \u00a0]", "", text)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    return float(plain.replace(",", "."))
