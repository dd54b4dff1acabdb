"""What a change of rules changes as one page of its own: no scripts, nothing from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from pipeline.resources import resource_path
from pipeline.workbench.diff import KINDS, Change, count_changes, list_slots


def write_changes(changes: Sequence[Change], path: Path, *, old: str, new: str) -> None:
    """Writes the page; `old` and `new` name the two sets of rules."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(render_changes(changes, old=old, new=new).encode("utf-8", errors="replace"))


def render_changes(changes: Sequence[Change], *, old: str, new: str) -> str:
    """The page as HTML: counts by rule and source, then every change with its sentence; words of documents are escaped."""
    style = _load("changes.css")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    totals = ", ".join(f"{sum(change.kind == kind for change in changes)} {kind}" for kind in KINDS)
    return Template(_load("changes.html")).substitute(
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        title=escape(f"Rules: {old} to {new}"),
        style=style,
        summary=escape(f"Mentions: {totals}."),
        counts=_counts(changes) if changes else "",
        changes="\n".join(_change(change) for change in changes),
    )


def _load(name: str) -> str:
    return resource_path(f"workbench/{name}").read_text(encoding="utf-8")


def _counts(changes: Sequence[Change]) -> str:
    head = _row(("rule", "source", *KINDS), cell="th")
    return "\n".join(("<table>", head, *(_row(row, cell="td") for row in count_changes(changes)), "</table>"))


def _row(cells: Iterable[str], *, cell: str) -> str:
    told = (f"<{cell}{' class=count' if k > 1 else ''}>{escape(text)}</{cell}>" for k, text in enumerate(cells))
    return f"<tr>{''.join(told)}</tr>"


def _change(change: Change) -> str:
    mention = change.mention
    head = f"{change.kind}: {mention.rule}, {mention.doc_id}{f' ({change.source})' if change.source else ''}"
    sentence, rows = " ".join(mention.sentence.split()), "\n".join(_slots(change))
    return f"<article class={change.kind}><h3>{escape(head)}</h3><blockquote>{escape(sentence)}</blockquote><table>{rows}</table></article>"


def _slots(change: Change) -> Iterator[str]:
    if change.kind == "changed":
        for slot, old, new in change.slots:
            yield f"<tr><th>{escape(slot)}</th><td><del>{escape(old or '(empty)')}</del> <ins>{escape(new or '(empty)')}</ins></td></tr>"
        return
    yield from (f"<tr><th>{escape(slot)}</th><td>{escape(value)}</td></tr>" for slot, value in list_slots(change.mention) if value)
