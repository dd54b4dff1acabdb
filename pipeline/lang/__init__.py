"""Tells which lines of a text are English or Russian, and which are to be left alone."""

from pipeline.lang.blocks import find_blocks, find_language, judge_language
from pipeline.lang.words import LanguageWords, add_boilerplate, load_language_words

__all__ = ["LanguageWords", "add_boilerplate", "find_blocks", "find_language", "judge_language", "load_language_words"]
