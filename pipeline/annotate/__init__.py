"""Annotation: English by spaCy, Russian by natasha; both end as one kind of spaCy `Doc` with one label set."""

from pipeline.annotate.build import analysed_sentences, feature, words
from pipeline.annotate.models import Models, annotate, load_models

__all__ = ["Models", "analysed_sentences", "annotate", "feature", "load_models", "words"]
