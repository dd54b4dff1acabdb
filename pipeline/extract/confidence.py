"""How far a mention can be trusted, from how its slots were filled."""

from __future__ import annotations

from pipeline.records import EventMention

START = 0.9
WEIGHTS = {  # what each way of filling a slot takes away
    "(order)": 0.1,
    "(coordination)": 0.02,
    "(control)": 0.05,
    "(relative)": 0.03,
    "in the clause": 0.03,
    "the parties of": 0.15,
    "who acted in": 0.2,
    "who came in": 0.15,
}
NOBODY = 0.15  # no participant at all
UNDATED = 0.05


def score_confidence(mention: EventMention) -> float:
    """A value from 0.05 to 0.95: each uncertain step lowers it once."""
    steps = {name for name in WEIGHTS for e in mention.evidence if name in e.clause}
    score = START - sum(WEIGHTS[name] for name in steps)
    score -= NOBODY * (not mention.participants) + UNDATED * (mention.date is None)
    return round(min(0.95, max(0.05, score)), 2)
