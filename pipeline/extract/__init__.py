"""Extraction: from an annotated `Doc` with actors and dates to event mentions with slots and evidence."""

from pipeline.extract.extract import ExtractWords, extract_events, load_extract_words
from pipeline.extract.screen import has_trigger, may_trigger

__all__ = ["ExtractWords", "extract_events", "has_trigger", "load_extract_words", "may_trigger"]
