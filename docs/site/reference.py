"""Pages of the documentation site that are made, not written: sections of README.md, the command line, the columns of the tables (a hook of MkDocs)."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from pipeline.cli import build_parser
from pipeline.tables.schema import Table, load_schema

ROOT = Path(__file__).parents[2]
WRITTEN = "docs"  # the folder of the pages that are written by hand
HOME = ("Start", "What comes out", "Commands")  # sections of README.md that stand on the first page
ROOT_PAGES = ("CHANGELOG", "CONTRIBUTING", "SECURITY", "THIRD_PARTY")
NAMED = re.compile(r"^(```\w+) ([\w./-]+)$", re.MULTILINE)  # "```yaml my-rules/drill.yml"
ALPHABET = re.compile(r"[^a-z0-9]+")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The list of pages: what is there decides it, so that a new guide needs no entry."""
    pages = [{_title(path.read_text(encoding="utf-8")): path.name} for path in _list_written()]
    made = [page for page in pages for name in page.values() if name.startswith("reference-")]  # from the schemas: `make reference`
    using = [{title: f"guide-{_slug(title)}.md"} for title in read_sections() if title not in HOME]
    root = [{name.replace("_", " ").capitalize(): f"{name.lower()}.md"} for name in ROOT_PAGES if (ROOT / f"{name}.md").is_file()]
    reference: list[dict[str, str]] = [{"Commands": "commands.md"}, {"Tables and columns": "columns.md"}, *made]
    config.nav = [
        {"Home": "index.md"},
        {"Using it": using},
        {"How to": [page for page in pages if page not in made]},
        {"Reference": reference},
        {"Project": root},
    ]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files of docs/, and the pages made."""
    for name, content in build_pages():
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """Blocks of code that say which file they belong to get its name as their title."""
    return NAMED.sub(r'\1 title="\2"', markdown)


def build_pages() -> Iterator[tuple[str, str]]:
    """Name and Markdown of every page that is made."""
    sections = read_sections()
    lead = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## ", 1)[0]
    yield "index.md", _relink("\n\n".join((lead, *(f"## {title}\n{sections[title]}" for title in HOME if title in sections))))
    yield from ((f"guide-{_slug(title)}.md", _relink(f"# {title}\n{text}")) for title, text in sections.items() if title not in HOME)
    yield "commands.md", "\n".join(describe_commands(build_parser()))
    yield "columns.md", "\n".join(describe_tables())
    yield from ((f"{name.lower()}.md", _relink((ROOT / f"{name}.md").read_text(encoding="utf-8"))) for name in ROOT_PAGES if (ROOT / f"{name}.md").is_file())


def read_sections() -> dict[str, str]:
    """The sections of README.md by their heading."""
    parts = re.split(r"^## (.+)\n", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def describe_commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Every command with its arguments, options and examples, from the texts of `--help`."""
    yield f"# Commands\n\n{parser.description}\n\nExit codes: 0 all well, 1 some documents or checks failed (tables are written all the same), 2 wrong usage. "
    yield "Every command has `--help`, and `--debug`, which shows the traceback of an unexpected error.\n"
    for command in _find_parsers(parser):
        yield f"## {command.prog}\n\n{_escape(command.description or '')}\n"
        usage = re.sub(r"\n +", "\n    ", command.format_usage().removeprefix("usage: ").strip())
        yield f"```\n{usage}\n```\n"
        actions = [action for action in command._actions if action.dest not in {"help", "debug"}]
        yield from ("| argument | meaning |\n| --- | --- |", *(f"| {_name(action)} | {_escape(action.help or '')} |" for action in actions), "")
        yield f"```\n{(command.epilog or '').split(':', 1)[-1].strip()}\n```\n".replace("\n  ", "\n")


def describe_tables() -> Iterator[str]:
    """Every table with its columns, from the schema that `datapackage.json` is written from."""
    schema = load_schema()
    yield f"# Tables and columns\n\n{schema.description} The same stands in `datapackage.json` of every output folder.\n"
    for table in schema.tables:
        yield f"## {table.name}.csv\n\n{table.description}\n"
        if table.key:
            yield f"Primary key: {', '.join(f'`{name}`' for name in table.key)}.\n"
        yield from ("| column | type | meaning |\n| --- | --- | --- |", *_describe_columns(table), "")
    yield "## Other files\n"
    yield from (f"- `{name}`: {text}" for name, text in schema.files.items())


def _describe_columns(table: Table) -> Iterator[str]:
    for column in table.columns:
        allowed = f" One of {', '.join(f'`{value}`' for value in column.values)}." if column.values else ""
        points = f" Points to `{'.'.join(table.references[column.name])}`." if column.name in table.references else ""
        kind = f"list, joined by `{table.joined_by.strip()}`" if column.type == "list" else column.type
        yield f"| `{column.name}` | {_escape(kind)} | {_escape(column.description)}.{allowed}{points} |"


def _find_parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        yield parser
    for action in below:
        for child in action.choices.values():
            yield from _find_parsers(child)


def _name(action: argparse.Action) -> str:
    value = f" {action.metavar or '{' + ','.join(map(str, action.choices or ())) + '}'}" if action.nargs != 0 and action.option_strings else ""
    told = ", ".join(action.option_strings) + value if action.option_strings else str(action.metavar or action.dest)
    needed = " (required)" if action.option_strings and action.required else ""
    return f"`{told}`{needed}"


def _relink(text: str) -> str:
    """Links from the root of the project as links between pages; what is no page is named only."""
    text = text.replace("](docs/", "](")
    return re.sub(r"\[([^\]]+)\]\((?!https?:|#|[\w-]+\.md)[^)]*\)", r"\1", text)


def _list_written() -> list[Path]:
    return sorted((ROOT / WRITTEN).glob("*.md"))


def _title(text: str) -> str:
    return text.split("\n", 1)[0].removeprefix("# ").strip()


def _slug(title: str) -> str:
    return ALPHABET.sub("-", title.lower()).strip("-")


def _escape(text: str) -> str:
    """As a cell of a table has it; what stands between backticks stays as it is."""
    parts = text.split("`")
    return "`".join(part if number % 2 else part.replace("|", "\\|").replace("<", "&lt;") for number, part in enumerate(parts))
