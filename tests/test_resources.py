"""Knowledge files: words stay words, and a broken file is told by its name and line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import RuleError
from pipeline.resources import find_line, list_resources, load_yaml, load_yaml_file, resource_path

VALUES = [
    ("no", "no"),  # the country code of Norway, in lower case
    ("on", "on"),
    ("2022-11-22", "2022-11-22"),
    ("12:30", "12:30"),
    ("true", True),
    ("~", None),
    ("7", 7),
    ("0.5", 0.5),
    ("1e3", "1e3"),
    ('"7"', "7"),
    ("губернатор", "губернатор"),
]

BROKEN = [
    ("a: 1\nb: 2\na: 3\n", "line 3, column 1: the key 'a' is told twice"),
    ("words: [one,\nmore: two\n", "line 3"),
    ("a: !!python/object:os.system x\n", "line 1"),
    ("a: !!int x\n", "ValueError: invalid literal"),
    ("a: !!timestamp 1\n", "AttributeError"),
    ("? [a]\n: b\n", "line 1, column 3: a key that is no plain value"),
    ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "line 2, column 8: the alias *a; aliases are not read"),
    ("[" * 60 + "]" * 60, "line 1, column 51: more than 50 mappings and lists within each other"),
    ("\n".join(" " * i + "a:" for i in range(300)), "more than 50 mappings"),
    ("a: " + "x" * 1_000_000, "more than 1000000 characters"),
]

LINES = [((), 1), (("signing",), 3), (("signing", "words", 1), 6), (("signing", "absent", "deeper"), 3), (("meeting", 0), 7)]
NESTED = "# words\n\nsigning:\n  words:\n    - signed\n    - inked\nmeeting: [met]\n"


@pytest.mark.parametrize(("written", "read"), VALUES)
def test_value(tmp_path: Path, written: str, read: object) -> None:
    path = tmp_path / "words.yml"
    path.write_text(f"key: {written}\n", encoding="utf-8")
    assert load_yaml_file(path) == {"key": read}


@pytest.mark.parametrize(("content", "message"), BROKEN)
def test_broken_file_names_its_line(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "broken.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RuleError, match="broken.yml") as caught:
        load_yaml_file(path)
    assert message in str(caught.value)


def test_other_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cyrillic.yml"
    path.write_bytes("слово: 1".encode("cp1251"))
    with pytest.raises(RuleError, match="UTF-8"):
        load_yaml_file(path)


def test_missing_file() -> None:
    with pytest.raises(RuleError, match="absent/words.yml: no such knowledge file"):
        load_yaml("absent/words.yml")


@pytest.mark.parametrize(("location", "line"), LINES)
def test_find_line(tmp_path: Path, location: tuple[str | int, ...], line: int) -> None:
    path = tmp_path / "rules.yml"
    path.write_text(NESTED, encoding="utf-8")
    assert find_line(path, location) == line


@pytest.mark.parametrize("path", sorted(resource_path(".").rglob("*.yml")), ids=lambda path: path.name)
def test_built_in_file_is_well_formed(path: Path) -> None:
    assert load_yaml_file(path)


def _lists(content: object, way: str = "") -> Iterator[tuple[str, list[str]]]:
    """The lists of plain words, each with the keys that lead to it."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _lists(value, f"{way}/{key}")
    elif isinstance(content, list) and all(isinstance(value, str) for value in content):
        yield way, content
    elif isinstance(content, list):
        for value in content:
            yield from _lists(value, way)


@pytest.mark.parametrize("path", [*list_resources("names"), *list_resources("rules")], ids=lambda path: path.name)
def test_no_word_is_told_twice_in_a_list(path: Path) -> None:
    twice = [(way, word) for way, words in _lists(load_yaml_file(path)) for word, count in Counter(words).items() if count > 1]
    assert twice == []


def test_list_resources_is_sorted() -> None:
    names = [path.name for path in list_resources("rules")]
    assert names == sorted(names)
    assert "meeting.yml" in names
