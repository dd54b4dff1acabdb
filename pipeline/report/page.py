"""Puts the page together: one file that needs no network and runs no code but its own."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from pipeline.report.data import load_report
from pipeline.report.records import Json, ReportData
from pipeline.report.timeline import draw_timeline
from pipeline.resources import resource_path
from pipeline.tables.atomic import replace_file

PAGE = "report.html"
SCRIPTS = ("table.js", "event.js", "start.js")
# no character of a document's words may end the JSON's element or start another
UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def write_report(folder: Path) -> Path:
    """Writes report.html into the output folder and returns its path; UsageError for a folder without tables."""
    page = render_page(load_report(folder), title=folder.resolve().name)
    path = folder / PAGE
    with replace_file(path) as draft:
        draft.write_bytes(page.encode("utf-8", errors="replace"))
    return path


def render_page(data: ReportData, *, title: str) -> str:
    """The page as HTML; every word that comes from a document is escaped, or stands in JSON that the script shows as text."""
    style = _load("page.css")
    script = "".join(_load(name) for name in SCRIPTS)
    return Template(_load("page.html")).substitute(
        title=escape(title),
        policy=_policy(style, script),
        style=style,
        script=script,
        headline="".join(f"<div><dd>{escape(figure)}</dd><dt>{escape(label)}</dt></div>" for figure, label in data.headline),
        timeline=draw_timeline(data.happenings),
        events=dump_json({"columns": list(data.columns), "rows": list(data.rows)}),
        documents=dump_json(data.documents),
        details="\n".join(dump_json(detail) for detail in data.details),
    )


def dump_json(value: Json) -> str:
    """JSON on one line that is safe inside a script element."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in UNSAFE.items():
        line = line.replace(character, escaped)
    return line


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded; only this very style and script may act."""
    return f"default-src 'none'; style-src {_source(style)}; script-src {_source(script)}; base-uri 'none'; form-action 'none'"


def _source(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _load(name: str) -> str:
    return resource_path(f"report/{name}").read_text(encoding="utf-8")
