"""Chooses the expression that dates one event."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from pipeline.records import DateMention


def choose_date(doc: Doc, trigger: int, sentence: Span, dates: Sequence[DateMention]) -> DateMention | None:
    """The date of the event whose trigger is the token `trigger`."""
    return next((m for m in dates if sentence.start_char <= m.start < sentence.end_char and m.type in {"DATE", "TIME"} and m.interval), None)
