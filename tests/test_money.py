"""Sums of money: number, scale and currency in the ways both languages write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.money import load_money_words, parse_money

WORDS = load_money_words()

SUMS = [
    ("a contract worth $5 million", 5e6, "USD"),
    ("a loan of 2.5 billion euros", 2.5e9, "EUR"),
    ("€ 300,000 for schools", 300_000, "EUR"),
    ("USD 1,250,000", 1_250_000, "USD"),
    ("12 million U.S. dollars", 12e6, "USD"),
    ("15 bln tenge", 15e9, "KZT"),
    ("40 thousand manats", 40_000, "AZN"),
    ("1.1 trillion yen", 1.1e12, "JPY"),
    ("на сумму 3 млрд рублей", 3e9, "RUB"),
    ("контракт на 2,5 млн. долларов", 2.5e6, "USD"),
    ("1 500 000 рублей", 1_500_000, "RUB"),
    ("1\u00a0500\u00a0000 руб.", 1_500_000, "RUB"),
    ("около 40 тыс. евро", 40_000, "EUR"),
    ("10 миллионов тенге", 10e6, "KZT"),
    ("5 млн белорусских рублей", 5e6, "BYN"),
    ("20 миллиардов юаней", 20e9, "CNY"),
    ("за 3 года вложено 4 млрд рублей", 4e9, "RUB"),
    ("in 2021 trade reached $40 million", 40e6, "USD"),
]
NONE = [
    "",
    "5 million people",
    "the year 2021",
    "3 млн тонн зерна",
    "12 проектов",
    "долларов и евро",
    "in dollars",
]


@pytest.mark.parametrize(("text", "amount", "currency"), SUMS)
def test_sum(text: str, amount: float, currency: str) -> None:
    assert parse_money(text, WORDS) == (amount, currency)


@pytest.mark.parametrize("text", NONE)
def test_no_sum(text: str) -> None:
    assert parse_money(text, WORDS) is None


@given(st.integers(1, 10**9), st.sampled_from([",", " ", "\u00a0", ""]))
def test_any_number_with_groups_of_three(number: int, separator: str) -> None:
    assert parse_money(f"{number:,} EUR".replace(",", separator), WORDS) == (float(number), "EUR")


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    found = parse_money(text, WORDS)
    assert found is None or (found[0] >= 0 and len(found[1]) == 3)
