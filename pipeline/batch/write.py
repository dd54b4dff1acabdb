"""Makes the tables and writes them, with a second process for what takes long and depends on little."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Protocol

from pipeline.forks import Beside
from pipeline.merge import Pair, find_alike
from pipeline.records import Analysis
from pipeline.tables import Tables, check_tables, make_workbook, pack_texts, write_tables


class Assemble(Protocol):
    """`pipeline.flow.assemble` with all words and choices that it needs."""

    def __call__(self, analyses: Iterable[Analysis], /, *, alike: Callable[[], Iterable[Pair]]) -> Tables:
        """The tables of all analyses."""


def write_beside(analyses: Sequence[Analysis], assemble: Assemble, out: Path, rules_sha256: str, beside: Beside) -> Tables:
    """Writes the output folder and gives back its tables; TableError, and all is left as it was, where they contradict each other.

    While people are linked, texts are compared; while events are merged, texts are packed; while tables are written, the workbook is made: one after
    the other, so that two processes are at work and no more.
    """
    read = [a for a in analyses if not a.article.status]
    texts: list[Callable[[], bytes]] = []
    with ExitStack() as ends:
        compared = ends.enter_context(beside(partial(find_alike, [a for a in read if a.mentions])))

        def take_alike() -> list[Pair]:
            pairs = compared()
            texts.append(ends.enter_context(beside(partial(pack_texts, [(a.article.doc_id, a.article.text) for a in read]))))
            return pairs

        tables = assemble(analyses, alike=take_alike)
        workbook = ends.enter_context(beside(partial(make_workbook, tables)))
        check_tables(tables)
        write_tables(tables, out, rules_sha256=rules_sha256, workbook=workbook, texts=texts[0])
    return tables
