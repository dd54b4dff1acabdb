"""The command line: what each command prints, its exit codes, and one line for every error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest
import sample_folder
from sample_folder import MEETING, write_sample

from pipeline import __version__
from pipeline.batch import RunSummary
from pipeline.cli import COMMANDS, main
from pipeline.errors import ModelError, PipelineError, RuleError, UsageError
from pipeline.settings import Settings

USAGE = [
    ([], "communique: the following arguments are required: COMMAND"),
    (["dance"], "communique: argument COMMAND: invalid choice: 'dance'"),
    (["run"], "communique run: the following arguments are required: INPUT, --out"),
    (["run", "a.txt", "--out", "x", "--workers", "0"], "argument --workers: '0' is no number from 1"),
    (["run", "a.txt", "--out", "x", "--workers", "two"], "argument --workers: 'two' is no number from 1"),
    (["run", "a.txt", "--out", "x", "--language", "de"], "argument --language: invalid choice: 'de'"),
    (["report", "x", "--colour"], "unrecognized arguments: --colour"),
    (["run", "a.txt", "--out", "x", "--thor"], "unrecognized arguments: --thor"),
]
WRONG = [
    (["report", "{none}"], "{none}: no such folder"),
    (["diff", "{none}", "{sample}"], "{none}: no such folder"),
    (["evaluate", "{none}", "{sample}"], "{none}: no such gold file"),
    (["explain", "{sample}", "ev-meet-1"], "nearest: ev-meet-01"),
    (["run", "{sample}", "--out", "{sample}/events.csv"], "events.csv: is a file; give a folder"),
    (["explain", "{sample}"], "give an output folder and an event_id or mention_id, or --text"),
    (["explain"], "give an output folder and an event_id or mention_id, or --text"),
    (["explain", "{sample}", "ev-meet-01", "--rule", "meeting.verb"], "--published, --rule and --rules go with --text"),
    (["explain", "{sample}", "--text", "They met."], "not both"),
    (["explain", "--text", " "], "--text is empty"),
    (["explain", "--text", "They met.", "--published", "May 2023"], "--published 'May 2023' is no day; write it like 2023-05-06"),
]
ERRORS = [
    (UsageError("x: no such\nfolder"), 2, "communique: x: no such folder\n"),
    (RuleError("signing.yml, line 4: unknown key"), 2, "communique: signing.yml, line 4: unknown key\n"),
    (ModelError("no model"), 2, "communique: no model\n"),
    (PipelineError("odd"), 2, "communique: odd\n"),
    (KeyboardInterrupt(), 130, "communique: interrupted\n"),
    (PermissionError(13, "Permission denied", "tables/events.csv"), 2, "communique: tables/events.csv: Permission denied\n"),
    (ZeroDivisionError("by zero"), 70, "communique: ZeroDivisionError: by zero; run with --debug for the traceback\n"),
]
HEAVY = ("spacy", "natasha", "pandas", "rich", "yaml")


@pytest.mark.parametrize(("argv", "message"), USAGE)
def test_wrong_usage_is_one_line(argv: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(argv)
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert message in err
    assert err.endswith("--help\n")


@pytest.mark.parametrize(("argv", "message"), WRONG)
def test_wrong_arguments_are_one_line(argv: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = {"none": str(tmp_path / "none"), "sample": str(write_sample(tmp_path / "sample"))}
    assert main([argument.format(**places) for argument in argv]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert message.format(**places) in err


@pytest.mark.parametrize(("error", "code", "line"), ERRORS)
def test_errors_never_show_a_traceback(error: BaseException, code: int, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("pipeline.commands.report.write_report", _raising(error))
    assert main(["report", "x"]) == code
    assert capsys.readouterr() == ("", line)


def test_debug_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.commands.report.write_report", _raising(ZeroDivisionError("by zero")))
    with pytest.raises(ZeroDivisionError):
        main(["report", "x", "--debug"])


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])
    assert f"example:\n  communique {command} " in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"communique {__version__}\n"


def test_help_loads_no_library() -> None:
    code = f"import sys; from pipeline.cli import build_parser; build_parser().format_help(); print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    folder = write_sample(tmp_path)
    command = f"import sys; from pipeline.cli import main; sys.exit(main(['explain', {str(folder)!r}, 'ev-meet-01']))"
    with subprocess.Popen([sys.executable, "-c", command], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_report_prints_its_path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(write_sample(tmp_path))]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'report.html'}\n"
    assert (tmp_path / "report.html").is_file()


def test_explain_diff_and_evaluate_print(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(write_sample(tmp_path / "out"))
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"doc_id": "a", "lang": "en", "events": []}), encoding="utf-8")
    for argv, held in (
        (["explain", folder, "m-1"], MEETING),
        (["diff", folder, folder], "0 new, 0 changed, 0 gone, 2 unchanged"),
        (["evaluate", str(gold), folder], "2 found"),
    ):
        assert main(argv) == 0
        assert held in capsys.readouterr().out


@pytest.fixture
def fake_batch(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[Path], Path, Settings]]:
    """A batch that writes the sample folder, and tells how it was called."""
    calls: list[tuple[list[Path], Path, Settings]] = []

    def run(inputs: list[Path], out: Path, settings: Settings, progress: Callable[[int, int], None]) -> RunSummary:
        calls.append((inputs, out, settings))
        progress(3, 3)
        write_sample(out)
        status, reason = sample_folder.SKIPPED
        failed = {"c": reason} if status == "failed" else {}
        return RunSummary({"ok": 2, status: 1}, {"en": 1, "kk": 1, "ru": 1}, failed, {"meeting": 1, "opening": 1}, analysed=3, seconds=1.25)

    module = ModuleType("pipeline.batch")
    module.__dict__.update(run=run, RunSummary=RunSummary)
    monkeypatch.setitem(sys.modules, "pipeline.batch", module)
    monkeypatch.delitem(sys.modules, "pipeline.commands.run", raising=False)
    return calls


def test_run_hands_over_its_choices(fake_batch: list[tuple[list[Path], Path, Settings]], tmp_path: Path) -> None:
    argv = ["run", "a.txt", "b", "--out", str(tmp_path), "--sync", "--fresh", "--workers", "3", "--thorough", "--language", "ru", "--quiet"]
    assert main(argv) == 0
    chosen = Settings(language="ru", workers=3, thorough=True, fresh=True, sync=True)
    assert fake_batch == [([Path("a.txt"), Path("b")], tmp_path, chosen)]


@pytest.mark.parametrize(
    ("folder", "written", "options", "starts"),
    [
        ("new", None, [], True),
        ("old", 200, [], False),  # nothing came after the tables
        ("old", 50, [], True),
        ("old", 200, ["--fresh"], True),
        ("new", None, ["--dask", "local"], True),
        ("old", 200, ["--dask", "local"], False),
        ("new", None, ["--dask", "tcp://127.0.0.1:9"], False),  # its workers are there already
    ],
)
@pytest.mark.usefixtures("fake_batch")
def test_models_are_loaded_at_once_where_there_is_likely_work(
    folder: str, written: int | None, options: list[str], starts: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[bool] = []
    monkeypatch.setattr("pipeline.cli.start_server", lambda *also: started.append(bool(also) == ("--dask" in options)))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("One.", encoding="utf-8")
    for path in (tmp_path / "in" / "a.txt", tmp_path / "in"):
        os.utime(path, (100, 100))
    if written is not None:
        write_sample(tmp_path / folder)
        os.utime(tmp_path / folder / "documents.csv", (written, written))
    assert main(["run", str(tmp_path / "in"), "--out", str(tmp_path / folder), "--quiet", *options]) == 0
    assert started == [True] * starts


@pytest.mark.usefixtures("fake_batch")
def test_run_sums_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "a.txt", "--out", str(tmp_path), "--show", "1"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[:4] == [
        "documents: 3 (2 ok, 1 skipped)",
        "  languages: 1 en, 1 kk, 1 ru",
        "  analysed now: 3; known from before: 0; 1.2 s",
        "events: 2 (1 meeting, 1 opening)",
    ]
    assert out.splitlines()[-1] == "2023-05-04 | meeting | occurred | Olga Brandt; Pavel Sorin | Lindhafen"


@pytest.mark.usefixtures("fake_batch")
def test_quiet_run_says_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "a.txt", "--out", str(tmp_path), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("fake_batch")
def test_the_summary_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "a.txt", "--out", str(tmp_path), "--quiet", "--json-summary"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["documents"], told["events"], told["analysed"], told["failed"]) == ({"ok": 2, "skipped": 1}, {"meeting": 1, "opening": 1}, 3, {})


@pytest.mark.usefixtures("fake_batch")
def test_failed_document_is_exit_code_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sample_folder.SKIPPED", ("failed", "line 3: broken JSON"))
    assert main(["run", "a.txt", "--out", str(tmp_path)]) == 1
    assert "  failed: c: line 3: broken JSON" in capsys.readouterr().out


@pytest.mark.parametrize(("problems", "code", "line"), [((), 0, "all well"), (("signing.yml, line 3: no trigger",), 1, "1 problem")])
def test_rules(problems: tuple[str, ...], code: int, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("pipeline.commands.rules.check_rules", lambda folder: problems)
    assert main(["rules", "check"]) == code
    out, err = capsys.readouterr()
    assert line in out
    assert err.splitlines() == list(problems)


def _raising(error: BaseException) -> Callable[[Path], NoReturn]:
    def fail(folder: Path) -> NoReturn:
        raise error

    return fail
