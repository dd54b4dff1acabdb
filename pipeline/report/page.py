"""Puts the page together: one file that needs no network and runs no code but its own and that of the two libraries in it."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from pipeline.report.assets import chart_script, table_script, table_style
from pipeline.report.data import load_desk
from pipeline.report.records import Desk, Json
from pipeline.resources import load_yaml, resource_path
from pipeline.tables.atomic import replace_file
from pipeline.text.packed import pack_bytes

PAGE = "report.html"
SCRIPTS = ("words", "data", "dates", "filter", "facets", "charts", "grid", "sentence", "event", "entity", "network", "review", "start")
STYLES = ("page", "controls", "table", "event")
# no character of a document's words may end the JSON's element or start another
UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
ALONE = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'"  # nothing may be loaded; `data:` are the table's arrows


def write_report(folder: Path) -> Path:
    """Writes report.html into the output folder and returns its path; UsageError for a folder without tables."""
    page = render_page(load_desk(folder), title=folder.resolve().name)
    path = folder / PAGE
    with replace_file(path) as draft:
        draft.write_bytes(page.encode("utf-8", errors="replace"))
    return path


def render_page(desk: Desk, *, title: str, review: dict[str, Json] | None = None) -> str:
    """The page as HTML. What comes from documents is packed, or escaped; scripts show it as text alone. `review` is what the page of a review needs."""
    styles = [table_style(), *(_load(f"{name}.css") for name in STYLES)]
    style = "\n".join(styles)
    scripts = (table_script(), chart_script(), "\n".join(_load(f"{name}.js") for name in SCRIPTS))
    return Template(_load("page.html")).substitute(
        title=escape(title),
        policy=page_policy(style, scripts, connect=review is not None),
        style=style,
        table_script=scripts[0],
        chart_script=scripts[1],
        script=scripts[2],
        words=dump_json(load_yaml("report/words.yml")),  # type: ignore[arg-type]
        charts=dump_json(load_yaml("report/charts.yml")),  # type: ignore[arg-type]
        review=dump_json(review),
        index=pack(desk.index),
        details="\n".join(pack(chunk) for chunk in desk.chunks),
    )


def page_policy(style: str, scripts: tuple[str, ...], *, connect: bool) -> str:
    """The page's Content-Security-Policy: only this very style and these scripts may act; a review may talk to the server that it came from."""
    sources = f"style-src {_source(style)}; script-src {' '.join(map(_source, scripts))}"
    return f"{ALONE}; {sources}{'; connect-src ' + repr('self') if connect else ''}"


def policy_of(html: str) -> str:
    """The policy that a rendered page tells of itself."""
    return html.partition('Content-Security-Policy" content="')[2].partition('"')[0]


def dump_json(value: Json) -> str:
    """JSON on one line that is safe inside a script element."""
    line = _dump(value)
    for character, escaped in UNSAFE.items():
        line = line.replace(character, escaped)
    return line


def pack(value: Json) -> str:
    """JSON, packed by gzip, in the letters of Base64; the same value gives the same letters."""
    return b64encode(pack_bytes(_dump(value).encode("utf-8", errors="replace"))).decode()


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _source(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _load(name: str) -> str:
    return resource_path(f"report/{name}").read_text(encoding="utf-8")
