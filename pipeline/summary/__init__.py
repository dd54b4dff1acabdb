"""What an event is in one sentence of either language, and dates as people write them."""

from pipeline.summary.dates import say_date
from pipeline.summary.summarize import add_summaries
from pipeline.summary.words import SummaryWords, load_summary_words

__all__ = ["SummaryWords", "add_summaries", "load_summary_words", "say_date"]
