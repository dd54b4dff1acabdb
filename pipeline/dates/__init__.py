"""Dates: expressions of time found in the annotated text and resolved to intervals of days."""

from pipeline.dates.choose import COARSE, choose_date, is_of_name
from pipeline.dates.dateline import day_of_dateline
from pipeline.dates.find import find_dates
from pipeline.dates.words import DateWords, load_date_words

__all__ = ["COARSE", "DateWords", "choose_date", "day_of_dateline", "find_dates", "is_of_name", "load_date_words"]
