"""How long finding dates takes, compared with the annotation before it. Run: python benchmarks/dates.py [TEXTS]"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from pipeline.annotate import annotate, load_models
from pipeline.dates import find_dates, load_date_words
from pipeline.records import Block
from pipeline.sources import read_inputs

ROOT = Path(__file__).resolve().parent.parent
SCALE = ROOT.parent / "shared" / "corpus" / "scale"
SAMPLE = ROOT / "corpus" / "sample"
PUBLISHED = date(2022, 11, 24)


def read_texts(lang: str) -> Iterator[str]:
    """Texts of the scale corpus, else those of the sample corpus."""
    packed = SCALE / f"{lang}_5k.jsonl.gz"
    if packed.exists():
        with gzip.open(packed, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)
        return
    for article in read_inputs([SAMPLE]):
        if (sum("а" <= char <= "я" for char in article.text) * 2 > len(article.text)) == (lang == "ru"):
            yield article.text


def main() -> None:
    """Prints characters, seconds of both stages and their ratio for each language."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    models, words = load_models(), load_date_words()
    for lang in ("en", "ru"):
        texts = list(islice(read_texts(lang), count))
        if not texts:
            print(f"{lang}: no corpus at {SCALE} nor {SAMPLE}: skipped")
            continue
        start = time.process_time()
        docs = [annotate(text, (Block(0, len(text), lang),), models) for text in texts]
        annotated = time.process_time()
        found = sum(len(find_dates(doc, published=PUBLISHED, words=words)) for doc in docs)
        dated = time.process_time()
        spent, before = dated - annotated, annotated - start
        print(f"{lang}: {sum(map(len, texts))} characters, {found} dates, {spent:.2f} s after {before:.2f} s of annotation: {spent / before:.1%}")


if __name__ == "__main__":
    main()
