"""Extraction: from an annotated `Doc` with actors and dates to event mentions with slots and evidence."""

from pipeline.extract.extract import ExtractWords, extract_events, has_draft, load_extract_words, look_first
from pipeline.extract.screen import find_namesakes, find_telling, may_trigger

__all__ = ["ExtractWords", "extract_events", "find_namesakes", "find_telling", "has_draft", "load_extract_words", "look_first", "may_trigger"]
