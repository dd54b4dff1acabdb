"""Dates: expressions of time found in the annotated text and resolved to intervals of days."""

from pipeline.dates.choose import choose_date
from pipeline.dates.find import find_dates
from pipeline.dates.words import DateWords, load_date_words

__all__ = ["DateWords", "choose_date", "find_dates", "load_date_words"]
