"""What runs have done so far, kept in one SQLite file inside the output folder, so that the next run does only what is new or changed."""

from pipeline.ledger.codec import decode_analysis, encode_analysis
from pipeline.ledger.database import NAME, Ledger, open_ledger

__all__ = ["NAME", "Ledger", "decode_analysis", "encode_analysis", "open_ledger"]
