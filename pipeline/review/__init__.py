"""What analysts say of events: verdicts kept in `reviews.csv` of the output folder, which correct the tables at every run."""

from pipeline.review.apply import apply_reviews
from pipeline.review.records import REVIEWED, ROW, SLOTS, VERDICTS, Verdict
from pipeline.review.store import NAME, forget_gone, keep_verdict, load_reviews

__all__ = ["NAME", "REVIEWED", "ROW", "SLOTS", "VERDICTS", "Verdict", "apply_reviews", "forget_gone", "keep_verdict", "load_reviews"]
