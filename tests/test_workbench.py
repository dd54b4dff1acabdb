"""What rule writers work with: own rules and words beside the shipped ones, drafts, coverage, differences, parity, schemas, and the tutorial as it is typed."""

from __future__ import annotations

import json
import re
import shlex
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from pipeline.cli import main
from pipeline.errors import RuleError, UsageError
from pipeline.records import EventMention
from pipeline.rules import build_schemas, check_rules, compare_languages, hash_own, load_rules
from pipeline.rules.schema import RuleFile
from pipeline.workbench import Change, Wanted, diff_rules, draft_rule, format_changes, format_coverage, measure_coverage, render_changes

if TYPE_CHECKING:
    from pipeline.flow import Kit

TUTORIAL = Path(__file__).parents[1] / "docs/add-a-rule.md"
SWEAR = """
rules:
  - name: oath
    type: oath
    trigger: {pos: verb, words: {en: [swear]}}
    who: [subject]
    what: {functions: [object], heads: oaths}
    examples: {en: [{text: "Mayor Olga Belova swore an oath."}]}
    not: {en: ["Sailors swear."]}
"""
LISTS = "lists: {oaths: {en: [oath]}, documents: {en: [aide-memoire]}}\nspeech: {en: [quip]}\n"
TEXT = "Mayor Olga Belova swore an oath in Kazan. Consul Igor Laptev visited Samara. Minister Anna Lind outwitted Consul Igor Laptev."


