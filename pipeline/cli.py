"""The command line: parses, calls one function of the same name, and turns errors into one line and an exit code."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import re
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from pipeline import __version__
from pipeline.errors import PipelineError
from pipeline.forks import DASK, start_server
from pipeline.settings import LOCAL
from pipeline.text.plain import PlainOutput, make_plain

EXIT_USAGE = 2
EXIT_INTERNAL = 70  # EX_SOFTWARE of sysexits.h
EXIT_INTERRUPTED = 130
SHELLS = ("bash", "zsh", "fish")
EXPORTS = ("parquet", "sqlite", "duckdb", "xlsx", "jsonl")


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and shows the example of its command as it was written."""

    def error(self, message: str) -> NoReturn:
        """Ends the program with exit code 2."""
        self.exit(EXIT_USAGE, f"{self.prog}: {message}{_suggest(message)}; see {self.prog} --help\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code: 0 all well, 1 some documents or checks failed, 2 wrong usage, 70 a fault of the program."""
    args = build_parser().parse_args(argv)
    output = sys.stdout
    if argv is None and args.command == "run":  # a process of its own, of which nothing is left
        atexit.register(gc.freeze)  # else the collector would look through all of it once more, a quarter of a second
    try:
        if args.command == "run" and _needs_workers(args):
            start_server(*(DASK if args.dask else ()))  # the models are loaded while this process loads all else
        # The commands import models and tables, which take seconds: --help and a wrong option must not wait for them.
        with redirect_stdout(PlainOutput(output)):
            code: int = import_module(COMMANDS[args.command]).execute(args)
        output.flush()
    except PipelineError as error:
        return _fail(str(error), code=EXIT_USAGE)  # 1 would promise that the tables are written
    except KeyboardInterrupt:
        return _fail("interrupted", code=EXIT_INTERRUPTED)
    except BrokenPipeError:
        return _close_output()
    except OSError as error:  # a folder that can't be written, a full disk
        if args.debug:
            raise
        return _fail(f"{error.filename or 'input or output'}: {error.strerror or error}", code=EXIT_USAGE)
    except Exception as error:  # the last resort of the program's outermost function
        if args.debug:
            raise
        return _fail(f"{type(error).__name__}: {error}; run with --debug for the traceback", code=EXIT_INTERNAL)
    return code


def build_parser() -> Parser:
    """The parser of all commands."""
    parser = Parser(
        prog="communique", description="Reads English and Russian press releases and writes tables of events: who met whom, when, where, what was signed."
    )
    parser.add_argument("--version", action="version", version=f"communique {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, title="commands", parser_class=Parser)
    _add_run(commands)
    _add_explain(commands)
    _add_rules(commands)
    _add_source(commands)
    _add_diff(commands)
    _add_evaluate(commands)
    _add_report(commands)
    _add_review(commands)
    _add_export(commands)
    _add_forget(commands)
    _add_completion(commands, parser)
    return parser


def _add_run(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = _add_command(commands, "run", "read press releases and write the tables", "communique run releases/ --out tables --show 10")
    parser.add_argument("inputs", nargs="+", type=_place, metavar="INPUT", help="files and folders to read, or URLs such as s3://bucket/releases")
    parser.add_argument("--out", type=_place, required=True, metavar="DIR", help="output folder (or URL); what it holds is added to and updated")
    parser.add_argument("--sync", action="store_true", help="also remove documents that are no longer in INPUT")
    parser.add_argument("--fresh", action="store_true", help="start over: forget what DIR holds")
    parser.add_argument("--workers", type=_positive, metavar="N", help="processes to work in (default: one for each core)")
    parser.add_argument("--thorough", action="store_true", help="analyse every sentence, also of documents that can hold no event")
    parser.add_argument("--no-prefilter", action="store_true", help="annotate every document, to prove that the tables are the same")
    parser.add_argument("--language", choices=("en", "ru"), default="en", help="script of names in the tables (default en)")
    _add_own_rules(parser)
    parser.add_argument(
        "--identities", type=Path, metavar="FILE", help="your decisions on who is who: join, part, rename (default: identities.yml in DIR, if there is one)"
    )
    parser.add_argument("--wikidata", type=Path, metavar="FILE", help="a CSV of Wikidata ids and names (default: wikidata.csv in DIR, if there is one)")
    parser.add_argument("--sources", type=Path, metavar="DIR", help="a folder of source profiles of your own (docs/add-a-source.md)")
    parser.add_argument("--show", type=_positive, metavar="N", help="print the first N events at the end")
    parser.add_argument("--quiet", action="store_true", help="no progress bar, no summary")
    parser.add_argument("--json-summary", action="store_true", help="the summary as one JSON object, for schedulers")
    parser.add_argument(
        "--dask", default="", metavar="ADDRESS", help="analyse and merge on the workers of a Dask scheduler (tcp://host:port), or `local` for a cluster here"
    )


def _add_explain(commands: argparse._SubParsersAction[Parser]) -> None:
    examples = ("tables EVENT_ID", "tables EVENT_ID OTHER_EVENT_ID", '--text "On May 5 the mayors signed a protocol." --published 2023-05-06')
    example = "\n  ".join(f"communique explain {arguments}" for arguments in examples)
    parser = _add_command(commands, "explain", "tell why an event is what it is, or why a text has none", example)
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="output folder")
    parser.add_argument("id", nargs="?", metavar="ID", help="event_id or mention_id")
    parser.add_argument("other", nargs="?", metavar="OTHER_ID", help="a second one: why the two are not one event")
    parser.add_argument("--text", help="a text to explain instead of an event")
    parser.add_argument("--published", metavar="DATE", default="", help="the day the text was published, e.g. 2023-05-06")
    _add_own_rules(parser)
    parser.add_argument("--rule", metavar="NAME", default="", help="the rule to explain for the text (default: every near one)")


def _add_rules(commands: argparse._SubParsersAction[Parser]) -> None:
    example = "communique rules check --rules my-rules\n  communique rules diff shipped my-rules releases/"
    parser = _add_command(commands, "rules", "check, test, try and draft rules", example)
    actions = parser.add_subparsers(metavar="ACTION", required=True, title="actions", parser_class=Parser)
    check = _add_action(actions, "check", "validate rule files", "communique rules check --rules my-rules")
    test = _add_action(actions, "test", "run every example kept in the rule files", "communique rules test --rules my-rules")
    test.add_argument("names", nargs="*", metavar="NAME", help="rules whose examples to run (default all, which takes a minute)")
    parity = _add_action(actions, "parity", "list examples without a partner in the other language", "communique rules parity")
    coverage = _add_action(actions, "coverage", "tell how often each rule fires, and which verbs none knows", "communique rules coverage releases/")
    coverage.add_argument("inputs", nargs="+", type=Path, metavar="INPUT", help="files and folders to read")
    mutate = _add_action(actions, "mutate", "tell how many rules with one word or slot less the examples catch", "communique rules mutate visit-verb")
    mutate.add_argument("names", nargs="*", metavar="NAME", help="rules to try (default: all; with --rules those of the folder)")
    mutate.add_argument("--least", type=float, default=0.95, metavar="SHARE", help="exit code 1 where a smaller share is caught (default 0.95)")
    for action in (check, test, parity, coverage, mutate):
        _add_own_rules(action)
    diff = _add_action(actions, "diff", "list what a change of rules changes", "communique rules diff shipped my-rules releases/")
    diff.add_argument("old", type=Path, metavar="OLD", help="folder of rules of your own to compare from, or `shipped` for none")
    diff.add_argument("new", type=Path, metavar="NEW", help="folder to compare to, or `shipped`")
    diff.add_argument("inputs", nargs="+", type=Path, metavar="INPUT", help="files and folders to read")
    diff.add_argument("--html", type=Path, metavar="FILE", help="also write the changes as one page of its own")
    _add_new_rule(actions)
    schema = _add_action(actions, "schema", "write JSON Schemas by which editors complete and check rule files", "communique rules schema --out schemas")
    schema.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder to write to")


def _add_new_rule(actions: argparse._SubParsersAction[Parser]) -> None:
    example = (
        'communique rules new oath-verb --type oath --text "Mayor Olga Belova swore an oath in Kazan." \\\n'
        '    --trigger swore --who "Olga Belova" --what oath > my-rules/oath.yml'
    )
    new = _add_action(actions, "new", "draft a rule from a sentence and the words that fill its slots", example)
    new.add_argument("name", metavar="NAME", help="name of the rule")
    new.add_argument("--type", required=True, help="type of event: meeting, signing, ..., or one of your own")
    new.add_argument("--text", required=True, help="the sentence")
    new.add_argument("--trigger", required=True, help="the word that tells of the event, as it stands in the sentence")
    for slot, holds in (("who", "the one side"), ("whom", "the other side"), ("what", "what was signed, opened, ..."), ("place", "where")):
        new.add_argument(f"--{slot}", default="", metavar="WORDS", help=f"{holds}, as it stands in the sentence")


def _add_action(actions: argparse._SubParsersAction[Parser], name: str, summary: str, example: str) -> Parser:
    parser = _make_parser(actions, name, summary, example)
    parser.set_defaults(action=name)
    return parser


def _add_own_rules(parser: Parser) -> None:
    parser.add_argument("--rules", type=Path, metavar="DIR", help="folder of rules and words of your own, beside the shipped ones")


def _add_source(commands: argparse._SubParsersAction[Parser]) -> None:
    example = "communique source new astrakhan saved/*.html\n  communique source check astrakhan --sources sources"
    parser = _add_command(commands, "source", "draft and check profiles of sources", example)
    parser.add_argument(
        "action", choices=("new", "check", "schema"), help="new: draft a profile; check: run profiles on their saved articles; schema: print it"
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="new: a name for the source, then its saved articles; check: the profiles (default all)")
    parser.add_argument("--sources", type=Path, metavar="DIR", help="folder of your profiles (new: default sources; check: default the shipped ones)")


def _add_diff(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = _add_command(commands, "diff", "list events new, changed and gone between two output folders", "communique diff tables-monday tables-friday")
    parser.add_argument("old", type=Path, metavar="OLD_DIR", help="output folder to compare from")
    parser.add_argument("new", type=Path, metavar="NEW_DIR", help="output folder to compare to")


def _add_evaluate(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = _add_command(commands, "evaluate", "measure an output folder against annotated documents", "communique evaluate gold.jsonl tables")
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl", help="annotated documents, or the reviews.csv of an output folder")
    parser.add_argument("folder", type=Path, metavar="DIR", help="output folder of a run over the same documents")
    parser.add_argument("--brief", action="store_true", help="figures only, no list of misses")


def _add_report(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = _add_command(commands, "report", "write one self-contained report.html into an output folder", "communique report tables")
    parser.add_argument("folder", type=Path, metavar="DIR", help="output folder")


def _add_forget(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = _add_command(commands, "forget", "remove a document from an output folder, and all that was made of it", "communique forget release-17 tables")
    parser.add_argument("doc_id", metavar="DOC_ID", help="as in documents.csv")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="DIR", help="output folder (default: this one)")
    parser.add_argument("--sources", type=Path, metavar="DIR", help="the folder of source profiles that the tables were made with")
    _add_own_rules(parser)


def _add_review(commands: argparse._SubParsersAction[Parser]) -> None:
    example = "communique review tables --queue"
    parser = _add_command(commands, "review", "serve the page on this machine, to accept, fix and reject rows and cells", example)
    parser.add_argument("folder", type=Path, metavar="DIR", help="output folder; verdicts go into its reviews.csv")
    parser.add_argument("--queue", action="store_true", help="begin with the events that are least sure")
    parser.add_argument("--port", type=_positive, metavar="PORT", help="port to serve on (default: a free one)")


def _add_export(commands: argparse._SubParsersAction[Parser]) -> None:
    example = "communique export tables --to sqlite\n  communique export tables --to parquet --out parquet"
    parser = _add_command(commands, "export", "write the tables in another format", example)
    parser.add_argument("folder", type=Path, metavar="DIR", help="output folder")
    parser.add_argument(
        "--to", required=True, choices=EXPORTS, help="parquet: a file a table; sqlite, duckdb: a database; xlsx: a workbook; jsonl: one event a line"
    )
    parser.add_argument("--out", type=Path, metavar="PATH", help="file (for parquet: folder) to write; default: beside the tables")


def _add_completion(commands: argparse._SubParsersAction[Parser], program: Parser) -> None:
    example = 'communique completion fish > ~/.config/fish/completions/communique.fish\n  eval "$(communique completion bash)"'
    parser = _add_command(commands, "completion", "print a script by which a shell completes commands, options and files", example)
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))
    parser.set_defaults(parser=program)


def _add_command(commands: argparse._SubParsersAction[Parser], name: str, summary: str, example: str) -> Parser:
    parser = _make_parser(commands, name, summary, example)
    parser.add_argument("--debug", action="store_true", help="show the traceback of an unexpected error")
    parser.set_defaults(command=name)
    return parser


def _make_parser(commands: argparse._SubParsersAction[Parser], name: str, summary: str, example: str) -> Parser:
    return commands.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _suggest(message: str) -> str:
    """The choice that a mistyped one is nearest to."""
    found = re.search(r"invalid choice: '(.+?)' \(choose from (.+)\)$", message)
    nearest = get_close_matches(found[1], re.findall(r"[\w-]+", found[2]), n=1) if found else []
    return f"; did you mean {nearest[0]}?" if nearest else ""


def _positive(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no number from 1")
    return int(value)


def _needs_workers(args: argparse.Namespace) -> bool:
    """Whether the run will need workers, if it reads anything: for certain where the folder is new, else likely where an input is newer than it."""
    here = args.dask in {"", LOCAL} and all(isinstance(place, Path) for place in (args.out, *args.inputs))
    if not here or not all(place.exists() for place in args.inputs):
        return False
    written = args.out / "documents.csv"
    return args.fresh or not written.exists() or any(_changed(place) > written.stat().st_mtime for place in args.inputs)


def _changed(place: Path) -> float:
    """When a file, or a folder or what lies in it, was last changed."""
    return max(path.lstat().st_mtime for path in (place, *(Path(entry) for entry in (os.scandir(place) if place.is_dir() else ()))))


def _place(value: str) -> Path | str:
    return value if "://" in value else Path(value)


def _fail(message: str, *, code: int) -> int:
    print(make_plain(f"communique: {' '.join(message.split())}"), file=sys.stderr)
    return code


def _close_output() -> int:
    """The reader of our output has gone, as `head` does: end quietly, and let the interpreter flush into nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


COMMANDS = {
    name: f"pipeline.commands.{name}"
    for name in ("run", "explain", "rules", "source", "diff", "evaluate", "report", "review", "export", "forget", "completion")
}
