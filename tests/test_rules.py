"""Rule files: every example runs, and a file that is not well formed is told with file, line, rule and what is allowed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from pipeline.errors import RuleError, UsageError
from pipeline.rules import Example, PhraseSet, Rule, check_rules, expand_text, list_mutants, load_rules
from pipeline.rules.schema import Counters, Examples
from pipeline.workbench import check_names, find_failures, format_mutated, mutate_rules

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
    ("type: oath", "typ: oath", ["own.yml, line 4: rules[oath].typ: no such key, did you mean 'type'?; allowed are name, type, trigger"]),
    ("who: [subject]", "who: [theme]", ["own.yml, line 6: rules[oath].who[1]: 'theme' is not known; allowed are subject, object, agent"]),
    ("pos: verb", "pos: adverb", ["own.yml, line 5: rules[oath].trigger.pos: 'adverb' is not known", "allowed are verb, noun"]),
    ("heads: documents", "heads: scrolls", ["own.yml, line 7: rule oath: what.heads: no list 'scrolls'", "allowed are "]),
    ("{en: [swear]}", "{en: [swear, swear]}", ["line 5: rule oath: trigger.words.en: 'swear' is told 2 times"]),
    ("{en: [swear]}", "{en: [Swear]}", ["'Swear' is no lemma; allowed are words in lower case"]),
    ("{en: [swear]}", "{}", ["rule oath: no trigger words; at least one is needed"]),
    ("{en: [swear]}", "{en: [swear], ru: [присягнуть]}", ["rule oath: examples.ru: no sentence", "rule oath: not.ru: no sentence"]),
    ("    not:", "    nod:", ["own.yml, line 9: rules[oath].nod: no such key, did you mean 'not'?"]),
    ('not: {en: ["Sailors swear."]}', "not: {}", ["own.yml, line 9: rule oath: not.en: no sentence; each language with trigger words needs at least one"]),
    ("rules:", "rules: [", ["own.yml", "line"]),
    ("type: oath", "type: Oath", ["own.yml, line 4: rule oath: type: 'Oath' can't be one; allowed are small Latin letters, digits, hyphens and underscores"]),
    ("who: [subject]", "who: subject", ["own.yml, line 6: rules[oath].who: a list is wanted, like [subject] (got 'subject')"]),
    ("who: [subject]", "needs: [people]", ["line 6: rules[oath].needs[1]: 'people' is not known, did you mean 'people_subject'?; allowed are who, whom"]),
    ("{en: [swear]}", "[swear]", ["line 5: rules[oath].trigger.words: keys are wanted here: en, ru (got a list)"]),
    ("pos: verb, ", "", ["line 5: rules[oath].trigger.pos: the key is missing"]),
    ('["Sailors swear."]', '["Моряки клянутся."]', ["line 9: rule oath: not.en: 'Моряки клянутся.' is not in English"]),
    ('{text: "Mayor Olga Belova swore loyalty."}', '"Mayor Olga Belova swore."', ["examples.en[1]: keys are wanted here: text, who"]),
    ('"Mayor Olga Belova swore loyalty."', "She swore, in May, loyalty", ["no such key", "a text with commas or colons needs quotation marks"]),
    ('"Mayor Olga Belova swore loyalty."', "Told: she swore loyalty", ["own.yml, line 8, column ", "has no quotation marks around it"]),
    ('loyalty."}', 'loyalty.", date: yesterday}', ["examples.en[1].date: no date; write it like 2023-03-15, 2023-03, 2023 or"]),
    ("    who: [subject]", "\twho: [subject]", ["own.yml, line 6, column 1", "indent with blanks, never with tabs"]),
    ("    who: [subject]", "   who: [subject]", ["own.yml, line 6", "not indented as those beside it"]),
    ("\nrules:\n", "\n", ["own.yml, line 1: the file: keys are wanted here: rules, off (got a list)"]),
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
    (told,) = find_failures(wrong, kit)
    assert told.partition("; its lemmas: ")[0] == f"meeting-verb: {failure}: {example.text}"


def test_where_no_rule_matches_the_lemmas_are_told(kit: Kit) -> None:
    rule = next(rule for rule in kit.extract.book.rules if rule.name == "meeting-verb")
    wrong = rule.model_copy(update={"examples": Examples(en=(Example(text="The weather was fine."),)), "not_": Counters()})
    (told,) = find_failures(wrong, kit)
    assert told.endswith("; its lemmas: the weather be fine")


def test_names_of_no_rule_are_told(kit: Kit) -> None:
    check_names(["meeting-verb"], kit.extract.book)
    with pytest.raises(UsageError, match="no rule 'meting-verb'; nearest: meeting-verb"):
        check_names(["meting-verb"], kit.extract.book)


NO_LEMMAS = [
    ("[поклялся]", "'поклялся' is no lemma; its lemma is 'поклясться'"),
    ("[поклясться]", ""),
    ("[пoклясться]", "'пoклясться' holds letters of both scripts"),  # a Latin o
    ("[зюмзить]", ""),
]


@pytest.mark.parametrize(("words", "message"), NO_LEMMAS)
def test_trigger_words_that_no_sentence_holds_are_told(tmp_path: Path, words: str, message: str) -> None:
    text = GOOD.replace("{en: [swear]}", f"{{en: [swear], ru: {words}}}")
    (tmp_path / "own.yml").write_text(text, encoding="utf-8")
    problems = [problem for problem in check_rules(tmp_path) if "trigger.words" in problem]
    assert [message in problem for problem in problems] == [True] * bool(message)


def test_a_file_of_another_ending_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.yml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "more.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(UsageError, match=r"more\.yaml: only files that end in \.yml are read"):
        check_rules(tmp_path)


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
    assert check_rules(tmp_path) == (f"{tmp_path / 'b.yml'}, line 3: rule oath: the name is taken by a rule in a.yml; names are told once",)


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


VARIANTS = [
    ("They met.", ["They met."]),
    ("They {met|spoke} in {Kazan|Tomsk}.", ["They met in Kazan.", "They spoke in Tomsk."]),
    ("Kept {as} it is, {with|without |} blanks.", ["Kept {as} it is, with blanks.", "Kept {as} it is, without blanks.", "Kept {as} it is, blanks."]),
]


@pytest.mark.parametrize(("text", "sentences"), VARIANTS)
def test_a_group_in_braces_stands_for_several_sentences(text: str, sentences: list[str]) -> None:
    assert list(expand_text(text)) == sentences


def test_groups_of_several_lengths_are_told(tmp_path: Path) -> None:
    (tmp_path / "own.yml").write_text(GOOD.replace('["Sailors swear."]', '["{Sailors|Cooks} {swear|curse|sing}."]'), encoding="utf-8")
    [problem] = check_rules(tmp_path)
    assert "own.yml, line 9: rules[oath].not.en[1]: the groups in braces hold 2 and 3 variants" in problem


def test_every_variant_of_an_example_is_run(kit: Kit) -> None:
    rule = next(rule for rule in kit.extract.book.rules if rule.name == "meeting-verb")
    examples = Examples(en=(Example(text="Mayor Olga Belova {met|admired} Consul Igor Laptev."),))
    (failure,) = find_failures(rule.model_copy(update={"examples": examples, "not_": Counters()}), kit)
    assert "no mention by this rule (matched: no rule): Mayor Olga Belova admired Consul Igor Laptev.;" in failure


OATH = """
name: oath
type: oath
trigger: {pos: verb, words: {en: [swear, vow], ru: [поклясться]}, finite: true}
who: [subject, agent]
what: {functions: [object], heads: oaths}
needs: [human_subject]
mutual: true
examples: {}
"""
CAUGHT = 0.95  # share of the mutants of the shipped rules that their examples must tell
MUTANTS = [
    ("trigger.words.en", "swear", "word"),
    ("trigger.words.en", "vow", "word"),
    ("trigger.words.ru", "поклясться", "word"),
    ("who", "subject", "slot"),
    ("who", "agent", "slot"),
    ("what.functions", "object", "slot"),
    ("needs", "human_subject", "condition"),
    ("trigger.finite", "true", "condition"),
    ("what.heads", "oaths", "slot"),
    ("mutual", "true", "condition"),
]


def test_a_mutant_lacks_one_word_function_or_condition() -> None:
    rule = Rule.model_validate(yaml.safe_load(OATH))
    mutants = list_mutants(rule)
    assert [(mutant.where, mutant.gone, mutant.kind) for mutant in mutants] == MUTANTS
    assert mutants[0].rule.trigger.words.en == ("vow",)
    assert (mutants[3].rule.who, mutants[5].rule.what.functions, mutants[6].rule.needs, mutants[9].rule.mutual) == (("agent",), (), (), False)
    assert len({*(mutant.rule for mutant in mutants), rule}) == len(MUTANTS) + 1


def test_mutants_that_no_example_catches_survive(kit: Kit) -> None:
    visit = next(rule for rule in kit.extract.book.rules if rule.name == "visit-verb")
    examples = Examples(en=(Example(text="Consul Igor Laptev visited Samara.", who=("Igor Laptev",)),))
    few = visit.model_copy(update={"examples": examples, "not_": Counters(en=("Tourists visited the museum.",))})
    alone = replace(kit, extract=replace(kit.extract, book=replace(kit.extract.book, rules=(few,))))
    mutated = mutate_rules(alone, [few])
    caught = {(mutant.where, mutant.gone) for mutant in mutated.mutants} - {(mutant.where, mutant.gone) for mutant in mutated.survivors}
    assert caught == {("trigger.words.en", "visit"), ("who", "subject"), ("place", "object"), ("needs", "human_subject")}
    assert format_mutated(mutated).endswith(f"rules mutate: {mutated.share:.1%} of {len(mutated.mutants)} mutants caught")
    assert f"visit-verb: trigger.words.en: without {visit.trigger.words.en[1]!r} every example is kept" in format_mutated(mutated)


def test_the_shipped_examples_hold_the_shipped_rules(kit: Kit) -> None:
    mutated = mutate_rules(kit, kit.extract.book.rules)
    assert mutated.share >= CAUGHT, format_mutated(mutated)


def test_matches_of_phrases_are_those_at_each_place() -> None:
    phrases = PhraseSet([("in", "turn"), ("in", "turn", "again"), ("again",)])
    lemmas = ["so", "in", "turn", "again", "in"]
    assert list(phrases.matches(lemmas)) == [(1, 4), (3, 4)]
    assert [phrases.match_at(lemmas, i) for i in range(len(lemmas))] == [0, 3, 0, 1, 0]
    assert set(phrases) == {"again"}


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_nouns_of_a_type_begin_phrases_of_its_rules(lang: str, kit: Kit) -> None:
    grammar = kit.extract.book.grammars[lang]
    told = {(e.rule.type, first) for first, entries in grammar.triggers.items() for e in entries if e.rule.trigger.pos == "noun"}
    assert told
    assert {(event_type, first) for event_type, firsts in grammar.nouns.items() for first in firsts} == told