def write_own(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.yml").write_text(content, encoding="utf-8")
    return folder


def test_own_words_are_added_to_the_shipped_lists(tmp_path: Path) -> None:
    own = write_own(tmp_path, oath=SWEAR, lexicon=LISTS)
    assert check_rules(own) == ()
    grammar = load_rules(own).grammars["en"]
    assert ["oath" in grammar.lists["oaths"], "aide-memoire" in grammar.lists["documents"], "treaty" in grammar.lists["documents"]] == [True] * 3
    assert ["quip" in grammar.speech, "say" in grammar.speech] == [True, True]


def test_own_cues_are_added_and_win(tmp_path: Path) -> None:
    cues = "modifiers: [{status: planned, words: {en: [foreseen]}}]\nnegations: {en: [hardly]}\nauxiliaries: [{status: proposed, words: {en: [will]}}]\n"
    grammar = load_rules(write_own(tmp_path, status=cues)).grammars["en"]
    assert (grammar.cues.modifiers["foreseen"], grammar.cues.auxiliaries["will"]) == ("planned", "proposed")
    assert ["hardly" in grammar.cues.negations, "not" in grammar.cues.negations] == [True, True]


def test_a_rule_turned_off_is_gone(tmp_path: Path) -> None:
    own = write_own(tmp_path, less="off: [visit-verb]\n")
    assert {rule.name for rule in load_rules().rules} - {rule.name for rule in load_rules(own).rules} == {"visit-verb"}
    assert check_rules(own) == ()


BROKEN = [
    ({"less": "off: [visit-verbs]\n"}, "less.yml, line 1: off: no rule 'visit-verbs'; allowed are appointment-"),
    ({"lexicon": "lists: {oaths: {de: [Eid]}}\n"}, "lexicon.yml, line 1: lists.oaths.de: no such key; allowed are en, ru"),
    ({"status": "governors: [{status: likely, words: {}}]\n"}, "status.yml, line 1: governors[1].status: 'likely' is not known; allowed are occurred"),
    (
        {"oath": SWEAR.replace("    what:", "    told_of: [oaths]\n    what:")},
        "oath.yml, line 7: rule oath: told_of: no rule has the type 'oaths'; allowed are appointment",
    ),
    ({"oath": SWEAR}, "oath.yml, line 7: rule oath: what.heads: no list 'oaths'"),
]


@pytest.mark.parametrize(("files", "message"), BROKEN)
def test_broken_own_files_are_told(tmp_path: Path, files: dict[str, str], message: str) -> None:
    assert message in "\n".join(check_rules(write_own(tmp_path, **files)))


@pytest.mark.parametrize(("name", "message"), [("none", "no such folder"), (".", "holds no .yml file")])
def test_a_folder_without_rules_is_an_error(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        load_rules(tmp_path / name)


def test_own_rules_are_told_apart_by_their_hash(tmp_path: Path) -> None:
    one, other, renamed = (write_own(tmp_path / name, **files) for name, files in (("a", {"x": SWEAR}), ("b", {"x": SWEAR + "\n"}), ("c", {"y": SWEAR})))
    again = write_own(tmp_path / "d", x=SWEAR)
    assert hash_own(one) == hash_own(again)
    assert len({hash_own(one), hash_own(other), hash_own(renamed), hash_own(None)}) == 4


DRAFTS = [
    (
        "Mayor Olga Belova swore an oath in Kazan.",
        "swore",
        {"who": "Olga Belova", "what": "oath", "place": "Kazan"},
        "verb",
        "swear",
        {"subject", "object", "in"},
    ),
    ("Губернатор Олег Сорокин присягнул Словакии.", "присягнул", {"who": "Сорокин", "whom": "Словакии"}, "verb", "присягнуть", {"subject", "recipient"}),
    ("A drill of Slovakia with Hungary took place in Vienna.", "drill", {"who": "Slovakia", "whom": "Hungary"}, "noun", "drill", {"possessor", "with"}),
]


@pytest.mark.parametrize(("text", "trigger", "slots", "pos", "lemma", "functions"), DRAFTS)
def test_a_draft_finds_its_sentence(
    text: str, trigger: str, slots: dict[str, str], pos: str, lemma: str, functions: set[str], kit: Kit, tmp_path: Path
) -> None:
    draft = draft_rule(Wanted("new-rule", "new", text, trigger, slots), kit)
    rule = RuleFile.model_validate(yaml.safe_load(draft)).rules[0]
    assert (rule.trigger.pos, [*rule.trigger.words.en, *rule.trigger.words.ru]) == (pos, [lemma])
    assert {*rule.who, *rule.whom, *rule.what.functions, *(rule.place if "place" in slots else ())} >= functions
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    changes = diff_rules(load_rules(), load_rules(write_own(tmp_path / "own", draft=draft)), [tmp_path / "text.txt"], kit)
    assert [change.kind for change in changes if change.mention.rule == "new-rule"] == ["gained"]


NO_DRAFT = [
    ({"trigger": "vowed"}, "trigger 'vowed' does not stand in the sentence"),
    ({"who": "Anna Lind"}, "who 'Anna Lind' does not stand in the sentence"),
    ({"who": "Mondays"}, r"who 'Mondays' does not depend on the trigger; what does: 'Belova' \(subject\)"),
    ({"text": "Das ist ein deutscher Satz, den hier niemand lesen kann."}, "can't be read"),
]


@pytest.mark.parametrize(("changed", "message"), NO_DRAFT)
def test_what_hinders_a_draft_is_told(changed: dict[str, str], message: str, kit: Kit) -> None:
    told = {"text": "Mayor Olga Belova swore an oath. Mondays are dull.", "trigger": "swore", "who": "Olga Belova", **changed}
    with pytest.raises(UsageError, match=message):
        draft_rule(Wanted("new-rule", "new", told["text"], told["trigger"], {"who": told["who"]}), kit)


def test_coverage_counts_rules_and_lists_unknown_verbs(tmp_path: Path, kit: Kit) -> None:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    coverage = measure_coverage([tmp_path], kit)
    assert (coverage.documents, dict(coverage.fired)) == (1, {("visit-verb", "en"): 1})
    assert [(unknown.verb, unknown.sentence) for unknown in coverage.unknown] == [("outwit", "Minister Anna Lind outwitted Consul Igor Laptev.")]
    lines = format_coverage(coverage).splitlines()
    assert "visit-verb  1   0" in lines
    assert "    1  en outwit: Minister Anna Lind outwitted Consul Igor Laptev." in lines
    assert next(line for line in lines if line.startswith("never fired: ")).count("visit-verb") == 0


def test_differences_are_told_by_rule_and_source(tmp_path: Path, kit: Kit) -> None:
    (tmp_path / "texts.jsonl").write_text(json.dumps({"doc_id": "one", "source": "Town hall", "text": TEXT}) + "\n", encoding="utf-8")
    changed = next(rule for rule in load_rules().rules if rule.name == "visit-verb").model_dump(mode="json", by_alias=True) | {"place": ["at"]}
    own = write_own(tmp_path / "own", oath=SWEAR, lexicon=LISTS, visits=yaml.safe_dump({"rules": [changed], "off": ["meeting-verb"]}))
    changes = diff_rules(load_rules(), load_rules(own), [tmp_path / "texts.jsonl"], kit)
    assert [(change.kind, change.source, change.mention.rule) for change in changes] == [
        ("gained", "Town hall", "oath"),
        ("lost", "Town hall", "visit-verb"),  # the changed rule needs a place, and takes none after "visited"
    ]
    back = diff_rules(load_rules(own), load_rules(), [tmp_path / "texts.jsonl"], kit)
    assert [(change.kind, change.mention.rule) for change in back] == [("lost", "oath"), ("gained", "visit-verb")]
    lines = format_changes(changes).splitlines()
    assert lines[:3] == ["rule        source     gained  lost  changed", "oath        Town hall  1       0     0", "visit-verb  Town hall  0       1     0"]
    assert "+ one oath: Mayor Olga Belova swore an oath in Kazan." in lines
    assert format_changes(()) == "no mention gained, lost or changed"


def test_other_slots_are_a_change(tmp_path: Path, kit: Kit) -> None:
    (tmp_path / "text.txt").write_text("Consul Igor Laptev signed an agreement with Minister Anna Lind in Samara.", encoding="utf-8")
    signing = next(rule for rule in load_rules().rules if rule.name == "signing-verb")
    own = write_own(tmp_path / "own", signing=yaml.safe_dump({"rules": [signing.model_dump(mode="json", by_alias=True) | {"whom": []}]}))
    changes = diff_rules(load_rules(), load_rules(own), [tmp_path / "text.txt"], kit)
    assert [(change.kind, change.slots) for change in changes] == [("changed", (("whom", "Anna Lind", ""),))]
    assert "    whom: Anna Lind -> (empty)" in format_changes(changes).splitlines()


PARITY = """
rules:
  - name: oath
    type: oath
    trigger: {pos: verb, words: {en: [swear], ru: [присягнуть]}}
    examples:
      en: [{text: "Two.", date: "2023"}, {text: "Three."}, {text: "One.", who: []}]
      ru: [{text: "Один.", who: []}, {text: "Два.", place: Kazan}]
    not: {en: ["Four."], ru: ["Три.", "Четыре."]}
  - name: vow
    type: oath
    trigger: {pos: verb, words: {en: [vow]}}
    examples: {en: [{text: "Five."}]}
"""


def test_examples_without_a_partner_are_listed() -> None:
    assert compare_languages(RuleFile.model_validate(yaml.safe_load(PARITY)).rules) == (
        "oath: no Russian partner that fills date: Two.",
        "oath: no Russian partner that fills nothing: Three.",
        "oath: no English partner that fills place: Два.",
        "oath: no English partner of the counter-example: Четыре.",
    )


def test_every_shipped_example_has_its_partner() -> None:
    assert compare_languages(load_rules().rules) == ()


def test_schemas_know_the_keys_of_rules() -> None:
    schemas = build_schemas()
    assert set(schemas) == {"rules", "lexicon", "status"}
    text = json.dumps(schemas["rules"])
    assert [key for key in ("unless_before", "people_subject", "mutual", '"not"') if key not in text] == []


def test_the_tutorial_works_as_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```([^\n]*)\n(.*?)^```$", TUTORIAL.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    out = ""
    for kind, block in blocks:
        if kind == "yaml":
            assert out.startswith(block)
        elif kind:
            Path(kind.removeprefix("yaml ")).write_text(block, encoding="utf-8")
        for line in block.splitlines() if not kind else ():
            if not line.startswith(("communique ", "mkdir ", "echo ")):
                assert line in out  # what the command before is said to print
                continue
            out = run_line(line, capsys)
    package = json.loads(Path("my-tables/datapackage.json").read_text(encoding="utf-8"))
    assert package["rules_sha256"] == hash_own(Path("my-rules"))


def run_line(line: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a line of the tutorial prints, or writes into a file, as a shell would do it."""
    words, _, target = line.partition(" > ")
    name, *arguments = shlex.split(words)
    if name == "mkdir":
        for argument in arguments:
            Path(argument).mkdir()
        return ""
    if name == "communique":
        assert main(arguments) == 0, line
    out = f"{arguments[0]}\n" if name == "echo" else capsys.readouterr().out
    if target:
        Path(target).write_text(out, encoding="utf-8")
    return out


def test_broken_yaml_of_an_own_file_names_it(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="own.yml"):
        load_rules(write_own(tmp_path, own="rules: ["))


def test_changes_are_a_page_that_loads_and_runs_nothing() -> None:
    words = '<script>alert("x")</script> & "more"'
    mention = EventMention("<b>one", "en", "visit", "visit-verb", "occurred", "", f"They saw {words}.", 0, 9, "saw", 5, 8, place="Kazan", what=words)
    changes = [Change("gained", "Town <hall>", mention), Change("changed", "", mention, (("place", "", "Ka<zan"),))]
    page = render_changes(changes, old="shipped", new="<mine>")
    assert [tag for tag in ("<script", "<b>", "<hall>", "<mine>", "Ka<zan", "http://", "https://", "src=", "href=") if tag in page] == []
    assert "Mentions: 1 gained, 0 lost, 1 changed." in page
    assert "<td>Town &lt;hall&gt;</td><td class=count>1</td><td class=count>0</td><td class=count>0</td>" in page
    assert "<del>(empty)</del> <ins>Ka&lt;zan</ins>" in page
    policy = re.search(r"style-src '(sha256-[^']+)'", page)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert policy is not None
    assert style is not None
    assert policy[1] == "sha256-" + b64encode(sha256(style[1].encode()).digest()).decode()


def test_a_diff_of_nothing_is_a_page_too() -> None:
    assert "Mentions: 0 gained, 0 lost, 0 changed." in render_changes((), old="shipped", new="mine")
