"""Extraction: from an annotated `Doc` with actors and dates to event mentions with slots and evidence."""

from pipeline.extract.extract import ExtractWords, extract_events, load_extract_words

__all__ = ["ExtractWords", "extract_events", "load_extract_words"]
