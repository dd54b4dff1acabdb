"""What helps a newcomer: examples that are right, errors that tell the next command, completion in shells."""

from __future__ import annotations

import argparse
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_folder import write_sample

from pipeline.cli import COMMANDS, SHELLS, Parser, build_parser, main


def find_parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Those of all commands and actions that have no further ones below them."""
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        yield parser
    for action in below:
        for child in action.choices.values():
            yield from find_parsers(child)


PARSERS = list(find_parsers(build_parser()))


def examples(parser: argparse.ArgumentParser) -> list[str]:
    assert parser.epilog is not None and parser.epilog.startswith("example:\n")
    return [line.strip() for line in parser.epilog.replace("\\\n", " ").splitlines()[1:]]


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.prog)
def test_examples_can_be_typed_as_they_are(parser: Parser) -> None:
    for example in examples(parser):
        words = shlex.split(example.removeprefix('eval "$(').removesuffix(')"').split(" > ")[0])
        assert words[: len(parser.prog.split())] == parser.prog.split()
        assert build_parser().parse_args(words[1:]).command in COMMANDS


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.prog)
def test_every_option_is_described(parser: Parser) -> None:
    assert [action.dest for action in parser._actions if not action.help] == []


NEXT = [  # what was typed, what to type instead
    (["reprot", "x"], "did you mean report?"),
    (["rules", "chekc"], "did you mean check?"),
    (["export", "x", "--to", "parket"], "did you mean parquet?"),
    (["rules", "zzz"], "see communique rules --help"),
]


@pytest.mark.parametrize(("argv", "told"), NEXT)
def test_a_mistyped_word_leads_to_the_right_one(argv: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(argv)
    assert told in capsys.readouterr().err


COMMAND_TO_RUN = [
    (["report", "{none}"], "communique run INPUT --out {none}"),
    (["export", "{articles}", "--to", "jsonl"], "communique run {articles} --out tables"),
    (["explain", "{sample}"], "communique explain tables EVENT_ID"),
    (["rules", "check", "--rules", "{articles}"], "communique rules new --help"),
    (["run", "{articles}", "--out", "{none}", "--sources", "{none}"], "communique source new NAME SAMPLE..."),
]


@pytest.mark.parametrize(("argv", "told"), COMMAND_TO_RUN)
def test_errors_tell_the_next_command(argv: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "articles").mkdir()
    places = {"none": str(tmp_path / "none"), "articles": str(tmp_path / "articles"), "sample": str(write_sample(tmp_path / "sample"))}
    assert main([argument.format(**places) for argument in argv]) == 2
    assert told.format(**places) in capsys.readouterr().err


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_knows_every_command_and_option(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert [command for command in COMMANDS if command not in script] == []
    assert "thorough" in script and "duckdb" in script and "mutate" in script


@pytest.mark.parametrize("shell", SHELLS)
def test_shells_can_read_their_script(shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    main(["completion", shell])
    script = tmp_path / "script"
    script.write_text(capsys.readouterr().out, encoding="utf-8")
    assert subprocess.run([shell, "-n", str(script)], capture_output=True, text=True, check=True).stderr == ""


COMPLETED = [
    (["communique", "ex"], {"explain", "export"}),
    (["communique", "export", "tables", "--to", "s"], {"sqlite"}),
    (["communique", "rules", "co"], {"coverage"}),
    (["communique", "run", "--js"], {"--json-summary"}),
    (["communique", "report", "sub"], {"subfolder"}),
]


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@pytest.mark.parametrize(("typed", "offered"), COMPLETED)
def test_what_bash_offers(typed: list[str], offered: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "subfolder").mkdir()
    (tmp_path / "subfile").touch()
    main(["completion", "bash"])
    words = " ".join(shlex.quote(word) for word in typed)
    asked = f'COMP_WORDS=({words}); COMP_CWORD={len(typed) - 1}; _shtab_communique; printf "%s\\n" "${{COMPREPLY[@]}}"'
    script = f"{capsys.readouterr().out}\n{asked}\n"
    answer = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    assert {word.strip() for word in answer.split()} == offered
