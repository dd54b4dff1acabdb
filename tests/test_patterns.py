"""Regular expressions of users: found as with `re`, and never for long."""

from __future__ import annotations

import pytest

from pipeline.errors import InputError
from pipeline.text.patterns import LONGEST, compile_pattern

DEAR = [r"(a|aa)*b", r"(a|a)*b", r"(.*a){30}b", r"(?:a?){40}a{40}b"]


@pytest.mark.parametrize("source", DEAR)
def test_a_dear_expression_is_broken_off(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.text.patterns.SECONDS", 0.05)
    with pytest.raises(InputError, match="takes more than"):
        compile_pattern(source).search("a" * 200 + "cb")


@pytest.mark.parametrize(("source", "message"), [("(", "no regular expression"), ("a{2,1}", "no regular expression"), ("a" * (LONGEST + 1), "at most 2000")])
def test_what_is_no_expression_is_told(source: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        compile_pattern(source)


def test_case_and_lines() -> None:
    found = compile_pattern("^мэр (.*)$", any_case=True, lines=True).search("Омск\nМЭР города\n")
    assert found is not None
    assert found[1] == "города"
    assert compile_pattern("мэр").fullmatch("мэрия") is None
