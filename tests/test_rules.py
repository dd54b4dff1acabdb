"""Rule files: every example runs, and a file that is not well formed is told with file, line, rule and what is allowed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.errors import RuleError
from pipeline.rules import Example, check_rules, load_rules
from pipeline.rules.schema import Counters, Examples
from pipeline.workbench import find_failures

if TYPE_CHECKING:
    from pipeline.flow import Kit

GOOD = """
rules:
  - name: oath
    type: oath
    trigger: {pos: verb, words: {en: [swear]}}
    who: [subject]
    what: {functions: [object], heads: documents}
    examples: {en: [{text: "Mayor Olga Belova swore loyalty."}]}
    not: {en: ["Sailors swear."]}
"""
BROKEN = [  # what is replaced, by what, what the message holds
    ("type: oath", "typ: oath", ["own.yml, line 4", "typ", "Extra inputs are not permitted"]),
    ("who: [subject]", "who: [theme]", ["own.yml, line 6", "'subject'", "got 'theme'"]),
    ("pos: verb", "pos: adverb", ["own.yml, line 5", "'verb' or 'noun'"]),
    ("heads: documents", "heads: papers", ["own.yml, line 7: rule oath: what.heads: no list 'papers'", "allowed are "]),
    ("{en: [swear]}", "{en: [swear, swear]}", ["line 5: rule oath: trigger.words.en: 'swear' is told 2 times"]),
    ("{en: [swear]}", "{en: [Swear]}", ["'Swear' is no lemma; allowed are words in lower case"]),
    ("{en: [swear]}", "{}", ["rule oath: no trigger words; at least one is needed"]),
    ("{en: [swear]}", "{en: [swear], ru: [присягнуть]}", ["rule oath: examples.ru: no sentence", "rule oath: not.ru: no sentence"]),
    ("    not:", "    nod:", ["own.yml, line 9", "nod"]),
    ('not: {en: ["Sailors swear."]}', "not: {}", ["own.yml, line 9: rule oath: not.en: no sentence; each language with trigger words needs at least one"]),
    ("rules:", "rules: [", ["own.yml", "line"]),
]
WRONG = [  # example of meeting-verb that it does not keep, and what is told of it
    (Example(text="Mayor Olga Belova met with Consul Igor Laptev.", who=("Olga Belov",)), "who is Olga Belova, not Olga Belov"),
    (Example(text="Mayor Olga Belova met with Consul Igor Laptev.", whom=()), "whom is Igor Laptev, not nobody"),
    (Example(text="Mayor Olga Belova met with Consul Igor Laptev in Kazan.", place="Tomsk"), "place is 'Kazan', not 'Tomsk'"),
    (Example(text="Mayor Olga Belova met with Consul Igor Laptev.", status="planned"), "status is 'occurred', not 'planned'"),
    (Example(text="Mayor Olga Belova met with Consul Igor Laptev on Monday.", date="2023-03-12"), "date is 2023-03-13, not 2023-03-12"),
    (Example(text="Mayor Olga Belova met with Consul Igor Laptev.", date="2023-03"), "date is not told, not 2023-03"),
    (Example(text="The weather was fine."), "no mention by this rule (matched: no rule)"),
    (Example(text="Mayor Olga Belova visited Kazan."), "no mention by this rule (matched: visit-verb)"),
]
RULES = [rule.name for rule in load_rules().rules]


@pytest.mark.parametrize("name", RULES)
def test_examples(name: str, kit: Kit) -> None:
    rule = next(rule for rule in kit.extract.book.rules if rule.name == name)
    assert list(find_failures(rule, kit)) == []


@pytest.mark.parametrize(("example", "failure"), WRONG)
def test_an_example_that_is_not_kept_is_told(example: Example, failure: str, kit: Kit) -> None:
    rule = next(rule for rule in kit.extract.book.rules if rule.name == "meeting-verb")
    wrong = rule.model_copy(update={"examples": Examples(en=(example,)), "not_": Counters()})
    assert list(find_failures(wrong, kit)) == [f"meeting-verb: {failure}: {example.text}"]


def test_a_counter_example_that_matches_is_told(kit: Kit) -> None:
    rule = next(rule for rule in kit.extract.book.rules if rule.name == "meeting-verb")
    text = "Mayor Olga Belova met with Consul Igor Laptev."
    wrong = rule.model_copy(update={"examples": Examples(), "not_": Counters(en=(text,))})
    assert list(find_failures(wrong, kit)) == [f"meeting-verb: must not match, but does at 'met': {text}"]


def test_shipped_rules_are_well_formed() -> None:
    assert check_rules() == ()


def test_own_rules_are_well_formed(tmp_path: Path) -> None:
    (tmp_path / "own.yml").write_text(GOOD, encoding="utf-8")
    assert check_rules(tmp_path) == ()


@pytest.mark.parametrize(("old", "new", "held"), BROKEN)
def test_broken_rules_are_told(tmp_path: Path, old: str, new: str, held: list[str]) -> None:
    assert old in GOOD
    (tmp_path / "own.yml").write_text(GOOD.replace(old, new), encoding="utf-8")
    told = "\n".join(check_rules(tmp_path))
    assert [text for text in held if text not in told] == []


def test_a_name_told_twice_names_the_other_file(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    assert check_rules(tmp_path) == ("b.yml, line 3: rule oath: the name is taken by a rule in a.yml; names are told once",)


def test_own_rules_replace_shipped_ones_and_come_after_them(tmp_path: Path) -> None:
    (tmp_path / "own.yml").write_text(GOOD + GOOD.partition("rules:\n")[2].replace("name: oath", "name: visit-verb"), encoding="utf-8")
    names = [rule.name for rule in load_rules(tmp_path).rules]
    assert sorted(names) == sorted([*RULES, "oath"])
    assert names[-1] == "oath"
    assert next(rule.type for rule in load_rules(tmp_path).rules if rule.name == "visit-verb") == "oath"


def test_broken_rules_stop_the_loading(tmp_path: Path) -> None:
    (tmp_path / "own.yml").write_text(GOOD.replace("pos: verb", "pos: adverb"), encoding="utf-8")
    with pytest.raises(RuleError, match="own.yml"):
        load_rules(tmp_path)
